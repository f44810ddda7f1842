"""Training: courses that cannot be held or lead nowhere, and capabilities that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.errors import Fault, Place
from cadre.messages import Content, Message, listed, message, quoted
from cadre.mission.base import MOST_NAMED, nearest
from cadre.mission.checks.circles import before
from cadre.mission.mission import Mission
from cadre.mission.references import facilities
from cadre.mission.training import Course


def _at(*path: str) -> Place:
    return Place(path=path)


def one_origin(mission: Mission) -> Iterator[Fault]:
    """The trainees of a course come from prerequisites or from a pool, not from both and not from nowhere."""
    for key, course in mission.courses.items():
        if course.after and course.recruits is not None:
            yield Fault.of(_at("courses", key, "recruits"), "checks.two-origins")
        elif not course.after and course.recruits is None:
            yield Fault.of(_at("courses", key), "checks.no-origin", **_origins(mission, key))


def _origins(mission: Mission, key: str) -> dict[str, Content]:
    """Return the pools and courses that trainees of a course could come from."""
    others = [other for other in mission.courses if other != key][:MOST_NAMED]
    pools = list(mission.recruits)[:MOST_NAMED]
    return {"pools": listed(pools or ["POOL"], "or"), "courses": listed(others or ["COURSE"], "or")}


def prerequisites_chain(mission: Mission) -> Iterator[Fault]:
    """Several prerequisites stand in order: each comes, directly or not, before the next."""
    graph = {key: course.after for key, course in mission.courses.items()}
    for key, course in mission.courses.items():
        for first, second in zip(course.after, course.after[1:], strict=False):
            place = _at("courses", key, "after")
            if first == second:
                yield Fault.of(place, "checks.prerequisite-twice", course=first)
            elif {first, second} <= graph.keys() and first not in before(graph, second):
                yield Fault.of(place, "checks.no-chain", first=first, second=second)


def prerequisites_grant(mission: Mission) -> Iterator[Fault]:
    """A prerequisite grants a competence, which its graduates hold while they wait."""
    for key, course in mission.courses.items():
        for other in course.after:
            if other in mission.courses and mission.courses[other].grants is None:
                yield Fault.of(_at("courses", key, "after"), "checks.grants-nothing", other=other)


def intake_in_order(mission: Mission) -> Iterator[Fault]:
    """Numbers of recruits change on days of the mission after the first, each day once."""
    first, last = mission.mission.starts, mission.date_of(mission.weeks)
    for key, pool in mission.recruits.items():
        met = set()
        for n, later in enumerate(pool.later):
            at = _at("recruits", key, "later", str(n), "begins")
            if not first < later.begins < last:
                yield Fault.of(at, "checks.intake-out-of-time", day=later.begins, first=first, last=last)
            elif later.begins in met:
                yield Fault.of(at, "checks.day-again", day=later.begins)
            met.add(later.begins)


def something_to_learn(mission: Mission) -> Iterator[Fault]:
    """A course that learns to teach as many with fewer instructors says for how many it takes one."""
    for key, course in mission.courses.items():
        ratio = None if course.learns is None else course.learns.instructors
        needs = [need for phase in course.phases for need in phase.instructors.values()]
        if (
            ratio is not None
            and not (ratio.is_known and ratio.mean == 1)
            and all(n.one_per is None for n in needs)
        ):
            yield Fault.of(_at("courses", key, "learns", "instructors"), "checks.crew-of-fixed-size")


def begun_before(mission: Mission) -> Iterator[Fault]:
    """A serial under way has no more weeks left than its course lasts, and people in it."""
    for key, serial in mission.under_way.items():
        course = mission.courses.get(serial.course)
        if course is not None and serial.weeks_left > course.length:
            place, weeks = _at("under_way", key, "weeks_left"), serial.weeks_left
            yield Fault.of(
                place,
                "checks.longer-than-its-course",
                weeks=weeks,
                length=course.length,
                course=serial.course,
            )
        if serial.trainees.high == 0:
            yield Fault.of(_at("under_way", key, "trainees"), "checks.nobody-in-training")


def _should_grant(mission: Mission, key: str) -> bool:
    """Say whether a course must grant something: it leads to nothing else, or others follow it."""
    return not mission.courses[key].teaches or any(key in other.after for other in mission.courses.values())


def something_taught(mission: Mission) -> Iterator[Fault]:
    """A course grants a competence or makes host instructors."""
    for key, course in mission.courses.items():
        if course.grants is None and not course.teaches:
            yield Fault.of(_at("courses", key), "checks.leads-to-nothing")
        if course.teaches and course.teaches_on.high == 0:
            yield Fault.of(_at("courses", key, "teaches"), "checks.nobody-teaches-on")


def some_site_holds(mission: Mission) -> Iterator[Fault]:
    """At least one listed site has, or gets, the facilities and beds for a full serial.

    Facilities that no site has are told by their name.
    """
    for key, course in mission.courses.items():
        if any(kind not in facilities(mission) for phase in course.phases for kind in phase.uses):
            continue
        sites = [site for site in course.sites if site in mission.sites]
        if not sites:
            if not course.sites:
                yield Fault.of(
                    _at("courses", key, "sites"),
                    "checks.no-site",
                    sites=listed(list(mission.sites)[:MOST_NAMED] or ["SITE"]),
                )
            continue
        reasons = [_why_not(mission, course, site) for site in sites]
        if all(reasons):
            missing = listed((one for one in reasons if one is not None), "semicolon")
            yield Fault.of(_at("courses", key, "sites"), "checks.no-site-holds", missing=missing)


def _why_not(mission: Mission, course: Course, site: str) -> Message | None:
    """Say why a site cannot hold a full serial; None if it can."""
    for phase in course.phases:
        for kind, needed in phase.uses.items():
            there = mission.sites[site].facilities.get(kind, 0) + _added(mission, site, kind)
            if there < needed:
                of = float(needed)
                return message("checks.too-few-rooms", site=site, there=there, needed=of, kind=kind)
    beds = mission.sites[site].beds
    if beds is None:
        return None
    beds += _added(mission, site, "beds")
    instructors = max(_foreign_beds(mission, course, phase) for phase in range(len(course.phases)))
    if course.seats.most + instructors > beds:
        people = {"trainees": course.seats.most, "instructors": instructors}
        return message("checks.too-few-beds", site=site, beds=beds, **people)
    return None


def _added(mission: Mission, site: str, kind: str) -> int:
    return sum(project.effects.adds.get(site, {}).get(kind, 0) for project in mission.projects.values())


def _foreign_beds(mission: Mission, course: Course, phase: int) -> int:
    """Count the instructors of a full serial who need a bed: those whose skill a foreign role holds."""
    foreign = {skill for role in mission.roles.values() if not role.local for skill in role.skills}
    needs = course.phases[phase].instructors
    return sum(need.people_for(course.seats.most) for skill, need in needs.items() if skill in foreign)


def skills_can_be_had(mission: Mission) -> Iterator[Fault]:
    """Every skill that is needed is held by a role or, for teaching, by hosts now or later; told once.

    A skill that a role names with a slip is told there.
    """
    in_roles = {skill for role in mission.roles.values() for skill in role.skills}
    hosts = {key for key, skill in mission.skills.items() if skill.hosts_at_start.high > 0}
    hosts |= {
        skill for course in mission.courses.values() for skill in course.teaches if course.teaches_on.high > 0
    }
    unknown = {skill for skill in in_roles if skill not in mission.skills}
    told = {nearest(skill, mission.skills) for skill in unknown}
    for key, course in mission.courses.items():
        needed = dict.fromkeys(skill for phase in course.phases for skill in phase.instructors)
        for skill in needed:
            if skill in mission.skills and skill not in in_roles | hosts | told:
                told.add(skill)
                yield _nobody(("courses", key, "instructors"), skill)
    for key, project in mission.projects.items():
        for name, activity in project.activities.items():
            for skill in activity.advisers:
                if skill in mission.skills and skill not in in_roles | told:
                    told.add(skill)
                    yield _nobody(("projects", key, "activities", name, "advisers"), skill)


def _nobody(path: tuple[str, ...], skill: str) -> Fault:
    return Fault.of(_at(*path), "checks.skill-of-nobody", skill=skill, quoted=quoted(skill))


def capabilities_are_led_to(mission: Mission) -> Iterator[Fault]:
    """Every competence of a capability is granted by a course or held by someone at the start.

    Where a course should grant something and says nothing, that is told, and it may be what is missing.
    """
    if any(course.grants is None and _should_grant(mission, key) for key, course in mission.courses.items()):
        return
    granted = {course.grants for course in mission.courses.values()}
    unknown = [competence for competence in granted if competence and competence not in mission.competences]
    granted |= {nearest(competence, mission.competences) for competence in unknown}
    for key, capability in mission.capabilities.items():
        for competence in capability.made_of:
            known = mission.competences.get(competence)
            if known is not None and competence not in granted and known.at_start.high == 0:
                place, known_as = _at("capabilities", key, "made_of"), quoted(competence)
                yield Fault.of(place, "checks.not-led-to", competence=competence, quoted=known_as)
