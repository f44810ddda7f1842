"""Drawing: a specification becomes SVG, the same bytes every time."""

from __future__ import annotations

import json
import re
from functools import cache
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


def svg_of(chart: Chart) -> str:
    """Draw a chart.

    The library counts its clip paths through the life of the process; ids are numbered anew here, after the
    chart, so that the same chart is the same bytes and two charts can stand on one page.
    """
    import vl_convert  # noqa: PLC0415  (heavy: starts a JavaScript engine)

    _register_faces()
    spec, back = _in_one_unit(chart.spec)
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    svg = _ROLE.sub("", svg.translate(back))
    for place, found in enumerate(dict.fromkeys(_ID.findall(svg))):
        name = f"{chart.id}-{place}"
        svg = svg.replace(f'id="{found}"', f'id="{name}"').replace(f"#{found})", f"#{name})")
    return svg


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
