"""A small school for the programme's tests, and plans made by hand for it.

One course of four weeks, ten seats, one trainer and one room for a serial; tours of 26 weeks without handover
or leave; a unit is ten soldiers, who all pass and stay. Week 0 is a Monday, so that periods are whole.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from cadre.mission import Mission
from cadre.programme.offered import OfferedPeople
from cadre.programme.plan import ActivityStart, PostBatch, Programme, SerialBatch
from cadre.programme.projection import formed, project_stocks
from cadre.solving import Limits

STARTS = dt.date(2018, 10, 1)
EXACT = Limits(gap=1e-6, work=1.0, seconds=600.0)
"""Limits under which tiny cases are searched until the bound is met."""
SMALL: dict[str, Any] = {
    "mission": {"title": "Small", "host": "h", "starts": STARTS, "horizon": 26, "looks_beyond_exit": 14},
    "mandate": {"asks": "train"},
    "headquarters": "school",
    "skills": {k: {"title": k} for k in ("drill", "advice", "interpreting")},
    "recruits": {"men": {"title": "men", "a_year": 0, "at_start": 1000}},
    "competences": {"soldier": {"title": "soldier"}},
    "sites": {"school": {"facilities": {"room": 1}}, "abroad": {"in_country": False}},
    "roles": {
        "trainer": {"skills": ["drill"], "costs_a_year": 100_000},
        "adviser": {"skills": ["advice"]},
        "interpreter": {"skills": ["interpreting"], "local": True},
        "guard": {"critical": True},
        "clerk": {},
    },
    "tours": {"weeks": 26, "handover": 0, "leave": 0},
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
    "capabilities": {"unit": {"made_of": {"soldier": 10}, "wanted": {STARTS + dt.timedelta(weeks=24): 20}}},
}


def with_changes(of: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Give tables with values set at paths such as `courses.basic.weeks`; a table given replaces one."""
    made = {key: dict(value) if isinstance(value, dict) else value for key, value in of.items()}
    for path, value in changes.items():
        head, _, rest = path.partition(".")
        made[head] = with_changes(made.get(head, {}), {rest: value}) if rest else value
    return made


def school(changes: dict[str, Any] | None = None) -> Mission:
    """Give the school with values set at paths."""
    return Mission.model_validate(with_changes(SMALL, changes or {}))


def made(
    mission: Mission,
    serials: Iterable[SerialBatch] = (),
    posts: Iterable[PostBatch] = (),
    activities: Iterable[ActivityStart] = (),
) -> Programme:
    """Give the programme of a plan made by hand, with the stocks and units that follow from it."""
    followed = project_stocks(mission, serials)
    return replace(
        Programme(4, followed.weeks, mission.tours.weeks),
        serials=tuple(sorted(serials)),
        posts=tuple(sorted(posts)),
        activities=tuple(sorted(activities)),
        stocks={k: tuple(series) for k, series in followed.holders.items()},
        hosts={k: followed.hosts_with(k) for k in mission.skills},
        units=formed(mission, followed.holders),
    )


def basic(period: int = 0, serials: int = 1, trainees: float = 10.0, site: str = "school") -> SerialBatch:
    """Give serials of the basic course, begun in the first week of a period of four."""
    return SerialBatch("basic", site, 4 * period, serials, trainees, 10)


def filled(posts: dict[tuple[str, str, int], int]) -> tuple[OfferedPeople, ...]:
    """Give offers that fill so many posts of a role at a site in a rotation of 26 weeks."""
    return tuple(
        OfferedPeople(f"{role}-{site}-{r}", role, people, 26 * r, 26 * (r + 1), (site,))
        for (role, site, r), people in posts.items()
        if people
    )


def posts(role: str, people: int, reason: str = "instructors", site: str = "school") -> PostBatch:
    """Give posts through the first rotation."""
    return PostBatch(role, site, 0, people, reason)
