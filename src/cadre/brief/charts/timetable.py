"""Timetable: every serial placed and every activity of a project, as bars over time, one chart per option."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt

from cadre.brief.charts.theme import GREY, INK, STEPS, Rows, shortened, specification, time_axis, year
from cadre.brief.content import Chart
from cadre.brief.view import OptionView, StudyView
from cadre.timetable.plan import Serial

WIDTH, TALLEST = 470, 780
"""Points of the bars' area: what fits an A4 page beside the labels."""
LEAST, LANE, LABEL = 40.0, 9.0, 38
EDGE = 0.12
"""Share of a lane left free on either side of a bar."""

Bar = tuple[int, int, str, str]
"""First week, week after the last, state, what it is."""
STATES = ("as-planned", "later", "short", "project")
"""Of a bar, as messages name them."""


@dataclass(frozen=True)
class _Layout:
    """Bars and labels with their places; `lanes` is the height in lanes."""

    bars: list[dict[str, Any]]
    labels: list[dict[str, Any]]
    lanes: int


def timetable_chart(view: StudyView, shown: OptionView) -> Chart:
    """Chart an option's timetable."""
    lines = _lines(shown)
    serials = shown.planned.timetable.serials
    placed = sum(1 for serial in serials if serial.start is not None)
    described = view.words.text(
        "charts.timetable-alt", letter=shown.letter, placed=placed, serials=len(serials), lines=len(lines)
    )
    rows, name = Rows(), view.words.text("charts.timetable", letter=shown.letter)
    spec = specification(_drawn(_laid_out(view, lines), shown, rows), rows, view.formats)
    return Chart(f"timetable-{shown.letter.lower()}", name, described, spec)


def _lines(shown: OptionView) -> dict[str, list[Bar]]:
    """Return the bars of each line: a course at a site, or a project."""
    lines: dict[str, list[Bar]] = {}
    mission = shown.mission
    for serial in shown.planned.timetable.serials:
        if serial.start is not None and serial.ends is not None:
            course = shortened(mission.title_of("courses", serial.course), LABEL - 14)
            name = f"{course} · {mission.title_of('sites', serial.site)}"
            bar = (serial.start, serial.ends, shown.words.text(f"charts.{_state(serial)}"), serial.id)
            lines.setdefault(name, []).append(bar)
    for slot in shown.planned.timetable.activities:
        if slot.start is not None and slot.ends is not None:
            name = mission.title_of("projects", slot.project)
            bar = (slot.start, slot.ends, shown.words.text(f"charts.{STATES[3]}"), slot.activity)
            lines.setdefault(name, []).append(bar)
    return {name: sorted(bars) for name, bars in lines.items()}


def _state(serial: Serial) -> str:
    if any(not seat.person for seat in serial.seats):
        return STATES[2]
    return STATES[1] if serial.start is not None and serial.start > serial.due else STATES[0]


def _laid_out(view: StudyView, lines: dict[str, list[Bar]]) -> _Layout:
    """Put bars that overlap on lanes of their own, first fit in order of start."""
    bars: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    top = 0
    for name, parts in lines.items():
        free: list[int] = []
        for begins, ends, state, described in parts:
            lane = next((i for i, until in enumerate(free) if until <= begins), len(free))
            free[lane : lane + 1] = [ends]
            x, x2 = (year(view.mission.date_of(week)) for week in (begins, ends))
            y = top + lane + EDGE
            bars.append({"x": x, "x2": x2, "y": y, "y2": y + 1 - 2 * EDGE, "state": state, "told": described})
        middle, bottom = top + len(free) / 2, top + len(free)
        labels.append({"y": middle, "label": shortened(name, LABEL), "edge": bottom})
        top = bottom
    return _Layout(bars, labels, top)


def _drawn(layout: _Layout, shown: OptionView, rows: Rows) -> Any:
    mission = shown.mission
    last = max([year(mission.date_of(mission.exit_week)), *(bar["x2"] for bar in layout.bars)])
    scale = alt.Scale(domain=[0, max(layout.lanes, 1)], nice=False, reverse=True)
    y, edge = (alt.Y(f"{name}:Q", scale=scale, axis=None) for name in ("y", "edge"))
    states = [shown.words.text(f"charts.{state}") for state in STATES]
    fills = alt.Scale(domain=states, range=[STEPS[2], STEPS[0], STEPS[5], GREY])
    blocks = alt.Chart(rows(layout.bars)).mark_rect(stroke=INK, strokeWidth=0.5)
    blocks = blocks.encode(
        x=time_axis(year(mission.mission.starts), last),
        x2=alt.X2("x2:Q"),
        y=y,
        y2=alt.Y2("y2:Q"),
        color=alt.Color("state:N", scale=fills, legend=alt.Legend(title=None, symbolType="square")),
        tooltip=[
            alt.Tooltip("told:N", title=shown.words.text("charts.tip-what")),
            alt.Tooltip("state:N", title=shown.words.text("charts.tip-state")),
        ],
    )
    names = alt.Chart(rows(layout.labels))
    text = names.mark_text(align="right", fontSize=9.5, color=INK, limit=230)
    text = text.encode(x=alt.value(-6), y=y, text=alt.Text("label:N"))
    edges = names.mark_rule(color="#dddddd").encode(y=edge)
    leaves = alt.Chart(rows([{"x": year(mission.date_of(mission.exit_week))}]))
    rule = leaves.mark_rule(strokeDash=[4, 3], color=INK).encode(x=alt.X("x:Q"))
    height = min(TALLEST, max(LEAST, LANE * layout.lanes))
    return (edges + blocks + text + rule).properties(width=WIDTH, height=height)
