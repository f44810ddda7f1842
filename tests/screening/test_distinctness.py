"""Warnings: each fires on the set of options it is for, and on none that just misses it."""

from cadre.reasons.screening import NearTwins, PaddedExtreme, ThreeSizes
from cadre.screening.distance import Evaluated
from cadre.screening.distinctness import near_twins, padded_extremes, three_sizes, warnings
from tests.screening.made import evaluated, measures, mission_with, titles_of
from tests.words.plainly import said_of

MISSION = mission_with(size=("small", "medium", "large"), command=("rotating", "permanent"))
GROWING = {
    "small__rotating": measures(0.3, 10e6),
    "medium__rotating": measures(0.5, 20e6),
    "large__rotating": measures(0.7, 40e6),
}


def shown(**given: dict[str, float]) -> list[Evaluated]:
    return evaluated(MISSION, **given)[1:]


def test_three_sizes_of_one_are_told() -> None:
    (told,) = three_sizes(MISSION, shown(**GROWING))
    sizes = ("small.rotating", "medium.rotating", "large.rotating")
    assert (sizes, ThreeSizes(sizes, "size")) == (told.options, told.reason)
    assert (
        "“Small, rotating”, “Medium, rotating” and “Large, rotating” are sizes of one option: "
        "they differ only in size" == said_of(MISSION, told.reason, titles_of(MISSION))
    )


def test_two_sizes_or_another_command_are_not_three_sizes() -> None:
    two = {k: GROWING[k] for k in list(GROWING)[:2]}
    assert [] == list(three_sizes(MISSION, shown(**two)))
    assert [] == list(three_sizes(MISSION, shown(**two, large__permanent=measures(0.7, 40e6))))


def test_choices_that_do_not_grow_are_no_sizes() -> None:
    mixed = GROWING | {"medium__rotating": measures(0.5, 60e6)}
    assert [] == list(three_sizes(MISSION, shown(**mixed)))


def test_a_padded_extreme_asks_for_most_and_gains_nothing() -> None:
    (told,) = padded_extremes(
        shown(medium__rotating=measures(0.5, 20e6), large__permanent=measures(0.51, 40e6))
    )
    pair = ("large.permanent", "medium.rotating")
    assert (pair, PaddedExtreme(*pair, 20e6)) == (told.options, told.reason)
    expected = "“Large, permanent” adds no effect: it costs EUR 20 M more than “Medium, rotating” "
    assert expected + "and reaches and keeps no more" == said_of(MISSION, told.reason, titles_of(MISSION))


def test_an_extreme_that_gains_or_hardly_costs_more_is_not_padded() -> None:
    medium = {"medium__rotating": measures(0.5, 20e6)}
    for large in (
        measures(0.55, 40e6),
        measures(0.5, 40e6, lasting=0.55),
        measures(0.5, 24e6),
        measures(0.5, 40e6, years=1.4),
    ):
        assert [] == list(padded_extremes(shown(**medium, large__permanent=large)))


def test_near_twins_are_told_with_what_they_differ_in() -> None:
    mission = mission_with(a=("x", "y"), b=("x", "y"), c=("x", "y"), d=("x", "y"), e=("x", "y"))
    pair = evaluated(
        mission,
        x__x__x__x__x=measures(0.5, 10e6),
        x__x__x__x__y=measures(0.51, 10.1e6),
        y__y__y__y__y=measures(0.9, 90e6),
    )[1:]
    (told,) = near_twins(mission, pair)
    assert NearTwins("x.x.x.x.x", "x.x.x.x.y", ("e",)) == told.reason
    expected = "“X, x, x, x, x” and “X, x, x, x, y” are variants of one another: they differ in e"
    assert expected == said_of(mission, told.reason, titles_of(mission))


def test_options_that_truly_differ_raise_no_warning() -> None:
    assert () == warnings(
        MISSION,
        shown(
            small__rotating=measures(0.3, 10e6),
            medium__permanent=measures(0.5, 20e6),
            large__rotating=measures(0.7, 40e6),
        ),
    )
