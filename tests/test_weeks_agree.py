"""Without chance programme, timetable and simulation reach the same units at every target date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cadre.mission import Mission
from cadre.mission.faults import faults_between
from tests.three_stages import three_stages

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
CHAIN = ("a", "b", "c")


def _course(draw: DrawFn, key: int, *, whole: bool) -> dict[str, Any]:
    needs = ({"drill": 1}, {"drill": 2}, {"drill": 1} if whole else {"drill": 1, "medicine": 1})
    most = draw(st.integers(4, 12))
    course: dict[str, Any] = {
        "weeks": draw(st.integers(1, 6)),
        "seats": {"least": draw(st.integers(1, 4)), "most": most},
        "instructors": draw(st.sampled_from(needs)),
        "uses": {"room": 1},
        "grants": CHAIN[key],
        "sites": ["school"],
        "may_pause": draw(st.booleans()),
    }
    return course | ({"after": [f"course-{key - 1}"]} if key else {"recruits": "men"})


def _closed(draw: DrawFn, starts: dt.date, weeks: int) -> list[dict[str, dt.date]]:
    """Nothing, the days around New Year, or some days or weeks anywhere."""
    kind = draw(st.sampled_from(("none", "new year", "some")))
    if kind == "new year":
        year = draw(st.sampled_from((starts.year, starts.year + 1)))
        return [{"begins": dt.date(year, 12, 24), "ends": dt.date(year + 1, 1, 3)}]
    if kind == "some":
        begins = starts + draw(st.integers(0, 7 * weeks)) * DAY
        return [{"begins": begins, "ends": begins + draw(st.integers(1, 16)) * DAY}]
    return []


def _offers(draw: DrawFn, starts: dt.date, weeks: int, *, whole: bool) -> dict[str, Any]:
    """Up to four offers, on any day of the week, that are sure; trainers throughout where `whole`."""
    offers = {}
    for number in range(draw(st.integers(1, 4))):
        first = draw(st.integers(-7, 7 * weeks // 2 if number else 10))
        begins, days = starts + first * DAY, draw(st.integers(28, 7 * weeks + 14))
        role = draw(st.sampled_from(("trainer", "doctor", "allrounder"))) if number else "trainer"
        offers[f"offer-{number}"] = {
            "party": "ally",
            "role": "trainer" if whole else role,
            "people": draw(st.integers(1, 2)),
            "begins": starts if whole else begins,
            "ends": starts + weeks * WEEK if whole else max(begins + days * DAY, starts),
            "state": "confirmed",
        }
    return offers


def _under_way(draw: DrawFn, courses: dict[str, Any]) -> dict[str, Any]:
    """Up to two serials that run on the first day."""
    begun = {}
    for number in range(draw(st.integers(0, 2))):
        course = draw(st.sampled_from(sorted(courses)))
        left, trainees = draw(st.integers(1, courses[course]["weeks"])), draw(st.integers(1, 12))
        one = {"course": course, "site": "school", "trainees": trainees, "weeks_left": left}
        begun[f"begun-{number}"] = one
    return begun


@st.composite
def without_chance(draw: DrawFn) -> Mission:
    """A school with a chain of courses, all of whose trainees pass and stay, from any day of the week on.

    Those who come in the first rotation begin at once, those after them have weeks of handover.

    Leave is drawn for trainers who come and go together, the others have none: a programme lets people with
    leave in different weeks change places within a phase of a serial, a timetable does not.
    """
    whole = draw(st.booleans())
    year = draw(st.sampled_from((2018, 2020, 2026)))  # of 52, 53 and 53 weeks
    starts = draw(st.dates(dt.date(year, 8, 1), dt.date(year, 11, 30)))
    weeks = draw(st.integers(10, 26))
    courses = draw(st.sampled_from((1, 1, 2, 3)))
    tour = draw(st.sampled_from((weeks, weeks, 13, 9)))
    taught = {f"course-{key}": _course(draw, key, whole=whole) for key in range(courses)}
    days = draw(st.lists(st.integers(60, 7 * weeks + 20), min_size=1, max_size=2, unique=True))
    return Mission.model_validate(
        {
            "mission": {
                "title": "Small",
                "host": "host",
                "starts": starts,
                "horizon": weeks,
                "looks_beyond_exit": 6,
            },
            "mandate": {"asks": "train"},
            "headquarters": "school",
            "calendar": {"closed": _closed(draw, starts, weeks)},
            "skills": {"drill": {"title": "Drill"}, "medicine": {"title": "Medicine"}},
            "recruits": {
                "men": {"title": "Men", "a_year": 0, "at_start": draw(st.sampled_from((25, 500, 500)))}
            },
            "competences": {key: {"title": key} for key in CHAIN[:courses]},
            "sites": {"school": {"facilities": {"room": draw(st.integers(1, 2))}}},
            "roles": {
                "trainer": {"skills": ["drill"], "costs_a_year": 100_000},
                "doctor": {"skills": ["medicine"], "costs_a_year": 100_000},
                "allrounder": {"skills": ["drill", "medicine"], "costs_a_year": 150_000},
            },
            "tours": {
                "weeks": max(4, tour),
                "handover": draw(st.integers(0, 2)),
                "leave": draw(st.integers(0, 3)) if whole else 0,
            },
            "parties": {"ally": {}},
            "offers": _offers(draw, starts, weeks, whole=whole),
            "courses": taught,
            "under_way": _under_way(draw, taught),
            "capabilities": {
                "unit": {
                    "made_of": {CHAIN[courses - 1]: draw(st.integers(2, 8))},
                    "wanted": {starts + n * DAY: draw(st.integers(1, 12)) for n in sorted(days)},
                }
            },
        }
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(without_chance())
def test_units_at_every_target_date_are_the_same_in_all_three(mission: Mission) -> None:
    assume(not faults_between(mission))
    stages = three_stages(mission)
    note(f"{stages.programme.serials}\n{stages.timetable.serials}")
    assert () == stages.faults
    planned, timed, played = stages.units(mission)
    assert planned == timed
    assert [planned] * len(played) == played
