"""For each rule, the timetable that breaks only it; the sound one first."""

from dataclasses import replace
from typing import Any

import pytest

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.programme.plan import ActivityStart, PostBatch, Programme
from cadre.reasons.timetable import Pinned
from cadre.timetable.people import people_of
from cadre.timetable.plan import NO_LEAD, ActivitySlot, Handover, Person, Seat, Serial, Timetable
from cadre.timetable.violations import violations
from tests.words.english import each

from .made import SMALL, closed, forces_of, mission_with, programme_of, serials

FORCES = forces_of(("trainer", 0, 26, 2), ("trainer", 26, 52, 2), ("doctor", 0, 26, 1))
ONE, TWO, NEXT = "north-trainer#1/r0", "north-trainer#2/r0", "north-trainer#1/r1"
LATE = (Pinned(1),)
PROGRAMME = programme_of(serials(("basic", 0, 2)))


def course(**changes: Any) -> Mission:
    return mission_with({"basic": {"uses": {"range": 0.5}} | changes})


def serial(number: int, start: int | None, *people: str, **changes: Any) -> Serial:
    """Serial `number` of the two, four weeks long."""
    seats = tuple(Seat(0, "drill", person) for person in people)
    ends = None if start is None else start + 4
    made = Serial(f"basic@school/{number}", "basic", "school", 0, 3, 10, start, ends, seats)
    return replace(made, **changes)


def sound(
    *listed: Serial,
    programme: Programme = PROGRAMME,
    forces: ForcePlan = FORCES,
    mission: Mission,
    **parts: Any,
) -> tuple[str, ...]:
    """Violations of a timetable of these serials, its people those who come unless `people` are given."""
    people = parts.pop("people", None) or people_of(forces, programme, mission)
    return each(violations(Timetable(listed, people, **parts), programme, forces, mission))


GOOD = (serial(1, 0, ONE), serial(2, 0, TWO))


def test_a_sound_timetable_has_nothing_wrong() -> None:
    assert () == sound(*GOOD, mission=course())


def test_a_serial_that_is_not_listed() -> None:
    assert ("basic@school/2: asked for by the programme, not listed",) == sound(GOOD[0], mission=course())


def test_a_serial_that_stands_twice() -> None:
    report = sound(*GOOD, serial(2, 4, TWO, why=LATE), mission=course())
    assert "basic@school/2: listed, not asked for by the programme, or twice" in report


def test_people_that_nobody_sends() -> None:
    stranger = Person("x", "x", "trainer", "school", ("drill",), 0, 26)
    people = (*people_of(FORCES, PROGRAMME, course()), stranger)
    assert ("people: not those of the force plan and the programme",) == sound(
        *GOOD, people=people, mission=course()
    )


@pytest.mark.parametrize(
    ("listed", "report"),
    [
        (serial(2, 30, NEXT, why=LATE), "basic@school/2: starts in week 30, outside its window"),
        (serial(2, 0, TWO, ends=5), "basic@school/2: ends in week 5, the calendar says 4"),
        (serial(2, 4, TWO), "basic@school/2: dropped, late or short without a reason"),
        (serial(2, None), "basic@school/2: dropped, late or short without a reason"),
        (serial(2, None, TWO, why=LATE), "basic@school/2: dropped, and yet it has an end or seats"),
        (serial(2, 0, ""), "basic@school/2: dropped, late or short without a reason"),
        (serial(2, 0), "basic@school/2: 0 seats of drill in phase 1, 1 needed"),
        (serial(2, 0, ONE), f"{ONE}: sits in basic@school/1 and in basic@school/2 in week 0"),
        (serial(2, 0, "x"), "basic@school/2: x is nobody who comes"),
        (serial(2, 0, "north-doctor#1/r0"), "basic@school/2: north-doctor#1/r0 does not hold drill"),
        (
            serial(2, 3, NEXT),
            f"basic@school/2: {NEXT} sits in weeks 3-6, there in weeks 26-51",
        ),
    ],
)
def test_a_serial_that_breaks_one_rule(listed: Serial, report: str) -> None:
    assert (report,) == sound(GOOD[0], listed, mission=course())


def test_a_closed_week() -> None:
    mission = mission_with(calendar=closed(0))
    report = sound(serial(1, 0, ONE), serial(2, 1, TWO), mission=mission)
    assert ("basic@school/1: starts in week 0, which is closed",) == report


def test_a_serial_that_may_not_pause_over_a_closed_week() -> None:
    mission = mission_with({"basic": {"may_pause": False}}, calendar=closed(2))
    report = sound(serial(1, 3, ONE), serial(2, 0, TWO), mission=mission)
    assert "basic@school/2: touches closed weeks from week 0 and may not pause" in report


def test_a_serial_abroad_after_exit() -> None:
    forces = forces_of(("trainer", 26, 52, 1), site="abroad")
    programme = programme_of(serials(("basic", 12, 1), site="abroad"))
    made = Serial("basic@abroad/1", "basic", "abroad", 48, 51, 10, 50, 54, (Seat(0, "drill", ONE),))
    report = sound(made, programme=programme, forces=forces, mission=mission_with())
    assert "basic@abroad/1: over in week 54, must be by week 52" in report


def test_a_site_that_is_not_open_yet() -> None:
    sites = SMALL["sites"] | {"school": {"opens": "2018-10-15"}}
    report = sound(serial(1, 2, ONE), serial(2, 1, TWO), mission=mission_with(sites=sites))
    assert ("basic@school/2: starts in week 1, before school opens",) == report


def test_more_rooms_than_there_are() -> None:
    report = sound(*GOOD, mission=course(uses={"range": 1}))
    assert "school: 2 range held in week 0, 1 there" in report


def test_more_trainees_than_beds() -> None:
    sites = SMALL["sites"] | {"school": {"beds": 21}}
    posts = [PostBatch("trainer", "school", 0, 2, "instructors")]
    programme = programme_of(serials(("basic", 0, 2)), posts=posts)
    report = sound(*GOOD, programme=programme, mission=mission_with(sites=sites))
    assert 4 == len(report)
    assert "school: 20 trainees beside the posts in week 0, 21 beds" == report[0]


def test_trainees_who_have_not_passed_yet() -> None:
    mission = mission_with({"basic": {}, "medic": {"recruits": None, "after": ["basic"], "grants": "medic"}})
    programme = programme_of(serials(("basic", 0, 1), ("medic", 1, 1)))
    late = Serial("medic@school/1", "medic", "school", 4, 7, 10, 5, 9, (Seat(0, "drill", TWO),))
    report = sound(serial(1, 3, ONE), late, programme=programme, mission=mission)
    assert ("medic@school/1: starts in week 5, before its trainees come from basic@school/1",) == report


def test_a_caveat() -> None:
    offers = {"north-trainer": SMALL["offers"]["north-trainer"] | {"not_for": ["basic"]}}
    report = sound(*GOOD, mission=mission_with(offers=SMALL["offers"] | offers))
    assert (
        f"basic@school/1: {ONE} does not teach basic",
        f"basic@school/2: {TWO} does not teach basic",
    ) == report


def test_somebody_at_another_site() -> None:
    forces = ForcePlan(
        (*FORCES.lines, *forces_of(("allrounder", 0, 26, 1), site="abroad").lines),
        (*FORCES.stints, *forces_of(("allrounder", 0, 26, 1), site="abroad").stints),
    )
    report = sound(GOOD[0], serial(2, 0, "north-allrounder#1/r0"), forces=forces, mission=course())
    assert ("basic@school/2: north-allrounder#1/r0 is at abroad, not at school",) == report


def test_a_host_abroad() -> None:
    programme = programme_of(serials(("basic", 1, 1), site="abroad"), hosts={"drill": [1.0] * 20})
    made = Serial("basic@abroad/1", "basic", "abroad", 4, 7, 10, 4, 8, (Seat(0, "drill", "host:drill#1/p1"),))
    report = sound(made, programme=programme, mission=mission_with())
    assert ("basic@abroad/1: host:drill#1/p1 does not leave the country",) == report


def test_leave_that_is_taught_through() -> None:
    mission = mission_with({"basic": {"weeks": 26}}, tours={"weeks": 26, "handover": 0, "leave": 1})
    alone = forces_of(("trainer", 0, 26, 1))
    report = sound(serial(1, 0, ONE, ends=26), serial(2, None, why=LATE), mission=mission, forces=alone)
    assert (f"{ONE}: works 26 weeks and loses some of 1 weeks of leave",) == report


def test_those_who_are_alike_stand_in_for_each_other_as_far_as_all_have_their_leave() -> None:
    long = mission_with({"basic": {"weeks": 25}}, tours={"weeks": 26, "handover": 0, "leave": 1})
    two = (serial(1, 0, ONE, ends=25), serial(2, 0, TWO, ends=25))
    assert () == sound(*two, mission=long)
    tight = mission_with({"basic": {"weeks": 25}}, tours={"weeks": 26, "handover": 0, "leave": 2})
    assert (f"{ONE} and {TWO}: work 50 weeks and lose some of 4 weeks of leave",) == sound(
        *two, mission=tight
    )


def test_who_is_there_in_other_weeks_does_not_stand_in() -> None:
    one = mission_with({"basic": {"weeks": 26}}, tours={"weeks": 26, "handover": 0, "leave": 13})
    assert () == sound(serial(1, 0, ONE, ends=26), serial(2, None, why=LATE), mission=one)
    apart = forces_of(("trainer", 0, 26, 1), ("trainer", 0, 25, 1))
    report = sound(serial(1, 0, TWO, ends=26), serial(2, None, why=LATE), mission=one, forces=apart)
    assert (f"{TWO}: works 26 weeks and loses some of 13 weeks of leave",) == report


def test_a_serial_begun_in_the_weeks_of_handover() -> None:
    mission, after = mission_with(tours={"weeks": 26, "handover": 3, "leave": 0}), "north-trainer#2/r1"
    listed = (serial(1, 29, NEXT, earliest=28, due=31), serial(2, 28, after, earliest=28, due=31))
    report = sound(*listed, programme=programme_of(serials(("basic", 7, 2))), mission=mission)
    assert (f"basic@school/2: {after} sits in weeks 28-31, there in weeks 29-51",) == report
    assert () == sound(*GOOD, mission=mission)  # in the first rotation nobody hands over


# ---- hosts, interpreters


def test_too_few_foreign_instructors() -> None:
    programme = programme_of(serials(("basic", 1, 1)), hosts={"drill": [1.0] * 20})
    made = serial(1, 4, "host:drill#1/p1", earliest=4, due=7)
    report = sound(made, programme=programme, mission=mission_with({"basic": {"foreign_at_least": "1%"}}))
    assert ("basic@school/1: 0 of 1 drill foreign in week 4",) == report


def test_hosts_who_teach_after_exit_what_they_were_never_shown_to_teach() -> None:
    programme = programme_of(serials(("basic", 13, 1)), hosts={"drill": [1.0] * 20})
    made = serial(1, 52, "host:drill#1/p1", earliest=52, due=55)
    report = sound(made, programme=programme, mission=mission_with({"basic": {"foreign_at_least": "1%"}}))
    assert ("basic@school/1: 0 of 1 drill foreign in week 52",) == report
    assert () == sound(made, programme=programme, mission=mission_with())


def test_foreign_instructors_without_interpreters() -> None:
    mission = mission_with({"basic": {"instructors": {"drill": 1, "interpreting": 1}}})
    report = sound(*GOOD, mission=mission)
    assert (
        "basic@school/1: 0 seats of interpreting in phase 1, 1 needed",
        "basic@school/2: 0 seats of interpreting in phase 1, 1 needed",
    ) == report


# ---- handovers


def long_one(*handovers: Handover) -> tuple[str, ...]:
    """An eight-week serial from week 20, over the end of the first tour, and one that was dropped."""
    mission = mission_with({"basic": {"weeks": 8}})
    programme = programme_of(serials(("basic", 5, 1)))
    made = serial(1, 20, ONE, earliest=20, due=23, ends=28, why=(NO_LEAD,) if handovers else ())
    return sound(made, programme=programme, mission=mission, handovers=handovers)


def test_a_handover_at_the_end_of_a_tour() -> None:
    assert () == long_one(Handover("basic@school/1", "drill", 26, ONE, NEXT))


def test_a_lead_who_leaves_inside_a_serial_that_does_not_say_so() -> None:
    mission, programme = mission_with({"basic": {"weeks": 8}}), programme_of(serials(("basic", 5, 1)))
    made = serial(1, 20, ONE, earliest=20, due=23, ends=28)
    handovers = (Handover("basic@school/1", "drill", 26, ONE, NEXT),)
    report = sound(made, programme=programme, mission=mission, handovers=handovers)
    assert ("basic@school/1: nobody teaches it throughout, and it does not say so",) == report


def test_a_tour_that_ends_inside_a_serial_without_a_handover() -> None:
    assert (f"basic@school/1: {ONE} sits in weeks 20-27, there in weeks 0-25",) == long_one()


def test_a_handover_before_the_tour_ends() -> None:
    report = long_one(
        Handover("basic@school/1", "drill", 24, ONE, TWO), Handover("basic@school/1", "drill", 26, TWO, NEXT)
    )
    assert (f"basic@school/1: {ONE} hands over in week 24, and the tour does not end",) == report


def test_a_handover_that_belongs_to_no_seat() -> None:
    report = long_one(
        Handover("basic@school/1", "drill", 26, ONE, NEXT),
        Handover("basic@school/1", "medicine", 26, ONE, NEXT),
    )
    assert ("basic@school/1: handover in week 26 belongs to no seat",) == report


# ---- activities


PROJECT = {
    "academy": {
        "activities": {
            "plan": {"weeks": 4, "advisers": {"medicine": 1}},
            "build": {"weeks": 4, "after": ["plan"], "advisers": {}},
        },
        "effects": {"opens": ["school"]},
    }
}
STARTS = (ActivityStart("academy", "build", 1), ActivityStart("academy", "plan", 0))
DOCTOR = "north-doctor#1/r0"
PLAN = ActivitySlot("academy", "plan", 0, 4, (DOCTOR,), 3)
BUILD = ActivitySlot("academy", "build", 4, 8, (), 7)


def project(*slots: ActivitySlot, listed: tuple[Serial, ...] = ()) -> tuple[str, ...]:
    mission = mission_with(projects=PROJECT)
    batches = serials(("basic", 0, 1)) if listed else ()
    programme = programme_of(batches, activities=STARTS)
    return sound(*listed, programme=programme, mission=mission, activities=slots)


def test_a_sound_project() -> None:
    assert () == project(BUILD, PLAN)


@pytest.mark.parametrize(
    ("slots", "report"),
    [
        ((PLAN,), "activities: not those of the programme"),
        ((replace(BUILD, start=5), PLAN), "academy/build: over in week 8, must be 9 and by exit"),
        ((replace(BUILD, start=3, ends=7), PLAN), "academy/build: starts in week 3, before its period"),
        (
            (BUILD, replace(PLAN, start=1, ends=5)),
            "academy/build: starts in week 4, before academy/plan is finished",
        ),
        ((replace(BUILD, start=9, ends=13), PLAN), "academy/build: dropped, late or short without a reason"),
        ((BUILD, replace(PLAN, advisers=())), "academy/plan: 0 advisers, 1 needed"),
        ((BUILD, replace(PLAN, advisers=(ONE,))), f"academy/plan: {ONE} does not hold medicine"),
        ((replace(BUILD, due=9), PLAN), "academy/build: due in week 9, the programme says otherwise"),
    ],
)
def test_an_activity_that_breaks_a_rule(slots: tuple[ActivitySlot, ...], report: str) -> None:
    assert report in project(*slots)


def test_a_serial_before_the_project_that_opens_its_site() -> None:
    report = project(BUILD, PLAN, listed=(serial(1, 7, ONE, why=LATE),))
    assert ("basic@school/1: starts in week 7, before academy opens school",) == report
    assert () == project(BUILD, PLAN, listed=(serial(1, 8, ONE, why=LATE),))
