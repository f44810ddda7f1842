"""Working: in which weeks a mission teaches, site by site, nation by nation, course by course.

Takes the calendar, the sites, the parties and the courses of a mission; gives weeks counted from its first
day. Rule: docs/model/rules.md, Closed weeks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cadre.mission.calendar import HOST, WEEKDAYS, Calendar, Days
from cadre.mission.nations import Party
from cadre.mission.places import Site
from cadre.mission.training import Course


@dataclass(frozen=True)
class Working:
    """Calendars of a mission of so many `weeks` from the day on which it `starts`; `host` is its name."""

    calendar: Calendar
    sites: Mapping[str, Site]
    parties: Mapping[str, Party]
    courses: Mapping[str, Course]
    host: str
    starts: dt.date
    weeks: int

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The names that mean the host in `of` of a holiday, in small letters."""
        hosts = [n for key in self.parties if self.parties[key].kind == "host" for n in self.names_of(key)]
        return frozenset({HOST, self.host.casefold(), *hosts})

    def names_of(self, party: str) -> frozenset[str]:
        """Return the names that mean a nation in `of` of a holiday, in small letters."""
        title = self.parties[party].title
        return frozenset({party, title.casefold()} if title else {party})

    @cached_property
    def days(self) -> Days:
        """Working days of the host."""
        return self.calendar.days(self.hosts)

    def days_at(self, site: str) -> Days:
        """Return the working days of a site: its days of the week, less its closed periods and the host's."""
        known = self.sites[site]
        usual = self.calendar.working_days if known.working_days is None else known.working_days
        working = frozenset(WEEKDAYS.index(day) for day in usual)
        return Days(working, self.days.off | set(known.closed), min(self.calendar.least_days, len(working)))

    def days_of(self, party: str, site: str) -> Days:
        """Return the days on which people of a nation work at a site: its days, less those off for them."""
        there, usual = self.days_at(site), self.parties[party].working_days
        works = there.working if usual is None else there.working & {WEEKDAYS.index(day) for day in usual}
        return Days(works, there.off | self.calendar.holidays_of(self.names_of(party)), there.least)

    @cached_property
    def closed_weeks(self) -> frozenset[int]:
        """Weeks in which nobody teaches anywhere."""
        return self.days.closed_weeks(self.starts, self.weeks)

    @cached_property
    def closed_by_site(self) -> Mapping[str, frozenset[int]]:
        """By site: the weeks in which nobody teaches there, those closed everywhere among them."""
        return {
            key: self.closed_weeks | self.days_at(key).closed_weeks(self.starts, self.weeks)
            if site.closed or site.working_days is not None
            else self.closed_weeks
            for key, site in self.sites.items()
        }

    @cached_property
    def _away(self) -> Mapping[tuple[str, str], frozenset[int]]:
        found = {}
        for party, known in self.parties.items():
            own = self.calendar.holidays_of(self.names_of(party))
            if known.kind != "host" and (own or known.working_days is not None):
                for site in self.sites:
                    closed = self.days_of(party, site).closed_weeks(self.starts, self.weeks)
                    found[party, site] = closed - self.closed_by_site[site]
        return found

    @property
    def lost(self) -> tuple[object, ...]:
        """Weeks in which somebody does not teach: everywhere, by site, by nation and site."""
        return self.closed_weeks, self.closed_by_site, self._away

    def away(self, party: str, site: str) -> frozenset[int]:
        """Return the weeks in which a site is open and people of a nation do not teach there."""
        return self._away.get((party, site), frozenset())

    @cached_property
    def _outside(self) -> Mapping[tuple[str, str], frozenset[int]]:
        return {
            (key, site): self.days_at(site).outside(course.only_in, self.starts, self.weeks)
            for key, course in self.courses.items()
            if course.only_in
            for site in course.sites
            if site in self.sites
        }

    def outside(self, course: str, site: str) -> frozenset[int]:
        """Return the weeks in which a course may not be held at a site: those outside of its periods."""
        return self._outside.get((course, site), frozenset())
