"""Drawing: a specification becomes SVG, the same bytes every time."""

from __future__ import annotations

import json
import re
from functools import cache, partial
from typing import Any

from cadre.brief.content import Chart
from cadre.brief.faces import face_folders

VEGA_LITE = "6.4"
"""Version of the grammar that draws; pinned, since another one may move a mark."""
HIGHEST_UNIT, FIRST_PRIVATE, PRIVATE = "\uffff", 0xE000, 6_400
"""The last character of one unit; the private ones, which no text of a mission holds, and their number."""
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

    _register_faces()
    spec, back = _in_one_unit(chart.spec)
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    svg = _LINES.sub(_apart, _ROLE.sub("", svg.translate(back)))
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


def _in_one_unit(spec: dict[str, Any]) -> tuple[dict[str, Any], dict[int, str]]:
    """Let private characters stand for those of the higher planes, and give the way back.

    The library shortens texts that are too long for their place, cuts such characters in halves, and fails.
    """
    text = json.dumps(spec, ensure_ascii=False)
    higher = sorted({c for c in text if c > HIGHEST_UNIT})[:PRIVATE]
    stand_ins = {ord(c): chr(FIRST_PRIVATE + place) for place, c in enumerate(higher)}
    if not stand_ins:
        return spec, {}
    return json.loads(text.translate(stand_ins)), {ord(s): chr(c) for c, s in stand_ins.items()}


@cache
def _register_faces() -> None:
    """Tell the library, which measures text, where the faces for the scripts of the world lie."""
    import vl_convert  # noqa: PLC0415

    for folder in face_folders():
        vl_convert.register_font_directory(folder)
