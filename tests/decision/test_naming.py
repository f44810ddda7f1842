"""Quantities in words."""

import datetime as dt

import pytest

from cadre.decision.failing import limit_in_words
from cadre.decision.judgement import BoxLimit
from cadre.decision.naming import name_of, value_in_words
from cadre.mission import Mission
from tests.decision.made import DOCUMENT

PROJECT = {
    "school": {
        "title": "The school",
        "activities": {"plan": {"weeks": 4}, "build": {"title": "Works", "weeks": 9}},
    }
}


@pytest.fixture(scope="module")
def rich() -> Mission:
    return Mission.model_validate(DOCUMENT | {"projects": PROJECT, "pauses": {"per_year": 1, "weeks": 2}})


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("recruits.volunteers.a_year", "volunteers a year"),
        ("competences.aider.posted", "share posted of aider"),
        ("sites.school.closures.per_year", "closures of school a year"),
        ("pauses.per_year", "pauses of the mission a year"),
        ("pauses.weeks", "length of pauses of the mission"),
        ("positions.0.strength", "how likely wary insist on years <= 1"),
        ("projects.school.activities.build.weeks", "length of Works (the school)"),
        ("projects.school.activities.plan.weeks", "length of plan (the school)"),
        ("support.guards.ratio", "ratio guards"),
    ],
)
def test_a_quantity_is_called_what_a_planner_would_call_it(rich: Mission, path: str, name: str) -> None:
    assert name == name_of(rich, path)


def test_a_chance_that_stands_for_all_offers_of_a_party_says_so() -> None:
    row = {"party": "willing", "role": "guard", "people": 4, "begins": "2020-01-06", "ends": "2020-12-31",
           "state": "pledged", "honoured": {"low": "40%", "high": "80%"}}  # fmt: skip
    of = Mission.model_validate(DOCUMENT | {"offers": {"night-guards": row}})
    alone = "chance that people of the offer night guards come"
    assert alone == name_of(of, "offers.night-guards.honoured")
    both = of.changed({"offers.day-guards": row})
    assert f"{alone}, with the other offers of willing" == name_of(both, "offers.night-guards.honoured")
    assert "lateness of the offer night guards" == name_of(both, "offers.night-guards.late")
    assert "how far parties differ in sending people" == name_of(of, "reliability.parties_differ")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.641, "share", "64 %"),
        (0.0123, "share a month", "1.2 % a month"),
        (float(dt.date(2018, 12, 3).toordinal()), "date", "3 December 2018"),
        (2.04e6, "money", "EUR 2.0 M"),
        (12.5, "weeks", "12.5 weeks"),
        (0.8, "times a year", "0.8 times"),
        (1234.5, "people a year", "1,234"),
        (1.25, "number", "1.2"),
    ],
)
def test_a_value_is_said_in_its_unit(value: float, unit: str, words: str) -> None:
    assert words == value_in_words(value, unit, "EUR")


def test_a_limit_says_on_which_side_it_lies() -> None:
    assert "late under 4 weeks" == limit_in_words(BoxLimit("p", "late", "weeks", None, 4.0, 0.0), "EUR")
    assert "late over 4 weeks" == limit_in_words(BoxLimit("p", "late", "weeks", 4.0, None, 0.0), "EUR")
    both = BoxLimit("p", "late", "weeks", 2.0, 4.0, 0.0)
    assert "late between 2 weeks and 4 weeks" == limit_in_words(both, "EUR")
    day = BoxLimit("p", "opening", "date", float(dt.date(2019, 1, 1).toordinal()), None, 0.0)
    assert "opening after 1 January 2019" == limit_in_words(day, "EUR")
