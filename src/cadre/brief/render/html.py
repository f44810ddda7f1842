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
from cadre.brief.content import Brief, Chart
from cadre.brief.marks import Marks, marks_of
from cadre.brief.render.runs import Laid, SetTable
from cadre.brief.subjects import NumberSubject
from cadre.words import SIDES
from cadre.words.sides import own_side

TEMPLATES = Path(__file__).parent / "templates"
SNIPPET = "window.vegaEmbed = vegaEmbed;"
"""What the bundle hands to the page's own script."""
SCRIPTS = ("brief.js", "tools.js")
TOOLS = (
    "tools",
    "filter-options",
    "filter-criterion",
    "every-criterion",
    "side-by-side",
    "first-option",
    "second-option",
    "show-all",
    "criterion",
    "more-sideways",
    "left-out",
)
"""Messages of the tools."""
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
    brief, scripts = laid.brief, (_bundle(), *((TEMPLATES / name).read_text("utf-8") for name in SCRIPTS))
    style = (TEMPLATES / "brief.css").read_text("utf-8")

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
            tools=_Tools(brief),
            lead=brief.words.text("document.lead", day=brief.day, ranges=brief.words.text("document.ranges")),
            laid=laid,
            shown=shown,
            usual=SIDES[brief.language],
            runs_as=runs_as,
            wide=WIDE,
            policy=_policy(scripts, style),
            style=Markup(style),
            scripts=[Markup(script) for script in scripts],
        )
    )


class _Tools:
    """What the page's tools are made of: filters, two options side by side, and what tables are of."""

    def __init__(self, brief: Brief) -> None:
        self._brief, self.compared = brief, brief.compared
        say = brief.words.text
        self.words = {name: say(f"document.{name}") for name in TOOLS}
        self.options = {
            of: (say("common.option", letter=of), title) for of, title in self.compared.options.items()
        }
        self._heads = {head: of for of, (head, _) in self.options.items()} | {of: of for of in self.options}
        pairs = {f"{a}|{b}": say("document.alike", one=a, other=b) for a, b in self.compared.alike}
        self.data = _json(
            {"criteria": list(self.compared.criteria.items()), "yields": self.compared.yields, "alike": pairs}
        )

    def marks(self, table: SetTable) -> Marks:
        """Return what a table, its columns and its rows are of."""
        return marks_of(table.of, self._brief.subjects, self._heads)

    def of(self, name: str) -> Markup:
        """Return the attribute that says which option a section, a table or a chart is of, by its id."""
        last = name.rpartition("-")[2].upper()
        return self.attribute(NumberSubject(last if "-" in name and last in self.options else ""))

    @staticmethod
    def attribute(subject: NumberSubject) -> Markup:
        """Return the attributes that say what something is of, empty where it is of nothing."""
        option = Markup(' data-option="{}"').format(subject.option) if subject.option else Markup()
        criterion = (
            Markup(' data-criterion="{}"').format(subject.criterion) if subject.criterion else Markup()
        )
        return option + criterion


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


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """Allow the scripts and the style of this page by their digests and nothing from anywhere else.

    Drawn charts state how single marks look in attributes; those alone may.
    """
    allowed = " ".join(map(_digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src-elem {_digest(style)}; "
        "style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(value: Any) -> Markup:
    """Write JSON that cannot end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
