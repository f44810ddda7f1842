"""Hand a `LinearModel` to a solver of OR-Tools through MathOpt, objective after objective.

Takes a model and limits, gives a `Result` and a `Point`. HiGHS by default; SCIP and CP-SAT for the tests in
which two solvers must agree; GLOP for relaxations whose duals are wanted. Models go to MathOpt as protocol
buffers: its Python classes cost a millisecond per hundred columns, more than a relaxation takes to solve.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import math
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from ortools.math_opt import (
    model_parameters_pb2,
    model_pb2,
    result_pb2,
    solution_pb2,
    sparse_containers_pb2,
)
from ortools.math_opt.core.python import solver as engine
from ortools.math_opt.python import mathopt
from ortools.math_opt.solvers import highs_pb2
from pybind11_abseil.status import StatusNotOk

from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Floats, LinearModel, Point

Solver = Literal["highs", "root", "interior", "scip", "cp-sat", "glop"]

_TYPES = {
    "highs": mathopt.SolverType.HIGHS,
    "root": mathopt.SolverType.HIGHS,
    "interior": mathopt.SolverType.HIGHS,
    "scip": mathopt.SolverType.GSCIP,
    "cp-sat": mathopt.SolverType.CP_SAT,
    "glop": mathopt.SolverType.GLOP,
}
RELAXED_ONLY = ("interior", "glop")
"""Solvers of linear programmes only: HiGHS' interior point without crossover, GLOP's simplex."""
NODES_PER_WORK = 1000
"""Branch-and-bound nodes that count as one unit of work for solvers without a deterministic clock."""
ROOT = {"mip_max_nodes": 1, "mip_lp_age_limit": 1, "mip_pool_soft_limit": 1}
"""What keeps HiGHS to its root with few cuts: plans are as good in two thirds of the time."""
SLACK = 1e-6
"""Relative room by which an earlier objective may be missed while a later one is improved."""


def solve(  # noqa: PLR0913  (each is asked for by name)
    model: LinearModel,
    limits: Limits,
    solver: Solver = "highs",
    *,
    relaxed: bool = False,
    hint: Floats | None = None,
    later: Limits | None = None,
) -> tuple[Result, Point | None]:
    """Minimise the model's objectives in order.

    Parameters
    ----------
    model : LinearModel
        Columns, rows and at least one objective.
    limits : Limits
        When to stop; they hold for each objective.
    solver : str
        `highs`, `root` (HiGHS at its root alone with few cuts: its heuristics and little else, for searches
        of a part), `scip`, `cp-sat`, and for relaxations only `glop` and `interior`, which is the fastest on
        large ones and gives a point inside the best face rather than a corner, without duals to rely on.
    relaxed : bool
        Drop integrality; the point then carries the duals of the last objective solved.
    hint : ndarray of float64, optional
        A starting point, shape (columns,).
    later : Limits, optional
        For each objective after the first, which is then searched at its root alone; those of the first
        when left out.

    Returns
    -------
    Result
        Of the first objective; a later objective that runs out keeps the best point so far.
    Point or None
        Values of the columns, or None where there is no plan.
    """
    proto = _proto(model, relaxed)
    result, point = _solve_one(proto, model.objectives[0], limits, solver, hint)
    reached = result
    for earlier, cost in zip(model.objectives, model.objectives[1:], strict=False):
        if point is None or not reached.has_plan:
            break
        _hold(proto, earlier, float(earlier @ point.values))
        how = solver if later is None else "root"
        reached, better = _solve_one(proto, cost, later or limits, how, point.values)
        result = replace(result, by_seconds=result.by_seconds or reached.by_seconds)
        point = better if better is not None else point
    return result, point


@dataclass(frozen=True)
class Corner:
    """Where the simplex ended on a linear programme; one of the same shape may begin there."""

    basis: solution_pb2.BasisProto


def relax(
    model: LinearModel, limits: Limits, begin: Corner | None = None
) -> tuple[Result, Point | None, Corner | None]:
    """Minimise the model's only objective without whole numbers, by GLOP's dual simplex.

    Where that loses its way it is asked again from the start with preprocessing, and then HiGHS, whose point
    gives no corner.

    Parameters
    ----------
    model : LinearModel
        Columns, rows and one objective.
    limits : Limits
        When to stop.
    begin : Corner, optional
        Of a model with as many columns and rows of the same meaning; begun there, a small change takes a
        tenth of the steps. It never changes the optimum, but may change which of several equal ones is found.

    Returns
    -------
    Result, Point or None, Corner or None
        The last two are None where there is no plan.
    """
    proto = _proto(model, True)
    _aim(proto, model.objectives[0])
    begun = time.perf_counter()
    answer = _by_glop(proto, limits, begin)
    if _lost(answer):
        answer = _by_glop(proto, limits, None, preprocessing=True)
    if _lost(answer):
        answer = _run(proto, limits, "highs", None)
    result, point = _read(answer, time.perf_counter() - begun)
    if point is None or not answer.solutions[0].HasField("basis"):
        return result, point, None
    return result, point, Corner(answer.solutions[0].basis)


def _by_glop(
    proto: model_pb2.ModelProto, limits: Limits, begin: Corner | None, *, preprocessing: bool = False
) -> result_pb2.SolveResultProto:
    parameters = mathopt.SolveParameters(time_limit=dt.timedelta(seconds=limits.seconds))
    parameters.glop.use_dual_simplex = True
    parameters.glop.use_preprocessing = preprocessing  # it throws the corner away
    started = model_parameters_pb2.ModelSolveParametersProto()
    if begin is not None:
        started.initial_basis.CopyFrom(begin.basis)
    try:
        return _engine(proto, "glop", parameters, started)
    except StatusNotOk:
        return _nothing()


def _lost(answer: result_pb2.SolveResultProto) -> bool:
    """Say whether a simplex ended with neither a plan nor a proof that there is none, seconds being left."""
    result, _ = _read(answer, 0.0)
    return result.status is Status.NOT_FOUND and not result.by_seconds


def _proto(model: LinearModel, relaxed: bool) -> model_pb2.ModelProto:
    """Write the model in MathOpt's own form."""
    lower, upper, integer = model.bounds()
    rows, columns, values = model.triplets()
    proto = model_pb2.ModelProto()
    proto.variables.ids.extend(range(model.columns))
    proto.variables.lower_bounds.extend(lower.tolist())
    proto.variables.upper_bounds.extend(upper.tolist())
    proto.variables.integers.extend((integer & (not relaxed)).tolist())
    if model.rows:
        proto.linear_constraints.ids.extend(range(model.rows))
        proto.linear_constraints.lower_bounds.extend(np.concatenate(model.row_lower).tolist())
        proto.linear_constraints.upper_bounds.extend(np.concatenate(model.row_upper).tolist())
    proto.linear_constraint_matrix.row_ids.extend(rows.tolist())
    proto.linear_constraint_matrix.column_ids.extend(columns.tolist())
    proto.linear_constraint_matrix.coefficients.extend(values.tolist())
    return proto


def _hold(proto: model_pb2.ModelProto, cost: Floats, value: float) -> None:
    """Add a row that keeps an earlier objective at the value it reached."""
    row = len(proto.linear_constraints.ids)
    used = np.nonzero(cost)[0]
    proto.linear_constraints.ids.append(row)
    proto.linear_constraints.lower_bounds.append(-np.inf)
    proto.linear_constraints.upper_bounds.append(value + SLACK * max(1.0, abs(value)))
    proto.linear_constraint_matrix.row_ids.extend([row] * used.size)
    proto.linear_constraint_matrix.column_ids.extend(used.tolist())
    proto.linear_constraint_matrix.coefficients.extend(cost[used].tolist())


def _solve_one(
    proto: model_pb2.ModelProto, cost: Floats, limits: Limits, solver: Solver, hint: Floats | None
) -> tuple[Result, Point | None]:
    _aim(proto, cost)
    begun = time.perf_counter()
    answer = _run(proto, limits, solver, hint)
    return _read(answer, time.perf_counter() - begun)


def _aim(proto: model_pb2.ModelProto, cost: Floats) -> None:
    """Put an objective in place of the one before."""
    used = np.nonzero(cost)[0]
    proto.objective.linear_coefficients.CopyFrom(
        sparse_containers_pb2.SparseDoubleVectorProto(ids=used.tolist(), values=cost[used].tolist())
    )


def _run(
    proto: model_pb2.ModelProto, limits: Limits, solver: Solver, hint: Floats | None
) -> result_pb2.SolveResultProto:
    """Call the engine; one that fails is asked again, without the start or by the simplex.

    HiGHS refuses some valid starts with an internal error (rows within 1e-14), and its interior point may
    not be able to say how it ended. Where it fails again nothing was found, and the search goes on without.
    """
    ways: list[tuple[Solver, Floats | None]] = [(solver, hint)]
    ways += [(solver, None)] if hint is not None else []
    ways += [("highs", None)] if solver == "interior" else []
    for engine_asked, start in ways:
        try:
            return _call(proto, limits, engine_asked, start)
        except StatusNotOk:
            continue
    return _nothing()


def _nothing() -> result_pb2.SolveResultProto:
    """Return the answer of a search that found nothing, with a bound that says nothing."""
    answer = result_pb2.SolveResultProto()
    answer.termination.reason = result_pb2.TERMINATION_REASON_NO_SOLUTION_FOUND
    answer.termination.limit = result_pb2.LIMIT_OTHER
    answer.termination.objective_bounds.primal_bound = math.inf
    answer.termination.objective_bounds.dual_bound = -math.inf
    return answer


def _call(
    proto: model_pb2.ModelProto, limits: Limits, solver: Solver, hint: Floats | None
) -> result_pb2.SolveResultProto:
    with _silent():
        started = _hinted(len(proto.variables.ids), hint, solver)
        return _engine(proto, solver, _parameters(limits, solver), started)


def _engine(
    proto: model_pb2.ModelProto,
    solver: Solver,
    parameters: mathopt.SolveParameters,
    started: model_parameters_pb2.ModelSolveParametersProto,
) -> result_pb2.SolveResultProto:
    return engine.solve(
        proto,
        _TYPES[solver].value,
        mathopt.StreamableSolverInitArguments().to_proto(),
        parameters.to_proto(),
        started,
        None,
        mathopt.CallbackRegistration().to_proto(),
        None,
        None,
    )


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what a solver prints from standard output, where others read results.

    HiGHS prints `transformNewIntegerFeasibleSolution` whenever it mends a solution, its log switched off or
    not.
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


def _hinted(
    columns: int, hint: Floats | None, solver: Solver
) -> model_parameters_pb2.ModelSolveParametersProto:
    parameters = model_parameters_pb2.ModelSolveParametersProto()
    if hint is not None and solver not in RELAXED_ONLY:
        values = parameters.solution_hints.add().variable_values
        values.ids.extend(range(columns))
        values.values.extend(hint.tolist())
    return parameters


def _parameters(limits: Limits, solver: Solver) -> mathopt.SolveParameters:
    """Set gap, deterministic work, seed and one thread.

    HiGHS refuses the thread parameter of MathOpt and is told by its own.
    """
    parameters = mathopt.SolveParameters(time_limit=dt.timedelta(seconds=limits.seconds))
    if solver not in RELAXED_ONLY:
        parameters.relative_gap_tolerance = limits.gap
    if solver in ("highs", "root", "interior"):
        options = highs_pb2.HighsOptionsProto()
        options.int_options["threads"] = 1
        options.int_options["random_seed"] = limits.seed
        options.int_options["mip_max_nodes"] = max(1, int(limits.work * NODES_PER_WORK))
        options.string_options["parallel"] = "off"
        if solver == "root":
            options.int_options.update(ROOT)
        if solver == "interior":
            options.string_options["solver"], options.string_options["run_crossover"] = "ipm", "off"
        parameters.highs = options
    elif solver == "cp-sat":
        parameters.threads, parameters.random_seed = limits.workers, limits.seed
        parameters.cp_sat.max_deterministic_time = limits.work
    elif solver == "scip":
        parameters.random_seed, parameters.node_limit = limits.seed, max(1, int(limits.work * NODES_PER_WORK))
    return parameters


def _read(answer: result_pb2.SolveResultProto, seconds: float) -> tuple[Result, Point | None]:
    ending = answer.termination
    by_seconds = ending.limit == result_pb2.LIMIT_TIME
    if ending.reason in (
        result_pb2.TERMINATION_REASON_INFEASIBLE,
        result_pb2.TERMINATION_REASON_INFEASIBLE_OR_UNBOUNDED,
    ):
        return Result(Status.INFEASIBLE, seconds=seconds), None
    bound = ending.objective_bounds.dual_bound
    if not answer.solutions or not answer.solutions[0].HasField("primal_solution"):
        return Result(Status.NOT_FOUND, bound=bound, by_seconds=by_seconds, seconds=seconds), None
    optimal = ending.reason == result_pb2.TERMINATION_REASON_OPTIMAL
    best = answer.solutions[0]
    values = np.array(best.primal_solution.variable_values.values)
    duals = np.array(best.dual_solution.dual_values.values)
    reached = best.primal_solution.objective_value
    status = Status.OPTIMAL if optimal else Status.FEASIBLE
    pivots = int(answer.solve_stats.simplex_iterations)
    return Result(status, reached, bound, by_seconds, seconds), Point(values, duals, pivots)
