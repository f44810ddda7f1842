"""The brief as a Word document: the same sections, tables and charts as in print, to be edited and passed on.

Takes a `Brief` and pictures of its charts, gives the bytes of a .docx file. Headings, lists and tables are
real ones; head rows repeat; charts carry their alternative text. A number is a link to the place where it is
at home, and its tip tells its id. Elements are made directly: the library's cells take long for long tables.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any

from cadre.brief.content import (
    Block,
    Brief,
    Bullets,
    Chart,
    Paragraph,
    Piece,
    Ref,
    Section,
    Small,
    Strong,
    Table,
    Words,
    targets,
)
from cadre.brief.numbers import Cited
from cadre.brief.render.fitting import column_widths
from cadre.brief.render.pictures import WIDTH_CM
from cadre.brief.render.zipped import without_clock
from cadre.words import REGIONS

TWIPS_PER_CM, TWIPS_PER_POINT = 567, 20
CELL_SIZE = 7.5
MARGIN_CM, PAGE_CM = 2.0, (21.0, 29.7)
GREY = "5F5F5F"
_TIP = 250
"""Characters of a tip that Word shows."""


def docx_of(brief: Brief, pictures: Mapping[str, bytes]) -> bytes:
    """Write a brief as a Word document.

    Parameters
    ----------
    brief : Brief
        The content.
    pictures : mapping of str to bytes
        PNG of each chart, by id.
    """
    writer = _Writer(brief, pictures)
    writer.add_heading(brief.headline, 0)
    for page in brief.pages:
        for section in page:
            writer.section(section, section.title)
    for place, section in enumerate(brief.annexes, start=1):
        writer.section(section, brief.annex_title(place, section))
    target = io.BytesIO()
    writer.document.save(target)
    return without_clock(target.getvalue())


class _Writer:
    """A document in the making, with the bookmarks given so far."""

    def __init__(self, brief: Brief, pictures: Mapping[str, bytes]) -> None:
        import docx  # noqa: PLC0415  (only needed here)

        self.brief, self.pictures = brief, pictures
        self.document = docx.Document()
        self.linked = targets(brief)
        self.bookmarks = 0
        self._properties()
        self._layout()

    def _properties(self) -> None:
        """State who, what and when; the day is the planner's, never the clock's."""
        about = self.document.core_properties
        made = dt.datetime.combine(dt.date.fromisoformat(self.brief.as_of), dt.time())
        about.title = self.brief.headline
        about.author = about.last_modified_by = "Cadre"
        about.subject = self.brief.words.text("document.subject", host=self.brief.host)
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

    def section(self, section: Section, title: str) -> None:
        self.add_heading(title, 1)
        for block in section.blocks:
            self.block(block, section)

    def block(self, block: Block, section: Section) -> None:
        if isinstance(block, Paragraph):
            self.text(self.document.add_paragraph()._p, block.words, small=block.small)
        elif isinstance(block, Bullets):
            for item in block.items:
                self.text(self.document.add_paragraph(style="List Bullet")._p, item)
        elif isinstance(block, Table):
            self.table(block, section)
        else:
            self.chart(block)

    # ---- tables and charts

    def caption(self, text: str) -> None:
        made = self.document.add_paragraph(text, style="Caption")
        made.paragraph_format.keep_with_next = True

    def table(self, table: Table, section: Section) -> None:
        if table.caption != section.title:
            self.caption(table.caption)
        made = _element("w:tbl")
        made.append(_table_properties(table.caption))
        grid = _under(made, "w:tblGrid")
        room = (PAGE_CM[0] - 2 * MARGIN_CM) * TWIPS_PER_CM / TWIPS_PER_POINT
        points = column_widths(table.columns, table.widths, room, CELL_SIZE)
        widths = [round(TWIPS_PER_POINT * width) for width in points]
        for width in widths:
            _under(grid, "w:gridCol", w=str(width))
        head = tuple((Strong(title),) for title in table.columns)
        for place, row in enumerate((head, *table.rows)):
            made.append(self._row(row, widths, table, head=place == 0))
        self.document.element.body.insert(-1, made)  # before the properties of the last section
        note = self.document.add_paragraph()._p
        self.text(note, table.note, small=True)

    def _row(self, row: tuple[Words, ...], widths: list[int], table: Table, *, head: bool) -> Any:
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
            if column in table.numeric:
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

    def text(self, paragraph: Any, words: Words, *, small: bool = False) -> None:
        for piece in words:
            for made in self.piece(piece, small=small):
                paragraph.append(made)

    def piece(self, piece: Piece, *, small: bool) -> Iterator[Any]:
        if isinstance(piece, Cited):
            yield from self.number(piece, small=small)
        elif isinstance(piece, Ref):
            yield from self._linked(f"s-{piece.id}", _run(piece.id, small=small), piece)
        elif isinstance(piece, Strong):
            yield _run(piece.text, small=small, bold=True)
        else:
            yield _run(
                piece.text if isinstance(piece, Small) else piece, small=small or isinstance(piece, Small)
            )

    def number(self, cited: Cited, *, small: bool) -> Iterator[Any]:
        """Give a number as a link whose tip tells its id, with its reference raised behind it."""
        reference = self.brief.references[cited.id]
        shown = _run(cited.text, small=small or cited.small)
        yield from self._linked(f"n-{reference}", shown, cited)
        if cited.target and not cited.quiet:
            yield _run(f" [{reference}]", small=True)
        elif not cited.small and not cited.quiet:
            yield _run(str(reference), small=True, raised=True)

    def _linked(self, anchor: str, run: Any, piece: Cited | Ref) -> Iterator[Any]:
        """Wrap a run in a link to its home; at home, mark the place."""
        if piece.id not in self.linked:
            yield run
            return
        link = _element("w:hyperlink", anchor=anchor, history="1")
        if isinstance(piece, Cited):
            tip = self.brief.words.text("document.id-first", id=piece.id, tip=self.brief.tips[piece.id])
            link.set(_name("w:tooltip"), tip if len(tip) <= _TIP else f"{tip[:_TIP]}…")
        link.append(run)
        if not piece.target:
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
