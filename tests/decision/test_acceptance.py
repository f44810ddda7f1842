"""Acceptance: stated conditions, met, unmet and refused, and nothing beyond them."""

import pytest

from cadre.decision.acceptance import acceptances
from cadre.decision.types import Acceptance, Spread
from cadre.mission import Mission
from tests.decision.made import Planned

Accepted = dict[tuple[str, str], Acceptance]


def costs(**medians: float) -> dict[str, Spread]:
    return {option: Spread(value, value, value, 1e9, 0.0) for option, value in medians.items()}


@pytest.fixture
def told(mission: Mission, planned: Planned) -> Accepted:
    given = acceptances(mission, planned, costs(nothing=0.0, small=149.0, large=150.0))
    return {(a.option, a.party): a for a in given}


def test_what_a_party_wants_is_met_or_not(told: Accepted) -> None:
    assert (("posts_in_country <= 10",), ("years <= 1",)) == (
        told["small", "wary"].met,
        told["small", "wary"].unmet,
    )
    assert () == told["large", "wary"].met


def test_what_a_party_will_not_accept_is_told_only_where_it_is_asked_to(told: Accepted) -> None:
    assert () == told["small", "wary"].refused
    assert ("cost >= 150",) == told["large", "wary"].refused
    assert (("size: small",), ()) == (told["small", "willing"].refused, told["large", "willing"].refused)


def test_doing_nothing_meets_conditions_on_length_and_posts_but_chooses_nothing(told: Accepted) -> None:
    assert ("years <= 1", "posts_in_country <= 10") == told["nothing", "wary"].met
    assert () == told["nothing", "willing"].refused


def test_a_party_that_states_nothing_is_not_guessed_at(told: Accepted) -> None:
    assert {"wary", "willing"} == {party for _, party in told}
