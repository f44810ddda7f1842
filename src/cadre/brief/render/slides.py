"""The brief as slides: one message each, to be read from the back of a room, from the same sections as print.

Takes a brief in runs and pictures of its charts, gives the bytes of a .pptx file: the sections of the first
two pages, the concept of each option, then charts of staffing, capability and money, then where the rest
stands. Nothing is set below 18 points but what is longer than a slide; text goes on to a further slide, and
a table with many columns becomes a slide a row. The notes of a slide hold what stands beside its table, and
list its numbers with their ids.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cadre.brief.content import Brief, Chart
from cadre.brief.render.runs import (
    Kind,
    Laid,
    Run,
    Runs,
    SetBullets,
    SetChart,
    SetParagraph,
    SetSection,
    SetTable,
    plain,
)
from cadre.brief.render.slide_text import Type, fill, shade
from cadre.brief.render.text_metrics import (
    CELL_MARGIN,
    ROW_MARGIN,
    column_widths,
    height,
    row_height,
    rows_that_fit,
)
from cadre.brief.render.zipped import shortened, without_clock
from cadre.words.sides import own_side

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 40.0
"""Of a slide in points: sixteen to nine."""
TOP, FOOT = 92.0, 30.0
"""Where the body begins, and what stays free below it."""
BODY = (WIDTH - 2 * MARGIN, HEIGHT - TOP - FOOT)
SIZES = (24.0, 22.0, 20.0, 18.0)
"""Of all text but titles: the least can be read from the back of a room."""
SMALLER = (*SIZES, 16.0, 14.0, 12.0)
"""Of one text that is longer than a slide: what planners wrote has no greatest length."""
COLUMNS, EMPTY = 5, "–"
"""Columns that a table of a slide may have, and a cell that says nothing."""
GAP = 0.45
"""After each paragraph, in ems."""
PAGES = 2
"""Pages all of whose sections have slides: those that deciders read. Of an option's page its first has."""
OPTION = "option-"
"""How the id of that section begins."""
BEYOND = ("staffing-role", "capability", "payers")
"""Charts of annexes that have a slide of their own."""


def pptx_of(laid: Laid, pictures: Mapping[str, bytes]) -> bytes:
    """Write a brief as slides.

    Parameters
    ----------
    laid : Laid
        The content in runs.
    pictures : mapping of str to bytes
        PNG of each chart, by id.
    """
    brief, deck = laid.brief, _Deck(laid.brief, pictures)
    deck.opening()
    for page in laid.pages[:PAGES]:
        for section in page:
            deck.section(section)
    for section in laid.printed:
        if section.id.startswith(OPTION):
            deck.section(section)
    for chart in laid.charts:
        if chart.id in BEYOND:
            deck.chart(chart)
    word = brief.words.text
    deck.texts(word("rest.title"), [deck._said(word("rest.lead"))])
    target = io.BytesIO()
    deck.file.save(target)
    return without_clock(target.getvalue())


@dataclass(frozen=True, slots=True)
class _Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """In the units of the format."""
        left, top, width, high = (
            round(12_700 * value) for value in (self.left, self.top, self.width, self.height)
        )
        return left, top, width, high


class _Deck:
    """Slides in the making."""

    def __init__(self, brief: Brief, pictures: Mapping[str, bytes]) -> None:
        import pptx.util  # noqa: PLC0415  (only needed here)

        self.brief, self.pictures, self.language = brief, pictures, brief.language
        self.file = pptx.Presentation()
        self.file.slide_width, self.file.slide_height = pptx.util.Pt(WIDTH), pptx.util.Pt(HEIGHT)
        about, made = self.file.core_properties, dt.date.fromisoformat(brief.as_of)
        about.title, about.author, about.last_modified_by = shortened(brief.title), "Cadre", "Cadre"
        about.created = about.modified = dt.datetime.combine(made, dt.time())
        about.revision, about.language = 1, brief.language

    def opening(self) -> None:
        """Make the first slide: which mission, as known when."""
        slide = self._slide(self.brief.headline, _Box(MARGIN, 170, BODY[0], 80), 36.0)
        word = self.brief.words.text
        spoken = word("document.slides-lead", day=self.brief.day, ranges=word("document.ranges"))
        self._write(slide, _Box(MARGIN, 270, BODY[0], 120), [self._said(spoken)], 20.0)

    def section(self, section: SetSection) -> None:
        """Make the slides of a section: lists, tables, charts; what stands beside those goes into notes."""
        shown = [block for block in section.blocks if not isinstance(block, SetParagraph)]
        beside = [block.runs for block in section.blocks if isinstance(block, SetParagraph)]
        said = [item for block in shown if isinstance(block, SetBullets) for item in block.items]
        tables = [block for block in shown if isinstance(block, SetTable)]
        drawn = [block.of for block in shown if isinstance(block, SetChart)]
        if not (tables or drawn):
            said, beside = [*beside, *said], []
        for table in tables:
            self.table(section.title, table, beside)
            beside = []
        for chart in drawn:
            self.chart(chart)
        if said:
            notes = self.brief.words.text("document.notes", title=section.title)
            self.texts(section.title if not (tables or drawn) else notes, said)

    def texts(self, title: str, said: list[Runs], notes: list[Runs] | None = None) -> None:
        """Set texts in the greatest size that fits, on further slides where even the least is too big."""
        left = said
        while left:
            texts = [plain(runs) for runs in left]
            sizes = SIZES if _high(texts[:1], SIZES[-1]) <= BODY[1] else SMALLER
            size = next((s for s in sizes if _high(texts, s) <= BODY[1]), sizes[-1])
            fit = max(1, sum(_high(texts[: n + 1], size) <= BODY[1] for n in range(len(texts))))
            slide = self._slide(title if left is said else self._continued(title))
            self._write(slide, _Box(MARGIN, TOP, *BODY), left[:fit], size)
            self._notes(slide, left[:fit], notes or [])
            left = left[fit:]

    def chart(self, chart: Chart) -> None:
        """Make a slide of a chart, as large as fits."""
        from pptx.util import Pt  # noqa: PLC0415

        slide = self._slide(chart.title)
        drawn = slide.shapes.add_picture(io.BytesIO(self.pictures[chart.id]), Pt(MARGIN), Pt(TOP))
        scale = min(Pt(BODY[0]) / drawn.width, Pt(BODY[1]) / drawn.height)
        drawn.width, drawn.height = round(drawn.width * scale), round(drawn.height * scale)
        drawn.left = round((self.file.slide_width - drawn.width) / 2)
        about = drawn._element.nvPicPr.cNvPr
        about.set("name", chart.id)
        about.set("descr", chart.alt)
        slide.notes_slide.notes_text_frame.text = chart.alt

    # ---- tables

    def table(self, title: str, table: SetTable, beside: list[Runs]) -> None:
        """Set a table in the greatest size that fits, its rows on further slides where none does.

        One with many columns, or with a row longer than a slide, becomes a slide a row. `beside` goes into
        the notes.
        """
        inner = self._inner(table)
        texts = [[plain(cell) for cell in row] for row in (table.head, *table.rows)]
        high = [row_height(row, inner, SIZES[-1]) for row in texts]
        if len(table.head) > COLUMNS or high[0] + max(high[1:], default=0.0) > BODY[1]:
            self._row_by_row(table, [*_note(table), *beside])
            return
        left, notes = list(table.rows), [*_note(table), *beside]
        while left:
            texts = [[plain(cell) for cell in row] for row in (table.head, *left)]
            size = next(
                (s for s in SIZES if rows_that_fit(texts, inner, s, BODY[1]) == len(texts)), SIZES[-1]
            )
            fit = max(1, rows_that_fit(texts, inner, size, BODY[1]) - 1)
            slide = self._slide(self._continued(title) if len(left) < len(table.rows) else title)
            highs = [row_height(row, inner, size) for row in texts[: fit + 1]]
            widths = [width + 2 * CELL_MARGIN for width in inner]
            self._grid(slide, (table.head, *left[:fit]), (widths, highs, size), table)
            self._notes(slide, [cell for row in left[:fit] for cell in row], notes)
            left, notes = left[fit:], []

    def _inner(self, table: SetTable) -> list[float]:
        widths = column_widths(table.of.columns, table.of.widths, BODY[0], SIZES[0])
        return [width - 2 * CELL_MARGIN for width in widths]

    def _row_by_row(self, table: SetTable, notes: list[Runs]) -> None:
        """Make of each row a slide: what it is called above, then each further cell with its heading."""
        for row in table.rows:
            cells = [
                (*head, Run("text", ": ", side=table.side), *_in_one_line(cell))
                for head, cell in zip(table.head[1:], row[1:], strict=True)
                if plain(cell) != EMPTY
            ]
            self.texts(plain(row[0]).replace("\n", " "), cells, notes)
            notes = []

    def _grid(
        self,
        slide: Any,
        rows: tuple[tuple[Runs, ...], ...],
        sizes: tuple[list[float], list[float], float],
        of: SetTable,
    ) -> None:
        from pptx.enum.text import PP_ALIGN  # noqa: PLC0415
        from pptx.util import Pt  # noqa: PLC0415

        widths, highs, size = sizes
        box = _Box(MARGIN, TOP, BODY[0], sum(highs))
        shape = slide.shapes.add_table(len(rows), len(widths), *box.emu)
        shape._element.nvGraphicFramePr.cNvPr.set("descr", of.of.caption)
        made = shape.table
        made.horz_banding = False
        if of.side == "rtl":
            made._tbl.tblPr.set("rtl", "1")
        for column, width in enumerate(widths):
            made.columns[column].width = Pt(width)
        for line, row in enumerate(rows):
            made.rows[line].height = Pt(highs[line])
            for column, runs in enumerate(row):
                cell = made.cell(line, column)
                cell.margin_left = cell.margin_right = Pt(CELL_MARGIN)
                cell.margin_top = cell.margin_bottom = Pt(ROW_MARGIN)
                shade(cell, head=line == 0)
                paragraph = cell.text_frame.paragraphs[0]
                if column in of.of.numeric:
                    paragraph.alignment = PP_ALIGN.RIGHT
                fill(paragraph, runs, Type(size, self.language, bold=line == 0, around=of.side))

    # ---- text

    def _slide(self, title: str, box: _Box | None = None, size: float = 26.0) -> Any:
        """Make a slide with its title, in the layout that has a title alone."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[5])
        held = slide.shapes.title
        held.left, held.top, held.width, held.height = (box or _Box(MARGIN, 22, BODY[0], 60)).emu
        frame = held.text_frame
        frame.word_wrap = True
        paragraph = frame.paragraphs[0]
        from pptx.enum.text import PP_ALIGN  # noqa: PLC0415

        paragraph.alignment = PP_ALIGN.LEFT
        least = min(size, 20.0) if height([title], BODY[0], size) > 60 else size  # noqa: PLR2004  (height of the box)
        fill(paragraph, self._said(title, "strong"), Type(least, self.language))
        if self.brief.draft:
            foot = _Box(MARGIN, HEIGHT - FOOT + 4, BODY[0], FOOT - 8)
            self._write(slide, foot, [self._said(self.brief.draft, "strong")], SMALLER[-1])
        return slide

    def _said(self, spoken: str, kind: Kind = "text") -> Runs:
        return (Run(kind, spoken, side=own_side(spoken, self.brief.language)),)

    def _continued(self, title: str) -> str:
        return self.brief.words.text("common.continued", title=title)

    def _write(self, slide: Any, box: _Box, said: list[Runs], size: float) -> None:
        from pptx.util import Pt  # noqa: PLC0415

        frame = slide.shapes.add_textbox(*box.emu).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for place, runs in enumerate(said):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(GAP * size)
            fill(paragraph, runs, Type(size, self.language))

    def _notes(self, slide: Any, said: list[Runs], beside: list[Runs]) -> None:
        """Write what stands beside a slide's table, and list its numbers with their ids and references."""
        cited = {run.id: run.text for runs in (*said, *beside) for run in runs if run.kind == "number"}
        word, references = self.brief.words.text, self.brief.references
        listed = [
            word("document.number-id", number=text, id=key, reference=str(references[key]))
            for key, text in cited.items()
        ]
        notes = [*map(plain, beside), *((word("document.number-ids"), *listed) if listed else ())]
        if notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _note(table: SetTable) -> list[Runs]:
    return [table.note] if table.note else []


def _in_one_line(runs: Runs) -> Runs:
    """Return a cell with commas for its breaks."""
    return tuple(replace(run, text=run.text.replace("\n", ", ")) for run in runs)


def _high(texts: list[str], size: float) -> float:
    return height(texts, BODY[0], size, gap=GAP)
