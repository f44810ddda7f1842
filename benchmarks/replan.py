"""How much of a plan stays when its mission changes: `python -m benchmarks.replan FOLDER OPTION [--anew]`.

Plans an option, then carries the plan into the mission unchanged and with each of three changes: the offer
whose people hold most seats is withdrawn; the site of most serials is closed for ten weeks, from the week in
which the middle one of them starts; the course of most serials takes two weeks longer. Prints a line of JSON
for each and one of the shares that stay; with `--anew` also how many serials a new plan leaves in their week.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.plans import Planned
from cadre.reasons.replan import SerialDropped
from cadre.replan.reading import Before
from cadre.replan.replanning import Replanned, replan
from cadre.timetable.plan import Serial

CLOSED, LONGER = 10, 2
"""Weeks for which a site is closed, and by which a course grows."""
SETTINGS = Settings(jobs=1)


def changes(planned: Planned, mission: Mission) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give each change by its kind and what it is, as paths and values."""
    held = [serial for serial in planned.timetable.serials if serial.start is not None]
    origin = {person.id: person.origin for person in planned.timetable.people}
    seats = Counter(origin[s.person] for serial in held for s in serial.seats if s.person)
    offer = max((key for key in seats if key in mission.offers), key=lambda key: seats[key])
    site = _most(serial.site for serial in held)
    course = _most(serial.course for serial in held)
    yield "no_change", "nothing", {}
    yield "offer_withdrawn", f"{offer} withdrawn", {f"offers.{offer}": None}
    begins = sorted(serial.start or 0 for serial in held if serial.site == site)
    first = begins[len(begins) // 2]
    last = mission.date_of(first + CLOSED) - dt.timedelta(days=1)
    period = {"begins": str(mission.date_of(first)), "ends": str(last)}
    weeks = f"{first}-{first + CLOSED - 1}"
    yield "site_closed", f"{site} closed in weeks {weeks}", {f"sites.{site}.closed": [period]}
    phases = mission.courses[course].in_phases
    path = "in_phases.0.weeks" if phases else "weeks"
    length = phases[0].weeks if phases else mission.courses[course].length
    yield "course_longer", f"{course} {LONGER} weeks longer", {f"courses.{course}.{path}": length + LONGER}


def _most(names: Iterator[str]) -> str:
    return Counter(names).most_common(1)[0][0]


def measured(name: str, made: Replanned, seconds: float) -> dict[str, Any]:
    """Give what stays and what moves."""
    moved = [move for move in made.moves if move.kind == "serial"]
    result = made.timetable.result
    return {
        "change": name,
        "serials_stay": made.stay.serials.stay,
        "serials": made.stay.serials.of,
        "dropped": sum(isinstance(move.now, SerialDropped) for move in moved),
        "seats_stay": made.stay.seats.part,
        "post_weeks_stay": made.stay.post_weeks.part,
        "objective": result.objective if result else None,
        "bound": result.bound if result else None,
        "processor_seconds": round(seconds, 1),
    }


def same_week(old: tuple[Serial, ...], new: tuple[Serial, ...]) -> int:
    """Count the serials that start in the same week in both."""
    now = {serial.id: serial.start for serial in new}
    return sum(s.start is not None and now.get(s.id) == s.start for s in old)


def main() -> None:
    """Plan, change, plan again, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("option")
    parser.add_argument("--anew", action="store_true")
    given = parser.parse_args()
    mission = read_mission(given.folder)
    planned = plan_option(find(mission, given.option), SETTINGS)
    parts = planned.need, planned.forces, planned.programme, planned.staff, planned.timetable
    before = Before(given.option, *parts)
    held = sum(serial.start is not None for serial in planned.timetable.serials)
    stay = {}
    for kind, name, change in changes(planned, mission):
        option, begun = find(mission.changed(change), given.option), time.process_time()
        line = measured(name, replan(before, option, SETTINGS), time.process_time() - begun)
        if given.anew:
            anew = plan_option(option, SETTINGS).timetable.serials
            line["serials_stay_anew"] = same_week(planned.timetable.serials, anew)
        print(json.dumps(line), flush=True)
        stay[f"stay_{kind}"] = round(line["serials_stay"] / held, 4) if held else 1.0
    print(json.dumps({"case": given.option, "serials": held, **stay}))


if __name__ == "__main__":
    main()
