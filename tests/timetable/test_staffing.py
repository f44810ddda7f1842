"""Matching seats with people."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from cadre.timetable.matching import match


def test_a_seat_taken_by_another_makes_them_move_on() -> None:
    assert [2, 1] == match([[1, 2], [1]])


def test_the_preferred_one_is_taken_where_that_leaves_nobody_out() -> None:
    assert [3, 1] == match([[3, 1], [1, 3]])


def test_a_seat_without_anybody_stays_empty() -> None:
    assert [None, 7] == match([[], [7]])


@given(st.lists(st.lists(st.integers(0, 4), max_size=3, unique=True), max_size=5))
def test_as_many_seats_are_filled_as_can_be(lists: list[list[int]]) -> None:
    found = match(lists)
    held = [p for p in found if p is not None]
    assert len(held) == len(set(held))
    assert all(p is None or p in lists[i] for i, p in enumerate(found))
    best = max(
        (
            sum(p in options for p, options in zip(order, lists, strict=False))
            for order in permutations(range(5))
        ),
        default=0,
    )
    assert best == len(held)
