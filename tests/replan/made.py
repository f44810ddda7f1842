"""The school by hand, planned, and its plan written and read as people keep it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from cadre.cli import show
from cadre.mission import Mission
from cadre.options import find
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.plans import Planned
from cadre.replan.reading import Before, read_before
from cadre.replan.replanning import Replanned, replan
from cadre.timetable.violations import violations

OPTION = "many.none"
SETTINGS = Settings(jobs=1)
SOME: Mapping[str, Any] = {
    "sites.camp.facilities.range": 1,
    "courses.basic.uses": {"range": 1},
    "capabilities.team.wanted": {"2020-10-01": 8},
    "offers.second": {
        "party": "ally",
        "role": "trainer",
        "people": 3,
        "begins": "2020-01-06",
        "ends": "2020-12-31",
        "state": "confirmed",
    },
}
"""What the school by hand is given more of, so that there is something to move."""


def planned(school: Mission) -> Planned:
    return plan_option(find(school.changed(SOME), OPTION), SETTINGS)


def written(plan: Planned, file: Path) -> Path:
    """Write a plan as `cadre plan --json` prints it."""
    with redirect_stdout(StringIO()) as printed:
        show.planned(plan, as_json=True)
    file.write_text(printed.getvalue(), "utf-8")
    return file


def before_of(plan: Planned, folder: Path) -> Before:
    return read_before(written(plan, folder / "plan.json"))


def replanned(before: Before, mission: Mission, pins: Iterable[str] = ()) -> Replanned:
    """Re-plan, and pass the oracle before anything else is looked at."""
    made = replan(before, find(mission, before.option), SETTINGS, pins=pins)
    changed = find(mission, before.option).mission
    if not pins:
        assert () == violations(made.timetable, made.programme, made.forces, changed)
    return made
