"""Which option is best, and how sure that is: on samples whose means are known."""

from __future__ import annotations

import numpy as np
import pytest

from cadre.criteria import Criterion
from cadre.decision.best_options import CERTAIN, FIRST, best_on
from cadre.decision.samples import Samples
from cadre.options import NOTHING

OVER = (
    Criterion("outcome", "Targets", "share", "more", "outcome"),
    Criterion("cost", "Cost", "EUR", "less", "cost"),
    Criterion("posts", "Posts", "posts", "less", "posts_peak"),
    Criterion("years", "Years", "years", "less", "attribute"),
)
FUTURES = 4_000


def samples(**means: float) -> Samples:
    """Options on shared luck of 0.1 and an own one of 0.02; a cost that grows with what is reached."""
    rng = np.random.default_rng(3)
    streams = rng.normal(size=FUTURES)
    found: Samples = {}
    for option, mean in means.items():
        outcome = mean + 0.1 * streams + 0.02 * rng.normal(size=FUTURES)
        found[option] = {"outcome": outcome, "cost": 1e6 * (1 + outcome), "posts": streams, "years": streams}
    return found


def test_the_best_is_named_with_what_telling_took() -> None:
    reached, cost = best_on(OVER, samples(a=0.3, b=0.5, c=0.4))
    assert ("b", "c", "a") == reached.order
    assert "b" == reached.chosen
    assert (CERTAIN, CERTAIN) == reached.ahead
    assert () == reached.near
    assert (3 * FIRST, 3 * FUTURES) == (reached.needed, reached.played)
    assert ("a", "c", "b") == cost.order
    assert "a" == cost.chosen


def test_only_ends_that_hold_chance_are_told_of() -> None:
    assert ["outcome", "cost"] == [one.criterion for one in best_on(OVER, samples(a=0.3, b=0.5))]


def test_doing_nothing_is_left_out_and_one_option_alone_is_not_chosen() -> None:
    found = samples(a=0.3, b=0.5)
    assert best_on(OVER, found) == best_on(OVER, {NOTHING: samples(x=0.0)["x"], **found})
    assert () == best_on(OVER, samples(a=0.3))


def test_options_that_differ_by_less_than_is_worth_telling_stand_as_near() -> None:
    reached = best_on(OVER, samples(a=0.3, b=0.301, c=0.1))[0]
    assert 1 == len(reached.near)
    assert {"a", "b"} == {*reached.near, reached.order[0]}


def test_too_few_futures_choose_nothing() -> None:
    few = {option: {k: x[:60] for k, x in of.items()} for option, of in samples(a=0.3, b=0.301).items()}
    rng = np.random.default_rng(5)
    few["a"]["outcome"] = few["a"]["outcome"] + rng.normal(size=60)
    reached = best_on(OVER, few)[0]
    assert reached.chosen is None
    assert reached.needed <= reached.played


@pytest.mark.parametrize("futures", [2, 5])
def test_a_handful_of_futures_is_no_fault(futures: int) -> None:
    few = {o: {k: x[:futures] for k, x in of.items()} for o, of in samples(a=0.3, b=0.9).items()}
    assert 2 == len(best_on(OVER, few))


def test_what_costs_nothing_is_not_told_of() -> None:
    free = {o: of | {"cost": np.zeros(FUTURES)} for o, of in samples(a=0.3, b=0.5).items()}
    assert ["outcome"] == [one.criterion for one in best_on(OVER, free)]
