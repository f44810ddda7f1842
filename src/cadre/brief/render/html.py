"""The brief on the web: one self-contained file that works from a folder.

It needs no network and no right to evaluate code. Takes a `Brief` and its drawn charts, gives the text of an
HTML page. Every chart stands there drawn; script replaces it with the same chart that answers to the pointer.
All text of the mission is escaped by the template engine.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cadre.brief.charts.draw import VEGA_LITE
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

TEMPLATES = Path(__file__).parent / "templates"
SNIPPET = "window.vegaEmbed = vegaEmbed;"
"""What the bundle hands to the page's own script."""
WIDE = 40
"""Relative width from which a column holds running text."""


def html_of(brief: Brief, drawn: Mapping[str, str]) -> str:
    """Write a brief as one HTML page.

    Parameters
    ----------
    brief : Brief
        The content.
    drawn : mapping of str to str
        SVG of each chart, by id.
    """
    writer = _Writer(brief, drawn)
    scripts = (_bundle(), (TEMPLATES / "brief.js").read_text("utf-8"))
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            words={name: brief.words.text(f"document.{name}") for name in ("contents", "footer")},
            lead=brief.words.text("document.lead", day=brief.day, ranges=brief.words.text("document.ranges")),
            pages=[[writer.section(s) for s in page] for page in brief.pages],
            annexes=[
                writer.section(s) | {"title": brief.annex_title(place, s)}
                for place, s in enumerate(brief.annexes, start=1)
            ],
            policy=_policy(scripts),
            style=Markup((TEMPLATES / "brief.css").read_text("utf-8")),
            scripts=[Markup(script) for script in scripts],
        )
    )


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )


@cache
def _bundle() -> str:
    """Give Vega, Vega-Lite and Vega-Embed as one script, with their interpreter, safe inside a page."""
    import vl_convert  # noqa: PLC0415  (heavy: starts a JavaScript engine)

    script: str = vl_convert.javascript_bundle(SNIPPET, vl_version=VEGA_LITE)
    return script.replace("</script", "<\\/script")


def _policy(scripts: tuple[str, ...]) -> str:
    """Allow the scripts of this page by their digest and nothing from anywhere else."""
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; "
        "connect-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def _json(value: Any) -> Markup:
    """Write JSON that cannot end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


class _Writer:
    """Turns blocks into what the template reads."""

    def __init__(self, brief: Brief, drawn: Mapping[str, str]) -> None:
        self.brief, self.drawn = brief, drawn
        self.linked = targets(brief)

    def section(self, section: Section) -> dict[str, Any]:
        return {
            "id": section.id,
            "title": section.title,
            "blocks": [self.block(block) for block in section.blocks],
        }

    def block(self, block: Block) -> dict[str, Any]:
        if isinstance(block, Paragraph):
            return {"kind": "paragraph", "small": block.small, "words": self.text(block.words)}
        if isinstance(block, Bullets):
            return {"kind": "bullets", "items": [self.text(item) for item in block.items]}
        if isinstance(block, Table):
            return self.table(block)
        return self.chart(block)

    def table(self, table: Table) -> dict[str, Any]:
        return {
            "kind": "table",
            "id": table.id,
            "caption": table.caption,
            "columns": table.columns,
            "numeric": table.numeric,
            "wide": [place for place, width in enumerate(table.widths) if width >= WIDE],
            "rows": [[self.text(cell) for cell in row] for row in table.rows],
            "note": self.text(table.note),
        }

    def chart(self, chart: Chart) -> dict[str, Any]:
        return {
            "kind": "chart",
            "id": chart.id,
            "title": chart.title,
            "name": self.brief.words.text("document.chart", title=chart.title),
            "alt": chart.alt,
            "svg": Markup(self.drawn[chart.id]),
            "spec": _json(chart.spec),
        }

    def text(self, words: Words) -> list[dict[str, Any]]:
        return [part for piece in words for part in self.piece(piece)]

    def piece(self, piece: Piece) -> list[dict[str, Any]]:
        if isinstance(piece, Cited):
            return [self.number(piece)]
        if isinstance(piece, Ref):
            link = {"anchor": f"s-{piece.id}", "target": piece.target, "linked": piece.id in self.linked}
            return [{"t": "ref", "s": piece.id, **link}]
        if isinstance(piece, Strong | Small):
            return [{"t": "strong" if isinstance(piece, Strong) else "small", "s": piece.text}]
        parts: list[dict[str, Any]] = []
        for place, line in enumerate(piece.split("\n")):
            parts += [{"t": "break"}] if place else []
            parts += [{"t": "text", "s": line}]
        return parts

    def number(self, cited: Cited) -> dict[str, Any]:
        reference, tip = self.brief.references[cited.id], self.brief.tips[cited.id]
        shape = {"small": cited.small, "target": cited.target, "quiet": cited.quiet}
        return {"t": "number", "s": cited.text, "n": reference, "tip": tip, **shape}
