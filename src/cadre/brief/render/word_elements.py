"""Elements of a word-processing document, made directly, in the order that the format asks for.

The library's own are slow for long tables, and know nothing of texts that run right to left.
"""

from __future__ import annotations

from typing import Any

from cadre.brief.render.runs import Run
from cadre.words import Side

GREY, FACE = "5F5F5F", "Arial"
_AFTER_BIDI = ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
"""What stands behind the direction of a paragraph among its properties, in the order of the format."""

_AFTER_FRAME = ("w:shd", "w:tabs", "w:bidi", *_AFTER_BIDI)
"""The same of a frame."""


def qualified(tag: str) -> str:
    """Return a name with its name space: `w:p` in full."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    name: str = qn(tag)
    return name


def element(tag: str, **attributes: str) -> Any:
    """Make an element of the word-processing name space with attributes of the same."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qualified(f"w:{key}"), value)
    return made


def under(parent: Any, tag: str, **attributes: str) -> Any:
    """Make an element at the end of another."""
    made = element(tag, **attributes)
    parent.append(made)
    return made


def turn(paragraph: Any, side: Side) -> None:
    """Let a paragraph run right to left; it then begins at the right."""
    if side == "rtl":
        properties = paragraph.get_or_add_pPr()
        later = next((child for child in properties if child.tag in map(qualified, _AFTER_BIDI)), None)
        made = element("w:bidi")
        properties.append(made) if later is None else later.addprevious(made)


def frame(paragraph: Any) -> None:
    """Draw a frame around a paragraph; neighbours with the same frame stand in one."""
    properties = paragraph.get_or_add_pPr()
    borders = element("w:pBdr")
    for edge in ("top", "left", "bottom", "right"):
        under(borders, f"w:{edge}", val="single", sz="6", space="4", color=GREY)
    later = next((child for child in properties if child.tag in map(qualified, _AFTER_FRAME)), None)
    properties.append(borders) if later is None else later.addprevious(borders)


def speak_both(looks: Any) -> None:
    """Return letters that run right to left the face, size and weight of the others of a style."""
    faces, size, bold = (looks.find(qualified(tag)) for tag in ("w:rFonts", "w:sz", "w:b"))
    if faces is not None:
        faces.attrib.pop(qualified("w:cstheme"), None)
        faces.set(qualified("w:cs"), FACE)
    if size is not None:
        for old in looks.findall(qualified("w:szCs")):
            looks.remove(old)
        size.addnext(element("w:szCs", val=size.get(qualified("w:val"))))
    if bold is not None and looks.find(qualified("w:bCs")) is None:
        bold.addnext(element("w:bCs"))


def run_of(run: Run, *, small: bool = False, bold: bool = False) -> Any:
    """Make a run; line breaks inside the text become breaks."""
    made, rtl = element("w:r"), run.side == "rtl"
    if small or bold or rtl:
        style = under(made, "w:rPr")
        if bold:
            under(style, "w:b")
        if bold and rtl:
            under(style, "w:bCs")
        if small:
            under(style, "w:color", val=GREY)
        if rtl:
            under(style, "w:rtl")
    for place, line in enumerate(run.lines):
        if place:
            under(made, "w:br")
        held = under(made, "w:t")
        held.text = line
        held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def table_properties(caption: str, side: Side) -> Any:
    """Return thin rules between rows, the full width, and the caption for those who do not see the table."""
    made = element("w:tblPr")
    if side == "rtl":
        under(made, "w:bidiVisual")
    under(made, "w:tblW", w="5000", type="pct")
    borders = under(made, "w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        under(borders, f"w:{edge}", val="single", sz="4", space="0", color="B8B8B8")
    under(made, "w:tblLayout", type="fixed")
    margins = under(made, "w:tblCellMar")
    for edge in ("left", "right"):
        under(margins, f"w:{edge}", w="40", type="dxa")
    under(made, "w:tblLook", firstRow="1", firstColumn="1", noHBand="1", noVBand="1")
    under(made, "w:tblCaption", val=caption)
    return made
