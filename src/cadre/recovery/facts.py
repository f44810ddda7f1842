"""Facts of a mission that runs: what was reported, as a timetable that is made anew has to take it.

Takes the mission, its plan and its records; gives the `Facts`, the mission with its closed weeks as they
happened, and what a projection goes on from. What is fact and what is open: docs/design/recovery.md.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cadre.messages import Message
from cadre.mission import Mission
from cadre.programme.plan import Programme
from cadre.programme.projection import StocksNow, project_stocks, shown_from
from cadre.recovery.held import begun_activities, held_serials, seats_held
from cadre.recovery.people import ahead, beside_the_plan, staff_ahead
from cadre.recovery.stocks import batches_of, hosts_ahead, stocks_now
from cadre.replan.reading import Before
from cadre.rosters.in_force import as_happened, in_force
from cadre.simulation.standing import Standing
from cadre.timetable.demand import prerequisites
from cadre.timetable.facts import Facts, HeldSerial
from cadre.timetable.people import people_of
from cadre.timetable.plan import Person, Serial, Timetable
from cadre.timetable.stays import SeatStay, stays_in
from cadre.tracking.recorded import recorded_state
from cadre.tracking.records import Records


@dataclass(frozen=True)
class MissionNow:
    """A mission that runs, as today's week begins.

    Parameters
    ----------
    mission : Mission
        With its closed weeks as they happened.
    plan : Before
        The plan in force, but that its force plan is of those who are there or will come.
    records : Records
        Those that hold.
    today : date
        The day.
    facts : Facts
        What is so already, and what is open.
    expected : Timetable
        What people expect of the weeks ahead: the plan, what should have begun by now in today's week.
    stocks : StocksNow
        Where a projection goes on from.
    reckoned : tuple of Message
        What of the state no report tells.
    """

    mission: Mission
    plan: Before
    records: Records
    today: dt.date
    facts: Facts
    expected: Timetable
    stocks: StocksNow
    reckoned: tuple[Message, ...]

    @property
    def week(self) -> int:
        """Today's."""
        return self.facts.week


def mission_now(mission: Mission, plan: Before, records: Records, today: dt.date) -> MissionNow:
    """Return a mission as it was reported to stand.

    Parameters
    ----------
    mission, plan : Mission, Before
        The option that is carried out, and its plan.
    records : Records
        Those that hold and were known today.
    today : date
        At least a day after the mission's first, before its last week.
    """
    state = recorded_state(mission, plan, records, today)
    standing, week = state.standing, state.standing.week
    world = as_happened(mission, records)
    lived = in_force(world, plan.timetable, records)
    held = held_serials(world, standing, lived)
    stocks = stocks_now(world, standing, held)
    asked = tuple(_asked(plan.timetable, standing))
    expected = _expected(plan.timetable, asked, week)
    staff = staff_ahead(mission, plan, records, week)
    programme = _programme(mission, world, plan, stocks, expected)
    begun = begun_activities(world, standing, lived)
    named = (
        *people_of(staff, programme, world),
        *beside_the_plan(world, plan.staff, standing.present or {}, week),
    )
    people, seats = _people(named, held, replace(lived, activities=begun), world, week)
    after, ready = _waits(plan.timetable, asked, held, mission)
    facts = Facts(
        week,
        asked,
        held,
        begun,
        people,
        seats,
        after,
        ready,
        dict(_opens(mission, standing, records, today)),
        _alone(world, programme, standing, (held, stocks), expected),
    )
    now = replace(plan, staff=staff, programme=programme)
    return MissionNow(world, now, records, today, facts, expected, stocks, state.reckoned)


def _asked(timetable: Timetable, standing: Standing) -> Iterator[Serial]:
    """Yield the serials that the plan places and that neither began nor were cancelled, without a week."""
    for serial in timetable.serials:
        if serial.start is not None and serial.id not in standing.over:
            earliest, due = max(serial.earliest, standing.week), max(serial.due, standing.week)
            yield replace(serial, earliest=earliest, due=due, start=None, ends=None, seats=(), why=())


def _expected(timetable: Timetable, asked: Iterable[Serial], week: int) -> Timetable:
    """Return what people expect of the weeks ahead; what should have begun by now is expected at once."""
    ids = {serial.id for serial in asked}
    serials = (one for one in timetable.serials if one.id in ids)
    late = (replace(one, start=max(week, one.start or 0)) for one in serials)
    slots = tuple(
        replace(a, start=None if a.start is None else max(week, a.start)) for a in timetable.activities
    )
    return replace(timetable, serials=tuple(late), activities=slots)


def _programme(
    mission: Mission, world: Mission, plan: Before, stocks: StocksNow, expected: Timetable
) -> Programme:
    """Return the plan's programme with the host instructors that reports let expect."""
    week = stocks.week
    now = project_stocks(world, batches_of(expected.serials, week), since=stocks)
    hosts = hosts_ahead(plan.programme, mission, plan.timetable.serials, now, week)
    return replace(plan.programme, hosts=dict(hosts))


def _people(
    named: tuple[Person, ...], held: tuple[HeldSerial, ...], lived: Timetable, mission: Mission, week: int
) -> tuple[tuple[Person, ...], tuple[SeatStay, ...]]:
    """Return who is there from the week on, and who of them sits where already."""
    seats = seats_held(mission, held, lived, named, week)
    classes = {serial.id for serial in lived.serials}
    past = [s for s in stays_in(lived, mission) if s.begins < week and s.where in classes]
    taught = [replace(stay, ends=min(stay.ends, week)) for stay in past]
    in_serials = [seat for seat in seats if seat.where in {one.serial.id for one in held}]
    people = ahead(named, (taught, in_serials), mission, week)
    there = {person.id for person in people}
    return people, tuple(seat for seat in seats if seat.person in there)


def _waits(
    timetable: Timetable, asked: tuple[Serial, ...], held: tuple[HeldSerial, ...], mission: Mission
) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """Return which open serials wait for which, as in the plan, and for which that run, until when."""
    still, ends = {serial.id for serial in asked}, {one.serial.id: one.serial.ends or 0 for one in held}
    after, ready = {}, {}
    for key, before in prerequisites(timetable.serials, mission).items():
        if key in still:
            after[key] = tuple(one for one in before if one in still)
            ready[key] = max((ends[one] for one in before if one in ends), default=0)
    return {key: some for key, some in after.items() if some}, {
        key: week for key, week in ready.items() if week
    }


def _opens(
    mission: Mission, standing: Standing, records: Records, today: dt.date
) -> Iterator[tuple[str, int]]:
    """Yield from which week on a site can be taught at: what is shut stays so as long as closures last."""
    week = standing.week
    for key, now in standing.sites.items():
        if now == "closed":
            shut = max(
                one.on for one in records.site_states.values() if one.site == key and one.what == "closed"
            )
            closures = mission.sites[key].closures
            rest = (closures.weeks.mean if closures else 1.0) - (today - shut).days / 7
            yield key, week + max(1, math.ceil(rest))
        elif now == "open":
            yield key, week + int(standing.paused)


def _alone(
    mission: Mission,
    programme: Programme,
    standing: Standing,
    runs: tuple[tuple[HeldSerial, ...], StocksNow],
    expected: Timetable,
) -> dict[str, int]:
    """Return from which week on the host may teach each course alone, by what was held together."""
    held, stocks = runs
    before = {key: [standing.week] * count for key, count in standing.together.items()}
    together = {one.id for one in standing.running if one.with_hosts}
    for one in held:
        if one.serial.id in together and (one.serial.ends or 0) <= mission.exit_week:
            before.setdefault(one.serial.course, []).append(one.serial.ends or 0)
    followed = project_stocks(mission, batches_of(expected.serials, standing.week), since=stocks)
    return shown_from(mission, followed, programme.period_weeks, before=before)
