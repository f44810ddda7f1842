"""Sheets: rosters in words, as tables that the terminal, the typesetter and the workbook show alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cadre.rosters.classes import ClassWeek, SeatLine, attending, class_weeks, groups_of, rooms, seat_lines
from cadre.rosters.duties import Duty, duties, of_week
from cadre.rosters.in_force import as_happened, in_force
from cadre.timetable.plan import Person, Serial
from cadre.tracking.running import RunningMission
from cadre.words import Catalogue

DASH = "–"


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """A table with its name; `widths` are shares of the width of a page, `wide` the column of most text."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    wide: int = 0


class RosterAsked(NamedTuple):
    """What a roster is asked of: so many weeks from a week on, one person or one site (empty: all)."""

    week: int
    weeks: int = 1
    person: str = ""
    site: str = ""


class Roster:
    """The rosters of a mission as it is carried out.

    Parameters
    ----------
    running : RunningMission
        With the records alone that hold on the day.
    words : Catalogue
        The language.
    """

    def __init__(self, running: RunningMission, words: Catalogue) -> None:
        records, plan = running.records, running.plan
        self.mission, self.records, self.words = as_happened(running.mission, records), records, words
        self.timetable, self.staff = in_force(self.mission, plan.timetable, records), plan.staff
        self.duties = duties(self.mission, self.timetable)
        self.people = {one.id: one for one in self.timetable.people}
        self.names = {one.person: one.name for one in records.names.values()}
        self.serials = {one.id: one for one in self.timetable.serials}

    # ---- words

    def text(self, name: str, **values: object) -> str:
        """Return a message of rosters."""
        return self.words.text(f"roster.{name}", **values)

    def days(self, begins: int, ends: int) -> str:
        """Return the days of weeks: first, and last."""
        first = self.mission.date_of(begins)
        last = self.mission.date_of(ends) - dt.timedelta(days=1)
        return self.text("days", first=first.isoformat(), last=last.isoformat())

    def role(self, person: Person) -> str:
        """Return what somebody is: their role, or a host instructor."""
        return self.mission.title_of("roles", person.role) if person.role else self.text("host")

    def named(self, key: str) -> str:
        """Return somebody's name with their id in the plan; the id alone where no name is known."""
        return self.text("named", who=self.names[key], person=key) if key in self.names else key

    def said(self, duty: Duty) -> str:
        """Return what a duty is: what is taught, with its week, or why nobody teaches."""
        if duty.kind == "teaches" and duty.where in self.serials:
            return self.text("teaches", serial=duty.where, skill=self._skill(duty.skill))
        if duty.kind == "advises":
            return self.text("advises", activity=duty.where)
        return self.text(duty.kind)

    def _skill(self, skill: str) -> str:
        return self.mission.title_of("skills", skill)

    # ---- tables

    def sheets(self, asked: RosterAsked) -> Iterator[RosterSheet]:
        """Yield the tables asked for: of a person all their weeks, else people, classes and rooms."""
        if asked.person:
            yield self.of_person(asked.person)
            return
        yield self.by_person(asked)
        yield self.others(asked)
        yield from self.twice(asked)
        for week in range(asked.week, asked.week + asked.weeks):
            yield self.classes(week, asked.site)
            yield self.rooms(week, asked.site)

    def of_person(self, key: str) -> RosterSheet:
        """Return all weeks of somebody, in stretches."""
        rows = [
            (
                self.mission.date_of(duty.begins).isoformat(),
                self._last_day(duty),
                self._weeks(duty),
                self.said(duty),
            )
            for duty in sorted((d for d in self.duties if d.person == key), key=lambda d: (d.begins, d.ends))
        ]
        heads = ("first", "last", "weeks", "what")
        return self._sheet(
            self.text("of-person", person=self.named(key), role=self.role(self.people[key])), heads, rows, 3
        )

    def _last_day(self, duty: Duty) -> str:
        return (self.mission.date_of(duty.ends) - dt.timedelta(days=1)).isoformat()

    def _weeks(self, duty: Duty) -> str:
        return str(duty.ends - duty.begins)

    def by_person(self, asked: RosterAsked) -> RosterSheet:
        """Return what everybody does, a column for each week."""
        weeks = range(asked.week, asked.week + asked.weeks)
        rows = []
        for person in self.timetable.people:
            told = [self._told(person, week) for week in weeks]
            there = asked.site in ("", person.site) or any(
                duty.site == asked.site for week in weeks for duty in of_week(self._own(person), week)
            )
            if there and any(text != DASH for text in told):
                rows.append((self.named(person.id), *told))
        heads = ("person", *(self.mission.date_of(week).isoformat() for week in weeks))
        names = (
            (self.text("column-person"), *heads[1:]) if asked.weeks > 1 else self._heads(("person", "what"))
        )
        name = self.text("people", days=self.days(weeks.start, weeks.stop))
        return RosterSheet(name, tuple(names), tuple(rows), (3, *(4 for _ in weeks)), len(names) - 1)

    def _own(self, person: Person) -> tuple[Duty, ...]:
        return tuple(duty for duty in self.duties if duty.person == person.id)

    def _told(self, person: Person, week: int) -> str:
        """Return what somebody does in a week; several seats in one week are all told."""
        return "; ".join(dict.fromkeys(map(self.said, of_week(self._own(person), week)))) or DASH

    def others(self, asked: RosterAsked) -> RosterSheet:
        """Return the people of offers on posts that hold no seats: offices, paramedics and the like."""
        seated = {person.role for person in self.timetable.people}
        lines = {line.id: line for line in self.staff.lines}
        rows = [
            (line.role.replace("-", " "), stint.offer, str(stint.people), self.days(stint.begins, stint.ends))
            for stint in self.staff.stints
            if (line := lines[stint.line]).role not in seated
            and asked.site in ("", line.site)
            and stint.begins < asked.week + asked.weeks
            and stint.ends > asked.week
        ]
        name = self.text("others", days=self.days(asked.week, asked.week + asked.weeks))
        return self._sheet(name, ("role", "offer", "people", "days"), rows, 3)

    def twice(self, asked: RosterAsked) -> Iterator[RosterSheet]:
        """Yield who holds seats of two serials in one week, if anybody: classes that run late cause it."""
        rows = []
        for person in self.timetable.people:
            for week in range(asked.week, asked.week + asked.weeks):
                held = {duty.where for duty in of_week(self._own(person), week) if duty.where}
                if len(held) > 1 and asked.site in ("", person.site):
                    who, day = self.named(person.id), self.mission.date_of(week).isoformat()
                    rows.append((who, day, ", ".join(sorted(held))))
        if rows:
            yield self._sheet(self.text("twice"), ("person", "week-from", "serials"), rows, 2)

    def classes(self, week: int, site: str = "") -> RosterSheet:
        """Return the classes of a week with those who hold their seats."""
        rows = [
            (
                one.serial.id,
                self._number(one),
                str(attending(one.serial, self.records)),
                ", ".join(
                    self._who(line)
                    for line in seat_lines(one.serial, of_week(self.duties, week), self.mission)
                    if line.begins <= week < line.ends
                ),
            )
            for one in class_weeks(self.mission, self.timetable, week)
            if site in ("", one.serial.site)
        ]
        name = self.text("classes", days=self.days(week, week + 1))
        return self._sheet(name, ("serial", "week-of", "trainees", "instructors"), rows, 3)

    def _number(self, one: ClassWeek) -> str:
        if one.number == 0:
            return self.text("closed")
        return self.text("week-of", number=str(one.number), of=str(one.of))

    def rooms(self, week: int, site: str = "") -> RosterSheet:
        """Return who holds which facilities in a week."""
        rows = [
            (
                one.site,
                one.facility.replace("-", " "),
                f"{sum(held for _, held in one.held):g} / {one.there:g}",
                ", ".join(serial for serial, _ in one.held) or DASH,
            )
            for one in rooms(self.mission, self.timetable, week)
            if site in ("", one.site)
        ]
        name = self.text("rooms", days=self.days(week, week + 1))
        return self._sheet(name, ("site", "facility", "held", "by"), rows, 3)

    def seats(self, serial: Serial) -> RosterSheet:
        """Return the seat list of a serial: instructors by phase, then a line for each trainee to fill in."""
        phases = self.mission.courses[serial.course].phases
        rows = [
            (
                phases[line.phase].title or str(line.phase + 1),
                self._skill(line.skill),
                self._who(line),
                self.days(line.begins, line.ends),
            )
            for line in sorted(seat_lines(serial, self.duties, self.mission), key=_in_order)
        ]
        trainee, groups = self.text("trainee"), groups_of(serial, self.records)
        for number in range(attending(serial, self.records)):
            rows.append(("", trainee, f"{number + 1}", groups[number] if number < len(groups) else ""))
        days = self.days(serial.start or 0, serial.ends or 0)
        name = self.text("seats", serial=serial.id, days=days)
        return self._sheet(name, ("phase", "seat", "name", "days-or-group"), rows, 2)

    def _who(self, line: SeatLine) -> str:
        """Return who holds a seat; nobody, with the skill that is wanted, where it is empty."""
        return self.named(line.person) or self.text("nobody", skill=self._skill(line.skill))

    def seat_lists(self, asked: RosterAsked) -> Iterator[RosterSheet]:
        """Yield the seat lists of the serials under way in the weeks asked for."""
        told: set[str] = set()
        for week in range(asked.week, asked.week + asked.weeks):
            for one in class_weeks(self.mission, self.timetable, week):
                if one.serial.id not in told and asked.site in ("", one.serial.site):
                    told.add(one.serial.id)
                    yield self.seats(one.serial)

    def _heads(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.text(f"column-{name}") for name in names)

    def _sheet(
        self, name: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], wide: int
    ) -> RosterSheet:
        widths = tuple(4 if place == wide else 2 for place in range(len(heads)))
        return RosterSheet(name, self._heads(heads), tuple(rows), widths, wide)


def _in_order(line: SeatLine) -> tuple[int, int, str, str]:
    return line.phase, line.begins, line.skill, line.person
