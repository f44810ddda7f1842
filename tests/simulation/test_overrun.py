"""Cost is multiplied by its overrun, for all payers; beside it stands the cost without."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.mission import Mission
from cadre.mission.money import COST_OVERRUN, OVERRUN, PAYERS
from cadre.packs import pack_names, read_pack
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan
from tests.simulation.made import full, plans_for, programme_for
from tests.simulation.test_kernel import agree, play
from tests.strategies import missions

RANGE = {"p10": 0.9, "p50": 1, "p90": 1.4, "basis": "A1"}
FIGURE = {"title": "t", "low": 0.8, "value": 1.1, "high": 1.6, "unit": "times", "source": {"title": "s"}}


def overrunning(overrun: Any = None, figure: Any = None) -> Mission:
    """Give the mission by hand with an overrun of its own or of its pack."""
    figures = {} if figure is None else {COST_OVERRUN: figure}
    ledger = {"statements": {"A1": {"says": "a", "attribution": "assumption"}}}
    return Mission.model_validate(
        full().document() | {"figures": figures, "ledger": ledger, "money": {"overrun": overrun}}
    )


def played(mission: Mission) -> Outcome:
    return play(mission, plans_for(full(), 1), ReplicationPlan(40, 1))


def test_an_overrun_multiplies_every_cost_to_exit_and_nothing_else() -> None:
    plain, ranged = played(full()), played(overrunning(RANGE))
    factor = ranged.draws[OVERRUN]
    assert np.unique(factor).size == 40
    costs = {"cost", "cost_fully_manned", "cost_a_graduate", *(f"cost.{payer}" for payer in PAYERS)}
    for name, values in plain.scalars.items():
        yearly = name.startswith("cost_in.")  # rounded to the last bit of the whole
        expected = values * factor if name in costs or yearly else values
        rel = 1e-11 if yearly else 1e-14
        assert expected.tolist() == pytest.approx(ranged.scalars[name].tolist(), rel=rel), name


@pytest.mark.parametrize("none", [overrunning(), overrunning(1), overrunning(1, FIGURE)])
def test_without_an_overrun_every_outcome_has_the_bits_it_had(none: Mission) -> None:
    before, after = played(full()), played(none)
    assert before.scalars["cost"].tolist() == before.scalars["cost_before_overrun"].tolist()
    for name, values in before.scalars.items():
        assert values.tolist() == after.scalars[name].tolist(), name


def test_the_pack_states_it_where_the_mission_does_not() -> None:
    stated = overrunning(figure=FIGURE).quantities[OVERRUN]
    assert (0.8, 1.1, 1.6) == pytest.approx(stated.at([0.1, 0.5, 0.9]))
    assert (f"P:{COST_OVERRUN}",) == stated.basis
    assert ("A1",) == overrunning(RANGE, FIGURE).quantities[OVERRUN].basis
    assert 1 == overrunning().quantities[OVERRUN].mean


def test_a_figure_without_its_ends_is_no_overrun() -> None:
    bare = {k: v for k, v in FIGURE.items() if k not in ("low", "high")}
    assert overrunning(figure=bare).quantities[OVERRUN].is_known


@pytest.mark.parametrize("seed", range(3))
def test_overruns_are_those_of_the_plain_program(seed: int) -> None:
    agree(overrunning(RANGE), plans_for(full(), seed), ReplicationPlan(3, seed))
    agree(overrunning(figure=FIGURE), programme_for(full(), seed), ReplicationPlan(3, seed))


def test_had_every_post_been_filled_more_would_be_spent() -> None:
    out = played(full()).scalars
    short = out["posts_filled"] < 1
    assert short.any()
    assert np.all(out["cost_fully_manned"][short] > out["cost"][short])


@settings(max_examples=15, deadline=None)
@given(missions(), st.integers(0, 9))
def test_of_any_mission_payers_add_up_and_filling_posts_costs(mission: Mission, seed: int) -> None:
    s = play(mission, programme_for(mission, seed), ReplicationPlan(3, seed)).scalars
    total = sum(s[f"cost.{payer}"] for payer in PAYERS)
    assert total == pytest.approx(s["cost"], rel=1e-12, abs=1e-9)
    assert np.all(s["cost_fully_manned"] >= s["cost"] * (1 - 1e-12) - 1e-6)
    assert np.all(s["cost_a_graduate"] <= s["cost"])


@pytest.mark.parametrize("name", pack_names())
def test_a_pack_states_an_overrun_with_its_reference_class(name: str) -> None:
    figure = read_pack(name).figures[COST_OVERRUN]
    assert figure.low is not None
    assert figure.value is not None
    assert figure.high is not None
    assert 0 < figure.low < figure.value < figure.high
    assert "Reference class" in figure.note
    assert "Mali" not in figure.note
