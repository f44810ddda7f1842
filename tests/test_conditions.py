"""Offers are counted on where the plan made with them meets their conditions, not the one before it."""

import datetime as dt
from typing import Any

from cadre.pipeline import Settings
from cadre.pipeline.planning import achieve
from cadre.programme.attributes import measured
from tests.programme.made import STARTS, school

ROOMS = {
    "sites.school.facilities": {"room": 9},
    "parties": {"ally": {"title": "Ally", "kind": "contributor"}},
}
OFFER: dict[str, Any] = {
    "party": "ally",
    "role": "trainer",
    "people": 2,
    "begins": STARTS,
    "ends": STARTS + dt.timedelta(weeks=52),
    "state": "confirmed",
}


def trained(*conditions: str) -> tuple[set[str], int]:
    """Plan with two trainers and one more for each condition: who serves, and posts at the peak."""
    more = {
        f"if-{n}": OFFER | {"people": 1, "only_if": [condition]} for n, condition in enumerate(conditions)
    }
    mission = school(ROOMS | {"offers": {"sure": OFFER} | more})
    _, _, achieved, _ = achieve(mission, {}, Settings())
    return {sent.offer for sent in achieved.sent}, round(measured(achieved, mission)["posts"])


def test_a_condition_that_the_need_fails_and_the_plan_meets_is_met() -> None:
    assert trained("posts <= 3") == ({"sure", "if-0"}, 3)


def test_who_comes_only_to_a_smaller_plan_than_theirs_would_be_is_not_counted_on() -> None:
    assert trained("posts <= 2") == ({"sure"}, 2)
    assert trained("posts <= 3", "posts <= 2") == ({"sure", "if-0"}, 3)


def test_who_comes_only_to_a_large_plan_that_offers_do_not_allow_is_not_counted_on() -> None:
    assert trained("posts >= 6") == ({"sure"}, 2)
