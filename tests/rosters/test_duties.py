"""What each person does in which weeks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cadre.rosters.appointments import appointments
from cadre.rosters.duties import duties, leave_weeks, of_week, runs
from cadre.rosters.in_force import as_happened, in_force
from cadre.rosters.sheets import Roster, RosterAsked
from cadre.timetable.plan import Person
from cadre.timetable.stays import stays_in
from cadre.tracking.holding import holding, known_on
from cadre.tracking.reading import read_records
from cadre.tracking.records import Records
from cadre.tracking.running import RunningMission
from cadre.words import Catalogue
from tests.missions.demining_records import FOLDER, LATE, LOST
from tests.rosters.example import known as known_now
from tests.rosters.example import roster


def person(arrives: int = 0, leaves: int = 10, leave: int = 2) -> Person:
    return Person("a#1", "a", "teacher", "home", ("medic",), arrives, leaves, leave=leave)


def test_leave_falls_into_closed_weeks_first_and_then_into_the_middle() -> None:
    assert {4, 5} == leave_weeks(person(), busy=(), closed=())
    assert {0, 4} == leave_weeks(person(), busy=(), closed=(0,))
    assert {2, 7} == leave_weeks(person(), busy=range(3, 7), closed=())


def test_no_more_leave_is_placed_than_weeks_are_free() -> None:
    assert {9} == leave_weeks(person(leave=3), busy=range(9), closed=())


def test_stretches_of_one_kind_are_one() -> None:
    assert [(0, 2), (2, 3), (5, 6)] == list(runs({0: "a", 1: "a", 2: "b", 5: "b"}))


def test_every_week_of_everybody_is_told_and_none_twice_beside_seats() -> None:
    mission, plan, _ = known_now()
    known = duties(mission, plan.timetable)
    seats = {(stay.person, stay.begins, stay.ends, stay.where) for stay in stays_in(plan.timetable, mission)}
    told = {(d.person, d.begins, d.ends, d.where) for d in known if d.where}
    assert seats == told
    for one in plan.timetable.people:
        own = [duty for duty in known if duty.person == one.id]
        for week in range(one.here, one.leaves):
            assert 1 == len({(duty.kind, duty.where) for duty in of_week(own, week)}), (one.id, week)


def test_people_take_over_before_they_teach_and_get_their_leave_where_weeks_are_free() -> None:
    mission, plan, _ = known_now()
    known = duties(mission, plan.timetable)
    for one in plan.timetable.people:
        own = [duty for duty in known if duty.person == one.id]
        before = sum(min(d.ends, one.arrives) - d.begins for d in own if d.kind == "takes-over")
        assert before <= one.overlap
        leave = sum(d.ends - d.begins for d in own if d.kind == "leave")
        free = any(d.kind == "free" for d in own)
        assert leave == one.leave or (leave < one.leave and not free)


def test_reported_closures_and_pauses_stretch_the_classes_they_fall_into() -> None:
    """`disposal-1-2@school/3` began on 12 January; three weeks of snow; it ended on 10 April, in week 57."""
    mission, plan, records = known_now()
    happened = as_happened(mission, records)
    assert {46, 47, 48, 28} == happened.closed_at("school") - mission.closed_at("school")
    for what in (happened, mission):
        serials = {one.id: one for one in in_force(what, plan.timetable, records).serials}
        ended = serials["disposal-1-2@school/3"].ends
        assert (mission.week_of(dt.date(2026, 4, 10)) + 1 == ended) is (what is happened)


def test_what_has_not_reopened_is_closed_to_the_end_of_the_week_of_the_last_report() -> None:
    """On 20 January 2026 the snow has fallen: week 46 is closed, and of the next nobody knows."""
    mission, _, _ = known_now()
    known = holding(known_on(read_records(FOLDER, mission), dt.date(2026, 1, 20)))
    happened = as_happened(mission, known)
    assert {46, 28} == happened.closed_at("school") - mission.closed_at("school")
    assert mission is as_happened(mission, Records())


def test_a_class_said_to_have_begun_in_a_closed_week_is_taught_from_the_next_open_one() -> None:
    mission, plan, records = known_now()
    key, first = next((k, r) for k, r in records.serials.items() if r.what == "started")
    early = first.model_copy(update={"on": dt.date(2025, 8, 5), "reported_on": dt.date(2025, 8, 20)})
    changed = records.model_copy(update={"serials": {**records.serials, key: early}})
    made = {one.id: one for one in in_force(mission, plan.timetable, changed).serials}
    assert mission.week_of(dt.date(2025, 8, 18)) == made[first.serial].start


def test_what_was_reported_stands_before_what_was_planned() -> None:
    mission, plan, records = known_now()
    made = {one.id: one for one in in_force(mission, plan.timetable, records).serials}
    assert set() == set(LOST) & set(made)
    for serial in plan.timetable.serials:
        if serial.id in LATE:
            assert made[serial.id].start == (serial.start or 0) + LATE[serial.id]
            assert (made[serial.id].ends or 0) > (serial.ends or 0)


def test_who_holds_two_seats_since_a_class_runs_late_is_told() -> None:
    """`disposal-1-2@school/4` began a week late and lasts into the first week of its instructor's next."""
    made = roster()
    (twice,) = made.twice(RosterAsked(61))
    assert (
        ("first-disposal#1/r2", "2026-05-04", "disposal-1-2@school/4, disposal-1-2@school/5"),
    ) == twice.rows
    assert [] == list(made.twice(RosterAsked(63)))


def test_rooms_are_held_by_the_classes_in_them() -> None:
    rows = {row[1]: row[2:] for row in roster().rooms(61).rows}
    assert ("2 / 2", "disposal-1-2@school/5, manual-demining@school/9") == rows["classroom"]
    assert "2 / 2" == rows["training field"][0]


def test_a_seat_list_has_a_line_for_everybody_who_attends() -> None:
    made = roster()
    sheet = made.seats(made.serials["manual-demining@school/9"])
    assert 17 == sum(row[1] == "trainee" for row in sheet.rows)
    assert {"first-instructors#1/r2", "host:demining#1"} <= {row[2] for row in sheet.rows}


def with_(**tables: dict[str, Any]) -> Roster:
    mission, plan, records = known_now()
    told = records.model_dump(mode="json") | tables
    return Roster(RunningMission(mission, plan, Records.model_validate(told)), Catalogue("en"))


def test_people_whose_names_are_known_are_told_by_name() -> None:
    made = with_(names={"n": {"person": "first-instructors#1/r2", "name": "Ana Silva"}})
    named = "Ana Silva, first-instructors#1/r2"
    assert named in [row[0] for row in made.by_person(RosterAsked(61)).rows]
    assert any(named in row[3] for row in made.classes(61).rows)
    seats = made.seats(made.serials["manual-demining@school/9"])
    assert {named, "host:demining#1"} <= {row[2] for row in seats.rows}
    assert any(one.summary.startswith(f"{named}: ") for one in appointments(made))
    assert {one.uid for one in appointments(made)} == {one.uid for one in appointments(roster())}


def test_a_seat_list_tells_the_groups_of_those_who_attend() -> None:
    cells = {"on": "2026-04-06", "reported_by": "school", "reported_on": "2026-04-08"}
    group = cells | {"serial": "manual-demining@school/9"}
    women = {"g": group | {"group": "women", "people": 5}, "h": group | {"group": "men", "people": 10}}
    made = with_(groups=women)
    rows = made.seats(made.serials["manual-demining@school/9"]).rows
    told = [row[3] for row in rows if row[1] == "trainee"]
    assert (17, 5, 10, 2) == (len(told), told.count("women"), told.count("men"), told.count(""))
