"""Evidence: what records say of the mission's quantities: how many of how many, how often, how long.

Takes the records that hold, the mission and a day, gives pieces of evidence by the path of a quantity. Counts
by another rule than most of their kind are left out. Rule: docs/model/tracking.md, What records say.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.tracking.checks.odd import of_one_rule
from cadre.tracking.moving import StockFlow
from cadre.tracking.records import Count, Records, SerialReport

MONTHS_A_YEAR = 12
Kind = Literal["share", "rate", "value", "beyond"]
"""`share`: `count` of `of` people, each with the chance that the quantity is; `rate`: `count` in `of` units
of time, or of people in time; `value`: it was `count`; `beyond`: it is more than `count`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One observation: what was counted, of how much, over how many weeks, how old, by which records.

    `doublings` are those of the serials held of a course before this one was over: it may have learnt of
    them. `part` is the share of the chance that acts in it: of people who may still be late, of those who
    would be there by now; of a class that hosts began alone, of what they pass of the others' rate.
    """

    count: float
    of: float
    age_weeks: float
    records: tuple[str, ...]
    weeks: float = 1.0
    doublings: int = 0
    part: float = 1.0


@dataclass(frozen=True, slots=True)
class RateEvidence:
    """All that records say of one quantity."""

    path: str
    kind: Kind
    pieces: tuple[Tally, ...]

    @property
    def count(self) -> float:
        """What was counted, in all."""
        return sum(piece.count for piece in self.pieces)

    @property
    def of(self) -> float:
        """Of how much, in all."""
        return sum(piece.of for piece in self.pieces)


def evidence(records: Records, mission: Mission, today: dt.date) -> tuple[RateEvidence, ...]:
    """Return what records say, by quantities that are uncertain, in the order of the mission.

    Parameters
    ----------
    records : Records
        Those that hold and were known on the day.
    mission : Mission
        What was assumed.
    today : date
        From which the age of records counts.
    """
    found: dict[tuple[str, Kind], list[Tally]] = {}
    for source in (_serials, _posted, _came, _left, _sites, _work):
        for path, kind, piece in source(records, mission, today):
            found.setdefault((path, kind), []).append(piece)
    quantities = mission.quantities
    order = {path: row for row, path in enumerate(quantities)}
    told = [key for key in found if key[0] in order and not quantities[key[0]].is_known]
    told.sort(key=lambda key: (order[key[0]], key[1]))
    return tuple(RateEvidence(path, kind, tuple(found[path, kind])) for path, kind in told)


Said = Iterator[tuple[str, Kind, Tally]]


def _age(on: dt.date, today: dt.date) -> float:
    return max(0.0, (today - on).days / 7)


def _serials(records: Records, mission: Mission, today: dt.date) -> Said:
    """Yield what serials that ended say of passes, drop-outs, repeats and host instructors."""
    other, doublings = of_one_rule(records, "serials"), doublings_before(records, mission)
    started = {one.serial: (key, one) for key, one in records.serials.items() if one.what == "started"}
    for key, one in records.serials.items():
        if one.what != "ended" or one.serial not in started or key in other:
            continue
        first, begun = started[one.serial]
        course, age = f"courses.{begun.course}", _age(one.on, today)
        sat, passed = one.people or 0, one.passed or 0
        alone = mission.hosts_teach_alone.passes.mean if began_alone(mission, begun) else 1.0
        yield f"{course}.passes", "share", Tally(passed, sat, age, (key,), 1.0, doublings[key], alone)
        weeks = mission.courses[str(begun.course)].length
        attended = begun.people or 0
        yield (
            f"{course}.drops_out",
            "share",
            Tally(attended - sat, attended, age, (first, key), weeks),
        )
        if one.again is not None:
            yield f"{course}.repeats", "share", Tally(one.again, sat - passed, age, (key,))
        if one.teach_on is not None:
            yield f"{course}.teaches_on", "share", Tally(one.teach_on, passed, age, (key,))


def doublings_before(records: Records, mission: Mission) -> dict[str, int]:
    """Return how often the serials held of its course had doubled before each serial was over, by its report.

    A course learns as serials of it are over, whoever counted them (docs/model/simulation.md, Courses learn).
    """
    course_of = {one.serial: str(one.course) for one in records.serials.values() if one.what == "started"}
    over = [(one.on, key, one) for key, one in records.serials.items() if one.what == "ended"]
    found, held = dict[str, int](), Counter[str]()
    for _, key, one in sorted(over, key=lambda told: told[:2]):
        course = course_of.get(one.serial, "")
        learns = mission.learning_of(course) if course else None
        first = 1 + (learns[1].held_before if learns else 0)
        found[key] = ((first + held[course]) // first).bit_length() - 1
        held[course] += 1
    return found


def began_alone(mission: Mission, begun: SerialReport) -> bool:
    """Say whether hosts began a serial alone after exit that asks for foreigners before: fewer pass it."""
    asks = mission.courses[str(begun.course)].foreign_at_least.high > 0
    return asks and mission.week_of(begun.on) >= mission.exit_week


def _posted(records: Records, _: Mission, today: dt.date) -> Said:
    other = of_one_rule(records, "postings")
    for key, one in records.postings.items():
        if key not in other:
            piece = Tally(one.people, one.of, _age(one.on, today), (key,))
            yield f"competences.{one.competence}.posted", "share", piece


def _came(records: Records, _: Mission, today: dt.date) -> Said:
    """Yield recruits who came, by years of the period; growth and seasons stand outside of the number."""
    for key, one in records.intake.items():
        years = ((one.on - one.begins).days + 1) / 7 / WEEKS_PER_YEAR
        yield (
            f"recruits.{one.recruits}.a_year",
            "rate",
            Tally(one.people, years, _age(one.on, today), (key,)),
        )


def _left(records: Records, mission: Mission, today: dt.date) -> Said:
    """Yield people lost between two counts, by months that people were there.

    Nothing is said of a time in which nobody tells who came: recruits of no period of intake, graduates whose
    posting is still to be told where that of others is. More at the second count than there can be are told
    as nobody lost.
    """
    other = of_one_rule(records, "counts")
    by_what: dict[tuple[str, str], list[tuple[str, Count]]] = {}
    for key, one in sorted(records.counts.items(), key=lambda item: item[1].on):
        if key not in other:
            by_what.setdefault((one.what, one.of), []).append((key, one))
    for stock, counts in by_what.items():
        path = _leaving(*stock, mission)
        known = StockFlow(records, mission, stock)
        for (first, before), (second, after) in pairwise(counts):
            if not path or not known.tells(before.on, after.on):
                continue
            lost = max(0, before.people + known.between(before.on, after.on) - after.people)
            months = (after.on - before.on).days / 7 / WEEKS_PER_YEAR * MONTHS_A_YEAR
            exposed = months * (before.people + after.people + lost) / 2
            if exposed > 0:
                yield path, "rate", Tally(lost, exposed, _age(after.on, today), (first, second))


def _leaving(what: str, of: str, mission: Mission) -> str:
    """Return the path of the share that leaves a month; nothing for hosts of a course, who have several."""
    if what == "hosts":
        return f"skills.{of}.hosts_leave" if of in mission.skills else ""
    return f"{'recruits' if what == 'recruits' else 'competences'}.{of}.leaves"


def _sites(records: Records, mission: Mission, today: dt.date) -> Said:
    """Yield when sites opened, how often they closed while open, and for how long."""
    for site in mission.sites:
        states = sorted(
            ((one.on, key, one.what) for key, one in records.site_states.items() if one.site == site)
        )
        opened = [(on, key) for on, key, what in states if what == "opened"] or in_use_since(records, site)
        if not opened and mission.sites[site].opens is not None:
            yield f"sites.{site}.opens", "beyond", Tally(today.toordinal(), 1, 0, ())
            continue
        if opened:
            yield (
                f"sites.{site}.opens",
                "value",
                Tally(opened[0][0].toordinal(), 1, 0, (opened[0][1],)),
            )
        yield from _closures(site, opened[0][0] if opened else mission.mission.starts, states, today)


def in_use_since(records: Records, site: str) -> list[tuple[dt.date, str]]:
    """Return the day and the record of the first serial at a site, if one was: by then it was open."""
    held = (
        (one.on, key) for key, one in records.serials.items() if one.what == "started" and one.site == site
    )
    return sorted(held)[:1]


def _closures(site: str, since: dt.date, states: Sequence[tuple[dt.date, str, str]], today: dt.date) -> Said:
    closed, shut_days = 0, 0
    shut_on: dt.date | None = None
    keys: list[str] = []
    for on, key, what in states:
        if what == "closed":
            closed, shut_on, keys = closed + 1, on, [*keys, key]
        elif what == "reopened" and shut_on is not None:
            days = (on - shut_on).days
            yield f"sites.{site}.closures.weeks", "value", Tally(days / 7, 1, _age(on, today), (key,))
            shut_on, shut_days = None, shut_days + days
    shut_days += (today - shut_on).days if shut_on is not None else 0
    years = ((today - since).days - shut_days) / 7 / WEEKS_PER_YEAR
    if years > 0:
        yield f"sites.{site}.closures.per_year", "rate", Tally(closed, years, 0, tuple(keys))


def _work(records: Records, _: Mission, today: dt.date) -> Said:
    """Yield how long activities took, or that they take longer than they have by now."""
    steps: dict[tuple[str, str], dict[str, tuple[dt.date, str]]] = {}
    for key, one in records.steps.items():
        steps.setdefault((one.project, one.activity), {})[one.what] = (one.on, key)
    for (project, activity), told in steps.items():
        if "begun" not in told:
            continue
        begun, first = told["begun"]
        path = f"projects.{project}.activities.{activity}.weeks"
        if "finished" in told:
            ended, last = told["finished"]
            yield path, "value", Tally((ended - begun).days / 7, 1, _age(ended, today), (first, last))
        else:
            yield path, "beyond", Tally((today - begun).days / 7, 1, 0, (first,))
