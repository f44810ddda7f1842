"""Staffing: skills that no role holds, classes without a crew, offers and roles that nothing needs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate

from cadre.errors import MissionWarning, Place
from cadre.messages import message, quoted
from cadre.mission.mission import Mission
from cadre.mission.nations import Offer
from cadre.mission.people import ROUNDING
from cadre.mission.presence import Strength
from cadre.mission.training import Course, Need

BANDS_APART = 1
"""Rank bands by which an offer may differ from its post (docs/model/rules.md, Offers)."""


def _at(*path: str) -> Place:
    return Place(path=path)


def _needs(mission: Mission) -> Iterator[tuple[str, Course, str, list[Need]]]:
    """Return the skills that courses need, whichever option holds them, and what is said of each."""
    for key, course in mission.courses.items():
        for skill in dict.fromkeys(skill for phase in course.phases for skill in phase.instructors):
            needs = [phase.instructors[skill] for phase in course.phases if skill in phase.instructors]
            if skill in mission.skills:
                yield key, course, skill, needs


def _in_needs(mission: Mission, course: str, skill: str) -> Place:
    if skill in mission.courses[course].instructors:
        return _at("courses", course, "instructors", skill)
    phases = mission.courses[course].in_phases
    number = next(n for n, phase in enumerate(phases) if skill in phase.instructors)
    return _at("courses", course, "in_phases", str(number), "instructors", skill)


def _holders(mission: Mission, skill: str) -> set[str]:
    return {key for key, role in mission.roles.items() if skill in role.skills}


def _hosts(mission: Mission, skill: str) -> float:
    """Return how many hosts may teach a skill at most; no end where a course makes more of them."""
    taught = any(skill in c.teaches and c.teaches_on.high > 0 for c in mission.courses.values())
    return math.inf if taught else mission.skills[skill].hosts_at_start.high


def skills_are_held(mission: Mission) -> Iterator[MissionWarning]:
    """Of each skill that a course needs somebody can come, unless the hosts have enough of them."""
    for key, course, skill, needs in _needs(mission):
        enough = max(need.people_for(course.seats.least) for need in needs)
        sure = mission.skills[skill].hosts_at_start.low
        alone = course.foreign_at_least.high == 0 and sure >= enough
        if not _holders(mission, skill) and _hosts(mission, skill) > 0 and not alone:
            foreign = "yes" if course.foreign_at_least.low > 0 else "no"
            about = {"skill": skill, "quoted": quoted(skill), "course": key, "foreign": foreign}
            yield MissionWarning.about(_in_needs(mission, key, skill), "warnings.no-role-holds", **about)


def classes_have_a_crew(mission: Mission) -> Iterator[MissionWarning]:
    """A class has as many instructors as its ratio asks for, from offers, hosts and below the ceiling."""
    for key, course, skill, needs in _needs(mission):
        roles = _holders(mission, skill)
        if not roles or any(mission.roles[role].local for role in roles) or mission.ceiling == 0:
            continue
        there = _at_once(mission, key, roles)
        least, most = (
            max(_foreign(mission, course, skill, need, seats) for need in needs)
            for seats in (course.seats.least, course.seats.most)
        )
        about = {"skill": quoted(skill), "there": there if there < math.inf else 0}
        place = _in_needs(mission, key, skill)
        if there < least:
            seats = course.seats.least
            yield MissionWarning.about(place, "warnings.no-crew", needed=least, seats=seats, **about)
        elif there < most:
            seats = course.seats.most
            yield MissionWarning.about(place, "warnings.small-crew", needed=most, seats=seats, **about)


def _foreign(mission: Mission, course: Course, skill: str, need: Need, seats: int) -> int:
    """Return the foreign instructors without whom a class of so many cannot be held."""
    people, hosts = need.people_for(seats), _hosts(mission, skill)
    without = max(0.0, people - hosts)
    return max(math.ceil(without - ROUNDING), math.ceil(course.foreign_at_least.low * people - ROUNDING))


def _at_once(mission: Mission, course: str, roles: set[str]) -> float:
    """Return the people of some roles who can be there at a time for a course, whatever options say.

    No end where nothing is offered yet, but for the ceiling.
    """
    ceiling = math.inf if mission.ceiling is None else mission.ceiling
    if not mission.offers:
        return ceiling
    serving = [k for k, o in mission.offers.items() if o.role in roles and _teaches(mission, o, course)]
    return min(ceiling, _peak(run for key in serving for run in mission.strengths[key]))


def _peak(runs: Iterable[Strength]) -> int:
    """Return the people who are there at a time, at most; halves of a person are never there together."""
    changes: Counter[int] = Counter()
    for run in runs:
        changes[run.begins] += run.people
        changes[run.ends] -= run.people
    return max(accumulate((changes[week] for week in sorted(changes)), initial=0))


def _teaches(mission: Mission, offer: Offer, course: str) -> bool:
    sites = mission.courses[course].sites
    return course not in offer.not_for and not set(sites) <= set(offer.not_at)


def roles_are_needed(mission: Mission) -> Iterator[MissionWarning]:
    """Something needs each role."""
    needed, skills = _tail(mission), _taught(mission) | _advised(mission)
    offered = Counter(offer.role for offer in mission.offers.values())
    for key, role in mission.roles.items():
        if key not in needed and skills.isdisjoint(role.skills):
            offers = offered[key]
            yield MissionWarning.about(_at("roles", key), "warnings.role-unused", offers=offers)


def _tail(mission: Mission) -> set[str]:
    tail = {rule.role for rule in mission.support.values()}
    command = mission.commands.get(mission.command or "")
    return tail | (set(command.posts) if command is not None else set())


def _taught(mission: Mission) -> set[str]:
    return {skill for _, _, skill, _ in _needs(mission)}


def _advised(mission: Mission) -> set[str]:
    return {
        skill
        for project in mission.projects.values()
        for activity in project.activities.values()
        for skill in activity.advisers
    }


def offers_can_serve(mission: Mission) -> Iterator[MissionWarning]:
    """Each offer can fill a post of its role: its rank, languages, days and caveats leave one."""
    needs = {role: _courses_of(mission, role) for role in mission.roles}
    for key, offer in mission.offers.items():
        role, party = mission.roles.get(offer.role), mission.parties.get(offer.party)
        if role is None or party is None:
            continue
        spoken = {*offer.languages, *party.speaks}
        lacking = [language for language in role.languages if language not in spoken]
        begins, ends = mission.weeks_of(offer)
        if role.local:
            yield MissionWarning.about(_at("offers", key, "role"), "warnings.offer-of-local-role")
        elif not _near(mission, offer.rank or role.rank, role.rank):
            ranks = {"given": quoted(offer.rank), "wanted": quoted(role.rank)}
            yield MissionWarning.about(_at("offers", key, "rank"), "warnings.offer-of-other-rank", **ranks)
        elif lacking:
            about = {"language": quoted(lacking[0])}
            yield MissionWarning.about(_at("offers", key), "warnings.offer-without-language", **about)
        elif begins == ends:
            days = {"begins": offer.begins, "ends": offer.ends}
            yield MissionWarning.about(_at("offers", key), "warnings.offer-without-week", **days)
        elif needs[offer.role] and not any(_teaches(mission, offer, one) for one in needs[offer.role]):
            yield MissionWarning.about(_at("offers", key), "warnings.offer-unneeded")


def _near(mission: Mission, given: str, wanted: str) -> bool:
    ranks = mission.ranks
    if not wanted or given not in ranks or wanted not in ranks:
        return True
    return abs(ranks.index(given) - ranks.index(wanted)) <= BANDS_APART


def _courses_of(mission: Mission, role: str) -> Collection[str]:
    """Return the courses that a role serves; none where it serves anything else, too, or nothing."""
    skills = set(mission.roles[role].skills)
    if role in _tail(mission) or skills & _advised(mission):
        return ()
    return {key for key, _, skill, _ in _needs(mission) if skill in skills}


def parties_take_part(mission: Mission) -> Iterator[MissionWarning]:
    """A contributor offers something, or has a position."""
    named = {offer.party for offer in mission.offers.values()}
    named |= {position.party for position in mission.positions}
    for key, party in mission.parties.items():
        if mission.offers and party.kind == "contributor" and key not in named:
            yield MissionWarning.about(_at("parties", key), "warnings.party-without-part")


def commands_are_chosen(mission: Mission) -> Iterator[MissionWarning]:
    """Some option has each way to command."""
    for key in mission.commands:
        if key != mission.command:
            name = message("warnings.no-command") if mission.command is None else quoted(mission.command)
            yield MissionWarning.about(_at("commands", key), "warnings.command-unused", chosen=name)
