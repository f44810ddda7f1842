"""A lower bound that needs no solver: how late each job must be if it had everybody and every room to itself.

Takes a `Problem`, gives the first week in which each job could start and end, and the sum of what that costs.
"""

from __future__ import annotations

from cadre.timetable.board import Board
from cadre.timetable.plan import DROPPED_WEEKS
from cadre.timetable.problem import Problem


def first_starts(problem: Problem) -> list[tuple[int, int] | None]:
    """Give, by job, the first start and end it could have with every room to itself; None if there is none.

    Opening, closed weeks, rooms and the jobs before it count.
    Other jobs only take rooms away and the end of a job never falls as its start grows, so no plan starts a
    job earlier.
    """
    board = Board(problem)
    found: dict[int, tuple[int, int] | None] = {}

    def look(j: int) -> tuple[int, int] | None:
        if j in found:
            return found[j]
        job = problem.jobs[j]
        before = [look(b) for b in job.after]
        found[j] = None
        if all(b is not None for b in before):
            first = max([job.earliest, job.opens, *(b[1] for b in before if b is not None)])
            for start in range(first, job.latest + 1):
                stops = board.stops(job, start)
                if stops is not None and board.short_room(job, start, stops) is None:
                    found[j] = (start, stops[-1])
                    break
        return found[j]

    return [look(j) for j in range(len(problem.jobs))]


def bound_alone(problem: Problem) -> float:
    """Give the sum of priority x weeks late if each job took the first start it could have alone."""
    return sum(
        job.priority * (DROPPED_WEEKS if first is None else max(0, first[0] - job.due))
        for job, first in zip(problem.jobs, first_starts(problem), strict=True)
    )
