"""Which ranges are widened, and by how much."""

from __future__ import annotations

from typing import Any

import pytest

from cadre.mission import Mission
from cadre.mission.judgements import HOLDS, factor_of, widened_paths, widening
from cadre.packs import pack_names, read_pack
from tests.simulation.made import full

RANGE = {"min": "50%", "likely": "75%", "max": "95%"}
STATEMENTS = {
    "A1": {"says": "a", "attribution": "assumption"},
    "A2": {"says": "a", "attribution": "assumption", "basis": ["L1"]},
    "L1": {"says": "l", "attribution": "official", "source": "s"},
    "L2": {"says": "l", "attribution": "derived", "basis": ["A1"]},
    "L3": {"says": "l", "attribution": "derived", "basis": ["A1", "L2", "L1"]},
    "L4": {"says": "l", "attribution": "declined to comment", "source": "s"},
}
FIGURE = {"title": "t", "value": 0.5, "unit": "share", "source": {"title": "s"}}


def judged(holds: float | None, **passes: Any) -> Mission:
    """Give the mission by hand with a pack's figure, and the range of one course as given."""
    whole = full()
    courses = whole.document()["courses"]
    courses["basic"]["passes"] = RANGE | passes
    figures = {} if holds is None else {HOLDS: FIGURE | {"value": holds}}
    ledger = {"sources": {"s": {"title": "s"}}, "statements": STATEMENTS}
    return Mission.model_validate(
        whole.document() | {"courses": courses, "ledger": ledger, "figures": figures | {"known": FIGURE}}
    )


def test_a_range_that_holds_half_of_the_time_is_stretched_by_the_ratio_of_quantiles() -> None:
    assert pytest.approx(1.2815515655446 / 0.6744897501961) == factor_of(0.5)
    assert 1 == factor_of(0.8) == factor_of(0.95)
    assert factor_of(0.4) > factor_of(0.6) > 1


@pytest.mark.parametrize(
    ("basis", "assumed"),
    [
        ([], True),
        (["A1"], True),
        (["A2"], True),
        (["L2"], True),
        (["L4", "A1"], True),
        (["L1"], False),
        (["A1", "L1"], False),
        (["L3"], False),
        (["P:known"], False),
        (["A1", "P:known"], False),
    ],
)
def test_only_what_rests_on_no_source_is_widened(basis: list[str], assumed: bool) -> None:
    assert assumed == ("courses.basic.passes" in widened_paths(judged(0.5, basis=basis)))


@pytest.mark.parametrize(("basis", "assumed"), [("A1", True), ("L1", False), ("P:known", False)])
def test_a_range_without_a_basis_has_that_of_the_record_that_holds_it(basis: str, assumed: bool) -> None:
    held = judged(0.5).changed({"courses.basic.basis": [basis]})
    assert assumed == ("courses.basic.passes" in widened_paths(held))
    own = held.changed({"courses.basic.passes": RANGE | {"basis": "A1"}})
    assert "courses.basic.passes" in widened_paths(own)


def test_known_values_and_choices_are_left_alone() -> None:
    whole = judged(0.5)
    left = [p for p, q in whole.quantities.items() if q.is_known or q.shape == "choices"]
    assert not set(left) & set(widened_paths(whole))


def test_without_a_pack_that_states_it_or_switched_off_nothing_is_widened() -> None:
    off = judged(0.5).changed({"judgements.widened": False})
    for mission in (judged(None), off, judged(0.8)):
        assert 1 == widening(mission)
        assert () == widened_paths(mission)


@pytest.mark.parametrize("name", pack_names())
def test_a_pack_states_a_share_with_its_source(name: str) -> None:
    figure = read_pack(name).figures[HOLDS]
    assert figure.value is not None
    assert figure.low is not None
    assert figure.high is not None
    assert 0 < figure.low <= figure.value <= figure.high < 0.8
    assert figure.source.publisher
