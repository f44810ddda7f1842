"""The brief in print: A4, two pages and annexes, PDF/A, tagged, with alternative texts.

The same bytes every time. Takes a `Brief` and its drawn charts, gives the bytes of a PDF. Data goes to the
typesetter as JSON and is never read as markup. The two pages are set in the greatest of a few sizes in which
they stay two pages.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
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
from cadre.brief.render.glyphs import STANDARDS, STANDS_IN, showable

TEMPLATE = Path(__file__).parent / "templates" / "brief.typ"
SIZES = (1.06, 1.0, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74)
"""Sizes tried for the two pages, of 9 points."""
_LONG = re.compile(r"\S{16,}")
_BREAKS = re.compile(r"([./_@:-])")
_ZERO_WIDTH_SPACE = "\u200b"


def pdf_of(brief: Brief, drawn: Mapping[str, str]) -> bytes:
    """Typeset a brief.

    Parameters
    ----------
    brief : Brief
        The content.
    drawn : mapping of str to str
        SVG of each chart, by id.
    """
    document = _document(brief)
    (text, *images), replaced = showable([json.dumps(document, ensure_ascii=False), *drawn.values()])
    if replaced:
        said = brief.words.text("document.stands-in", sign=STANDS_IN)
        footer = f"{document['footer']} {said}"
        text = json.dumps(json.loads(text) | {"footer": footer}, ensure_ascii=False)
    with tempfile.TemporaryDirectory(prefix="cadre-brief-") as folder:
        root = Path(folder)
        (root / "brief.typ").write_bytes(TEMPLATE.read_bytes())
        (root / "brief.json").write_text(text, "utf-8")
        for name, svg in zip(drawn, images, strict=True):
            (root / f"{name}.svg").write_text(svg, "utf-8")
        return _compiled(root / "brief.typ", len(brief.pages))


def _compiled(main: Path, pages: int) -> bytes:
    """Compile with each page in the greatest size in which it is one page; in the smallest where none is."""
    import typst  # noqa: PLC0415  (heavy)

    inputs = {"scales": ",".join(f"{size}" for size in _fitting(main, pages))}
    compiler = typst.Compiler(str(main), root=str(main.parent), ignore_system_fonts=True, sys_inputs=inputs)
    made = compiler.compile(format="pdf", pdf_standards=[*STANDARDS])
    assert isinstance(made, bytes)  # a list of pages only for images, None only when a file is named
    return made


def _fitting(main: Path, pages: int) -> list[float]:
    """Give the size of each page, found on the pages alone: annexes take long and change nothing."""
    import typst  # noqa: PLC0415

    sizes = [SIZES[0]] * pages
    while True:
        inputs = {"scales": ",".join(map(str, sizes)), "annexes": "no"}
        compiler = typst.Compiler(
            str(main), root=str(main.parent), ignore_system_fonts=True, sys_inputs=inputs
        )
        ends = [0, *json.loads(compiler.query("<end-of-page>", field="value"))]
        too_long = [
            place
            for place, (last, end) in enumerate(pairwise(ends))
            if end - last > 1 and sizes[place] != SIZES[-1]
        ]
        if not too_long:
            return sizes
        for place in too_long:
            sizes[place] = SIZES[SIZES.index(sizes[place]) + 1]


def _document(brief: Brief) -> dict[str, Any]:
    """Give everything that the template reads."""
    date = dt.date.fromisoformat(brief.as_of)
    linked = targets(brief)

    def section(of: Section) -> dict[str, Any]:
        return {"id": of.id, "title": of.title, "blocks": [_block(b, of, brief, linked) for b in of.blocks]}

    return {
        "title": brief.title,
        "description": brief.words.text("document.description", title=brief.title, host=brief.host),
        "language": brief.language,
        "headline": brief.headline,
        "footer": brief.words.text("document.in-print"),
        "date": [date.year, date.month, date.day],
        "as_known": brief.words.text("document.as-known", day=brief.day),
        "annexes_title": brief.words.text("document.annexes"),
        "pages": [[section(s) for s in page] for page in brief.pages],
        "annexes": [
            section(s) | {"title": brief.annex_title(place, s)}
            for place, s in enumerate(brief.annexes, start=1)
        ],
    }


def _block(block: Block, section: Section, brief: Brief, linked: frozenset[str]) -> dict[str, Any]:
    def text(words: Words) -> list[dict[str, Any]]:
        return [part for piece in words for part in _piece(piece, brief, linked)]

    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "small": block.small, "words": text(block.words)}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": [{"words": text(item)} for item in block.items]}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "caption": block.caption,
            "captioned": block.caption != section.title,
            "columns": list(block.columns),
            "widths": list(block.widths),
            "numeric": list(block.numeric),
            "note": text(block.note),
            "rows": [[{"words": text(cell)} for cell in row] for row in block.rows],
        }
    return _chart(block, section)


def _chart(chart: Chart, section: Section) -> dict[str, Any]:
    return {
        "kind": "chart",
        "file": f"{chart.id}.svg",
        "alt": chart.alt,
        "title": chart.title,
        "titled": chart.title != section.title,
        "width": chart.width,
    }


def _piece(piece: Piece, brief: Brief, linked: frozenset[str]) -> list[dict[str, Any]]:
    if isinstance(piece, Cited):
        return [
            {
                "t": "number",
                "s": piece.text,
                "n": brief.references[piece.id],
                "small": piece.small,
                "target": piece.target,
                "quiet": piece.quiet,
                "linked": piece.id in linked,
            }
        ]
    if isinstance(piece, Ref):
        return [{"t": "statement", "s": piece.id, "target": piece.target, "linked": piece.id in linked}]
    if isinstance(piece, Strong | Small):
        return [{"t": "strong" if isinstance(piece, Strong) else "small", "s": _breakable(piece.text)}]
    lines = piece.split("\n")
    parts: list[dict[str, Any]] = [{"t": "text", "s": _breakable(lines[0])}]
    for line in lines[1:]:
        parts += [{"t": "break"}, {"t": "text", "s": _breakable(line)}]
    return [part for part in parts if part.get("s") != ""]


def _breakable(text: str) -> str:
    """Let long words, such as paths and ids, break after their separators."""
    return _LONG.sub(lambda found: _BREAKS.sub(rf"\1{_ZERO_WIDTH_SPACE}", found[0]), text)
