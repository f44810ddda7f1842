"""Plan activities, any time: rounds of search over orders and, beside it, one question to the solver.

Takes a problem and limits, gives an `RoundResult`: the best plan so far, with bound and gap. Each round poses
its question from what is known at its beginning, and what search and solver found is put together at its
end, so that one worker and two come to the same plan.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from cadre.solving import Limits, Result, Status
from cadre.timetable.projects.bounds import first_bound
from cadre.timetable.projects.naming import named
from cadre.timetable.projects.optimise.model import Answer, Call, Effort, formulate
from cadre.timetable.projects.optimise.questions import Asker
from cadre.timetable.projects.problem import ActivityPlan, ActivityProblem
from cadre.timetable.projects.search import OrderSearch
from cadre.timetable.projects.tables import tables_of

DEFAULT = Limits(gap=0.0, work=1.0, seconds=60.0)
"""Limits under which the reference cases of 40 activities take about ten seconds."""
SCHEDULES_PER_WORK = 12000
"""Schedules built beside a question of one unit of work: both take about as long."""


@dataclass(frozen=True, slots=True)
class RoundResult:
    """The best plan found, if any, and how good it is; `first_plan_seconds` is told to people only."""

    plan: ActivityPlan | None
    result: Result
    first_plan_seconds: float | None = None


Report = Callable[[Result], None]


def plan_activities(
    problem: ActivityProblem, *, limits: Limits = DEFAULT, report: Report | None = None
) -> RoundResult:
    """Plan activities until the gap is reached, work or seconds run out, or somebody presses Ctrl-C.

    Parameters
    ----------
    problem : ActivityProblem
        What is to be done and by whom.
    limits : Limits
        Gap, deterministic work, seed, workers (1 or 2; the plan is the same), seconds as a safety net.
    told : callable, optional
        Called with the result so far after the first plan and after each round.

    Returns
    -------
    RoundResult
        With status `STOPPED` after Ctrl-C, `INFEASIBLE` where it is proved.
    """
    return Planning(problem, limits, report).run()


class Planning:
    """A run: the search, what is asked of the solver, the best so far."""

    def __init__(self, problem: ActivityProblem, limits: Limits, report: Report | None) -> None:
        self.problem, self.limits, self.report = problem, limits, report
        self.begun = time.perf_counter()
        self.tables = tables_of(problem)
        self.search = OrderSearch(problem, self.tables, limits.seed)
        self.asker = Asker(problem, self.search, first_bound(problem), limits.seed)
        self.first_plan_seconds: float | None = None
        self.stopped = False

    def run(self) -> RoundResult:
        """Search until it ends; a stop by the user keeps what was found."""
        if all(s.possible or not d for s, d in zip(self.tables.staffing, self.tables.durations, strict=True)):
            try:
                self._rounds()
            except KeyboardInterrupt:
                self.stopped = True
        else:
            self.asker.infeasible = True
        best = self.search.best
        plan = None if best is None else named(self.problem, self.tables, best.draft)
        return RoundResult(plan, self.result(), self.first_plan_seconds)

    def _rounds(self) -> None:
        self.search.start()
        self._tell()
        while not self._over():
            self._round()
            self._tell()

    def _round(self) -> None:
        asked = self.asker.next()
        effort = Effort(asked.work, self._left(), self.limits.seed)
        call = Call(formulate(self.problem, self.tables, asked.ask), effort, first_only=asked.first_only)
        answers: list[Answer] = []
        solver = threading.Thread(target=lambda: answers.append(call.run()))
        if self.limits.workers == 1:
            answers.append(call.run())
            self._search(asked.work)
        else:
            solver.start()
            try:
                self._search(asked.work)
                solver.join()
            except KeyboardInterrupt:
                call.stop()
                solver.join()
                raise
        self.asker.learn(asked, answers[0])

    def _search(self, work: float) -> None:
        until = self.search.schedules + round(work * SCHEDULES_PER_WORK)
        while self.search.schedules < until and self.search.best is not None and self._left() > 0:
            self.search.step()

    def _seconds(self) -> float:
        return time.perf_counter() - self.begun

    def _left(self) -> float:
        return self.limits.seconds - self._seconds()

    def _over(self) -> bool:
        closed = self.asker.infeasible or self.result().gap <= self.limits.gap
        return closed or self.asker.work >= self.limits.work or self._left() <= 0

    def result(self) -> Result:
        """Return objective, bound and status as they are now."""
        best, bound, seconds = self.search.best, float(self.asker.bound), self._seconds()
        by_seconds = seconds >= self.limits.seconds
        if best is None:
            status = Status.INFEASIBLE if self.asker.infeasible else Status.NOT_FOUND
            return Result(status, bound=bound, by_seconds=by_seconds, seconds=seconds)
        objective = float(best.fitness[0])
        reached = Result(Status.FEASIBLE, objective, min(bound, objective), by_seconds, seconds)
        if reached.gap <= self.limits.gap:
            return Result(Status.OPTIMAL, objective, reached.bound, False, seconds)
        status = Status.STOPPED if self.stopped else Status.FEASIBLE
        return Result(status, objective, reached.bound, by_seconds, seconds)

    def _tell(self) -> None:
        if self.first_plan_seconds is None and self.search.best is not None:
            self.first_plan_seconds = self._seconds()
        if self.report is not None:
            self.report(self.result())
