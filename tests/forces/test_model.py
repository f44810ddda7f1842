"""The model: the value of each goal for people placed by hand."""

import numpy as np
import pytest

from cadre.forces.model import ARRIVAL_WEEKS, ForceModel, build
from cadre.forces.plan import CRITICAL_WEIGHT
from cadre.solving import Limits, Status
from cadre.solving.optimise import solve

from .made import line, mission_with, offer

# A trainer's post and two guards' at the school, one guard's at the headquarters; windows cut at 10 and 20.
LINES = (line("trainer"), line(people=2), line(site="hq"))
OFFERS = {
    "t": offer(role="trainer", weeks=(0, 10), state="arrived"),
    "a": offer(people=2, weeks=(0, 20), state="pledged"),
    "b": offer(party="south", weeks=(10, 26)),
}
OPEN_WEEKS, PARTIES_AT_SCHOOLS, LOAD, LOOSE_WEEKS = range(4)


@pytest.fixture
def force() -> ForceModel:
    return build(LINES, mission_with(OFFERS), choices={}, measured={})


def worth(force: ForceModel, goal: int, placed: dict[tuple[str, str, int], int]) -> float | None:
    """Give a goal's least value with people placed by offer, line and first week, and nobody elsewhere."""
    people = [_people(force, number, placed) for number in range(len(force.flows))]
    assert sum(placed.values()) == sum(people)
    force.linear.lower[0][:] = force.linear.upper[0][:] = people
    force.linear.objectives[:] = [force.linear.objectives[goal]]
    result, _ = solve(force.linear, Limits(gap=0.0))
    return result.objective if result.status is Status.OPTIMAL else None


def _people(force: ForceModel, number: int, placed: dict[tuple[str, str, int], int]) -> int:
    flow = force.flows[number]
    piece = force.pieces[flow.piece]
    return placed.get((flow.offer, LINES[piece.line].site, piece.begins), 0)


NOBODY: dict[tuple[str, str, int], int] = {}
HOPS = {("a", "school", 0): 1, ("a", "hq", 0): 1, ("a", "school", 10): 2, ("b", "hq", 10): 1}
STAYS = {("a", "school", 0): 1, ("a", "hq", 0): 1, ("a", "school", 10): 1, ("a", "hq", 10): 1}


def test_open_weeks_of_critical_roles_weigh_more(force: ForceModel) -> None:
    assert 26 * CRITICAL_WEIGHT + 3 * 26 == worth(force, OPEN_WEEKS, NOBODY)


def test_people_close_open_weeks(force: ForceModel) -> None:
    assert 26 * CRITICAL_WEIGHT + 3 * 26 - (10 + 10 + 20 + 10) == worth(force, OPEN_WEEKS, HOPS)


def test_parties_are_counted_at_each_school(force: ForceModel) -> None:
    assert 3 == worth(force, PARTIES_AT_SCHOOLS, HOPS)


def test_the_greatest_load_is_relative_to_what_is_offered(force: ForceModel) -> None:
    assert max(40 / (10 + 40), 10 / 16) == pytest.approx(worth(force, LOAD, HOPS))


def test_who_goes_on_does_not_come_again(force: ForceModel) -> None:
    assert 2 * 40 + 2 * ARRIVAL_WEEKS == worth(force, LOOSE_WEEKS, STAYS)


def test_who_changes_post_comes_again(force: ForceModel) -> None:
    assert 2 * 40 + 10 + 4 * ARRIVAL_WEEKS == worth(force, LOOSE_WEEKS, HOPS)


def test_arrived_people_are_not_loose(force: ForceModel) -> None:
    assert ARRIVAL_WEEKS == worth(force, LOOSE_WEEKS, {("t", "school", 0): 1})


@pytest.mark.parametrize(
    "too_many",
    [
        {("a", "school", 0): 2, ("a", "hq", 0): 1},
        {("a", "school", 10): 2, ("b", "school", 10): 1},
        {("a", "hq", 0): 2},
    ],
)
def test_more_than_are_offered_or_asked_for_cannot_be(
    force: ForceModel, too_many: dict[tuple[str, str, int], int]
) -> None:
    assert worth(force, OPEN_WEEKS, too_many) is None


def test_nothing_flows_outside_a_window(force: ForceModel) -> None:
    weeks = {(flow.offer, force.pieces[flow.piece].begins) for flow in force.flows}
    assert {("t", 0), ("a", 0), ("a", 10), ("b", 10), ("b", 20)} == weeks
    assert np.array_equal(force.people, np.arange(len(force.flows)))
