"""A small mission for the timetable room, and programmes and force plans made by hand for it.

One school with rooms, trainers of one skill, local interpreters, hosts. Week 0 is a Monday; tours of 26
weeks, no handover and no leave unless a test asks for them.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.mission import Mission
from cadre.programme.plan import ActivityStart, PostBatch, Programme, SerialBatch
from cadre.solving import Limits
from cadre.timetable.optimise import plan_timetable
from cadre.timetable.plan import Timetable
from cadre.timetable.violations import violations
from tests.words.english import each

STARTS = dt.date(2018, 10, 1)
SMALL: dict[str, Any] = {
    "mission": {"title": "Small", "host": "h", "starts": STARTS, "horizon": 52, "looks_beyond_exit": 26},
    "mandate": {"asks": "train"},
    "headquarters": "school",
    "skills": {k: {"title": k} for k in ("drill", "medicine", "interpreting")},
    "recruits": {"men": {"title": "men", "a_year": 1000}},
    "competences": {"soldier": {"title": "soldier"}, "medic": {"title": "medic"}},
    "sites": {"school": {"facilities": {"room": 2, "range": 1}}, "abroad": {"in_country": False}},
    "roles": {
        "trainer": {"skills": ["drill"]},
        "doctor": {"skills": ["medicine"]},
        "allrounder": {"skills": ["drill", "medicine"]},
        "interpreter": {"skills": ["interpreting"], "local": True},
        "guard": {},
    },
    "tours": {"weeks": 26, "handover": 0, "leave": 0},
    "parties": {"north": {}},
    "offers": {
        f"north-{role}": {
            "party": "north",
            "role": role,
            "people": 50,
            "begins": STARTS,
            "ends": STARTS + dt.timedelta(weeks=104),
            "state": "confirmed",
        }
        for role in ("trainer", "doctor", "allrounder", "guard")
    },
}
BASIC: dict[str, Any] = {
    "weeks": 4,
    "seats": {"least": 5, "most": 10},
    "instructors": {"drill": 1},
    "recruits": "men",
    "grants": "soldier",
    "sites": ["school", "abroad"],
}
EXACT = Limits(gap=1e-4, work=0.3, seconds=600.0)
"""Limits under which tiny cases are searched until the bound is met or nothing more is found."""


def mission_with(courses: dict[str, Any] | None = None, **changes: Any) -> Mission:
    """The small mission with these courses, each what it changes of `BASIC`; None takes a key away."""
    given = {"basic": {}} if courses is None else courses
    whole = {key: {k: v for k, v in (BASIC | c).items() if v is not None} for key, c in given.items()}
    return Mission.model_validate(SMALL | {"courses": whole} | changes)


def closed(*weeks: int) -> dict[str, Any]:
    """A calendar in which these weeks are closed."""
    days = [{"begins": day(w), "ends": day(w + 1) - dt.timedelta(days=1)} for w in weeks]
    return {"closed": days}


def day(week: int) -> dt.date:
    """First day of a week of the mission."""
    return STARTS + dt.timedelta(weeks=week)


def serials(*batches: tuple[str, int, int], site: str = "school", size: int = 10) -> tuple[SerialBatch, ...]:
    """Batches as (course, period, serials), each serial with `size` trainees."""
    return tuple(sorted(SerialBatch(c, site, 4 * p, n, float(n * size), size) for c, p, n in batches))


def programme_of(
    batches: Iterable[SerialBatch] = (),
    *,
    activities: Iterable[ActivityStart] = (),
    posts: Iterable[PostBatch] = (),
    hosts: Mapping[str, Iterable[float]] | None = None,
) -> Programme:
    """A programme of 20 periods to week 78 with rotations of 26 weeks; hosts by period."""
    held = {skill: tuple(n for n in series for _ in range(4)) for skill, series in (hosts or {}).items()}
    return Programme(4, 80, 26, tuple(batches), tuple(posts), tuple(activities), {}, held)


def forces_of(*stints: tuple[str, int, int, int], site: str = "school") -> ForcePlan:
    """A force plan of (role, begins, ends, people), each in its rotation."""
    lines, filled = {}, []
    for role, begins, ends, people in stints:
        rotation = begins // 26
        key = f"{role}@{site}/r{rotation}"
        lines[key] = PostLine(key, role, site, rotation, rotation * 26, rotation * 26 + 26, people, False)
        filled.append(Stint(f"north-{role}", key, begins, ends, people))
    return ForcePlan(tuple(lines.values()), tuple(filled))


def planned(programme: Programme, forces: ForcePlan, mission: Mission, **options: Any) -> Timetable:
    """Plan, and pass the oracle before anything else is looked at."""
    timetable = plan_timetable(programme, forces, mission, **({"limits": EXACT} | options))
    assert violations(timetable, programme, forces, mission) == ()
    return timetable


def starts(timetable: Timetable) -> dict[str, int | None]:
    """Start by serial."""
    return {serial.id: serial.start for serial in timetable.serials}


def why(timetable: Timetable) -> dict[str, str]:
    """Reasons by serial, of those that have one."""
    return {serial.id: "; ".join(each(serial.why)) for serial in timetable.serials if serial.why}
