"""Plan a timetable: name people, place projects, place serials, improve, and say how good it is.

Takes a programme, a force plan and their mission, gives a `Timetable` with a `Result`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.programme.plan import Programme
from cadre.reasons import Reason
from cadre.solving import Limits, Result, Status
from cadre.timetable.build_problem import activities_of, activity_problem, finished, frame, serial_problem
from cadre.timetable.construct import cost_of, good_enough
from cadre.timetable.decode import busy_weeks, decode_activities, decode_handovers, decode_serials
from cadre.timetable.demand import serials_of
from cadre.timetable.explain import moved_because
from cadre.timetable.facts import Facts
from cadre.timetable.instance import Instance, span
from cadre.timetable.keeping import expecting
from cadre.timetable.optimise.core import Reached, keep_jobs, plan_jobs
from cadre.timetable.optimise.relaxation import relax
from cadre.timetable.people import people_of
from cadre.timetable.plan import MOVED_WEEKS, ActivitySlot, Person, Serial, Timetable
from cadre.timetable.problem import TimetableProblem
from cadre.timetable.projects.optimise.mission import advised
from cadre.timetable.schedule import PartialSchedule
from cadre.timetable.stays import SeatStay

Asked: TypeAlias = tuple[Programme, ForcePlan, Mission]
"""What a timetable is made for."""
DEFAULT = Limits(gap=0.01, work=1.0, seconds=60.0)
"""Limits under which a mission of the founding case's size takes a few seconds."""


def plan_timetable(
    programme: Programme,
    forces: ForcePlan,
    mission: Mission,
    *,
    limits: Limits = DEFAULT,
    pinned: Mapping[str, int] | None = None,
) -> Timetable:
    """Time a programme with named people.

    Parameters
    ----------
    programme : Programme
        Serials, activities, local posts and host instructors.
    forces : ForcePlan
        Who comes, when, to which site.
    mission : Mission
        The mission with the option applied.
    limits : Limits
        Gap, deterministic work, seed and the safety net in seconds.
    pinned : mapping of str to int, optional
        Week in which a serial (or an activity, `PROJECT/ACTIVITY`) already stands; it stays there.

    Returns
    -------
    Timetable
        Every serial and activity, placed or with the reason why not; the same for the same input, limits and
        seed.
    """
    pins, until = pinned or {}, time.perf_counter() + limits.seconds
    way = _Way(
        advise=lambda problem: _advised(problem, pins, limits, until=until),
        serve=lambda problem: plan_jobs(_ground(problem, pins), limits, until=until),
        known=lambda problem: problem,
    )
    return _planned((programme, forces, mission), way, limits)[0]


@dataclass(frozen=True)
class Kept:
    """A timetable that keeps what it can of an older one, and why each serial and activity moved that did."""

    timetable: Timetable
    moved: dict[str, Reason]


def replan_timetable(
    before: Timetable,
    asked: Asked,
    *,
    limits: Limits = DEFAULT,
    pinned: Mapping[str, int] | None = None,
    at: Mapping[str, str] | None = None,
) -> Kept:
    """Time a programme anew so that as little as can be moves of what people expect.

    Parameters
    ----------
    before : Timetable
        What they expect; serials and activities are known by their ids, people too.
    asked : tuple of Programme, ForcePlan, Mission
        As in `plan_timetable`.
    limits, pinned
        As in `plan_timetable`.
    at : mapping of str to str, optional
        Serials that are held at another site than the programme says.

    Returns
    -------
    Kept
        Its result's objective counts moves (docs/model/timetable.md, Least change). Where nothing forbids
        the old timetable it is the old one.
    """
    way = _keeping(before, pinned or {}, limits)
    return _kept(*_planned(asked, replace(way, at=at or {}), limits))


def replan_ahead(  # noqa: PLR0913  (what is so, then how)
    before: Timetable,
    facts: Facts,
    asked: tuple[Programme, Mission],
    *,
    limits: Limits = DEFAULT,
    pinned: Mapping[str, int] | None = None,
    moving: int = MOVED_WEEKS,
) -> Kept:
    """Time what is still open of a mission that runs, so that as little as can be moves.

    Parameters
    ----------
    before : Timetable
        What people expect of it.
    facts : Facts
        What is so already: what was reported, whatever rules it breaks.
    asked : tuple of Programme, Mission
        For its posts and the length of its periods; the mission with its closed weeks as they happened.
    limits, pinned
        As in `plan_timetable`.
    moving : int
        Weeks late that it counts where something is not in its week.

    Returns
    -------
    Kept
        Serials are those still open alone, activities those of the facts too; people are the facts'.
    """
    programme, mission = asked
    nobody = ForcePlan(lines=(), stints=())
    way = replace(_keeping(before, pinned or {}, limits, moving), facts=facts)
    return _kept(*_planned((programme, nobody, mission), way, limits))


def _keeping(before: Timetable, pins: Mapping[str, int], limits: Limits, moving: int = MOVED_WEEKS) -> _Way:
    """Return how to plan so that as much as can stays of a timetable."""
    until = time.perf_counter() + limits.seconds

    def keep(problem: TimetableProblem) -> Reached:
        expected, stood = expecting(problem, before, moving)
        return keep_jobs(_ground(expected, pins), stood, limits, until=until)

    return _Way(advise=keep, serve=keep, known=lambda problem: expecting(problem, before, moving)[0])


def _kept(timetable: Timetable, boards: tuple[PartialSchedule, PartialSchedule]) -> Kept:
    moved = {
        job.id: why
        for schedule in boards
        for j, job in enumerate(schedule.problem.jobs)
        if job.stands is not None and job.stands != getattr(schedule.placed[j], "start", None)
        if (why := moved_because(schedule, j)) is not None
    }
    return Kept(timetable, moved)


@dataclass(frozen=True)
class _Way:
    """How activities are planned, how serials are, and what is added to a problem that is only judged."""

    advise: Callable[[TimetableProblem], Reached]
    serve: Callable[[TimetableProblem], Reached]
    known: Callable[[TimetableProblem], TimetableProblem]
    at: Mapping[str, str] = field(default_factory=dict)
    facts: Facts | None = None


def _planned(
    asked: Asked, way: _Way, limits: Limits
) -> tuple[Timetable, tuple[PartialSchedule, PartialSchedule]]:
    """Plan activities, then serials around them; gives the boards too."""
    (programme, _, mission), begun = asked, time.perf_counter()
    people, slots, serials = _to_time(asked, way)
    facts = way.facts
    over, seats = (facts.activities, facts.seats) if facts else ((), ())
    pose = partial(serial_problem, serials, programme=programme, mission=mission, facts=facts)
    held = held_weeks(seats, people)
    advisory = replace(activity_problem(slots, people, programme, mission, facts), busy=held)
    advising = way.advise(advisory)
    activities = (*over, *decode_activities(advising.schedule, slots))
    base = replace(frame(people, mission), busy=held, taught=held_weeks(_in_serials(facts), people))
    busy = replace(base, busy=_either(held, busy_weeks(advising.schedule)))
    problem = pose(base=busy, done=finished(activities, mission))
    serving = way.serve(problem)
    soonest = (*over, *_at_best(advising.schedule.instance, slots))
    best = way.known(pose(base=base, done=finished(soonest, mission)))
    result = _judged(advising, serving, Instance(best, serving.schedule.instance.pinned), limits)
    timed = replace(result, seconds=time.perf_counter() - begun)
    handovers = tuple(sorted((*decode_handovers(advising.schedule), *decode_handovers(serving.schedule))))
    timetable = Timetable(decode_serials(serving.schedule, serials), people, activities, handovers, timed)
    return timetable, (advising.schedule, serving.schedule)


def _to_time(
    asked: Asked, way: _Way
) -> tuple[tuple[Person, ...], tuple[ActivitySlot, ...], tuple[Serial, ...]]:
    """Return people, activities and serials: the programme's, or those that facts leave open."""
    programme, forces, mission = asked
    slots = activities_of(programme, mission)
    if way.facts is None:
        serials = (replace(s, site=way.at.get(s.id, s.site)) for s in serials_of(programme, mission))
        return people_of(forces, programme, mission), slots, tuple(serials)
    known = {slot.id for slot in way.facts.activities}
    return way.facts.people, tuple(s for s in slots if s.id not in known), way.facts.asked


def _in_serials(facts: Facts | None) -> tuple[SeatStay, ...]:
    """Return the seats in serials, not in activities."""
    ids = {one.serial.id for one in facts.held} if facts else set()
    return tuple(seat for seat in facts.seats if seat.where in ids) if facts else ()


def held_weeks(seats: Iterable[SeatStay], people: Sequence[Person]) -> dict[int, int]:
    """Return the weeks in which each of the people holds one of the seats, as a mask, by place in order."""
    index, found = {person.id: p for p, person in enumerate(people)}, dict[int, int]()
    for seat in seats:
        if seat.person in index:
            p = index[seat.person]
            found[p] = found.get(p, 0) | span(seat.begins, seat.ends)
    return found


def _either(one: Mapping[int, int], other: Mapping[int, int]) -> dict[int, int]:
    return {p: one.get(p, 0) | other.get(p, 0) for p in {*one, *other}}


def _ground(problem: TimetableProblem, pinned: Mapping[str, int]) -> Instance:
    return Instance(problem, {j: pinned[job.id] for j, job in enumerate(problem.jobs) if job.id in pinned})


def _advised(
    problem: TimetableProblem, pinned: Mapping[str, int], limits: Limits, *, until: float
) -> Reached:
    """Plan activities as jobs and, where that leaves a gap, in the order of the projects core."""
    reached = plan_jobs(_ground(problem, pinned), limits, until=until)
    if not reached.stopped and not good_enough(reached.schedule, limits.gap, reached.bound):
        left = replace(limits, seconds=max(0.0, until - time.perf_counter()))
        reached.schedule, cut = advised(reached.schedule, left)
        reached.by_seconds |= cut
    return reached


def _at_best(instance: Instance, slots: Sequence[ActivitySlot]) -> tuple[ActivitySlot, ...]:
    """Return the activities as early as each could be with every adviser to itself."""
    found = []
    for job, starts, slot in zip(instance.problem.jobs, instance.starts, slots, strict=True):
        stops = instance.stops(job, starts[0]) if starts else None
        found.append(replace(slot, start=starts[0], ends=stops[-1]) if stops else slot)
    return tuple(found)


def _judged(advising: Reached, serving: Reached, best: Instance, limits: Limits) -> Result:
    """Say how good a plan is against a bound with projects as early as can be, keeping nobody busy."""
    late = cost_of(serving.schedule.problem, serving.schedule.placed)[0]
    objective = cost_of(advising.schedule.problem, advising.schedule.placed)[0] + late
    cut, bound = advising.by_seconds or serving.by_seconds, serving.bound
    if best.problem != serving.schedule.problem:
        bound = best.bound
        if objective - advising.bound - bound > limits.gap * max(1.0, objective):
            relaxed = relax(best, limits, reached=late)
            bound, cut = relaxed.bound, cut or relaxed.by_seconds
    result = Result(Status.FEASIBLE, objective, min(advising.bound + bound, objective), cut)
    if result.gap <= limits.gap:
        return replace(result, status=Status.OPTIMAL)
    return replace(result, status=Status.STOPPED) if advising.stopped or serving.stopped else result
