"""Where an offer could serve, and what that would do."""

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from cadre.forces.optimise import fill_posts
from cadre.forces.places import OfferPlace, places_for
from cadre.forces.plan import PostLine
from cadre.reasons.forces import NoPost, NotAtSite
from tests.words.english import english

from .made import MEASURED, Offers, line, mission_with, offer, some_lines, some_offers


def places(key: str, lines: tuple[PostLine, ...], offers: Offers) -> tuple[OfferPlace, ...]:
    return places_for(key, lines, mission_with(offers), option=({}, MEASURED))


def test_the_place_with_the_longer_gap_comes_first() -> None:
    lines = (line(site="hq"), line(), line(rotation=1))
    first, second = places("a", lines, {"a": offer()})
    assert first == OfferPlace(
        "school", serves=52, closes=52, gaps=(("guard@school/r0", -26), ("guard@school/r1", -26))
    )
    assert second == OfferPlace("hq", serves=26, closes=26, gaps=(("guard@hq/r0", -26),))


def test_posts_that_somebody_else_fills_are_no_gap_to_close() -> None:
    offers = {"a": offer(), "b": offer(party="south", not_at=("hq",))}
    first, second = places("a", (line(site="hq"), line()), offers)
    assert ("hq", 26) == (first.site, first.closes)
    assert ("school", 0, ()) == (second.site, second.closes, second.gaps)


def test_somebody_moved_by_the_offer_is_told_with_what_they_do_elsewhere() -> None:
    """Without `a` the one person of `b` stays at the critical post, which `a` can take over."""
    offers = {
        "a": offer(role="trainer", not_at=("hq",)),
        "b": offer(role="trainer", party="south"),
    }
    lines = (line("trainer", site="hq"), line("trainer"))
    school, hq = places("a", lines, offers)
    assert ("school", 26, 260) == (school.site, school.serves, school.closes)
    assert -26 == sum(change for _, change in school.gaps)
    assert 0 == sum(change for _, change in school.others)
    assert ("hq", "not at hq") == (hq.site, english(hq.against))


def test_a_critical_post_counts_as_in_the_first_goal() -> None:
    (found,) = places("a", (line("trainer"),), {"a": offer(role="trainer", weeks=(0, 5))})
    assert (5, 50) == (found.serves, found.closes)


def test_where_it_does_not_fit_the_reason_is_told() -> None:
    lines = (line(site="hq"), line("trainer"))
    here, there = places("a", lines, {"a": offer(not_at=("hq",))})
    assert (OfferPlace("hq", NotAtSite("hq")), OfferPlace("school", NoPost("guard"))) == (here, there)


def test_an_offer_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError, match="nobody"):
        places("nobody", (line(),), {"a": offer()})


@settings(max_examples=25)
@given(some_offers(), some_lines())
def test_no_place_does_more_than_all_together_and_none_harms(
    offers: Offers, lines: tuple[PostLine, ...]
) -> None:
    for key in offers:
        mission = mission_with(offers)
        free = fill_posts(lines, mission, {}, MEASURED).unfilled
        without = fill_posts(lines, mission.changed({f"offers.{key}": None}), {}, MEASURED).unfilled
        for place in places(key, lines, offers):
            assert 0 <= place.closes <= without - free
            weight = {one.id: one.weight for one in lines}
            assert place.closes == -sum(weight[name] * change for name, change in place.gaps)
