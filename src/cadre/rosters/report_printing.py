"""The report of a month as PDF and Markdown; its parts were said before.

Data goes to the typesetter as JSON and is never read as markup. The same report is the same bytes.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from cadre.brief.render.glyphs import showable
from cadre.brief.render.typesetting import STANDARDS, compiler_of
from cadre.rosters.sheets import RosterSheet
from cadre.words import SIDES, Catalogue

TEMPLATE = Path(__file__).parent / "report.typ"
SIZES = (1.05, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)
"""Sizes tried until all stands on one page, of 9.5 points."""
COARSE = 8
"""Pixels an inch of the pictures by which pages are counted."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|])")


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture of bars from left to right: counts with their names, a level to hold them against, its words.

    `told` is what the picture shows in words, for those who do not see it.
    """

    counts: tuple[int, ...]
    names: tuple[str, ...]
    level: float
    level_name: str
    told: str


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A part of the report: its title, sentences, points, tables and a picture."""

    title: str
    text: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    tables: tuple[RosterSheet, ...] = ()
    picture: Bars | None = None


def report_pdf(title: str, parts: Iterable[ReportPart], footer: str, words: Catalogue) -> bytes:
    """Typeset a report in the greatest of a few sizes in which it stays one page.

    Parameters
    ----------
    title, footer : str
        Of the page.
    parts : iterable of ReportPart
        In order.
    words : Catalogue
        The language.
    """
    content = {"title": title, "footer": footer, "language": words.language, "side": SIDES[words.language]}
    told = [
        {
            "title": part.title,
            "text": part.text,
            "items": part.items,
            "tables": [{"heads": t.heads, "rows": t.rows, "widths": t.widths} for t in part.tables],
            "picture": asdict(part.picture) if part.picture is not None else None,
        }
        for part in parts
    ]
    (text,), _ = showable([json.dumps(content | {"parts": told}, ensure_ascii=False)])
    with tempfile.TemporaryDirectory(prefix="cadre-report-") as folder:
        main = Path(folder) / "report.typ"
        main.write_bytes(TEMPLATE.read_bytes())
        (Path(folder) / "report.json").write_text(text, "utf-8")
        size = next((size for size in SIZES if _pages(main, size) == 1), SIZES[-1])
        made = compiler_of(main, {"scale": str(size)}).compile(
            format="pdf", pdf_standards=[*STANDARDS], timestamp=0
        )
    assert isinstance(made, bytes)
    return made


def _pages(main: Path, size: float) -> int:
    made = compiler_of(main, {"scale": str(size)}).compile(format="png", ppi=COARSE)
    return len(made) if isinstance(made, list) else 1


def report_markdown(title: str, parts: Iterable[ReportPart]) -> str:
    """Return a report as Markdown; what people wrote is never read as markup."""
    return "\n".join([f"# {_plain(title)}", "", *(line for part in parts for line in _lines(part))])


def _lines(part: ReportPart) -> Iterator[str]:
    if part.title:
        yield from (f"## {_plain(part.title)}", "")
    for sentence in part.text:
        yield from (_plain(sentence), "")
    if part.items:
        yield from (*(f"- {_plain(item)}" for item in part.items), "")
    if part.picture is not None:
        yield from (_plain(part.picture.told), "")
    for table in part.tables:
        yield f"| {' | '.join(map(_plain, table.heads))} |"
        yield f"|{'|'.join(['---', *('---:' for _ in table.heads[1:])])}|"
        yield from (f"| {' | '.join(map(_plain, row))} |" for row in table.rows)
        yield ""


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)
