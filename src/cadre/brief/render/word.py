"""The brief as a Word document: the same pages as in print, to be edited and passed on.

Takes a brief in runs and pictures of its charts, gives the bytes of a .docx file. Headings, lists and tables
are real ones; head rows repeat; charts carry their alternative text. A number is a link to the place where it
is at home, on a page or in an annex of the page on the web, and its tip tells its id. Elements are made
directly: the library's cells take long for long tables.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from cadre.brief.content import Brief, Chart
from cadre.brief.render.pictures import WIDTH_CM
from cadre.brief.render.runs import (
    Laid,
    Run,
    Runs,
    SetBlock,
    SetBullets,
    SetParagraph,
    SetSection,
    SetTable,
    embedded,
)
from cadre.brief.render.text_metrics import column_widths
from cadre.brief.render.word_elements import (
    FACE,
    element,
    frame,
    qualified,
    run_of,
    speak_both,
    table_properties,
    turn,
    under,
)
from cadre.brief.render.zipped import shortened, without_clock
from cadre.words import REGIONS, SIDES, SOURCE, Side
from cadre.words.sides import marked, own_side

WEB = "brief.html"
"""The file beside this one that has the annexes."""
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TWIPS_PER_CM, TWIPS_PER_POINT = 567, 20
CELL_SIZE = 7.5
MARGIN_CM, PAGE_CM = 2.0, (21.0, 29.7)
_TIP = 250
"""Characters of a tip that Word shows."""


def docx_of(laid: Laid, pictures: Mapping[str, bytes]) -> bytes:
    """Write a brief as a Word document.

    Parameters
    ----------
    laid : Laid
        The content in runs.
    pictures : mapping of str to bytes
        PNG of each chart, by id.
    """
    writer = _Writer(laid.brief, pictures)
    writer.add_heading(laid.brief.headline, 0)
    for place, page in enumerate(laid.pages):
        for n, section in enumerate(page):
            writer.section(section, begins_page=place > 0 and n == 0)
    target = io.BytesIO()
    writer.document.save(target)
    return without_clock(target.getvalue())


class _Writer:
    """A document in the making, with the bookmarks given so far."""

    def __init__(self, brief: Brief, pictures: Mapping[str, bytes]) -> None:
        import docx  # noqa: PLC0415  (only needed here)

        self.brief, self.pictures = brief, pictures
        self.document = docx.Document()
        self.web = self.document.part.relate_to(WEB, HYPERLINK, is_external=True)
        self.bookmarks = 0
        self.usual = SIDES[brief.language]
        self._properties()
        self._layout()

    def _properties(self) -> None:
        """State who, what and when; the day is the planner's, never the clock's."""
        about = self.document.core_properties
        made = dt.datetime.combine(dt.date.fromisoformat(self.brief.as_of), dt.time())
        about.title = shortened(self.brief.headline)
        about.author = about.last_modified_by = "Cadre"
        about.subject = shortened(self.brief.words.text("document.subject", host=self.brief.host))
        about.comments, about.keywords, about.language = "", "", self.brief.language
        about.created = about.modified = made
        about.revision = 1

    def _layout(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
        from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

        page = self.document.sections[0]
        page.page_width, page.page_height = (Cm(length) for length in PAGE_CM)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(MARGIN_CM)
        word = self.brief.words.text
        self.title(
            page.header.paragraphs[0], word("document.header", title=self.brief.title, day=self.brief.day)
        )
        if self.brief.draft:
            self.title(page.header.add_paragraph(), self.brief.draft)
            page.header.paragraphs[-1].runs[0].bold = True
        self.title(page.footer.paragraphs[0], word("document.in-print"))
        styles = self.document.styles
        for spoken in styles.element.iter(qualified("w:lang")):
            spoken.set(qualified("w:val"), REGIONS[self.brief.language])
        for name, size in (("Normal", 10), ("List Bullet", 10), ("Caption", 9), ("Header", 8), ("Footer", 8)):
            styles[name].font.name, styles[name].font.size = FACE, Pt(size)
            styles[name].paragraph_format.space_after = Pt(3)
        for name, size in (("Title", 20), ("Heading 1", 13)):
            styles[name].font.name, styles[name].font.size = FACE, Pt(size)
            styles[name].font.color.rgb = RGBColor(0x12, 0x12, 0x12)
        styles["Caption"].font.color.rgb = RGBColor(0x12, 0x12, 0x12)
        cell = styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
        cell.base_style, cell.font.size = styles["Normal"], Pt(CELL_SIZE)
        cell.paragraph_format.space_after = Pt(0)
        if self.usual == "rtl":
            self._right_to_left()

    def _right_to_left(self) -> None:
        """Turn the page, and give styles the face, size and weight of letters that run so."""
        region = REGIONS[self.brief.language]
        properties = self.document.sections[0]._sectPr
        grid = properties.find(qualified("w:docGrid"))
        properties.insert(len(properties) if grid is None else properties.index(grid), element("w:bidi"))
        for spoken in self.document.styles.element.iter(qualified("w:lang")):
            spoken.set(qualified("w:val"), REGIONS[SOURCE])
            spoken.set(qualified("w:bidi"), region)
        for looks in self.document.styles.element.iter(qualified("w:rPr")):
            speak_both(looks)

    def add_heading(self, text: str, level: int) -> Any:
        made = self.document.add_heading("", level)
        self.title(made, text)
        return made

    def title(self, paragraph: Any, text: str) -> None:
        """Write a text without looks into a paragraph, which runs as its words do."""
        side = own_side(text, self.brief.language)
        paragraph.text = marked(text, side)
        turn(paragraph._p, side)
        for run in paragraph._p.iter(qualified("w:r")) if side == "rtl" else ():
            run.get_or_add_rPr().append(element("w:rtl"))

    def paragraph(self, runs: Runs, side: Side, *, small: bool = False, style: str | None = None) -> None:
        made = self.document.add_paragraph(style=style)._p
        turn(made, side)
        self.text(made, runs, side, small=small)

    def section(self, section: SetSection, *, begins_page: bool) -> None:
        begins = len(self.document.paragraphs) if section.boxed else 0
        heading = self.add_heading(section.title, 1)
        heading.paragraph_format.page_break_before = begins_page or None
        for block in section.blocks:
            self.block(block)
        if section.boxed:
            for paragraph in self.document.paragraphs[begins:]:
                frame(paragraph._p)

    def block(self, block: SetBlock) -> None:
        if isinstance(block, SetParagraph):
            self.paragraph(block.runs, block.side, small=block.small)
        elif isinstance(block, SetBullets):
            for item in block.items:
                self.paragraph(item, block.side, style="List Bullet")
        elif isinstance(block, SetTable):
            self.table(block)
        else:
            self.chart(block.of)

    # ---- tables and charts

    def caption(self, text: str) -> None:
        made = self.document.add_paragraph(style="Caption")
        self.title(made, text)
        made.paragraph_format.keep_with_next = True

    def table(self, table: SetTable) -> None:
        of = table.of
        if table.captioned:
            self.caption(of.caption)
        made = element("w:tbl")
        made.append(table_properties(of.caption, table.side))
        grid = under(made, "w:tblGrid")
        room = (PAGE_CM[0] - 2 * MARGIN_CM) * TWIPS_PER_CM / TWIPS_PER_POINT
        points = column_widths(of.columns, of.widths, room, CELL_SIZE)
        widths = [round(TWIPS_PER_POINT * width) for width in points]
        for width in widths:
            under(grid, "w:gridCol", w=str(width))
        for place, row in enumerate((table.head, *table.rows)):
            made.append(self._row(row, widths, table, head=place == 0))
        self.document.element.body.insert(-1, made)  # before the properties of the last section
        self.paragraph(table.note, table.note_side, small=True)
        if table.origins:
            self.title(self.document.add_paragraph(), table.origins)

    def _row(self, row: tuple[Runs, ...], widths: list[int], table: SetTable, *, head: bool) -> Any:
        made = element("w:tr")
        properties = under(made, "w:trPr")
        under(properties, "w:cantSplit")
        if head:
            under(properties, "w:tblHeader")
        for column, cell in enumerate(row):
            held = under(made, "w:tc")
            under(under(held, "w:tcPr"), "w:tcW", w=str(widths[column]), type="dxa")
            paragraph = under(held, "w:p")
            style = under(paragraph, "w:pPr")
            under(style, "w:pStyle", val="Cell")
            if table.side == "rtl":
                under(style, "w:bidi")  # such a paragraph begins to the right, where numbers stand, too
            elif column in table.of.numeric:
                under(style, "w:jc", val="right")
            self.text(paragraph, cell, table.side)
        return made

    def chart(self, chart: Chart) -> None:
        from docx.shared import Cm  # noqa: PLC0415

        self.caption(chart.title)
        run = self.document.add_paragraph().add_run()
        drawn = run.add_picture(io.BytesIO(self.pictures[chart.id]), width=Cm(WIDTH_CM * chart.width))
        about = drawn._inline.docPr
        about.set("name", chart.id)
        about.set("title", chart.title)
        about.set("descr", chart.alt)

    # ---- text

    def text(self, paragraph: Any, runs: Runs, around: Side, *, small: bool = False) -> None:
        for run in embedded(runs, around):
            for made in self.run(run, small=small):
                paragraph.append(made)

    def run(self, run: Run, *, small: bool) -> Iterator[Any]:
        if run.kind == "number":
            yield from self.number(run, small=small)
        elif run.kind == "statement":
            yield from self._linked(f"s-{run.id}", run_of(run, small=small), run)
        else:
            yield run_of(run, small=small or run.kind == "small", bold=run.kind == "strong")

    def number(self, run: Run, *, small: bool) -> Iterator[Any]:
        """Make a number a link whose tip tells its id; at home its reference stands behind it."""
        yield from self._linked(f"n{run.reference}", run_of(run, small=small or run.small), run)
        if run.target and not run.quiet:
            yield run_of(replace(run, text=f" [{run.reference}]"), small=True)

    def _linked(self, anchor: str, shown: Any, run: Run) -> Iterator[Any]:
        """Wrap what is shown in a link to its home; at home, mark the place."""
        if not run.linked:
            yield shown
            return
        link = element("w:hyperlink", anchor=anchor, history="1")
        if not run.printed:
            link.set(qualified("r:id"), self.web)
        if run.tip:
            tip = self.brief.words.text("document.id-first", id=run.id, tip=run.tip)
            link.set(qualified("w:tooltip"), tip if len(tip) <= _TIP else f"{tip[:_TIP]}…")
        link.append(shown)
        if not run.target:
            yield link
            return
        self.bookmarks += 1
        yield element("w:bookmarkStart", id=str(self.bookmarks), name=anchor)
        yield link
        yield element("w:bookmarkEnd", id=str(self.bookmarks))
