"""Quantities in words."""

import datetime as dt

import pytest

from cadre.decision.analysis import BoxLimit
from cadre.decision.scenario_discovery import condition
from cadre.mission import Mission
from cadre.mission.events import HAPPENS
from cadre.words import Catalogue, Formats
from cadre.words.naming import inside, quantity_name
from tests.decision.made import DOCUMENT
from tests.words.plainly import said_of

ENGLISH = Formats(Catalogue())

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
        ("positions.0.strength", "how likely wary insist on years at most 1"),
        ("projects.school.activities.build.weeks", "length of Works (the school)"),
        ("projects.school.activities.plan.weeks", "length of plan (the school)"),
        ("support.guards.ratio", "ratio guards"),
    ],
)
def test_a_quantity_is_called_what_a_planner_would_call_it(rich: Mission, path: str, name: str) -> None:
    assert name == quantity_name(rich, path, ENGLISH)


def test_a_chance_that_stands_for_all_offers_of_a_party_says_so() -> None:
    row = {"party": "willing", "role": "guard", "people": 4, "begins": "2020-01-06", "ends": "2020-12-31",
           "state": "pledged", "honoured": {"low": "40%", "high": "80%"}}  # fmt: skip
    of = Mission.model_validate(DOCUMENT | {"offers": {"night-guards": row}})
    alone = "chance that people of the offer night guards come"
    assert alone == quantity_name(of, "offers.night-guards.honoured", ENGLISH)
    both = of.changed({"offers.day-guards": row})
    assert f"{alone}, with the other offers of willing" == quantity_name(
        both, "offers.night-guards.honoured", ENGLISH
    )
    assert "lateness of the offer night guards" == quantity_name(both, "offers.night-guards.late", ENGLISH)
    assert "how far parties differ in sending people" == quantity_name(
        of, "reliability.parties_differ", ENGLISH
    )


LIMITS = [
    (0.641, "share", "late under 64 %"),
    (0.0123, "share a month", "late under 1.2 % a month"),
    (2.04e6, "money", "late under EUR 2 M"),
    (12.5, "weeks", "late under 12.5 weeks"),
    (1.0, "weeks", "late under 1 week"),
    (0.8, "times a year", "late under 0.8 times"),
    (1234.5, "people a year", "late under 1,234"),
    (1.25, "number", "late under 1.2"),
    (float(dt.date(2018, 12, 3).toordinal()), "date", "late before 3 Dec 2018"),
]


def limit(unit: str, low: float | None, high: float | None) -> str:
    """Say a limit of a quantity that is called `late`."""
    reason = condition(BoxLimit("late", unit, low, high, 0.0))
    return said_of(Mission.model_validate(DOCUMENT), reason)


@pytest.mark.parametrize(("value", "unit", "said"), LIMITS)
def test_a_value_is_said_in_its_unit(value: float, unit: str, said: str) -> None:
    assert said == limit(unit, None, value)


def test_a_limit_says_on_which_side_it_lies() -> None:
    assert "late over 4 weeks" == limit("weeks", 4.0, None)
    assert "late between 2 and 4 weeks" == limit("weeks", 2.0, 4.0)
    day, later = (float(dt.date(2019, month, 1).toordinal()) for month in (1, 3))
    assert "late after 1 Jan 2019" == limit("date", day, None)
    assert "late between 1 Jan 2019 and 1 Mar 2019" == limit("date", day, later)


def test_an_event_happens_or_does_not() -> None:
    event = {"withdrawal": {"title": "The host withdraws", "per_year": 0.1, "effect": "ends"}}
    mission = Mission.model_validate(DOCUMENT | {"events": event})
    does, does_not = (
        said_of(mission, condition(BoxLimit("events.withdrawal", HAPPENS, low, high, 0.0)))
        for low, high in ((0.5, None), (None, 0.5))
    )
    assert "the host withdraws" == does
    assert "it does not come about that the host withdraws" == does_not


def test_a_title_inside_a_sentence_begins_small_unless_with_an_abbreviation() -> None:
    assert ["the school", "NATO staff", "a tour", "x", ""] == [
        inside(title) for title in ("The school", "NATO staff", "A tour", "X", "")
    ]
