"""The brief on the web: one self-contained file that works from a folder.

It needs no network and no right to evaluate code. Takes a brief in runs and its drawn charts, gives the
text of an HTML page. Every chart stands there drawn; script replaces it with the same chart that answers to
the pointer. All text of the mission is escaped by the template engine.
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
from cadre.brief.content import Chart
from cadre.brief.render.runs import Laid
from cadre.words import SIDES
from cadre.words.sides import own_side

TEMPLATES = Path(__file__).parent / "templates"
SNIPPET = "window.vegaEmbed = vegaEmbed;"
"""What the bundle hands to the page's own script."""
WIDE = 40
"""Relative width from which a column holds running text."""


def html_of(laid: Laid, drawn: Mapping[str, str]) -> str:
    """Write a brief as one HTML page.

    Parameters
    ----------
    laid : Laid
        The content in runs.
    drawn : mapping of str to str
        SVG of each chart, by id.
    """
    brief, scripts = laid.brief, (_bundle(), (TEMPLATES / "brief.js").read_text("utf-8"))

    def shown(chart: Chart) -> dict[str, str]:
        name = brief.words.text("document.chart", title=chart.title)
        return {"name": name, "svg": Markup(drawn[chart.id]), "spec": _json(chart.spec)}

    def runs_as(text: str) -> str:
        """Say which way a title runs where it is not that of the document."""
        side = own_side(text, brief.language)
        return "" if side == SIDES[brief.language] else Markup(f' dir="{side}"')

    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            words={name: brief.words.text(f"document.{name}") for name in ("contents", "footer")},
            lead=brief.words.text("document.lead", day=brief.day, ranges=brief.words.text("document.ranges")),
            laid=laid,
            shown=shown,
            usual=SIDES[brief.language],
            runs_as=runs_as,
            wide=WIDE,
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
    """Return Vega, Vega-Lite and Vega-Embed as one script, with their interpreter, safe inside a page."""
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
