"""A docket: what several parts of a judgement need."""

from __future__ import annotations

from dataclasses import replace

from cadre.decision.inputs import DecisionInputs
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.simulation.streams import uniforms
from tests.decision.made import make_outcome, plans_of
from tests.decision.test_analyse import Plans

ROW = {"party": "willing", "role": "guard", "people": 4, "begins": "2024-01-01", "ends": "2025-12-31",
       "state": "pledged", "honoured": {"low": "40%", "high": "80%"}}  # fmt: skip


def test_offers_of_one_party_are_judged_as_one_detail(mission: Mission) -> None:
    """Two rows of one party are drawn together: what hangs on one hangs on both, and is told once."""
    offers = {"a": ROW, "b": ROW | {"honoured": {"low": "50%", "high": "60%"}}, "c": ROW | {"party": "wary"}}
    of = Mission.model_validate(mission.document() | {"offers": offers})
    draws = {f"offers.{key}.honoured": uniforms(1, 50, of.luck_of(f"offers.{key}.honoured")) for key in "abc"}
    shown = [Plans(p.option, p.need, p.programme, ForcePlan(())) for p in plans_of(of)]
    outcomes = {p.option.id: replace(make_outcome(p.option.id, 50), draws=draws) for p in shown}
    drawn = DecisionInputs(of, shown, outcomes, ()).drawn
    assert {("offers.a.honoured", "offers.c.honoured")} == {tuple(found) for found in drawn.values()}
    assert set(draws) == set(DecisionInputs(of, shown, outcomes, ()).draws)
