"""Hand a `LinearModel` to a solver of OR-Tools through MathOpt, objective after objective.

Takes a model and limits, gives a `Result` and a `Point`. HiGHS by default; SCIP and CP-SAT for the tests in
which two solvers must agree; GLOP for relaxations whose duals are wanted.
"""

from __future__ import annotations

import datetime as dt
import time
from typing import Literal

import numpy as np
from ortools.math_opt import model_pb2, sparse_containers_pb2
from ortools.math_opt.python import mathopt
from ortools.math_opt.solvers import highs_pb2

from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Floats, LinearModel, Point

Solver = Literal["highs", "scip", "cp-sat", "glop"]

_TYPES = {
    "highs": mathopt.SolverType.HIGHS,
    "scip": mathopt.SolverType.GSCIP,
    "cp-sat": mathopt.SolverType.CP_SAT,
    "glop": mathopt.SolverType.GLOP,
}
NODES_PER_WORK = 1000
"""Branch-and-bound nodes that count as one unit of work for solvers without a deterministic clock."""
SLACK = 1e-6
"""Relative room by which an earlier objective may be missed while a later one is improved."""


def solve(
    model: LinearModel,
    limits: Limits,
    solver: Solver = "highs",
    *,
    relaxed: bool = False,
    hint: Floats | None = None,
) -> tuple[Result, Point | None]:
    """Minimise the model's objectives in order.

    Parameters
    ----------
    model : LinearModel
        Columns, rows and at least one objective.
    limits : Limits
        When to stop; they hold for each objective.
    solver : str
        `highs`, `scip`, `cp-sat` or `glop` (relaxations only).
    relaxed : bool
        Drop integrality; the point then carries duals of the first objective.
    hint : ndarray of float64, optional
        A starting point, shape (columns,).

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
        reached, better = _solve_one(proto, cost, limits, solver, point.values)
        point = Point(better.values, point.duals) if better is not None else point
    return result, point


def _proto(model: LinearModel, relaxed: bool) -> model_pb2.ModelProto:
    """Write the model in MathOpt's own form."""
    lower, upper, integer = model.bounds()
    rows, columns, values = model.triplets()
    proto = model_pb2.ModelProto()
    proto.variables.ids.extend(range(model.columns))
    proto.variables.lower_bounds.extend(lower)
    proto.variables.upper_bounds.extend(upper)
    proto.variables.integers.extend(integer & (not relaxed))
    if model.rows:
        proto.linear_constraints.ids.extend(range(model.rows))
        proto.linear_constraints.lower_bounds.extend(np.concatenate(model.row_lower))
        proto.linear_constraints.upper_bounds.extend(np.concatenate(model.row_upper))
    proto.linear_constraint_matrix.row_ids.extend(rows)
    proto.linear_constraint_matrix.column_ids.extend(columns)
    proto.linear_constraint_matrix.coefficients.extend(values)
    return proto


def _hold(proto: model_pb2.ModelProto, cost: Floats, value: float) -> None:
    """Add a row that keeps an earlier objective at the value it reached."""
    row = len(proto.linear_constraints.ids)
    used = np.nonzero(cost)[0]
    proto.linear_constraints.ids.append(row)
    proto.linear_constraints.lower_bounds.append(-np.inf)
    proto.linear_constraints.upper_bounds.append(value + SLACK * max(1.0, abs(value)))
    proto.linear_constraint_matrix.row_ids.extend([row] * used.size)
    proto.linear_constraint_matrix.column_ids.extend(used)
    proto.linear_constraint_matrix.coefficients.extend(cost[used])


def _solve_one(
    proto: model_pb2.ModelProto, cost: Floats, limits: Limits, solver: Solver, hint: Floats | None
) -> tuple[Result, Point | None]:
    used = np.nonzero(cost)[0]
    proto.objective.linear_coefficients.CopyFrom(
        sparse_containers_pb2.SparseDoubleVectorProto(ids=used, values=cost[used])
    )
    model = mathopt.Model.from_model_proto(proto)
    begun = time.perf_counter()
    answer = mathopt.solve(
        model, _TYPES[solver], params=_parameters(limits, solver), model_params=_hinted(model, hint, solver)
    )
    return _read(answer, time.perf_counter() - begun, model)


def _hinted(model: mathopt.Model, hint: Floats | None, solver: Solver) -> mathopt.ModelSolveParameters:
    if hint is None or solver == "glop":
        return mathopt.ModelSolveParameters()
    values = {v: float(hint[v.id]) for v in model.variables()}
    return mathopt.ModelSolveParameters(solution_hints=[mathopt.SolutionHint(variable_values=values)])


def _parameters(limits: Limits, solver: Solver) -> mathopt.SolveParameters:
    """Set gap, deterministic work, seed and one thread; HiGHS refuses MathOpt's thread parameter.

    Told directly.
    """
    parameters = mathopt.SolveParameters(time_limit=dt.timedelta(seconds=limits.seconds))
    if solver != "glop":
        parameters.relative_gap_tolerance = limits.gap
    if solver == "highs":
        options = highs_pb2.HighsOptionsProto()
        options.int_options["threads"] = 1
        options.int_options["random_seed"] = limits.seed
        options.int_options["mip_max_nodes"] = max(1, int(limits.work * NODES_PER_WORK))
        options.string_options["parallel"] = "off"
        parameters.highs = options
    elif solver == "cp-sat":
        parameters.threads, parameters.random_seed = limits.workers, limits.seed
        parameters.cp_sat.max_deterministic_time = limits.work
    elif solver == "scip":
        parameters.random_seed, parameters.node_limit = limits.seed, max(1, int(limits.work * NODES_PER_WORK))
    return parameters


def _read(answer: mathopt.SolveResult, seconds: float, model: mathopt.Model) -> tuple[Result, Point | None]:
    reason, ending = mathopt.TerminationReason, answer.termination
    by_seconds = ending.limit == mathopt.Limit.TIME
    if ending.reason in (reason.INFEASIBLE, reason.INFEASIBLE_OR_UNBOUNDED):
        return Result(Status.INFEASIBLE, seconds=seconds), None
    bound = ending.objective_bounds.dual_bound
    if not answer.solutions or answer.solutions[0].primal_solution is None:
        return Result(Status.NOT_FOUND, bound=bound, by_seconds=by_seconds, seconds=seconds), None
    status = Status.OPTIMAL if ending.reason == reason.OPTIMAL else Status.FEASIBLE
    best = answer.solutions[0].primal_solution
    values = np.fromiter((best.variable_values[v] for v in model.variables()), np.float64)
    return Result(status, best.objective_value, bound, by_seconds, seconds), Point(
        values, _duals(answer, model)
    )


def _duals(answer: mathopt.SolveResult, model: mathopt.Model) -> Floats:
    dual = answer.solutions[0].dual_solution
    if dual is None:
        return np.zeros(0)
    return np.fromiter((dual.dual_values[row] for row in model.linear_constraints()), np.float64)
