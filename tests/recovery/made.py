"""Records made by hand of a mission that runs, and a mission that went as planned until a week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cadre.mission import Mission
from cadre.recovery.facts import MissionNow, mission_now
from cadre.recovery.replanning import PlanAhead
from cadre.replan.reading import Before
from cadre.timetable.plan import Serial
from cadre.timetable.violations import violations
from cadre.tracking.planned import ends_week
from cadre.tracking.records import Records

Row = dict[str, Any]


def went_as_planned(  # noqa: PLR0913
    mission: Mission,
    plan: Before,
    week: int,
    *,
    late: Mapping[str, int] | None = None,
    lost: Iterable[str] = (),
    away: Mapping[str, int] | None = None,
) -> Records:
    """Return records of a mission that went as planned until a week.

    But for serials that began some weeks `late`, those `lost`, and people of offers who are `away`.
    """
    by = {"reported_by": "staff"}
    tables: dict[str, dict[str, Row]] = {"serials": {}, "movements": {}, "steps": {}, "site_states": {}}

    def tell(table: str, on: int, **row: Any) -> None:
        day = mission.date_of(on)
        if on < week:
            key = f"{table}-{len(tables[table])}"
            tables[table][key] = {"on": day, "reported_on": day} | by | row

    for serial in plan.timetable.serials:
        if serial.start is not None:
            _tell_serial(mission, serial, (late or {}).get(serial.id, 0), serial.id in set(lost), tell)
    sites = {line.id: line.site for line in plan.staff.lines}
    for stint in plan.staff.stints:
        gone = (away or {}).get(stint.offer, 0)
        people = max(0, stint.people - gone)
        if people:
            told = {"offer": stint.offer, "site": sites[stint.line], "people": people}
            tell("movements", stint.begins, what="arrived", **told)
            tell("movements", stint.ends, what="departed", **told)
    for slot in plan.timetable.activities:
        if slot.start is not None and slot.ends is not None:
            told = {"project": slot.project, "activity": slot.activity}
            tell("steps", slot.start, what="begun", **told)
            tell("steps", slot.ends - 1, what="finished", **told)
    for site in mission.sites:
        opens = -(-int(mission.opening_week(site) * 1000) // 1000)
        tell("site_states", opens, site=site, what="opened")
    return Records.model_validate(tables)


def _tell_serial(mission: Mission, serial: Serial, late: int, lost: bool, tell: Any) -> None:
    start, course = (serial.start or 0) + late, mission.courses[serial.course]
    if lost:
        tell("serials", start, serial=serial.id, what="cancelled", cause="other")
        return
    hosts = any(seat.person.startswith("host:") for seat in serial.seats)
    where = {"course": serial.course, "site": serial.site, "people": serial.trainees}
    tell("serials", start, serial=serial.id, what="started", with_hosts=hosts, **where)
    ended = ends_week(mission, Serial(serial.id, serial.course, serial.site, 0, 0, 0, start))
    sat = round(serial.trainees * (1 - course.drops_out.mean) ** course.length)
    passed = round(sat * course.passes.mean)
    teach, again = round(passed * course.teaches_on.mean), round((sat - passed) * course.repeats.mean)
    told = {"people": sat, "passed": passed, "teach_on": teach, "again": again}
    tell("serials", ended - 1, serial=serial.id, what="ended", **told)


def as_reported(mission: Mission, plan: Before, records: Records, week: int) -> MissionNow:
    return mission_now(mission, plan, records, mission.date_of(week))


def judged(ahead: PlanAhead) -> PlanAhead:
    """Pass the oracle from today's week on before anything else is looked at."""
    running = ahead.running
    found = violations(
        ahead.timetable, running.plan.programme, running.plan.staff, running.mission, facts=running.facts
    )
    assert () == found
    return ahead


def weeks_of(ahead: PlanAhead) -> dict[str, int | None]:
    return {serial.id: serial.start for serial in ahead.timetable.serials}


def planned_weeks(plan: Before, ahead: PlanAhead) -> dict[str, int | None]:
    """Return the weeks of the plan of what is still open."""
    now = weeks_of(ahead)
    return {serial.id: serial.start for serial in plan.timetable.serials if serial.id in now}
