"""Selection of the best: the promise holds on cases whose best is known, and wrong variants break it."""

from collections.abc import Callable

import numpy as np
import pytest

from cadre.errors import BadInput
from cadre.statistics import ranking_and_selection
from cadre.statistics.ranking_and_selection import Selection, SelectionGoal, h_squared, ranking, select_best

OPTIONS = tuple(f"option-{i}" for i in range(20))
AIM = SelectionGoal(0.5, probability=0.9, first=20, step=5)
RUNS = 300


def common(seed: int, ahead: float = AIM.indifference) -> Callable[[str, int], np.ndarray]:
    """Give normal samples: shared luck of variance 4, own luck of variance 1, option 7 ahead."""
    rng = np.random.default_rng(seed)
    values = 2 * rng.normal(size=2_000) + rng.normal(size=(20, 2_000))
    values[7] += ahead
    return lambda option, count: values[OPTIONS.index(option), :count]


def chosen(seed: int) -> Selection:
    return select_best(OPTIONS, common(seed), AIM)


def share_correct() -> float:
    return sum(chosen(seed).best == OPTIONS[7] for seed in range(RUNS)) / RUNS


LEAST = AIM.probability - 4 * (AIM.probability * (1 - AIM.probability) / RUNS) ** 0.5


def test_the_constant_is_the_published_one() -> None:
    # eta = ((2 x 0.05 / 1)^(-2 / 9) - 1) / 2 for two options and ten first replications
    assert 18 * ((0.1 ** (-2 / 9)) - 1) / 2 == pytest.approx(h_squared(2, SelectionGoal(1.0, 0.95, first=10)))


def test_the_best_is_chosen_with_the_probability_promised_where_all_others_are_just_behind() -> None:
    assert share_correct() >= LEAST


def test_choosing_on_means_alone_breaks_the_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        ranking_and_selection, "reach", lambda pilot, h2, aim: np.zeros((len(pilot), len(pilot)))
    )
    assert share_correct() < LEAST


def test_independent_luck_takes_more_replications_than_common_luck() -> None:
    def independent(option: str, count: int) -> np.ndarray:
        own = np.random.default_rng([5, OPTIONS.index(option)])
        return np.asarray(np.sqrt(5) * own.normal(size=5_000)[:count] + 0.5 * (option == OPTIONS[7]))

    assert 3 * chosen(5).replications < select_best(OPTIONS, independent, AIM).replications


def test_far_ahead_the_rest_is_dropped_at_the_first_look() -> None:
    found = select_best(OPTIONS, common(1, ahead=20.0), AIM)
    assert OPTIONS[7] == found.best
    assert 20 * AIM.first == found.replications
    assert 19 == len(found.dropped)
    assert {OPTIONS[7]} == {one.behind for one in found.dropped}


def test_less_is_better_where_it_is_said() -> None:
    def cost(option: str, count: int) -> np.ndarray:
        return -common(3)(option, count)

    found = select_best(OPTIONS, cost, SelectionGoal(0.5, 0.9, better="less"))
    assert select_best(OPTIONS, common(3), SelectionGoal(0.5, 0.9)).best == found.best


def test_equal_options_end_and_the_first_is_chosen() -> None:
    rng = np.random.default_rng(2)
    same = rng.normal(size=1_000)
    found = select_best(("a", "b"), lambda _, count: same[:count], AIM)
    assert "a" == found.best


@pytest.mark.parametrize("bad", [{"indifference": 0.0}, {"probability": 1.0}, {"first": 1}, {"step": 0}])
def test_an_aim_that_promises_nothing_is_refused(bad: dict[str, float]) -> None:
    with pytest.raises(BadInput, match=next(iter(bad))):
        SelectionGoal(**({"indifference": 1.0} | bad))  # type: ignore[arg-type]


def test_a_value_that_is_no_number_is_refused_by_name() -> None:
    with pytest.raises(BadInput, match="b: found a value that is no number"):
        select_best(("a", "b"), lambda option, n: np.full(n, np.nan if option == "b" else 0.0), AIM)


def test_a_ranking_says_how_sure_each_place_is() -> None:
    rng = np.random.default_rng(4)
    luck = rng.normal(size=400)
    samples = {"mid": luck + 0.01 * rng.normal(size=400), "low": luck - 1.0, "high": luck + 0.001}
    found = ranking("outcome", samples, "more")
    assert "low" == found.order[-1]
    assert 1.0 == pytest.approx(found.sure[1])
    assert 0.5 < found.sure[0] < 1.0
    assert found.jointly == pytest.approx(found.sure[0] + found.sure[1] - 1)


def test_the_confidence_of_a_place_is_kept() -> None:
    # two options truly alike: a confidence above 0.95 may come up in at most 2 x 5 % of the samples
    rng = np.random.default_rng(6)
    high = sum(
        ranking("x", {"a": rng.normal(size=50), "b": rng.normal(size=50)}, "more").sure[0] > 0.95
        for _ in range(1_000)
    )
    assert abs(high - 100) <= 4 * (1_000 * 0.1 * 0.9) ** 0.5


def test_too_few_replications_settle_nothing() -> None:
    found = select_best(OPTIONS, common(5), AIM, most=25)
    assert not found.settled
    assert 25 == max(found.used.values())
    assert select_best(OPTIONS, common(5), AIM, most=2_000).settled
