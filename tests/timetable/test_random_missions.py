"""Whatever mission, programme and offers: the timetable keeps every rule and says why it drops a serial."""

from __future__ import annotations

from hypothesis import given, settings

from cadre.forces.lines import post_lines
from cadre.forces.optimise import fill_posts
from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.attributes import measured
from cadre.programme.optimise import plan_programme
from cadre.solving import Limits
from cadre.timetable.optimise import plan_timetable
from cadre.timetable.violations import violations
from tests.strategies import missions

SHORT = Limits(gap=0.05, work=0.01, seconds=600.0)


@settings(max_examples=25)
@given(missions())
def test_every_timetable_of_a_random_mission_keeps_every_rule(mission: Mission) -> None:
    need = plan_programme(mission, SHORT, period_weeks=4)  # by the week it takes many times as long
    programme = plan_programme(mission, SHORT, offered=supply(mission, {}, measured(need, mission)))
    forces = fill_posts(post_lines(programme, mission), mission, {}, measured(need, mission), limits=SHORT)
    timetable = plan_timetable(programme, forces, mission, limits=SHORT)
    assert () == violations(timetable, programme, forces, mission)
    planned = sum(batch.serials for batch in programme.serials)
    assert planned == len(timetable.serials)
    assert all(serial.why for serial in timetable.serials if serial.start is None)
