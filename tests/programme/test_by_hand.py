"""Programmes whose best is known: each capacity binds in turn."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from cadre.programme import bottlenecks
from cadre.programme.contradictions import explain
from cadre.programme.model import build
from cadre.programme.optimise import plan_programme, units_held
from cadre.programme.violations import violations
from cadre.reasons.programme import LimitBinds, TargetMissed
from cadre.solving import Status
from tests.programme.made import EXACT, SMALL, STARTS, filled, school
from tests.words.english import english

AMPLE: dict[str, Any] = {"sites.school.facilities": {"room": 9}}
"""Rooms enough: 20 units are wanted at the end of week 24, so that six serials fit one after the other."""


def reached(changes: dict[str, Any], **more: Any) -> float:
    mission = school(changes)
    programme = plan_programme(mission, EXACT, **more)
    assert violations(programme, mission, **more) == ()
    assert programme.result is not None
    assert programme.result.status is Status.OPTIMAL
    return programme.targets[0].reached


def limit(changes: dict[str, Any], **more: Any) -> str:
    return plan_programme(school(changes), EXACT, **more).targets[0].limit


GATE: dict[str, Any] = {
    "projects": {"works": {"activities": {"build": {"weeks": 8}}, "effects": {"opens": ["school"]}}}
}
BINDING: dict[str, tuple[dict[str, Any], float, str]] = {
    "one room": ({}, 6, "seats"),
    "two rooms": ({"sites.school.facilities": {"room": 2}}, 12, "seats"),
    "thirty recruits": (AMPLE | {"recruits.men.at_start": 30}, 3, "trainees"),
    "one post": (AMPLE | {"ceiling": 1}, 6, "ceiling"),
    "a guard for each trainer and four posts": (
        AMPLE | {"ceiling": 4, "support": {"guards": {"role": "guard", "ratio": 1}}},
        12,
        "ceiling",
    ),
    "two guards from the first trainer on and three posts": (
        AMPLE | {"ceiling": 3, "support": {"guards": {"role": "guard", "fixed": 2}}},
        6,
        "ceiling",
    ),
    "beds for a class and its trainer": (AMPLE | {"sites.school.beds": 12}, 6, "site"),
    "open from the ninth week": (
        AMPLE | {"sites.school.opens": STARTS + dt.timedelta(weeks=8), "ceiling": 4},
        16,
        "ceiling",
    ),
    "open after eight weeks of works": (
        GATE
        | {
            "sites.school.facilities": {"room": 4},
            "capabilities.unit.wanted": {STARTS + dt.timedelta(weeks=10): 20},
        },
        0,
        "site",
    ),
    "wanted after three weeks": (
        {"capabilities.unit.wanted": {STARTS + dt.timedelta(weeks=2): 1}},
        0,
        "time",
    ),
}


@pytest.mark.parametrize("name", BINDING)
def test_each_capacity_binds_in_turn(name: str) -> None:
    changes, units, _ = BINDING[name]
    assert reached(changes) == pytest.approx(units, abs=1e-4)


@pytest.mark.parametrize("name", BINDING)
def test_the_limit_that_binds_is_named(name: str) -> None:
    changes, _, binds = BINDING[name]
    assert limit(changes) == binds


@pytest.mark.parametrize("name", BINDING)
def test_the_same_limit_is_named_by_the_interior_point_of_large_missions(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bottlenecks, "LARGE", 0)
    changes, _, binds = BINDING[name]
    assert limit(changes) == binds


def test_posts_that_could_be_filled_bind_instead_of_posts_wanted() -> None:
    wanted = {("trainer", "school", 0): 2}
    assert reached(AMPLE, offered=filled(wanted)) == pytest.approx(12, abs=1e-4)
    assert limit(AMPLE, offered=filled(wanted)) == "instructors"


def test_with_no_post_filled_nothing_is_planned_and_nothing_is_impossible() -> None:
    mission = school({"commands": {"standing": {"posts": {"clerk": 3}}}, "command": "standing"})
    programme = plan_programme(mission, EXACT, offered=())
    assert ((), ()) == (programme.serials, programme.posts)
    assert violations(programme, mission, offered=()) == ()


def test_guards_that_are_missing_keep_trainers_away_in_proportion() -> None:
    changes = AMPLE | {"support": {"guards": {"role": "guard", "one_per": 2}}}
    wanted = {("trainer", "school", 0): 9, ("guard", "school", 0): 1}
    assert reached(changes, offered=filled(wanted)) == pytest.approx(12, abs=1e-4)


def test_missing_posts_that_are_not_critical_keep_nobody_away() -> None:
    changes = AMPLE | {"support": {"office": {"role": "clerk", "one_per": 2}}}
    wanted = {("trainer", "school", 0): 2}
    assert reached(changes, offered=filled(wanted)) == pytest.approx(12, abs=1e-4)


def test_the_commands_own_tail_is_excused_when_nobody_fills_it() -> None:
    changes = AMPLE | {
        "support": {"guards": {"role": "guard", "ratio": 1, "of": ["command", "instructors"]}},
        "commands": {"standing": {"posts": {"clerk": 3}}},
        "command": "standing",
    }
    wanted = {("clerk", "school", 0): 3, ("guard", "school", 0): 2, ("trainer", "school", 0): 9}
    assert reached(changes, offered=filled(wanted)) == 0
    wanted["guard", "school", 0] = 4
    assert reached(changes, offered=filled(wanted)) == pytest.approx(6, abs=1e-4)


def test_of_equal_programmes_the_cheaper_is_planned() -> None:
    changes = AMPLE | {"capabilities.unit.wanted": {STARTS + dt.timedelta(weeks=24): 5}}
    programme = plan_programme(school(changes), EXACT)
    assert programme.posts[0].people == 1
    assert sum(batch.serials for batch in programme.serials) == 5


def test_hosts_who_were_trained_replace_foreign_trainers() -> None:
    changes: dict[str, Any] = {
        "ceiling": 1,
        "sites.school.facilities": {"room": 9},
        "courses.basic.teaches_on": 0.1,
        "courses.basic.teaches": ["drill"],
    }
    # Nine soldiers and one trainer from each serial; the trainer teaches from the next period but one on.
    alone = reached({"ceiling": 1, "sites.school.facilities": {"room": 9}})
    assert reached(changes) > alone


def test_foreigners_keep_their_share_until_a_project_lets_hosts_teach_alone() -> None:
    changes: dict[str, Any] = AMPLE | {
        "skills.drill.hosts_at_start": 9,
        "courses.basic.foreign_at_least": 0.5,
        "ceiling": 0,
        "capabilities.unit.wanted": {STARTS + dt.timedelta(weeks=24): 1},
    }
    assert reached(changes) == 0
    freed = {
        "projects": {
            "handing-over": {
                "activities": {"agree": {"weeks": 12}},
                "effects": {"hosts_teach_alone": ["basic"]},
            }
        }
    }
    assert reached(changes | freed) >= 1


def test_doing_nothing_has_no_command_under_a_ceiling_of_zero() -> None:
    mission = school({"ceiling": 0, "commands": {"standing": {"posts": {"clerk": 3}}}, "command": "standing"})
    programme = plan_programme(mission, EXACT)
    assert ((), ()) == (programme.serials, programme.posts)


def test_a_command_above_the_ceiling_is_infeasible_and_told_with_its_cure() -> None:
    changes = {
        "ceiling": 4,
        "commands": {"standing": {"posts": {"clerk": 4}}},
        "command": "standing",
        "support": {"guards": {"role": "guard", "one_per": 2, "of": ["command"]}},
    }
    programme = plan_programme(school(changes), EXACT)
    assert programme.result is not None
    assert programme.result.status is Status.INFEASIBLE
    told = explain(school(changes))
    assert len(told) == 1
    assert english(told[0]).startswith(
        "ceiling: found 4 posts, the command and what follows from it are 6, 2 more"
    )
    cured = plan_programme(school(changes | {"ceiling": 6}), EXACT).result
    assert cured is not None
    assert cured.has_plan
    assert explain(school(changes | {"ceiling": 6})) == ()


def test_a_site_closed_by_plan_for_a_period_costs_the_serial_of_that_period() -> None:
    first = {"begins": "2018-10-01", "ends": "2018-10-28"}
    assert reached({"sites.school.closed": [first]}) == pytest.approx(5, abs=1e-3)
    middle = {"begins": "2018-11-26", "ends": "2018-12-23"}
    assert reached({"sites.school.closed": [middle]}) == pytest.approx(5, abs=1e-3)


def test_a_trace_of_what_nobody_holds_takes_no_units_from_others() -> None:
    """Two kinds of unit share soldiers; one also asks for a leader, and there is none.

    A solver's millionth of a unit of that kind once scaled the other away with it.
    """
    wanted = {STARTS + dt.timedelta(weeks=24): 20}
    kinds = {
        "unit": {"made_of": {"soldier": 10}, "wanted": wanted},
        "staff": {"made_of": {"soldier": 5, "leader": 1}, "wanted": wanted},
    }
    lead = SMALL["courses"]["basic"] | {"grants": "leader"}
    mission = school({"capabilities": kinds, "competences.leader": {"title": "leader"}, "courses.lead": lead})
    draft = build(mission, 4, None)
    values = np.zeros(draft.lp.columns)
    weeks = list(draft.units["unit"])
    values[list(draft.units["unit"].values())], values[list(draft.units["staff"].values())] = 3.0, 1e-6
    given = units_held(draft, values, {"soldier": [30.0] * mission.weeks, "leader": [0.0] * mission.weeks})
    assert given is not None
    assert [3.0] * len(weeks) == pytest.approx([given["unit"][w] for w in weeks], rel=1e-5)
    assert [0.0] * len(weeks) == [given["staff"][w] for w in weeks]


def test_of_dates_in_one_week_the_greatest_is_the_target() -> None:
    monday = STARTS + dt.timedelta(weeks=24)
    wanted = {monday: 3, monday + dt.timedelta(days=2): 20, monday + dt.timedelta(days=7): 21}
    programme = plan_programme(school({"capabilities.unit.wanted": wanted}), EXACT)
    assert [(24, 20), (25, 21)] == [(target.week, target.wanted) for target in programme.targets]


def test_a_course_that_is_not_held_is_the_reason_and_not_time() -> None:
    """Units need a leader whom no course trains, as level 2 of bomb disposal was for some options."""
    lead = SMALL["courses"]["basic"] | {"grants": "leader", "held": False}
    changes = {
        "competences.leader": {"title": "leader"},
        "courses.lead": lead,
        "capabilities.unit.made_of": {"soldier": 9, "leader": 1},
    }
    programme = plan_programme(school(changes), EXACT)
    assert "course" == programme.targets[0].limit
    assert english(programme.targets[0].why).endswith("no course is held that leads to: leader")
    held = changes | {"courses.lead": lead | {"held": True}}
    assert "course" != plan_programme(school(held), EXACT).targets[0].limit


def test_a_target_is_missed_by_the_day_that_was_written_and_not_by_the_first_of_its_week() -> None:
    day = STARTS + dt.timedelta(weeks=24, days=2)
    mission = school({"capabilities.unit.wanted": {day: 20}})
    programme = plan_programme(mission, EXACT)
    (target,) = programme.targets
    assert TargetMissed("unit", day, target.reached, 20, (LimitBinds("seats"),)) == target.why
    assert english(target.why).startswith("unit by 20 Mar 2019: 6 of 20; seats bind")
    assert mission.date_of(target.week) < day


def test_no_reason_asks_for_none_more_of_something() -> None:
    wanted = filled({("adviser", "school", 0): 3})
    programme = plan_programme(school(AMPLE), EXACT, offered=wanted)
    assert "course" == programme.targets[0].limit
    assert "needs 1 of drill on posts at once, and at most 0 are offered" in english(programme.targets[0].why)


LACKS: dict[str, tuple[dict[str, Any], str]] = {
    "a skill that no role has": (
        {"courses.basic.instructors": {"interpreting": 1, "advice": 1}, "roles.adviser.skills": []},
        "no role has the skill advice, and no host teaches it",
    ),
    "a room that no site has": (
        {"courses.basic.uses": {"pool": 1}},
        "it takes 1 pool at once, and school has 0",
    ),
    "weeks": (
        {"courses.basic.weeks": 50},
        "its 50 weeks fit nowhere between opening, closed weeks and end of school",
    ),
    "people for the smallest class": (
        {"courses.basic.instructors": {"drill": 3}, "ceiling": 2},
        "its smallest class needs 3 of drill on posts at once, and the ceiling allows 2",
    ),
}


@pytest.mark.parametrize("what", LACKS)
def test_what_a_course_lacks_that_is_never_held_is_told(what: str) -> None:
    changes, lacks = LACKS[what]
    target = plan_programme(school(changes), EXACT).targets[0]
    assert "course" == target.limit
    assert english(target.why).endswith(f"no serial of basic is held: {lacks}")


def test_a_course_that_could_be_held_and_is_not_is_named_before_the_limit() -> None:
    changes = {"recruits.men.at_start": 0}
    target = plan_programme(school(changes), EXACT).targets[0]
    assert "trainees" == target.limit
    assert "; no serial of basic is held; trainees bind" in english(target.why)
