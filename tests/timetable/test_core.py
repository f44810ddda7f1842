"""The core on problems of its own: cuts by hand, exact staffing, order of serials, any time."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.solving import Limits, Status
from cadre.timetable.construct import cost_of
from cadre.timetable.hall_cuts import Halls, WeekRange
from cadre.timetable.instance import Instance
from cadre.timetable.loads import Loads
from cadre.timetable.optimise.assignment import assignable, assigned, least_short
from cadre.timetable.optimise.core import Reached, plan_jobs
from cadre.timetable.optimise.priced import plans, prices
from cadre.timetable.optimise.relaxation import relax
from cadre.timetable.problem import Job, SeatNeed, Stage, TimetableProblem, Worker

EXACT = Limits(gap=1e-6, work=100.0, seconds=600.0)


def job(number: int, needs: dict[int, int], *, weeks: int = 2, due: int = 0, **changes: object) -> Job:
    stage = Stage(weeks, tuple(SeatNeed(k, n) for k, n in needs.items()))
    made = Job(str(number), "course", 0, 0, due, 20, 24, 1.0, (stage,), pauses=False)
    return replace(made, **changes)  # type: ignore[arg-type]


def worker(number: int, *skills: int, arrives: int = 0, leaves: int = 24) -> Worker:
    return Worker(str(number), frozenset(skills), 0, arrives, arrives, leaves)


def problem_of(jobs: list[Job], workers: list[Worker], **changes: object) -> TimetableProblem:
    made = TimetableProblem(
        weeks=24,
        exits=24,
        closed=frozenset(),
        jobs=tuple(jobs),
        workers=tuple(workers),
        capacity=(),
        resources=(),
        skills=("drill", "medicine"),
        sites=("school",),
        in_country=(True,),
        handovers=False,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_set_of_skills_short_in_a_week_is_cut() -> None:
    instance = Instance(problem_of([job(0, {0: 1, 1: 1})], [worker(0, 0, 1)]))
    found = Halls(Loads(instance)).violated([WeekRange(0, False, k, 3, 5, 1.0) for k in (0, 1)])
    assert {((0, 1), 3, 1), ((0, 1), 4, 1), ((0, 1), 3, 2)} == {
        (c.row.skills, c.week, c.through) for c in found
    }


def test_the_end_of_a_tour_inside_a_serial_is_cut_though_heads_suffice_in_each_week() -> None:
    workers = [worker(0, 0, leaves=4), worker(1, 0, arrives=4)]
    instance, run = Instance(problem_of([job(0, {0: 1})], workers)), [WeekRange(0, False, 0, 3, 5, 1.0)]
    assert [(3, 2)] == [(c.week, c.through) for c in Halls(Loads(instance)).violated(run)]
    changing = Instance(replace(instance.problem, handovers=True))
    assert [] == Halls(Loads(changing)).violated(run)


def test_tour_ends_make_a_serial_late_in_the_bound() -> None:
    workers = [worker(0, 0, leaves=1), worker(1, 0, arrives=1)]
    found = relax(Instance(problem_of([job(0, {0: 1})], workers)), EXACT, reached=100.0)
    assert pytest.approx(1.0, rel=1e-5) == found.bound


def test_a_serial_starts_a_week_after_the_one_before_it() -> None:
    jobs = [job(0, {}), job(1, {}, behind=(0,)), job(2, {}, behind=(1,))]
    reached = plan_jobs(Instance(problem_of(jobs, [])), EXACT)
    assert [0, 1, 2] == [placed.start for placed in reached.schedule.placed if placed is not None]
    assert 3.0 == reached.result(EXACT).objective
    assert pytest.approx(3.0, rel=1e-5) == reached.bound


def test_a_serial_may_run_where_the_one_before_it_is_dropped() -> None:
    jobs = [job(0, {0: 1}), job(1, {}, behind=(0,))]
    reached = plan_jobs(Instance(problem_of(jobs, [])), EXACT)
    assert [None, 0] == [placed and placed.start for placed in reached.schedule.placed]
    assert Status.OPTIMAL == reached.result(EXACT).status


def test_prices_of_starts_and_what_a_plan_with_them_costs() -> None:
    """One trainer, two serials of two weeks: no plan costs less than bound and price of a start of it."""
    jobs = [job(0, {0: 1}), job(1, {0: 1})]
    relaxed = relax(Instance(problem_of(jobs, [worker(0, 0)], short_allowed=True)), EXACT, reached=100.0)
    priced = prices(relaxed.steps, relaxed.duals)
    assert pytest.approx(relaxed.bound, abs=1e-4) == priced.bound
    for first, second in ((0, 2), (2, 0), (0, 3), (3, 1), (5, 7)):
        dearest = max(priced.starts[0][first], priced.starts[1][second])
        assert first + second >= priced.bound + dearest - 1e-6


def test_starts_within_a_price_are_a_plan_and_the_bound_meets_it() -> None:
    jobs = [job(0, {0: 1}), job(1, {0: 1})]
    relaxed = relax(Instance(problem_of(jobs, [worker(0, 0)])), EXACT, reached=100.0)
    *_, last = plans(relaxed, EXACT, until=math.inf)
    assert (2.0, 0) == cost_of(last.problem, last.placed)
    assert 2.0 == relaxed.bound


def test_a_search_of_starts_without_time_says_nothing_and_does_not_fail() -> None:
    jobs = [job(j, {0: 1}, due=j % 3) for j in range(12)]
    relaxed = relax(Instance(problem_of(jobs, [worker(0, 0), worker(1, 0)])), EXACT, reached=400.0)
    before = relaxed.bound
    assert [] == list(plans(relaxed, replace(EXACT, seconds=1e-9), until=math.inf))
    assert before == relaxed.bound


def test_starts_by_another_method_are_where_the_search_begins() -> None:
    """What is given is staffed and told before the search has found anything; the search still ends best."""
    jobs, report = [job(0, {0: 1}), job(1, {0: 1}, priority=2.0), job(2, {1: 1}, after=(1,))], []
    instance = Instance(problem_of(jobs, [worker(0, 0), worker(1, 1)], short_allowed=True))

    def tell(reached: Reached) -> None:
        report.append(cost_of(instance.problem, reached.schedule.placed))

    reached = plan_jobs(instance, EXACT, report=tell, begin={0: 2, 1: 0, 2: 2})
    assert (4.0, 0) in report
    assert reached.bound == cost_of(instance.problem, reached.schedule.placed)[0]


def test_exact_staffing_leaves_as_few_seats_short_as_can_be() -> None:
    """The one who does both must take medicine, though drill comes first."""
    jobs = [job(0, {0: 1}), job(1, {1: 1})]
    instance = Instance(problem_of(jobs, [worker(0, 0, 1), worker(1, 0)], short_allowed=True))
    schedule = assigned(instance, {0: 0, 1: 1}, EXACT)
    assert schedule is not None
    assert 0 == least_short(instance, {0: 0, 1: 1}, EXACT)
    assert (1.0, 0) == cost_of(instance.problem, schedule.placed)
    assert assignable(instance)
    assert not assignable(Instance(replace(instance.problem, handovers=True)))


def test_a_seat_is_short_where_nobody_stays_throughout() -> None:
    workers = [worker(0, 0, leaves=1), worker(1, 0, arrives=1)]
    instance = Instance(problem_of([job(0, {0: 1})], workers, short_allowed=True))
    schedule = assigned(instance, {0: 0}, EXACT)
    assert schedule is not None
    assert 1 == least_short(instance, {0: 0}, EXACT)
    assert (0.0, 1) == cost_of(instance.problem, schedule.placed)


@st.composite
def problems(draw: st.DrawFn) -> TimetableProblem:
    """A few serials of two skills, people on tours, in which seats change hands or do not."""
    needs = st.dictionaries(st.integers(0, 1), st.integers(1, 2), min_size=1)
    jobs = [
        job(j, draw(needs), weeks=draw(st.integers(1, 3)), due=draw(st.integers(0, 3)))
        for j in range(draw(st.integers(1, 5)))
    ]
    if len(jobs) > 2:
        jobs[2] = replace(jobs[2], behind=(1,), after=draw(st.sampled_from(((), (0,)))))
    workers = []
    for p in range(draw(st.integers(1, 5))):
        arrives, skills = draw(st.integers(0, 8)), draw(st.sets(st.integers(0, 1), min_size=1))
        workers.append(worker(p, *skills, arrives=arrives, leaves=arrives + draw(st.integers(3, 15))))
    return problem_of(jobs, workers, handovers=draw(st.booleans()))


@given(problems())
@settings(max_examples=40)
def test_bound_and_plan_hold_whatever_the_problem(problem: TimetableProblem) -> None:
    report: list[tuple[float, float]] = []

    def tell(reached: Reached) -> None:
        report.append((cost_of(problem, reached.schedule.placed)[0], reached.bound))

    reached = plan_jobs(Instance(problem), EXACT, report=tell)
    late, short = cost_of(problem, reached.schedule.placed)
    assert 0 == short
    assert all(bound <= late + 1e-6 for _, bound in report)
    assert [cost for cost, _ in report] == sorted((cost for cost, _ in report), reverse=True)
    assert _held(problem, reached)


def _held(problem: TimetableProblem, reached: Reached) -> bool:
    """No worker sits twice in a week, all are there, hold the skill, and serials keep their order."""
    seated = np.zeros((len(problem.workers), problem.weeks), int)
    starts = [None if placed is None else placed.start for placed in reached.schedule.placed]
    for j, placed in enumerate(reached.schedule.placed):
        for shift in placed.crew if placed is not None else ():
            assert shift.worker is not None
            who = problem.workers[shift.worker]
            assert shift.skill in who.skills
            assert who.here <= shift.begins
            assert shift.ends <= who.leaves
            assert (
                problem.handovers
                or placed is None
                or (shift.begins, shift.ends) == (placed.start, placed.ends)
            )
            seated[shift.worker, shift.begins : shift.ends] += 1
        for b in problem.jobs[j].behind:
            earlier, mine = starts[b], starts[j]
            assert mine is None or earlier is None or earlier < mine
    return bool((seated <= 1).all())


def test_the_same_problem_gives_the_same_plan_again() -> None:
    jobs = [job(j, {j % 2: 1 + j % 2}) for j in range(6)]
    problem = problem_of(jobs, [worker(0, 0), worker(1, 0, 1), worker(2, 1)])
    first, again = (plan_jobs(Instance(problem), EXACT) for _ in range(2))
    assert first.schedule.placed == again.schedule.placed


def test_a_stop_keeps_the_best_plan() -> None:
    problem = problem_of([job(j, {0: 1}) for j in range(4)], [worker(0, 0)])

    def stop(_: Reached) -> None:
        raise KeyboardInterrupt

    reached = plan_jobs(Instance(problem), EXACT, report=stop)
    assert all(reached.schedule.placed)
    assert Status.STOPPED == reached.result(EXACT).status
    assert Status.OPTIMAL == plan_jobs(Instance(problem), EXACT).result(EXACT).status
