"""Checked in full: what the fast evaluation dropped comes in where the full model has it so."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cadre.criteria import COST, OUTCOME
from cadre.mission_files import read_mission
from cadre.options import NOTHING
from cadre.reasons.options import (
    AsAsked,
    BetterInFull,
    DiffersInOne,
    LeastThatAnswers,
    NotBeatenInFull,
    WorseInFull,
)
from cadre.reasons.screening import Cheapest, NearTwin, ReachesMost
from cadre.screening import choose
from cadre.screening.checking import LEAST_CHECKED, Settled, checks_at_most, near_misses, settle
from cadre.screening.played import Played, beaten_in_full
from cadre.screening.selection import Verdict
from cadre.statistics.arrays import Floats
from tests.screening.made import evaluated, measures, mission_with
from tests.screening.test_asked import all_of, asking

N = 400
MISSION = mission_with(size=("small", "medium", "large"), command=("rotating", "permanent"))
FAST = {
    "small__rotating": measures(0.3, 10e6),
    "medium__rotating": measures(0.6, 30e6),
    "medium__permanent": measures(0.58, 31e6),
    "large__rotating": measures(0.9, 50e6),
}


def full(reached: float, cost: float, seed: int = 0, noise: float = 0.01) -> dict[str, Floats]:
    """Criteria of N futures: common luck moves all options alike, and a little of their own."""
    own = np.random.default_rng(seed).normal(0, noise, N)
    common = np.random.default_rng(99).normal(0, 0.2, N)
    return {
        "outcome": reached + common + own,
        "lasting": reached + common + own,
        "cost": cost * (1 + own),
        "exposure": cost / 1e5 * (1 + own),
    }


NONE = {key: np.zeros(N) for key in ("outcome", "lasting", "cost", "exposure")}


def verdicts() -> tuple[Verdict, ...]:
    return choose(MISSION, evaluated(MISSION, **FAST)).verdicts


def settled(**in_full: dict[str, Floats]) -> Settled:
    samples = {key.replace("__", "."): of for key, of in in_full.items()}
    return settle(MISSION, verdicts(), {NOTHING: NONE} | samples)


def kept(told: Settled) -> dict[str, object]:
    return {v.evaluated.option.id: v.reason for v in told.verdicts if v.kept}


def shown_in_full() -> dict[str, dict[str, Floats]]:
    return {
        "small__rotating": full(0.3, 10e6, 1),
        "medium__rotating": full(0.6, 30e6, 2),
        "large__rotating": full(0.9, 50e6, 3),
    }


def test_what_is_nearest_to_those_shown_is_checked() -> None:
    assert ["medium.permanent"] == [e.option.id for e in near_misses(MISSION, verdicts())]
    assert [] == near_misses(MISSION, verdicts(), most=0)


def test_a_dropped_option_that_in_full_is_better_in_all_takes_the_place_of_one() -> None:
    told = settled(**shown_in_full(), medium__permanent=full(0.7, 25e6, 4))
    assert {NOTHING, "small.rotating", "medium.permanent", "large.rotating"} == set(kept(told))
    out = next(v for v in told.verdicts if v.evaluated.option.id == "medium.rotating")
    assert isinstance(out.reason, WorseInFull)
    assert "medium.permanent" == out.reason.by
    assert {"outcome", "lasting", "cost", "exposure"} == {d.criterion for d in out.reason.worse}
    assert [(True, True)] == [(c.wrong, c.shown) for c in told.checked]


def test_a_dropped_option_that_in_full_is_not_worse_comes_in_unless_it_is_a_twin() -> None:
    told = settled(**shown_in_full(), medium__permanent=full(0.65, 31e6, 4))
    (checked,) = told.checked
    assert checked.wrong
    reason = next(v.reason for v in told.verdicts if v.evaluated.option.id == "medium.permanent")
    assert isinstance(reason, NearTwin | NotBeatenInFull)
    assert checked.shown == isinstance(reason, NotBeatenInFull)


def test_a_dropped_option_that_in_full_is_worse_stays_out() -> None:
    told = settled(**shown_in_full(), medium__permanent=full(0.5, 35e6, 4))
    assert [(False, False)] == [(c.wrong, c.shown) for c in told.checked]
    assert "medium.permanent" not in kept(told)


def test_a_difference_within_the_noise_lets_nothing_in() -> None:
    close = full(0.6005, 29.99e6, 5, noise=0.05)
    told = settled(**shown_in_full(), medium__permanent=close)
    assert "medium.rotating" in kept(told)


def test_the_reason_is_restated_by_what_is_so_in_full() -> None:
    reached = shown_in_full() | {"medium__rotating": full(0.95, 30e6, 2)}
    told = kept(settled(**reached))
    assert ReachesMost(cheapest=False) == told["medium.rotating"]
    assert Cheapest() == told["small.rotating"]
    assert not isinstance(told["large.rotating"], ReachesMost)


def test_what_is_asked_stays_whatever_is_better_and_passes_its_place_to_what_is_as_asked_too() -> None:
    mission = asking(c={"command": "standing"}, d={"length": "long"})
    made = choose(mission, all_of(mission)).verdicts
    shown = [v.evaluated.option.id for v in made if v.kept]
    asked = next(v.evaluated.option.id for v in made if isinstance(v.reason, AsAsked))
    assert "large.standing.long" == asked
    played = {k: full(0.5, 50e6, i) for i, k in enumerate(shown) if k != NOTHING} | {NOTHING: NONE}
    other = next(v.evaluated.option.id for v in made if not v.kept)
    told = settle(mission, made, played | {other: full(0.9, 5e6, 77)})
    reasons = kept(told)
    assert isinstance(reasons[asked], AsAsked)
    assert isinstance(reasons[other], BetterInFull | DiffersInOne)


def test_criteria_are_those_that_options_are_for_and_what_they_cost_and_risk() -> None:
    assert ["outcome", "lasting", "cost", "exposure"] == [k.id for k in beaten_in_full(MISSION)]


def test_more_are_checked_of_small_missions_than_of_large_ones() -> None:
    school = read_mission(Path(__file__).parents[2] / "missions" / "demining-school")
    long = school.changed({"mission.horizon": 520})
    assert checks_at_most(school) > checks_at_most(long) == LEAST_CHECKED


ASKING = asking(c={"command": "standing"}, d={"length": "long"})
IDS = [e.option.id for e in all_of(ASKING)[1:]]
level = st.integers(0, 50).map(lambda x: x / 50)
levels = st.fixed_dictionaries(dict.fromkeys(IDS, st.tuples(level, level, level, level)))
"""By option: what it reaches and a part of its cost, as screened and in full."""
Levels = dict[str, tuple[float, float, float, float]]


def played_of(drawn: Levels) -> tuple[tuple[Verdict, ...], Settled, Played]:
    """Options screened on some measures and played on others: verdicts before and after."""
    fast = {k.replace(".", "__"): measures(v[0], 1e6 + 5e7 * v[1]) for k, v in drawn.items()}
    made = choose(ASKING, all_of(ASKING, **fast)).verdicts
    tried = [v.evaluated.option.id for v in made if v.kept and v.evaluated.option.id != NOTHING]
    tried += [e.option.id for e in near_misses(ASKING, made, most=8)]
    samples = {k: full(drawn[k][2], 1e6 + 5e7 * drawn[k][3], i) for i, k in enumerate(tried)} | {
        NOTHING: NONE
    }
    return made, settle(ASKING, made, samples), Played(ASKING, samples)


@given(levels)
def test_no_option_shown_is_worse_in_all_than_one_that_was_checked_and_dropped(drawn: Levels) -> None:
    _, told, played = played_of(drawn)
    reasons = kept(told)
    dropped = [k for k in played.samples if k not in reasons]
    for x in reasons:
        better = [d for d in dropped if x != NOTHING and played.better_in_all(d, x)]
        if better:
            assert isinstance(reasons[x], AsAsked | LeastThatAnswers)
            assert any(played.better_in_all(other, x) for other in reasons)


@given(levels)
def test_what_is_asked_the_least_and_the_reasons_hold_in_full(drawn: Levels) -> None:
    made, told, played = played_of(drawn)
    reasons, means = kept(told), played.means
    assert 1 == sum(isinstance(reason, AsAsked) for reason in reasons.values())
    active = [k for k in reasons if k != NOTHING]
    for option, reason in reasons.items():
        if isinstance(reason, ReachesMost):
            assert means[option][OUTCOME] == max(means[k][OUTCOME] for k in active)
        if isinstance(reason, Cheapest):
            assert means[option][COST] == min(means[k][COST] for k in active)
        if isinstance(reason, LeastThatAnswers):
            assert means[option][COST] == min(means[k][COST] for k in active if "standing.long" in k)
    before = {v.evaluated.option.id for v in made if v.kept}
    assert set(reasons) - before == {c.option for c in told.checked if c.shown}


@given(levels)
def test_what_was_told_wrong_is_what_the_full_model_has_otherwise(drawn: Levels) -> None:
    made, told, played = played_of(drawn)
    before = {v.evaluated.option.id for v in made if v.kept and v.evaluated.option.id != NOTHING}
    for one in told.checked:
        assert not one.shown or one.wrong
        if any(played.better_in_all(one.option, x) for x in before):
            assert one.wrong
        if all(played.better_in_all(x, one.option) for x in before):
            assert not one.wrong
