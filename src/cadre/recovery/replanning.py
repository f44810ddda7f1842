"""Plan again what is still open of a mission that runs: what stands with least change, then what is new.

Takes a mission as it was reported to stand, gives the weeks ahead with each move and its reason. Further
classes are called one by one where trainees, rooms and people are there; none of them moves anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from cadre.errors import BadInput, BrokenPlan, Fault
from cadre.messages import listed, message
from cadre.mission import Mission
from cadre.programme.projection import StockProjection, project_stocks
from cadre.reasons import Reason
from cadre.reasons.common import together
from cadre.reasons.replan import OverTooLate, TooFewTrainees
from cadre.reasons.timetable import CannotStart
from cadre.recovery.facts import MissionNow
from cadre.recovery.stocks import A_PERSON, batches_of
from cadre.replan.reading import Before
from cadre.replan.replanning import PIN
from cadre.simulation.training_tables import source_of
from cadre.solving import Limits
from cadre.soundness import sound_ahead
from cadre.timetable.optimise import replan_ahead
from cadre.timetable.plan import MOVED_WEEKS, Person, Serial, Timetable

LIMITS = Limits(gap=0.01, work=0.3, seconds=60.0)
"""Of each search: a few windows around what is displaced."""
KINDS = {"recruits": "recruits", "competence": "holders"}
"""Pools that trainees come from, as projections name them."""


@dataclass(frozen=True, slots=True)
class FurtherClass:
    """A class that is wanted beside those that stand.

    `instead` names the serial that was lost, where it makes up for one; `until` the week by which it must be
    over to be of use.
    """

    course: str
    site: str
    trainees: int
    instead: str = ""
    until: int | None = None


@dataclass(frozen=True)
class PlanAhead:
    """The weeks ahead.

    Parameters
    ----------
    running : MissionNow
        As it stands, with what was called among what is asked.
    timetable : Timetable
        What is still open, timed; people are those of the facts.
    moved : mapping of str to Reason
        Why each serial and activity is not in its week that is not.
    called : mapping of str to FurtherClass
        What was called, by its new id.
    refused : tuple of (FurtherClass, Reason)
        What was wanted and could not be called.
    """

    running: MissionNow
    timetable: Timetable
    moved: Mapping[str, Reason]
    called: Mapping[str, FurtherClass]
    refused: tuple[tuple[FurtherClass, Reason], ...] = ()


def plan_ahead(
    running: MissionNow,
    *,
    pinned: Mapping[str, int] | None = None,
    moving: int = MOVED_WEEKS,
    limits: Limits = LIMITS,
) -> PlanAhead:
    """Plan what is still open again so that as little as can be moves.

    Parameters
    ----------
    running : MissionNow
        As it was reported to stand.
    pinned : mapping of str to int, optional
        Weeks of serials and activities that must not move.
    moving : int
        Weeks late that it counts where something is not in its week.
    limits : Limits
        Of the search.

    Raises
    ------
    BadInput
        Where pins leave no plan that keeps every rule.
    BrokenPlan
        Where the plan breaks a rule beside what is so already.
    """
    asked = running.plan.programme, running.mission
    kept = replan_ahead(running.expected, running.facts, asked, limits=limits, pinned=pinned, moving=moving)
    name = message("faults.plan-timetable-again", of=running.plan.option)
    try:
        sound_ahead(name, kept.timetable, running.facts, asked)
    except BrokenPlan as broken:
        if not pinned:
            raise
        raise BadInput(
            Fault.of(PIN, "replan.pins-break-a-rule", pins=listed(pinned), rule=rule)
            for rule in broken.broken
        ) from None
    return PlanAhead(running, kept.timetable, kept.moved, {})


def call_classes(ahead: PlanAhead, wanted: Iterable[FurtherClass], *, limits: Limits = LIMITS) -> PlanAhead:
    """Call classes one after the other, as many as find trainees, rooms and people."""
    for further in wanted:
        ahead = call(ahead, further, limits=limits)
    return ahead


def call(ahead: PlanAhead, further: FurtherClass, *, limits: Limits = LIMITS) -> PlanAhead:
    """Call a class in the first week in which it finds trainees, rooms and people; nothing else moves."""
    running = ahead.running
    course, mission = running.mission.courses[further.course], running.mission
    there = _there(ahead, further.course)
    weeks = range(running.week, mission.weeks)
    first = next((w for w in weeks if there[w] + A_PERSON >= course.seats.least), None)
    if first is None:
        most = max((there[w] for w in weeks), default=0.0)
        why: Reason = TooFewTrainees(further.course, max(0.0, float(int(most))), course.seats.least)
        return replace(ahead, refused=(*ahead.refused, (further, why)))
    trainees = min(further.trainees, course.seats.most, int(there[first] + A_PERSON))
    name = f"{further.course}@{further.site}/{_next_number(ahead, further)}"
    serial = Serial(name, further.course, further.site, first, _due(running, further, first), trainees)
    return _with(ahead, serial, further, limits)


def _due(running: MissionNow, further: FurtherClass, first: int) -> int:
    """Return the last week in which a class is on time: that of its use, else of the period it begins in."""
    if further.until is not None:
        return max(first, further.until - running.mission.courses[further.course].length)
    return first + running.plan.programme.period_weeks - 1


def _with(ahead: PlanAhead, serial: Serial, further: FurtherClass, limits: Limits) -> PlanAhead:
    """Plan with one serial more; without it, and with the reason, where it does not fit."""
    running = ahead.running
    facts = replace(running.facts, asked=(*running.facts.asked, serial))
    asked = running.plan.programme, running.mission
    kept = replan_ahead(ahead.timetable, facts, asked, limits=limits)
    made = next(one for one in kept.timetable.serials if one.id == serial.id)
    why = _against(made, further) or _moves(ahead.timetable, kept.timetable)
    if why is not None:
        return replace(ahead, refused=(*ahead.refused, (further, why)))
    name = message(
        "faults.plan-timetable-with-serial", serial=serial.id, site=serial.site, week=str(made.start)
    )
    sound_ahead(name, kept.timetable, facts, asked)
    now = replace(running, facts=facts)
    return replace(ahead, running=now, timetable=kept.timetable, called={**ahead.called, serial.id: further})


def _against(made: Serial, further: FurtherClass) -> Reason | None:
    """Return what stands against a class: it finds no week, lacks people, or is over too late."""
    if made.start is None or not all(seat.person for seat in made.seats):
        return together(made.why) or CannotStart()
    if further.until is not None and (made.ends or 0) > further.until:
        return OverTooLate(made.start, further.until)
    return None


def _moves(before: Timetable, after: Timetable) -> Reason | None:
    """Return that a class would move others: then it is not called."""
    now = {serial.id: serial.start for serial in after.serials}
    same = all(now[serial.id] == serial.start for serial in before.serials if serial.start is not None)
    return None if same else CannotStart()


def _next_number(ahead: PlanAhead, further: FurtherClass) -> int:
    """Return the number after the last that the plan or a report gave to a serial of the course there."""
    head = f"{further.course}@{further.site}/"
    running = ahead.running
    known = {serial.id for serial in running.plan.timetable.serials} | set(ahead.called)
    known |= {one.serial for one in running.records.serials.values()}
    numbers = [key.removeprefix(head) for key in known if key.startswith(head)]
    return max((int(number) for number in numbers if number.isdigit()), default=0) + 1


def projected(ahead: PlanAhead) -> StockProjection:
    """Return what becomes of everybody with the weeks ahead as they are planned."""
    running = ahead.running
    batches = batches_of(ahead.timetable.serials, running.week)
    return project_stocks(running.mission, batches, since=running.stocks)


def _there(ahead: PlanAhead, course: str) -> Sequence[float]:
    """Return how many could be taken for a course as each week begins, without those taken later.

    Without limit where its trainees come from no pool that is told.
    """
    mission = ahead.running.mission
    source = source_of(mission.courses[course], mission)
    if source is None:
        return [float(mission.courses[course].seats.most)] * mission.weeks
    kind, _, key = source.partition("/")
    series = getattr(projected(ahead), KINDS[kind])[key]
    as_begins = [*series[ahead.running.week - 1 : ahead.running.week], *series[ahead.running.week : -1]]
    least = list(accumulate(reversed(as_begins), min))[::-1]
    return [0.0] * ahead.running.week + least


def whole_plan(ahead: PlanAhead, plan: Before) -> Before:
    """Return a plan in force with the weeks ahead as they are now planned; what is past stays as it was.

    Parameters
    ----------
    ahead : PlanAhead
        The weeks ahead.
    plan : Before
        The plan in force so far.
    """
    now = {serial.id: serial for serial in ahead.timetable.serials}
    serials = [now.pop(serial.id, serial) for serial in plan.timetable.serials]
    known = {slot.id for slot in ahead.running.facts.activities}
    new = {slot.id: slot for slot in ahead.timetable.activities if slot.id not in known}
    activities = tuple(new.get(slot.id, slot) for slot in plan.timetable.activities)
    placed = {serial.id for serial in ahead.timetable.serials} | set(new)
    old = (h for h in plan.timetable.handovers if h.serial not in placed)
    handovers = tuple(sorted((*old, *ahead.timetable.handovers)))
    people = _everybody(plan.timetable.people, ahead.timetable.people)
    table = Timetable((*serials, *now.values()), people, activities, handovers)
    begun = tuple(s for s in plan.staff.stints if s.begins < ahead.running.week)
    coming = tuple(s for s in ahead.running.plan.staff.stints if s.begins >= ahead.running.week)
    lines = ahead.running.plan.staff.lines
    staff = replace(plan.staff, stints=tuple(sorted((*begun, *coming))), lines=lines)
    return replace(plan, timetable=table, staff=staff)


def _everybody(old: Iterable[Person], new: Iterable[Person]) -> tuple[Person, ...]:
    """Return the people of a plan as they were, then those who are new to it."""
    known = {person.id: person for person in old}
    return (*known.values(), *(person for person in new if person.id not in known))


def lost_classes(running: MissionNow, mission: Mission) -> tuple[FurtherClass, ...]:
    """Return the classes that were reported cancelled, the first lost first."""
    planned = {serial.id: serial for serial in running.plan.timetable.serials}
    told = sorted((one.on, one.serial) for one in running.records.serials.values() if one.what == "cancelled")
    return tuple(
        FurtherClass(serial.course, serial.site, serial.trainees, serial.id)
        for _, key in told
        if (serial := planned.get(key)) is not None and mission.courses[serial.course].held
    )
