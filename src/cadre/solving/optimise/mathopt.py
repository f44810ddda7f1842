"""Hand a linear model to a solver of OR-Tools through MathOpt.

Models go to MathOpt as protocol buffers: its Python classes cost a millisecond per hundred columns, more than
a relaxation takes to solve.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
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
from pybind11_abseil.status import StatusNotOk

from cadre.solving import NODES_PER_WORK, Limits, Result, Status
from cadre.solving.linear import Floats, LinearModel, Point

Solver = Literal["scip", "cp-sat", "glop"]

_TYPES = {
    "scip": mathopt.SolverType.GSCIP,
    "cp-sat": mathopt.SolverType.CP_SAT,
    "glop": mathopt.SolverType.GLOP,
}
SLACK = 1e-6
"""Relative room by which an earlier objective may be missed while a later one is improved; these solvers keep
rows less closely than HiGHS."""


@dataclass(frozen=True)
class Corner:
    """Where the simplex ended on a linear programme; one of the same shape may begin there."""

    basis: solution_pb2.BasisProto


class MathOptSearch:
    """A model in MathOpt's own form.

    Parameters
    ----------
    model : LinearModel
        Columns and rows; its objectives are asked one by one.
    solver : str
        SCIP, CP-SAT or GLOP.
    relaxed : bool
        Drop integrality.
    """

    def __init__(self, model: LinearModel, solver: Solver, *, relaxed: bool) -> None:
        self.proto, self.solver = _proto(model, relaxed), solver

    def hold(self, cost: Floats, most: float) -> None:
        """Add a row that keeps an objective at what it reached, but for `SLACK`."""
        rows, used = self.proto.linear_constraints, np.nonzero(cost)[0]
        row = len(rows.ids)
        rows.ids.append(row)
        rows.lower_bounds.append(-np.inf)
        rows.upper_bounds.append(most + SLACK * max(1.0, abs(most)))
        matrix = self.proto.linear_constraint_matrix
        matrix.row_ids.extend([row] * used.size)
        matrix.column_ids.extend(used.tolist())
        matrix.coefficients.extend(cost[used].tolist())

    def minimise(
        self, cost: Floats, limits: Limits, hint: Floats | None, *, root: bool = False
    ) -> tuple[Result, Point | None]:
        """Minimise one objective; a solver that fails is asked again without the start.

        None of these solvers is kept to its root.
        """
        self._aim(cost)
        begun = time.perf_counter()
        starts = [hint, None] if hint is not None else [None]
        for start in starts:
            try:
                answer = self._asked(_parameters(limits, self.solver), self._started(start))
            except StatusNotOk:
                continue
            return _read(answer, time.perf_counter() - begun)
        return Result(Status.NOT_FOUND), None

    def dual_simplex(
        self, cost: Floats, limits: Limits, begin: Corner | None, *, preprocessing: bool = False
    ) -> tuple[Result, Point | None, Corner | None]:
        """Minimise an objective by GLOP's dual simplex, from a corner, which preprocessing throws away."""
        self._aim(cost)
        begun = time.perf_counter()
        parameters = mathopt.SolveParameters(time_limit=dt.timedelta(seconds=limits.seconds))
        parameters.glop.use_dual_simplex = True
        parameters.glop.use_preprocessing = preprocessing
        started = model_parameters_pb2.ModelSolveParametersProto()
        if begin is not None:
            started.initial_basis.CopyFrom(begin.basis)
        try:
            answer = self._asked(parameters, started)
        except StatusNotOk:
            return Result(Status.NOT_FOUND), None, None
        result, point = _read(answer, time.perf_counter() - begun)
        if point is None or not answer.solutions[0].HasField("basis"):
            return result, point, None
        return result, point, Corner(answer.solutions[0].basis)

    def _aim(self, cost: Floats) -> None:
        """Put an objective in place of the one before."""
        used = np.nonzero(cost)[0]
        self.proto.objective.linear_coefficients.CopyFrom(
            sparse_containers_pb2.SparseDoubleVectorProto(ids=used.tolist(), values=cost[used].tolist())
        )

    def _asked(
        self,
        parameters: mathopt.SolveParameters,
        started: model_parameters_pb2.ModelSolveParametersProto,
    ) -> result_pb2.SolveResultProto:
        return engine.solve(
            self.proto,
            _TYPES[self.solver].value,
            mathopt.StreamableSolverInitArguments().to_proto(),
            parameters.to_proto(),
            started,
            None,
            mathopt.CallbackRegistration().to_proto(),
            None,
            None,
        )

    def _started(self, hint: Floats | None) -> model_parameters_pb2.ModelSolveParametersProto:
        parameters = model_parameters_pb2.ModelSolveParametersProto()
        if hint is not None and self.solver != "glop":
            values = parameters.solution_hints.add().variable_values
            values.ids.extend(range(len(self.proto.variables.ids)))
            values.values.extend(hint.tolist())
        return parameters


def is_lost(result: Result) -> bool:
    """Say whether a simplex ended with neither a plan nor a proof that there is none, seconds being left."""
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


def _parameters(limits: Limits, solver: Solver) -> mathopt.SolveParameters:
    """Set gap, deterministic work and seed."""
    parameters = mathopt.SolveParameters(time_limit=dt.timedelta(seconds=limits.seconds))
    if solver == "glop":
        return parameters
    parameters.relative_gap_tolerance, parameters.random_seed = limits.gap, limits.seed
    if solver == "cp-sat":
        parameters.threads = limits.workers
        parameters.cp_sat.max_deterministic_time = limits.work
    else:
        parameters.node_limit = max(1, int(limits.work * NODES_PER_WORK))
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
