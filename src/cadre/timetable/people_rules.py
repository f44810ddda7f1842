"""The oracle's rules of people: seats, skills, places, stays, caveats, foreign shares, leave, handovers.

Takes a timetable and its mission, gives each rule that it breaks.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from cadre.mission import Mission
from cadre.reasons import BrokenRule
from cadre.reasons import broken_timetable as broken
from cadre.timetable.facts import Facts
from cadre.timetable.plan import NO_LEAD, Person, Serial, Timetable
from cadre.timetable.stays import SeatStay, adviser_skills, finished, only_local, phase_weeks, stays_in

TOLERANCE = 1e-6


def people_faults(
    timetable: Timetable, mission: Mission, shown: Mapping[str, int], facts: Facts | None = None
) -> tuple[BrokenRule, ...]:
    """Return everything that is wrong with who sits where.

    `shown` says from which week the host may teach a course alone, since it has been shown to. Seats of the
    facts are held already: nobody may sit elsewhere then, but they are not judged.
    """
    judge = _Judge(timetable, mission, shown, facts)
    return (
        *(rule for stay in judge.stays if stay not in judge.held for rule in judge.fits(stay)),
        *judge.one_place(),
        *judge.leave(),
        *judge.handovers(),
        *(rule for serial in timetable.serials for rule in judge.seats(serial)),
        *(rule for serial in timetable.serials for rule in judge.foreign(serial)),
        *(rule for serial in timetable.serials for rule in judge.lead(serial)),
        *judge.advisers(),
    )


class _Judge:
    def __init__(
        self, timetable: Timetable, mission: Mission, shown: Mapping[str, int], facts: Facts | None
    ) -> None:
        self.timetable, self.mission, self.shown = timetable, mission, shown
        self.people: dict[str, Person] = {person.id: person for person in timetable.people}
        self.held = frozenset(facts.seats) if facts else frozenset[SeatStay]()
        self.running = tuple(one.serial for one in facts.held) if facts else ()
        given = facts.activities if facts else ()
        self.activities = tuple(slot for slot in timetable.activities if slot not in given)
        placed = stays_in(replace(timetable, activities=self.activities), mission)
        self.stays = tuple(sorted((*placed, *self.held)))

    @cached_property
    def places(self) -> dict[str, tuple[str, int, str]]:
        """Site, start and course (empty for an activity) of what a seat can belong to."""
        serials = (*self.timetable.serials, *self.running)
        found = {s.id: (s.site, s.start or 0, s.course) for s in serials}
        for slot in self.timetable.activities:
            activity = self.mission.projects[slot.project].activities[slot.activity]
            found[slot.id] = (activity.site or self.mission.headquarters, slot.start or 0, "")
        return found

    @cached_property
    def by_place(self) -> dict[str, list[SeatStay]]:
        """Stays by the serial or activity they belong to."""
        found: dict[str, list[SeatStay]] = {key: [] for key in self.places}
        for stay in self.stays:
            found[stay.where].append(stay)
        return found

    def fits(self, stay: SeatStay) -> Iterator[BrokenRule]:
        """Who sits in a seat holds the skill, is at the site, is there all the weeks, and is not barred."""
        who, person = (stay.where, stay.person), self.people.get(stay.person)
        if person is None:
            yield broken.NobodyWhoComes(*who)
            return
        site, starts, course = self.places[stay.where]
        if stay.skill not in person.skills:
            yield broken.SkillMissing(*who, stay.skill)
        if person.site and person.site != site:
            yield broken.OtherSite(*who, person.site, site)
        if not person.site and not self.mission.sites[site].in_country:
            yield broken.StaysInCountry(*who)
        first = person.arrives if stay.begins == starts else person.here
        if stay.begins < first or stay.ends > person.leaves:
            yield broken.SitsBeyondStay(*who, stay.begins, stay.ends - 1, first, person.leaves - 1)
        if course and course in person.not_for:
            yield broken.BarredFrom(*who, course)
        for week in self._away(person, site) if course else ():
            if stay.begins <= week < stay.ends:
                yield broken.AwayThen(*who, week)

    def _away(self, person: Person, site: str) -> list[int]:
        """Return the weeks in which people of a nation do not teach at a site that is open."""
        offer = self.mission.offers.get(person.origin)
        return [] if offer is None else sorted(self.mission.working.away(offer.party, site))

    def one_place(self) -> Iterator[BrokenRule]:
        """Nobody sits in two seats at a time."""
        for one, other in pairwise(self.stays):
            if one.person == other.person and other.begins < one.ends:
                yield broken.TwoSeats(one.person, one.where, other.where, other.begins)

    def leave(self) -> Iterator[BrokenRule]:
        """Everybody has their leave: weeks of the tour in which they do not teach; closed weeks count.

        Those of one place who are alike and there in the same weeks stand in for each other. Then each has
        their leave if together they teach no more weeks than all may: who teaches can be chosen by the week,
        so that all teach equally often. Advice goes on, and weeks of it bring no leave (docs/model/rules.md).
        """
        alike: dict[Person, list[str]] = {}
        for key, person in self.people.items():
            able, barred = tuple(sorted(person.skills)), tuple(sorted(person.not_for))
            own = key if not person.leave else ""
            kind = replace(person, id=own, origin="", role="", skills=able, not_for=barred)
            alike.setdefault(kind, []).append(key)
        taught, advised = self._worked()
        for person, keys in alike.items():
            there, number = person.leaves - person.here, len(keys)
            weeks, advice = sum(taught[key] for key in keys), sum(advised[key] for key in keys)
            if person.leave and weeks * there > (number * there - advice) * (there - person.leave):
                yield broken.LeaveLost(tuple(keys), number == 1, weeks, number * person.leave)

    def _worked(self) -> tuple[Counter[str], Counter[str]]:
        """Count the open weeks in which each person teaches, and the weeks in which they advise."""
        taught, advised = Counter[str](), Counter[str]()
        for stay in self.stays:
            site, _, course = self.places[stay.where]
            closed = self.mission.closed_at(site)
            if course:
                taught[stay.person] += sum(week not in closed for week in range(stay.begins, stay.ends))
            else:
                advised[stay.person] += stay.ends - stay.begins
        return taught, advised

    def handovers(self) -> Iterator[BrokenRule]:
        """Each handover belongs to a seat, in the week in which a stay ends."""
        begun = Counter((s.where, s.skill, s.begins, s.person) for s in self.stays)
        ended = Counter((s.where, s.skill, s.ends, s.person) for s in self.stays)
        for h in self.timetable.handovers:
            follows = begun[h.serial, h.skill, h.week, h.arrives]
            if not follows or not ended[h.serial, h.skill, h.week, h.leaves]:
                yield broken.HandoverOfNoSeat(h.serial, h.week)
            if h.leaves in self.people and self.people[h.leaves].leaves != h.week:
                yield broken.HandoverWithinTour(h.serial, h.leaves, h.week)

    def seats(self, serial: Serial) -> Iterator[BrokenRule]:
        """Each phase has a seat for everybody it needs; locals fall away where only hosts teach."""
        if serial.start is None:
            return
        for i, (phase, begins, _) in enumerate(phase_weeks(serial, self.mission)):
            listed = Counter(seat.skill for seat in serial.seats if seat.phase == i)
            for skill in sorted({*listed, *phase.instructors}):
                need = phase.instructors.get(skill)
                wanted = need.people_for(serial.trainees) if need is not None else 0
                falls_away = only_local(skill, self.mission) and (
                    begins >= self.mission.exit_week or self._hosts_only(serial, i)
                )
                if listed[skill] != wanted and not (falls_away and not listed[skill]):
                    yield broken.SeatsOfPhase(serial.id, listed[skill], skill, i + 1, wanted)

    def _hosts_only(self, serial: Serial, phase: int) -> bool:
        main = [
            seat for seat in serial.seats if seat.phase == phase and not only_local(seat.skill, self.mission)
        ]
        stays = [
            s for s in self.by_place[serial.id] if s.phase == phase and not only_local(s.skill, self.mission)
        ]
        hosts = all(s.person in self.people and self.people[s.person].origin == "host" for s in stays)
        return bool(main) and all(seat.person for seat in main) and hosts

    def lead(self, serial: Serial) -> Iterator[BrokenRule]:
        """Somebody teaches a serial from its first week to its last, or it says that nobody does."""
        weeks: Counter[str] = Counter()
        for stay in self.by_place[serial.id]:
            if not only_local(stay.skill, self.mission):
                weeks[stay.person] += stay.ends - stay.begins
        phases = phase_weeks(serial, self.mission) if serial.start is not None else []
        length = phases[-1][2] - phases[0][1] if phases else 0
        if weeks and length not in weeks.values() and NO_LEAD not in serial.why:
            yield broken.NobodyThroughoutUnsaid(serial.id)

    def foreign(self, serial: Serial) -> Iterator[BrokenRule]:
        """At least the share of each skill's people is foreign, at any time, unless hosts may teach alone."""
        if serial.start is None or self._hosts_alone(serial):
            return
        share = self.mission.courses[serial.course].foreign_at_least.mean
        stays = self.by_place[serial.id]
        for week in range(serial.start, serial.ends or 0):
            there = [s for s in stays if s.begins <= week < s.ends]
            for skill in sorted({s.skill for s in there if not only_local(s.skill, self.mission)}):
                people = [self.people.get(s.person) for s in there if s.skill == skill]
                foreign = sum(person is not None and person.foreign for person in people)
                if foreign < math.ceil(share * len(people) - TOLERANCE):
                    yield broken.TooFewForeign(serial.id, foreign, len(people), skill, week)
                    return

    def _hosts_alone(self, serial: Serial) -> bool:
        done = finished(self.timetable, self.mission)
        return self.shown.get(serial.course, self.mission.weeks) <= (serial.start or 0) or any(
            serial.course in self.mission.projects[key].effects.hosts_teach_alone
            and week <= (serial.start or 0)
            for key, week in done.items()
        )

    def advisers(self) -> Iterator[BrokenRule]:
        """An activity has all its advisers, from abroad where the skill is not a local one, all its weeks."""
        for slot in self.activities:
            if slot.start is None:
                continue
            wanted = len(adviser_skills(slot, self.mission))
            if len(slot.advisers) != wanted or not all(slot.advisers):
                yield broken.AdvisersOf(slot.id, len([a for a in slot.advisers if a]), wanted)
            for stay in self.by_place[slot.id]:
                person = self.people.get(stay.person)
                if not only_local(stay.skill, self.mission) and person is not None and not person.foreign:
                    yield broken.AdviserNotForeign(slot.id, stay.person)
