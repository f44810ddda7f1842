"""A re-plan keeps what people expect: nothing moves without a reason, and as little as can be with one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.programme.plan import Programme
from cadre.reasons.timetable import SiteOpens
from cadre.timetable.optimise import Kept, replan_timetable
from cadre.timetable.plan import MOVED_WEEKS, Timetable
from cadre.timetable.problem import Job, weeks_counted
from cadre.timetable.violations import violations
from tests.words.english import english

from .made import EXACT, forces_of, mission_with, planned, programme_of, serials, starts, why
from .test_two_methods import Case, _choices, _holds, cases


def replanned(
    before: Timetable, programme: Programme, forces: ForcePlan, mission: Mission, **options: Any
) -> Kept:
    """Re-plan, and pass the oracle before anything else is looked at."""
    kept = replan_timetable(before, (programme, forces, mission), limits=EXACT, **options)
    assert () == violations(kept.timetable, programme, forces, mission)
    return kept


def trainers(people: int) -> ForcePlan:
    return forces_of(("trainer", 0, 26, people), ("trainer", 26, 52, people))


def same(one: Timetable, other: Timetable) -> bool:
    return replace(one, result=None) == replace(other, result=None)


@given(cases())
@settings(max_examples=20, deadline=None)
def test_without_a_change_nothing_moves(case: Case) -> None:
    forces = trainers(case.trainers)
    before = planned(case.programme, forces, case.mission)
    kept = replanned(before, case.programme, forces, case.mission)
    assert {} == kept.moved
    assert same(before, kept.timetable)


def test_a_plan_that_could_be_better_is_not_bettered_at_the_cost_of_moves() -> None:
    mission, programme, forces = mission_with(), programme_of(serials(("basic", 0, 1))), trainers(1)
    late = planned(programme, forces, mission, pinned={"basic@school/1": 9})
    kept = replanned(late, programme, forces, mission)
    assert {"basic@school/1": 9} == starts(kept.timetable)
    assert ["expected in week 9"] == [*why(kept.timetable).values()]


def test_who_is_gone_is_replaced_and_the_week_stays() -> None:
    mission, programme = mission_with(), programme_of(serials(("basic", 0, 2)))
    before = planned(programme, trainers(2), mission)
    other = forces_of(("trainer", 0, 26, 1), ("allrounder", 0, 26, 1))
    kept = replanned(before, programme, other, mission)
    assert {} == kept.moved
    assert starts(before) == starts(kept.timetable)
    people = sorted(seat.person for serial in kept.timetable.serials for seat in serial.seats)
    assert ["north-allrounder#1/r0", "north-trainer#1/r0"] == people


def test_only_what_cannot_stay_moves_and_the_reason_is_told() -> None:
    mission, programme = mission_with(), programme_of(serials(("basic", 0, 2)))
    before = planned(programme, trainers(2), mission)
    kept = replanned(before, programme, trainers(1), mission)
    (moved,) = kept.moved
    assert english(kept.moved[moved]) == "makes way: 1 drill short at school in weeks 0-3"
    assert 4 == starts(kept.timetable)[moved]
    stays = [s.id for s in kept.timetable.serials if s.id != moved]
    assert [0] == [starts(kept.timetable)[key] for key in stays]


def test_a_rule_that_forbids_the_old_week_alone_is_told_as_it_is() -> None:
    programme, forces = programme_of(serials(("basic", 0, 1))), trainers(1)
    before = planned(programme, forces, mission_with())
    opened = mission_with(sites={"school": {"opens": "2018-10-15"}, "abroad": {"in_country": False}})
    kept = replanned(before, programme, forces, opened)
    assert {"basic@school/1": SiteOpens("school", 2)} == kept.moved


def test_of_two_that_cannot_both_stay_the_one_of_less_priority_moves() -> None:
    mission = mission_with({"basic": {}, "other": {"weeks": 6, "priority": 2}})
    programme = programme_of(serials(("basic", 0, 1), ("other", 0, 1)))
    before = planned(programme, trainers(2), mission)
    assert [0, 0] == list(starts(before).values())
    kept = replanned(before, programme, trainers(1), mission)
    assert {"basic@school/1"} == set(kept.moved)
    assert {"basic@school/1": 6, "other@school/1": 0} == starts(kept.timetable)


def test_what_was_dropped_is_placed_where_there_is_room_now() -> None:
    mission, programme = mission_with(), programme_of(serials(("basic", 0, 1)))
    before = planned(programme, forces_of(), mission)
    assert [None] == list(starts(before).values())
    kept = replanned(before, programme, trainers(1), mission)
    assert {} == kept.moved
    assert [0] == list(starts(kept.timetable).values())


def enumerated(case: Case, before: Timetable) -> float:
    """Least of lateness and moves over all starts of all serials, by heads and rooms week by week."""
    choices = [list(_choices(case.mission, s.course, s.earliest)) for s in before.serials]
    moves = [case.mission.courses[s.course].priority * MOVED_WEEKS for s in before.serials]

    def cost(plan: tuple[Any, ...]) -> float:
        total = 0.0
        for (weeks, late, _), serial, move in zip(plan, before.serials, moves, strict=True):
            start = weeks.start if len(weeks) else None
            total += late + (move if serial.start is not None and start != serial.start else 0)
        return total

    return min((cost(plan) for plan in product(*choices) if _holds(case, plan)), default=0.0)


@given(cases())
@settings(max_examples=15, deadline=None)
def test_re_planner_and_enumeration_agree_when_a_trainer_is_withdrawn(case: Case) -> None:
    before = planned(case.programme, trainers(case.trainers + 1), case.mission)
    result = replanned(before, case.programme, trainers(case.trainers), case.mission).timetable.result
    assert result is not None
    assert enumerated(case, before) == result.objective
    assert result.bound <= result.objective + 1e-6


@given(cases(), st.sampled_from(("trainer", "range")))
@settings(max_examples=15, deadline=None)
def test_what_is_relaxed_never_makes_a_re_plan_worse(case: Case, rule: str) -> None:
    before = planned(case.programme, trainers(case.trainers + 1), case.mission)
    forces = trainers(case.trainers)
    tight = replanned(before, case.programme, forces, case.mission).timetable.result
    more = trainers(case.trainers + 1) if rule == "trainer" else forces
    wider = case.mission.changed({"sites.school.facilities.range": 2} if rule == "range" else {})
    loose = replanned(before, case.programme, more, wider).timetable.result
    assert tight is not None
    assert loose is not None
    assert loose.objective <= tight.objective


@given(cases(), st.integers(0, 10))
@settings(max_examples=15, deadline=None)
def test_a_pin_holds_whatever_it_costs_others(case: Case, week: int) -> None:
    before = planned(case.programme, trainers(case.trainers), case.mission)
    for serial in before.serials[:1]:
        pin = {serial.id: serial.earliest + week}
        kept = replan_timetable(before, (case.programme, trainers(case.trainers), case.mission), pinned=pin)
        found = starts(kept.timetable)[serial.id]
        assert found in (pin[serial.id], None)
        if found is None:
            assert (
                serial.earliest + week in case.mission.closed_weeks
                or not case.mission.courses[serial.course].may_pause
            )


def test_a_serial_counts_its_weeks_late_and_a_move_half_of_being_dropped() -> None:
    """By hand: on time nothing; moved 20 and 1 for the week; dropped 40, and 20 for the move."""
    new = Job("new", "basic", 0, 0, 3, 9, 12, 1.0, ())
    stood = replace(new, stands=3)
    assert [0, 0, 1, 40, 40] == [weeks_counted(new, week) for week in (0, 3, 4, 99, None)]
    assert [20, 0, 21, 60, 60] == [weeks_counted(stood, week) for week in (0, 3, 4, 99, None)]
