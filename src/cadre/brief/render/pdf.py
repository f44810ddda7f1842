"""The brief in print: the pages, each on one A4 page, PDF/A, tagged, with alternative texts.

The same bytes every time. Takes a brief in runs and its drawn charts, gives the bytes of a PDF. Data goes to
the typesetter as JSON and is never read as markup. Each page is set in the greatest of a few sizes in which
it stays one page. Numbers whose home is an annex lead into the page on the web, which lies beside.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from cadre.brief.render.glyphs import STANDS_IN, lacking_glyphs, plain_latin, showable, without
from cadre.brief.render.pictures import lacking_codes, pictures_of
from cadre.brief.render.runs import Laid, Run, Runs, SetBlock, SetBullets, SetParagraph, SetSection, SetTable
from cadre.brief.render.typesetting import STANDARDS, compiler_of
from cadre.words import SIDES, SOURCE
from cadre.words.sides import CLOSES, ISOLATES

TEMPLATE = Path(__file__).parent / "templates" / "brief.typ"
SIZES = (1.08, 1.04, 1.0, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74, 0.7)
"""Sizes tried for each page, of 10 points."""
LONGEST, PIECE = 45, 20
"""Letters of a word that may need to break anywhere, and of its pieces."""
_LONG = re.compile(r"\S{16,}")
_ENDLESS = re.compile(rf"[^\s\u200b]{{{LONGEST},}}")
_BREAKS = re.compile(r"([./_@:-])")
WEB = "brief.html"
"""The file beside this one that has the annexes."""
_ZERO_WIDTH_SPACE, _JOINER = "\u200b", "\u200d"


def pdf_of(laid: Laid, drawn: Mapping[str, str]) -> bytes:
    """Typeset a brief.

    Parameters
    ----------
    laid : Laid
        The content in runs.
    drawn : mapping of str to str
        SVG of each chart, by id.
    """
    brief, document = laid.brief, _document(laid)
    shown = {chart.id: drawn[chart.id] for chart in laid.printed_charts}
    (text, *images), replaced = showable([json.dumps(document, ensure_ascii=False), *shown.values()])
    if replaced:
        said = brief.words.text("document.stands-in", sign=STANDS_IN)
        footer = f"{document['footer']} {said}"
        text = json.dumps(json.loads(text) | {"footer": footer}, ensure_ascii=False)
    with tempfile.TemporaryDirectory(prefix="cadre-brief-") as folder:
        root = Path(folder)
        (root / "brief.typ").write_bytes(TEMPLATE.read_bytes())
        for name, svg in zip(shown, images, strict=True):
            (root / f"{name}.svg").write_text(svg, "utf-8")
        (root / "brief.json").write_text(text, "utf-8")
        return _compiled(root / "brief.typ", len(brief.pages))


def _compiled(main: Path, pages: int) -> bytes:
    """Compile; what print does not take, though each word of it can be shown, is mended step by step."""
    import typst  # noqa: PLC0415  (heavy)

    mends = [_without_pieces, _with_pictures, _in_plain_latin]
    while True:
        try:
            return _set(main, pages)
        except typst.TypstError as error:
            named = lacking_glyphs(error)
            if not any(mends.pop(0)(main, named) for _ in tuple(mends)):
                raise


def _without_pieces(main: Path, named: set[str]) -> bool:
    """Replace the pieces that cannot be shown beside their neighbours, if any are told."""
    if named:
        _replace(main, lambda text: without(text, named))
    return bool(named)


def _with_pictures(main: Path, named: set[str]) -> bool:
    """Let pictures stand for the charts whose letters lose their codes, if any do; never for told pieces."""
    drawn = {} if named else {file.stem: file.read_text("utf-8") for file in main.parent.glob("*.svg")}
    pictures = pictures_of({name: svg for name, svg in sorted(drawn.items()) if lacking_codes(svg)})
    text = main.with_suffix(".json").read_text("utf-8")
    for name, picture in pictures.items():
        (main.parent / f"{name}.png").write_bytes(picture)
        text = text.replace(f'"file": "{name}.svg"', f'"file": "{name}.png"')
    main.with_suffix(".json").write_text(text, "utf-8")
    return bool(pictures)


def _in_plain_latin(main: Path, named: set[str]) -> bool:
    """Replace every character that is not surely shown: the last that can be done."""
    _replace(main, plain_latin)
    return True


def _replace(main: Path, replaced: Callable[[str], str]) -> None:
    for file in (main.with_suffix(".json"), *main.parent.glob("*.svg")):
        file.write_text(replaced(file.read_text("utf-8")), "utf-8")


def _set(main: Path, pages: int) -> bytes:
    """Compile with each page in the greatest size in which it is one page; in the smallest where none is."""
    inputs = {"scales": ",".join(f"{size}" for size in _fitting(main, pages))}
    made = compiler_of(main, inputs).compile(format="pdf", pdf_standards=[*STANDARDS])
    assert isinstance(made, bytes)  # a list of pages only for images, None only when a file is named
    return made


def _fitting(main: Path, pages: int) -> list[float]:
    """Return the size of each page."""
    sizes = [SIZES[0]] * pages
    while True:
        inputs = {"scales": ",".join(map(str, sizes))}
        ends = [0, *json.loads(compiler_of(main, inputs).query("<end-of-page>", field="value"))]
        too_long = [
            place
            for place, (last, end) in enumerate(pairwise(ends))
            if end - last > 1 and sizes[place] != SIZES[-1]
        ]
        if not too_long:
            return sizes
        for place in too_long:
            sizes[place] = SIZES[SIZES.index(sizes[place]) + 1]


def _document(laid: Laid) -> dict[str, Any]:
    """Return everything that the template reads."""
    brief, date = laid.brief, dt.date.fromisoformat(laid.brief.as_of)
    return {
        "title": brief.title,
        "running": _ended(brief.title),
        "description": brief.words.text("document.description", title=brief.title, host=brief.host),
        "language": brief.language,
        "source": SOURCE,
        "side": SIDES[brief.language],
        "headline": _ended(brief.headline),
        "footer": brief.words.text("document.in-print"),
        "date": [date.year, date.month, date.day],
        "draft": brief.draft,
        "as_known": brief.words.text("document.as-known", day=brief.day),
        "web": WEB,
        "pages": [[_section(section) for section in page] for page in laid.pages],
    }


def _section(section: SetSection) -> dict[str, Any]:
    return {
        "title": _ended(section.title),
        "side": section.side,
        "boxed": section.boxed,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: SetBlock) -> dict[str, Any]:
    named: dict[str, Any] = {"kind": block.kind}
    if isinstance(block, SetParagraph):
        return named | {"side": block.side, "small": block.small, "words": _words(block.runs)}
    if isinstance(block, SetBullets):
        return named | {"side": block.side, "items": [{"words": _words(item)} for item in block.items]}
    named |= {"captioned": block.captioned}
    if isinstance(block, SetTable):
        return named | {
            "side": block.side,
            "note_side": block.note_side,
            "caption": _ended(block.of.caption),
            "head": [{"words": _words(cell)} for cell in block.head],
            "widths": block.of.widths,
            "numeric": block.of.numeric,
            "note": _words(block.note),
            "origins": block.origins,
            "rows": [[{"words": _words(cell)} for cell in row] for row in block.rows],
        }
    chart = block.of
    shown = {"alt": chart.alt, "title": _ended(chart.title), "width": chart.width}
    return named | shown | {"file": f"{chart.id}.svg"}


def _words(runs: Runs) -> list[dict[str, Any]]:
    return [word for run in runs for word in _word(run)]


def _word(run: Run) -> Iterator[dict[str, Any]]:
    """Write a run as the template reads it: one entry a line, with breaks between them."""
    if run.kind in ("opens", "closes"):
        yield {"t": "text", "s": ISOLATES[run.side] if run.kind == "opens" else CLOSES}
        return
    looks: dict[str, Any] = {"t": run.kind}
    if run.kind == "number":
        looks |= {"n": run.reference, "small": run.small, "quiet": run.quiet}
    if run.kind in ("number", "statement"):
        looks |= {"target": run.target, "linked": run.linked, "printed": run.printed}
    for place, line in enumerate(run.lines):
        if place:
            yield {"t": "break"}
        if line:
            yield looks | {"s": line if "linked" in looks else _breakable(line)}


def _breakable(text: str) -> str:
    """Let long words, such as paths and ids, break after their separators, and endless ones anywhere."""
    return _ended(_LONG.sub(lambda found: _BREAKS.sub(rf"\1{_ZERO_WIDTH_SPACE}", found[0]), text))


def _ended(text: str) -> str:
    """Let words without an end break anywhere."""
    return _ENDLESS.sub(lambda found: _pieces(found[0]), text)


def _pieces(word: str) -> str:
    """Let a word break every so many letters, never before a mark or a joined character."""
    made, since = [], 0
    for place, letter in enumerate(word):
        free = unicodedata.category(letter)[0] != "M" and letter != _JOINER and word[place - 1] != _JOINER
        if since >= PIECE and free:
            made.append(_ZERO_WIDTH_SPACE)
            since = 0
        made.append(letter)
        since += 1
    return "".join(made)
