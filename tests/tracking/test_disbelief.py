"""A hostile reader: forecasts forget nothing recorded, better news is never worse, counts agree.

Missions are those of the benchmark of forecasts, lived month by month by a program of its own: people come
late or never, sites close, posts stay empty.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest

from benchmarks.forecasts.judging import as_cadre
from benchmarks.forecasts.life import lived
from benchmarks.forecasts.missions import drawn
from benchmarks.forecasts.plans import planned
from benchmarks.forecasts.reports import write_records
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.replan.reading import Before
from cadre.simulation.run import ReplicationPlan
from cadre.tracking.forecast import HIGH, LOW, ForecastFigure, forecast
from cadre.tracking.holding import holding, known_on
from cadre.tracking.indicators import indicators
from cadre.tracking.reading import read_with_warnings
from cadre.tracking.records import Records
from cadre.tracking.running import RunningMission
from cadre.tracking.scores import happened
from cadre.tracking.status import status

MISSIONS = range(10)
WEEKS = (9, 35, 78, 130)
RUNS, MANY = ReplicationPlan(60, 7), ReplicationPlan(400, 7)
Figures = dict[str, ForecastFigure]


@cache
def made(number: int) -> tuple[Mission, Before, Records]:
    """A mission with its plan, and reports of 36 months; it does not react, so that luck is alike."""
    rng = np.random.default_rng([15, 1, number])
    document = drawn(rng) | {"policy": {"reacts": "never"}}
    plan = planned(document)
    life = lived(document, plan, rng)
    with TemporaryDirectory() as within:
        (Path(within) / "mission.yaml").write_text(json.dumps(document), "utf-8")
        write_records(Path(within), life)
        mission = read_mission(within)
        records, warned = read_with_warnings(within, mission)
    assert () == warned
    return mission, as_cadre(mission, plan), records


def figures(number: int, week: int, records: Records | None = None, runs: ReplicationPlan = RUNS) -> Figures:
    mission, plan, reported = made(number)
    told = forecast(mission, plan, records or reported, mission.date_of(week), runs=runs)
    return {one.name: one for one in told.figures}


def known(number: int, week: int) -> Records:
    mission, _, records = made(number)
    return holding(known_on(records, mission.date_of(week)))


def changed(records: Records, table: str, key: str, **cells: Any) -> Records:
    rows = dict(records.of(table))
    rows[key] = rows[key].model_copy(update=cells)
    return records.model_copy(update={table: rows})


def beside(records: Records, table: str, **rows: dict[str, Any]) -> Records:
    """Records with some more of a table."""
    more = {key: {"reported_by": "staff", "reported_on": row["on"]} | row for key, row in rows.items()}
    kept = {key: row.model_dump() for key, row in records.of(table).items()}
    return records.model_copy(update={table: getattr(Records.model_validate({table: kept | more}), table)})


@pytest.mark.parametrize("number", MISSIONS)
def test_status_indicators_scores_and_forecast_tell_the_same_counts(number: int) -> None:
    mission, plan, records = made(number)
    for week in WEEKS:
        today = mission.date_of(week)
        stands, told = status(mission, plan, records, today), figures(number, week)
        running = RunningMission(mission, plan, records)
        rows = [one for one in indicators(running, today, 12) if one.kind == "graduates"]
        holds = known(number, week)
        for course in stands.courses:
            figure = told[f"graduates.{course.course}"]
            assert course.passed == happened(mission, holds, ForecastFigure(figure.name, today, 0, ()))
            assert course.passed == [one.actual for one in rows if one.of == course.course][-1]
            assert course.passed <= figure.quantiles[0]
        spent = sum(one.spent for one in stands.money)
        assert spent <= told["cost"].quantiles[0]
        assert sum(one.present for one in stands.parties) == sum(
            one.people * (1 if one.what == "arrived" else -1) for one in holds.movements.values()
        )


@pytest.mark.parametrize("number", MISSIONS)
def test_in_the_last_week_nothing_but_what_was_recorded_is_left(number: int) -> None:
    mission, _, _ = made(number)
    last, holds = figures(number, mission.weeks - 1), known(number, mission.weeks - 1)
    in_class = Counter[str]()
    over = {one.serial for one in holds.serials.values() if one.what in ("ended", "cancelled")}
    for one in holds.serials.values():
        if one.what == "started" and one.serial not in over:
            in_class[str(one.course)] += one.people or 0
    for key in mission.courses:
        figure = last[f"graduates.{key}"]
        passed = happened(mission, holds, ForecastFigure(figure.name, figure.day, 0, ()))
        assert passed is not None
        assert figure.quantiles[-1] <= passed + in_class[key]
    cost, spent = last["cost"], sum(one.amount for one in holds.spending.values())
    assert cost.quantiles[HIGH] <= spent * 1.05 + 1


def test_ranges_narrow_to_what_is_recorded() -> None:
    """On the mean of ten missions each year leaves less, and the end nearly nothing."""
    left = []
    for week in (13, 52, 104, 150):
        widths = []
        for number in MISSIONS:
            told = figures(number, week)
            graduates = [one for name, one in told.items() if name.startswith(("graduates.", "cost"))]
            widths += [(one.quantiles[HIGH] - one.quantiles[LOW]) / max(1.0, one.mean) for one in graduates]
        left.append(float(np.mean(widths)))
    assert left == sorted(left, reverse=True)
    assert left[-1] < 0.1 * left[0]


# ---- better news


def better_news(number: int, week: int) -> Iterator[tuple[str, Records]]:
    """Yield what could have been reported that is better, by name, with all that follows from it."""
    mission, _, records = made(number)
    holds = known(number, week)
    for key, one in list(holds.serials.items())[-1:-40:-7]:
        if one.what == "ended" and (one.passed or 0) < (one.people or 0):
            yield f"more passed of {one.serial}", _more_passed(mission, records, key)
        if one.what == "in class":
            first = next(x for x in holds.serials.values() if x.serial == one.serial and x.what == "started")
            yield f"nobody left {one.serial}", _nobody_left(records, one.serial, first.people or 0)
    for key, move in list(holds.movements.items())[-1:]:
        if move.what == "arrived":
            yield f"one more of {move.offer}", changed(records, "movements", key, people=move.people + 1)
    for site in list(holds.site_states.values())[-1:]:
        if site.what == "closed":
            yield (
                f"open again: {site.site}",
                beside(
                    records,
                    "site_states",
                    again={"on": mission.date_of(week), "site": site.site, "what": "reopened"},
                ),
            )


def _more_passed(mission: Mission, records: Records, key: str) -> Records:
    """All who sat passed, were posted, and are counted since."""
    one = records.serials[key]
    more = (one.people or 0) - (one.passed or 0)
    course = next(
        x.course for x in records.serials.values() if x.serial == one.serial and x.what == "started"
    )
    grants = mission.courses[str(course)].grants
    found = changed(records, "serials", key, passed=one.people)
    posted = [k for k, x in records.postings.items() if (x.competence, x.on) == (grants, one.on)]
    for other in posted[:1]:
        was = records.postings[other]
        found = changed(found, "postings", other, people=was.people + more, of=was.of + more)
    for other, count in records.counts.items():
        if (count.what, count.of) == ("competence", grants) and count.on >= one.on:
            found = changed(found, "counts", other, people=count.people + more)
    return found


def _nobody_left(records: Records, serial: str, people: int) -> Records:
    found = records
    for key, one in records.serials.items():
        if one.serial == serial and one.what == "in class":
            found = changed(found, "serials", key, people=people)
    return found


@pytest.mark.parametrize("number", MISSIONS[::2])
def test_better_news_is_never_worse(number: int) -> None:
    """No figure of people falls by more than luck that other people meet can do: a hundredth, or a half.

    Units on the way there may be fewer: whoever passed sits in the class after it, which can begin sooner.
    """
    exit_week = made(number)[0].exit_week
    for week in WEEKS[::2]:
        before = figures(number, week, runs=MANY)
        for news, records in better_news(number, week):
            after = figures(number, week, records, MANY)
            for name, one in before.items():
                on_the_way = name.startswith("units.") and int(name.rpartition(".")[2]) < exit_week
                if name.startswith(("graduates.", "reached.", "units.")) and not on_the_way:
                    least = one.mean - max(0.01 * one.mean, 0.5)
                    assert after[name].mean >= least, (news, week, name, one.mean, after[name].mean)


# ---- nothing is forgotten


@pytest.mark.parametrize("number", MISSIONS)
def test_an_offer_that_was_dropped_is_expected_no_more(number: int) -> None:
    """Of all offers dropped nobody comes, and nothing is held after the last stay; of one halved, half."""
    mission, plan, _ = made(number)
    week, on = 20, mission.date_of(20)
    ahead = [one for one in plan.staff.stints if one.begins > week]
    rows = {f"d{n}": {"on": on, "offer": key, "state": "dropped"} for n, key in enumerate(mission.offers)}
    gone = figures(number, week, beside(known(number, week), "offer_states", **rows))
    left = figures(number, week, known(number, week))
    assert gone["cost"].mean < left["cost"].mean or not ahead
    for name, one in gone.items():
        assert not name.startswith("graduates.") or one.mean <= left[name].mean + 0.5
    again = {key + "x": row | {"state": "confirmed"} for key, row in rows.items()}
    back = figures(number, week, beside(known(number, week), "offer_states", **rows | again))
    assert {name: one.mean for name, one in left.items()} == {name: one.mean for name, one in back.items()}


@pytest.mark.parametrize("number", MISSIONS)
def test_money_of_which_nobody_tells_is_not_nothing(number: int) -> None:
    """Without any report of money the cost is what is expected all the same, within a half; it is told."""
    mission, plan, records = made(number)
    without = records.model_copy(update={"spending": {}})
    told = forecast(mission, plan, without, mission.date_of(104), runs=RUNS)
    cost = next(one for one in told.figures if one.name == "cost")
    assert cost.mean == pytest.approx(figures(number, 104)["cost"].mean, rel=0.5)
    assert "tracking.money-not-told" in [one.name for one in told.reckoned]


def test_the_days_of_these_missions_begin_weeks() -> None:
    """So that no report lies between what is known and the week from which it is played on."""
    mission, _, _ = made(0)
    assert all(
        (mission.date_of(week) - mission.mission.starts) % dt.timedelta(weeks=1) == dt.timedelta(0)
        for week in WEEKS
    )
