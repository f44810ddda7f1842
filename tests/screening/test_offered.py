"""Offered: only offers whose conditions hold count, for the part of each rotation in which they are there."""

from typing import Any

import pytest

from cadre.mission import Mission
from cadre.screening.offered import known_beforehand, offered

OFFER = {
    "party": "willing",
    "role": "trainer",
    "people": 4,
    "begins": "2024-01-01",
    "ends": "2024-12-29",
    "state": "pledged",
}
DOCUMENT: dict[str, Any] = {
    "mission": {"title": "First aid", "host": "host", "starts": "2024-01-01", "horizon": 52},
    "mandate": {"asks": "a first-aid service"},
    "headquarters": "school",
    "sites": {"school": {}, "abroad": {"in_country": False}},
    "tours": {"weeks": 26},
    "roles": {"trainer": {"languages": ["host"]}, "cook": {"local": True}},
    "parties": {"willing": {"speaks": ["host"]}, "mute": {}},
    "levers": {"size": {"choices": {"small": {"set": {"ceiling": 10}}, "large": {"set": {"ceiling": 40}}}}},
}


def people(**changes: object) -> list[float]:
    mission = Mission.model_validate(DOCUMENT | {"offers": {"a": OFFER | changes}, "ceiling": 10})
    told = offered(mission, {"size": "small"})
    assert [("trainer", 0), ("trainer", 1)] == list(told)
    return list(told.values())


def test_an_offer_counts_in_every_rotation_it_covers() -> None:
    assert [4.0, 4.0] == people()


def test_part_of_a_rotation_counts_as_that_part() -> None:
    # From 1 April, week 13, to 29 September, the end of week 38: a half of each rotation.
    assert [2.0, 2.0] == people(begins="2024-04-01", ends="2024-09-29")


def test_an_offer_counts_by_the_chance_that_it_is_kept() -> None:
    assert [2.0, 2.0] == people(honoured={"low": 0.4, "high": 0.6})


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({"only_if": "size: small"}, True),
        ({"only_if": "size: large"}, False),
        ({"only_if": "posts <= 10"}, True),
        ({"only_if": "posts <= 9"}, False),
        ({"only_if": "posts_in_country <= 9"}, False),
        ({"only_if": "years <= 1"}, True),
        ({"only_if": "years >= 2"}, False),
        ({"only_if": "cost <= 1000000000000"}, False),
        ({"party": "mute"}, False),
        ({"party": "mute", "languages": ["host"]}, True),
        ({"not_at": ["school"]}, True),
        ({"not_at": ["school", "abroad"]}, False),
    ],
)
def test_conditions_language_and_places_decide_whether_it_counts(
    change: dict[str, object], counts: bool
) -> None:
    assert [4.0 * counts] * 2 == people(**change)


def test_without_a_ceiling_nothing_is_known_of_posts() -> None:
    mission = Mission.model_validate(DOCUMENT)
    assert ["years"] == list(known_beforehand(mission))
