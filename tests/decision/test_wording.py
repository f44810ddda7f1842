"""Wording: amounts as a planner would say them."""

import pytest

from cadre.criteria import Criterion
from cadre.decision.wording import amount, clause, sentence, to_noise, worse_clauses

REACH = Criterion("outcome", "Targets reached", "share", "more", "outcome")
COST = Criterion("cost", "Cost to exit", "EUR", "less", "cost")


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.125, "share", "12 points"),
        (0.031, "share", "3.1 points"),
        (0.03, "share", "3 points"),
        (0.0002, "share", "under 0.1 points"),
        (-2.5, "years", "2.5 years"),
        (1.0, "posts", "1 post"),
        (0.01, "share", "1 point"),
        (1234.0, "person-weeks", "1,234 person-weeks"),
        (12.34e6, "EUR", "EUR 12.3 M"),
        (123.4e6, "EUR", "EUR 123 M"),
        (1.5e9, "EUR", "EUR 1.5 bn"),
        (4200.0, "EUR", "EUR 4 k"),
        (42.0, "EUR", "EUR 42"),
    ],
)
def test_amounts(value: float, unit: str, said: str) -> None:
    assert said == amount(value, unit)


def test_a_difference_says_which_way() -> None:
    assert "costs EUR 12.0 M more" == clause(COST, 12e6)
    assert "reaches 10 points less of the targets" == clause(REACH, -0.1)


def test_only_what_is_worse_is_said() -> None:
    worse = worse_clauses([REACH, COST], {"outcome": 0.5, "cost": 9e6}, {"outcome": 0.4, "cost": 8e6})
    assert ("costs EUR 1.0 M more",) == worse
    assert () == worse_clauses([COST], {"cost": 0.1 + 0.2}, {"cost": 0.3})


def test_sentences_join_with_and() -> None:
    assert ["", "a", "a and b", "a, b and c"] == [
        sentence(x) for x in ((), ("a",), ("a", "b"), ("a", "b", "c"))
    ]


@pytest.mark.parametrize(
    ("value", "error", "told"),
    [
        (0.0637, 0.004, 0.064),
        (6.37, 1.3, 6.0),
        (61_234.0, 4_000.0, 61_000.0),
        (0.5, 0.0, 0.5),
        (-2.34, 0.2, -2.3),
    ],
)
def test_a_figure_has_the_digits_that_its_noise_allows(value: float, error: float, told: float) -> None:
    assert pytest.approx(told) == to_noise(value, error)
