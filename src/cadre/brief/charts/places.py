"""A map of the sites that say where they lie: points sized by foreign posts, names, a scale, north above.

There is no background: nothing is fetched and nothing stands there that the mission does not state. Distances
are those of an equirectangular projection about the middle of the sites, good to a few per cent over some
hundred kilometres.
"""

from __future__ import annotations

import math
from typing import Any

import altair as alt

from cadre.brief.charts.theme import GREY, INK, PALE, STEPS, Rows, specification
from cadre.brief.content import Chart
from cadre.brief.view import OptionView, StudyView

KM_A_DEGREE = 111.2
"""Kilometres in a degree of latitude, on a sphere of the Earth's mean radius."""
WIDTH, LEAST, MARGIN = 420, 20.0, 0.25
"""Width; kilometres that the map shows at least; part of its extent left free at each edge."""
AREA, SMALLEST = 700, 40
"""Area of the greatest point, and of a site without posts."""
HALF_TURN, TURN = 180, 360
ROUND = (1, 2, 5)
"""First digits of the length of the scale."""

Place = tuple[str, float, float]
"""Site, kilometres east and north of the middle."""


def places(view: StudyView) -> list[Place]:
    """Return the sites that say where they lie, in kilometres about their middle, in the order written."""
    known = [
        (key, site.latitude, site.longitude)
        for key, site in view.mission.sites.items()
        if site.latitude is not None and site.longitude is not None
    ]
    if not known:
        return []
    _, _, first = known[0]
    turned = [(key, north, _near(east - first)) for key, north, east in known]
    middle = [(min(of) + max(of)) / 2 for of in zip(*((n, e) for _, n, e in turned), strict=True)]
    narrow = math.cos(math.radians(middle[0]))
    return [
        (key, (east - middle[1]) * narrow * KM_A_DEGREE, (north - middle[0]) * KM_A_DEGREE)
        for key, north, east in turned
    ]


def _near(degrees: float) -> float:
    """Return a difference of longitudes the short way round."""
    return (degrees + HALF_TURN) % TURN - HALF_TURN


def scale_of(extent: float) -> float:
    """Return a round length of at most a third of an extent."""
    power = 10.0 ** math.floor(math.log10(extent / 3))
    return max(digit * power for digit in ROUND if digit * power <= extent / 3)


def map_chart(view: StudyView, shown: OptionView, posts: dict[str, int]) -> Chart:
    """Draw the sites of an option.

    Parameters
    ----------
    view, shown
        The study, and the option whose posts are meant.
    posts : dict of str to int
        Foreign posts at the peak, by site.
    """
    found, word = places(view), view.words.text
    extent = max(LEAST, *(2 * abs(of) for _, *both in found for of in both)) * (1 + 2 * MARGIN)
    half, most = extent / 2, max(1, *posts.values())
    points = [
        {
            "x": east,
            "y": north,
            "size": max(SMALLEST, AREA * posts.get(key, 0) / most),
            "name": _name(view, key, posts),
        }
        for key, east, north in found
    ]
    length = scale_of(extent)
    ends = [{"x": -0.94 * half, "x2": -0.94 * half + length, "y": -0.92 * half}]
    scale_name = word("places.kilometres", length=view.formats.number(length, "number"))
    signs = [
        {"x": -0.94 * half, "y": -0.86 * half, "text": scale_name},
        {"x": 0.9 * half, "y": 0.9 * half, "text": word("places.north")},
    ]
    rows = Rows()
    shared: dict[str, Any] = {"axis": None, "scale": alt.Scale(domain=[-half, half], nice=False)}
    x, y = alt.X("x:Q", **shared), alt.Y("y:Q", **shared)
    data = alt.Chart(rows(points))
    size = alt.Size("size:Q", scale=None, legend=None)
    tip = [alt.Tooltip("name:N", title=word("places.site"))]
    marks = data.mark_circle(color=STEPS[2], stroke=INK, strokeWidth=0.8, opacity=1)
    marks = marks.encode(x=x, y=y, size=size, tooltip=tip)
    names = data.mark_text(dy=-20, fontSize=11, color=INK, limit=WIDTH * 0.6).encode(x=x, y=y, text="name:N")
    grid = [{"at": n * length} for n in range(-int(half / length), int(half / length) + 1)]
    across, along = (
        alt.Chart(rows(grid)).mark_rule(color=PALE, strokeWidth=0.6).encode(**{axis: of})
        for axis, of in (("x", alt.X("at:Q", **shared)), ("y", alt.Y("at:Q", **shared)))
    )
    bar = alt.Chart(rows(ends)).mark_rule(color=INK, strokeWidth=2).encode(x=x, x2="x2:Q", y=y)
    texts = alt.Chart(rows(signs)).mark_text(align="left", fontSize=10, color=GREY)
    texts = texts.encode(x=x, y=y, text="text:N")
    frame = alt.ViewConfig(stroke=GREY)
    chart: Any = alt.layer(across, along, bar, marks, names, texts).properties(
        width=WIDTH, height=WIDTH, view=frame.to_dict(validate=False)
    )
    told = ", ".join(_name(view, key, posts) for key, _, _ in found)
    title = word("places.map", letter=shown.letter)
    alternative = word("places.map-alt", letter=shown.letter, told=told)
    return Chart("map", title, alternative, specification(chart, rows, view.formats), width=0.6)


def _name(view: StudyView, site: str, posts: dict[str, int]) -> str:
    number = view.formats.number(posts.get(site, 0), "posts")
    return view.words.text("places.name", title=view.mission.title_of("sites", site), posts=number)
