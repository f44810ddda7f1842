"""Capability over time: units that can be formed, median and 80 % band, with targets and exit.

A row per capability, a column per option.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt

from cadre.brief.charts.theme import GREY, INK, PALE, Rows, put_together, specification, time_axis, year
from cadre.brief.content import Chart
from cadre.brief.view import OptionView, StudyView

HEIGHT = 72
ROOM, LEAST = 520, 58
"""Width shared by the columns, and the least of one."""
TIPS = ("x", "low", "median", "high")
"""What is told where one points at the line."""


@dataclass(frozen=True)
class _Cell:
    """One small chart: a capability of an option, where it stands, and the greatest number in its row."""

    view: StudyView
    shown: OptionView
    key: str
    place: int
    column: int
    most: float


def capability_chart(view: StudyView) -> Chart:
    """Chart every capability of every option against its targets."""
    keys = [key for key in view.mission.capabilities if _is_known(view, key)]
    rows = Rows()
    drawn = [_row(view, key, keys, rows) for key in keys]
    spec = specification(put_together("vconcat", drawn, spacing=10), rows, view.formats)
    described = (view.words.text("charts.capability-alt"), *(_described(view, key) for key in keys))
    return Chart("capability", view.words.text("charts.capability"), " ".join(described), spec)


def _is_known(view: StudyView, key: str) -> bool:
    return all(f"units.{key}" in shown.bands for shown in view.options)


def _described(view: StudyView, key: str) -> str:
    ends = (
        f"{shown.letter} {view.formats.number(shown.bands[f'units.{key}'].median[-1], 'units')}"
        for shown in view.options
    )
    most = max(view.mission.capabilities[key].wanted.values(), default=0)
    title = view.mission.title_of("capabilities", key)
    return view.words.text("charts.capability-told", title=title, most=most, ends=view.formats.chain(ends))


def _row(view: StudyView, key: str, keys: list[str], rows: Rows) -> dict[str, Any]:
    wanted = view.mission.capabilities[key].wanted
    most = max([1, *wanted.values(), *(max(shown.bands[f"units.{key}"].high) for shown in view.options)])
    cells = [
        _drawn(_Cell(view, shown, key, keys.index(key), column, most), rows)
        for column, shown in enumerate(view.options)
    ]
    title = {"text": view.mission.title_of("capabilities", key), "fontSize": 11}
    return put_together("hconcat", cells, spacing=8, title=title)


def _drawn(cell: _Cell, rows: Rows) -> Any:
    shown, date_of = cell.shown, cell.view.mission.date_of
    points = _points(cell)
    axis = alt.Axis(title=None, tickCount=3, labels=cell.column == 0, ticks=cell.column == 0)
    y = alt.Y("low:Q", scale=alt.Scale(domain=[0, cell.most * 1.08], nice=False), axis=axis)
    x = time_axis(points[0]["x"], points[-1]["x"], ticks=3)
    data = alt.Chart(rows(points))
    area = data.mark_area(color=PALE, opacity=1).encode(x=x, y=y, y2=alt.Y2("high:Q"))
    line = data.mark_line(color=INK, strokeWidth=1.4)
    tips = [alt.Tooltip(f"{name}:Q", title=cell.view.words.text(f"charts.tip-{name}")) for name in TIPS]
    line = line.encode(x=alt.X("x:Q"), y=alt.Y("median:Q"), tooltip=tips)
    wanted = cell.view.mission.capabilities[cell.key].wanted
    goals = alt.Chart(rows([{"x": year(day), "y": units} for day, units in wanted.items()]))
    goal = goals.mark_point(shape="diamond", filled=False, stroke=INK, size=44, opacity=1)
    layers = [area, line, goal.encode(x=alt.X("x:Q"), y=alt.Y("y:Q"))]
    if not shown.is_nothing:
        leaves = alt.Chart(rows([{"x": year(date_of(shown.mission.exit_week))}]))
        layers.append(leaves.mark_rule(strokeDash=[3, 3], color=GREY).encode(x=alt.X("x:Q")))
    name = shown.words.text("common.option", letter=shown.letter) if cell.place == 0 else ""
    title = alt.TitleParams(name, fontSize=10, fontWeight="normal")
    width = max(LEAST, ROOM // len(cell.view.options))
    return alt.layer(*layers).properties(width=width, height=HEIGHT, title=title)


def _points(cell: _Cell) -> list[dict[str, float]]:
    band, date_of = cell.shown.bands[f"units.{cell.key}"], cell.view.mission.date_of
    return [
        {"x": year(date_of(week)), "low": low, "median": median, "high": high}
        for week, median, low, high in zip(band.weeks, band.median, band.low, band.high, strict=True)
    ]
