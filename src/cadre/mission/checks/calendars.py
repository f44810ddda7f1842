"""Calendars: holidays are somebody's, periods leave room for a serial, part-time people have weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.errors import Fault, Place
from cadre.messages import quoted
from cadre.mission.base import did_you_mean
from cadre.mission.calendar import HOST, Holiday, end_of_run
from cadre.mission.checks.frame import longest_horizon
from cadre.mission.mission import Mission
from cadre.mission.presence import is_whole


def _at(*path: str) -> Place:
    return Place(path=path)


def holidays_are_somebodys(mission: Mission) -> Iterator[Fault]:
    """A holiday is the host's, by that word or by name, or a party's; what is closed is closed for all."""
    hosts = mission.working.hosts
    known = {name for party in mission.parties for name in mission.working.names_of(party)} | hosts
    words = [HOST, mission.mission.host, *mission.parties]
    for i, holiday in enumerate(mission.calendar.holidays):
        if holiday.of.casefold() not in known:
            place, cure = _at("calendar", "holidays", str(i), "of"), did_you_mean(holiday.of, words)
            yield Fault.of(place, "checks.nobodys-holiday", of=quoted(holiday.of), cure=cure)
    for path, holiday in _closed(mission):
        if holiday.of.casefold() not in hosts:
            yield Fault.of(_at(*path, "of"), "checks.closed-of-one", of=quoted(holiday.of))


def _closed(mission: Mission) -> Iterator[tuple[tuple[str, ...], Holiday]]:
    for i, period in enumerate(mission.calendar.closed):
        yield ("calendar", "closed", str(i)), period
    for key, site in mission.sites.items():
        for i, period in enumerate(site.closed):
            yield ("sites", key, "closed", str(i)), period


def somebody_works(mission: Mission) -> Iterator[Fault]:
    """A site has working days, and people of a nation that sends some work on enough days of a site."""
    for key, site in mission.sites.items():
        if site.working_days == ():
            yield Fault.of(_at("sites", key, "working_days"), "checks.no-working-day")
    sending = {offer.party for offer in mission.offers.values()}
    for key, party in mission.parties.items():
        if party.working_days is None or key not in sending or not mission.sites:
            continue
        days = [mission.working.days_of(key, site) for site in mission.sites]
        if all(len(one.working) < one.least for one in days):
            best = max(days, key=lambda one: len(one.working) - one.least)
            numbers = {"days": len(best.working), "least": best.least}
            yield Fault.of(_at("parties", key, "working_days"), "checks.nation-never-works", **numbers)


def courses_fit_their_periods(mission: Mission) -> Iterator[Fault]:
    """A course held in certain periods alone can be held in one of them, at some site, from week to week."""
    weeks = max(mission.weeks, longest_horizon(mission) + mission.mission.looks_beyond_exit)
    working = replace(mission.working, weeks=weeks)
    for key, course in mission.courses.items():
        sites = [site for site in course.sites if site in mission.sites]
        if not course.only_in or not sites:
            continue
        for site in sites:
            closed, outside = working.closed_by_site[site], working.outside(key, site)
            ends = (
                end_of_run(w, course.length, closed, may_pause=course.may_pause, outside=outside)
                for w in range(weeks)
            )
            if any(end is not None and end <= weeks for end in ends):
                break
        else:
            periods = "; ".join(map(str, course.only_in))
            place = _at("courses", key, "only_in")
            yield Fault.of(place, "checks.no-period-long-enough", periods=periods, weeks=course.length)


def part_time_people_have_weeks(mission: Mission) -> Iterator[Fault]:
    """A part-time person is there for a week at least."""
    for key, offer in mission.offers.items():
        begins, ends = mission.weeks_of(offer)
        if not is_whole(offer) and begins < ends and not mission.strengths[key]:
            place, found = _at("offers", key, "people"), str(offer.people)
            yield Fault.of(place, "checks.part-without-week", people=found, tour=mission.tours.weeks)
