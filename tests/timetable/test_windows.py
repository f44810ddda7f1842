"""Windows: a plan made in a bad order is mended, and never made worse."""

from cadre.solving import Limits
from cadre.timetable.construct import build, cost_of
from cadre.timetable.optimise.lns import improve

from .made import mission_with, programme_of, serials
from .test_bound import ground_of
from .test_two_methods import Case

WORK = Limits(gap=0.0, work=2.0)


def bad_order() -> Case:
    """One range: the long serial of little weight first makes three short ones of great weight late."""
    long_, short = {"weeks": 12, "priority": 1}, {"weeks": 1, "priority": 4}
    courses = {k: v | {"uses": {"range": 1}} for k, v in (("basic", long_), ("short", short))}
    return Case(mission_with(courses), programme_of(serials(("basic", 0, 1), ("short", 0, 3))), 3)


def test_a_window_mends_what_the_order_spoilt() -> None:
    schedule = build(ground_of(bad_order()), [0, 1, 2, 3])
    assert (4 * (9 + 10 + 11), 0) == cost_of(schedule.problem, schedule.placed)
    assert not improve(schedule, WORK)
    assert (0, 0) == cost_of(schedule.problem, schedule.placed)


def test_without_work_a_plan_stays_as_it_is() -> None:
    schedule = build(ground_of(bad_order()), [0, 1, 2, 3])
    before = list(schedule.placed)
    assert not improve(schedule, Limits(gap=0.0, work=0.0))
    assert before == schedule.placed


def test_the_safety_net_ends_the_search_and_says_so() -> None:
    schedule = build(ground_of(bad_order()), [0, 1, 2, 3])
    assert improve(schedule, WORK, until=0.0)
