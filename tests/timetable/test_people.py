"""Who can hold seats: foreign people of stints, local staff of posts, whole hosts of expected ones."""

from hypothesis import given
from hypothesis import strategies as st

from cadre.programme.plan import PostBatch
from cadre.timetable.people import _stays, host_groups, people_of
from cadre.timetable.plan import Person

from .made import forces_of, mission_with, programme_of

NOBODY = forces_of()


def test_each_person_of_a_stint_is_named_and_stays_as_long_as_it() -> None:
    people = people_of(forces_of(("trainer", 3, 26, 2)), programme_of(), mission_with())
    assert [("north-trainer#1/r0", 3, 26), ("north-trainer#2/r0", 3, 26)] == [
        (p.id, p.arrives, p.leaves) for p in people
    ]


def test_people_of_one_offer_on_two_lines_of_a_rotation_have_different_names() -> None:
    forces = forces_of(("trainer", 0, 26, 1), ("trainer", 13, 26, 1), ("trainer", 26, 52, 1))
    ids = [p.id for p in people_of(forces, programme_of(), mission_with())]
    assert ["north-trainer#1/r0", "north-trainer#2/r0", "north-trainer#1/r1"] == ids


def test_nothing_new_is_taught_in_the_weeks_of_handover_and_those_the_command_loses() -> None:
    mission = mission_with(
        tours={"weeks": 26, "handover": 1, "leave": 2}, commands={"none": {"weeks_lost": 2}}, command="none"
    )
    forces = forces_of(("trainer", 0, 26, 1), ("trainer", 26, 52, 1))
    first, second = people_of(forces, programme_of(), mission)
    assert (26, 29, 52, 3, 2) == (second.here, second.arrives, second.leaves, second.overlap, second.leave)
    assert (0, 0, 26, 0, 2) == (first.here, first.arrives, first.leaves, first.overlap, first.leave)


def test_leave_is_a_part_of_the_stay_and_stays_that_follow_each_other_take_what_one_takes() -> None:
    mission = mission_with(tours={"weeks": 26, "handover": 0, "leave": 1})
    for stints, leave in (
        ([(0, 26)], [1]),
        ([(0, 12)], [0]),
        ([(0, 13)], [1]),
        ([(0, 13), (13, 26)], [1, 0]),
        ([(0, 9), (9, 18), (18, 26)], [0, 1, 0]),
    ):
        forces = forces_of(*(("trainer", begins, ends, 1) for begins, ends in stints))
        assert leave == [person.leave for person in people_of(forces, programme_of(), mission)]


def test_roles_without_a_skill_name_nobody() -> None:
    assert people_of(forces_of(("guard", 0, 26, 3)), programme_of(), mission_with()) == ()


def test_caveats_come_with_the_person() -> None:
    offers = {
        "o": {
            "party": "north",
            "role": "trainer",
            "people": 1,
            "begins": "2018-10-01",
            "ends": "2019-10-01",
            "state": "pledged",
            "not_for": ["basic"],
        }
    }
    forces = forces_of(("trainer", 0, 26, 1))
    stint = type(forces.stints[0])("o", forces.lines[0].id, 0, 26, 1)
    (person,) = people_of(type(forces)(forces.lines, (stint,)), programme_of(), mission_with(offers=offers))
    assert ("o", ("basic",)) == (person.origin, person.not_for)


def test_local_staff_stay_through_the_rotations_in_which_their_post_stands() -> None:
    posts = [
        PostBatch("interpreter", "school", 0, 1, "instructors"),
        PostBatch("interpreter", "school", 1, 2, "instructors"),
    ]
    people = people_of(NOBODY, programme_of(posts=posts), mission_with())
    assert [("interpreter@school#1", 0, 52), ("interpreter@school#2/r1", 26, 52)] == [
        (p.id, p.arrives, p.leaves) for p in people
    ]
    assert all(p.origin == "local" and not p.foreign for p in people)


def test_local_staff_leave_with_the_mission() -> None:
    mission = mission_with(
        mission={"title": "s", "host": "h", "starts": "2018-10-01", "horizon": 30, "looks_beyond_exit": 26}
    )
    posts = [PostBatch("interpreter", "school", r, 1, "instructors") for r in (0, 1)]
    (person,) = people_of(NOBODY, programme_of(posts=posts), mission)
    assert (0, 30) == (person.arrives, person.leaves)


def test_a_host_teaches_from_the_period_after_there_is_a_whole_one_and_leaves_when_there_is_not() -> None:
    hosts = {"drill": [0.5, 1.2, 2.0, 1.9, *[1.0] * 16]}
    people = people_of(NOBODY, programme_of(hosts=hosts), mission_with())
    assert [("host:drill#1/p2", 8, 78), ("host:drill#2/p3", 12, 16)] == [
        (p.id, p.arrives, p.leaves) for p in people
    ]
    assert all(p.site == "" and p.origin == "host" and not p.foreign for p in people)


def test_hosts_of_the_first_day_teach_from_week_0() -> None:
    skills = {
        "drill": {"title": "d", "hosts_at_start": 2.9},
        "medicine": {"title": "m"},
        "interpreting": {"title": "i"},
    }
    people = people_of(NOBODY, programme_of(hosts={"drill": [2.9] * 20}), mission_with(skills=skills))
    assert [(0, 78), (0, 78)] == [(p.arrives, p.leaves) for p in people]


def test_a_host_with_two_skills_of_one_course_is_one_person() -> None:
    mission = mission_with({"basic": {"teaches": ["drill", "medicine"], "teaches_on": 0.1}})
    hosts = {"drill": [2.0] * 20, "medicine": [2.0] * 20}
    people = people_of(NOBODY, programme_of(hosts=hosts), mission)
    assert [("drill", "medicine")] * 2 == [p.skills for p in people]
    assert [0.0, *[2.0] * 19] == host_groups(programme_of(hosts=hosts), mission)["drill", "medicine"]


@given(st.lists(st.floats(0, 6), max_size=12))
def test_in_each_period_there_are_as_many_hosts_as_whole_ones_expected(numbers: list[float]) -> None:
    stays = list(_stays(numbers))
    for i, number in enumerate(numbers):
        assert int(number + 1e-6) == sum(first <= i < end for _, first, end in stays)


def test_a_person_takes_over_only_from_the_week_they_are_there() -> None:
    person = Person("a", "o", "trainer", "school", ("drill",), 3, 26, overlap=2)
    assert 1 == person.here
