"""Duties: what each person does in which weeks: teaches, advises, takes over, is on leave.

Takes a mission and a timetable, gives frozen stretches of weeks. Leave is not placed by the plan, which only
keeps enough weeks free of seats; here it is placed in them: in closed weeks first, then in those nearest the
middle of a stay. Rule: docs/model/tracking.md, Rosters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cadre.mission import Mission
from cadre.timetable.plan import Person, Timetable
from cadre.timetable.stays import stays_in

Kind = Literal["teaches", "advises", "takes-over", "leave", "free"]


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """What a person does from week `begins` to `ends` (exclusive).

    `where` is the serial or the activity (`PROJECT/ACTIVITY`), with the `phase` and the `skill` used; empty
    of leave, of handover on arrival, and of weeks in which they hold no seat. `site` is empty of hosts who
    are free: they move with their serial.
    """

    person: str
    begins: int
    ends: int
    kind: Kind
    where: str = ""
    phase: int = 0
    skill: str = ""
    site: str = ""


def duties(mission: Mission, timetable: Timetable) -> tuple[Duty, ...]:
    """Return every duty, sorted by person and week.

    Parameters
    ----------
    mission : Mission
        For the weeks of courses and what is closed.
    timetable : Timetable
        As it is carried out (`in_force`).
    """
    held: dict[str, list[Duty]] = defaultdict(list)
    for duty in _seats(mission, timetable):
        held[duty.person].append(duty)
    found: list[Duty] = []
    for person in timetable.people:
        found += [*held[person.id], *_without_seat(person, held[person.id], mission)]
    return tuple(sorted(found))


def _seats(mission: Mission, timetable: Timetable) -> Iterator[Duty]:
    sites = {one.id: one.site for one in timetable.serials}
    posts = {one.id: one.site for one in timetable.people}
    for stay in stays_in(timetable, mission):
        site = sites.get(stay.where, posts.get(stay.person, ""))
        kind: Kind = "teaches" if stay.where in sites else "advises"
        yield Duty(stay.person, stay.begins, stay.ends, kind, stay.where, stay.phase, stay.skill, site)


def _without_seat(person: Person, held: Iterable[Duty], mission: Mission) -> Iterator[Duty]:
    """Yield the weeks in which somebody is there without a seat: handover, leave, free."""
    busy = {week for duty in held for week in range(duty.begins, duty.ends)}
    closed = mission.closed_at(person.site) if person.site else mission.working.closed_weeks
    leave = leave_weeks(person, busy, closed)
    kinds: dict[int, Kind] = {}
    for week in range(person.here, person.leaves):
        if week not in busy:
            idle: Kind = "leave" if week in leave else "free"
            kinds[week] = "takes-over" if week < person.arrives else idle
    for begins, ends in runs(kinds):
        yield Duty(person.id, begins, ends, kinds[begins], site=person.site)


def leave_weeks(person: Person, busy: Collection[int], closed: Collection[int]) -> frozenset[int]:
    """Return the weeks of leave of somebody: as many as are due, or as are free of seats.

    Those who are alike stand in for each other, so that one alone may have fewer weeks free than are due.
    """
    middle = (person.arrives + person.leaves - 1) / 2
    free = [week for week in range(person.arrives, person.leaves) if week not in busy]
    free.sort(key=lambda week: (week not in closed, abs(week - middle), week))
    return frozenset(free[: person.leave])


def runs(kinds: Mapping[int, object]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of weeks that follow each other and are of one kind: first, and after the last."""
    begins: int | None = None
    for week in sorted(kinds):
        if begins is None:
            begins = week
        if kinds.get(week + 1) != kinds[week]:
            yield begins, week + 1
            begins = None


def of_week(known: Iterable[Duty], week: int) -> tuple[Duty, ...]:
    """Return the duties that take in a week."""
    return tuple(duty for duty in known if duty.begins <= week < duty.ends)
