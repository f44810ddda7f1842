"""Targets against cost as the mission grows, and the staircase from what is wanted to what comes of it.

Growth: every option screened is a grey point (fast evaluation), every option shown a letter (played in full)
with the efficient frontier drawn through them, and the option that was planned with more posts a dashed line.
Staircase: a panel for each capability, a bar for each step.
"""

from __future__ import annotations

from typing import Any

import altair as alt

from cadre.brief.charts.theme import (
    GREY,
    INK,
    PALE,
    STEPS,
    Rows,
    put_together,
    scaled,
    specification,
    wrapped,
)
from cadre.brief.content import Chart
from cadre.brief.number import Numbers
from cadre.brief.register.attainment import attainment_of, grown_id
from cadre.brief.view import StudyView, target_day
from cadre.criteria import COST, OUTCOME
from cadre.plans import Stair

WIDTH, HEIGHT = 560, 260
BAR, PANEL, COLUMNS, LINE, NAMES = 14, 190, 2, 24, 170
ABOVE = 9
"""Points by which a letter stands above its mark."""
ROOM = 1.12
"""Times the greatest number that an axis reaches, so that letters have room."""
STEPS_OF_STAIR = ("wanted", "filled", "offered", "played", "without")
SHADES = {"wanted": STEPS[5], "filled": STEPS[3], "offered": STEPS[2], "played": STEPS[1], "without": PALE}


def growth_chart(view: StudyView, numbers: Numbers) -> Chart:
    """Chart the share of targets reached against cost: options screened, options shown, one that grows."""
    rows, formats, word = Rows(), view.formats, view.words.text
    screened = [
        {"x": s.measures[COST], "y": s.measures[OUTCOME], "told": s.title}
        for s in view.study.screened
        if COST in s.measures and OUTCOME in s.measures
    ]
    shown = [_point(view, numbers, f"option.{o.id}", o.letter) for o in view.options]
    grows = _grown(view, numbers)
    tip = [alt.Tooltip("told:N", title=word("charts.tip-option"))]
    every = [*screened, *shown, *grows]
    x = alt.X(
        "x:Q",
        title=word("charts.growth-x"),
        axis=alt.Axis(**scaled(formats)),
        scale=alt.Scale(domain=[0, ROOM * max(p["x"] for p in every) or 1], nice=False),
    )
    y = alt.Y(
        "y:Q",
        title=word("charts.growth-y"),
        axis=alt.Axis(**scaled(formats, share=True)),
        scale=alt.Scale(domain=[0, min(1.0, ROOM * max(p["y"] for p in every)) or 1], nice=False),
    )
    layers = [
        alt.Chart(rows(screened)).mark_point(color="#b5b5b5", size=22, filled=True, opacity=1),
        alt.Chart(rows(_efficient(shown))).mark_line(color=INK, strokeWidth=1.4),
        alt.Chart(rows(grows)).mark_line(color=GREY, strokeDash=[4, 3], point={"color": GREY, "size": 26}),
        alt.Chart(rows(shown)).mark_point(color=INK, size=46, filled=True, opacity=1),
    ]
    names = [_named(rows(shown), 12, INK, x, y), _named(rows(grows[1:]), 10, GREY, x, y)]
    drawn = [layer.encode(x=x, y=y, tooltip=tip) for layer in layers]
    chart = alt.layer(*drawn, *names).properties(width=WIDTH, height=HEIGHT)
    told = ", ".join(
        word("charts.growth-told", letter=o.letter, share=p["share"], cost=p["cost"])
        for o, p in zip(view.options, shown, strict=True)
    )
    alternative = word("charts.growth-alt", count=len(screened), told=told)
    return Chart("growth", word("charts.growth"), alternative, specification(chart, rows, formats))


def _named(data: alt.NamedData, size: int, colour: str, x: alt.X, y: alt.Y) -> Any:
    """Return the names of points, above them."""
    texts = alt.Chart(data).mark_text(dy=-ABOVE, fontSize=size, fontWeight="bold", color=colour)
    return texts.encode(x=x, y=y, text="name:N")


def _point(view: StudyView, numbers: Numbers, begins: str, name: str) -> dict[str, Any]:
    """Return where an option stands, by its mean share of targets and mean cost, as they are compared."""
    outcome, cost = (numbers[f"{begins}.{criterion}"] for criterion in (OUTCOME, COST))
    share, money = view.formats.number(outcome.value, "share"), view.formats.number(cost.value, "money")
    told = f"{name}: {share}, {money}"
    return {"x": cost.value, "y": outcome.value, "name": name, "told": told, "share": share, "cost": money}


def _grown(view: StudyView, numbers: Numbers) -> list[dict[str, Any]]:
    """Return the points of the option that was planned with more posts, each named by how many more."""
    found = attainment_of(view)
    if found is None or not found[0].grown:
        return []
    attainment, option = found
    return [
        _point(view, numbers, grown_id(option.id, one), f"+{view.formats.number(one.more, 'posts')}")
        for one in attainment.grown
    ]


def _efficient(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the points that none beats in both, cheapest first."""
    found: list[dict[str, Any]] = []
    for point in sorted(shown, key=lambda p: (p["x"], -p["y"])):
        if not found or point["y"] > found[-1]["y"]:
            found.append(point)
    return found


def staircase_chart(view: StudyView, own: tuple[Stair, ...]) -> Chart:
    """Chart the staircase of each capability of an option, a panel each."""
    rows = Rows()
    panels = [_panel(view, stair, rows, place) for place, stair in enumerate(own)]
    lines = [
        put_together("hconcat", panels[n : n + COLUMNS], spacing=16) for n in range(0, len(panels), COLUMNS)
    ]
    spec = specification(put_together("vconcat", lines, spacing=14), rows, view.formats)
    word = view.words.text
    letter = view.lettered(own[0].option)
    told = " ".join(_described(view, stair) for stair in own)
    title = word("charts.staircase", letter=letter)
    return Chart("staircase", title, word("charts.staircase-alt", letter=letter, told=told), spec)


def _values(stair: Stair) -> dict[str, float]:
    played = (stair.wanted, stair.filled, stair.offered, stair.median, stair.without)
    return dict(zip(STEPS_OF_STAIR, played, strict=True))


def _described(view: StudyView, stair: Stair) -> str:
    figures = {name: view.formats.number(value, "units") for name, value in _values(stair).items()}
    title = view.mission.title_of("capabilities", stair.capability)
    return view.words.text("charts.staircase-told", title=title, **figures)


def _panel(view: StudyView, stair: Stair, rows: Rows, place: int) -> Any:
    word, values = view.words.text, _values(stair)
    steps = [word(f"charts.step-{name}") for name in STEPS_OF_STAIR]
    data = [
        {"step": step, "x": value, "text": view.formats.number(value, "units"), "shade": SHADES[name]}
        for step, (name, value) in zip(steps, values.items(), strict=True)
    ]
    most = max(1.0, stair.high, *values.values())
    axis = alt.Axis(title=None, labelLimit=NAMES + 10, minExtent=NAMES, ticks=False, domain=False)
    y = alt.Y("step:N", sort=steps, axis=axis if place % COLUMNS == 0 else None)
    scale = alt.Scale(domain=[0, 1.25 * most], nice=False)
    x = alt.X("x:Q", title=None, scale=scale, axis=alt.Axis(tickCount=4))
    bars = alt.Chart(rows(data)).mark_bar(stroke=INK, strokeWidth=0.7, height=BAR)
    bars = bars.encode(x=x, y=y, color=alt.Color("shade:N", scale=None, legend=None))
    ends = [{"step": steps[3], "low": stair.low, "high": stair.high}]
    spread = alt.Chart(rows(ends)).mark_rule(color=INK, strokeWidth=2)
    spread = spread.encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), y=y)
    beyond = {steps[3]: stair.high}
    after = [
        {**row, "x": max(value, beyond.get(step, 0.0))}
        for row, step, value in zip(data, steps, values.values(), strict=True)
    ]
    texts = alt.Chart(rows(after)).mark_text(align="left", dx=4, fontSize=10, color=INK)
    texts = texts.encode(x=x, y=y, text="text:N")
    day = view.formats.day(target_day(view.mission, stair.capability, stair.week))
    title = word("takes.goal", title=view.mission.title_of("capabilities", stair.capability), day=day)
    about = alt.TitleParams(wrapped(title, 34), fontSize=11)
    return alt.layer(bars, spread, texts).properties(width=PANEL, height=LINE * len(steps), title=about)
