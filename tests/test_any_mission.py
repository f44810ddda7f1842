"""Whole studies of random missions: each plan is sound, the brief is written, its numbers resolve."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from cadre.brief.data.trace import read_document, trace
from cadre.brief.writing import write_brief
from cadre.forces.supply import supply
from cadre.forces.violations import violations as force_faults
from cadre.mission import Mission
from cadre.pipeline import Settings
from cadre.pipeline.studying import run_study
from cadre.plans import Planned
from cadre.programme.attributes import measured
from cadre.programme.violations import violations as programme_faults
from cadre.timetable.violations import violations as timetable_faults
from tests.strategies import missions
from tests.words.english import each

ROUGH = Settings(replications=60, jobs=1)


def faults(planned: Planned) -> list[str]:
    option, need, forces = planned.option, planned.need, planned.forces
    mission, known = option.mission, measured(need, option.mission)
    offers = supply(mission, option.choices, known)
    return [
        *each(programme_faults(need, mission)),
        *each(programme_faults(planned.programme, mission, offered=offers)),
        *each(force_faults(forces, mission, option.choices, known)),
        *each(force_faults(planned.staff, mission, option.choices, known)),
        *each(timetable_faults(planned.timetable, planned.programme, planned.staff, mission)),
    ]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(missions())
def test_a_brief_can_be_made_of_any_sound_mission(mission: Mission) -> None:
    study = run_study(mission, ROUGH)
    assert [] == [fault for planned in study.shown for fault in faults(planned)]
    with TemporaryDirectory() as folder:
        out = Path(folder) / "brief"
        write_brief(study, out)
        last = read_document(out)["numbers"][-1]["id"]
        assert last == trace(out, last).id
