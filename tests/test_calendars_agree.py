"""Part-time people, periods of courses, holidays: programme, timetable and simulation agree by the week."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cadre.mission import Mission
from cadre.mission.faults import faults_between
from tests.three_stages import three_stages

STARTS, WEEKS = dt.date(2018, 10, 1), 26
DAY = dt.timedelta(days=1)
NAMES = ("January", "March", "October", "November", "December")
FULL_WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"]


def _day(draw: DrawFn) -> dt.date:
    return STARTS + draw(st.integers(0, 7 * WEEKS)) * DAY


def _period(draw: DrawFn) -> str:
    """Days or months as people type them, once or every year."""
    kind = draw(st.sampled_from(("months", "days", "dates")))
    if kind == "months":
        return " to ".join(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True)))
    first = _day(draw)
    last = first + draw(st.integers(7, 100)) * DAY
    return f"{first} to {last}" if kind == "dates" else f"{first.day} {first:%B} to {last.day} {last:%B}"


def _holidays(draw: DrawFn) -> list[dict[str, Any]]:
    """Up to two holidays of the nation, of the host, or of the host by its name."""
    found = []
    for _ in range(draw(st.integers(0, 2))):
        first = _day(draw)
        last = first + draw(st.integers(0, 16)) * DAY
        days: dict[str, Any] = {"begins": first, "ends": last}
        if draw(st.booleans()):
            days = {"every": f"{first.day} {first:%B} to {last.day} {last:%B}"}
        found.append(days | {"of": draw(st.sampled_from(("ally", "Ally", "host", "Iraq")))})
    return found


@st.composite
def missions(draw: DrawFn) -> Mission:
    """A school of one nation's trainers, with all that a calendar can say, and nothing left to chance."""
    parts = st.sampled_from((0.25, 0.5, 0.6, 1, 1.5, 2))
    course = {
        "weeks": draw(st.integers(1, 5)),
        "seats": {"least": draw(st.integers(1, 4)), "most": draw(st.integers(4, 12))},
        "instructors": {"drill": draw(st.integers(1, 2))},
        "uses": {"room": 1},
        "recruits": "men",
        "grants": "soldier",
        "sites": ["school"],
        "may_pause": draw(st.booleans()),
        "held": [_period(draw) for _ in range(draw(st.integers(1, 2)))] if draw(st.booleans()) else True,
    }
    offer = {"party": "ally", "role": "trainer", "begins": STARTS, "state": "confirmed"}
    offer["ends"] = STARTS + 7 * WEEKS * DAY
    return Mission.model_validate(
        {
            "mission": {
                "title": "Small",
                "host": "Iraq",
                "starts": STARTS,
                "horizon": WEEKS,
                "looks_beyond_exit": 6,
            },
            "mandate": {"asks": "train"},
            "headquarters": "school",
            "calendar": {
                "holidays": _holidays(draw),
                "working_days": draw(st.sampled_from((FULL_WEEK, "Sunday to Thursday"))),
            },
            "skills": {"drill": {"title": "Drill"}},
            "recruits": {"men": {"title": "Men", "a_year": 0, "at_start": draw(st.sampled_from((25, 500)))}},
            "competences": {"soldier": {"title": "Soldier"}},
            "sites": {
                "school": {
                    "facilities": {"room": 1},
                    "working_days": draw(st.sampled_from((None, "Saturday to Wednesday"))),
                    "closed": [_period(draw)] if draw(st.sampled_from((False, False, True))) else [],
                }
            },
            "roles": {"trainer": {"skills": ["drill"], "costs_a_year": 100_000}},
            "tours": {
                "weeks": draw(st.sampled_from((13, WEEKS))),
                "handover": draw(st.integers(0, 1)),
                "leave": 0,
            },
            "parties": {"ally": {"working_days": draw(st.sampled_from((None, FULL_WEEK)))}},
            "offers": {f"o{n}": offer | {"people": draw(parts)} for n in range(draw(st.integers(1, 2)))},
            "courses": {"basic": course},
            "capabilities": {
                "unit": {
                    "made_of": {"soldier": draw(st.integers(2, 8))},
                    "wanted": {STARTS + n * DAY: draw(st.integers(1, 12)) for n in (90, 180)},
                }
            },
        }
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(missions())
def test_the_three_agree_whatever_the_calendar_says(mission: Mission) -> None:
    assume(not faults_between(mission))
    if mission.closed_at(
        "school"
    ):  # a commander who is short calls classes over closed weeks that no plan has
        mission = mission.changed({"policy.reacts": "never"})
    stages = three_stages(mission)
    note(f"{stages.programme.serials}\n{stages.programme.sent}\n{stages.timetable.serials}")
    assert () == stages.faults
    planned, timed, played = stages.units(mission)
    assert planned == timed
    assert [planned] * len(played) == played
