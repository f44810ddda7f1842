"""Why a job is late, dropped or short of people, in the planner's words, with week and amount.

Takes a board on which everything else stands, gives a sentence. Nothing is guessed: the last week in which
the job would have been on time is tried again, and what stands against it there is told.
"""

from __future__ import annotations

from cadre.timetable.board import Board
from cadre.timetable.plan import NO_LEAD
from cadre.timetable.problem import Job, Problem
from cadre.timetable.staffing import crew_for, lead_of, teachers

ELSEWHERE = "its people and rooms serve others now"
FEW = 20
"""Weeks that are looked at, at most, from the last one back."""


def cause(board: Board, j: int) -> str:
    """Say what stands against starting a job on time, everything else standing where it is.

    The job may stand on the board; it is lifted and put back. The due week is looked at first, then the weeks
    before it.
    """
    job, placed = board.problem.jobs[j], board.lift(j)
    on_time = _first_against(board, job, min(job.due, job.latest))
    if placed is not None:
        board.restore(j, placed)
        return on_time
    late = _first_against(board, job, job.latest) if job.latest > job.due else on_time
    return on_time if late == on_time else f"{on_time}; as late as week {job.latest}: {late}"


def late_because(board: Board, j: int) -> str:
    """Say why a placed job is late: what stands against its due week, or who holds it where it is."""
    if told := cause(board, j):
        return told
    pinned = board.ground.pinned.get(j)
    return (
        f"expected in week {board.problem.jobs[j].stands}" if pinned is None else f"pinned to week {pinned}"
    )


def moved_because(board: Board, j: int) -> str:
    """Say what stands against starting a job where it is expected, everything else standing where it is.

    What it could have alone and gives up for others is told so.
    """
    job = board.problem.jobs[j]
    if job.stands is None:
        return ""
    if j in board.ground.pinned and board.placed[j] is not None:
        return f"pinned to week {board.ground.pinned[j]}"
    placed = board.lift(j)
    told = _against(board, job, job.stands)
    if placed is not None:
        board.restore(j, placed)
    if job.stands not in board.ground.starts[j]:
        return told or "cannot start then"
    return f"makes way: {told or ELSEWHERE}"


def _first_against(board: Board, job: Job, last: int) -> str:
    weeks = range(last, max(job.earliest, last - FEW) - 1, -1)
    return next((told for week in weeks if (told := _against(board, job, week))), "")


def missing_people(board: Board, j: int) -> str:
    """Say which seats of a placed job nobody holds."""
    job, placed = board.problem.jobs[j], board.placed[j]
    short: dict[tuple[int, int, int], int] = {}
    for shift in placed.crew if placed is not None else ():
        if shift.worker is None:
            key = (shift.skill, shift.begins, shift.ends)
            short[key] = short.get(key, 0) + 1
    site = board.problem.sites[job.site]
    return "; ".join(
        f"{n} {board.problem.skills[k]} short at {site} in {weeks_told(b, e)}{_who(board, job, k, (b, e))}"
        for (k, b, e), n in sorted(short.items())
    )


def without_lead(board: Board, j: int) -> str:
    """Say that nobody teaches a placed job from its first week to its last, where somebody should."""
    job, placed = board.problem.jobs[j], board.placed[j]
    if placed is None or not board.problem.leads or not teachers(job, placed.crew):
        return ""
    return NO_LEAD if lead_of(job, placed.crew, placed.start, placed.ends) is None else ""


def _who(board: Board, job: Job, skill: int, weeks: tuple[int, int]) -> str:
    """Tell where those who hold the skill are: taken, or not there so long."""
    if board.problem.handovers:
        return ""
    begins, ends = weeks
    workers = [board.problem.workers[p] for p in board.ground.candidates.get((job.site, skill, False), ())]
    there = [w for w in workers if w.here <= begins < w.leaves]
    stay = sum(w.leaves >= ends for w in there)
    return f" ({len(there)} hold it then, {len(there) - stay} leave before it is over, {stay} are taken)"


def weeks_told(begins: int, ends: int) -> str:
    """Write the weeks from `begins` to `ends` (exclusive) as people read them."""
    return f"week {begins}" if ends == begins + 1 else f"weeks {begins}-{ends - 1}"


def _against(board: Board, job: Job, week: int) -> str:
    return (
        _before(board, job, week)
        or _place_closed(board.problem, job, week)
        or _rooms(board, job, week)
        or _people(board, job, week)
    )


def _before(board: Board, job: Job, week: int) -> str:
    for before in job.after:
        placed = board.placed[before]
        name = board.problem.jobs[before].id
        if placed is None:
            return f"waits for {name}, which was dropped"
        if placed.ends > week:
            return f"waits for {name}, which is over in week {placed.ends}"
    return "what it comes after is not planned" if job.latest < job.earliest else ""


def _place_closed(problem: Problem, job: Job, week: int) -> str:
    site = problem.sites[job.site]
    if job.opens > week:
        return f"{site} opens in week {job.opens}" if job.opens < problem.weeks else f"{site} never opens"
    return ""


def _rooms(board: Board, job: Job, week: int) -> str:
    stops = board.ground.stops(job, week)
    if stops is None:
        last = week + job.length
        closed = sorted(w for w in board.problem.closed_for(job) if week <= w < last)
        if closed:
            where = "" if board.problem.closed >= set(closed) else f" at {board.problem.sites[job.site]}"
            weeks = weeks_told(closed[0], closed[-1] + 1)
            return f"{weeks} {'is' if len(closed) == 1 else 'are'} closed{where}"
        return f"it would not be over by week {min(job.deadline, board.problem.weeks)}"
    short = board.short_room(job, week, stops)
    if short is None:
        return ""
    resource, amount, begins, ends = short
    facility, _, site = board.problem.resources[resource].partition("@")
    return f"no free {facility} at {site} in {weeks_told(begins, ends)} ({amount:g} short)"


def _people(board: Board, job: Job, week: int) -> str:
    stops = board.ground.stops(job, week)
    if stops is None:
        return ""
    crew = crew_for(board, job, week, stops=stops, handovers=True)
    missing = crew.missing
    crew.undo()
    if missing is None:
        return ""
    skill, site = board.problem.skills[missing.skill], board.problem.sites[job.site]
    kind = "foreign " if missing.foreign else ""
    return f"{missing.people} {kind}{skill} short at {site} in {weeks_told(missing.begins, missing.ends)}"
