"""Events end, delay and shrink missions; without them nothing changes, and none makes a mission better."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cadre.mission import Mission
from cadre.options import options
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan
from tests.simulation import small
from tests.simulation.made import FULL, full, plans_for, programme_for
from tests.simulation.test_kernel import agree, play

EVENTS: dict[str, dict[str, Any]] = {
    "consent": {
        "on": "2020-06-01",
        "chance": {"low": "20%", "high": "90%"},
        "effect": "ends",
        "notice": {"low": 0, "high": 8},
    },
    "law": {"on": "2020-01-01", "chance": "50%", "effect": "delays", "weeks": {"low": 4, "high": 20}},
    "later": {"on": "2020-09-03", "chance": "50%", "effect": "delays", "weeks": 6},
    "quarrel": {
        "per_year": {"low": 0.2, "high": 1.5},
        "effect": "shrinks",
        "stays": {"low": "20%", "high": "90%"},
    },
    "again": {"per_year": 0.5, "effect": "shrinks", "stays": "60%"},
    "unrest": {"per_year": 0.3, "effect": "ends", "notice": 13},
    "review": {"on": "2021-01-01", "units_of": "post", "fewer_than": 1, "effect": "ends", "notice": 4},
    "last": {"on": "2021-06-14", "chance": "60%", "effect": "delays", "weeks": 20},
    "count": {
        "on": "2020-11-01",
        "graduates_of": ["basic", "leader"],
        "fewer_than": 8,
        "effect": "shrinks",
        "stays": "50%",
    },
}
"""Every kind of trigger and of effect."""
STARTS = list(range(0, 24, 4))
LAW = {"on": "2020-03-02", "chance": 1, "effect": "ends"}


def with_events(*names: str) -> Mission:
    """The mission by hand with some of the events."""
    return full(events={name: EVENTS[name] for name in names or EVENTS})


def taught(events: dict[str, Any] | None = None, **changes: Any) -> Outcome:
    """One course held six times by two doctors, in a mission of 26 weeks."""
    of = small.mission(events=events or {}, **changes)
    return play(of, small.plans(of, STARTS), ReplicationPlan(200, 3))


def event(**said: Any) -> dict[str, Any]:
    """An event that comes true in any case."""
    return {"one": LAW | said}


@pytest.mark.parametrize("seed", range(3))
def test_all_events_together_give_the_same_numbers_as_the_plain_program(seed: int) -> None:
    mission = with_events()
    agree(mission, plans_for(mission, seed), ReplicationPlan(4, seed))
    agree(mission, programme_for(mission, seed), ReplicationPlan(6, seed, inner=2, weeks=60))


@pytest.mark.parametrize(
    "names",
    [("consent",), ("law",), ("quarrel", "again"), ("review", "count"), ("later", "unrest"), ("last",)],
)
def test_single_events_give_the_same_numbers_as_the_plain_program(names: tuple[str, ...]) -> None:
    mission = with_events(*names)
    agree(mission, plans_for(mission, 1), ReplicationPlan(4, 1))


def test_events_that_never_happen_change_nothing() -> None:
    never = {name: dict(said) for name, said in EVENTS.items() if "fewer_than" not in said}
    for said in never.values():
        said.update({"chance": 0} if "chance" in said else {"per_year": 0})
    plain, quiet = (
        play(full(**of), plans_for(full(), 2), ReplicationPlan(60, 2)) for of in ({}, {"events": never})
    )
    for name, values in plain.scalars.items():
        assert np.array_equal(values, quiet.scalars[name]), name
    assert all(np.array_equal(values, quiet.series[name]) for name, values in plain.series.items())


@pytest.mark.parametrize("seed", range(3))
def test_a_mission_ended_on_a_day_is_the_mission_that_exits_then(seed: int) -> None:
    """With the same plans, cut off; the floors of both are judged in one week."""
    header = FULL["mission"] | {"horizon": 52, "looks_beyond_exit": 52}
    short = full(mission=header, policy={"reacts": "never"})
    ended = full(
        policy={"reacts": "never"},
        events={"end": {"on": "2021-01-04", "chance": 1, "effect": "ends"}},
    )
    plans = plans_for(full(), seed)
    one, other = (play(of, plans, ReplicationPlan(40, seed)) for of in (short, ended))
    assert np.all(other.scalars["exit_week"] == 52)
    for name, values in one.scalars.items():
        assert np.array_equal(values, other.scalars[name]), name
    assert all(np.array_equal(values, other.series[name]) for name, values in one.series.items())


def test_what_is_spent_stays_spent_and_nobody_is_paid_afterwards() -> None:
    """Ended in week 8: two serials of ten each are over, the third of week 8 never begins."""
    before, after = taught(), taught(event())
    assert before.scalars["person_weeks"][0] == 52
    assert after.scalars["person_weeks"][0] == 16
    assert (before.scalars["graduates"][0], after.scalars["graduates"][0]) == (60, 20)
    assert after.scalars["posts_filled"][0] == 1
    assert after.series["posts"][0].tolist() == [2, 0, 0]
    assert (after.scalars["exit_week"][0], after.scalars["ended_by.one"][0]) == (8, 1)


def test_notice_lets_the_mission_go_on_for_so_long() -> None:
    found = taught(event(notice=4))
    assert (found.scalars["graduates"][0], found.scalars["exit_week"][0]) == (30, 12)


def test_what_an_announced_end_would_break_off_is_not_begun() -> None:
    """Announced in week 8 for week 11: the serial of week 8 would last to week 12, and asks for foreigners.

    One that may go on without them is begun, and paid for.
    """
    alone = taught(event(notice=3), courses=small.course(costs=1000))
    asks = taught(event(notice=3), courses=small.course(costs=1000, foreign_at_least="50%"))
    assert (alone.scalars["cost"][0], asks.scalars["cost"][0]) == (3000, 2000)
    assert asks.scalars["lost.after exit"][0] == 4


def test_a_chance_of_the_first_day_keeps_a_mission_from_beginning() -> None:
    found = taught(event(on="2019-12-01"), sites={"home": {"costs_to_open": 500, "costs_a_year": 100}})
    assert not any(found.scalars[name].any() for name in ("cost", "person_weeks", "serials_held", "exposure"))
    assert np.all(found.scalars["posts_filled"] == 1)


def test_a_delay_from_the_first_day_keeps_everybody_away() -> None:
    """Ten weeks, in which nobody is there: the serials of weeks 0, 4 and 8 wait, then begin one by one."""
    found = taught(event(on="2020-01-01", effect="delays", weeks=10))
    assert found.scalars["person_weeks"][0] == 2 * 16
    assert found.scalars["waited.mission paused"][0] == 10 + 6 + 2
    assert found.scalars["graduates"][0] == 40


def test_a_later_delay_lets_what_runs_go_on() -> None:
    """Week 6, four weeks: the serial of week 4 is taught to its end, that of week 8 begins in week 10."""
    found = taught(event(on="2020-02-17", effect="delays", weeks=4))
    assert found.scalars["person_weeks"][0] == 52
    assert found.scalars["waited.mission paused"][0] == 2


def test_half_of_the_people_go_home() -> None:
    """Of two doctors one stays from week 8 on, and the course needs two."""
    found = taught(event(effect="shrinks", stays="50%"))
    assert found.scalars["person_weeks"][0] == 16 + 18
    assert found.scalars["graduates"][0] == 20
    assert found.series["posts"][0].tolist() == [2, 1, 0]


@pytest.mark.parametrize(("fewer_than", "exits"), [(6, 26), (7, 8)])
def test_a_review_stops_a_mission_that_has_too_little(fewer_than: int, exits: int) -> None:
    """Week 8: two serials of ten are over, 20 graduates in units of three are six."""
    review: dict[str, Any] = {"on": "2020-03-02", "effect": "ends", "fewer_than": fewer_than}
    assert np.all(taught({"review": review | {"units_of": "post"}}).scalars["exit_week"] == exits)
    counted = review | {"graduates_of": "basic", "fewer_than": fewer_than + 14}
    assert np.all(taught({"review": counted}).scalars["exit_week"] == exits)


def test_a_chance_comes_true_as_often_as_stated_and_is_told() -> None:
    mission = small.mission(events=event(chance=0.3))
    found = play(mission, small.plans(mission, [0]), ReplicationPlan(4000, 1))
    ended = found.scalars["ends_early"]
    assert abs(ended.mean() - 0.3) <= 4 * np.sqrt(0.3 * 0.7 / 4000)
    assert np.array_equal(found.draws["events.one"], found.scalars["happens.one"])
    again = play(mission, small.plans(mission, [0]), ReplicationPlan(4000, 1, streams=2))
    assert np.array_equal(ended, again.scalars["ends_early"])


def test_a_hazard_ends_as_many_missions_as_its_rate_says() -> None:
    """Within 26 weeks 1 - exp(-26 / Y) of them at one a year."""
    mission = small.mission(events={"one": {"per_year": 1, "effect": "ends"}})
    ended = play(mission, small.plans(mission, [0]), ReplicationPlan(4000, 1)).scalars["ends_early"].mean()
    share = 1 - np.exp(-26 * 7 / 365.25)
    assert abs(ended - share) <= 4 * np.sqrt(share * (1 - share) / 4000)
    assert abs(ended - share * 1.1) > 4 * np.sqrt(share * (1 - share) / 4000)


def played(seed: int, **said: Any) -> dict[str, Any]:
    of = full(events={"one": said})
    return play(of, plans_for(full(), seed), ReplicationPlan(300, seed)).scalars


@pytest.mark.parametrize("seed", range(3))
def test_a_greater_hazard_never_lets_a_mission_last_longer_or_hold_more_people(seed: int) -> None:
    """In every future, on the same luck; a higher chance and a smaller share that stays likewise."""
    pairs: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
        ({"per_year": 0.3, "effect": "ends"}, {"per_year": 1.2, "effect": "ends"}),
        *(
            (
                {"on": "2020-09-01", "effect": "ends"} | {"chance": low},
                {"on": day, "effect": "ends", "chance": high},
            )
            for low, high, day in ((0.2, 0.6, "2020-09-01"), (0.4, 0.4, "2020-05-01"))
        ),
        *(
            (
                {"per_year": 1, "effect": "shrinks", "stays": more},
                {"per_year": 1, "effect": "shrinks", "stays": less},
            )
            for more, less in ((0.9, 0.4), (0.5, 0))
        ),
    )
    for better, worse in pairs:
        one, other = played(seed, **better), played(seed, **worse)
        for name in ("exit_week", "person_weeks", "exposure", "posts_peak"):
            assert np.all(one[name] >= other[name]), name
        for name in ("graduates", "outcome", "cost_before_overrun"):
            assert one[name].mean() >= other[name].mean(), name


def test_first_replications_and_one_thread_equal_many() -> None:
    mission, plans = with_events(), plans_for(full(), 4)
    few = play(mission, plans, ReplicationPlan(100, 5))
    many = play(mission, plans, ReplicationPlan(600, 5, jobs=2))
    for name, values in few.scalars.items():
        assert np.array_equal(values, many.scalars[name][:100]), name
    for name, values in few.draws.items():
        assert np.array_equal(values, many.draws[name][:100]), name


def test_events_happen_in_the_futures_played_above() -> None:
    """Otherwise the agreement would say little."""
    for name in EVENTS:
        found = play(with_events(name), plans_for(full(), 5), ReplicationPlan(300, 1)).scalars
        assert 0.02 < found[f"happens.{name}"].mean() < 0.98, name


OPEN = {"law": {"question": "Is it agreed?", "event": "law", "can_learn_by": "2020-03-02"}}
"""Known in week 8."""


def waiting(**said: Any) -> Mission:
    """The mission by hand, which begins only once it is known that the law is agreed."""
    law = {"on": "2020-06-01", "chance": "40%", "effect": "ends", "notice": 6} | said
    rest = {name: EVENTS[name] for name in ("quarrel", "later", "review")}
    return full(mandate={"asks": "teach", "open": OPEN}, events=rest | {"law": law}, waits_for="law")


@pytest.mark.parametrize("seed", range(3))
def test_a_mission_that_waits_gives_the_same_numbers_as_the_plain_program(seed: int) -> None:
    agree(waiting(), plans_for(waiting(), seed), ReplicationPlan(6, seed))
    agree(waiting(), programme_for(waiting(), seed), ReplicationPlan(6, seed, inner=2, weeks=60))


def test_a_mission_that_waits_begins_when_it_is_known_or_not_at_all() -> None:
    """Where the law is agreed everybody comes in week 8; where not, nobody does and nothing is spent."""
    law = {"law": LAW | {"on": "2020-05-04", "chance": 0.4}}
    mandate = {"asks": "teach", "open": OPEN}
    sites = {"home": {"costs_to_open": 500, "costs_a_year": 100}}
    of = small.mission(events=law, mandate=mandate, sites=sites, waits_for="law")
    found = play(of, small.plans(of, STARTS), ReplicationPlan(400, 1)).scalars
    never = found["happens.law"] > 0
    assert 0.3 < never.mean() < 0.5
    assert np.all(found["exit_week"][never] == 8)
    assert not any(found[name][never].any() for name in ("cost", "person_weeks", "serials_held"))
    assert np.all(found["person_weeks"][~never] == 2 * 18)
    assert np.all(found["graduates"][~never] == 40)


def test_what_is_waited_for_opens_no_site_of_the_plan_before() -> None:
    assert full().opening_week("camp") == 0
    assert waiting().opening_week("camp") == waiting().begin_week == 8


def test_deciding_later_is_a_choice_of_a_lever() -> None:
    levers = {"when": {"choices": {"now": {}, "later": {"decide": "later", "after": "law"}}}}
    mission = full(mandate={"asks": "teach", "open": OPEN}, events={"law": LAW}, levers=levers)
    begins = {option.id: option.mission.begin_week for option in options(mission)}
    assert begins == {"nothing": 0, "now": 0, "later": 8}


def test_events_with_courses_that_learn_and_serials_under_way_are_those_of_the_plain_program() -> None:
    """An end comes while others' serials run; how long a course lasts says what it would break off."""
    courses = dict(FULL["courses"])
    courses["leader"] = courses["leader"] | {"weeks": {"low": 3, "high": 9}}
    others = {
        "first": {"course": "basic", "site": "home", "trainees": {"low": 6, "high": 12}, "weeks_left": 5}
    }
    early = {"early": {"on": "2020-01-20", "chance": 0.3, "effect": "ends", "notice": 1}}
    for events in (EVENTS, early, {"law": EVENTS["law"]}):
        mission = full(
            courses=courses, under_way=others, learns={"instructors": "80%", "fails": "70%"}, events=events
        )
        agree(mission, plans_for(mission, 2), ReplicationPlan(6, 2))
