"""What fits here: the sites and weeks in which one serial could be held, each planned with least change.

Takes the id of a serial and a timetable that people expect, gives for each place the timetable that would
come of it. A week is tried where the serial could start alone; all else is then planned around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cadre.reasons import Reason
from cadre.reasons.timetable import CannotStayToEnd
from cadre.solving import Limits
from cadre.timetable.build_problem import finished, frame, serial_problem
from cadre.timetable.demand import serials_of
from cadre.timetable.explain import cause
from cadre.timetable.instance import Instance
from cadre.timetable.keeping import expecting, kept
from cadre.timetable.optimise import Asked, Kept, replan_timetable
from cadre.timetable.people import people_of
from cadre.timetable.plan import Timetable
from cadre.timetable.schedule import PartialSchedule

QUICK = Limits(gap=0.01, work=0.2, seconds=60.0)
"""Limits of the re-plan of one place: a few windows around what it displaces."""


@dataclass(frozen=True, slots=True)
class SerialPlace:
    """A site, and a week if there is one, for a serial; `plan` with it there, or what stands `against` it."""

    site: str
    week: int | None
    against: Reason | None = None
    plan: Kept | None = None


def places_for_serial(
    serial: str, before: Timetable, asked: Asked, *, limits: Limits = QUICK
) -> Iterator[SerialPlace]:
    """Yield every place for a serial, site by site in the order of its course, weeks rising.

    Parameters
    ----------
    serial : str
        Its id.
    before : Timetable
        What people expect; the serial may stand in it or not.
    asked : tuple of Programme, ForcePlan, Mission
        What the timetable is made for.
    limits : Limits
        Of the re-plan of each place.

    Yields
    ------
    SerialPlace
        With a plan in which the serial has all its people and rooms; one without a week for a site where
        there is none.
    """
    one = next(s for s in before.serials if s.id == serial)
    for site in asked[2].courses[one.course].sites:
        schedule, j = _board(serial, site, before, asked)
        found = [
            SerialPlace(site, week, plan=plan)
            for week in schedule.instance.starts[j]
            if (plan := _planned((serial, site, week), before, asked, limits)) is not None
        ]
        yield from found or [SerialPlace(site, None, cause(schedule, j) or CannotStayToEnd())]


def _board(serial: str, site: str, before: Timetable, asked: Asked) -> tuple[PartialSchedule, int]:
    """Return the board of the timetable with the serial at a site, and the serial's number."""
    programme, forces, mission = asked
    serials = tuple(replace(s, site=site) if s.id == serial else s for s in serials_of(programme, mission))
    base = frame(people_of(forces, programme, mission), mission)
    done = finished(before.activities, mission)
    problem = serial_problem(serials, base=base, done=done, programme=programme, mission=mission)
    expected, stood = expecting(problem, before)
    j = next(j for j, job in enumerate(problem.jobs) if job.id == serial)
    return kept(Instance(expected), {k: placed for k, placed in stood.items() if k != j}), j


def _planned(place: tuple[str, str, int], before: Timetable, asked: Asked, limits: Limits) -> Kept | None:
    """Plan with a serial pinned to a place; None where it would lack people for some of its weeks."""
    serial, site, week = place
    plan = replan_timetable(before, asked, limits=limits, pinned={serial: week}, at={serial: site})
    made = next(s for s in plan.timetable.serials if s.id == serial)
    return plan if made.start == week and all(seat.person for seat in made.seats) else None
