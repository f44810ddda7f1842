"""Missions in which plans once went wrong, each with the right value beside it, for test_planning_cases.

Those made of the small school stand here as changes of it; the others are folders under `cases`.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from tests.programme.made import SMALL, STARTS, school

FOLDERS = Path(__file__).parent / "cases"
Changes = dict[str, Any]


def after(weeks: int, days: int = 0) -> dt.date:
    """Give the day so many weeks and days after the first."""
    return STARTS + dt.timedelta(weeks=weeks, days=days)


def offer(people: int = 1, begins: dt.date = STARTS, ends: dt.date = dt.date(2030, 1, 1)) -> Changes:
    """Give an offer of trainers as the only one."""
    trainers = {"party": "ally", "role": "trainer", "people": people, "state": "confirmed"}
    return {"parties.ally": {}, "offers.a": trainers | {"begins": begins, "ends": ends}}


def length(weeks: int, horizon: int) -> Changes:
    """Give a course of some weeks, one trainer and one room through a mission of one tour."""
    return offer() | {
        "mission.horizon": horizon,
        "tours.weeks": max(4, horizon),
        "ceiling": 1,
        "courses.basic.weeks": weeks,
        "capabilities.unit.wanted": {after(horizon + 5): 99},
    }


def leave(weeks: int, tour: int, *, rotations: int = 1) -> Changes:
    """Give one trainer at a time, with some weeks of leave in a tour."""
    horizon = tour * rotations
    return length(4, horizon) | {
        "tours": {"weeks": tour, "handover": 0, "leave": weeks},
        "capabilities.unit.wanted": {after(horizon + 5): 99},
    }


def taking_over(tour: int, handover: int, lost: int = 0) -> Changes:
    """Give tours with weeks of handover and weeks that the command loses, without leave."""
    return {
        "tours": {"weeks": tour, "handover": handover, "leave": 0},
        "commands": {"none": {"weeks_lost": lost}},
        "command": "none",
    }


def closed(first: int, weeks: int, horizon: int, *, may_pause: bool = True) -> Changes:
    """Give some weeks, Monday to Friday, in which nobody teaches."""
    period = {"begins": after(first), "ends": after(first + weeks - 1, days=4)}
    return length(4, horizon) | {"calendar.closed": [period], "courses.basic.may_pause": may_pause}


def chain(courses: int, weeks: int, target: int) -> Changes:
    """Give courses in a chain, each after all before it, and one unit of those who passed the last."""
    keys = [f"course-{n}" for n in range(courses)]
    chained = {
        key: SMALL["courses"]["basic"] | {"weeks": weeks, "grants": key, "after": keys[:n]}
        for n, key in enumerate(keys)
    }
    chained[keys[0]] |= {"recruits": "men"}
    for key in keys[1:]:
        del chained[key]["recruits"]
    return offer(6) | {
        "competences": {key: {"title": key} for key in keys},
        "courses": chained,
        "sites.school.facilities": {"room": courses},
        "capabilities.unit": {"made_of": {keys[-1]: 10}, "wanted": {after(target): 1}},
    }


def target_on(starts: dt.date, day: dt.date, wanted: int) -> Changes:
    """Give a mission that starts on some day, with one room and units wanted by another day."""
    return offer(2, starts) | {"mission.starts": starts, "capabilities.unit.wanted": {day: wanted}}


CASES: dict[str, tuple[Changes, int]] = {
    "five-week-course": (length(5, 25), 5),
    "three-week-course": (length(3, 24), 8),
    "one-trainer-two-weeks-leave": (leave(2, 26), 6),
    "one-closed-week-costs-a-serial": (
        closed(6, 1, 24) | {"capabilities.unit.wanted": {after(27): 9}, "ceiling": None},
        5,
    ),
    "new-year-break": (
        offer(2)
        | {"calendar.closed": [{"begins": dt.date(2018, 12, 24), "ends": dt.date(2019, 1, 4)}]}
        | {"capabilities.unit.wanted": {after(25): 10}},
        6,
    ),
    "chain-of-three-courses": (chain(3, 4, 12), 1),
    "trainer-arrives-tuesday": (
        offer(1, after(0, days=1), dt.date(2018, 12, 30)) | {"capabilities.unit.wanted": {after(25): 10}},
        3,
    ),
    "plan-says-2-simulate-says-3": (target_on(dt.date(2020, 10, 5), dt.date(2021, 1, 3), 3), 3),
    "first-class-wanted-by-its-last-week": (
        offer(2) | taking_over(26, 2) | {"capabilities.unit.wanted": {after(3, days=6): 1}},
        1,
    ),
    "first-people-come-within-the-first-rotation": (
        offer(1, after(5)) | taking_over(26, 2) | {"capabilities.unit.wanted": {after(25): 10}},
        5,
    ),
}
"""By the name under which it was found: changes of the small school, and the units that are right."""


def case(name: str) -> Mission:
    """Give a case of the small school."""
    return school(CASES[name][0])


def folder(name: str, option: str, changes: Changes | None = None) -> tuple[Mission, dict[str, str]]:
    """Give an option of a case kept as a folder, with its choices."""
    chosen = find(read_mission(FOLDERS / name).changed(changes or {}), option)
    return chosen.mission, dict(chosen.choices)
