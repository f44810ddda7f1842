"""What is allowed but odd is warned of by name and place, and nothing else is."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.mission import Mission
from cadre.mission.faults import faults_between
from cadre.mission.warnings import warnings_between
from cadre.mission_files import read_mission
from cadre.words import LANGUAGES, Catalogue
from cadre.words.saying import warned
from tests.strategies import missions

MISSIONS = Path(__file__).parents[2] / "missions"
DEMINING = "courses.manual-demining"
LEADERS = "courses.leader-course"
OFFERED = ("first-demining", "second-demining")


@cache
def school() -> Mission:
    """A mission of which nothing is odd."""
    return read_mission(MISSIONS / "demining-school")


def told(mission: Mission) -> set[tuple[str, str]]:
    return {(w.kind.partition(".")[2], ".".join(w.where.path)) for w in warnings_between(mission)}


@pytest.mark.parametrize("name", ["demining-school", "iraq-2018"])
def test_of_a_mission_written_with_care_nothing_is_odd(name: str) -> None:
    assert set() == told(read_mission(MISSIONS / name))


ODD: dict[str, tuple[dict[str, Any], set[tuple[str, str]]]] = {
    "a range without width": (
        {f"{DEMINING}.passes": {"low": 0.7, "high": 0.7, "basis": "A3"}},
        {("no-width", f"{DEMINING}.passes")},
    ),
    "a normal distribution without width": (
        {f"{DEMINING}.costs": {"mean": 5, "sd": 0, "basis": "A3"}},
        {("no-width", f"{DEMINING}.costs")},
    ),
    "choices of which one is sure": (
        {f"{DEMINING}.costs": {"choices": {"5": 1, "6": 0}, "basis": "A3"}},
        {("no-width", f"{DEMINING}.costs")},
    ),
    "a range of days without width": (
        {"sites.school.opens": {"low": "2025-04-01", "high": "2025-04-01", "basis": "A6"}},
        {("no-width", "sites.school.opens")},
    ),
    "everybody passes": (
        {f"{DEMINING}.passes": {"value": "100%", "basis": "A3"}},
        {("everybody-passes", f"{DEMINING}.passes")},
    ),
    "no pass rate": ({f"{DEMINING}.passes": None}, {("no-pass-rate", DEMINING)}),
    "everybody drops out": (
        {f"{DEMINING}.drops_out": {"value": "100%", "basis": "A3"}},
        {("everybody-drops-out", f"{DEMINING}.drops_out")},
    ),
    "nobody is posted": (
        {"competences.team-leader.posted": {"value": 0, "basis": "A3"}},
        {("nobody-posted", "competences.team-leader.posted")},
    ),
    "a number without a basis": (
        {"competences.team-leader.leaves": "1%"},
        {("no-basis", "competences.team-leader.leaves")},
    ),
    "two that move as one": (
        {
            "correlations": [
                {"between": ["recruits.villagers.a_year", f"{DEMINING}.passes"], "rank": 1, "basis": "A1"}
            ]
        },
        {("correlation-1", "correlations.0")},
    ),
    "a correlation that does nothing": (
        {
            "correlations": [
                {"between": ["recruits.villagers.a_year", f"{DEMINING}.passes"], "rank": 0, "basis": "A1"}
            ]
        },
        {("correlation-0", "correlations.0")},
    ),
    "a correlation with what is known": (
        {
            "correlations": [
                {"between": ["recruits.villagers.a_year", "reliability.followed"], "rank": 0.5, "basis": "A1"}
            ]
        },
        {("correlated-known", "correlations.0")},
    ),
    "a site twice": ({f"{DEMINING}.sites": ["school", "school"]}, {("twice", f"{DEMINING}.sites.1")}),
    "one title for two": (
        {f"{LEADERS}.title": "instructors"},
        {("same-title", "courses.instructor-course.title")},
    ),
    "a period that closes no week": (
        {"calendar.closed.0.ends": "2025-08-04"},
        {("closes-nothing", "calendar.closed.0")},
    ),
    "a period in a year before": (
        {"calendar.closed.0.begins": "2015-08-04", "calendar.closed.0.ends": "2015-08-17"},
        {("closed-out-of-time", "calendar.closed.0")},
    ),
    "holidays of other years": (
        {"calendar.holidays": [{"begins": "2015-05-01"}, {"begins": "2040-05-01"}]},
        {("holidays-out-of-time", "calendar.holidays")},
    ),
    "a site closed while all are": (
        {"sites.school.closed": [{"begins": "2025-08-04", "ends": "2025-08-17"}]},
        {("closes-nothing", "sites.school.closed.0")},
    ),
    "days of every year that close no week": (
        {"calendar.closed": [{"every": "1 to 2 August"}]},
        {("closes-nothing", "calendar.closed.0")},
    ),
    "days of every year that close weeks": ({"calendar.closed": ["1 to 31 August"]}, set()),
    "a day that closes the week of a site that works three days": (
        {
            "sites.school.working_days": "saturday to monday",
            "sites.school.closed": [{"begins": "2025-10-04"}],
        },
        set(),
    ),
    "a day that closes no week of a site that works three days": (
        {
            "sites.school.working_days": "saturday to monday",
            "sites.school.closed": [{"begins": "2025-10-07"}],
        },
        {("closes-nothing", "sites.school.closed.0")},
    ),
    "a day that takes the people of one nation alone": (
        {
            "parties.first-organisation.working_days": "monday to wednesday",
            "calendar.closed": [{"begins": "2025-10-06"}],
        },
        set(),
    ),
    "a site where nothing is taught": (
        {"sites.annex": {"title": "Annex"}},
        {("site-unused", "sites.annex")},
    ),
    "a site that opens after exit": (
        {
            "sites.annex": {"opens": {"value": "2030-01-01", "basis": "A6"}},
            f"{LEADERS}.sites": ["school", "annex"],
        },
        {("opens-after-exit", "sites.annex.opens")},
    ),
    "a tour longer than the mission": (
        {"tours.weeks": "104 weeks"},
        {("tour-too-long", "tours.weeks")},
    ),
    "a planner who stands in the mission": (
        {"mandate.as_of": "2025-06-01", "mandate.open": {}},
        {("planned-after-start", "mandate.as_of")},
    ),
    "a day of another century": (
        {"offers.first-instructors.begins": "1925-03-03"},
        {("far-day", "offers.first-instructors.begins")},
    ),
    "a day of another calendar": (
        {"offers.first-instructors.ends": "2568-12-31"},
        {("far-day", "offers.first-instructors.ends")},
    ),
    "an end that nobody set": (
        {"offers.first-instructors.ends": "2099-12-31"},
        set(),
    ),
    "a question of nothing": (
        {"mandate.open.why": {"question": "Why?"}},
        {("question-of-nothing", "mandate.open.why")},
    ),
    "a post that costs nothing": (
        {"roles.driver.costs_a_year": None},
        {("post-costs-nothing", "roles.driver")},
    ),
    "a course that no option holds": (
        {"courses.instructor-course.held": False},
        {("never-held", "courses.instructor-course.held")},
    ),
    "a course that leads to nothing": (
        {
            "skills.cooking": {"title": "Cooking"},
            "courses.instructor-course.teaches": "cooking",
            "mandate.elements": {},
        },
        {("course-serves-nothing", "courses.instructor-course")},
    ),
    "a pool that nobody takes from": (
        {"recruits.others": {"title": "Others", "a_year": {"low": 1, "high": 2, "basis": "A1"}}},
        {("pool-unused", "recruits.others")},
    ),
    "a target after exit": (
        {"capabilities.demining-team.wanted": {"2027-03-01": 17}},
        {("target-after-exit", "capabilities.demining-team.wanted.2027-03-01")},
    ),
    "a target that falls": (
        {"capabilities.demining-team.wanted": {"2025-12-15": 15, "2026-08-24": 13}},
        {("target-falls", "capabilities.demining-team.wanted.2026-08-24")},
    ),
    "a floor above every target": (
        {"capabilities.demining-team.floor_after_exit": 40},
        {("floor-above-targets", "capabilities.demining-team.floor_after_exit")},
    ),
    "a target of nothing": (
        {"capabilities.demining-team.wanted": {"2025-12-15": 0, "2026-08-24": 13}},
        {("target-0", "capabilities.demining-team.wanted.2025-12-15")},
    ),
    "a target in the first week": (
        {"capabilities.disposal-team.wanted": {"2025-03-03": 1, "2026-08-24": 13}},
        {("out-of-reach", "capabilities.disposal-team.wanted.2025-03-03")},
    ),
    "a target beyond everybody": (
        {"capabilities.demining-team.wanted": {"2026-08-24": 5000}},
        {("out-of-reach", "capabilities.demining-team.wanted.2026-08-24")},
    ),
    "a target before the periods of its course": (
        {f"{LEADERS}.only_in": ["2026-06-01 to 2026-12-31"]},
        {("out-of-reach", "capabilities.demining-team.wanted.2025-12-15")},
    ),
    "a target beyond what the periods of its course hold": (
        {f"{LEADERS}.only_in": ["2025-11-01 to 2025-12-07"], f"{LEADERS}.seats": {"least": 5, "most": 5}},
        {("out-of-reach", "capabilities.demining-team.wanted.2026-08-31")},
    ),
    "a skill that only hosts hold": (
        {"roles.disposal-instructor.skills": "demining"},
        {("no-role-holds", "courses.disposal-1-2.in_phases.0.instructors.disposal")},
    ),
    "a role that nothing needs": (
        {"roles.cook": {"costs_a_year": {"low": 1, "high": 2, "basis": "A7"}}},
        {("role-unused", "roles.cook")},
    ),
    "a way to command that no option has": (
        {"commands.lead": {"posts": {"office": 1}}},
        {("command-unused", "commands.lead")},
    ),
    "a contributor without a part": (
        {"parties.third": {"title": "Third"}},
        {("party-without-part", "parties.third")},
    ),
    "a choice that says the same in other words": (
        {
            "levers.size.choices.all": {
                "title": "all sixteen",
                "basis": "L1",
                "set": {"ceiling": 16, "roles.driver.title": "Car"},
            }
        },
        {("choice-does-the-same", "levers.size.choices.all")},
    ),
    "a path that two levers set": (
        {"levers.length.choices.twelve-months.set": {"mission.horizon": "52 weeks", "ceiling": 3}},
        {("set-by-two", "levers.length.choices.twelve-months.set.ceiling")},
    ),
    "a rule that says nothing new": (
        {
            "rules": [
                {"never": {"content": "own-school", "size": ["small", "middle"]}, "because": "too few"},
                {"never": {"content": "own-school", "size": "small"}, "because": "too few"},
            ]
        },
        {("rule-again", "rules.1")},
    ),
    "a range without width in a choice": (
        {
            "levers.length.choices.twelve-months.set": {
                "mission.horizon": "52 weeks",
                f"{DEMINING}.passes": {"low": 0.7, "high": 0.7, "basis": "A3"},
            }
        },
        {("no-width", f"levers.length.choices.twelve-months.set.{DEMINING}.passes")},
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_told_with_its_place_and_nothing_else_is(name: str) -> None:
    changes, expected = ODD[name]
    mission = school().changed(changes)
    assert () == faults_between(mission)
    assert expected == told(mission)


OFFERS: dict[str, tuple[dict[str, Any], set[tuple[str, str]]]] = {
    "another rank": (
        {"ranks": ["a", "b", "c"], "roles.demining-instructor.rank": "a", "offers.x.rank": "c"},
        {("offer-of-other-rank", "offers.x.rank")},
    ),
    "another language": (
        {"roles.demining-instructor.languages": ["fr"]},
        {("offer-without-language", "offers.x")},
    ),
    "less than a week": (
        {"offers.x.begins": "2025-09-02", "offers.x.ends": "2025-09-10"},
        {("offer-without-week", "offers.x")},
    ),
    "a local role": ({"offers.x.role": "driver"}, {("offer-of-local-role", "offers.x.role")}),
    "no course": (
        {"offers.x.not_at": ["school"]},
        {("offer-unneeded", "offers.x")},
    ),
    "nobody comes": ({"offers.x.honoured": 0}, {("never-honoured", "offers.x.honoured")}),
    "late in every future": ({"offers.x.late": 8}, {("always-late", "offers.x.late")}),
    "late by two weeks at least": (
        {"offers.x.late": {"min": 2, "likely": 4, "max": 9, "basis": "A10"}},
        {("always-late", "offers.x.late")},
    ),
}


@pytest.mark.parametrize("name", OFFERS)
def test_an_offer_that_can_fill_nothing_is_told(name: str) -> None:
    changes, expected = OFFERS[name]
    offer = {
        "party": "first-organisation",
        "role": "demining-instructor",
        "people": 1,
        "begins": "2025-03-03",
        "ends": "2026-08-30",
        "state": "pledged",
        "basis": "L1",
    }
    mission = school().changed({"offers.x": offer})
    assert expected <= told(mission.changed(changes))
    assert not any(place.startswith("offers.x") for _, place in told(mission))


@pytest.mark.parametrize(
    ("most", "least", "people", "kind"),
    [(12, 6, 2, "small-crew"), (12, 12, 2, "no-crew"), (8, 4, 2, ""), (12, 6, 3, "")],
)
def test_a_class_with_fewer_trainers_than_its_ratio_needs_is_told(
    most: int, least: int, people: int, kind: str
) -> None:
    """One trainer for four seats."""
    offers = [key for key, offer in school().offers.items() if offer.role == "disposal-instructor"]
    course = "courses.disposal-1-2"
    changes: dict[str, Any] = {f"offers.{key}": None for key in offers}
    changes |= {
        "offers.x": {
            "party": "first-organisation",
            "role": "disposal-instructor",
            "people": people,
            "begins": "2025-03-03",
            "ends": "2026-08-30",
            "state": "confirmed",
        },
        f"{course}.seats": {"least": least, "most": most},
        f"{course}.in_phases": None,
        f"{course}.weeks": 10,
        f"{course}.instructors": {"disposal": {"one_per": 4, "basis": "A2"}},
        f"{course}.teaches": None,
        f"{course}.teaches_on": None,
    }
    found = {kind for kind, place in told(school().changed(changes)) if place.startswith(course)}
    assert ({kind} if kind else set()) == found


@pytest.mark.parametrize(("people", "kind"), [([0.5, 0.5], "no-crew"), ([1.5], "small-crew"), ([0.5, 2], "")])
def test_parts_of_a_person_are_never_there_together(people: list[float], kind: str) -> None:
    """One trainer for four seats, classes of 8 to 12: two halves are one, one and a half at times two."""
    gone = {f"offers.{key}": None for key, o in school().offers.items() if o.role == "disposal-instructor"}
    offer = {"party": "first-organisation", "role": "disposal-instructor", "state": "confirmed"}
    days = {"begins": "2025-03-03", "ends": "2026-08-30"}
    course = "courses.disposal-1-2"
    changes: dict[str, Any] = gone | {
        **{f"offers.x{n}": offer | days | {"people": some} for n, some in enumerate(people)},
        f"{course}.seats": {"least": 8, "most": 12},
        f"{course}.in_phases": None,
        f"{course}.weeks": 10,
        f"{course}.instructors": {"disposal": {"one_per": 4, "basis": "A2"}},
        f"{course}.teaches": None,
        f"{course}.teaches_on": None,
    }
    found = {kind for kind, place in told(school().changed(changes)) if place.startswith(course)}
    assert ({kind} if kind else set()) == found


def test_where_nothing_is_uncertain_that_is_told() -> None:
    mission = Mission.model_validate(
        {
            "mission": {"title": "a", "host": "b", "starts": "2020-01-06", "horizon": 52},
            "mandate": {"asks": "c"},
            "sites": {"camp": {}},
            "headquarters": "camp",
        }
    )
    assert {("nothing-uncertain", "mission"), ("nothing-wanted", "capabilities")} == told(mission)


@settings(max_examples=60, deadline=None)
@given(missions())
def test_of_any_mission_every_warning_has_its_words_in_every_language_and_a_place(mission: Mission) -> None:
    for warning in warnings_between(mission):
        assert warning.where.path
        for language in LANGUAGES:
            line = warned(warning, Catalogue(language))
            assert "\n" not in line
            assert line.startswith(".".join(warning.where.path))


@settings(max_examples=40, deadline=None)
@given(missions(), st.data())
def test_any_lever_with_a_choice_that_does_the_same_is_told(mission: Mission, data: st.DataObject) -> None:
    levers = [name for name, lever in mission.levers.items() if lever.choices]
    if not levers:
        return
    name = data.draw(st.sampled_from(levers))
    key = data.draw(st.sampled_from(list(mission.levers[name].choices)))
    choice = mission.levers[name].choices[key]
    twin = choice.model_copy(update={"title": "another title", "short": "other"})
    changed = mission.levers[name].model_copy(
        update={"choices": {**mission.levers[name].choices, "twin": twin}}
    )
    twice = mission.model_copy(update={"levers": {**mission.levers, name: changed}})
    faults = {fault.where.path for fault in faults_between(twice)}
    place = ("levers", name, "choices", "twin")
    assert place in faults | {warning.where.path for warning in warnings_between(twice)}
