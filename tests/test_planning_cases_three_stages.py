"""Missions whose right value is known: programme, timetable and simulation all give it."""

from __future__ import annotations

from typing import Any

import pytest

from cadre.mission import Mission
from tests.programme.made import with_changes
from tests.three_stages import three_stages

SMALL: dict[str, Any] = {
    "mission": {
        "title": "Small",
        "host": "h",
        "starts": "2018-10-01",
        "horizon": "26 weeks",
        "looks_beyond_exit": "14 weeks",
    },
    "mandate": {"asks": "train"},
    "headquarters": "school",
    "skills": {"drill": {"title": "Drill"}},
    "recruits": {"men": {"title": "Recruits", "a_year": 0, "at_start": 1000}},
    "competences": {"soldier": {"title": "Soldier"}},
    "sites": {"school": {"facilities": {"room": 1}}},
    "roles": {"trainer": {"skills": ["drill"], "costs_a_year": 100000}},
    "tours": {"weeks": 26, "handover": 0, "leave": 0},
    "parties": {"ally": {}},
    "offers": {
        "a": {
            "party": "ally",
            "role": "trainer",
            "people": 1,
            "begins": "2018-10-01",
            "ends": "2030-01-01",
            "state": "confirmed",
        }
    },
    "courses": {
        "basic": {
            "weeks": 4,
            "seats": {"least": 5, "most": 10},
            "instructors": {"drill": 1},
            "uses": {"room": 1},
            "recruits": "men",
            "grants": "soldier",
            "sites": ["school"],
        }
    },
    "capabilities": {"unit": {"made_of": {"soldier": 10}, "wanted": {"2019-03-25": 10}}},
}
"""One room, one trainer, one course of four weeks, ten graduates to a unit."""


def lasting(weeks: int, **changes: Any) -> dict[str, Any]:
    """Changes for a mission of so many weeks in one rotation, under a ceiling of one, with a far target."""
    return {
        "mission.horizon": f"{weeks} weeks",
        "tours.weeks": weeks,
        "ceiling": 1,
        "capabilities.unit.wanted": {"2019-04-22": 99},
    } | {key.replace("__", "."): value for key, value in changes.items()}


def _chain() -> dict[str, Any]:
    course = {
        "weeks": 4,
        "seats": {"least": 5, "most": 10},
        "instructors": {"drill": 1},
        "uses": {"room": 1},
        "sites": ["school"],
    }
    return {
        "competences": {key: {"title": key} for key in "abc"},
        "sites.school.facilities": {"room": 3},
        "offers.a.people": 6,
        "courses": {
            "ca": course | {"recruits": "men", "grants": "a"},
            "cb": course | {"grants": "b", "after": ["ca"]},
            "cc": course | {"grants": "c", "after": ["ca", "cb"]},
        },
        "capabilities.unit": {"made_of": {"c": 10}, "wanted": {"2018-12-24": 1}},
    }


def _waiting(known: str) -> dict[str, Any]:
    """Changes for a mission of 26 weeks, in tours of twelve, that begins when nothing is found to stop it."""
    return lasting(26, tours__weeks=12, tours__handover=2) | {
        "mandate.open": {"law": {"question": "Is it agreed?", "event": "law", "can_learn_by": known}},
        "events": {"law": {"on": "2019-03-01", "chance": 0, "effect": "ends"}},
        "waits_for": "law",
    }


def shut(begins: str, ends: str) -> dict[str, Any]:
    return {"calendar": {"closed": [{"begins": begins, "ends": ends}]}}


CASES: dict[str, tuple[dict[str, Any], int]] = {
    "last-working-day-friday": (lasting(24, offers__a__ends="2019-03-15"), 6),
    "last-working-day-thursday": (lasting(24, offers__a__ends="2019-03-14"), 5),
    "new-year-break": ({"offers.a.people": 2} | shut("2018-12-24", "2019-01-04"), 6),
    "plan-says-2-simulate-says-3": (
        {
            "mission.starts": "2020-10-05",
            "offers.a.people": 2,
            "offers.a.begins": "2020-10-05",
            "capabilities.unit.wanted": {"2021-01-03": 3},
        },
        3,
    ),
    "one-closed-week-costs-a-serial": (lasting(24) | shut("2018-11-12", "2018-11-16"), 5),
    "trainer-arrives-tuesday": ({"offers.a.begins": "2018-10-02", "offers.a.ends": "2018-12-30"}, 3),
    "one-trainer-two-weeks-leave": (lasting(26, tours__leave=2), 6),
    "three-week-course": (lasting(24, courses__basic__weeks=3), 8),
    "five-week-course": (
        lasting(25, courses__basic__weeks=5) | {"capabilities.unit.wanted": {"2019-04-29": 99}},
        5,
    ),
    "chain-of-three-courses": (_chain(), 1),
    # Nobody hands over in the first rotation: serials begin in weeks 0, 4, ...
    "first-class-wanted-by-its-last-week": (
        {"tours.handover": 2, "capabilities.unit.wanted": {"2018-10-28": 1}},
        1,
    ),
    "first-rotation-without-handover": (lasting(26, tours__handover=3), 6),
    "first-people-come-within-the-first-rotation": (
        {"tours.handover": 2, "offers.a.begins": "2018-11-05", "capabilities.unit.wanted": {"2019-03-31": 9}},
        5,
    ),
    # Nobody is there before the mission begins: in week 16 at once, in week 13 after that of handover.
    "begins-within-a-rotation": (_waiting("2019-01-21"), 2),
    "begins-as-a-rotation-does": (_waiting("2018-12-31"), 3),
    # In weeks 0, 4, 8, over the change in 12, then two weeks of handover: 14, 18.
    "second-rotation-takes-over": (lasting(24, tours__weeks=12, tours__handover=2), 5),
}


@pytest.mark.parametrize("case", CASES)
def test_each_stage_gives_the_right_value(case: str) -> None:
    changes, right = CASES[case]
    mission = Mission.model_validate(with_changes(SMALL, changes))
    stages = three_stages(mission)
    assert () == stages.faults
    planned, timed, played = stages.units(mission)
    (date,) = planned
    assert [right] * (2 + len(played)) == [units[date] for units in (planned, timed, *played)]
    assert all(serial.start is not None and not serial.weeks_late for serial in stages.timetable.serials)


SHARED: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, int]]] = {
    "as-many-as-wanted-of-each": ({}, {}, {"unit": 3, "guards": 3}),
    "scarce": ({"wanted": {"2019-03-25": 5}}, {"wanted": {"2019-03-25": 5}}, {"unit": 5, "guards": 1}),
    "the-second-comes-first": ({}, {"priority": 2, "wanted": {"2019-03-25": 4}}, {"unit": 2, "guards": 4}),
    "later": (
        {"wanted": {"2019-03-25": 4}}, {"wanted": {"2018-12-02": 2}}, {"guards": 2, "unit": 4},
    ),
}  # fmt: skip
"""Two capabilities of ten soldiers each: what is changed of them, and the units of each at its target."""


@pytest.mark.parametrize("case", SHARED)
def test_capabilities_that_share_people_form_alike_in_each_stage(case: str) -> None:
    unit, guards, right = SHARED[case]
    usual = SMALL["capabilities"]["unit"] | {"wanted": {"2019-03-25": 3}}
    both = {"unit": usual | unit, "guards": usual | guards}
    mission = Mission.model_validate(with_changes(SMALL, {"capabilities": both}))
    stages = three_stages(mission)
    assert () == stages.faults
    planned, timed, played = stages.units(mission)
    assert right == {key: units for (key, _), units in planned.items()}
    assert [planned] * (1 + len(played)) == [timed, *played]
