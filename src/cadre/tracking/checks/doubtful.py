"""Doubtful: what records say that can hardly be, of days, of places, of people; told as warnings.

Takes the records that hold and the mission. None of it is refused, since missions do run over, sites are used
before they open, and people come of offers that were dropped; but it is more often a slip of the pen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cadre.errors import MissionWarning, Place
from cadre.messages import message, quoted
from cadre.mission import Mission
from cadre.tracking.checks.serials import reports_of
from cadre.tracking.records import REPORTED, Records, RecruitsCame
from cadre.tracking.swapped import is_soon, swapped

# ---- days


def after_the_mission(records: Records, mission: Mission) -> Iterator[MissionWarning]:
    """Warn of what happened after the last week that is looked at: no forecast takes it up."""
    last = mission.date_of(mission.weeks) - dt.timedelta(days=1)
    for table in REPORTED:
        for key, one in records.of(table).items():
            if one.on > last:
                place = Place(path=(table, key, "on"))
                yield MissionWarning.about(place, "tracking.after-the-mission", day=one.on, last=last)


def reported_late(records: Records, _: Mission) -> Iterator[MissionWarning]:
    """Warn of reports long after it happened that are none if day and month change places."""
    for table in REPORTED:
        for key, one in records.of(table).items():
            if one.corrects is not None or is_soon(one.on, one.reported_on):
                continue
            turned = {"on": swapped(one.on), "reported_on": swapped(one.reported_on)}
            means = is_soon(turned["on"], one.reported_on), is_soon(one.on, turned["reported_on"])
            if any(means):
                name = "on" if means[0] else "reported_on"
                place, told = Place(path=(table, key, name)), {"on": one.on, "reported": one.reported_on}
                meant = turned[name] or one.on
                yield MissionWarning.about(place, "tracking.reported-late", turned=meant, **told)


# ---- serials


def over_too_soon(records: Records, mission: Mission) -> Iterator[MissionWarning]:
    """Warn of serials that ended before their course can be over."""
    started = reports_of(records, "started")
    for key, one in records.serials.items():
        begun = started.get(one.serial)
        if one.what != "ended" or begun is None or begun[1].course is None:
            continue
        course = mission.courses[begun[1].course]
        least = course.length if course.weeks is None else int(course.weeks.low)
        weeks = mission.week_of(one.on) - mission.week_of(begun[1].on) + 1
        if weeks < min(least, course.length):
            place, told = Place(path=("serials", key, "on")), {"weeks": weeks, "least": least}
            yield MissionWarning.about(place, "tracking.over-too-soon", other=quoted(begun[0]), **told)


def named_otherwise(records: Records, mission: Mission) -> Iterator[MissionWarning]:
    """Warn of serials whose id names another course of the mission than the report does."""
    for key, one in records.serials.items():
        named, course = one.serial.partition("@")[0], one.course
        if one.what == "started" and "@" in one.serial and named in mission.courses and named != course:
            place, told = Place(path=("serials", key, "course")), {"named": quoted(named)}
            yield MissionWarning.about(
                place, "tracking.named-otherwise", serial=quoted(one.serial), course=quoted(course), **told
            )


_SHUT = ("closed", "paused")
"""States in which nothing is taught, from the next day on."""


def held_while_shut(records: Records, _: Mission) -> Iterator[MissionWarning]:
    """Warn of serials that start where the site was reported closed, or while the mission was paused."""
    for key, one in records.serials.items():
        if one.what != "started":
            continue
        states = [(at.on, at.what, other) for other, at in records.site_states.items() if at.site == one.site]
        pauses = [(at.on, at.what, other) for other, at in records.occurrences.items() if at.what != "event"]
        for told in (states, pauses):
            before = [at for at in told if at[0] < one.on or (at[0] == one.on and at[1] not in _SHUT)]
            last = max(before, default=None)
            if last is not None and last[1] in _SHUT:
                place = Place(path=("serials", key, "on"))
                yield MissionWarning.about(place, f"tracking.held-while-{last[1]}", other=quoted(last[2]))


def never_opened(records: Records, mission: Mission) -> Iterator[MissionWarning]:
    """Warn of the first serial at a site whose opening is not certain and nobody reported."""
    opened = {one.site for one in records.site_states.values() if one.what == "opened"}
    told: set[str] = set()
    for key, one in sorted(records.serials.items(), key=lambda item: item[1].on):
        site = one.site
        if one.what != "started" or site is None or site in opened or site in told:
            continue
        opens = mission.sites[site].opens
        if opens is not None and (not opens.is_known or one.on.toordinal() < opens.low):
            told.add(site)
            place = Place(path=("serials", key, "site"))
            yield MissionWarning.about(place, "tracking.never-opened", site=quoted(site), day=one.on)


# ---- people and work


def arrived_of_dropped(records: Records, _: Mission) -> Iterator[MissionWarning]:
    """Warn of people who arrive of an offer that was reported dropped before."""
    for key, move in records.movements.items():
        told = [
            (one.on, other, one) for other, one in records.offer_states.items() if one.offer == move.offer
        ]
        last = max((one for one in told if one[0] <= move.on), key=lambda one: one[:2], default=None)
        if move.what == "arrived" and last is not None and last[2].state == "dropped":
            place, ids = Place(path=("movements", key, "offer")), {"other": quoted(last[1])}
            yield MissionWarning.about(
                place, "tracking.arrived-though-dropped", offer=quoted(move.offer), day=last[0], **ids
            )


def came_once(records: Records, _: Mission) -> Iterator[MissionWarning]:
    """Warn of periods of intake that overlap: the same recruits may be told twice."""
    longest: dict[str, tuple[str, RecruitsCame]] = {}
    for key, one in sorted(records.intake.items(), key=lambda item: (item[1].begins, item[0])):
        other, before = longest.get(one.recruits, (key, None))
        if before is not None and one.begins <= before.on:
            place = Place(path=("intake", key, "begins"))
            yield MissionWarning.about(place, "tracking.came-twice", other=quoted(other))
        if before is None or one.on > before.on:
            longest[one.recruits] = key, one


def no_more_than_passed(records: Records, mission: Mission) -> Iterator[MissionWarning]:
    """Warn of postings, and of counts of who holds a competence, beyond all who can by then."""
    if not records.serials:
        return
    for competence, start in ((key, one.at_start.high) for key, one in mission.competences.items()):
        passed = sorted(_passed(records, mission, competence))
        posted = 0
        for key, one in sorted(records.postings.items(), key=lambda item: item[1].on):
            if one.competence == competence:
                posted += one.of
                most = sum(people for day, people in passed if day <= one.on)
                if posted > most:
                    place, told = Place(path=("postings", key, "of")), {"of": posted, "passed": most}
                    yield MissionWarning.about(place, "tracking.more-posted-than-passed", **told)
        for key, count in records.counts.items():
            most = int(start) + sum(people for day, people in passed if day <= count.on)
            if (count.what, count.of) == ("competence", competence) and count.people > most:
                place, told = Place(path=("counts", key, "people")), {"people": count.people, "most": most}
                yield MissionWarning.about(place, "tracking.more-than-there-can-be", **told)


def _passed(records: Records, mission: Mission, competence: str) -> Iterator[tuple[dt.date, int]]:
    """Yield who passed a course that grants a competence, with the day."""
    course_of = {one.serial: str(one.course) for one in records.serials.values() if one.what == "started"}
    for one in records.serials.values():
        course = course_of.get(one.serial)
        if one.what == "ended" and course and mission.courses[course].grants == competence:
            yield one.on, one.passed or 0


def no_less_done(records: Records, _: Mission) -> Iterator[MissionWarning]:
    """Warn of work of which less is done than was before."""
    most: dict[tuple[str, str], tuple[float, str]] = {}
    for key, one in sorted(records.steps.items(), key=lambda item: item[1].on):
        if one.done is None:
            continue
        of = one.project, one.activity
        before, other = most.get(of, (0.0, key))
        if one.done < before:
            place = Place(path=("steps", key, "done"))
            parts = {
                name: message("tracking.part", part=100 * part)
                for name, part in (("done", one.done), ("before", before))
            }
            yield MissionWarning.about(place, "tracking.less-done", other=quoted(other), **parts)
        most[of] = max((before, other), (one.done, key))
