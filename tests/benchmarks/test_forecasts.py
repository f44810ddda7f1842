"""Forecasts of running missions: the truth lives by the rules, reports say what it was, scores are right."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.forecasts import summary
from benchmarks.forecasts.judging import (
    FORECAST_WEEKS,
    Judged,
    Scored,
    as_cadre,
    as_line,
    judged,
    place,
    read_lines,
    units_at,
    what_happened,
)
from benchmarks.forecasts.life import lived
from benchmarks.forecasts.missions import Document, drawn
from benchmarks.forecasts.plans import planned
from benchmarks.forecasts.reports import months, write_records
from benchmarks.forecasts.reweighting import BANDWIDTHS, likeness, weighted_quantiles
from benchmarks.forecasts.truth import pert
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from cadre.tracking.forecast import ForecastFigure
from cadre.tracking.reading import read_records
from cadre.tracking.scores import happened


def document(number: int) -> Document:
    return drawn(np.random.default_rng([99, number]))


def without_chance(number: int) -> Document:
    """A mission in which nothing is left to chance: all is known, and all who come pass and stay."""

    def known(value: Any) -> Any:
        if isinstance(value, dict) and value.keys() == {"min", "likely", "max"}:
            return value["likely"]
        return {k: known(v) for k, v in value.items()} if isinstance(value, dict) else value

    made: Document = known(deepcopy(document(number)))
    for course in made["courses"].values():
        course |= {"passes": 1, "drops_out": 0}
    for site in made["sites"].values():
        site.pop("closures", None)
    for offer in made["offers"].values():
        offer |= {"honoured": 1, "late": 3}
    for competence in made["competences"].values():
        competence |= {"leaves": 0, "posted": 1}
    made["recruits"]["pool"] |= {"a_year": 0, "at_start": 300, "leaves": 0}
    return made


def mission_of(made: Document, folder: Path) -> Mission:
    (folder / "mission.yaml").write_text(json.dumps(made), "utf-8")
    return read_mission(folder)


def played(mission: Mission, made: Document, replications: int) -> Outcome:
    plan = as_cadre(mission, planned(made))
    plans = Plans(plan.programme, plan.staff, plan.timetable)
    return next(simulate_many([SimulationCase("", mission, plans)], ReplicationPlan(replications, 1)))


@pytest.mark.parametrize("number", range(6))
def test_without_chance_the_truth_is_the_simulation(number: int, tmp_path: Path) -> None:
    made = without_chance(number)
    mission = mission_of(made, tmp_path)
    outcome = played(mission, made, 1)
    life = lived(made, planned(made), np.random.default_rng(1))
    for name, values in outcome.scalars.items():
        if name.partition(".")[0] in ("reached", "met", "graduates") and "." in name:
            assert values[0] == what_happened(made, life, name), name
    assert outcome.scalars["cost"][0] == pytest.approx(life.spent[-1], rel=1e-9)
    assert sum(life.graduates[-1].values()) > 0


@pytest.mark.parametrize("number", [0, 1])
def test_reports_say_what_happened(number: int, tmp_path: Path) -> None:
    made = document(number)
    mission = mission_of(made, tmp_path)
    life = lived(made, planned(made), np.random.default_rng(2))
    write_records(tmp_path, life)
    records = read_records(tmp_path, mission)
    for course in made["courses"]:
        figure = ForecastFigure(f"graduates.{course}", mission.date_of(mission.weeks), 0, ())
        assert life.graduates[-1][course] == happened(mission, records, figure)
    for week in (26, 104):
        for key, units in units_at(made, life.holders[week - 1], week).items():
            assert units == happened(
                mission, records, ForecastFigure(f"units.{key}.{week}", mission.date_of(week), 0, ())
            )
    assert life.spent[-1] == pytest.approx(sum(one.amount for one in records.spending.values()), abs=5)


def test_months_make_thirty_six() -> None:
    found = list(months())
    assert (36, (0, 4), (151, 156)) == (len(found), found[0], found[-1])


def test_a_range_is_drawn_with_the_mean_of_its_kind() -> None:
    rng = np.random.default_rng(3)
    values = [pert(rng, {"min": 1, "likely": 2, "max": 6}) for _ in range(4_000)]
    assert (1 + 4 * 2 + 6) / 6 == pytest.approx(np.mean(values), abs=4 * float(np.std(values)) / 4_000**0.5)


def test_a_mission_judged_is_the_same_again_and_comes_back_from_its_line(tmp_path: Path) -> None:
    one = judged(3, old=200, later=100)
    assert {s.week for s in one.scored} == set(FORECAST_WEEKS)
    assert one.scored == judged(3, old=200, later=100).scored
    (tmp_path / "kept").write_text(as_line(one) + "\n", "utf-8")
    assert [one] == list(read_lines(tmp_path / "kept"))


def test_records_make_forecasts_better() -> None:
    """Of three missions the losses of graduates fall; after 30 months of 36 they are a third at most."""
    missions = [judged(number, old=200, later=100) for number in (1, 4, 5)]
    early, late = (summary.ratio(missions, "graduates", week, lambda s: s.first)[0] for week in (13, 130))
    assert late < min(early, 1 / 3)


def scored(loss: float, rank: float, *, week: int = 52, name: str = "reached.x.77") -> Scored:
    weighed = (1.0, 0.5) + (2.0,) * (len(BANDWIDTHS) - 2)
    return Scored(name, 1.0, 2.0, True, loss, 4.0, weighed, week, rank, 5.0, 1.0)


def test_shares_and_ratios_are_those_of_missions_together() -> None:
    missions = [
        Judged(0, (scored(1, 0.05), scored(1, 0.5), scored(9, 0.5, week=13)), 5, 1.0),
        Judged(1, (scored(3, 0.5), scored(3, 0.5), scored(3, 0.9)), 5, 1.0),
    ]
    share, error = summary.shares(missions, "reached", 52, summary.placed)
    assert 4 / 5 == share
    assert (2 * (0.6**2 + 0.6**2)) ** 0.5 / 5 == pytest.approx(error)
    middle, low, high = summary.ratio(missions, "reached", 52, lambda s: s.first)
    assert 11 / 20 == pytest.approx(middle)
    assert low <= middle <= high
    assert 1 == summary.best_width(missions, "reached", 52)
    assert "| 12 |" in summary.tables([replace(one, scored=every()) for one in missions])


def every() -> tuple[Scored, ...]:
    return tuple(
        scored(1, 0.5, week=week, name=f"{kind}.x") for kind in summary.KINDS for week in FORECAST_WEEKS
    )


def test_a_rank_among_equals_is_any_of_their_places() -> None:
    rng = np.random.default_rng(4)
    ranks = [place(1.0, np.array([0.0, 1.0, 1.0, 2.0]), rng) for _ in range(2_000)]
    assert 0.2 <= min(ranks) < 0.21
    assert 0.79 < max(ranks) <= 0.8
    assert 0.5 == pytest.approx(np.mean(ranks), abs=4 * 0.6 / 12**0.5 / 2_000**0.5)


def test_futures_like_what_was_counted_weigh_more() -> None:
    series = {"stock.a": np.array([[0, 10], [0, 20], [0, 30]], np.float32)}
    study = Outcome("", 3, 1, {}, series, np.array([0, 13]))
    narrow, *_, wide = likeness(study, {"stock.a": 20.0}, 13)
    assert narrow.argmax() == wide.argmax() == 1
    assert narrow[0] < wide[0] < 1
    assert (20.0, 20.0) == weighted_quantiles(np.array([30.0, 10.0, 20.0]), narrow[[2, 0, 1]], (0.1, 0.9))
