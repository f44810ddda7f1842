"""What is told of agreement: chances, states, posts that fill once it is agreed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cadre.decision.agreement.answers import answers
from cadre.decision.agreement.summary import (
    Body,
    ProposalCase,
    agreement,
    blocking_sets,
    filled_with_caveats,
    stances,
)
from cadre.decision.agreement.types import Agreement, PartyStance
from cadre.decision.positions import latent
from tests.decision.body import NOTHING, N, error, mission_with, proposal, refuses, wants
from tests.words.plainly import said_of


def told(
    positions: list[dict[str, Any]], filled: float = 1.0, parts: dict[str, float] | None = None
) -> tuple[Agreement, tuple[PartyStance, ...]]:
    mission = mission_with(positions, {p["party"]: {} for p in positions})
    drawn = latent(mission, {}, (1, N))
    body = Body(drawn.insisting(), drawn.insisting(0.0), drawn.insisting(1.0))
    case = ProposalCase(proposal(), NOTHING, np.full(N, filled), np.ones(N, bool), parts or {})
    given = answers(body.joint, case.proposal, case.nothing)
    return agreement(body, case, given), stances(body, case, given)


def said(one: Agreement) -> str:
    parties: dict[str, Any] = {party: {} for party in ("a", "b", "c")}
    return said_of(mission_with([], parties), one.reason, {"option": "Small"})


def test_the_chance_stands_between_that_of_independent_and_of_united_parties() -> None:
    one, _ = told([refuses("a", "size: small", 0.3), refuses("b", "size: small", 0.4)])
    assert pytest.approx(0.42, abs=error(0.42)) == one.apart
    assert pytest.approx(0.60, abs=error(0.60)) == one.together
    assert one.apart < one.chance < one.together


def test_a_majority_that_would_accept_is_told_beside_as_a_contrast() -> None:
    one, _ = told([refuses("a", "size: small"), wants("b", "size: small"), wants("c", "size: small")])
    assert (0.0, 1.0) == (one.chance, one.majority)
    assert (("a",), 1.0, (("a",),)) == (one.blocking[0].parties, one.blocking[0].share, one.to_win)
    assert said(one).startswith(
        "The chance that nobody objects to “Small” is 0 %; most often the objection is from a"
    )


def test_the_party_that_alone_breaks_silence_most_often_is_pivotal() -> None:
    one, _ = told([refuses("a", "size: small", 0.1), refuses("b", "size: small", 0.5)])
    assert "b" == one.pivotal
    assert 0.5 - 0.1 <= one.pivotal_share <= 0.5


def test_where_nobody_would_break_silence_that_is_said_and_no_more() -> None:
    one, _ = told([wants("a", "size: large")])
    assert (1.0, (), ((),), None) == (one.chance, one.blocking, one.to_win, one.pivotal)
    assert said(one).startswith("No party has stated anything for which it would object to “Small”.")


def test_people_who_stay_away_by_a_caveat_are_missing_on_posts() -> None:
    """A fills three tenths of what is filled and opts out: .9 falls to .63, under four fifths."""
    out = [refuses("a", "size: small", opts_out="people"), wants("b", "size: small")]
    one, _ = told(out, filled=0.9, parts={"a": 0.3, "b": 0.7})
    assert (1.0, 0.0, 0.5) == (one.chance, one.filled_if_agreed, one.shifted_posts)
    none, _ = told(out[1:], filled=0.9, parts={"b": 0.7})
    assert 1.0 == none.filled_if_agreed
    # Without the caveat's price, the wrong variant, its posts would still count as filled.
    case = ProposalCase(proposal(), NOTHING, np.full(3, 0.9), np.ones(3, bool), {"a": 0.3})
    given = answers(
        latent(mission_with(out, {"a": {}, "b": {}}), {}, (1, 3)).insisting(), proposal(), NOTHING
    )
    assert pytest.approx(0.63) == filled_with_caveats(case, given)[0]


def test_agreed_and_filled_are_counted_in_the_same_futures() -> None:
    one, _ = told([refuses("a", "size: small", 0.4)], filled=0.9)
    assert pytest.approx(one.chance) == one.agreed_and_filled == one.agreed_and_good
    none, _ = told([refuses("a", "size: small", 0.4)], filled=0.5)
    assert (0.0, 0.0) == (none.filled_if_agreed, none.agreed_and_filled)


def test_shares_of_states_add_up_and_the_state_is_what_is_most_likely() -> None:
    _, (a, b) = told(
        [refuses("a", "size: small", 0.6), wants("b", "size: small", 0.7), wants("b", "years >= 9", 0.1)]
    )
    for s in (a, b):
        assert pytest.approx(1.0) == s.supports + s.acquiesces + s.caveat + s.breaks
    assert ("breaks silence", "supports") == (a.state, b.state)
    assert (("size: small",), ("years >= 9",)) == (a.refuses, b.misses)


def test_sets_that_break_silence_together_are_counted_as_sets() -> None:
    breaks = np.array([[True, True], [True, False], [True, True], [False, False]])
    assert [(("a", "b"), 0.5), (("a",), 0.25)] == [
        (s.parties, s.share) for s in blocking_sets(breaks, ("a", "b"))
    ]
