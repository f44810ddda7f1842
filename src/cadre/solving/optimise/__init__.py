"""Hand a `LinearModel` to a solver, objective after objective.

Takes a model and limits, gives a `Result` and a `Point`. HiGHS by its own library; SCIP and CP-SAT, for the
tests in which two solvers must agree, and GLOP, for relaxations whose duals or corners are wanted, through
OR-Tools.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, Protocol

from cadre.solving import Limits, Result
from cadre.solving.linear import Floats, LinearModel, Point
from cadre.solving.optimise import mathopt
from cadre.solving.optimise.highs import HighsSearch
from cadre.solving.optimise.mathopt import Corner, MathOptSearch

Solver = Literal["highs", "root", "interior", "scip", "cp-sat", "glop"]

__all__ = ["Corner", "Solver", "relax", "solve"]


class _Search(Protocol):
    """A model in a solver's own form."""

    def minimise(
        self, cost: Floats, limits: Limits, hint: Floats | None, *, root: bool = False
    ) -> tuple[Result, Point | None]:
        """Minimise one objective; at the root of the search alone, where that is asked."""

    def hold(self, cost: Floats, most: float) -> None:
        """Add a row that keeps an objective at what it reached."""


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
    search = _stated(model, solver, relaxed=relaxed)
    at_root = solver == "root"
    result, point = search.minimise(model.objectives[0], limits, hint, root=at_root)
    reached = result
    for earlier, cost in zip(model.objectives, model.objectives[1:], strict=False):
        if point is None or not reached.has_plan:
            break
        search.hold(earlier, float(earlier @ point.values))
        root = at_root or later is not None
        reached, better = search.minimise(cost, later or limits, point.values, root=root)
        result = replace(result, by_seconds=result.by_seconds or reached.by_seconds)
        point = better if better is not None else point
    return result, point


def _stated(model: LinearModel, solver: Solver, *, relaxed: bool) -> _Search:
    """State a model in the form of the solver asked for."""
    if solver in ("scip", "cp-sat", "glop"):
        return MathOptSearch(model, solver, relaxed=relaxed)
    return HighsSearch(model, relaxed=relaxed, interior=solver == "interior")


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
    search = MathOptSearch(model, "glop", relaxed=True)
    result, point, corner = search.dual_simplex(model.objectives[0], limits, begin)
    if mathopt.is_lost(result):
        result, point, corner = search.dual_simplex(model.objectives[0], limits, None, preprocessing=True)
    if mathopt.is_lost(result):
        result, point = HighsSearch(model, relaxed=True).minimise(model.objectives[0], limits, None)
        corner = None
    return result, point, corner
