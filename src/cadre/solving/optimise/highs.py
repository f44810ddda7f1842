"""Hand a linear model to HiGHS by its own library.

The one that comes with OR-Tools is years older: parts of a plan take less than half of its time here
(docs/design/programme.md).
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import highspy
import numpy as np
from highspy import HighsModelStatus as Ended
from highspy import HighsStatus

from cadre.solving import NODES_PER_WORK, Limits, Result, Status
from cadre.solving.linear import Floats, LinearModel, Point

ROOT: dict[str, int | bool] = {
    "mip_max_nodes": 1,
    "mip_lp_age_limit": 1,
    "mip_pool_soft_limit": 1,
    "mip_allow_restart": False,
    "mip_heuristic_run_root_reduced_cost": False,
}
"""What keeps HiGHS to its root with few cuts, begun once and without its slowest heuristic: plans are as good
in less than half of the time (docs/design/programme.md)."""
SLACK = 1e-9
"""Relative room by which an earlier objective may be missed while a later one is improved."""
FEASIBLE = 1e-7
"""By which a row or a whole number may be missed: at HiGHS' own 1e-6 later objectives spend a 60,000th of a
person of an earlier one."""
INFEASIBLE = (Ended.kInfeasible, Ended.kUnboundedOrInfeasible)
FINISHED = (Ended.kOptimal, Ended.kModelEmpty)
FAILED = (
    Ended.kNotset,
    Ended.kLoadError,
    Ended.kModelError,
    Ended.kPresolveError,
    Ended.kSolveError,
    Ended.kPostsolveError,
    Ended.kUnknown,
)
"""Endings that say nothing: rows within 1e-14 of a start, an interior point that cannot say how it ended."""
COLUMN_WISE = int(highspy.MatrixFormat.kColwise)
MINIMISE = int(highspy.ObjSense.kMinimize)

Option = str | int | float | bool


@dataclass(frozen=True)
class _Rows:
    """A matrix by columns, with the bounds of its rows."""

    starts: np.ndarray[tuple[int], np.dtype[np.int32]]
    rows: np.ndarray[tuple[int], np.dtype[np.int32]]
    values: Floats
    lower: Floats
    upper: Floats


class HighsSearch:
    """A model in the form of HiGHS; each objective is minimised in a solver of its own.

    Parameters
    ----------
    model : LinearModel
        Columns and rows; its objectives are asked one by one.
    relaxed : bool
        Drop integrality.
    interior : bool
        Relaxations by the interior point without crossover.
    """

    def __init__(self, model: LinearModel, *, relaxed: bool, interior: bool = False) -> None:
        self.lower, self.upper, integer = model.bounds()
        self.integer = np.asarray(integer & (not relaxed), np.int32)
        self.interior = interior
        self.matrix = _by_columns(model)
        self.held: list[tuple[Floats, float]] = []

    def hold(self, cost: Floats, most: float) -> None:
        """Add a row that keeps an objective at what it reached, but for `SLACK`."""
        self.held.append((cost, most + SLACK * max(1.0, abs(most))))

    def minimise(
        self, cost: Floats, limits: Limits, hint: Floats | None, *, root: bool = False
    ) -> tuple[Result, Point | None]:
        """Minimise one objective; a solver that fails is asked again, without the start or by the simplex.

        Where it fails again nothing was found, and the search goes on without.
        """
        ways = [(hint, self.interior)]
        ways += [(None, self.interior)] if hint is not None else []
        ways += [(None, False)] if self.interior else []
        for start, interior in ways:
            begun = time.perf_counter()
            solver = self._stated(cost)
            for name, value in _options(limits, root=root, interior=interior).items():
                solver.setOptionValue(name, value)
            if start is not None and self.integer.any():
                solver.setSolution(start.size, np.arange(start.size, dtype=np.int32), start)
            with _silent():
                failed = solver.run() == HighsStatus.kError
            if failed or solver.getModelStatus() in FAILED:
                continue
            return self._read(solver, time.perf_counter() - begun)
        return Result(Status.NOT_FOUND), None

    def _stated(self, cost: Floats) -> highspy.Highs:
        """Return a solver that holds the model with an objective."""
        with _silent():
            solver, matrix = highspy.Highs(), self.matrix
        solver.setOptionValue("output_flag", False)
        solver.passModel(
            self.lower.size,
            matrix.lower.size,
            matrix.values.size,
            COLUMN_WISE,
            MINIMISE,
            0.0,
            np.pad(cost, (0, self.lower.size - cost.size)),
            self.lower,
            self.upper,
            matrix.lower,
            matrix.upper,
            matrix.starts,
            matrix.rows,
            matrix.values,
            self.integer,
        )
        for earlier, most in self.held:
            used = np.nonzero(earlier)[0].astype(np.int32)
            solver.addRow(-highspy.kHighsInf, most, used.size, used, earlier[used])
        return solver

    def _read(self, solver: highspy.Highs, seconds: float) -> tuple[Result, Point | None]:
        """Read how a search ended; a search without whole numbers has its optimum for a bound, or none."""
        ending, information = solver.getModelStatus(), solver.getInfo()
        by_seconds = ending == Ended.kTimeLimit
        if ending in INFEASIBLE:
            return Result(Status.INFEASIBLE, seconds=seconds), None
        whole = bool(self.integer.any())
        found = information.primal_solution_status == highspy.kSolutionStatusFeasible
        reached = information.objective_function_value
        proved = reached if ending in FINISHED else -np.inf
        bound = information.mip_dual_bound if whole else proved
        if not (found or ending in FINISHED) or ending == Ended.kUnbounded:
            return Result(Status.NOT_FOUND, bound=bound, by_seconds=by_seconds, seconds=seconds), None
        solution = solver.getSolution()
        duals = np.zeros(0) if whole else np.array(solution.row_dual)
        status = Status.OPTIMAL if ending in FINISHED else Status.FEASIBLE
        point = Point(np.array(solution.col_value), duals, int(information.simplex_iteration_count))
        return Result(status, reached, bound, by_seconds, seconds), point


def _by_columns(model: LinearModel) -> _Rows:
    """Return the rows of a model by columns."""
    rows, columns, values = model.triplets()
    order = np.argsort(columns, kind="stable")
    starts = np.searchsorted(columns[order], np.arange(model.columns + 1)).astype(np.int32)
    lower = np.concatenate([np.zeros(0), *model.row_lower])
    upper = np.concatenate([np.zeros(0), *model.row_upper])
    return _Rows(starts, rows[order].astype(np.int32), values[order], lower, upper)


def _options(limits: Limits, *, root: bool, interior: bool) -> dict[str, Option]:
    """Return gap, deterministic work, seed and one thread."""
    options: dict[str, Option] = {
        "threads": 1,
        "parallel": "off",
        "random_seed": limits.seed,
        "time_limit": float(limits.seconds),
        "mip_rel_gap": limits.gap,
        "mip_feasibility_tolerance": FEASIBLE,
        "mip_max_nodes": max(1, int(limits.work * NODES_PER_WORK)),
    }
    options |= ROOT if root else {}
    options |= {"solver": "ipm", "run_crossover": "off"} if interior else {}
    return options


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what HiGHS prints from standard output, where others read results.

    It prints its version when it is first made, its log switched off or not.
    """
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
        ctypes.CDLL(None).fflush(None)  # what still waits in the C library's buffer
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
