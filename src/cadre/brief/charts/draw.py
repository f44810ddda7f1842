"""Drawing: a specification becomes SVG, the same bytes every time."""

from __future__ import annotations

import re
from functools import partial

from cadre.brief.content import Chart
from cadre.brief.fonts import ARABIC_FACE, register

VEGA_LITE = "6.4"
"""Version of the grammar that draws; pinned, since another one may move a mark."""
_ID = re.compile(r'id="([^"]+)"')
_ROLE = re.compile(r' (role|aria-roledescription)="[^"]*"')
"""Roles of single marks: the chart is described as a whole, and marks without a name would only be noise."""
_LINES = re.compile(
    r"<text(?P<about>[^>]*)>(?P<lines><tspan>[^<]*\u2069</tspan>(?:<tspan[^>]*>[^<]*</tspan>)+)</text>"
)
"""A text of several lines that run right to left."""
_LINE = re.compile(r'<tspan(?: x="(?P<x>[^"]+)" dy="(?P<dy>[^"]+)")?>(?P<text>[^<]*)</tspan>')
_PLACE = re.compile(r"translate\((?P<x>[^,]+),(?P<y>[^)]+)\)")


def svg_of(chart: Chart) -> str:
    """Draw a chart.

    The library counts its clip paths through the life of the process; ids are numbered anew here, after the
    chart, so that the same chart is the same bytes and two charts can stand on one page.
    """
    import vl_convert  # noqa: PLC0415  (heavy: starts a JavaScript engine)

    if chart.spec.get("config", {}).get("font") == ARABIC_FACE:
        register()
    svg: str = vl_convert.vegalite_to_svg(chart.spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    svg = _LINES.sub(_apart, _ROLE.sub("", svg))
    for place, found in enumerate(dict.fromkeys(_ID.findall(svg))):
        name = f"{chart.id}-{place}"
        svg = svg.replace(f'id="{found}"', f'id="{name}"').replace(f"#{found})", f"#{name})")
    return svg


def _apart(found: re.Match[str]) -> str:
    """Make each line a text of its own: what runs right to left is put in order text by text, not by line."""
    down, out = 0.0, []
    for line in _LINE.finditer(found["lines"]):
        down += float(line["dy"] or 0)
        about = _PLACE.sub(partial(_moved, down=down), found["about"])
        out.append(f"<text{about}>{line['text']}</text>")
    return "".join(out)


def _moved(place: re.Match[str], down: float) -> str:
    return f"translate({place['x']},{float(place['y']) + down:g})"
