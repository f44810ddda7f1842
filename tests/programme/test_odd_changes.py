"""On odd days and with parts of people, too: better is never worse, and what says the same plans the same."""

from __future__ import annotations

import pytest

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.violations import violations
from tests.programme.better import TOLD
from tests.programme.odd_missions import better, odd_document, the_same
from tests.programme.small_missions import Document

SEEDS = range(4)


def least(document: Document) -> tuple[float, float]:
    """Return the shortfall of a plan within its offers, which its own judge finds sound, and its bound."""
    mission = Mission.model_validate(document)
    offered = supply(mission, {}, {})
    programme = plan_programme(mission, DEFAULT_LIMITS, offered=offered)
    assert violations(programme, mission, offered=offered) == ()
    assert programme.result is not None
    return programme.result.objective, programme.result.bound


@pytest.mark.parametrize("seed", SEEDS)
def test_a_better_mission_is_never_planned_worse(seed: int) -> None:
    document = odd_document(seed)
    reached, _ = least(document)
    bounds = {name: least(changed)[1] for name, changed in better(document, seed)}
    assert bounds
    assert {} == {name: bound for name, bound in bounds.items() if bound > reached + TOLD}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_says_the_same_is_planned_alike(seed: int) -> None:
    document = odd_document(seed)
    reached, _ = least(document)
    assert {name: pytest.approx(reached, abs=TOLD) for name, _ in the_same(document)} == {
        name: least(changed)[0] for name, changed in the_same(document)
    }
