"""Timetables of tiny missions whose best plan is known, one rule at a time."""

import datetime as dt
from typing import Any

import pytest

from cadre.mission import Mission
from cadre.programme.plan import ActivityStart, PostBatch
from cadre.solving import Status
from cadre.timetable.plan import NO_LEAD, Timetable, lateness
from tests.words.english import each

from .made import closed, day, forces_of, mission_with, planned, programme_of, serials, starts, why

TWO_YEARS = (("trainer", 0, 26, 1), ("trainer", 26, 52, 1))


def result_of(timetable: Timetable) -> tuple[Status, float, float]:
    result = timetable.result
    assert result is not None
    return result.status, result.objective, round(result.bound, 3)


def test_a_serial_starts_in_the_first_week_of_its_period() -> None:
    timetable = planned(programme_of(serials(("basic", 1, 1))), forces_of(*TWO_YEARS), mission_with())
    (serial,) = timetable.serials
    assert (4, 8, "north-trainer#1/r0") == (serial.start, serial.ends, serial.seats[0].person)
    assert (Status.OPTIMAL, 0.0, 0.0) == result_of(timetable)


def test_one_trainer_teaches_one_serial_after_the_other() -> None:
    timetable = planned(programme_of(serials(("basic", 0, 3))), forces_of(*TWO_YEARS), mission_with())
    assert [0, 4, 8] == sorted(s for s in starts(timetable).values() if s is not None)
    assert (Status.OPTIMAL, 6.0, 6.0) == result_of(timetable)
    assert {
        "basic@school/2": "1 drill short at school in weeks 3-6",
        "basic@school/3": "1 drill short at school in weeks 3-6",
    } == why(timetable)


def test_the_serial_of_higher_priority_goes_first() -> None:
    mission = mission_with({"basic": {}, "urgent": {"priority": 5}})
    timetable = planned(
        programme_of(serials(("basic", 0, 1), ("urgent", 0, 1))), forces_of(*TWO_YEARS), mission
    )
    assert {"basic@school/1": 4, "urgent@school/1": 0} == starts(timetable)


def test_rooms_hold_so_many_serials_at_a_time() -> None:
    mission = mission_with({"basic": {"uses": {"range": 1}}})
    timetable = planned(programme_of(serials(("basic", 0, 2))), forces_of(("trainer", 0, 26, 2)), mission)
    assert [0, 4] == sorted(s for s in starts(timetable).values() if s is not None)
    assert ["no free range at school in weeks 3-6 (1 short)"] == list(why(timetable).values())


def test_two_halves_of_a_room_go_together() -> None:
    mission = mission_with({"basic": {"uses": {"range": 0.5}}})
    timetable = planned(programme_of(serials(("basic", 0, 2))), forces_of(("trainer", 0, 26, 2)), mission)
    assert {0} == set(starts(timetable).values())


def test_a_serial_pauses_over_a_closed_week_and_its_people_with_it() -> None:
    mission = mission_with(calendar=closed(2))
    timetable = planned(programme_of(serials(("basic", 0, 1))), forces_of(*TWO_YEARS), mission)
    assert (0, 5) == (timetable.serials[0].start, timetable.serials[0].ends)


def test_one_that_may_not_pause_waits_for_the_end_of_the_closed_week() -> None:
    mission = mission_with({"basic": {"may_pause": False}}, calendar=closed(4))
    timetable = planned(
        programme_of(serials(("basic", 0, 1), ("basic", 0, 1))), forces_of(*TWO_YEARS), mission
    )
    assert [0, 5] == sorted(s for s in starts(timetable).values() if s is not None)
    assert ["week 4 is closed"] == list(why(timetable).values())


def test_a_site_is_used_from_its_opening_on() -> None:
    sites = {"school": {"opens": "2018-11-05"}, "abroad": {"in_country": False}}
    timetable = planned(
        programme_of(serials(("basic", 0, 1))), forces_of(*TWO_YEARS), mission_with(sites=sites)
    )
    assert {"basic@school/1": 5} == starts(timetable)
    assert {"basic@school/1": "school opens in week 5"} == why(timetable)


def test_trainees_need_beds_beside_the_foreign_posts() -> None:
    sites = {"school": {"beds": 14}, "abroad": {"in_country": False}}
    posts = [PostBatch("trainer", "school", 0, 4, "instructors")]
    timetable = planned(
        programme_of(serials(("basic", 0, 2)), posts=posts),
        forces_of(("trainer", 0, 26, 4)),
        mission_with(sites=sites),
    )
    assert [0, 4] == sorted(s for s in starts(timetable).values() if s is not None)
    assert ["no free beds at school in weeks 3-6 (10 short)"] == list(why(timetable).values())


def test_who_is_barred_from_a_course_does_not_teach_it() -> None:
    mission = mission_with()
    offers = {"north-trainer": mission.offers["north-trainer"].model_dump() | {"not_for": ["basic"]}}
    barred = mission_with(offers=offers)
    timetable = planned(programme_of(serials(("basic", 0, 1))), forces_of(*TWO_YEARS), barred)
    assert {"basic@school/1": None} == starts(timetable)


def test_a_serial_that_fits_nowhere_is_dropped_with_the_reason() -> None:
    timetable = planned(programme_of(serials(("basic", 0, 1))), forces_of(), mission_with())
    report = (
        "1 drill short at school in weeks 3-6; as late as week 29: 1 drill short at school in weeks 29-32"
    )
    assert {"basic@school/1": report} == why(timetable)
    assert (Status.OPTIMAL, 40.0, 40.0) == result_of(timetable)


def test_of_the_phases_each_has_its_own_people_and_rooms() -> None:
    phases = [
        {"weeks": 2, "instructors": {"drill": 1}},
        {"weeks": 2, "instructors": {"medicine": 1}, "uses": {"range": 1}},
    ]
    mission = mission_with({"basic": {"weeks": None, "instructors": None, "in_phases": phases}})
    forces = forces_of(("trainer", 0, 26, 1), ("doctor", 0, 26, 1))
    timetable = planned(programme_of(serials(("basic", 0, 2))), forces, mission)
    assert [0, 2] == sorted(s for s in starts(timetable).values() if s is not None)


def test_people_with_a_scarce_skill_are_kept_for_it() -> None:
    mission = mission_with({"basic": {}, "medic": {"instructors": {"medicine": 1}, "grants": "medic"}})
    forces = forces_of(("trainer", 0, 26, 1), ("allrounder", 0, 26, 1))
    timetable = planned(programme_of(serials(("basic", 0, 1), ("medic", 0, 1))), forces, mission)
    assert {"basic@school/1": 0, "medic@school/1": 0} == starts(timetable)


# ---- tours


def test_a_lead_instructor_does_not_leave_inside_a_serial_where_it_can_start_earlier() -> None:
    timetable = planned(programme_of(serials(("basic", 5, 1))), forces_of(*TWO_YEARS), mission_with())
    assert (20, ()) == (timetable.serials[0].start, timetable.handovers)


def test_a_seat_changes_hands_at_the_end_of_a_tour_where_nothing_else_is_on_time() -> None:
    mission = mission_with({"basic": {"weeks": 8}})
    timetable = planned(programme_of(serials(("basic", 5, 1))), forces_of(*TWO_YEARS), mission)
    (handover,) = timetable.handovers
    assert (20, 28) == (timetable.serials[0].start, timetable.serials[0].ends)
    assert ("drill", 26, "north-trainer#1/r0", "north-trainer#1/r1") == (
        handover.skill,
        handover.week,
        handover.leaves,
        handover.arrives,
    )


def test_in_the_weeks_of_handover_a_running_serial_is_taken_over_and_none_begun() -> None:
    mission = mission_with({"basic": {"weeks": 8}}, tours={"weeks": 26, "handover": 2, "leave": 0})
    timetable = planned(
        programme_of(serials(("basic", 0, 1), ("basic", 5, 1))), forces_of(*TWO_YEARS), mission
    )
    assert {"basic@school/1": 0, "basic@school/2": 20} == starts(timetable)
    assert [26] == [h.week for h in timetable.handovers]


def test_in_the_weeks_of_handover_no_serial_begins_but_in_the_first_rotation() -> None:
    mission = mission_with(tours={"weeks": 26, "handover": 3, "leave": 0})
    programme = programme_of(serials(("basic", 0, 1), ("basic", 7, 1)))
    timetable = planned(programme, forces_of(*TWO_YEARS), mission)
    assert {"basic@school/1": 0, "basic@school/2": 29} == starts(timetable)


def test_everybody_has_their_leave() -> None:
    mission = mission_with(tours={"weeks": 26, "handover": 0, "leave": 4})
    programme = programme_of(serials(*[("basic", p, 1) for p in range(6)]))
    timetable = planned(programme, forces_of(("trainer", 0, 26, 1)), mission)
    assert 5 == sum(start is not None for start in starts(timetable).values())


def test_two_who_are_alike_stand_in_for_each_other() -> None:
    """Of 52 weeks 4 are leave: 9 serials of 5 weeks fit, where each alone has 4."""
    mission = mission_with({"basic": {"weeks": 5}}, tours={"weeks": 26, "handover": 0, "leave": 2})
    programme = programme_of(serials(*[("basic", p, 2) for p in range(5)]))
    timetable = planned(programme, forces_of(("trainer", 0, 26, 2)), mission)
    assert 9 == sum(start is not None for start in starts(timetable).values())


def test_closed_weeks_count_as_leave() -> None:
    mission = mission_with(tours={"weeks": 26, "handover": 0, "leave": 2}, calendar=closed(4, 5))
    programme = programme_of(serials(*[("basic", p, 1) for p in range(6)]))
    timetable = planned(programme, forces_of(("trainer", 0, 26, 1)), mission)
    assert 6 == sum(start is not None for start in starts(timetable).values())


# ---- hosts and interpreters


def test_so_many_of_the_instructors_are_foreign() -> None:
    mission = mission_with({"basic": {"instructors": {"drill": 2}, "foreign_at_least": "50%"}})
    programme = programme_of(serials(("basic", 1, 1)), hosts={"drill": [5.0] * 20})
    timetable = planned(programme, forces_of(("trainer", 0, 26, 1)), mission)
    assert {"host:drill#1/p1", "north-trainer#1/r0"} == {seat.person for seat in timetable.serials[0].seats}


def test_hosts_do_not_teach_alone_while_the_share_holds() -> None:
    mission = mission_with({"basic": {"foreign_at_least": "10%"}})
    programme = programme_of(serials(("basic", 1, 1)), hosts={"drill": [5.0] * 20})
    timetable = planned(programme, forces_of(), mission)
    short = "1 foreign drill short at school in weeks"
    assert f"{short} 7-10; as late as week 33: {short} 33-36" == why(timetable)["basic@school/1"]


def showing(share: str, *, after: int, weeks: int = 4) -> Mission:
    """The mission whose host has an instructor from the first day, and may teach alone after so many."""
    courses = {"basic": {"weeks": weeks, "foreign_at_least": share}}
    skills = {"drill": {"title": "drill", "hosts_at_start": 1}}
    return mission_with(courses).changed({"skills.drill": skills["drill"], "hosts_teach_alone.after": after})


@pytest.mark.parametrize(("share", "after", "week"), [("100%", 1, 52), ("100%", 2, None), ("0%", 2, 52)])
def test_after_exit_hosts_teach_alone_what_they_have_been_shown_to_teach(
    share: str, after: int, week: int | None
) -> None:
    programme = programme_of(serials(("basic", 1, 1), ("basic", 13, 1)), hosts={"drill": [1.0] * 20})
    timetable = planned(programme, forces_of(*TWO_YEARS), showing(share, after=after))
    assert {"basic@school/1": 4, "basic@school/2": week} == starts(timetable)


@pytest.mark.parametrize(("after", "week"), [(1, 48), (2, None)])
def test_no_serial_is_under_way_at_exit_but_what_hosts_may_teach_alone(after: int, week: int | None) -> None:
    programme = programme_of(serials(("basic", 1, 1), ("basic", 12, 1)), hosts={"drill": [1.0] * 20})
    timetable = planned(programme, forces_of(*TWO_YEARS), showing("100%", after=after, weeks=8))
    assert {"basic@school/1": 4, "basic@school/2": week} == starts(timetable)


def test_hosts_do_not_serve_sites_abroad() -> None:
    programme = programme_of(serials(("basic", 1, 1), site="abroad"), hosts={"drill": [5.0] * 20})
    assert {"basic@abroad/1": None} == starts(planned(programme, forces_of(), mission_with()))


INTERPRETED = {"basic": {"instructors": {"drill": 1, "interpreting": 1}}}


def test_foreign_instructors_need_their_interpreters() -> None:
    programme = programme_of(serials(("basic", 0, 1)))
    timetable = planned(programme, forces_of(*TWO_YEARS), mission_with(INTERPRETED))
    assert "1 interpreting short at school in weeks 3-6" in why(timetable)["basic@school/1"]


def test_interpreters_of_a_site_sit_beside_foreign_instructors() -> None:
    posts = [PostBatch("interpreter", "school", 0, 1, "instructors")]
    programme = programme_of(serials(("basic", 0, 1)), posts=posts)
    timetable = planned(programme, forces_of(*TWO_YEARS), mission_with(INTERPRETED))
    assert ["north-trainer#1/r0", "interpreter@school#1"] == [s.person for s in timetable.serials[0].seats]


def test_where_only_hosts_teach_interpreters_fall_away() -> None:
    programme = programme_of(serials(("basic", 1, 1)), hosts={"drill": [1.0] * 20})
    timetable = planned(programme, forces_of(), mission_with(INTERPRETED))
    assert ["host:drill#1/p1"] == [s.person for s in timetable.serials[0].seats]


# ---- trainees


def test_a_serial_waits_until_its_trainees_have_passed() -> None:
    mission = mission_with({"basic": {}, "medic": {"recruits": None, "after": ["basic"], "grants": "medic"}})
    programme = programme_of(serials(("basic", 0, 2), ("medic", 1, 1)))
    timetable = planned(programme, forces_of(*TWO_YEARS), mission)
    ends = {s.id: s.ends for s in timetable.serials}
    assert (ends["basic@school/1"] or 99) <= (starts(timetable)["medic@school/1"] or 0)


def test_without_those_it_waits_for_it_is_dropped_too() -> None:
    courses = {
        "basic": {"instructors": {"medicine": 1}},
        "medic": {"recruits": None, "after": ["basic"], "grants": "medic"},
    }
    programme = programme_of(serials(("basic", 0, 1), ("medic", 2, 1)))
    timetable = planned(programme, forces_of(*TWO_YEARS), mission_with(courses))
    assert "waits for basic@school/1, which was dropped" == why(timetable)["medic@school/1"]


# ---- projects


def academy(**effects: object) -> Mission:
    """A project of two activities, four weeks each, whose end has the effects."""
    activities = {
        "plan": {"weeks": 4, "advisers": {"medicine": 1}},
        "build": {"weeks": 4, "after": ["plan"], "advisers": {"medicine": 1}},
    }
    project = {"activities": activities, "effects": effects}
    courses = {"basic": {"instructors": {"drill": 1}, "uses": {"range": 1}, "foreign_at_least": "100%"}}
    return mission_with(courses, projects={"academy": project})


BOTH = (ActivityStart("academy", "build", 1), ActivityStart("academy", "plan", 0))
STAFF = (("doctor", 0, 26, 1), ("trainer", 0, 26, 2))


def test_advice_goes_on_through_leave_and_teaching_does_not() -> None:
    """While one of two advises the other teaches: 22 weeks of 26."""
    through = {"plan": {"weeks": 26, "advisers": {"medicine": 1}}}
    mission = mission_with(
        {"basic": {"instructors": {"medicine": 1}}},
        projects={"academy": {"activities": through}},
        tours={"weeks": 26, "handover": 0, "leave": 4},
    )
    programme = programme_of(
        serials(*[("basic", p, 1) for p in range(6)]), activities=[ActivityStart("academy", "plan", 0)]
    )
    timetable = planned(programme, forces_of(("doctor", 0, 26, 2)), mission)
    assert [(0, 26)] == [(slot.start, slot.ends) for slot in timetable.activities]
    assert 5 == sum(start is not None for start in starts(timetable).values())


def test_activities_follow_each_other_with_advisers_named() -> None:
    timetable = planned(programme_of(activities=BOTH), forces_of(*STAFF), academy())
    assert {"build": (4, 8, ("north-doctor#1/r0",)), "plan": (0, 4, ("north-doctor#1/r0",))} == {
        a.activity: (a.start, a.ends, a.advisers) for a in timetable.activities
    }


def test_an_adviser_is_not_in_a_serial_at_the_same_time() -> None:
    mission = academy().changed({"courses.basic.instructors": {"medicine": 1}})
    timetable = planned(programme_of(serials(("basic", 0, 1)), activities=BOTH), forces_of(*STAFF), mission)
    assert {"basic@school/1": 8} == starts(timetable)


def test_a_site_that_a_project_opens_is_used_from_its_end() -> None:
    mission = academy(opens=["school"])
    timetable = planned(programme_of(serials(("basic", 0, 1)), activities=BOTH), forces_of(*STAFF), mission)
    assert {"basic@school/1": 8} == starts(timetable)
    assert {"basic@school/1": "school opens in week 8"} == why(timetable)


def test_rooms_that_a_project_adds_are_there_from_its_end() -> None:
    mission = academy(adds={"school": {"range": 1}})
    programme = programme_of(serials(("basic", 2, 2)), activities=BOTH)
    assert {8} == set(starts(planned(programme, forces_of(*STAFF), mission)).values())


def test_hosts_teach_alone_from_the_end_of_the_project_that_lets_them() -> None:
    mission = academy(hosts_teach_alone=["basic"])
    programme = programme_of(serials(("basic", 1, 1)), activities=BOTH, hosts={"drill": [1.0] * 20})
    timetable = planned(programme, forces_of(("doctor", 0, 26, 1)), mission)
    assert {"basic@school/1": 8} == starts(timetable)


def test_an_unfinished_project_keeps_its_site_shut() -> None:
    mission = academy(opens=["school"])
    timetable = planned(
        programme_of(serials(("basic", 0, 1)), activities=BOTH), forces_of(("trainer", 0, 26, 2)), mission
    )
    assert "school never opens" in why(timetable)["basic@school/1"]
    report = ["; ".join(each(slot.why)) for slot in timetable.activities]
    assert all("1 foreign medicine short" in why or "waits for" in why for why in report)
    assert 40.0 * 3 == lateness(timetable, mission)


# ---- pins


@pytest.mark.parametrize("week", [1, 3, 7])
def test_a_pinned_serial_stays_and_the_others_make_room(week: int) -> None:
    programme = programme_of(serials(("basic", 0, 2)))
    timetable = planned(programme, forces_of(*TWO_YEARS), mission_with(), pinned={"basic@school/2": week})
    assert week == starts(timetable)["basic@school/2"]
    other = starts(timetable)["basic@school/1"]
    assert other is not None
    assert abs(other - week) >= 4


def test_a_pinned_serial_without_people_stays_with_its_seat_short() -> None:
    programme = programme_of(serials(("basic", 0, 1)))
    timetable = planned(programme, forces_of(), mission_with(), pinned={"basic@school/1": 2})
    assert (2, 1) == (timetable.serials[0].start, timetable.seats_short)
    assert {"basic@school/1": "1 drill short at school in weeks 2-5"} == why(timetable)


def test_the_same_input_and_seed_give_the_same_timetable() -> None:
    mission = mission_with(
        {"basic": {}, "medic": {"instructors": {"medicine": 1, "drill": 1}, "grants": "medic"}}
    )
    programme = programme_of(
        serials(*[("basic", p, 3) for p in range(4)], *[("medic", p, 2) for p in range(4)])
    )
    forces = forces_of(("trainer", 0, 26, 2), ("allrounder", 0, 26, 1), ("doctor", 0, 26, 1))
    first, second = (planned(programme, forces, mission) for _ in range(2))
    assert (first.serials, first.handovers) == (second.serials, second.handovers)


# ---- a site closed by plan


def shut(begins: int, ends: int) -> dict[str, Any]:
    """Sites as they are, the school closed in some weeks (end exclusive)."""
    period = {"begins": day(begins), "ends": day(ends) - dt.timedelta(days=1)}
    return {
        "school": {"facilities": {"room": 2, "range": 1}, "closed": [period]},
        "abroad": {"in_country": False},
    }


def test_a_serial_stands_still_while_its_site_is_closed_and_nobody_loses_leave() -> None:
    forces = forces_of(("trainer", 0, 26, 1))
    timetable = planned(programme_of(serials(("basic", 0, 1))), forces, mission_with(sites=shut(2, 12)))
    assert [(0, 14)] == [(serial.start, serial.ends) for serial in timetable.serials]


def test_a_course_that_may_not_pause_waits_until_its_site_is_open_again() -> None:
    mission = mission_with({"basic": {"may_pause": False}}, sites=shut(2, 12))
    timetable = planned(programme_of(serials(("basic", 0, 1))), forces_of(("trainer", 0, 26, 1)), mission)
    assert [12] == [serial.start for serial in timetable.serials]
    assert ["weeks 3-6 are closed at school"] == [*why(timetable).values()]


# ---- the lead of a serial


TWO_PHASES: dict[str, Any] = {
    "weeks": None,
    "in_phases": [
        {"title": "one", "weeks": 4, "instructors": {"drill": 1}},
        {"title": "two", "weeks": 4, "instructors": {"drill": 1}},
    ],
    "instructors": None,
}


def test_who_can_stay_to_the_end_leads_though_others_would_be_spared_by_it() -> None:
    """The trainer who leaves first would be taken first."""
    forces = forces_of(("trainer", 0, 26, 1), ("allrounder", 0, 5, 1))
    (serial,) = planned(
        programme_of(serials(("basic", 0, 1))), forces, mission_with({"basic": TWO_PHASES})
    ).serials
    assert {"north-trainer#1/r0"} == {seat.person for seat in serial.seats}
    assert () == serial.why


def test_where_nobody_can_stay_to_the_end_the_serial_is_held_and_says_so() -> None:
    forces = forces_of(("trainer", 0, 5, 1), ("allrounder", 2, 26, 1))
    programme, mission = programme_of(serials(("basic", 0, 1))), mission_with({"basic": TWO_PHASES})
    (serial,) = planned(programme, forces, mission).serials
    assert ((NO_LEAD,), 0) == (serial.why, serial.start)
    assert ["north-trainer#1/r0", "north-allrounder#1/r0"] == [seat.person for seat in serial.seats]
