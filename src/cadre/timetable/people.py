"""The people who can hold seats: foreign ones from the force plan, local and host ones from the programme.

Takes a force plan, a programme and its mission, gives `Person`s. Only people with a skill are named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from cadre.forces.plan import ForcePlan, Stint
from cadre.mission import Mission
from cadre.programme.plan import Programme
from cadre.timetable.plan import Person

ROUNDING = 1e-6
"""What an expected number may lack of a whole person and still count as one."""


def people_of(forces: ForcePlan, programme: Programme, mission: Mission) -> tuple[Person, ...]:
    """Name everybody who can hold a seat, sorted by where they come from: foreign, local, host.

    Parameters
    ----------
    forces : ForcePlan
        Its stints; each person of a stint is named.
    programme : Programme
        Its local posts and its host instructors by period.
    mission : Mission
        Roles, tours, command, skills.

    Returns
    -------
    tuple of Person
        Ids are unique.
    """
    return (*_foreign(forces, mission), *_local(programme, mission), *_hosts(programme, mission))


def overlap_weeks(mission: Mission, rotation: int) -> int:
    """Weeks at the start of a tour in which nothing new is taught: handover and what the command loses.

    None in the first rotation: nobody was there from whom its people could take over.
    """
    if rotation == 0:
        return 0
    lost = mission.commands[mission.command].weeks_lost.mean if mission.command else 0.0
    return math.floor(mission.tours.handover.mean + lost + 0.5)


def _foreign(forces: ForcePlan, mission: Mission) -> Iterator[Person]:
    lines = {line.id: line for line in forces.lines}
    named: dict[tuple[str, int], int] = {}
    for stint in sorted(forces.stints, key=lambda s: (s.offer, lines[s.line].rotation, s)):
        line, offer = lines[stint.line], mission.offers[stint.offer]
        skills = mission.roles[line.role].skills
        away = sorted(mission.working.away(offer.party, line.site))
        for _ in range(stint.people if skills else 0):
            number = named[stint.offer, line.rotation] = named.get((stint.offer, line.rotation), 0) + 1
            arrives = min(stint.begins + overlap_weeks(mission, line.rotation), stint.ends)
            yield Person(
                id=f"{stint.offer}#{number}/r{line.rotation}",
                origin=stint.offer,
                role=line.role,
                site=line.site,
                skills=skills,
                arrives=arrives,
                leaves=stint.ends,
                not_for=offer.not_for,
                overlap=arrives - stint.begins,
                leave=_leave(
                    stint, max(line.opens, mission.whole_weeks(offer.begins, offer.ends)[0]), mission
                ),
                away=tuple(w for w in away if stint.begins <= w < stint.ends),
            )


def _leave(stint: Stint, since: int, mission: Mission) -> int:
    """Return the weeks of leave in a stint: its part of those of the offer's people since they came.

    Stints that follow each other in a rotation take together what one stay through all their weeks takes.
    """
    leave_in = mission.tours.leave_in
    return leave_in(stint.ends - since) - leave_in(stint.begins - since)


def _local(programme: Programme, mission: Mission) -> Iterator[Person]:
    """Local staff stay as long as their post stands: no tour, no handover, leave in the closed weeks."""
    rotations = math.ceil(mission.exit_week / programme.rotation_weeks)
    posts: dict[tuple[str, str], list[float]] = {}
    for batch in programme.posts:
        role = mission.roles[batch.role]
        if role.local and role.skills and batch.rotation < rotations:
            posts.setdefault((batch.role, batch.site), [0.0] * rotations)[batch.rotation] += batch.people
    for (role_id, site), people in sorted(posts.items()):
        for number, first, last in _stays(people):
            begins = first * programme.rotation_weeks
            ends = min(last * programme.rotation_weeks, mission.exit_week)
            name = f"{role_id}@{site}#{number}" + (f"/r{first}" if first else "")
            yield Person(name, "local", role_id, site, mission.roles[role_id].skills, begins, ends)


def _stays(numbers: Sequence[float]) -> Iterator[tuple[int, int, int]]:
    """Yield (N, first, end) for each unbroken run of at least N whole people; the last to come goes first."""
    most = max((math.floor(n + ROUNDING) for n in numbers), default=0)
    for number in range(1, most + 1):
        first: int | None = None
        for i, n in enumerate([*numbers, 0.0]):
            enough = n + ROUNDING >= number
            if enough and first is None:
                first = i
            elif not enough and first is not None:
                yield number, first, i
                first = None


def _hosts(programme: Programme, mission: Mission) -> Iterator[Person]:
    """Whole host instructors: in period p those of the end of period p-1, in period 0 of the first day."""
    for skills, numbers in host_groups(programme, mission).items():
        for number, first, last in _stays(numbers):
            begins = first * programme.period_weeks
            ends = mission.weeks if last == len(numbers) else last * programme.period_weeks
            name = f"host:{'+'.join(skills)}#{number}" + (f"/p{first}" if first else "")
            if begins < min(ends, mission.weeks):
                yield Person(name, "host", "", "", skills, begins, min(ends, mission.weeks))


def host_groups(programme: Programme, mission: Mission) -> dict[tuple[str, ...], list[float]]:
    """Split the programme's hosts by skill into people, who hold all the skills their course `teaches`.

    The programme counts a host once for each skill. Those of the first day hold one skill each. Of the
    others, as many hold all skills of a course as there are of its scarcest one; what is left of a skill
    stands alone.

    Returns
    -------
    dict of tuple of str to list of float
        By skills held: people in each period, shape (periods,).
    """
    taught = {serial.course for serial in mission.under_way.values()}
    together = {
        tuple(sorted(c.teaches))
        for key, c in mission.courses.items()
        if len(c.teaches) > 1 and (c.held or key in taught)
    }
    groups: dict[tuple[str, ...], list[float]] = {}
    for period in range(-(-programme.weeks // programme.period_weeks)):
        left, alone = _hosts_in(programme, mission, period)
        for skills in sorted(together, key=lambda s: (-len(s), s)):
            people = min(left.get(skill, 0.0) for skill in skills)
            groups.setdefault(skills, []).append(people)
            left |= {skill: left.get(skill, 0.0) - people for skill in skills}
        for skill in sorted(left):
            groups.setdefault((skill,), [0.0] * period).append(left[skill] + alone[skill])
    return groups


def _hosts_in(
    programme: Programme, mission: Mission, period: int
) -> tuple[dict[str, float], dict[str, float]]:
    """Give, by skill, hosts in a period: those who came from a course, and those left of the first day."""
    left: dict[str, float] = {}
    alone: dict[str, float] = {}
    for skill_id, skill in mission.skills.items():
        stock = programme.hosts.get(skill_id, ())
        monthly = 1 - skill.hosts_leave.mean
        months = 12 / 52.1786 * programme.period_weeks * period
        first_day = skill.hosts_at_start.mean * monthly**months
        now = (
            first_day
            if period == 0 or not stock
            else stock[min(period * programme.period_weeks, len(stock)) - 1]
        )
        alone[skill_id] = min(first_day, now)
        left[skill_id] = max(0.0, now - first_day)
    return left, alone
