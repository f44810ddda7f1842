"""What a figure rests on: quantities that it moves with, statements under them, and whose they are."""

from __future__ import annotations

import numpy as np
import pytest

from cadre.tracking.resting import AssumedBy, Resting, voices_of
from tests.simulation import small

LEDGER = {
    "sources": {"visit": {"title": "Notes of a visit", "publisher": "the planner"}},
    "statements": {
        "A1": {"says": "Most pass", "attribution": "assumption"},
        "L1": {"says": "Some leave", "attribution": "unnamed", "by": "a diplomat", "group": "the five"},
        "L2": {"says": "Soldiers come", "attribution": "named", "by": "the director"},
        "L3": {"says": "It costs", "attribution": "official", "source": "visit"},
    },
}
OF = small.mission(
    courses=small.course(
        passes={"min": "60%", "likely": "85%", "max": "94%", "basis": "A1"},
        drops_out={"low": "0%", "high": "2%", "basis": ["L1", "L2"]},
        costs={"low": "5 k", "high": "20 k", "basis": "L3"},
    ),
    ledger=LEDGER,
)
PASSES, LEAVES, COSTS = (f"courses.basic.{name}" for name in ("passes", "drops_out", "costs"))
LUCK = np.random.default_rng(1)
DRAWS = {path: LUCK.uniform(size=2_000) for path in (PASSES, LEAVES, COSTS)}
ASSUMED, FIVE = AssumedBy("assumption"), AssumedBy("source", "the five")


def test_a_figure_rests_on_what_moves_it_the_strongest_first() -> None:
    values = DRAWS[PASSES] * 3 - DRAWS[LEAVES]
    first, second = Resting(OF, DRAWS).of(values, money=False)
    assert (PASSES, ("A1",), (ASSUMED,)) == (first.path, first.basis, first.voices)
    assert (LEAVES, ("L1", "L2")) == (second.path, second.basis)
    assert (FIVE, AssumedBy("source", "the director")) == second.voices
    assert first.correlation > 0.9
    assert -0.4 < second.correlation < -0.2


def test_ranks_count_and_not_sizes() -> None:
    """A figure that rises with a quantity goes wholly with it; yes and no of its halves by √(3/4)."""
    (told,) = Resting(OF, DRAWS).of(np.exp(9 * DRAWS[PASSES]), money=False)
    assert told.correlation == 1.0
    (half,) = Resting(OF, DRAWS).of((DRAWS[PASSES] > 0.5).astype(np.float64), money=False)
    assert half.correlation == pytest.approx(np.sqrt(0.75), abs=0.02)


def test_prices_move_money_alone() -> None:
    resting = Resting(OF, DRAWS)
    assert () == resting.of(DRAWS[COSTS], money=False)
    (told,) = resting.of(DRAWS[COSTS], money=True)
    assert (COSTS, (AssumedBy("source", "the planner"),)) == (told.path, told.voices)


def test_what_moves_with_nothing_rests_on_nothing() -> None:
    resting = Resting(OF, DRAWS)
    assert () == resting.of(np.ones(2_000), money=True)
    assert () == resting.of(LUCK.uniform(size=2_000), money=True)
    assert () == Resting(OF, {}).of(DRAWS[PASSES], money=True)


def test_whose_voice_it_is() -> None:
    assert [AssumedBy("nobody")] == list(voices_of(OF, ()))
    assert [AssumedBy("published")] == list(voices_of(OF, ("P:pass-rate",)))
    assert [ASSUMED, FIVE] == list(voices_of(OF, ("A1", "L1", "A1")))
