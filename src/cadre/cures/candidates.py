"""Single changes that might cure what an option misses, by what they change, smallest first.

Takes the plans of an option, gives ladders of changes: as soon as one rung cures, the larger ones need not be
tried. A change is data for `Mission.changed`. Knows no solver.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cadre.forces.plan import FurtherRequest
from cadre.mission import Mission
from cadre.mission.people import ROUNDING
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.plans import Planned
from cadre.programme.chains import served_by
from cadre.programme.contradictions import standing_alone
from cadre.programme.skills import roles_with
from cadre.reasons import Reason
from cadre.reasons.cures import (
    CeilingRaised,
    CoursesHeld,
    MoreBeds,
    MoreOffered,
    MoreRecruits,
    MoreRooms,
    OpenFromStart,
    SetTo,
    SeveralSet,
    ThisMany,
)
from cadre.reasons.programme import NeverHeld, StaysClosed, TargetMissed, TooFewPeople, TooFewSupport

RUNGS = (1, 2, 4)
"""Sizes of a change that are tried in turn, in its unit."""
CEILING_STEP, RECRUITS_STEP = 0.1, 0.25
"""Units of the ceiling and of recruits a year, as parts of what stands in the mission."""
ROOMS_TRIED, ASKS_TRIED = 4, 4
"""Kinds of rooms, and roles at a site, that are tried at most."""


@dataclass(frozen=True, slots=True)
class CandidateChange:
    """A change of the mission: the rule it eases, what is changed, and the paths set."""

    rule: str
    what: Reason
    sets: Mapping[str, Any] = field(hash=False)


Ladder = tuple[CandidateChange, ...]
"""Changes of one kind, smallest first."""


def ladders(planned: Planned) -> tuple[Ladder, ...]:
    """Return the changes that can be tried for an option.

    Where the mission has no programme at all, only what stands against the command is eased; else courses
    that the option leaves out, the ceiling, recruits, rooms, openings and beds, and offers for posts that
    stay open.
    """
    mission = planned.option.mission
    if planned.need.result is not None and not planned.need.result.has_plan:
        return tuple(_for_the_command(mission))
    found = (
        *_courses(mission),
        *_ceiling(mission),
        *_recruits(planned),
        *_rooms(mission),
        *_openings(mission),
        *_beds(mission),
        *_asks(planned),
        *_lacked(planned),
    )
    return tuple(ladder for ladder in found if ladder)


def _for_the_command(mission: Mission) -> Iterator[Ladder]:
    """Yield the least ceiling, and the least beds, under which command and tail fit."""
    posts = standing_alone(mission)
    total, here = sum(posts.values()), posts.get(mission.headquarters, 0)
    changes = {}
    if mission.ceiling is not None and total > mission.ceiling:
        changes["ceiling"] = total
    beds = mission.sites[mission.headquarters].beds
    if beds is not None and here > beds:
        changes[f"sites.{mission.headquarters}.beds"] = here
    if changes:
        paths = tuple(SetTo(path, number) for path, number in changes.items())
        yield (CandidateChange("command", paths[0] if len(paths) == 1 else SeveralSet(paths), changes),)


def _courses(mission: Mission) -> Iterator[Ladder]:
    """Hold the courses that a capability needs and the option leaves out, capability by capability."""
    left_out = {f"courses.{key}.held": True for key, course in mission.courses.items() if not course.held}
    whole, kept = mission.changed(left_out), set[frozenset[str]]()
    for capability in mission.capabilities.values():
        needed = frozenset(k for k in served_by(whole, capability.made_of) if not mission.courses[k].held)
        if needed and needed not in kept:
            kept.add(needed)
            courses = [key for key in mission.courses if key in needed]
            sets = {f"courses.{key}.held": True for key in courses}
            yield (CandidateChange("courses", CoursesHeld(tuple(courses)), sets),)


def _ceiling(mission: Mission) -> Iterator[Ladder]:
    if mission.ceiling is not None:
        step = max(1, math.ceil(CEILING_STEP * mission.ceiling))
        tops = [mission.ceiling + step * rung for rung in RUNGS]
        yield tuple(
            CandidateChange("ceiling", CeilingRaised(top, mission.ceiling), {"ceiling": top}) for top in tops
        )


def _recruits(planned: Planned) -> Iterator[Ladder]:
    """Let more recruits come; to a pool to which nobody comes, parts of what the targets miss till then."""
    mission = planned.option.mission
    for key, pool in mission.recruits.items():
        now = {f"recruits.{key}.a_year": pool.a_year.mean}
        now |= {f"recruits.{key}.later.{n}.a_year": later.a_year.mean for n, later in enumerate(pool.later)}
        missing = 0.0 if any(now.values()) else _missing_a_year(planned)
        ladder = []
        for rung in RUNGS:
            more = {
                path: math.ceil(a_year * (1 + RECRUITS_STEP * rung) + missing * rung)
                for path, a_year in now.items()
            }
            rates, before = (tuple(map(ThisMany, of.values())) for of in (more, now))
            ladder.append(CandidateChange("trainees", MoreRecruits(key, rates, before), more))
        yield tuple(change for change in ladder if change.sets != now)


def _missing_a_year(planned: Planned) -> float:
    """Return the people a year who would be as many, by its week, as the target lacks that lacks most."""
    capabilities = planned.option.mission.capabilities
    return (
        max(
            (
                (t.wanted - t.reached) * max(capabilities[t.capability].made_of.values()) / (t.week + 1)
                for t in planned.programme.targets
                if t.reached < t.wanted
            ),
            default=0.0,
        )
        * WEEKS_PER_YEAR
    )


def _rooms(mission: Mission) -> Iterator[Ladder]:
    """Ease the rooms that most courses use, most used first."""
    uses: dict[tuple[str, str], int] = {}
    for course in mission.courses.values():
        for phase in course.phases:
            for facility in phase.uses:
                for site in course.sites:
                    uses[site, facility] = uses.get((site, facility), 0) + 1
    held = {
        (site, facility): number
        for site, place in mission.sites.items()
        for facility, number in place.facilities.items()
    }
    for site, facility in sorted(uses, key=lambda place: (-uses[place], place))[:ROOMS_TRIED]:
        number = held.get((site, facility), 0)
        yield tuple(
            CandidateChange(
                "seats",
                MoreRooms(rung, facility, site),
                {f"sites.{site}.facilities.{facility}": number + rung},
            )
            for rung in RUNGS[:2]
        )


def _openings(mission: Mission) -> Iterator[Ladder]:
    for key, site in mission.sites.items():
        if site.opens is not None:
            yield (CandidateChange("site", OpenFromStart(key), {f"sites.{key}.opens": None}),)


def _beds(mission: Mission) -> Iterator[Ladder]:
    for key, site in mission.sites.items():
        if site.beds is not None:
            step = max(1, math.ceil(CEILING_STEP * site.beds))
            more = [step * rung for rung in RUNGS]
            yield tuple(
                CandidateChange("site", MoreBeds(n, key), {f"sites.{key}.beds": site.beds + n}) for n in more
            )


def _asks(planned: Planned) -> Iterator[Ladder]:
    """Let somebody offer what most post-weeks are open for, role by role at a site, critical ones first."""
    mission = planned.option.mission
    open_for: dict[tuple[bool, str, str], int] = {}
    for ask in planned.forces.asks:
        key = (not ask.critical, ask.role, ask.site)
        open_for[key] = open_for.get(key, 0) + ask.post_weeks
    party = _contributor(mission)
    if party is None:
        return
    for _, role, site in sorted(open_for, key=lambda place: (place[0], -open_for[place]))[:ASKS_TRIED]:
        asks = [ask for ask in planned.forces.asks if (ask.role, ask.site) == (role, site)]
        counts = sorted({rung for rung in RUNGS if rung < len(asks)} | {len(asks)})
        yield tuple(_offered(mission, asks[:count], party) for count in counts)


def _lacked(planned: Planned) -> Iterator[Ladder]:
    """Let somebody offer who is lacking to hold a course at all, where no post asks for them.

    So it is where those offered fill the posts and may not teach the course.
    """
    mission, asked = planned.option.mission, {(ask.role, ask.site) for ask in planned.forces.asks}
    party = _contributor(mission)
    if party is None:
        return
    for role, site, people in dict.fromkeys(_lacking(planned)):
        if (role, site) not in asked and not mission.roles[role].local:
            weeks, critical = mission.exit_week, mission.roles[role].critical
            ask = FurtherRequest(role, site, 0, weeks, people, people * weeks, critical)
            yield tuple(_offered(mission, [ask] * rung, party) for rung in RUNGS[:2])


def _lacking(planned: Planned) -> Iterator[tuple[str, str, int]]:
    """Yield role, site and people that courses lack which are never held, as the targets missed tell it."""
    mission = planned.option.mission
    told = (why for t in planned.programme.targets if isinstance(t.why, TargetMissed) for why in t.why.why)
    for held in told:
        match held:
            case NeverHeld(course, TooFewPeople(skill, needed, there, by)) if by != "ceiling":
                place = mission.courses[course].sites[0]
                roles = [r for r in roles_with(mission, skill) if not mission.roles[r].local][:1]
            case NeverHeld(_, TooFewSupport(role, place, needed, there)):
                roles = [role]
            case NeverHeld(_, StaysClosed(_, _, skill, needed, there)):
                place, roles = mission.headquarters, roles_with(mission, skill)[:1]
            case _:
                continue
        yield from ((role, place, math.ceil(needed - there - ROUNDING)) for role in roles)


def _contributor(mission: Mission) -> str | None:
    return next((key for key, party in mission.parties.items() if party.kind == "contributor"), None)


def _offered(mission: Mission, asks: Sequence[FurtherRequest], party: str) -> CandidateChange:
    """Return offers, all confirmed, that meet asks of one role at one site."""
    role, site = asks[0].role, asks[0].site
    speaks = list(mission.roles[role].languages)
    elsewhere = [other for other in mission.sites if other != site]
    sets = {
        f"offers.further-{number}": {
            "party": party,
            "role": role,
            "people": ask.people,
            "begins": str(mission.date_of(ask.begins)),
            "ends": str(mission.date_of(ask.ends)),
            "state": "confirmed",
            "languages": speaks,
            "not_at": elsewhere,
        }
        for number, ask in enumerate(asks, 1)
    }
    people, weeks = _most(asks), sum(ask.post_weeks for ask in asks)
    return CandidateChange("instructors", MoreOffered(people, role, site, weeks), sets)


def _most(asks: Sequence[FurtherRequest]) -> int:
    """Return how many people are asked for at the same time at most."""
    weeks = sorted({ask.begins for ask in asks})
    return max((sum(a.people for a in asks if a.begins <= w < a.ends) for w in weeks), default=0)
