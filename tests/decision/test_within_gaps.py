"""Options whose order search alone could turn are not called better: by hand, and what follows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.criteria import Criterion
from cadre.decision.best_options import best_on
from cadre.decision.comparison import compare
from cadre.decision.dominance import dominated_options
from cadre.decision.types import Comparison
from cadre.decision.within_gaps import LEAST, within_gaps
from cadre.mission import Mission
from cadre.solving import Result, Status
from tests.decision.made import Planned, make_outcome

REACH = Criterion("outcome", "Targets reached", "share", "more", "outcome")
COST = Criterion("cost", "Cost to exit", "EUR", "less", "cost")


def searched(planned: Planned, *found: tuple[float, float]) -> Planned:
    """Give doing nothing, a small and a large option the shortfalls and bounds of their programmes."""
    return tuple(
        replace(p, programme=replace(p.programme, result=Result(Status.FEASIBLE, *one)))
        for p, one in zip(planned, found, strict=True)
    )


def pairs(planned: Planned) -> list[tuple[str, str]]:
    return [(pair.ahead, pair.behind) for pair in within_gaps(planned)]


def test_overlapping_shortfalls_are_not_told_apart(planned: Planned) -> None:
    """Small misses 52.4 of at least 26.8, large 56.9 of at least 26.2: large could come 26.2 ahead."""
    (pair,) = within_gaps(searched(planned, (98.0, 98.0), (52.4, 26.8), (56.9, 26.2)))
    assert ("small", "large") == (pair.ahead, pair.behind)
    assert (4.5, 30.7, 26.2) == pytest.approx((pair.differ, pair.open, pair.turns))


def test_shortfalls_that_do_not_meet_are_told_apart(planned: Planned) -> None:
    assert [] == pairs(searched(planned, (98.0, 98.0), (52.4, 26.8), (83.3, 69.0)))


def test_the_gap_of_the_one_ahead_turns_nothing(planned: Planned) -> None:
    """However much better its best plan is, it only comes further ahead."""
    assert [] == pairs(searched(planned, (98.0, 98.0), (52.4, 0.0), (56.9, 56.9)))


def test_an_option_that_search_left_as_bad_as_nothing_is_not_told_apart_from_it(planned: Planned) -> None:
    found = pairs(searched(planned, (98.0, 98.0), (98.0, 60.0), (40.0, 39.0)))
    assert [("nothing", "small")] == found


def test_proved_plans_are_told_apart_however_alike(planned: Planned) -> None:
    assert [] == pairs(searched(planned, (98.0, 98.0), (0.36, 0.36), (0.36, 0.36)))
    assert [] == pairs(searched(planned, (98.0, 98.0), (0.36, 0.36 - LEAST), (0.36, 0.36 - LEAST / 2)))


def test_a_plan_without_result_is_in_no_pair(planned: Planned) -> None:
    assert () == within_gaps(planned)
    none = searched(planned, (98.0, 98.0), (np.inf, 0.0), (50.0, 0.0))
    assert [] == pairs(none)


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0, 1)), min_size=3, max_size=3),
)
def test_what_is_told_apart_keeps_its_order_whatever_better_plan_is_found(
    planned: Planned, drawn: list[tuple[float, float]]
) -> None:
    """Any plan of the one behind, down to its bound, stays behind the one ahead, or is in a pair."""
    found = [(objective, objective * part) for objective, part in drawn]
    told = {frozenset(pair) for pair in pairs(searched(planned, *found))}
    names = [p.option.id for p in planned]
    for one in range(3):
        for other in range(3):
            (mine, _), (theirs, bound) = found[one], found[other]
            if mine < theirs:
                open_ = frozenset((names[one], names[other])) in told
                assert open_ == (bound < mine - LEAST) or abs(bound - mine + LEAST) < 1e-9


# ---- what follows


def test_no_domination_is_told_of_what_is_not_told_apart() -> None:
    samples = {
        "a": {"outcome": np.array([0.5, 0.6]), "cost": np.array([1.0, 1.0])},
        "b": {"outcome": np.array([0.4, 0.5]), "cost": np.array([2.0, 2.0])},
        "c": {"outcome": np.array([0.3, 0.4]), "cost": np.array([3.0, 3.0])},
    }
    of = dominated_options((REACH, COST), samples)
    assert [("b", "a"), ("c", "a")] == [(d.option, d.by) for d in of]
    left = dominated_options((REACH, COST), samples, {frozenset("ab"), frozenset("ac")})
    assert [("c", "b")] == [(d.option, d.by) for d in left]


def test_the_best_is_told_with_those_that_search_could_bring_before_it() -> None:
    rng = np.random.default_rng(3)
    samples = {
        key: {"outcome": mean + 0.01 * rng.normal(size=400), "cost": np.ones(400)}
        for key, mean in (("a", 0.3), ("b", 0.5), ("c", 0.4))
    }
    (alone, *_) = best_on((REACH,), samples)
    (told, *_) = best_on((REACH,), samples, {frozenset("bc"), frozenset("ac")})
    assert ("b", ()) == (alone.chosen, alone.within_gaps)
    assert ("b", ("c",)) == (told.chosen, told.within_gaps)


def compared(mission: Mission, planned: Planned) -> Comparison:
    outcomes = {
        "nothing": make_outcome("nothing", cost=0.0),
        "small": make_outcome("small", outcome=[0.5, 0.7, 0.6, 0.6], cost=1e6),
        "large": make_outcome("large", outcome=[0.4, 0.6, 0.5, 0.5], cost=5e6),
    }
    return compare(mission, planned, outcomes)


def test_a_comparison_holds_its_pairs_and_calls_neither_dominated(mission: Mission, planned: Planned) -> None:
    sure = compared(mission, searched(planned, (98.0, 98.0), (52.4, 52.4), (56.9, 56.9)))
    assert [("large", "small")] == [(d.option, d.by) for d in sure.dominated]
    assert sure.are_distinguishable("small", "large")
    told = compared(mission, searched(planned, (98.0, 98.0), (52.4, 26.8), (56.9, 26.2)))
    assert [] == list(told.dominated)
    assert not told.are_distinguishable("small", "large")
    assert not told.are_distinguishable("large", "small")
    assert told.are_distinguishable("small", "nothing")
    assert [("large",)] == [best.within_gaps for best in told.best_on if best.criterion == "outcome"]
