"""Text of slides: runs in a paragraph, their size and face, and which way they run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cadre.brief.render.runs import Runs, embedded, isolating
from cadre.words import REGIONS, Language, Side
from cadre.words.sides import own_side

FACE = "Arial"
INK, GREY, PALE, WHITE = ((shade, shade, shade) for shade in (0x12, 0x5F, 0xE6, 0xFF))


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size in points, language of the document, whether bold.

    It runs as its own words do; in a table as the table does (`around`).
    """

    size: float
    language: Language
    bold: bool = False
    around: Side | None = None


def fill(paragraph: Any, runs: Runs, how: Type) -> None:
    """Write a text into a paragraph, run by run; line breaks inside it become breaks."""
    from pptx.util import Pt  # noqa: PLC0415

    side = how.around or own_side(isolating(runs), how.language)
    if side == "rtl":
        properties = paragraph._p.get_or_add_pPr()
        properties.set("rtl", "1")
        properties.set("algn", "r")
    for run in embedded(runs, side):
        for place, line in enumerate(run.lines):
            if place:
                paragraph.add_line_break()
                sized(paragraph._p[-1], "a:rPr", how.size)
            if not line:
                continue
            made = paragraph.add_run()
            made.text = line
            made.font.size, made.font.name = Pt(how.size), FACE
            made.font.bold = how.bold or run.kind == "strong"
            made.font.color.rgb = colour(GREY if run.kind == "number" and run.small else INK)
            if run.side == "rtl":
                speak_both(made, REGIONS[how.language])
    sized(paragraph._p, "a:endParaRPr", how.size)


def colour(shade: tuple[int, int, int]) -> Any:
    """Return a colour as the format has it."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415

    made: Any = RGBColor  # the library does not type it
    return made(*shade)


def sized(parent: Any, tag: str, size: float) -> None:
    """State the size of what has no run: breaks and ends of paragraphs, which else stand at 18 points."""
    from pptx.oxml.ns import qn  # noqa: PLC0415

    parent.append(parent.makeelement(qn(tag), {"sz": str(round(100 * size))}))


def speak_both(run: Any, region: str) -> None:
    """Say in which language a run is, and its face for letters that run right to left."""
    from pptx.oxml.ns import qn  # noqa: PLC0415

    looks = run._r.get_or_add_rPr()
    looks.set("lang", region)
    looks.append(looks.makeelement(qn("a:cs"), {"typeface": FACE}))


def shade(cell: Any, *, head: bool) -> None:
    """Return a light head and a white body: the deck is printed in black and white."""
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(PALE if head else WHITE)
