"""For every rule the plan that breaks only it, and the one that just meets it."""

from dataclasses import replace
from typing import Any

import pytest

from cadre.mission import Mission
from cadre.programme.plan import ActivityStart, PostBatch, Programme, Sent, SerialBatch
from cadre.programme.violations import violations
from cadre.reasons import BrokenRule
from cadre.reasons.broken_programme import Overdrawn, SeriesMissing, SeriesWrong, TeachersShort
from tests.programme.made import basic, filled, made, posts, school
from tests.words.english import english

ONE = posts("trainer", 1)


def plan(
    changes: dict[str, Any],
    serials: list[SerialBatch] | None = None,
    stand: list[PostBatch] | None = None,
    activities: list[ActivityStart] | None = None,
) -> tuple[Programme, Mission]:
    mission = school(changes)
    serials = [basic()] if serials is None else serials
    return made(mission, serials, [ONE] if stand is None else stand, activities or []), mission


def judged(*parts: Any) -> tuple[BrokenRule, ...]:
    return violations(*plan(*parts))


GUARDS = {"support": {"guards": {"role": "guard", "one_per": 2}}}
TWO_ROOMS = {"sites.school.facilities": {"room": 2}}
COMMAND = {"commands": {"standing": {"posts": {"clerk": 2}}}, "command": "standing"}
CLERKS = posts("clerk", 2, "command")
WORKS: dict[str, Any] = {
    "projects": {"works": {"activities": {"build": {"weeks": 8}}, "effects": {"opens": ["school"]}}}
}
TALKS: dict[str, Any] = {
    "projects": {
        "talks": {
            "activities": {
                "first": {"weeks": 8, "advisers": {"advice": 2}},
                "then": {"weeks": 4, "after": ["first"]},
            }
        }
    }
}
ADVISERS = posts("adviser", 2, "advisers")
FIRST, THEN = ActivityStart("talks", "first", 0), ActivityStart("talks", "then", 2)
HOSTS = {"skills.drill.hosts_at_start": 1, "courses.basic.foreign_at_least": 0}
BOTH: dict[str, Any] = {
    "skills.drill.hosts_at_start": 1,
    "courses.basic.instructors": {"drill": 2},
    "courses.basic.foreign_at_least": 0.5,
}
ABROAD: dict[str, Any] = {"courses.basic.sites": ["abroad"], "sites.abroad.facilities": {"room": 1}}
INTERPRETED: dict[str, Any] = HOSTS | {"courses.basic.instructors": {"drill": 1, "interpreting": 1}}

SHUT: dict[str, Any] = {"sites.school.closed": [{"begins": "2018-10-01", "ends": "2018-10-28"}]}

CASES: dict[str, tuple[tuple[Any, ...], tuple[Any, ...], str]] = {
    "a site that is closed": (
        (SHUT, [basic(period=1)]),
        (SHUT,),
        "basic@school in week 0: no serial can begin then",
    ),
    "a class not overfull": (({},), ({}, [basic(trainees=11)]), "basic@school in week 0: 11 trainees"),
    "a class full enough": (({}, [basic(trainees=5)]), ({}, [basic(trainees=4)]), "basic@school in week 0"),
    "a course that is held": (({},), ({"courses.basic.held": False},), "basic@school in week 0: the "),
    "an end in time": (
        (HOSTS, [basic(8)], []),
        (HOSTS, [replace(basic(9), week=37)], []),
        "basic@school in week 37: ends in week 41",
    ),
    "an end abroad before exit": (
        (ABROAD, [basic(5, site="abroad")], [posts("trainer", 1, site="abroad")]),
        (ABROAD, [basic(6, site="abroad")], [posts("trainer", 1, site="abroad")]),
        "basic@abroad in week 24: no serial",
    ),
    "no pause": (
        ({"calendar": {"closed": [{"begins": "2018-10-29", "ends": "2018-11-04"}]},
          "courses.basic.may_pause": False}, [basic(0)]),
        ({"calendar": {"closed": [{"begins": "2018-10-22", "ends": "2018-10-28"}]},
          "courses.basic.may_pause": False}, [basic(0)]),
        "basic@school in week 0: no serial",
    ),
    "a room for each serial": (
        (TWO_ROOMS, [basic(0, 2, 20)], [posts("trainer", 2)]),
        ({}, [basic(0, 2, 20)], [posts("trainer", 2)]),
        "room at school in period 0: 8 room-weeks of 4",
    ),
    "recruits for each seat": (
        ({"recruits.men.at_start": 10},),
        ({"recruits.men.at_start": 9},),
        "recruits.men in week 0: 10 taken of 9",
    ),
    "trainers for each serial": (
        (TWO_ROOMS, [basic(0, 2, 20)], [posts("trainer", 2)]),
        (TWO_ROOMS, [basic(0, 2, 20)], [ONE]),
        "instructors in rotation 0: 4 person-weeks short",
    ),
    "trainers who hold the skill": (({},), ({}, None, [posts("adviser", 1)]), "instructors in rotation 0"),
    "time off": (
        ({"tours.leave": 24, "tours.weeks": 26}, None, [posts("trainer", 2)]),
        ({"tours.leave": 24, "tours.weeks": 26},),
        "instructors in rotation 0: 2 person-weeks short",
    ),
    "hosts where they suffice": (
        (HOSTS, None, []),
        (HOSTS | {"skills.drill.hosts_at_start": 0.5}, None, []),
        "instructors in rotation 0: 2 person-weeks short",
    ),
    "the foreign share": (
        (BOTH,),
        (BOTH | {"skills.drill.hosts_at_start": 2}, None, []),
        "instructors in rotation 0: 4 person-weeks short",
    ),
    "only hosts after exit": (
        (HOSTS, [basic(7)], []),
        ({}, [basic(7)]),
        "instructors after exit: 4 person-weeks short",
    ),
    "interpreters while the mission is there": (
        (INTERPRETED, [basic(7)], []),
        (INTERPRETED, [basic(0)], []),
        "instructors in rotation 0: 4 person-weeks short",
    ),
    "a guard for two": (
        (GUARDS, None, [ONE, posts("guard", 1, "support:guards")]),
        (GUARDS,),
        "support.guards at school in rotation 0: 0 posts of 1",
    ),
    "support where the rule puts it": (
        ({},),
        (GUARDS, None, [ONE, posts("clerk", 1, "support:guards"), posts("guard", 1, "support:guards")]),
        "support.guards: 1 posts of clerk",
    ),
    "the ceiling": (({"ceiling": 1},), ({"ceiling": 0},), "ceiling in rotation 0: 1 foreign posts of 0"),
    "beds": (
        ({"sites.school.beds": 11},),
        ({"sites.school.beds": 10},),
        "beds at school in period 0: 11 people in 10 beds",
    ),
    "the gate of a project": (
        (WORKS, [basic(2)], None, [ActivityStart("works", "build", 0)]),
        (WORKS, [basic(1)], None, [ActivityStart("works", "build", 0)]),
        "basic@school in week 4: works is not finished",
    ),
    "rooms that a project adds": (
        ({"projects": {"works": {"activities": {"build": {"weeks": 8}},
                                 "effects": {"adds": {"school": {"room": 1}}}}}},
         [basic(2, 2, 20)], [posts("trainer", 2)], [ActivityStart("works", "build", 0)]),
        ({"projects": {"works": {"activities": {"build": {"weeks": 8}},
                                 "effects": {"adds": {"school": {"room": 1}}}}}},
         [basic(1, 2, 20)], [posts("trainer", 2)], [ActivityStart("works", "build", 0)]),
        "room at school in period 1: 8 room-weeks of 4",
    ),
    "the order of activities": (
        (TALKS, [], [ADVISERS], [FIRST, THEN]),
        (TALKS, [], [ADVISERS], [FIRST, replace(THEN, period=1)]),
        "talks.then in period 1: first is not finished",
    ),
    "activities finished by exit": (
        (WORKS, [], [], [ActivityStart("works", "build", 4)]),
        (WORKS, [], [], [ActivityStart("works", "build", 5)]),
        "works.build in period 5: not finished by exit",
    ),
    "a project that is carried out": (
        (TALKS, [], [ADVISERS], [FIRST]),
        (TALKS | {"projects.talks.carried_out": False}, [], [ADVISERS], [FIRST]),
        "talks.first in period 0: the project is not carried out",
    ),
    "advisers while it runs": (
        (TALKS, [], [ADVISERS], [FIRST]),
        (TALKS, [], [posts("adviser", 1, "advisers")], [FIRST]),
        "advisers in period 0: 4 person-weeks short",
    ),
    "the command as it is": (
        (COMMAND, None, [ONE, CLERKS]),
        (COMMAND,),
        "command: 0 posts of clerk at school in rotation 0, not 2",
    ),
}  # fmt: skip


def _what(told: str) -> str:
    return told.split(" in ", maxsplit=1)[0].split(" at ", maxsplit=1)[0].split(":", maxsplit=1)[0]


@pytest.mark.parametrize("rule", CASES)
def test_the_plan_that_just_meets_a_rule_is_sound(rule: str) -> None:
    assert judged(*CASES[rule][0]) == ()


@pytest.mark.parametrize("rule", CASES)
def test_the_plan_that_breaks_only_a_rule_is_told_of_it(rule: str) -> None:
    _, breaks, told = CASES[rule]
    found = [english(rule) for rule in judged(*breaks)]
    assert {_what(v) for v in found} == {_what(told)}
    assert any(v.startswith(told) for v in found)


def test_stocks_hosts_units_and_targets_must_follow_from_the_serials() -> None:
    programme, mission = plan({})
    none = tuple(0.0 for _ in range(programme.weeks))
    many = tuple(99.0 for _ in range(programme.weeks))
    taught = {**programme.hosts, "drill": many}
    assert violations(programme, mission) == ()
    changed: dict[BrokenRule, dict[str, Any]] = {
        SeriesWrong("holders", "soldier"): {"stocks": {"soldier": none}},
        SeriesWrong("hosts", "drill"): {"hosts": taught},
        SeriesMissing("hosts", "advice"): {"hosts": {}},
    }
    for rule, change in changed.items():
        assert rule == violations(replace(programme, **change), mission)[0]
    overdrawn = violations(replace(programme, units={"unit": many}), mission)[0]
    assert english(overdrawn).startswith("soldier in week 0: units")


def test_people_whom_no_offer_has_are_told_and_local_posts_are_not() -> None:
    programme, mission = plan({}, None, [posts("trainer", 1), posts("interpreter", 5)])
    (offer,) = filled({("trainer", "school", 0): 1})
    sent = Sent(offer.offer, "school", 0, 1.0)
    assert violations(replace(programme, sent=(sent,)), mission, offered=(offer,)) == ()
    assert violations(programme, mission, offered=(offer,)) == (TeachersShort(0, 4.0),)
    assert violations(replace(programme, sent=(replace(sent, people=2.0),)), mission, offered=(offer,)) == (
        Overdrawn("trainer-school-0", 0, 2.0, 1),
    )


def test_trainers_teach_only_in_the_weeks_in_which_they_are_there() -> None:
    programme, mission = plan({})
    (offer,) = filled({("trainer", "school", 0): 1})
    late = replace(offer, begins=1)
    sent = replace(programme, sent=(Sent(offer.offer, "school", 0, 1.0),))
    assert violations(sent, mission, offered=(late,)) == (TeachersShort(0, 1.0),)


def test_trainers_do_not_teach_what_they_refuse() -> None:
    programme, mission = plan({})
    (offer,) = filled({("trainer", "school", 0): 1})
    sent = replace(programme, sent=(Sent(offer.offer, "school", 0, 1.0),))
    refusing = replace(offer, not_for=("basic",))
    assert violations(sent, mission, offered=(refusing,)) == (TeachersShort(0, 4.0),)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"serials": (basic(site="moon"),)}, "basic@moon: no such course at this site"),
        ({"serials": (basic(99),)}, "basic@school: week 396 does not exist"),
        ({"posts": (posts("wizard", 1),)}, "posts of wizard at school: no such role or site"),
        ({"posts": (PostBatch("trainer", "school", 1, 1, "instructors"),)}, "posts of trainer at school: r"),
        ({"activities": (ActivityStart("war", "win", 0),)}, "war.win: no such activity"),
    ],
)  # fmt: skip
def test_what_the_mission_does_not_know_is_told_first(changes: dict[str, Any], told: str) -> None:
    programme, mission = plan({})
    found = violations(replace(programme, **changes), mission)
    assert len(found) == 1
    assert english(found[0]).startswith(told)
