"""The brief as a Word document: the same sections, tables and charts as in print, to be edited and passed on.

Takes a brief in runs and pictures of its charts, gives the bytes of a .docx file. Headings, lists and tables
are real ones; head rows repeat; charts carry their alternative text. A number is a link to the place where it
is at home, and its tip tells its id. Elements are made directly: the library's cells take long for long
tables.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any

from cadre.brief.content import Brief, Chart
from cadre.brief.render.fitting import column_widths
from cadre.brief.render.pictures import WIDTH_CM
from cadre.brief.render.runs import Laid, Run, Runs, SetBlock, SetBullets, SetParagraph, SetSection, SetTable
from cadre.brief.render.zipped import shortened, without_clock
from cadre.words import REGIONS

TWIPS_PER_CM, TWIPS_PER_POINT = 567, 20
CELL_SIZE = 7.5
MARGIN_CM, PAGE_CM = 2.0, (21.0, 29.7)
GREY = "5F5F5F"
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
    for section in (*(section for page in laid.pages for section in page), *laid.annexes):
        writer.section(section)
    target = io.BytesIO()
    writer.document.save(target)
    return without_clock(target.getvalue())


class _Writer:
    """A document in the making, with the bookmarks given so far."""

    def __init__(self, brief: Brief, pictures: Mapping[str, bytes]) -> None:
        import docx  # noqa: PLC0415  (only needed here)

        self.brief, self.pictures = brief, pictures
        self.document = docx.Document()
        self.bookmarks = 0
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
        page.header.paragraphs[0].text = word("document.header", title=self.brief.title, day=self.brief.day)
        page.footer.paragraphs[0].text = word("document.in-print")
        styles = self.document.styles
        for spoken in styles.element.iter(_name("w:lang")):
            spoken.set(_name("w:val"), REGIONS[self.brief.language])
        for name, size in (("Normal", 10), ("List Bullet", 10), ("Caption", 9), ("Header", 8), ("Footer", 8)):
            styles[name].font.name, styles[name].font.size = "Arial", Pt(size)
            styles[name].paragraph_format.space_after = Pt(3)
        for name, size in (("Title", 20), ("Heading 1", 13)):
            styles[name].font.name, styles[name].font.size = "Arial", Pt(size)
            styles[name].font.color.rgb = RGBColor(0x12, 0x12, 0x12)
        styles["Caption"].font.color.rgb = RGBColor(0x12, 0x12, 0x12)
        cell = styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
        cell.base_style, cell.font.size = styles["Normal"], Pt(CELL_SIZE)
        cell.paragraph_format.space_after = Pt(0)

    def add_heading(self, text: str, level: int) -> None:
        self.document.add_heading(text, level)

    def section(self, section: SetSection) -> None:
        self.add_heading(section.title, 1)
        for block in section.blocks:
            self.block(block)

    def block(self, block: SetBlock) -> None:
        if isinstance(block, SetParagraph):
            self.text(self.document.add_paragraph()._p, block.runs, small=block.small)
        elif isinstance(block, SetBullets):
            for item in block.items:
                self.text(self.document.add_paragraph(style="List Bullet")._p, item)
        elif isinstance(block, SetTable):
            self.table(block)
        else:
            self.chart(block.of)

    # ---- tables and charts

    def caption(self, text: str) -> None:
        made = self.document.add_paragraph(text, style="Caption")
        made.paragraph_format.keep_with_next = True

    def table(self, table: SetTable) -> None:
        of = table.of
        if table.captioned:
            self.caption(of.caption)
        made = _element("w:tbl")
        made.append(_table_properties(of.caption))
        grid = _under(made, "w:tblGrid")
        room = (PAGE_CM[0] - 2 * MARGIN_CM) * TWIPS_PER_CM / TWIPS_PER_POINT
        points = column_widths(of.columns, of.widths, room, CELL_SIZE)
        widths = [round(TWIPS_PER_POINT * width) for width in points]
        for width in widths:
            _under(grid, "w:gridCol", w=str(width))
        for place, row in enumerate((table.head, *table.rows)):
            made.append(self._row(row, widths, of.numeric, head=place == 0))
        self.document.element.body.insert(-1, made)  # before the properties of the last section
        note = self.document.add_paragraph()._p
        self.text(note, table.note, small=True)

    def _row(self, row: tuple[Runs, ...], widths: list[int], numeric: tuple[int, ...], *, head: bool) -> Any:
        made = _element("w:tr")
        properties = _under(made, "w:trPr")
        _under(properties, "w:cantSplit")
        if head:
            _under(properties, "w:tblHeader")
        for column, cell in enumerate(row):
            held = _under(made, "w:tc")
            _under(_under(held, "w:tcPr"), "w:tcW", w=str(widths[column]), type="dxa")
            paragraph = _under(held, "w:p")
            style = _under(paragraph, "w:pPr")
            _under(style, "w:pStyle", val="Cell")
            if column in numeric:
                _under(style, "w:jc", val="right")
            self.text(paragraph, cell)
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

    def text(self, paragraph: Any, runs: Runs, *, small: bool = False) -> None:
        for run in runs:
            for made in self.run(run, small=small):
                paragraph.append(made)

    def run(self, run: Run, *, small: bool) -> Iterator[Any]:
        if run.kind == "number":
            yield from self.number(run, small=small)
        elif run.kind == "statement":
            yield from self._linked(f"s-{run.id}", _run(run.text, small=small), run)
        else:
            yield _run(run.text, small=small or run.kind == "small", bold=run.kind == "strong")

    def number(self, run: Run, *, small: bool) -> Iterator[Any]:
        """Make a number a link whose tip tells its id, with its reference raised behind it."""
        yield from self._linked(f"n-{run.reference}", _run(run.text, small=small or run.small), run)
        if run.target and not run.quiet:
            yield _run(f" [{run.reference}]", small=True)
        elif not run.small and not run.quiet:
            yield _run(str(run.reference), small=True, raised=True)

    def _linked(self, anchor: str, shown: Any, run: Run) -> Iterator[Any]:
        """Wrap what is shown in a link to its home; at home, mark the place."""
        if not run.linked:
            yield shown
            return
        link = _element("w:hyperlink", anchor=anchor, history="1")
        if run.tip:
            tip = self.brief.words.text("document.id-first", id=run.id, tip=run.tip)
            link.set(_name("w:tooltip"), tip if len(tip) <= _TIP else f"{tip[:_TIP]}…")
        link.append(shown)
        if not run.target:
            yield link
            return
        self.bookmarks += 1
        yield _element("w:bookmarkStart", id=str(self.bookmarks), name=anchor)
        yield link
        yield _element("w:bookmarkEnd", id=str(self.bookmarks))


def _name(tag: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415

    name: str = qn(tag)
    return name


def _element(tag: str, **attributes: str) -> Any:
    """Make an element of the word-processing name space with attributes of the same."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(_name(f"w:{key}"), value)
    return made


def _under(parent: Any, tag: str, **attributes: str) -> Any:
    made = _element(tag, **attributes)
    parent.append(made)
    return made


def _run(text: str, *, small: bool = False, bold: bool = False, raised: bool = False) -> Any:
    """Make a run; line breaks inside the text become breaks."""
    made = _element("w:r")
    if small or bold or raised:
        style = _under(made, "w:rPr")
        if bold:
            _under(style, "w:b")
        if small:
            _under(style, "w:color", val=GREY)
        if raised:
            _under(style, "w:vertAlign", val="superscript")
    for place, line in enumerate(text.split("\n")):
        if place:
            _under(made, "w:br")
        held = _under(made, "w:t")
        held.text = line
        held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _table_properties(caption: str) -> Any:
    """Give thin rules between rows, the full width, and the caption for those who do not see the table."""
    made = _element("w:tblPr")
    _under(made, "w:tblW", w="5000", type="pct")
    borders = _under(made, "w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        _under(borders, f"w:{side}", val="single", sz="4", space="0", color="B8B8B8")
    _under(made, "w:tblLayout", type="fixed")
    margins = _under(made, "w:tblCellMar")
    for side in ("left", "right"):
        _under(margins, f"w:{side}", w="40", type="dxa")
    _under(made, "w:tblLook", firstRow="1", firstColumn="1", noHBand="1", noVBand="1")
    _under(made, "w:tblCaption", val=caption)
    return made
