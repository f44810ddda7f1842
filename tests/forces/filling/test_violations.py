from dataclasses import replace
from typing import Any

import pytest

from cadre.errors import CadreError
from cadre.forces.filling.problem import FillingProblem, OfferedPerson, Post, PostStay
from cadre.forces.filling.violations import Worth, violations, worth_of
from cadre.solving.broken import Broken, broken
from tests.forces.filling.made import offered, post

SOUND = FillingProblem((post(2, 9), post(0, 10)), (offered(1, weeks=(1, 9), stay=(3, 6)), offered(2)))


def in_stay(rule: str, stay: PostStay) -> Broken:
    return broken(rule, offer=stay.offer, post=stay.post, begins=stay.begins, ends=stay.ends)


def test_nothing_is_wrong_with_stays_that_just_meet_every_rule() -> None:
    assert () == violations(SOUND, [PostStay(0, 0, 2, 8), PostStay(1, 1, 0, 6), PostStay(1, 1, 6, 10)])


@pytest.mark.parametrize(
    ("stay", "told"),
    [
        (PostStay(0, 0, 1, 5), "post-not-open"),
        (PostStay(1, 0, 5, 10), "post-not-open"),
        (PostStay(0, 1, 0, 4), "nobody-there"),
        (PostStay(0, 1, 6, 10), "nobody-there"),
        (PostStay(0, 0, 2, 4), "stay-below-least"),
        (PostStay(0, 0, 2, 9), "stay-above-longest"),
    ],
)
def test_each_rule_of_weeks_is_told_when_only_it_is_broken(stay: PostStay, told: str) -> None:
    assert (in_stay(told, stay),) == violations(SOUND, [stay])


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"skills": frozenset({"cook"})}, "skill-missing"),
        ({"rank": 3}, "rank-apart"),
        ({"languages": frozenset()}, "language-missing"),
        ({"refuses_sites": frozenset({"besmaya"})}, "site-refused"),
        ({"refuses_posts": frozenset({0})}, "post-refused"),
    ],
)
def test_each_rule_of_people_is_told_when_only_it_is_broken(changed: dict[str, Any], told: str) -> None:
    there = Post(0, 10, "drill", rank=1, site="besmaya", languages=frozenset({"english"}))
    fits = replace(offered(), languages=frozenset({"english", "french"}))
    stay = PostStay(0, 0, 0, 4)
    assert () == violations(FillingProblem((there,), (fits,)), [stay])
    found = violations(FillingProblem((there,), (replace(fits, **changed),)), [stay])
    assert (in_stay(told, stay),) == found


def test_two_in_a_post_and_too_many_of_an_offer_are_told() -> None:
    assert (broken("post-twice", post=1, week=3),) == violations(
        SOUND, [PostStay(1, 1, 0, 4), PostStay(0, 1, 3, 7)]
    )
    too_many = broken("too-many-of-offer", offer=0, people=2, gives=1)
    assert (too_many,) == violations(SOUND, [PostStay(0, 0, 2, 5), PostStay(0, 1, 1, 4)])


def test_a_stay_of_nobody_we_know_is_told() -> None:
    strange = PostStay(7, 0, 2, 5)
    assert (in_stay("no-such-offer-or-post", strange),) == violations(SOUND, [strange])


def test_worth_counts_priority_and_weeks_at_the_wrong_rank() -> None:
    problem = FillingProblem((post(priority=5, rank=2), post(priority=3, rank=None)), (offered(2),))
    assert Worth(5 * 4 + 3 * 6, 4) == worth_of(problem, [PostStay(0, 0, 0, 4), PostStay(0, 1, 2, 8)])


@pytest.mark.parametrize("wrong", [{"opens": 5, "closes": 4}, {"priority": 0}, {"opens": -1}])
def test_a_post_that_cannot_be_meant_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CadreError, match="must hold"):
        replace(post(), **wrong)


@pytest.mark.parametrize("wrong", [{"people": -1}, {"least": 0}, {"least": 7}, {"arrives": -1}])
def test_an_offer_that_cannot_be_meant_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(CadreError, match="must hold"):
        replace(offered(), **wrong)


def test_an_offer_is_made_of_its_parts() -> None:
    assert OfferedPerson(1, 0, 10, frozenset({"drill"}), 2, 6, rank=1) == offered()
