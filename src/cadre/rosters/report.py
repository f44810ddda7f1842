"""The report of a month: plan against reports, what slips, what changed, who is silent, what it calls for.

Takes the status of two days and the mission, gives frozen parts without a sentence; they are said in
`cadre.cli.reporting`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from cadre.mission import Mission
from cadre.replan.reading import Before
from cadre.rosters.in_force import in_force
from cadre.timetable.plan import Serial
from cadre.tracking.indicators import happened_by
from cadre.tracking.records import Records
from cadre.tracking.running import RunningMission
from cadre.tracking.status import MissionStatus, capability_now, status

REPORT_MONTH = 30
"""Days of a report where the day of the last one is not told."""


@dataclass(frozen=True, slots=True)
class LateStart:
    """A serial or an activity that began later than planned, or should have begun and was not reported.

    `weeks` late; `reported` says whether it began.
    """

    what: str
    planned: dt.date
    weeks: int
    reported: bool


@dataclass(frozen=True, slots=True)
class PassedSignpost:
    """A day on which the mission was to be looked at, now passed, with what was seen and what it calls for.

    Of a target: units there were and units wanted; of a review of the mission: what was counted, and below
    how many the event `name` happens. `met` says whether it was enough.
    """

    kind: Literal["target", "review"]
    name: str
    on: dt.date
    found: float
    wanted: float

    @property
    def met(self) -> bool:
        """Whether there was enough."""
        return self.found >= self.wanted


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """Everything that the report of a period tells."""

    since: dt.date
    now: MissionStatus
    before: MissionStatus
    slipping: tuple[LateStart, ...]
    signposts: tuple[PassedSignpost, ...]
    newly_broken: tuple[str, ...]
    reported: Mapping[str, int]


def monthly(running: RunningMission, today: dt.date, since: dt.date) -> MonthlyReport:
    """Return the report of the days after `since` up to `today`; what was reported later is left out."""
    mission, plan, records = running.mission, running.plan, running.records
    now, before = (status(mission, plan, records, day) for day in (today, since))
    held = {one.found.path: one.holds for one in before.assumptions}
    broken = (one.found.path for one in now.assumptions if not one.holds)
    known = running.on(today).records
    told: dict[str, int] = {}
    for one in known.serials.values():
        if since < one.on <= today:
            told[one.what] = told.get(one.what, 0) + 1
    return MonthlyReport(
        since,
        now,
        before,
        tuple(slipping(mission, plan, known, today)),
        tuple(signposts(mission, known, today)),
        tuple(path for path in broken if held.get(path, True)),
        told,
    )


def slipping(mission: Mission, plan: Before, known: Records, today: dt.date) -> Iterator[LateStart]:
    """Yield serials and activities not over that began late, or should have begun, the latest first."""
    told = {(one.serial, one.what) for one in known.serials.values()}
    force = {one.id: one for one in in_force(mission, plan.timetable, known).serials}
    found = [
        LateStart(one.id, mission.date_of(one.start), late, (one.id, "started") in told)
        for one in plan.timetable.serials
        if one.start is not None
        and (one.id, "ended") not in told
        and one.id in force
        and (late := _late(mission, one, force[one.id], today, begun=(one.id, "started") in told)) > 0
    ]
    found += _activities(mission, plan, known, today)
    yield from sorted(found, key=lambda one: (-one.weeks, one.what))


def _activities(mission: Mission, plan: Before, known: Records, today: dt.date) -> Iterator[LateStart]:
    begun = {(one.project, one.activity): one.on for one in known.steps.values() if one.what == "begun"}
    over = {(one.project, one.activity) for one in known.steps.values() if one.what == "finished"}
    for slot in plan.timetable.activities:
        key = slot.project, slot.activity
        if slot.start is None or key in over:
            continue
        late = mission.week_of(begun.get(key, today)) - slot.start
        if late > 0:
            yield LateStart(slot.id, mission.date_of(slot.start), late, key in begun)


def _late(mission: Mission, planned: Serial, now: Serial, today: dt.date, *, begun: bool) -> int:
    if begun:
        return (now.start or 0) - (planned.start or 0)
    return mission.week_of(today) - (planned.start or 0)


def signposts(mission: Mission, known: Records, today: dt.date) -> Iterator[PassedSignpost]:
    """Yield the targets and reviews whose day has passed, by day: what had happened by then, as known now."""
    found = []
    for key, capability in mission.capabilities.items():
        for day, wanted in capability.wanted.items():
            if day <= today:
                units = capability_now(mission, happened_by(known, day), key, day).units
                found.append(PassedSignpost("target", key, day, units, wanted))
    for key, event in mission.events.items():
        if event.on is not None and event.on <= today and event.fewer_than is not None:
            counted = _counted(mission, known, event.on, key)
            found.append(PassedSignpost("review", key, event.on, counted, event.fewer_than))
    yield from sorted(found, key=lambda one: (one.on, one.name))


def _counted(mission: Mission, known: Records, day: dt.date, key: str) -> float:
    event, some = mission.events[key], happened_by(known, day)
    if event.units_of is not None:
        return capability_now(mission, some, event.units_of, day).units
    course_of = {one.serial: one.course for one in some.serials.values() if one.what == "started"}
    return sum(
        one.passed or 0
        for one in some.serials.values()
        if one.what == "ended" and course_of.get(one.serial) in event.graduates_of
    )
