"""Drawing: a specification becomes SVG, the same bytes every time."""

from __future__ import annotations

import re
from functools import cache

from cadre.brief.content import Chart
from cadre.brief.faces import face_folders

VEGA_LITE = "6.4"
"""Version of the grammar that draws; pinned, since another one may move a mark."""
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
    svg: str = vl_convert.vegalite_to_svg(chart.spec, vl_version=VEGA_LITE, allowed_base_urls=[])
    svg = _ROLE.sub("", svg)
    for place, found in enumerate(dict.fromkeys(_ID.findall(svg))):
        name = f"{chart.id}-{place}"
        svg = svg.replace(f'id="{found}"', f'id="{name}"').replace(f"#{found})", f"#{name})")
    return svg


@cache
def _register_faces() -> None:
    """Tell the library, which measures text, where the faces for the scripts of the world lie."""
    import vl_convert  # noqa: PLC0415

    for folder in face_folders():
        vl_convert.register_font_directory(folder)
