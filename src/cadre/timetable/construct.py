"""A plan put together job by job, and a search over the order in which jobs are placed.

Takes a `TimetableProblem`, gives for each job a `Placement` or None. Each job takes the first week in which
rooms and people suffice; who is late or dropped moves forward in the next order ("squeaky wheel", Joslin and
Clements 1999, J. Artificial Intelligence Research 10, 353-373). Seeded, within a fixed number of starts
tried.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from cadre.timetable.instance import Instance
from cadre.timetable.problem import Job, Placement, TimetableProblem, weeks_counted
from cadre.timetable.schedule import PartialSchedule
from cadre.timetable.staffing import crew_for, short_crew_for

ATTEMPTS_PER_WORK = 4000
"""Starts tried that count as one unit of deterministic work: about a second."""
FORGET, MOST_PUSHED = 0.9, 20
"""Part of an earlier push that a job keeps from order to order; weeks late that count towards it."""
LEAST_PUSH, MOST_PUSH = 0.25, 2.0
"""Bounds of the priority by which a push is weighted."""


def cost_of(problem: TimetableProblem, plan: Sequence[Placement | None]) -> tuple[float, int]:
    """Return the objectives in order: priority x weeks counted (`weeks_counted`), seats short."""
    late = sum(job.priority * weeks_late(job, placed) for job, placed in zip(problem.jobs, plan, strict=True))
    short = sum(shift.worker is None for placed in plan if placed is not None for shift in placed.crew)
    return round(late, 9), short


def weeks_late(job: Job, placed: Placement | None) -> int:
    """Return the weeks that a job counts where it stands, or dropped (`weeks_counted`)."""
    return weeks_counted(job, None if placed is None else placed.start)


def good_enough(schedule: PartialSchedule, gap: float, bound: float | None = None) -> bool:
    """Say whether no seat is short and lateness within a relative gap of a bound (of each job alone)."""
    late, short = cost_of(schedule.problem, schedule.placed)
    return not short and late - (schedule.instance.bound if bound is None else bound) <= gap * max(1.0, late)


def try_at(schedule: PartialSchedule, j: int, start: int, *, handovers: bool) -> bool:
    """Place a job in a week if closed weeks, rooms and people allow it; says whether it stands."""
    job = schedule.problem.jobs[j]
    schedule.attempts += 1
    stops = schedule.instance.stops(job, start)
    if stops is None or schedule.short_room(job, start, stops) is not None:
        return False
    crew = crew_for(schedule, job, start, stops=stops, handovers=handovers)
    if crew.missing is not None:
        return False
    schedule.put(j, Placement(start, stops, tuple(crew.shifts)))
    return True


def ready(schedule: PartialSchedule, j: int, week: int | None = None) -> bool:
    """Say whether the jobs before one are over by a week, that of its start when left out."""
    placed = schedule.placed[j]
    if week is None and placed is None:
        return True
    start = placed.start if week is None and placed is not None else week or 0
    before = [schedule.placed[b] for b in schedule.problem.jobs[j].after]
    behind = [schedule.placed[b] for b in schedule.problem.jobs[j].behind]
    return all(p is not None and p.ends <= start for p in before) and all(
        p is None or p.start < start for p in behind
    )


def try_anyhow(schedule: PartialSchedule, j: int, start: int) -> bool:
    """Place a job in a week without handovers, else with them; says whether it stands."""
    return try_at(schedule, j, start, handovers=False) or try_at(schedule, j, start, handovers=True)


def first_week(schedule: PartialSchedule, job: Job) -> int | None:
    """Return the first week a job may start in after the jobs before it; None when one of them is dropped."""
    first = max(job.earliest, job.opens)
    for before in job.after:
        placed = schedule.placed[before]
        if placed is None:
            return None
        first = max(first, placed.ends)
    behind = [placed.start + 1 for b in job.behind if (placed := schedule.placed[b]) is not None]
    return max([first, *behind])


def last_week(schedule: PartialSchedule, j: int) -> int:
    """Return the last week a job may start in before the jobs that start behind it."""
    ahead = [
        placed.start - 1 for k in schedule.instance.ahead[j] if (placed := schedule.placed[k]) is not None
    ]
    return min([schedule.problem.jobs[j].latest, *ahead])


def place(schedule: PartialSchedule, j: int, *, until: int | None = None, not_before: int = 0) -> bool:
    """Place a job in its first week: on time without handovers if it can be, then with them, then late.

    The week in which it is expected comes before all others.

    Parameters
    ----------
    board : PartialSchedule
        The job must not stand on it.
    j : int
        The job.
    until : int, optional
        Last week to try; `latest` when left out.
    not_before : int
        First week to try.

    Returns
    -------
    bool
        Whether it stands on the board now.
    """
    job = schedule.problem.jobs[j]
    first = first_week(schedule, job)
    if first is None:
        return False
    last = last_week(schedule, j) if until is None else min(until, last_week(schedule, j))
    weeks = [w for w in schedule.instance.starts[j] if max(first, not_before) <= w <= last]
    on_time = [w for w in weeks if w <= job.due]
    changing = on_time if schedule.problem.handovers else []
    return (
        (job.stands in weeks and try_anyhow(schedule, j, job.stands))
        or any(try_at(schedule, j, start, handovers=False) for start in on_time)
        or any(try_at(schedule, j, start, handovers=True) for start in changing)
        or any(try_at(schedule, j, start, handovers=True) for start in weeks[len(on_time) :])
    )


def pin(schedule: PartialSchedule) -> None:
    """Place pinned jobs in their weeks, whatever else; seats that nobody can hold stay empty."""
    for j, start in sorted(schedule.instance.pinned.items(), key=lambda item: (item[1], item[0])):
        job = schedule.problem.jobs[j]
        if schedule.placed[j] is not None or try_anyhow(schedule, j, start):
            continue
        stops = schedule.instance.stops(job, start)
        if stops is not None:
            crew = short_crew_for(schedule, job, start, stops=stops, handovers=True)
            schedule.put(j, Placement(start, stops, tuple(crew.shifts)))


def build(
    instance: Instance, order: Sequence[int], taste: Callable[[PartialSchedule, int], float] | None = None
) -> PartialSchedule:
    """Place pinned jobs, then the others in the order given, those they wait for before them."""
    schedule = PartialSchedule(instance, taste)
    pin(schedule)
    place_all(schedule, order, done=set(instance.pinned))
    return schedule


def place_all(schedule: PartialSchedule, order: Sequence[int], *, done: set[int]) -> None:
    """Place jobs that are not done in the order given, those they wait for before them."""
    jobs = schedule.problem.jobs

    def put(j: int) -> None:
        done.add(j)
        for before in (*jobs[j].after, *jobs[j].behind):
            if before not in done:
                put(before)
        place(schedule, j)

    for j in order:
        if j not in done:
            put(j)


def first_order(problem: TimetableProblem) -> list[int]:
    """Order jobs by due week, then priority, then length, the greater first."""
    jobs = problem.jobs
    return sorted(range(len(jobs)), key=lambda j: (jobs[j].due, -jobs[j].priority, -jobs[j].length, j))


def search_orders(instance: Instance, *, attempts: int, seed: int, gap: float = 0.0) -> PartialSchedule:
    """Build plans from several orders and keep the best; a late job moves forward by about its lateness.

    Parameters
    ----------
    ground : Instance
        What to plan.
    attempts : int
        Starts tried in all, after which no further order is begun; the first plan is always made.
    seed : int
        Of the chance in the moves.
    gap : float
        Relative gap to the bound that is good enough.

    Returns
    -------
    PartialSchedule
        With the best plan, late jobs moved to earlier weeks where there is room; its `attempts` are those of
        all plans.
    """
    jobs, chance = instance.problem.jobs, random.Random(seed)
    best = last = build(instance, first_order(instance.problem))
    settle(best)
    best_cost, used = cost_of(instance.problem, best.placed), best.attempts
    boost = [0.0] * len(jobs)
    while used < attempts and not good_enough(best, gap):
        for j, job in enumerate(jobs):
            push = chance.uniform(0.5, 1.5) * min(MOST_PUSH, max(LEAST_PUSH, job.priority))
            boost[j] = FORGET * boost[j] + min(MOST_PUSHED, weeks_late(job, last.placed[j])) * push
        order = sorted(range(len(jobs)), key=lambda j: (jobs[j].due - boost[j], j))
        last = build(instance, order)
        settle(last)
        cost, used = cost_of(instance.problem, last.placed), used + max(1, last.attempts)
        if cost < best_cost:
            best, best_cost = last, cost
    best.attempts = used
    return best


def settle(schedule: PartialSchedule) -> None:
    """Move late and dropped jobs to earlier weeks where there is room, until none moves; never worsens."""
    moved = True
    while moved:
        moved = False
        for j in first_order(schedule.problem):
            if j not in schedule.instance.pinned and _better_place(schedule, j):
                moved = True


def _better_place(schedule: PartialSchedule, j: int) -> bool:
    """Move a job to where it is expected, or to an earlier week where it is late; says whether it moved."""
    job, placed = schedule.problem.jobs[j], schedule.placed[j]
    if placed is not None and (
        placed.start == job.stands or (job.stands is None and placed.start <= job.due)
    ):
        return False
    schedule.remove(j)
    if placed is None:
        return place(schedule, j)
    if job.stands is not None and may_start(schedule, j, job.stands) and try_anyhow(schedule, j, job.stands):
        return True
    if placed.start > job.due and place(schedule, j, until=placed.start - 1):
        return True
    schedule.restore(j, placed)
    return False


def may_start(schedule: PartialSchedule, j: int, week: int) -> bool:
    """Say whether a job may start in a week beside those before and after it, people and rooms aside."""
    first = first_week(schedule, schedule.problem.jobs[j])
    return (
        first is not None and first <= week <= last_week(schedule, j) and week in schedule.instance.starts[j]
    )
