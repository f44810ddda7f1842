"""Whatever mission and whatever was reported of it: what is planned again keeps every rule from today on."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.forces.lines import post_lines
from cadre.forces.optimise import fill_posts
from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.attributes import measured
from cadre.programme.optimise import plan_programme
from cadre.recovery.replanning import call_classes, lost_classes, plan_ahead
from cadre.replan.reading import Before
from cadre.solving import Limits
from cadre.timetable.optimise import plan_timetable
from tests.recovery.made import as_reported, judged, weeks_of, went_as_planned
from tests.strategies import missions

SHORT = Limits(gap=0.05, work=0.01, seconds=600.0)
SOME = 0.2
"""Part of the serials that are late, of others that are lost, and of offers of which somebody stays away."""


def plan_of(mission: Mission) -> Before:
    need = plan_programme(mission, SHORT, period_weeks=4)
    programme = plan_programme(mission, SHORT, offered=supply(mission, {}, measured(need, mission)))
    forces = fill_posts(post_lines(programme, mission), mission, {}, measured(need, mission), limits=SHORT)
    timetable = plan_timetable(programme, forces, mission, limits=SHORT)
    return Before("", need, forces, programme, forces, timetable)


@settings(max_examples=10, deadline=None)
@given(missions(), st.integers(0, 1 << 16))
def test_every_plan_ahead_of_a_random_mission_keeps_every_rule(mission: Mission, seed: int) -> None:
    _plan_and_judge(mission, random.Random(seed))


def _plan_and_judge(mission: Mission, chance: random.Random) -> None:
    """Spoil a mission at random up to a week, plan it again, make up what was lost, judge both."""
    plan = plan_of(mission)
    week = chance.randint(1, mission.exit_week - 1)
    placed = [serial.id for serial in plan.timetable.serials if serial.start is not None]
    late = {key: chance.randint(1, 5) for key in placed if chance.random() < SOME}
    lost = {key for key in placed if key not in late and chance.random() < SOME}
    away = {key: 1 for key in mission.offers if chance.random() < SOME}
    records = went_as_planned(mission, plan, week, late=late, lost=lost, away=away)
    running = as_reported(mission, plan, records, week)
    made = judged(plan_ahead(running, limits=SHORT))
    begun = {one.serial for one in records.serials.values()}
    assert not begun & set(weeks_of(made))
    assert all(start is None or start >= week for start in weeks_of(made).values())
    more = judged(call_classes(made, lost_classes(running, mission), limits=SHORT))
    assert weeks_of(made) == {key: start for key, start in weeks_of(more).items() if key not in more.called}
    assert set(more.called) == set(weeks_of(more)) - set(weeks_of(made))
