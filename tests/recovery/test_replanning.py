"""A mission that runs planned again: the past stays, nothing moves without cause, what was lost comes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.reasons import broken_timetable as broken
from cadre.reasons.replan import TooFewTrainees
from cadre.reasons.timetable import AsLateAs, NoRoom, Pinned
from cadre.recovery.facts import MissionNow, mission_now
from cadre.recovery.replanning import (
    FurtherClass,
    PlanAhead,
    call,
    call_classes,
    lost_classes,
    plan_ahead,
    whole_plan,
)
from cadre.replan.reading import Before, read_before
from cadre.timetable.violations import violations
from cadre.tracking.holding import holding, known_on
from cadre.tracking.reading import read_records
from tests.recovery.made import as_reported, judged, planned_weeks, weeks_of, went_as_planned

FOLDER = Path(__file__).parents[2] / "missions" / "demining-school"
TODAY = dt.date(2026, 5, 4)


@cache
def example() -> tuple[Mission, Before]:
    plan = read_before(FOLDER / "records" / "plan.json")
    return find(read_mission(FOLDER), plan.option).mission, plan


@pytest.fixture(scope="module")
def running() -> MissionNow:
    mission, plan = example()
    known = holding(known_on(read_records(FOLDER, read_mission(FOLDER)), TODAY))
    return mission_now(mission, plan, known, TODAY)


@pytest.fixture(scope="module")
def ahead(running: MissionNow) -> PlanAhead:
    return judged(plan_ahead(running))


@pytest.mark.parametrize("week", [10, 20, 34, 48, 61, 70])
def test_what_went_as_planned_moves_nothing(week: int) -> None:
    mission, plan = example()
    made = judged(plan_ahead(as_reported(mission, plan, went_as_planned(mission, plan, week), week)))
    assert planned_weeks(plan, made) == weeks_of(made)
    assert {} == made.moved


def test_a_class_that_runs_late_moves_only_what_needs_its_room_or_people() -> None:
    """The second class holds a classroom, a field and four instructors until week 17 instead of 15."""
    mission, plan = example()
    records = went_as_planned(mission, plan, 12, late={"manual-demining@school/2": 2})
    made = judged(plan_ahead(as_reported(mission, plan, records, 12)))
    was, now = planned_weeks(plan, made), weeks_of(made)
    moved = {key for key in was if was[key] != now[key]}
    assert {17} == {
        one.serial.ends for one in made.running.facts.held if one.serial.id.endswith("demining@school/2")
    }
    assert moved <= {key for key, start in was.items() if start is not None and start < 17}
    assert moved == set(made.moved)


def test_what_is_past_or_runs_is_in_no_plan_ahead_and_stays_in_the_whole_plan(ahead: PlanAhead) -> None:
    _, plan = example()
    whole = {serial.id: serial for serial in whole_plan(ahead, plan).timetable.serials}
    begun = {one.serial for one in ahead.running.records.serials.values()}
    assert begun & {serial.id for serial in ahead.timetable.serials} == set()
    assert all(whole[serial.id] == serial for serial in plan.timetable.serials if serial.id in begun)
    assert all((serial.start or 61) >= 61 for serial in ahead.timetable.serials)


def test_an_instructor_in_two_classes_that_run_is_no_fault_of_the_plan(running: MissionNow) -> None:
    """On 4 May the plan has first-disposal#1 in a class that runs late, and in one that begins."""
    seats = [seat for seat in running.facts.seats if seat.person == "first-disposal#1/r2"]
    assert [("disposal-1-2@school/4", 61, 62)] == [(seat.where, seat.begins, seat.ends) for seat in seats]


def test_the_fifth_disposal_class_cannot_begin_while_the_fourth_has_its_instructor(ahead: PlanAhead) -> None:
    now = weeks_of(ahead)
    assert 61 != now["disposal-1-2@school/5"]
    assert {"disposal-1-2@school/5", "manual-demining@school/11"} == set(ahead.moved)


def test_where_weeks_count_more_than_moves_it_begins_a_week_late(running: MissionNow) -> None:
    soon = weeks_of(judged(plan_ahead(running, moving=2)))
    assert 62 == soon["disposal-1-2@school/5"]
    assert 78 == soon["disposal-1-2@school/6"]


def test_the_judge_sees_who_and_what_is_held_by_what_runs(ahead: PlanAhead) -> None:
    """A class put into the week in which the room and the people of another that runs are still held."""
    running = ahead.running
    serials = list(ahead.timetable.serials)
    place = next(i for i, one in enumerate(serials) if one.id == "instructor-course@school/1")
    seats = tuple(
        replace(seat, person="host:demining#1") if i == 1 else seat
        for i, seat in enumerate(serials[place].seats)
    )
    facts = replace(
        running.facts,
        asked=tuple(
            replace(one, earliest=61) if one.id == serials[place].id else one for one in running.facts.asked
        ),
    )
    serials[place] = replace(serials[place], earliest=61, start=61, ends=65, seats=seats)
    table = replace(ahead.timetable, serials=tuple(serials))
    found = violations(table, running.plan.programme, running.plan.staff, running.mission, facts=facts)
    assert {"host:demining#1", "first-instructors#1/r2", "interpreter@school#2"} == {
        rule.person for rule in found if isinstance(rule, broken.TwoSeats)
    }


def test_lost_classes_are_made_up_under_new_numbers_and_move_nothing(ahead: PlanAhead) -> None:
    mission, _ = example()
    made = judged(call_classes(ahead, lost_classes(ahead.running, mission)))
    instead = {key: further.instead for key, further in made.called.items()}
    lost = {"17": "5", "18": "8"}
    assert {
        f"manual-demining@school/{new}": f"manual-demining@school/{old}" for new, old in lost.items()
    } == instead
    assert weeks_of(ahead) == {key: week for key, week in weeks_of(made).items() if key not in made.called}


def test_a_lost_class_for_which_there_is_no_room_is_told_why() -> None:
    mission, plan = example()
    records = went_as_planned(mission, plan, 20, lost={"manual-demining@school/2"})
    kept = judged(plan_ahead(as_reported(mission, plan, records, 20)))
    ((further, why),) = call_classes(kept, lost_classes(kept.running, mission)).refused
    assert "manual-demining@school/2" == further.instead
    assert isinstance(why, AsLateAs)
    assert isinstance(why.late, NoRoom)


def test_a_class_is_not_called_where_nobody_could_take_it(ahead: PlanAhead) -> None:
    """Four further leaders' courses: the deminers who are left do not fill them all."""
    wanted = [FurtherClass("disposal-1-2", "school", 12, until=130)] * 12
    made = ahead
    for further in wanted:
        made = call(made, further)
    judged(made)
    assert made.refused
    assert len(made.called) < len(wanted)


def test_without_trainees_the_reason_is_told(running: MissionNow) -> None:
    nobody = dict.fromkeys(running.stocks.people, -1000.0)
    empty = replace(running, stocks=replace(running.stocks, people=nobody, running=()))
    made = call(plan_ahead(empty), FurtherClass("disposal-1-2", "school", 12, until=78))
    (refused,) = made.refused
    assert isinstance(refused[1], TooFewTrainees)


def test_a_pinned_class_stays_in_its_week(running: MissionNow) -> None:
    made = judged(plan_ahead(running, pinned={"manual-demining@school/11": 79}))
    assert 79 == weeks_of(made)["manual-demining@school/11"]
    assert isinstance(made.moved["manual-demining@school/11"], Pinned)


def test_offers_reported_dropped_send_nobody_more() -> None:
    mission, plan = example()
    records = went_as_planned(mission, plan, 40)
    day = mission.date_of(39)
    told = {
        "on": day,
        "reported_on": day,
        "reported_by": "staff",
        "offer": "second-disposal",
        "state": "dropped",
    }
    records = type(records).model_validate(records.model_dump() | {"offer_states": {"o1": told}})
    made = judged(plan_ahead(as_reported(mission, plan, records, 40)))
    there = {person.id for person in made.timetable.people}
    assert "second-disposal#1/r1" in there
    assert "second-disposal#1/r2" not in there


def test_fewer_who_came_are_fewer_who_teach() -> None:
    mission, plan = example()
    records = went_as_planned(mission, plan, 60, away={"first-disposal": 1})
    made = judged(plan_ahead(as_reported(mission, plan, records, 60)))
    there = {person.id for person in made.timetable.people}
    assert "first-disposal#1/r2" in there
    assert "first-disposal#2/r2" not in there


def test_a_plan_put_in_force_is_planned_again_and_stays(ahead: PlanAhead) -> None:
    mission, plan = example()
    force = whole_plan(ahead, plan)
    again = judged(plan_ahead(mission_now(mission, force, ahead.running.records, TODAY)))
    assert weeks_of(ahead) == weeks_of(again)
    assert {} == again.moved
