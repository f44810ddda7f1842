"""An older timetable on a new board: what people expect already stays, as far as the rules allow.

Takes a `TimetableProblem` and a `Timetable` whose jobs have the same ids, gives the problem with what is
expected of each job, and a board on which as much of it as can stands where it stood, with the people it had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cadre.timetable.construct import first_order, pin, place_all, ready, settle, try_anyhow
from cadre.timetable.instance import Instance
from cadre.timetable.plan import MOVED_WEEKS, Handover, Timetable
from cadre.timetable.problem import Job, Placement, Shift, TimetableProblem, stops_of
from cadre.timetable.schedule import PartialSchedule
from cadre.timetable.staffing import holds


@dataclass(frozen=True, slots=True)
class ExpectedPlacement:
    """A job as people know it: its week, and each seat with who holds it first: (stage, skill, person)."""

    start: int
    seats: tuple[tuple[int, str, str], ...]


def expectations(timetable: Timetable, problem: TimetableProblem) -> dict[str, ExpectedPlacement]:
    """Return what people expect of serials and activities that are placed, by id."""
    found = {}
    asked = {job.id: job.stages[0].needs for job in problem.jobs}
    skills = {
        key: [problem.skills[n.skill] for n in ns for _ in range(n.people)] for key, ns in asked.items()
    }
    for serial in timetable.serials:
        if serial.start is not None:
            found[serial.id] = ExpectedPlacement(
                serial.start, tuple((s.phase, s.skill, s.person) for s in serial.seats)
            )
    for slot in timetable.activities:
        if slot.start is not None:
            named = zip(skills.get(slot.id, ()), slot.advisers, strict=False)
            found[slot.id] = ExpectedPlacement(
                slot.start, tuple((0, skill, person) for skill, person in named)
            )
    return found


def expecting(
    problem: TimetableProblem, timetable: Timetable, moving: int = MOVED_WEEKS
) -> tuple[TimetableProblem, dict[int, Placement]]:
    """A problem whose jobs know when and with whom they are expected, and where they stood if they can.

    `moving` is how many weeks late any other week counts.

    Returns
    -------
    TimetableProblem
        With `stands` and `known` of each job that the timetable places.
    dict of int to Placement
        By job: start, stops and crew as they were; jobs of whose people or stages some are gone are left out.
    """
    index = {worker.id: p for p, worker in enumerate(problem.workers)}
    known, jobs, stood = expectations(timetable, problem), list(problem.jobs), {}
    handed: dict[str, list[Handover]] = {}
    for handover in timetable.handovers:
        handed.setdefault(handover.serial, []).append(handover)
    for j, job in enumerate(problem.jobs):
        if job.id not in known:
            continue
        names = {person for _, _, person in known[job.id].seats} | {h.arrives for h in handed.get(job.id, ())}
        crew = frozenset(index[name] for name in names if name in index)
        jobs[j] = replace(job, stands=known[job.id].start, moving=moving, known=crew)
        placed = _stood(jobs[j], known[job.id], handed.get(job.id, ()), problem)
        if placed is not None:
            stood[j] = placed
    return replace(problem, jobs=tuple(jobs)), stood


def _stood(
    job: Job, was: ExpectedPlacement, handed: Sequence[Handover], problem: TimetableProblem
) -> Placement | None:
    """Return the placement that a job had; None where its weeks or people are not to be had."""
    stops = stops_of(job, was.start, problem)
    if stops is None or any(stage >= len(stops) for stage, _, _ in was.seats):
        return None
    index = {worker.id: p for p, worker in enumerate(problem.workers)}
    crew, seat, last = [], 0, -1
    for stage, skill, person in was.seats:
        seat, last = (seat + 1 if stage == last else 0), stage
        begins = was.start if stage == 0 else stops[stage - 1]
        ends = (
            _until(job, stage, problem.skills.index(skill), stops[stage], problem)
            if skill in problem.skills
            else 0
        )
        for name, first, end in _chain(person, skill, (begins, ends), handed):
            if name not in index:
                return None
            crew.append(Shift(stage, seat, problem.skills.index(skill), index[name], first, end))
    return Placement(was.start, stops, tuple(crew))


def _until(job: Job, stage: int, skill: int, stop: int, problem: TimetableProblem) -> int:
    """Return the week until which a seat is held: needs aside fall away at exit."""
    aside = any(need.aside and need.skill == skill for need in job.stages[stage].needs)
    return min(stop, problem.exits) if aside else stop


def _chain(
    person: str, skill: str, weeks: tuple[int, int], handed: Sequence[Handover]
) -> Iterator[tuple[str, int, int]]:
    """Yield who holds a seat from week to week, one after the other."""
    begins, ends = weeks
    for handover in sorted(handed, key=lambda h: h.week):
        if handover.leaves == person and handover.skill == skill and begins < handover.week < ends:
            yield person, begins, handover.week
            person, begins = handover.arrives, handover.week
    yield person, begins, ends


def kept(instance: Instance, stood: Mapping[int, Placement]) -> PartialSchedule:
    """Put jobs where they stood, with their people if these are free, else with others; then all other jobs.

    Pinned jobs come first. A job that cannot stay, and each that then no longer follows what it waits for,
    is placed anew.
    """
    schedule, jobs = PartialSchedule(instance), instance.problem.jobs
    order = sorted(
        (j for j, job in enumerate(jobs) if job.stands is not None), key=lambda j: (jobs[j].stands, j)
    )
    _restore(schedule, [j for j in order if j in instance.pinned], stood)
    pin(schedule)
    _restore(schedule, [j for j in order if j not in instance.pinned], stood)
    for j in order:
        if schedule.placed[j] is None and jobs[j].stands in instance.starts[j]:
            try_anyhow(schedule, j, jobs[j].stands or 0)
    while early := [j for j in order if j not in instance.pinned and not ready(schedule, j)]:
        for j in early:
            schedule.remove(j)
    left = [j for j in order if schedule.placed[j] is None]
    done = {j for j, placed in enumerate(schedule.placed) if placed is not None} | set(instance.pinned)
    place_all(schedule, [*left, *first_order(instance.problem)], done=done)
    settle(schedule)
    return schedule


def _restore(schedule: PartialSchedule, jobs: Sequence[int], stood: Mapping[int, Placement]) -> None:
    """Put back each placement that can stand as it was."""
    for j in jobs:
        placed, job = stood.get(j), schedule.problem.jobs[j]
        if placed is None or placed.start not in schedule.instance.starts[j]:
            continue
        if schedule.short_room(job, placed.start, placed.stops) is None and holds(schedule, job, placed):
            schedule.restore(j, placed)


def displaced(schedule: PartialSchedule) -> list[int]:
    """Return the jobs that are not where they are expected, pinned ones aside."""
    return [
        j
        for j, job in enumerate(schedule.problem.jobs)
        if job.stands is not None and j not in schedule.instance.pinned and not _stays(schedule, j)
    ]


def _stays(schedule: PartialSchedule, j: int) -> bool:
    placed = schedule.placed[j]
    return placed is not None and placed.start == schedule.problem.jobs[j].stands
