"""Random sound missions, programmes and force plans: whatever is planned, nothing is wrong with it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.forces.lines import post_lines
from cadre.forces.plan import ForcePlan, Stint
from cadre.mission import Mission
from cadre.programme.plan import PERIOD_WEEKS, ActivityStart, PostBatch, Programme, SerialBatch
from cadre.solving import Limits
from cadre.timetable.optimise import plan_timetable
from cadre.timetable.plan import lateness
from cadre.timetable.violations import violations

from ..strategies import missions

QUICK = Limits(gap=0.01, work=0.05, seconds=600.0)


@st.composite
def programmes(draw: st.DrawFn, mission: Mission) -> Programme:
    """Serials anywhere they may be held, posts of every role at every site, all activities, some hosts."""
    periods = -(-mission.weeks // PERIOD_WEEKS)
    rotations = -(-mission.exit_week // mission.tours.weeks)
    batches = {}
    for key, course in mission.courses.items():
        for site in course.sites:
            for _ in range(draw(st.integers(0, 3)) if course.held else 0):
                n, size = draw(st.integers(1, 3)), draw(st.floats(course.seats.least, course.seats.most))
                batches[key, site, draw(st.integers(0, periods - 1))] = (n, n * size)
    posts = [
        PostBatch(role, site, rotation, draw(st.integers(1, 4)), "instructors")
        for role in mission.roles
        for site in mission.sites
        for rotation in range(rotations)
        if draw(st.booleans())
    ]
    activities = [
        ActivityStart(key, activity, draw(st.integers(0, max(0, periods // 4))))
        for key, project in mission.projects.items()
        for activity in (project.activities if project.carried_out else ())
    ]
    hosts = {k: tuple([draw(st.floats(0, 3))] * periods) for k in mission.skills}
    return Programme(
        PERIOD_WEEKS,
        periods,
        mission.tours.weeks,
        tuple(sorted(SerialBatch(*key, *value) for key, value in batches.items())),
        tuple(sorted(posts)),
        tuple(sorted(activities)),
        {},
        hosts,
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Mission, Programme, ForcePlan]:
    """A mission, a programme, and a force plan in which offers fill parts of lines of their role."""
    mission = draw(missions())
    programme = draw(programmes(mission))
    lines, stints = post_lines(programme, mission), []
    for line in lines:
        offers = [key for key, offer in mission.offers.items() if offer.role == line.role]
        if offers:
            begins = draw(st.integers(line.opens, line.closes - 1))
            ends = draw(st.integers(begins + 1, line.closes))
            stints.append(
                Stint(draw(st.sampled_from(offers)), line.id, begins, ends, draw(st.integers(1, line.people)))
            )
    return mission, programme, ForcePlan(lines, tuple(stints))


@given(cases())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_nothing_is_wrong_with_any_plan(case: tuple[Mission, Programme, ForcePlan]) -> None:
    mission, programme, forces = case
    timetable = plan_timetable(programme, forces, mission, limits=QUICK)
    assert violations(timetable, programme, forces, mission) == ()
    assert timetable.seats_short == 0
    assert timetable.result is not None
    assert timetable.result.objective == pytest.approx(lateness(timetable, mission))
    assert timetable.result.bound <= timetable.result.objective + 1e-9
