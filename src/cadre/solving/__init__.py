"""What every solver stage takes and gives: limits, statuses, results. No solver is named here.

Solvers stop by default on gap and on deterministic work, so that the same input gives the same plan on any
machine; the limit in seconds is only a safety net, and a result says when it was what stopped the search.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

NODES_PER_WORK = 1000
"""Branch-and-bound nodes that count as one unit of work for solvers without a deterministic clock."""
FAR = 0.05
"""Gap above which people are told of it beside the plan."""


class Status(StrEnum):
    """How a search ended. Infeasible and out of time are never mixed up."""

    OPTIMAL = "optimal"  # within the gap asked for
    FEASIBLE = "feasible"  # work ran out with a plan in hand
    INFEASIBLE = "infeasible"  # proved: no plan exists
    NOT_FOUND = "not found"  # work ran out before any plan was found
    STOPPED = "stopped"  # the user stopped it; the best plan so far is kept


@dataclass(frozen=True, slots=True)
class Limits:
    """When a search stops.

    Parameters
    ----------
    gap : float
        Relative gap between objective and bound that is good enough.
    work : float
        Deterministic work: seconds of CP-SAT's deterministic clock, or thousands of branch-and-bound nodes
        of a MIP solver.
    seconds : float
        Safety net in seconds on the wall; the result says `by_seconds` when it struck.
    workers : int
        Threads a solver may use. Results must not depend on it.
    seed : int
        Seed of the solver.
    rounds : float
        Times the usual number of parts without gain after which a search by parts ends; with 0 there is none.
    enough : float
        Objective at which a search by parts ends, however far its bound is: nothing better is asked for.
    """

    gap: float = 0.01
    work: float = 10.0
    seconds: float = 120.0
    workers: int = 1
    seed: int = 0
    rounds: float = 1.0
    enough: float = -math.inf

    def times(self, effort: float) -> Limits:
        """Return the limits of so many times the work."""
        return replace(self, work=self.work * effort, rounds=self.rounds * max(1.0, effort))


@dataclass(frozen=True, slots=True)
class Result:
    """What a search reached: status, objective, bound; minimisation everywhere.

    `seconds` is told to people but never enters a study, which must be the same on every run.
    """

    status: Status
    objective: float = math.inf
    bound: float = -math.inf
    by_seconds: bool = False
    seconds: float = 0.0

    def __post_init__(self) -> None:
        """Keep whole numbers as floats, so that a result reads back from a file as it was written."""
        object.__setattr__(self, "objective", float(self.objective))
        object.__setattr__(self, "bound", float(self.bound))

    @property
    def gap(self) -> float:
        """Relative gap, (objective - bound) / max(1, |objective|); infinite without a plan."""
        if not math.isfinite(self.objective):
            return math.inf
        return max(0.0, self.objective - self.bound) / max(1.0, abs(self.objective))

    @property
    def left_open(self) -> float:
        """Part of the objective, which is never negative, that a better search may save: 0 to 1."""
        if not math.isfinite(self.objective) or self.objective <= 0:
            return 0.0
        return min(1.0, max(0.0, self.objective - max(0.0, self.bound)) / self.objective)

    @property
    def is_far(self) -> bool:
        """Whether there is a plan whose gap to the proved bound people must be told of."""
        return self.has_plan and self.gap > FAR

    @property
    def has_plan(self) -> bool:
        """Whether there is a plan."""
        return self.status in (Status.OPTIMAL, Status.FEASIBLE, Status.STOPPED) and math.isfinite(
            self.objective
        )
