"""The programme's batches as serials, and who waits for whom."""

from cadre.programme.plan import SerialBatch
from cadre.timetable.demand import prerequisites, serials_of

from .made import mission_with, programme_of, serials

CHAIN = {"basic": {}, "medic": {"recruits": None, "after": ["basic"], "grants": "medic"}}


def test_a_batch_becomes_serials_of_its_period_numbered_in_time() -> None:
    found = serials_of(programme_of(serials(("basic", 2, 2), ("basic", 0, 1))), mission_with())
    assert [("basic@school/1", 0, 3), ("basic@school/2", 8, 11), ("basic@school/3", 8, 11)] == [
        (s.id, s.earliest, s.due) for s in found
    ]


def test_trainees_are_split_evenly_in_whole_people() -> None:
    batch = SerialBatch("basic", "school", 0, 3, 26.7, 10)
    assert [9, 9, 8] == [s.trainees for s in serials_of(programme_of([batch]), mission_with())]


def test_rounding_down_never_leaves_a_serial_below_its_least() -> None:
    batch = SerialBatch("basic", "school", 0, 2, 9.99, 10)
    assert [5, 5] == [s.trainees for s in serials_of(programme_of([batch]), mission_with())]


def test_nobody_sits_beyond_the_last_seat() -> None:
    batch = SerialBatch("basic", "school", 0, 1, 10.9999999, 10)
    assert [10] == [s.trainees for s in serials_of(programme_of([batch]), mission_with())]


def test_a_serial_waits_for_those_its_trainees_come_from() -> None:
    mission = mission_with(CHAIN)
    made = serials_of(programme_of(serials(("basic", 0, 2), ("medic", 2, 1), ("medic", 3, 1))), mission)
    before = prerequisites(made, mission)
    assert {
        "medic@school/1": ("basic@school/1",),
        "medic@school/2": ("basic@school/1", "basic@school/2"),
    } == before


def test_holders_of_the_first_day_need_no_serial_before_theirs() -> None:
    mission = mission_with(
        CHAIN, competences={"soldier": {"title": "s", "at_start": 100}, "medic": {"title": "m"}}
    )
    made = serials_of(programme_of(serials(("basic", 0, 2), ("medic", 2, 2))), mission)
    assert {} == prerequisites(made, mission)


def test_what_the_programme_ends_too_late_is_not_waited_for() -> None:
    mission = mission_with(CHAIN)
    made = serials_of(programme_of(serials(("basic", 2, 1), ("medic", 2, 1))), mission)
    assert {} == prerequisites(made, mission)


def test_trainees_who_come_back_are_there_for_the_next_serial() -> None:
    back = CHAIN | {"medic": CHAIN["medic"] | {"grants": None}}
    made = serials_of(
        programme_of(serials(("basic", 0, 2), ("medic", 2, 1), ("medic", 3, 1))), mission_with(back)
    )
    assert ("basic@school/1",) == prerequisites(made, mission_with(back))["medic@school/2"]
