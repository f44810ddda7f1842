"""Weeks in which serials can begin: hosts who help, or may be shown to teach, never take one away."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.programme.frame import Frame
from cadre.programme.skills import must_be_foreign
from tests.mission_files.by_hand import write_folder


@cache
def school() -> Mission:
    with TemporaryDirectory() as folder:
        return read_mission(write_folder(Path(folder)))


def starts(mission: Mission, period_weeks: int, course: str) -> set[int]:
    seats = mission.courses[course].seats.least
    return set(Frame(mission, period_weeks).runs_of(course, "camp", seats).teach[:, 0].tolist())


@settings(max_examples=30, deadline=None)
@given(
    weeks=st.integers(1, 9),
    tour=st.integers(8, 30),
    handover=st.integers(1, 5),
    period=st.sampled_from([1, 2, 4, 13]),
)
def test_hosts_who_may_begin_in_a_handover_take_no_week_from_anybody(
    weeks: int, tour: int, handover: int, period: int
) -> None:
    alone = school().changed(
        {"courses.basic.weeks": weeks, "tours.weeks": tour, "tours.handover": min(handover, tour - 1)}
    )
    helped = alone.changed({"skills.disposal.hosts_at_start": 3})
    assert must_be_foreign(alone, "basic", 6)
    assert not must_be_foreign(helped, "basic", 6)
    assert starts(alone, period, "basic") <= starts(helped, period, "basic")
