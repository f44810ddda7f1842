"""Plan a mission's activities with the projects core: an order in which the timetable's board places them."""

from __future__ import annotations

from dataclasses import replace

from cadre.solving import Limits
from cadre.timetable.board import Board
from cadre.timetable.construct import build, cost_of, settle
from cadre.timetable.ground import Ground
from cadre.timetable.projects.optimise.rounds import plan_activities
from cadre.timetable.projects.posing import posed

SHARE_OF_WORK = 0.05
"""Work of the core for each unit of the timetable's: a unit of the core takes some twenty seconds."""


def advised(board: Board, limits: Limits) -> tuple[Board, bool]:
    """Place the activities in the core's order where that is better.

    Parameters
    ----------
    board : Board
        A plan of the activities.
    limits : Limits
        Of the timetable; the core takes its share of the work.

    Returns
    -------
    Board, bool
        The better plan, and whether seconds ended the core's search.
    """
    given = posed(board.ground)
    if given is None or not given.jobs:
        return board, False
    outcome = plan_activities(given.problem, limits=replace(limits, work=SHARE_OF_WORK * limits.work))
    if outcome.plan is None:
        return board, outcome.result.by_seconds
    starts = dict(zip(given.jobs, outcome.plan.starts, strict=True))
    other = built(board.ground, starts)
    better = cost_of(board.problem, other.placed) < cost_of(board.problem, board.placed)
    return (other if better else board), outcome.result.by_seconds


def built(ground: Ground, starts: dict[int, int]) -> Board:
    """Place jobs in the order of their starts, those without one last."""
    jobs = range(len(ground.problem.jobs))
    never = ground.problem.weeks
    board = build(ground, sorted(jobs, key=lambda j: (starts.get(j, never), j)))
    settle(board)
    return board
