"""Where we stand: what was planned by a day against what was reported, and which assumptions no longer hold.

Takes the mission, its plan and the records known on the day; gives figures without a sentence. What was
planned is worked out in `planned`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cadre.mission import Mission
from cadre.mission.formation import whole_units
from cadre.mission.judgements import basis_at
from cadre.replan.reading import Before
from cadre.timetable.plan import Serial
from cadre.tracking.evidence import RateEvidence, evidence
from cadre.tracking.holding import holding, known_on
from cadre.tracking.moving import moves_of
from cadre.tracking.planned import ends_week, expected_by, planned_money
from cadre.tracking.promised import states_of_offers
from cadre.tracking.records import REPORTED, Records
from cadre.tracking.updating import USUAL, NothingLeft, Ways, posterior

LOW, HIGH = 0.1, 0.9
"""Ends of the ranges told: 80 % lie within."""
EVERY = 4
"""Weeks between two reports of somebody who is not among those who are to report."""


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """Serials of a course: due by today, started, ended, cancelled; people: attended, expected to pass.

    `due` counts planned starts, `expected` those who would have passed of the serials planned to be over.
    """

    course: str
    due: int
    started: int
    ended: int
    cancelled: int
    attended: int
    expected: float
    passed: int


@dataclass(frozen=True, slots=True)
class SiteStanding:
    """A site: its reported state, serials due and started there, people hurt."""

    site: str
    state: str
    due: int
    started: int
    injured: int


@dataclass(frozen=True, slots=True)
class PartyStanding:
    """People of a nation: planned to be on posts today, and there."""

    party: str
    planned: int
    present: int


FIRMNESS = ("indicated", "pledged", "confirmed", "arrived", "dropped")
"""States of an offer, from the loosest on; dropped is no longer made."""


@dataclass(frozen=True, slots=True)
class OfferStanding:
    """An offer: people by state, each once, and the day of the last report of it.

    Those who are there have arrived, whatever was said of the offer; the rest are in the state last reported,
    else in that of the mission.
    """

    offer: str
    party: str
    people: Mapping[str, float]
    reported_on: dt.date | None


@dataclass(frozen=True, slots=True)
class CapabilityStanding:
    """Units that those who hold its competences now form, and those wanted next, with the day."""

    capability: str
    units: int
    wanted: int
    by: dt.date | None
    counted_on: dt.date | None


@dataclass(frozen=True, slots=True)
class MoneyStanding:
    """Money of one kind up to today: planned, and spent."""

    about: str
    planned: float
    spent: float


@dataclass(frozen=True, slots=True)
class Schedule:
    """Earned schedule: the week in which the plan expected as many to have passed as have, and today's."""

    earned_weeks: float
    actual_weeks: float

    @property
    def index(self) -> float:
        """Schedule performance, earned by actual time: below 1 is late (Lipke 2003)."""
        return self.earned_weeks / self.actual_weeks if self.actual_weeks > 0 else 1.0


@dataclass(frozen=True, slots=True)
class Assumption:
    """A quantity that records speak of: the range assumed, what was counted, the range now.

    `off_by` is how far what is now the middle lies beyond the range assumed, 0 within it; `overturned` are
    the statements of the ledger that it rests on, where it no longer holds. `nothing_left` where records
    leave no value of the range.
    """

    found: RateEvidence
    assumed: tuple[float, float]
    now: tuple[float, float]
    off_by: float
    overturned: tuple[str, ...]
    nothing_left: bool = False

    @property
    def holds(self) -> bool:
        """Whether what is now the middle lies within the range that was assumed."""
        return self.off_by == 0 and not self.nothing_left


@dataclass(frozen=True, slots=True)
class SilentReporter:
    """Somebody who has not reported for longer than agreed; since the mission's first day where never."""

    reporter: str
    days: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class MissionStatus:
    """Everything that is told of a day."""

    today: dt.date
    reports: int
    courses: tuple[CourseStanding, ...]
    sites: tuple[SiteStanding, ...]
    parties: tuple[PartyStanding, ...]
    offers: tuple[OfferStanding, ...]
    capabilities: tuple[CapabilityStanding, ...]
    money: tuple[MoneyStanding, ...]
    schedule: Schedule
    lost: Mapping[str, int]
    assumptions: tuple[Assumption, ...]
    silent: tuple[SilentReporter, ...]


def status(
    mission: Mission, plan: Before, records: Records, today: dt.date, *, ways: Ways = USUAL
) -> MissionStatus:
    """Return where a mission stands.

    Parameters
    ----------
    mission : Mission
        With the choices of the option that is carried out.
    plan : Before
        Its plans, as people know them.
    records : Records
        All; those reported later are left out.
    today : date
        The day.
    ways : Ways
        How records are weighed.
    """
    known = holding(known_on(records, today))
    cancelled = [one for one in known.serials.values() if one.what == "cancelled"]
    return MissionStatus(
        today=today,
        reports=known.count,
        courses=tuple(course_now(mission, plan, known, key, today) for key in mission.courses),
        sites=tuple(_site(mission, plan, known, key, today) for key in mission.sites),
        parties=tuple(parties_now(mission, plan, known, today)),
        offers=tuple(offers_now(mission, known)),
        capabilities=tuple(capability_now(mission, known, key, today) for key in mission.capabilities),
        money=tuple(money_now(mission, plan, known, today)),
        schedule=_schedule(mission, plan, known, today),
        lost=dict(Counter(str(one.cause) for one in cancelled).most_common()),
        assumptions=tuple(assumption(mission, one, ways) for one in evidence(known, mission, today)),
        silent=tuple(_silent(mission, known_on(records, today), today)),
    )


# ---- what is planned by a day


def _due(mission: Mission, plan: Before, today: dt.date) -> list[Serial]:
    """Return the serials that should have started."""
    week = mission.week_of(today)
    return [one for one in plan.timetable.serials if one.start is not None and one.start <= week]


def course_now(mission: Mission, plan: Before, records: Records, key: str, today: dt.date) -> CourseStanding:
    """Return how a course stands on a day, by the records that hold."""
    told = records.serials.values()
    begun = {one.serial: one for one in told if one.what == "started" and one.course == key}
    ended = [one for one in told if one.what == "ended" and one.serial in begun]
    ids = {one.id for one in plan.timetable.serials if one.course == key} | set(begun)
    off = [one for one in told if one.what == "cancelled" and one.serial in ids]
    return CourseStanding(
        key,
        sum(one.course == key for one in _due(mission, plan, today)),
        len(begun),
        len(ended),
        len(off),
        sum(one.people or 0 for one in begun.values()),
        expected_by(mission, plan, mission.week_of(today), key),
        sum(one.passed or 0 for one in ended),
    )


def _site(mission: Mission, plan: Before, records: Records, key: str, today: dt.date) -> SiteStanding:
    states = sorted((one.on, one.what) for one in records.site_states.values() if one.site == key)
    first = "opened" if mission.sites[key].opens is None else "not open"
    return SiteStanding(
        key,
        states[-1][1] if states else first,
        sum(one.site == key for one in _due(mission, plan, today)),
        sum(one.what == "started" and one.site == key for one in records.serials.values()),
        sum(one.people for one in records.injuries.values() if one.site == key),
    )


def present(records: Records) -> Mapping[tuple[str, str], int]:
    """Return who is there, by offer and site."""
    there: Counter[tuple[str, str]] = Counter()
    for one in records.movements.values():
        there[one.offer, one.site] += one.people if one.what == "arrived" else -one.people
    return there


def parties_now(mission: Mission, plan: Before, records: Records, today: dt.date) -> Iterator[PartyStanding]:
    """Yield the people of each nation that has some on posts, or should have."""
    week = mission.week_of(today)
    planned: Counter[str] = Counter()
    for stint in plan.staff.stints:
        if stint.begins <= week < stint.ends:
            planned[mission.offers[stint.offer].party] += stint.people
    there: Counter[str] = Counter()
    for (offer, _), people in present(records).items():
        there[mission.offers[offer].party] += people
    for party in mission.parties:
        if planned[party] or there[party]:
            yield PartyStanding(party, planned[party], there[party])


def offers_now(mission: Mission, records: Records) -> Iterator[OfferStanding]:
    """Yield how firm each offer is, by the records that hold."""
    there: Counter[str] = Counter()
    for (key, _), people in present(records).items():
        there[key] += people
    last = {key: told[-1] for key, told in states_of_offers(records).items()}
    for key, offer in mission.offers.items():
        told = last.get(key)
        offered = offer.people if told is None or told.people is None else told.people
        state = offer.state if told is None else told.state
        counts = dict.fromkeys(FIRMNESS, 0.0)
        counts["arrived"] = float(max(0, there[key]))
        counts[state] += max(0.0, offered - counts["arrived"])
        yield OfferStanding(key, offer.party, counts, None if told is None else told.on)


# ---- people and what they form


def people_now(mission: Mission, records: Records, stock: tuple[str, str]) -> tuple[float, dt.date | None]:
    """Return the people of a stock: the last count with what was reported since, and the day of the count.

    Nobody is taken to have left since: that is for the next count, or the forecast, to say.
    """
    what, of = stock
    counts = sorted((one.on, one.people) for one in records.counts.values() if (one.what, one.of) == stock)
    moves = list(moves_of(records, mission, stock))
    if counts:
        on, people = counts[-1]
        return people + sum(n for day, n in moves if day > on), on
    paths = {"recruits": f"recruits.{of}.at_start", "competence": f"competences.{of}.at_start"}
    start = mission.quantities[paths[what]].mean if what in paths else 0.0
    return start + sum(n for _, n in moves), None


def capability_now(mission: Mission, records: Records, key: str, today: dt.date) -> CapabilityStanding:
    """Return the units that can be formed of those last counted, with what was reported since.

    Capabilities that share people form as they do in every stage.
    """
    counted = {part: people_now(mission, records, ("competence", part)) for part in mission.competences}
    holders = {part: people for part, (people, _) in counted.items()}
    units = whole_units(mission, holders, mission.week_of(today))[key]
    stocks = {part: counted[part] for part in mission.capabilities[key].made_of}
    ahead = sorted((day, n) for day, n in mission.capabilities[key].wanted.items() if day >= today)
    days = [on for _, on in stocks.values()]
    oldest = None if None in days else min(day for day in days if day is not None)
    by, wanted = ahead[0] if ahead else (None, 0)
    return CapabilityStanding(key, units, wanted, by, oldest)


# ---- money and time


def money_now(mission: Mission, plan: Before, records: Records, today: dt.date) -> Iterator[MoneyStanding]:
    """Yield what was to be spent by the end of the week of a day, and what was."""
    planned = planned_money(mission, plan, mission.week_of(today) + 1)
    spent: dict[str, float] = {}
    for one in records.spending.values():
        spent[one.about] = spent.get(one.about, 0.0) + one.amount
    for about in dict.fromkeys((*planned, *spent)):
        if planned.get(about) or spent.get(about):
            yield MoneyStanding(about, planned.get(about, 0.0), spent.get(about, 0.0))


def _schedule(mission: Mission, plan: Before, records: Records, today: dt.date) -> Schedule:
    """Return the week by which the plan expected as many to have passed, straight between ends of serials."""
    begun = {one.serial: one.course for one in records.serials.values() if one.what == "started"}
    passed = sum(
        one.passed or 0
        for one in records.serials.values()
        if one.what == "ended" and mission.courses[str(begun.get(one.serial))].grants is not None
    )
    actual = (today - mission.mission.starts).days / 7
    ends = sorted({ends_week(mission, one) for one in plan.timetable.serials if one.start is not None})
    before, reached = 0.0, 0.0
    for week in ends:
        expected = expected_by(mission, plan, week)
        if expected > passed:
            step = (passed - reached) / (expected - reached) if expected > reached else 0.0
            return Schedule(before + step * (week - before), actual)
        before, reached = float(week), expected
    return Schedule(max(before, actual) if passed >= reached > 0 or not ends else before, actual)


# ---- assumptions and reporters


def assumption(mission: Mission, found: RateEvidence, ways: Ways = USUAL) -> Assumption:
    """Return what becomes of an assumption once its records are in."""
    quantity = mission.quantities[found.path]
    assumed = float(quantity.at(LOW)), float(quantity.at(HIGH))
    try:
        now = posterior(mission, found, ways)
    except NothingLeft:
        late = found.pieces[-1].count
        basis = basis_at(mission, found.path)
        return Assumption(found, assumed, (late, late), late - assumed[1], basis, nothing_left=True)
    middle = float(now.at(0.5))
    off_by = max(middle - assumed[1], 0.0) + min(middle - assumed[0], 0.0)
    overturned = basis_at(mission, found.path) if off_by else ()
    return Assumption(found, assumed, (float(now.at(LOW)), float(now.at(HIGH))), off_by, overturned)


def _silent(mission: Mission, records: Records, today: dt.date) -> Iterator[SilentReporter]:
    """Yield who is to report, or has ever reported, and has not for longer than agreed."""
    last: dict[str, dt.date] = {}
    for table in REPORTED:
        for one in records.of(table).values():
            last[one.reported_by] = max(last.get(one.reported_by, one.reported_on), one.reported_on)
    for key in dict.fromkeys((*records.reporters, *last)):
        agreed = records.reporters[key].every if key in records.reporters else EVERY
        days = (today - last.get(key, mission.mission.starts)).days
        if days > 7 * agreed:
            yield SilentReporter(key, days, records.reporters[key].title if key in records.reporters else "")
