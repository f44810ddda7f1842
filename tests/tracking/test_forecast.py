"""From reports to the recorded state, and from there to a forecast that is kept as it was made."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from cadre.errors import BadInput
from cadre.simulation.run import ReplicationPlan
from cadre.tracking.forecast import Forecast, forecast
from cadre.tracking.freezing import frozen, keep, read_kept
from cadre.tracking.holding import holding
from cadre.tracking.moving import moves_of
from cadre.tracking.recorded import recorded_state
from cadre.tracking.records import Records
from tests.tracking.test_status import OF, REPORTED, plan, report, started

TODAY = dt.date(2020, 3, 9)
"""The first day of week 9: the serial planned for week 8 has begun."""
RUNS = ReplicationPlan(400, 1)
KNOWN: dict[str, Any] = {
    "serials": {k: v for k, v in REPORTED["serials"].items() if k != "e"} | {"f": started("2020-03-02", 3)},
    "movements": {"m": report("2020-01-06", offer="doctors", site="home", what="arrived", people=2)},
    "counts": {
        "c": report("2020-03-02", what="competence", of="aid", people=7),
        "r": report("2020-03-09", what="recruits", of="army", people=70),
    },
    "spending": {
        "s": report("2020-03-08", payer="nations", about="posts", begins="2020-01-06", amount=20_000)
    },
}


def records(**changes: Any) -> Records:
    return Records.model_validate(KNOWN | changes)


def foresee(today: dt.date = TODAY, **changes: Any) -> Forecast:
    return forecast(OF, plan(), records(**changes), today, runs=RUNS)


def test_the_state_is_what_was_reported() -> None:
    state = recorded_state(OF, plan(), holding(records()), TODAY).standing
    assert 9 == state.week
    (running,) = state.running
    assert ("basic@home/3", 10, 10, 1, 0, 1) == (
        running.id,
        running.people,
        running.began_with,
        running.taught,
        running.frozen,
        running.ago,
    )
    assert {"basic@home/1", "basic@home/2", "basic@home/3"} == state.over
    assert {("doctors", "home", 0): 2} == state.present
    assert ({"basic": 2}, {"basic": 9}) == (state.ended, state.graduates)
    aid, army = state.stocks["competence/aid"], state.stocks["recruits/army"]
    assert (7, 8, ()) == (aid.people, aid.week, aid.moves)
    assert (70, 9, ()) == (army.people, army.week, army.moves)


def test_what_came_since_a_count_moves_the_stock() -> None:
    count = report("2020-02-17", what="competence", of="aid", people=3)
    state = recorded_state(OF, plan(), holding(records(counts={"c": count})), TODAY).standing
    aid = state.stocks["competence/aid"]
    assert (3, 6, ((7, 5),)) == (aid.people, aid.week, aid.moves)
    army = state.stocks["recruits/army"]
    assert (None, 0) == (army.people, army.week)
    assert [(0, -10), (4, -10), (8, -10)] == list(army.moves)


def test_more_people_than_planned_stay_for_a_tour() -> None:
    more = {"m": report("2020-01-06", offer="doctors", site="home", what="arrived", people=5)}
    state = recorded_state(OF, plan(), holding(records(movements=more)), TODAY).standing
    assert {("doctors", "home", 0): 5} == state.present


def test_what_nobody_reported_is_told() -> None:
    told = recorded_state(OF, plan(), Records(), TODAY).reckoned
    assert ["tracking.never-counted", "tracking.never-arrived", "tracking.not-begun"] == [
        m.name for m in told
    ]


def test_where_nobody_tells_who_came_it_is_drawn_as_before_the_launch() -> None:
    told = recorded_state(OF, plan(), records(movements={}), TODAY)
    assert told.standing.present is None
    assert "tracking.nobody-tells-who-came" == told.reckoned[-1].name
    assert {("doctors", "home", 0): 0} == recorded_state(OF, plan(), Records(), TODAY).standing.present
    away = {"m": report("2020-01-06", offer="doctors", site="home", what="arrived", people=1)}
    gone = {"n": report("2020-01-07", offer="doctors", site="home", what="departed", people=1)}
    nobody = foresee(movements=away | gone)
    graduates = [
        next(one.mean for one in m.figures if one.name == "graduates.basic") for m in (foresee(), nobody)
    ]
    assert graduates[1] < graduates[0]
    assert graduates[0] == next(
        one.mean for one in foresee(movements={}).figures if one.name == "graduates.basic"
    )


def test_where_totals_alone_are_reported_serials_have_begun_as_planned() -> None:
    """More hold what the course grants than on the first day: serials 1 and 2 were due, and 3 runs."""
    count = {"c": report("2020-03-06", what="competence", of="aid", people=9)}
    told = recorded_state(OF, plan(), Records.model_validate({"counts": count}), TODAY)
    state = told.standing
    assert {"basic@home/1", "basic@home/2", "basic@home/3"} == state.over
    (running,) = state.running
    assert ("basic@home/3", 10) == (running.id, running.people)
    assert (9, ()) == (state.stocks["competence/aid"].people, state.stocks["competence/aid"].moves)
    assert "tracking.begun-in-silence" == told.reckoned[-1].name
    nobody = Records.model_validate({"counts": {"c": count["c"] | {"people": 0}}})
    assert frozenset() == recorded_state(OF, plan(), nobody, TODAY).standing.over


def test_who_still_sat_in_a_serial_that_is_broken_off_goes_back() -> None:
    some = {
        "a": started("2020-01-06", 1),
        "b": report("2020-01-24", serial="basic@home/1", what="in class", people=7),
        "c": report("2020-01-27", serial="basic@home/1", what="cancelled", cause="rooms"),
    }
    moves = [people for _, people in moves_of(records(serials=some), OF, ("recruits", "army"))]
    assert [-10, 7] == moves


def test_graduates_so_far_are_among_those_forecast() -> None:
    made = foresee()
    graduates = next(one for one in made.figures if one.name == "graduates.basic")
    assert 9 < graduates.quantiles[0] <= graduates.mean <= graduates.quantiles[-1] <= 9 + 20
    (passes,) = (one for one in made.learnt if one.path == "courses.basic.passes")
    assert (9, 19) == (passes.found.count, passes.found.of)


def test_a_better_record_gives_a_better_forecast() -> None:
    """More passed, more came: no figure of people falls."""
    better = KNOWN["serials"] | {
        "b": KNOWN["serials"]["b"] | {"passed": 9},
        "d": KNOWN["serials"]["d"] | {"passed": 10},
    }
    less, more = (
        {one.name: one.mean for one in made.figures} for made in (foresee(), foresee(serials=better))
    )
    for name in less:
        if name != "cost":
            assert more[name] >= less[name], name
    assert more["graduates.basic"] > less["graduates.basic"] + 8


def test_what_was_spent_is_not_paid_again() -> None:
    """Two doctors from week 9 to exit, serials to come, and what was spent."""
    cost = next(one for one in foresee().figures if one.name == "cost")
    posts = 2 * (26 - 9) / (365.25 / 7) * 52_000
    assert cost.mean == pytest.approx(20_000 + posts + 10_000, rel=1e-9)


def test_a_day_outside_of_the_mission_is_refused() -> None:
    for day in (dt.date(2020, 1, 6), dt.date(2031, 1, 1)):
        with pytest.raises(BadInput, match="must lie between 2020-01-13 and"):
            foresee(day)


def test_a_kept_forecast_comes_back_and_a_changed_one_is_refused(tmp_path: Path) -> None:
    made = foresee()
    data = frozen(made, OF, plan(), records())
    assert data == frozen(foresee(), OF, plan(), records())
    file = keep(tmp_path, data)
    assert file == keep(tmp_path, data)
    (kept,) = read_kept(tmp_path)
    assert (made.figures, made.made_on, data["hash"]) == (kept.figures, kept.made_on, kept.hash)
    other = frozen(made, OF, plan(), records(injuries={}, counts={}))
    assert data["inputs"]["mission"] == other["inputs"]["mission"]
    assert data["inputs"]["records"] != other["inputs"]["records"]
    changed = json.loads(file.read_text("utf-8"))
    changed["figures"][0]["mean"] += 1
    file.write_text(json.dumps(changed), "utf-8")
    with pytest.raises(BadInput, match="changed since it was kept"):
        read_kept(tmp_path)
