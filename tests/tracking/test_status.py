"""Plan against reports, worked out by hand for a small mission."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cadre.mission import Mission
from cadre.replan.reading import Before
from cadre.tracking.indicators import indicators, periods
from cadre.tracking.records import Records
from cadre.tracking.running import RunningMission
from cadre.tracking.status import MissionStatus, status
from tests.simulation import small

OF = small.mission(
    courses=small.course(passes={"min": "60%", "likely": "85%", "max": "94%", "basis": "A1"}, costs="10 k"),
    roles={"doctor": {"skills": ["medic"], "costs_a_year": "52 k"}},
    ledger={"statements": {"A1": {"says": "Most pass", "attribution": "assumption"}}},
    capabilities={"post": {"made_of": {"aid": 3}, "wanted": {"2020-06-01": 6}}},
)
TODAY = dt.date(2020, 4, 6)
"""The first day of week 13."""


def plan(of: Mission = OF) -> Before:
    given = small.plans(of, [0, 4, 8, 16])
    assert given.forces is not None
    assert given.timetable is not None
    return Before("x", given.programme, given.forces, given.programme, given.forces, given.timetable)


def report(on: str, **cells: Any) -> dict[str, Any]:
    return {"on": on, "reported_by": "home", "reported_on": on} | cells


def started(on: str, number: int, people: int = 10) -> dict[str, Any]:
    serial = {"serial": f"basic@home/{number}", "what": "started", "course": "basic", "site": "home"}
    return report(on, people=people, **serial)


def ended(on: str, number: int, people: int, passed: int) -> dict[str, Any]:
    return report(on, serial=f"basic@home/{number}", what="ended", people=people, passed=passed)


REPORTED: dict[str, Any] = {
    "reporters": {"home": {"every": 2}, "staff": {"every": 4}},
    "serials": {
        "a": started("2020-01-06", 1),
        "b": ended("2020-01-31", 1, 9, 4),
        "c": started("2020-02-03", 2),
        "d": ended("2020-02-28", 2, 10, 5),
        "e": report("2020-03-02", serial="basic@home/3", what="cancelled", cause="instructors"),
    },
    "movements": {"m": report("2020-01-06", offer="doctors", site="home", what="arrived", people=1)},
    "spending": {"s": report("2020-03-31", payer="nations", about="posts", begins="2020-01-06", amount=1000)},
}


def stand(changes: dict[str, Any] | None = None, today: dt.date = TODAY) -> MissionStatus:
    return status(OF, plan(), Records.model_validate(REPORTED | (changes or {})), today)


def test_a_course_is_told_as_planned_and_as_reported() -> None:
    (course,) = stand().courses
    assert (3, 2, 2, 1, 20, 9) == (
        course.due,
        course.started,
        course.ended,
        course.cancelled,
        course.attended,
        course.passed,
    )
    assert course.expected == pytest.approx(30 * OF.courses["basic"].passes.mean)
    assert {"instructors": 1} == stand().lost


def test_schedule_is_earned_by_graduates() -> None:
    """9 passed; the plan expected 8.23 after 4 weeks and 16.47 after 8: 4 + 4 x (9 - 8.23) / 8.23."""
    each = 10 * OF.courses["basic"].passes.mean
    found = stand().schedule
    assert found.earned_weeks == pytest.approx(4 + 4 * (9 - each) / each)
    assert found.actual_weeks == 13
    assert found.index == pytest.approx(found.earned_weeks / 13)


def test_money_is_planned_at_mean_prices() -> None:
    """Two doctors for 14 weeks at 52,000 a year, three serials at 10,000."""
    posts, courses = (one for one in stand().money if one.about in ("posts", "courses"))
    assert posts.planned == pytest.approx(2 * 14 / (365.25 / 7) * 52_000)
    assert (1000, 30_000, 0) == (posts.spent, courses.planned, courses.spent)


def test_nations_sites_and_capabilities_are_counted() -> None:
    found = stand()
    assert [("ally", 2, 1)] == [(one.party, one.planned, one.present) for one in found.parties]
    assert [("home", "opened", 3, 2)] == [(s.site, s.state, s.due, s.started) for s in found.sites]
    assert [("post", 3, 6)] == [(one.capability, one.units, one.wanted) for one in found.capabilities]
    count = report("2020-03-30", what="competence", of="aid", people=8)
    assert 2 == stand({"counts": {"c": count}}).capabilities[0].units


def test_offers_are_told_by_how_firm_they_are() -> None:
    """Nine doctors are pledged and one is there; then three are pledged, then the offer is dropped."""
    (offer,) = stand().offers
    assert {"arrived": 1, "pledged": 8} == {k: n for k, n in offer.people.items() if n}
    assert offer.reported_on is None
    three = {"a": report("2020-02-03", offer="doctors", state="pledged", people=3)}
    (offer,) = stand({"offer_states": three}).offers
    assert {"arrived": 1, "pledged": 2} == {k: n for k, n in offer.people.items() if n}
    gone = three | {"b": report("2020-03-02", offer="doctors", state="dropped")}
    (offer,) = stand({"offer_states": gone}).offers
    assert {"arrived": 1, "dropped": 2} == {k: n for k, n in offer.people.items() if n}
    assert dt.date(2020, 3, 2) == offer.reported_on
    (before,) = stand({"offer_states": gone}, dt.date(2020, 3, 1)).offers
    assert 2 == before.people["pledged"]


@pytest.mark.parametrize(
    ("months", "ends"),
    [
        (1, ["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-06"]),
        (3, ["2020-03-31", "2020-04-06"]),
        (12, ["2020-04-06"]),
    ],
)
def test_periods_are_those_of_the_calendar(months: int, ends: list[str]) -> None:
    found = list(periods(OF.mission.starts, TODAY, months))
    assert ends == [last.isoformat() for _, last in found]
    assert OF.mission.starts == found[0][0]
    assert [last + dt.timedelta(days=1) for _, last in found[:-1]] == [first for first, _ in found[1:]]


def test_indicators_tell_baseline_target_and_actual_by_period() -> None:
    """Four passed in January, five in February; planned serials end in weeks 4, 8 and 12 (31 March)."""
    known = RunningMission(OF, plan(), Records.model_validate(REPORTED))
    each = 10 * OF.courses["basic"].passes.mean
    told = [one for one in indicators(known, TODAY) if one.kind == "graduates"]
    assert [4, 9, 9, 9] == [one.actual for one in told]
    assert [0, 0, 0, 0] == [one.baseline for one in told]
    assert [0, each, 3 * each, 3 * each] == pytest.approx([one.target for one in told])
    units = [one for one in indicators(known, TODAY, 3) if one.kind == "units"]
    assert [(3, 6), (3, 6)] == [(one.actual, one.target) for one in units]


def test_an_assumption_that_no_longer_holds_names_what_it_rests_on() -> None:
    passes = next(one for one in stand().assumptions if one.found.path == "courses.basic.passes")
    assert (9, 19) == (passes.found.count, passes.found.of)
    assert passes.off_by < 0
    assert ("A1",) == passes.overturned
    better = {"b": ended("2020-01-31", 1, 10, 9), "d": ended("2020-02-28", 2, 10, 8)}
    good = {"serials": REPORTED["serials"] | better}
    passes = next(one for one in stand(good).assumptions if one.found.path == "courses.basic.passes")
    assert (0.0, (), True) == (passes.off_by, passes.overturned, passes.holds)


def test_who_is_silent_is_named() -> None:
    assert [("staff", 91)] == [(one.reporter, one.days) for one in stand().silent]
    later = stand(today=TODAY + dt.timedelta(days=10))
    assert [("home", 16), ("staff", 101)] == [(one.reporter, one.days) for one in later.silent]


def test_what_was_reported_later_is_not_known_yet() -> None:
    before = stand(today=dt.date(2020, 2, 10))
    assert (2, 1, 4) == (before.courses[0].started, before.courses[0].ended, before.courses[0].passed)
    assert {} == before.lost
