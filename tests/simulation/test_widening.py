"""What widening does to the futures drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.mission import Mission, Quantity
from cadre.mission.judgements import HOLDS, stretched, widened_paths
from cadre.mission.ledger import Figure
from cadre.mission.quantity import quantity_in
from cadre.mission.units import UNITS
from cadre.simulation.draws import draw, quantile
from cadre.simulation.run import ReplicationPlan
from tests.mission.test_judgements import FIGURE, judged
from tests.simulation.made import plans_for, programme_for
from tests.simulation.test_kernel import agree, play
from tests.strategies import missions
from tests.strategies_quantity import quantities

U = np.linspace(0.001, 0.999, 57)


def stating(mission: Mission, holds: float) -> Mission:
    """Give a mission whose pack states how often ranges hold."""
    figures: dict[str, Any] = {HOLDS: Figure.model_validate(FIGURE | {"value": holds})}
    return Mission.model_validate(mission.document() | {"figures": figures})


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["share", "weeks", "number"]), quantities(0, 1), st.floats(1, 4))
def test_a_widened_range_contains_the_stated_one_and_keeps_to_its_unit(
    unit: str, form: Any, factor: float
) -> None:
    quantity = quantity_in(form, unit)
    if quantity.is_known or quantity.shape == "choices":
        return
    plain = quantile(quantity, U)
    wide = stretched(plain, quantity, factor)
    assert wide.min() <= plain.min() + 1e-9
    assert wide.max() >= plain.max() - 1e-9
    assert np.all(np.diff(wide) >= -1e-9)
    assert wide.min() >= UNITS[unit].least
    assert wide.max() <= UNITS[unit].greatest


@settings(max_examples=25, deadline=None)
@given(missions(), st.integers(0, 99))
def test_switched_off_any_mission_gives_the_draws_it_gave(mission: Mission, seed: int) -> None:
    stated = stating(mission, 0.5)
    off = stated.changed({"judgements.widened": False})
    plain, same, wide = (draw(m, seed=seed, outer=5) for m in (mission, off, stated))
    assert plain.sampled.keys() == same.sampled.keys() == wide.sampled.keys()
    moved = set(widened_paths(stated))
    for path in plain.sampled:
        assert plain.of(path).tolist() == same.of(path).tolist()
        assert path in moved or plain.of(path).tolist() == wide.of(path).tolist()


@pytest.mark.parametrize("seed", range(4))
def test_widened_futures_are_those_of_the_plain_program(seed: int) -> None:
    for basis in ([], ["A1"], ["L2"], ["L3"], ["A1", "P:known"]):
        agree(judged(0.5, basis=basis), plans_for(judged(0.5), seed), ReplicationPlan(2, seed))
    agree(judged(0.57), programme_for(judged(0.57), seed), ReplicationPlan(4, seed))


def test_switched_off_every_outcome_has_the_bits_it_had() -> None:
    off = judged(0.5).changed({"judgements.widened": False})
    plans = plans_for(judged(None), 1)
    before, after = (
        play(judged(None), plans, ReplicationPlan(20, 1)),
        play(off, plans, ReplicationPlan(20, 1)),
    )
    for name, values in before.scalars.items():
        assert values.tolist() == after.scalars[name].tolist(), name


def test_a_range_that_held_half_of_the_time_holds_eight_tenths_once_widened() -> None:
    """Truths of a normal judgement that is too narrow: the middle 80 % of what is drawn holds 80 % of them.

    Binomial standard error of 0.8 over 20,000 truths: 0.0028; four of them.
    """
    streams = np.random.default_rng(1)
    quantity = Quantity(shape="normal", numbers=(1e4, 1e3), unit="people")
    truths = 1e4 + 1e3 * 1.2815515655446 / 0.6744897501961 * streams.standard_normal(20_000)
    wide = stretched(quantile(quantity, np.array([0.1, 0.9])), quantity, 1.2815515655446 / 0.6744897501961)
    plain = quantile(quantity, np.array([0.1, 0.9]))
    assert abs(np.mean((truths > wide[0]) & (truths < wide[1])) - 0.8) < 0.0114
    assert abs(np.mean((truths > plain[0]) & (truths < plain[1])) - 0.5) < 0.0142
