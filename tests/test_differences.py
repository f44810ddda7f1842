"""Differences between options: what is rounding, what is worse, how exactly figures are given."""

import pytest

from cadre.criteria import TABLE, Criterion
from cadre.differences import difference, points, to_noise, worse
from cadre.reasons.decision import Differs
from cadre.words import LANGUAGES, Catalogue, Formats, Language
from cadre.words.criteria import difference_message
from cadre.words.reasons import ById, in_words
from tests.screening.made import mission_with
from tests.words.plainly import said_of

REACH = Criterion("outcome", "Targets reached", "share", "more", "outcome")
COST = Criterion("cost", "Cost to exit", "EUR", "less", "cost")
MISSION = mission_with()


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.125, 12.0), (0.031, 3.1), (0.03, 3.0), (0.0002, 0.02), (-0.0496, 5.0), (0.0, 0.0), (0.01, 1.0)],
)
def test_points_are_whole_from_ten_on_and_never_none_of_something(share: float, told: float) -> None:
    assert pytest.approx(told) == points(share)


@pytest.mark.parametrize(
    ("criterion", "by", "said"),
    [
        ("outcome", -0.1, "reaches 10 points less of the targets"),
        ("outcome", 0.01, "reaches 1 point more of the targets"),
        ("lasting", 0.031, "keeps 3.1 points more of the minimum levels"),
        ("cost", 12e6, "costs EUR 12 M more"),
        ("exposure", -1234.0, "keeps people there for 1,200 person-weeks less"),
        ("posts", 1.0, "needs 1 post more"),
        ("posts_in_country", -40.0, "has 40 posts fewer in the country"),
        ("years", 2.5, "lasts 2.5 years longer"),
        ("years", -1.04, "lasts 1 year shorter"),
        ("filled", -0.3, "has 30 points less of its posts filled"),
    ],
)
def test_a_difference_says_by_how_much_and_which_way(criterion: str, by: float, said: str) -> None:
    assert said == said_of(MISSION, difference(criterion, by))


def test_only_what_is_worse_is_told() -> None:
    found = worse([REACH, COST], {"outcome": 0.5, "cost": 9e6}, {"outcome": 0.4, "cost": 8e6})
    assert (Differs("cost", True, 1e6, "money"),) == found
    assert () == worse([COST], {"cost": 0.1 + 0.2}, {"cost": 0.3})


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("more", [True, False])
def test_a_difference_on_every_criterion_has_its_phrase_in_every_language(
    language: Language, more: bool
) -> None:
    formats = Formats(Catalogue(language))
    lacking = [entry.id for entry in TABLE if difference_message(entry.id, formats, more=more) is None]
    assert [] == lacking


def test_a_criterion_without_a_phrase_is_named() -> None:
    other = Differs("unheard_of", True, 3.0, "points")
    formats = Formats(Catalogue())
    assert "has 3 points more on unheard_of" == in_words(other, formats, ById(formats))
