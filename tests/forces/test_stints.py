"""Numbers of people become stays of people."""

from hypothesis import given
from hypothesis import strategies as st

from cadre.forces.plan import Stint
from cadre.forces.stints import stints_of
from cadre.mission.presence import Strength


def stays(*strengths: Strength, tour: int = 26) -> list[tuple[int, int, int]]:
    return [(s.begins, s.ends, s.people) for s in stints_of("o", "l", strengths, tour=tour)]


def test_people_of_the_same_weeks_stand_together() -> None:
    assert (Stint("o", "l", 0, 26, 3),) == stints_of("o", "l", [Strength(0, 26, 3)], tour=26)


def test_those_who_came_first_leave_first() -> None:
    assert [(0, 20, 1), (10, 26, 1)] == stays(Strength(0, 10, 1), Strength(10, 20, 2), Strength(20, 26, 1))


def test_a_stay_that_goes_on_is_not_cut() -> None:
    assert [(0, 26, 2)] == stays(Strength(0, 10, 2), Strength(10, 26, 2))


def test_a_fresh_person_follows_where_a_tour_ends() -> None:
    assert [(0, 10, 1), (10, 20, 1), (20, 26, 1)] == stays(Strength(0, 26, 1), tour=10)


def test_weeks_without_anybody_part_two_stays() -> None:
    assert [(0, 5, 1), (8, 9, 1)] == stays(Strength(0, 5, 1), Strength(5, 8, 0), Strength(8, 9, 1))
    assert [(0, 5, 1), (8, 9, 1)] == stays(Strength(0, 5, 1), Strength(8, 9, 1))


@given(st.lists(st.integers(0, 4), max_size=12), st.integers(1, 12))
def test_stays_add_up_to_the_strengths_in_every_week(people: list[int], tour: int) -> None:
    found = stints_of("o", "l", [Strength(w, w + 1, n) for w, n in enumerate(people)], tour=tour)
    present = [sum(s.people for s in found if s.begins <= w < s.ends) for w in range(len(people))]
    assert people == present
    assert all(s.ends - s.begins <= tour for s in found)


@given(st.lists(st.integers(0, 4), max_size=12))
def test_no_more_people_come_than_the_upward_steps(people: list[int]) -> None:
    found = stints_of("o", "l", [Strength(w, w + 1, n) for w, n in enumerate(people)], tour=99)
    steps = sum(max(0, b - a) for a, b in zip([0, *people], people, strict=False))
    assert steps == sum(s.people for s in found)
