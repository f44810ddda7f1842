"""Futures without variance, worked out by hand: one rule at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cadre.mission import Mission
from cadre.programme.plan import SerialBatch
from cadre.simulation.inputs import Plans
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from cadre.timetable.plan import ActivitySlot, Timetable
from tests.simulation.small import SMALL, course, mission, offer, plans, play, scalars


def test_all_pass_and_all_are_counted() -> None:
    out = scalars(mission(), plans(mission(), [0, 4, 8]))
    assert (30, 3, 0, 0) == tuple(
        out[k] for k in ("graduates", "serials_held", "serials_lost", "serials_late")
    )
    assert (10, 1, 1, 1) == tuple(out[k] for k in ("reached.post.21", "met.post.21", "holds.post", "lasting"))
    assert (1, 52, 2, 1) == tuple(out[k] for k in ("outcome", "person_weeks", "posts_peak", "posts_filled"))


def test_graduates_are_there_when_the_serial_is_over_and_not_before() -> None:
    serial = plans(mission(), [9])
    assert [0, 10, 10] == play(mission(), serial).series["stock.aid"][0].tolist()
    assert [0, 0, 10] == play(mission(), plans(mission(), [10])).series["stock.aid"][0].tolist()


def test_a_target_is_read_at_the_end_of_its_week() -> None:
    """The target's week is 21: a serial of weeks 18 to 21 still counts, one of weeks 19 to 22 does not."""
    assert 3 == scalars(mission(), plans(mission(), [18]))["reached.post.21"]
    assert 0 == scalars(mission(), plans(mission(), [19]))["reached.post.21"]


def test_half_of_what_is_wanted_is_an_outcome_of_one_half_and_no_lasting_floor() -> None:
    out = scalars(mission(), plans(mission(), [0]))
    assert (0.5, 0, 3, 0) == tuple(out[k] for k in ("outcome", "met.post.21", "left.post", "lasting"))


def test_capabilities_form_by_priority_up_to_what_is_wanted_from_what_they_share() -> None:
    two = {
        "spare": {"made_of": {"aid": 2}, "wanted": {"2020-06-01": 3}},
        "post": {"made_of": {"aid": 3}, "wanted": {"2020-06-01": 2}, "priority": 3},
    }
    out = scalars(mission(capabilities=two), plans(mission(), [0]))
    assert (2, 2) == (out["reached.post.21"], out["reached.spare.21"])
    assert (3 * 1 + 1 * 2 / 3) / 4 == pytest.approx(out["outcome"])


def test_two_serials_with_people_for_one_follow_each_other() -> None:
    out = scalars(mission(), plans(mission(), [0, 0]))
    assert (2, 1, 4) == (out["serials_held"], out["serials_late"], out["waited.instructors"])


def test_a_serial_without_instructors_is_lost_after_a_quarter() -> None:
    out = scalars(mission(), plans(mission(), [0], doctors=1))
    assert (0, 1, 14) == (out["serials_held"], out["lost.instructors"], out["waited.instructors"])
    assert 2 == out["person_weeks"] / 13  # 1 person, 26 weeks


def test_a_class_is_thinned_to_the_instructors_there_are_after_four_weeks() -> None:
    few = mission(courses=course(instructors={"medic": {"one_per": "5 seats"}}))
    out = scalars(few, plans(few, [0], doctors=1))
    assert (1, 1, 1, 5) == tuple(
        out[k] for k in ("serials_held", "serials_thinned", "serials_late", "graduates")
    )
    assert 4 == out["waited.instructors"]


def test_a_class_is_thinned_to_the_trainees_there_are_but_not_below_the_least() -> None:
    for there, held in ((7, 1), (4, 1), (3, 0)):
        army = {"army": SMALL["recruits"]["army"] | {"at_start": there}}
        out = scalars(mission(recruits=army), plans(mission(), [0]))
        assert (held, held * there) == (out["serials_held"], out["graduates"])
        assert 1 - held == out["lost.trainees"]


def test_rooms_hold_a_serial_back_until_they_are_free() -> None:
    rooms = mission(courses=course(uses={"ward": 1}), sites={"home": {"facilities": {"ward": 1}}})
    out = scalars(rooms, plans(rooms, [0, 0], doctors=4))
    assert (2, 4, 0) == (out["serials_held"], out["waited.rooms"], out["waited.instructors"])


def test_beds_are_shared_by_trainees_and_foreign_people() -> None:
    for beds, thinned in ((12, 0), (11, 1), (6, 1)):
        house = mission(sites={"home": {"beds": beds}})
        out = scalars(house, plans(house, [0]))
        assert (thinned, min(10, beds - 2)) == (out["serials_thinned"], out["graduates"])
    assert 1 == scalars(mission(sites={"home": {"beds": 5}}), plans(mission(), [0]))["lost.rooms"]


def test_a_site_that_opens_late_holds_its_serials_back() -> None:
    late = mission(sites={"home": {"opens": "2020-01-22"}})  # a Wednesday of week 2: usable from week 3
    out = scalars(late, plans(late, [0]))
    assert (3, 1) == (out["waited.site not open"], out["serials_late"])


def test_closed_weeks_hold_no_teaching_and_no_start() -> None:
    closed = mission(calendar={"closed": [{"begins": "2020-01-20", "ends": "2020-01-26"}]})
    for weeks, people in ((4, 0), (5, 10)):
        outcome = next(
            simulate_many(
                [SimulationCase("", closed, plans(closed, [0]))], ReplicationPlan(1, 1, weeks=weeks)
            )
        )
        assert people == outcome.scalars["graduates"][0]
    assert 1 == scalars(closed, plans(closed, [2]))["serials_late"]


def test_a_course_that_may_not_pause_waits_until_it_fits_between_closed_weeks() -> None:
    closed = {"closed": [{"begins": "2020-01-20", "ends": "2020-01-26"}]}
    firm = mission(calendar=closed, courses=course(may_pause=False))
    assert 3 + 4 == first_week_with_graduates(firm)
    assert 1 == scalars(firm, plans(firm, [0]))["serials_late"]


def first_week_with_graduates(given: Mission) -> int:
    """The first boundary at which the one serial planned in week 0 is over."""
    for weeks in range(1, given.weeks):
        outcome = next(
            simulate_many([SimulationCase("", given, plans(given, [0]))], ReplicationPlan(1, 1, weeks=weeks))
        )
        if outcome.scalars["graduates"][0]:
            return weeks
    return 0


def test_people_who_come_late_hold_serials_back_and_are_not_paid_before() -> None:
    slow = mission(offers=offer(late=3))
    out = scalars(slow, plans(slow, [0]))
    assert (3, 46, 46 / 52) == (out["waited.instructors"], out["person_weeks"], out["posts_filled"])


def test_people_who_have_arrived_come_whatever_the_offer_says() -> None:
    here = mission(offers=offer(late=3, honoured=0, state="arrived"))
    assert 52 == scalars(here, plans(here, [0]))["person_weeks"]
    assert 0 == scalars(mission(offers=offer(honoured=0)), plans(here, [0]))["person_weeks"]


def test_people_who_arrived_come_for_sure_in_their_first_rotation_only() -> None:
    here = mission(offers=offer(honoured=0, state="arrived"), tours={"weeks": 13, "handover": 0, "leave": 0})
    assert 26 == scalars(here, plans(here, [0]))["person_weeks"]


def test_new_people_begin_no_serial_in_the_handover_but_take_over_what_runs() -> None:
    tours = {"weeks": 13, "handover": 2, "leave": 0}
    out = scalars(mission(tours=tours), plans(mission(tours=tours), [10, 14]))
    assert 1 == out["waited.instructors"]  # the first runs through, the second waits until week 15
    assert 20 == out["graduates"]
    out = scalars(mission(tours=tours), plans(mission(tours=tours), [13]))
    assert 2 == out["waited.instructors"]  # everybody is new in week 13


def test_in_the_first_rotation_nobody_hands_over_and_serials_begin_at_once() -> None:
    tours = {"weeks": 13, "handover": 3, "leave": 0}
    first = mission(tours=tours, commands={"lead": {"weeks_lost": 2}}, command="lead")
    out = scalars(first, plans(first, [0, 4, 8]))
    assert (0, 30, 3) == tuple(out[k] for k in ("waited.instructors", "graduates", "serials_held"))
    late = mission(tours=tours, offers=offer(late=3))
    assert 3 == scalars(late, plans(late, [0]))["waited.instructors"]  # late they are, and ready as they come


def test_people_who_stay_on_have_nothing_to_hand_over() -> None:
    tours = {"weeks": 13, "handover": 2, "leave": 0}
    long = mission(tours=tours, offers=offer(tour=26))
    assert 0 == scalars(long, plans(long, [2, 13]))["waited.instructors"]


def test_weeks_lost_by_the_command_add_to_the_handover() -> None:
    tours = {"weeks": 13, "handover": 1, "leave": 0}
    lead = mission(tours=tours, commands={"lead": {"weeks_lost": 2}}, command="lead")
    assert 3 == scalars(lead, plans(lead, [13]))["waited.instructors"]


@pytest.mark.parametrize(("people", "free"), [(2, 2), (6, 6), (7, 6), (13, 12)])
def test_leave_takes_its_share_of_a_pool_where_no_timetable_has_placed_it(people: int, free: int) -> None:
    """Two weeks of 26, to the nearest person: 24/26 of 7 is 6.46, of 6 it is 5.54."""
    for needed in (free, free + 1):
        given = mission(
            tours={"weeks": 26, "handover": 0, "leave": 2}, courses=course(instructors={"medic": needed})
        )
        timed = plans(given, [0], doctors=people)
        batch = SerialBatch("basic", "home", 0, 1, 10.0, 10)
        untimed = replace(timed, timetable=None, programme=replace(timed.programme, serials=(batch,)))
        assert float(needed == free) == scalars(given, untimed)["serials_held"]
        assert float(needed <= people) == scalars(given, timed)["serials_held"]


def test_a_running_serial_goes_on_with_seven_tenths_of_its_people_and_freezes_below() -> None:
    """Ten needed; in the second rotation 7 or 6 are there."""
    tours = {"weeks": 13, "handover": 0, "leave": 0}
    given = mission(tours=tours, courses=course(instructors={"medic": 10}))
    whole = plans(given, [11], doctors=10)
    assert whole.forces is not None
    for there, graduates in ((7, 10), (6, 0)):
        first, second = whole.forces.stints
        forces = replace(whole.forces, stints=(first, replace(second, people=there)))
        out = scalars(given, replace(whole, forces=forces))
        assert graduates == out["graduates"]
        assert (13 if there == 6 else 0) == out["waited.instructors"]


def test_caveats_keep_people_out_of_a_course() -> None:
    barred = mission(offers=offer(not_for=["basic"]))
    assert 1 == scalars(barred, plans(barred, [0]))["lost.instructors"]


HOSTS = {"medic": {"title": "Medic", "hosts_at_start": 2}}
SHORT = {"title": "S", "host": "h", "starts": "2020-01-06", "horizon": 8, "looks_beyond_exit": 18}


def test_hosts_teach_alone_where_nobody_foreign_is_asked_for() -> None:
    for share, held in (("0%", 1), ("50%", 0)):
        given = mission(skills=HOSTS, courses=course(foreign_at_least=share))
        assert held == scalars(given, plans(given, [0], doctors=0))["serials_held"]
    given = mission(skills=HOSTS, courses=course(foreign_at_least=0, costs=7), mission=SHORT)
    out = scalars(given, plans(given, [10]))
    assert (1, 0, 7, 10) == tuple(out[k] for k in ("serials_held", "cost", "cost_beyond", "graduates"))


@pytest.mark.parametrize(("after", "held", "passed"), [(1, 2, 10 + 5), (2, 1, 10)])
def test_after_exit_hosts_go_on_alone_once_enough_was_held_together(
    after: int, held: int, passed: int
) -> None:
    given = mission(
        skills=HOSTS,
        courses=course(foreign_at_least="50%", costs=7),
        mission=SHORT,
        hosts_teach_alone={"after": after, "passes": 0.5},
    )
    out = scalars(given, plans(given, [2, 10]))
    assert (held, 7, 7 * (held - 1)) == (out["serials_held"], out["cost"], out["cost_beyond"])
    assert 2 - held == out["lost.after exit"]
    assert abs(out["graduates"] - passed) <= 4 * (held - 1)


def test_a_serial_without_a_host_beside_shows_nothing() -> None:
    """The host has instructors once the first serial is over, so that only the second one counts."""
    skills = {"medic": {"title": "Medic"}}
    courses = course(foreign_at_least="50%", teaches_on=1, teaches=["medic"])
    given = mission(skills=skills, courses=courses, mission=SHORT, hosts_teach_alone={"after": 1})
    assert 3 == scalars(given, plans(given, [0, 4, 10], doctors=4))["serials_held"]
    assert 1 == scalars(given, plans(given, [0, 10], doctors=4))["serials_held"]


def test_what_asks_for_foreigners_stops_at_exit() -> None:
    """One foreigner of two is asked for: with seven tenths of its people a serial would go on."""
    given = mission(
        skills={"medic": {"title": "Medic", "hosts_at_start": 9}},
        courses=course(foreign_at_least="10%", instructors={"medic": 4}),
        mission=SHORT,
    )
    out = scalars(given, plans(given, [6], doctors=4))
    assert (0, 1) == (out["serials_held"], out["lost.after exit"])
    assert 100 == out["people.there"] - 9


def test_graduates_who_teach_on_become_hosts_with_all_skills() -> None:
    skills = {"medic": {"title": "M"}, "drill": {"title": "D"}}
    given = mission(skills=skills, courses=course(teaches_on=1, teaches=["medic", "drill"]))
    out = play(given, plans(given, [0]))
    assert (10, 10, 0) == tuple(out.series[k][0][1] for k in ("hosts.medic", "hosts.drill", "stock.aid"))


def test_a_site_abroad_closes_to_the_mission_at_exit() -> None:
    short = {"title": "S", "host": "h", "starts": "2020-01-06", "horizon": 8, "looks_beyond_exit": 18}
    given = mission(mission=short, sites={"home": {"in_country": False}})
    out = scalars(given, plans(given, [0, 6, 9], doctors=4))
    assert (1, 2, 0) == (out["serials_held"], out["lost.after exit"], out["exposure"])
    assert 90 == out["people.there"] - 10  # the trainees of the serial broken off wait again


def test_interpreters_fall_away_where_only_hosts_teach() -> None:
    roles = {"doctor": {"skills": ["medic"]}, "tongue": {"skills": ["tongue"], "local": True}}

    def given(hosts: int) -> Mission:
        skills = {"medic": {"title": "M", "hosts_at_start": hosts}, "tongue": {"title": "T"}}
        return mission(skills=skills, roles=roles, courses=course(instructors={"tongue": 1, "medic": 2}))

    assert 1 == scalars(given(2), plans(given(2), [0], doctors=0))["serials_held"]
    assert 1 == scalars(given(0), plans(given(0), [0]))["lost.instructors"]
    assert 1 == scalars(given(0), plans(given(0), [0], local=1))["serials_held"]


PROJECT = {
    "activities": {
        "draft": {"weeks": 3, "advisers": {"medic": 2}, "costs": 11},
        "build": {"weeks": 2, "after": ["draft"], "costs": 13},
    }
}


def with_project(given: Plans, *weeks: int | None) -> Plans:
    slots = tuple(
        ActivitySlot("school", name, week, None) for name, week in zip(("draft", "build"), weeks, strict=True)
    )
    assert given.timetable is not None
    return replace(given, timetable=Timetable(given.timetable.serials, activities=slots))


def test_a_project_finishes_when_its_last_activity_does_and_costs_what_was_begun() -> None:
    school = mission(projects={"school": PROJECT})
    out = scalars(school, with_project(plans(school, []), 4, 0))
    assert (1, 4 + 3 + 2, 24) == (out["done.school"], out["finished.school"], out["cost.trust fund"])
    assert 0 == scalars(school, with_project(plans(school, []), 4, None))["done.school"]


def test_half_the_advisers_take_twice_the_time() -> None:
    school = mission(projects={"school": PROJECT})
    assert 6 + 2 == scalars(school, with_project(plans(school, [], doctors=1), 0, 0))["finished.school"]
    assert 0 == scalars(school, with_project(plans(school, [], doctors=0), 0, 0))["done.school"]


def test_a_finished_project_opens_its_site_and_adds_rooms() -> None:
    school = PROJECT | {"effects": {"opens": ["home"], "adds": {"home": {"ward": 1}}}}
    given = mission(projects={"school": school}, courses=course(uses={"ward": 1}))
    out = scalars(given, with_project(plans(given, [3]), 0, 0))
    assert (2, 1) == (out["waited.site not open"], out["serials_held"])


def test_a_finished_project_lets_hosts_teach_alone() -> None:
    school = PROJECT | {"effects": {"hosts_teach_alone": ["basic"]}}
    hosts = {"medic": {"title": "Medic", "hosts_at_start": 2}}
    given = mission(
        projects={"school": school | {"activities": {"draft": {"weeks": 5}}}},
        skills=hosts,
        courses=course(foreign_at_least=1),
    )
    slots = (ActivitySlot("school", "draft", 0, None),)
    base = plans(given, [3], doctors=0)
    assert base.timetable is not None
    out = scalars(given, replace(base, timetable=Timetable(base.timetable.serials, activities=slots)))
    assert (2, 1) == (out["waited.instructors"], out["serials_held"])


def test_money_is_what_was_used_times_its_price_by_payer() -> None:
    priced = mission(
        roles={"doctor": {"skills": ["medic"], "costs_a_year": 36525}},
        sites={"home": {"costs_to_open": 500, "costs_a_year": 36525, "opens": "2020-01-20"}},
        courses=course(costs=100, costs_a_trainee=3),
        commands={"lead": {"costs_a_year": 36525}},
        command="lead",
    )
    out = scalars(priced, plans(priced, [4]))
    week = 36525 / 365.25 * 7  # 700 a week
    assert 2 * 26 * week == pytest.approx(out["cost.nations"])
    assert 100 + 3 * 10 == out["cost.trust fund"]
    assert 500 + 24 * week + 26 * week == pytest.approx(out["cost.common fund"])  # in use from week 2
    assert out["cost"] == pytest.approx(
        sum(out[f"cost.{p}"] for p in ("nations", "trust fund", "common fund"))
    )


def test_doing_nothing_costs_and_yields_nothing() -> None:
    idle = mission(ceiling=0, commands={"lead": {"costs_a_year": 9}}, command="lead")
    out = scalars(idle, plans(idle, [], doctors=0))
    assert {0.0} == {
        v for k, v in out.items() if k.split(".")[0] in ("cost", "outcome", "exposure", "posts_peak")
    }
    assert (1, 0, 100) == (out["posts_filled"], out["serials_lost"], out["people.there"])


def test_a_serial_that_the_timetable_dropped_is_not_played() -> None:
    given = plans(mission(), [0, 4])
    assert given.timetable is not None
    first, second = given.timetable.serials
    out = scalars(mission(), replace(given, timetable=Timetable((first, replace(second, start=None)))))
    assert (1, 0, 1) == (out["serials_held"], out["serials_lost"], out["serials_not_planned"])


def test_those_who_fail_repeat_or_leave_and_those_not_posted_are_lost() -> None:
    failing = mission(courses=course(passes=0, repeats=1))
    out = play(failing, plans(failing, [0]))
    assert (100, 0) == (out.series["waiting.army"][0][1], out.scalars["people.gone"][0])
    leaving = scalars(mission(courses=course(passes=0)), plans(mission(), [0]))
    unposted = scalars(mission(competences={"aid": {"title": "A", "posted": 0}}), plans(mission(), [0]))
    assert (10, 0) == (leaving["people.gone"], leaving["graduates"])
    assert (10, 10) == (unposted["people.gone"], unposted["graduates"])


def test_a_course_that_grants_nothing_sends_its_graduates_back() -> None:
    given = mission(courses=course(grants=None), capabilities={}, competences={})
    out = play(given, plans(given, [0]))
    assert (100, 10) == (out.series["waiting.army"][0][1], out.scalars["graduates"][0])


def test_a_course_takes_its_trainees_from_holders_of_the_prerequisite() -> None:
    both = course() | {"leader": SMALL["courses"]["basic"] | {"after": ["basic"], "grants": "lead"}}
    del both["leader"]["recruits"]
    given = mission(courses=both, competences={"aid": {"title": "A"}, "lead": {"title": "L"}})
    base = plans(given, [0, 2])
    assert base.timetable is not None
    first, second = base.timetable.serials
    second = replace(second, id="leader@home/1", course="leader", trainees=6)
    out = play(given, replace(base, timetable=Timetable((first, second))))
    assert (4, 6) == (out.series["stock.aid"][0][1], out.series["stock.lead"][0][1])


def test_who_relieves_people_of_the_same_offer_comes_on_time() -> None:
    """Late by 3 weeks of 13, two people, two rotations: only the first rotation misses them."""
    slow = mission(offers=offer(late=3), tours={"weeks": 13, "handover": 0, "leave": 0})
    assert 2 * (10 + 13) == scalars(slow, plans(slow, []))["person_weeks"]
