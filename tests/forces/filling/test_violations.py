from dataclasses import replace
from typing import Any

import pytest

from cadre.errors import CadreError
from cadre.forces.filling.problem import Offered, Post, Problem, Stay
from cadre.forces.filling.violations import Worth, violations, worth_of
from tests.forces.filling.made import offered, post

SOUND = Problem((post(2, 9), post(0, 10)), (offered(1, weeks=(1, 9), stay=(3, 6)), offered(2)))


def test_nothing_is_wrong_with_stays_that_just_meet_every_rule() -> None:
    assert () == violations(SOUND, [Stay(0, 0, 2, 8), Stay(1, 1, 0, 6), Stay(1, 1, 6, 10)])


@pytest.mark.parametrize(
    ("stay", "told"),
    [
        (Stay(0, 0, 1, 5), "the post is not open"),
        (Stay(1, 0, 5, 10), "the post is not open"),
        (Stay(0, 1, 0, 4), "nobody is there"),
        (Stay(0, 1, 6, 10), "nobody is there"),
        (Stay(0, 0, 2, 4), "a stay has at least 3 weeks"),
        (Stay(0, 0, 2, 9), "a stay has at most 6 weeks"),
    ],
)
def test_each_rule_of_weeks_is_told_when_only_it_is_broken(stay: Stay, told: str) -> None:
    assert (
        f"offer {stay.offer} in post {stay.post}, weeks {stay.begins}-{stay.ends}: {told}",
    ) == violations(SOUND, [stay])


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"skills": frozenset({"cook"})}, "nobody has skill drill"),
        ({"rank": 3}, "the rank is more than one band away"),
        ({"languages": frozenset()}, "a language is missing"),
        ({"refuses_sites": frozenset({"besmaya"})}, "they do not serve at besmaya"),
        ({"refuses_posts": frozenset({0})}, "the offer refuses the post"),
    ],
)
def test_each_rule_of_people_is_told_when_only_it_is_broken(changed: dict[str, Any], told: str) -> None:
    there = Post(0, 10, "drill", rank=1, site="besmaya", languages=frozenset({"english"}))
    fits = replace(offered(), languages=frozenset({"english", "french"}))
    stay = Stay(0, 0, 0, 4)
    assert () == violations(Problem((there,), (fits,)), [stay])
    found = violations(Problem((there,), (replace(fits, **changed),)), [stay])
    assert (f"offer 0 in post 0, weeks 0-4: {told}",) == found


def test_two_in_a_post_and_too_many_of_an_offer_are_told() -> None:
    assert ("post 1: more than one person in week 3",) == violations(
        SOUND, [Stay(1, 1, 0, 4), Stay(0, 1, 3, 7)]
    )
    assert ("offer 0: 2 people, it gives 1",) == violations(SOUND, [Stay(0, 0, 2, 5), Stay(0, 1, 1, 4)])


def test_a_stay_of_nobody_we_know_is_told() -> None:
    assert ("offer 7 in post 0, weeks 2-5: no such offer or post",) == violations(SOUND, [Stay(7, 0, 2, 5)])


def test_worth_counts_priority_and_weeks_at_the_wrong_rank() -> None:
    problem = Problem((post(priority=5, rank=2), post(priority=3, rank=None)), (offered(2),))
    assert Worth(5 * 4 + 3 * 6, 4) == worth_of(problem, [Stay(0, 0, 0, 4), Stay(0, 1, 2, 8)])


@pytest.mark.parametrize("wrong", [{"opens": 5, "closes": 4}, {"priority": 0}, {"opens": -1}])
def test_a_post_that_cannot_be_meant_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CadreError, match="must hold"):
        replace(post(), **wrong)


@pytest.mark.parametrize("wrong", [{"people": -1}, {"least": 0}, {"least": 7}, {"arrives": -1}])
def test_an_offer_that_cannot_be_meant_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CadreError, match="must hold"):
        replace(offered(), **wrong)


def test_an_offer_is_made_of_its_parts() -> None:
    assert Offered(1, 0, 10, frozenset({"drill"}), 2, 6, rank=1) == offered()
