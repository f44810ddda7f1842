"""The picture of the back-tests: each forecast as a share of what happened.

Takes scored points, gives an SVG with its alt text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from benchmarks.backtests.points import Point
from cadre.brief.charts.draw import svg_of
from cadre.brief.charts.theme import GREY, INK, PALE, Rows, specification
from cadre.brief.content import Chart
from cadre.brief.faces import FACE
from cadre.words import Catalogue, Formats

MOST = 2.5
"""Shares of what happened at which the axis ends; what lies beyond is drawn at its end."""
WIDTH, LINE = 420, 20
TITLE = "Forecasts as shares of what happened"


def picture(points: Sequence[Point]) -> str:
    """Draw the 80 % range, its median and the plan of each point; what happened is the line at 100 %."""
    rows = Rows()
    base = alt.Chart(rows([_row(point) for point in points]))
    y = alt.Y(
        "point:N",
        sort=None,
        axis=alt.Axis(title=None, ticks=False, domain=False, labelPadding=9, labelLimit=330),
    )
    scale = alt.Scale(domain=[0, MOST], nice=False)
    axis = alt.Axis(format=".0%", title="share of what happened", values=[0, 0.5, 1, 1.5, 2, 2.5])
    low = alt.X("low:Q", scale=scale, axis=axis)
    span = base.mark_bar(height=9, color=PALE, stroke=GREY, strokeWidth=0.6).encode(x=low, x2="high:Q", y=y)
    median = base.mark_tick(thickness=2.5, size=13, color=INK).encode(x=_x("median", scale), y=y)
    plan = base.mark_point(shape="diamond", size=42, color=INK, filled=False).encode(x=_x("plan", scale), y=y)
    carried = base.mark_point(shape="cross", size=34, color=GREY, filled=True).encode(
        x=_x("carried", scale), y=y
    )
    truth = alt.Chart(rows([{"one": 1.0}])).mark_rule(color=INK, strokeDash=[4, 3])
    layers: Any = alt.layer(span, truth.encode(x=_x("one", scale)), carried, plan, median)
    drawn = layers.properties(width=WIDTH, height=LINE * len(points))
    spec = specification(drawn, rows, Formats(Catalogue()))
    spec["config"]["font"] = f"{FACE}, serif"  # a page on the web may have no such face
    return svg_of(Chart("backtests", TITLE, alt_text(points), spec))


def alt_text(points: Sequence[Point]) -> str:
    """Say what the picture shows."""
    inside = sum(point.score.inside for point in points)
    return (
        f"{TITLE}: 80 % range (bar), median (tick), plan (diamond) and the last rate carried on (cross); "
        f"in {inside} of {len(points)} the bar holds what happened (dashed line)."
    )


def _x(name: str, scale: alt.Scale) -> alt.X:
    return alt.X(f"{name}:Q", scale=scale)


def _row(point: Point) -> dict[str, Any]:
    score = point.score
    values = {
        "low": score.low,
        "median": score.median,
        "high": score.high,
        "plan": score.planned,
        "carried": score.carried,
    }
    shares = {k: None if v is None else min(MOST, v / score.happened) for k, v in values.items()}
    return {"point": point.label, **shares}
