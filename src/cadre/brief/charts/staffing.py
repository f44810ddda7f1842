"""Staffing over time.

Foreign posts needed by what they follow from, and who would fill them, one panel per option.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import altair as alt

from cadre.brief.charts.theme import INK, STEPS, Rows, specification, time_axis, year
from cadre.brief.content import Chart
from cadre.brief.posts import CORE, by_rotation, core_title, title_of_reason
from cadre.brief.view import OptionView, StudyView
from cadre.words import Catalogue

WIDTH, HEIGHT = 250, 110
NAMED = 5
"""Series with a name of their own; the others are put together, since more greys cannot be told apart."""

Runs = dict[str, list[tuple[int, int, int]]]
"""By series: first week, week after the last, people."""


def posts_chart(view: StudyView) -> Chart:
    """Chart foreign posts needed, by rotation, stacked by what they follow from."""
    runs, word = {shown.letter: _posts(shown) for shown in view.active}, view.words.text
    described = (_peak_words(shown) for shown in view.active)
    alt_text = " ".join((word("charts.posts-alt"), *described))
    return _chart("staffing-role", word("charts.posts"), alt_text, (view, runs))


def _peak_words(shown: OptionView) -> str:
    peak = shown.peak
    return shown.words.text(
        "charts.posts-told",
        letter=shown.letter,
        total=peak.total,
        trainers=peak.trainers,
        advisers=peak.advisers,
        command=peak.command,
        tail=peak.tail,
    )


def nations_chart(view: StudyView) -> Chart:
    """Chart who would fill the posts, by party, and what stays open."""
    runs, word = {shown.letter: _parties(shown) for shown in view.active}, view.words.text
    described = (
        word(
            "charts.nations-told",
            letter=shown.letter,
            share=shown.formats.number(shown.fill.share(shown.fill.open), "share"),
        )
        for shown in view.active
    )
    alt_text = " ".join((word("charts.nations-alt"), *described))
    return _chart("staffing-nation", word("charts.nations"), alt_text, (view, runs))


def _posts(shown: OptionView) -> Runs:
    programme, runs = shown.planned.need, Runs()
    exit_week = shown.mission.exit_week
    for rotation, posts in by_rotation(programme, shown.mission).items():
        begins = rotation * programme.rotation_weeks
        ends = max(begins + 1, min(begins + programme.rotation_weeks, exit_week))
        for reason, people in posts.items():
            if people or reason in CORE:
                runs.setdefault(title_of_reason(reason, shown.mission, shown.words), []).append(
                    (begins, ends, people)
                )
    return runs


def _parties(shown: OptionView) -> Runs:
    """Return people by party and week, weeks with the same number put together."""
    weekly: dict[str, Counter[int]] = {}
    nobody = shown.words.text("charts.nobody")
    for stint in shown.planned.forces.stints:
        party = shown.mission.title_of("parties", shown.mission.offers[stint.offer].party)
        weekly.setdefault(party, Counter()).update(
            dict.fromkeys(range(stint.begins, stint.ends), stint.people)
        )
    for gap in shown.planned.forces.gaps:
        weekly.setdefault(nobody, Counter()).update(dict.fromkeys(range(gap.begins, gap.ends), gap.people))
    return {
        party: _as_runs(weeks) for party, weeks in sorted(weekly.items(), key=lambda item: item[0] == nobody)
    }


def _as_runs(weeks: Counter[int]) -> list[tuple[int, int, int]]:
    runs: list[tuple[int, int, int]] = []
    for week in sorted(weeks):
        if runs and runs[-1][1] == week and runs[-1][2] == weeks[week]:
            runs[-1] = (runs[-1][0], week + 1, weeks[week])
        else:
            runs.append((week, week + 1, weeks[week]))
    return runs


def _series(runs: dict[str, Runs], words: Catalogue) -> list[str]:
    """Choose the series with a name: the core, then the greatest; what nobody fills is always last."""
    nobody, core_titles = words.text("charts.nobody"), {core_title(reason, words) for reason in CORE}
    total: Counter[str] = Counter()
    for by_series in runs.values():
        for name, parts in by_series.items():
            total[name] += sum((ends - begins) * people for begins, ends, people in parts)
    closing = [nobody] if nobody in total else []
    order = [name for name in total if name != nobody]
    room = NAMED + 1 - len(closing)
    if len(order) <= room:
        return order + closing
    core = [name for name in order if name in core_titles]
    greatest = sorted((name for name in order if name not in core), key=lambda name: -total[name])
    named = {*core, *greatest[: room - 1 - len(core)]}
    return [*(name for name in order if name in named), words.text("charts.other"), *closing]


def _stacked(by_series: Runs, names: list[str], view: StudyView) -> list[dict[str, Any]]:
    """Put the series on top of each other, between all weeks at which any of them changes."""
    edges = sorted(
        {week for parts in by_series.values() for begins, ends, _ in parts for week in (begins, ends)}
    )
    bars, other = [], view.words.text("charts.other")
    for begins, ends in pairwise(edges):
        here = Counter[str]()
        for name, parts in by_series.items():
            here[name if name in names else other] += next((n for b, e, n in parts if b <= begins < e), 0)
        floor = 0
        for name in names:
            if here[name]:
                bars.append(_bar(view, (begins, ends), name, (floor, floor + here[name])))
                floor += here[name]
    return bars


def _bar(view: StudyView, weeks: tuple[int, int], name: str, people: tuple[int, int]) -> dict[str, Any]:
    x, x2 = (year(view.mission.date_of(week)) for week in weeks)
    return {
        "x": x,
        "x2": x2,
        "y": people[0],
        "y2": people[1],
        "series": name,
        "people": people[1] - people[0],
    }


@dataclass(frozen=True)
class _Frame:
    """What the panels of a chart share: the series, the span of time and the greatest number of posts."""

    names: list[str]
    first: float
    last: float
    most: int
    words: Catalogue

    @property
    def colours(self) -> list[str]:
        """Dark to light; what nobody fills is white."""
        if self.names[-1:] == [self.words.text("charts.nobody")]:
            return [*STEPS[: len(self.names) - 1], STEPS[-1]]
        return list(STEPS[: len(self.names)])


def _chart(chart_id: str, title: str, alt_text: str, described: tuple[StudyView, dict[str, Runs]]) -> Chart:
    view, runs = described
    names, rows = _series(runs, view.words), Rows()
    bars = {letter: _stacked(by, names, view) for letter, by in runs.items()}
    most = max((bar["y2"] for of in bars.values() for bar in of), default=1)
    leaves = max((shown.mission.exit_week for shown in view.active), default=1)
    first, last = year(view.mission.mission.starts), year(view.mission.date_of(leaves))
    frame = _Frame(names, first, last, most, view.words)
    panels = [_panel(letter, of, frame, rows) for letter, of in bars.items()]
    spec = specification(
        alt.concat(*panels, columns=2, spacing={"row": 14, "column": 30}), rows, view.formats
    )
    return Chart(chart_id, title, alt_text, spec)


def _panel(letter: str, bars: list[dict[str, Any]], frame: _Frame, rows: Rows) -> Any:
    """Draw the stack as outlined blocks, with the peak in figures on top."""
    legend = alt.Legend(title=None, symbolType="square", columns=6) if frame.names else None  # else endless
    word = frame.words.text
    fills = alt.Scale(domain=frame.names, range=frame.colours)
    posts = alt.Scale(domain=[0, frame.most * 1.1], nice=False)
    blocks = alt.Chart(rows(bars)).mark_rect(stroke=INK, strokeWidth=0.5)
    blocks = blocks.encode(
        x=time_axis(frame.first, frame.last),
        x2=alt.X2("x2:Q"),
        y=alt.Y("y:Q", scale=posts, axis=alt.Axis(title=word("charts.axis-posts"), tickCount=4)),
        y2=alt.Y2("y2:Q"),
        color=alt.Color("series:N", scale=fills, legend=legend),
        tooltip=[
            alt.Tooltip("series:N", title=word("charts.tip-series")),
            alt.Tooltip("people:Q", title=word("charts.tip-people")),
        ],
    )
    peak = alt.Chart(rows(_peak(bars))).mark_text(dy=-6, fontSize=10, color=INK)
    peak = peak.encode(x=alt.X("x:Q"), y=alt.Y("y:Q"), text=alt.Text("told:N"))
    return (blocks + peak).properties(width=WIDTH, height=HEIGHT, title=word("common.option", letter=letter))


def _peak(bars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if not bars:
        return []
    bar = max(bars, key=lambda one: one["y2"])
    return [{"x": (bar["x"] + bar["x2"]) / 2, "y": bar["y2"], "told": str(bar["y2"])}]
