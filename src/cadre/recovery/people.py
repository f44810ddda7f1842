"""People of a mission that runs: who is there from today's week on, with the leave that is still due.

Takes the plan's people, what was reported of them and what they have taught; gives `Person`s of the weeks
ahead, under the names that people know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.replan.reading import Before
from cadre.timetable.plan import Person
from cadre.timetable.stays import SeatStay
from cadre.tracking.promised import staff_promised
from cadre.tracking.recorded import came_of_stints
from cadre.tracking.records import Records


def staff_ahead(mission: Mission, plan: Before, records: Records, week: int) -> ForcePlan:
    """Return the force plan of those who are there or will come.

    Of stints that run those who came; of stints ahead all, but of offers reported dropped nobody, and of
    those reported smaller no more than said.
    """
    came = Counter[tuple[str, str, int]]()
    for told in came_of_stints(mission, plan, records, week):
        came[told.key] += told.came
    site_of = {line.id: line.site for line in plan.staff.lines}
    stints = []
    for stint in sorted(
        staff_promised(mission, plan.staff, records).stints, key=lambda one: (one.begins, one.ends)
    ):
        key = (stint.offer, site_of[stint.line], stint.begins)
        there = came[key] if stint.begins < week else stint.people
        people = min(stint.people, there)
        came[key] -= people
        if people:
            stints.append(replace(stint, people=people))
    return replace(plan.staff, stints=tuple(sorted(stints)))


def beside_the_plan(
    mission: Mission, staff: ForcePlan, present: Mapping[tuple[str, str, int], int], week: int
) -> Iterator[Person]:
    """Yield people who are there and were not planned to be: for a tour, or until their offer ends."""
    site_of = {line.id: line.site for line in staff.lines}
    planned = Counter[tuple[str, str, int]]()
    for stint in staff.stints:
        planned[stint.offer, site_of[stint.line], stint.begins] += stint.people
    for (key, site, begins), people in sorted(present.items()):
        offer = mission.offers[key]
        ends = min(begins + mission.tours.weeks, mission.weeks_of(offer)[1], mission.exit_week)
        skills = mission.roles[offer.role].skills
        away = tuple(w for w in sorted(mission.working.away(offer.party, site)) if week <= w < ends)
        for number in range(people - planned[key, site, begins] if skills and ends > week else 0):
            name = f"{key}#{number + 1}/beside-{begins}"
            yield Person(name, key, offer.role, site, skills, begins, ends, offer.not_for, away=away)


def ahead(
    people: Sequence[Person],
    stays: tuple[Iterable[SeatStay], Iterable[SeatStay]],
    mission: Mission,
    week: int,
) -> tuple[Person, ...]:
    """Return people from a week on, with the leave that is due to those who are alike together.

    Weeks before it in which they taught nothing were leave, as far as some was due; who teaches already from
    the week on keeps no more leave than that leaves.

    Parameters
    ----------
    people : sequence of Person
        As named for all their stay.
    stays : pair of iterables of SeatStay
        What they taught before the week, and teach already from it on, in serials.
    mission : Mission
        With its closed weeks as they happened.
    week : int
        From which on they are given.
    """
    there = [person for person in people if person.leaves > week]
    before, beyond = (_open_weeks(some, there, mission) for some in stays)
    alike: dict[Person, list[Person]] = {}
    for person in there:
        skills, barred = tuple(sorted(person.skills)), tuple(sorted(person.not_for))
        kind = replace(person, id="", origin="", role="", skills=skills, not_for=barred)
        alike.setdefault(kind, []).append(person)
    left = dict[str, int]()
    for kind, some in alike.items():
        gone = max(0, week - kind.here)
        free = sum(gone - min(gone, before[one.id]) for one in some)
        due = max(0, len(some) * kind.leave - free) // len(some)
        ahead_of = kind.leaves - max(week, kind.here)
        most = (len(some) * ahead_of - sum(beyond[one.id] for one in some)) // len(some)
        left |= {one.id: max(0, min(due, most)) for one in some}
    return tuple(_from(person, week, left[person.id]) for person in there)


def _open_weeks(stays: Iterable[SeatStay], people: Iterable[Person], mission: Mission) -> Counter[str]:
    """Count the open weeks in which each person teaches."""
    closed = {p.id: mission.closed_at(p.site) if p.site else mission.closed_weeks for p in people}
    weeks: dict[str, set[int]] = {}
    for stay in stays:
        if stay.person in closed:
            weeks.setdefault(stay.person, set()).update(range(stay.begins, stay.ends))
    return Counter({key: len(some - closed[key]) for key, some in weeks.items()})


def _from(person: Person, week: int, leave: int) -> Person:
    arrives = max(person.arrives, week)
    overlap = arrives - max(person.here, week)
    away = tuple(w for w in person.away if w >= week)
    return replace(person, arrives=arrives, overlap=overlap, leave=leave, away=away)
