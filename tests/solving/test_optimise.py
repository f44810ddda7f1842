"""Handing linear models to solvers: statuses, objectives in order, relaxations, starting points."""

import subprocess
import sys

import highspy
import numpy as np
import pytest

from cadre.solving import Limits, Result, Status
from cadre.solving.linear import LinearModel
from cadre.solving.optimise import Solver, relax, solve
from cadre.solving.optimise.mathopt import MathOptSearch

EXACT = Limits(gap=1e-9, work=10, seconds=60)


def knapsack() -> LinearModel:
    """Give 3 x + 4 y at most, whole, with 2 x + 3 y <= 11.5, x <= 4, y <= 5: best 16 at (4, 1)."""
    model = LinearModel()
    x = model.add(2, 0, [4, 5], integer=True)
    model.require("weight", [(0, x, [2.0, 3.0])], upper=[11.5])
    model.minimise([(x, [-3.0, -4.0])])
    return model


@pytest.mark.parametrize("solver", ["highs", "scip", "cp-sat"])
def test_whole_numbers_are_found_by_every_solver(solver: Solver) -> None:
    result, point = solve(knapsack(), EXACT, solver)
    assert result.status is Status.OPTIMAL
    assert result.objective == pytest.approx(-16)
    assert result.bound == pytest.approx(-16)
    assert point is not None
    assert np.round(point.values).tolist() == [4, 1]


@pytest.mark.parametrize("solver", ["highs", "glop", "interior"])
def test_a_relaxation_drops_whole_numbers(solver: Solver) -> None:
    result, point = solve(knapsack(), EXACT, solver, relaxed=True)
    assert result.objective == pytest.approx(-12 - 4 * 3.5 / 3, abs=1e-5)
    assert point is not None
    assert point.values[1] == pytest.approx(3.5 / 3, abs=1e-5)


def test_a_relaxation_gives_the_worth_of_a_row() -> None:
    _, point = solve(knapsack(), EXACT, "glop", relaxed=True)
    assert point is not None
    assert point.duals[0] == pytest.approx(-4 / 3)


@pytest.mark.parametrize("solver", ["highs", "scip", "cp-sat"])
def test_a_later_objective_moves_only_within_the_best_of_the_earlier(solver: Solver) -> None:
    model = LinearModel()
    x = model.add(2, 0, 5, integer=True)
    model.require("sum", [(0, x, 1.0)], lower=[4.0])
    model.minimise([(x, 1.0)])
    model.minimise([(x, [2.0, 1.0])])
    result, point = solve(model, EXACT, solver)
    assert result.objective == pytest.approx(4)
    assert point is not None
    assert np.round(point.values).tolist() == [0, 4]


@pytest.mark.parametrize("solver", ["highs", "scip", "cp-sat"])
def test_infeasible_is_a_status(solver: Solver) -> None:
    model = knapsack()
    model.require("heavy", [(0, [0, 1], 1.0)], lower=[99.0])
    result, point = solve(model, EXACT, solver)
    assert result.status is Status.INFEASIBLE
    assert point is None
    assert not result.has_plan


def test_out_of_work_is_another_status_with_the_start_kept() -> None:
    rng = np.random.default_rng(1)
    model = LinearModel()
    x = model.add(80, 0, 1, integer=True)
    weights = rng.integers(1, 90, 40 * 80)
    model.require("rows", [(np.repeat(np.arange(40), 80), np.tile(x, 40), weights)], upper=1800)
    model.minimise([(x, -rng.integers(1, 90, 80).astype(float))])
    result, point = solve(model, Limits(gap=0.0, work=0.001), hint=np.zeros(80))
    assert result.status is Status.FEASIBLE
    assert point is not None
    assert result.bound < result.objective
    assert not result.by_seconds


def test_the_same_seed_gives_the_same_point() -> None:
    points = [solve(knapsack(), EXACT)[1] for _ in range(2)]
    assert points[0] is not None
    assert points[1] is not None
    assert points[0].values.tolist() == points[1].values.tolist()


def test_the_gap_is_relative_and_infinite_without_a_plan() -> None:
    assert Result(Status.FEASIBLE, 50.0, 40.0).gap == pytest.approx(0.2)
    assert Result(Status.FEASIBLE, 0.5, 0.25).gap == pytest.approx(0.25)
    assert Result(Status.NOT_FOUND).gap == np.inf


def test_nothing_of_a_solver_reaches_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    print("before", flush=True)  # noqa: T201
    solve(knapsack(), EXACT)
    print("after", flush=True)  # noqa: T201
    assert capfd.readouterr().out == "before\nafter\n"


def test_a_relaxation_may_begin_where_one_of_its_shape_ended() -> None:
    _, first, corner = relax(knapsack(), EXACT)
    assert first is not None
    assert first.values[1] == pytest.approx(3.5 / 3)
    changed = knapsack()
    changed.row_upper[0][:] = 8.0
    warm, point, _ = relax(changed, EXACT, corner)
    assert warm.objective == pytest.approx(solve(changed, EXACT, relaxed=True)[0].objective)
    assert point is not None
    assert point.values.tolist() == pytest.approx([4, 0])


def test_a_relaxation_without_a_plan_ends_in_no_corner() -> None:
    model = knapsack()
    model.require("too much", [(0, np.arange(2), 1.0)], lower=[20.0])
    result, point, corner = relax(model, EXACT)
    assert result.status is Status.INFEASIBLE
    assert point is None
    assert corner is None


def test_what_is_0_but_for_rounding_is_none() -> None:
    model = knapsack()
    model.require("a share of nothing", [(0, np.arange(2), [2e-16, 1.0])], upper=[1.0])
    _, columns, _ = model.triplets()
    assert columns.tolist() == [0, 1, 1]


def test_a_relaxation_that_loses_its_way_is_asked_of_another_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = (Result(Status.NOT_FOUND), None, None)
    monkeypatch.setattr(MathOptSearch, "dual_simplex", lambda *_, **__: lost)
    result, point, _ = relax(knapsack(), EXACT)
    assert result.status is Status.OPTIMAL
    assert point is not None
    assert point.values[1] == pytest.approx(3.5 / 3)


def test_a_solver_that_fails_with_a_start_is_asked_without(monkeypatch: pytest.MonkeyPatch) -> None:
    run, asked = highspy.Highs.run, []

    def failing(solver: highspy.Highs) -> highspy.HighsStatus:
        asked.append(1)
        return highspy.HighsStatus.kError if len(asked) == 1 else run(solver)

    monkeypatch.setattr(highspy.Highs, "run", failing)
    result, point = solve(knapsack(), EXACT, hint=np.array([4.0, 1.0]))
    assert len(asked) == 2
    assert result.status is Status.OPTIMAL
    assert point is not None


def test_a_solver_that_always_fails_has_found_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highspy.Highs, "run", lambda _: highspy.HighsStatus.kError)
    result, point = solve(knapsack(), EXACT, "interior", relaxed=True)
    assert result == Result(Status.NOT_FOUND)
    assert point is None


def test_a_start_that_is_the_best_is_kept_at_the_root() -> None:
    result, point = solve(knapsack(), Limits(gap=0.5, work=0.001), "root", hint=np.array([4.0, 1.0]))
    assert point is not None
    assert result.objective == pytest.approx(-16)


def test_a_limit_in_seconds_is_told() -> None:
    rng = np.random.default_rng(3)
    model = LinearModel()
    x = model.add(400, 0, 1, integer=True)
    weights = rng.integers(1, 90, 80 * 400)
    model.require("rows", [(np.repeat(np.arange(80), 400), np.tile(x, 80), weights)], upper=9000)
    model.minimise([(x, -rng.integers(1, 90, 400).astype(float))])
    result, _ = solve(model, Limits(gap=0.0, work=1e6, seconds=0.05), hint=np.zeros(400))
    assert result.by_seconds


@pytest.mark.parametrize("first", ["highspy", "ortools.math_opt.python.mathopt"])
def test_both_libraries_live_in_one_process(first: str) -> None:
    """Versions before 1.16 loaded a library of the same name as OR-Tools' and failed at import."""
    program = (
        f"import {first}\n"
        "import numpy as np\n"
        "from tests.solving.test_optimise import EXACT, knapsack\n"
        "from cadre.solving.optimise import solve\n"
        "print([round(solve(knapsack(), EXACT, way)[0].objective) for way in ('highs', 'scip', 'highs')])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[-16, -16, -16]"
