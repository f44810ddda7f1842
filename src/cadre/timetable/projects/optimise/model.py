"""The activities as a CP-SAT model: timing with Hall cumulatives, and staffing by numbers of each class.

Takes a problem and a value to reach, gives a draft, a proof that there is none, or neither. Without staffing
it is a relaxation, whose infeasibility is a bound. Each function below adds one family of constraints
(docs/model/projects.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from cadre.solving import Status
from cadre.timetable.projects.bounds import HallSet, hall_sets
from cadre.timetable.projects.generate import ActivityDraft
from cadre.timetable.projects.naming import seated
from cadre.timetable.projects.problem import ActivityGoal, ActivityProblem
from cadre.timetable.projects.tables import ActivityTables, heads_and_tails


@dataclass(frozen=True, slots=True)
class SolverQuestion:
    """What is asked of the solver.

    Parameters
    ----------
    target : int
        Objective to reach or go below.
    staffed : bool
        Whether people are counted by class; if not it is the relaxation.
    near : ActivityDraft or None
        A plan to start from.
    free : frozenset of int or None
        Activities that may change their people and their place among the others; None for all.
    """

    target: int
    staffed: bool = True
    near: ActivityDraft | None = None
    free: frozenset[int] | None = None


@dataclass
class ActivityModel:
    """Variables by activity: start, interval, people by (class, skill), people by class."""

    problem: ActivityProblem
    tables: ActivityTables
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    starts: list[cp_model.IntVar] = field(default_factory=list)
    intervals: list[cp_model.IntervalVar] = field(default_factory=list)
    crews: list[dict[tuple[int, int], cp_model.IntVar]] = field(default_factory=list)
    used: list[dict[int, cp_model.IntVar]] = field(default_factory=list)


def formulate(problem: ActivityProblem, tables: ActivityTables, ask: SolverQuestion) -> ActivityModel:
    """Build the model, one family of constraints after the other."""
    made = ActivityModel(problem, tables)
    _add_times(made, ask.target)
    _add_precedences(made)
    _add_objective(made, ask.target)
    for one in hall_sets(problem):
        _add_hall(made, one)
    if ask.staffed:
        _add_crews(made)
        _add_classes(made)
        if ask.near is not None and ask.free is not None:
            _hold(made, ask.near, ask.free)
    if ask.near is not None:
        _hint(made, ask.near)
    return made


def _add_times(made: ActivityModel, target: int) -> None:
    """Let each activity start between its head and the last period from which the rest can end in time."""
    heads, tails = heads_and_tails(made.problem)
    until = made.tables.horizon
    if made.problem.aim is ActivityGoal.MAKESPAN:
        until = min(until, target)
    for a, activity in enumerate(made.problem.activities):
        latest = until - tails[a] - activity.duration
        if latest < heads[a]:
            # The solver takes an empty domain for a mistake, not for an answer.
            made.model.add_bool_or([])
        start = made.model.new_int_var(heads[a], max(heads[a], latest), "")
        made.starts.append(start)
        made.intervals.append(made.model.new_fixed_size_interval_var(start, activity.duration, ""))


def _add_precedences(made: ActivityModel) -> None:
    """`start[a] >= start[b] + duration[b]` for each `b` that `a` comes after."""
    for a, activity in enumerate(made.problem.activities):
        for b in activity.after:
            made.model.add(made.starts[a] >= made.starts[b] + made.problem.activities[b].duration)


def _add_objective(made: ActivityModel, target: int) -> None:
    """Minimise the aim, at most the target."""
    model, activities = made.model, made.problem.activities
    if target < 0:
        model.add_bool_or([])
    if made.problem.aim is ActivityGoal.MAKESPAN:
        end = model.new_int_var(0, max(0, target), "")
        model.add_max_equality(end, [s + a.duration for s, a in zip(made.starts, activities, strict=True)])
        model.minimize(end)
        return
    late = [model.new_int_var(0, made.tables.horizon, "") for _ in activities]
    for variable, start, activity in zip(late, made.starts, activities, strict=True):
        model.add(variable >= start + activity.duration - activity.due)
    total = sum(a.weight * variable for a, variable in zip(activities, late, strict=True))
    model.add(total <= target)
    model.minimize(total)


def _add_hall(made: ActivityModel, one: HallSet) -> None:
    """At no time are more people of a set of skills needed than hold one of them and are not away."""
    intervals = [made.intervals[a] for a, _ in one.needs]
    demands = [people for _, people in one.needs]
    for group in made.tables.classes:
        if group.skills & one.skills:
            for begins, ends in group.away:
                intervals.append(made.model.new_fixed_size_interval_var(begins, ends - begins, ""))
                demands.append(group.size)
    made.model.add_cumulative(intervals, demands, one.people)


def _add_crews(made: ActivityModel) -> None:
    """`sum_c x[a, c, k] = need[a, k]`, and people by class `d[a, c] = sum_k x[a, c, k] <= size[c]`."""
    for activity in made.problem.activities:
        crew: dict[tuple[int, int], cp_model.IntVar] = {}
        used: dict[int, cp_model.IntVar] = {}
        for skill, people in activity.needs if activity.duration else ():
            for c, group in enumerate(made.tables.classes):
                if skill in group.skills:
                    crew[c, skill] = made.model.new_int_var(0, min(people, group.size), "")
            made.model.add(sum(x for (_, k), x in crew.items() if k == skill) == people)
        for c in sorted({c for c, _ in crew}):
            used[c] = made.model.new_int_var(0, min(made.tables.classes[c].size, activity.people), "")
            made.model.add(used[c] == sum(x for (other, _), x in crew.items() if other == c))
        made.crews.append(crew)
        made.used.append(used)


def _add_classes(made: ActivityModel) -> None:
    """At no time do more people of a class work than it has: exact, since intervals can be coloured."""
    for c, group in enumerate(made.tables.classes):
        users = [a for a, used in enumerate(made.used) if c in used]
        away = [made.model.new_fixed_size_interval_var(b, e - b, "") for b, e in group.away]
        if group.size == 1:
            optional = [
                made.model.new_optional_fixed_size_interval_var(
                    made.starts[a], made.problem.activities[a].duration, made.used[a][c], ""
                )
                for a in users
            ]
            made.model.add_no_overlap([*optional, *away])
        else:
            intervals = [made.intervals[a] for a in users] + away
            demands = [made.used[a][c] for a in users] + [group.size] * len(away)
            made.model.add_cumulative(intervals, demands, group.size)


def _hold(made: ActivityModel, near: ActivityDraft, free: frozenset[int]) -> None:
    """Keep the people of all but the free activities, and the order of those that share a class."""
    held = [a for a in range(len(near.starts)) if a not in free]
    for a in held:
        takes = dict(near.takes[a])
        for c, used in made.used[a].items():
            made.model.add(used == takes.get(c, 0))
    for a in held:
        for b in held:
            shared = {c for c, _ in near.takes[a]} & {c for c, _ in near.takes[b]}
            if shared and near.ends[a] <= near.starts[b]:
                made.model.add(made.starts[b] >= made.starts[a] + made.problem.activities[a].duration)


def _hint(made: ActivityModel, near: ActivityDraft) -> None:
    """Tell the solver a plan in full: a hint that lacks variables was measured to be lost."""
    for a, start in enumerate(made.starts):
        made.model.add_hint(start, near.starts[a])
        if a < len(made.crews):
            takes = dict(near.takes[a])
            for c, used in made.used[a].items():
                made.model.add_hint(used, takes.get(c, 0))
            by_skill = _by_skill(made, a, takes)
            for key, people in made.crews[a].items():
                made.model.add_hint(people, by_skill.get(key, 0))


def _by_skill(made: ActivityModel, a: int, takes: Mapping[int, int]) -> dict[tuple[int, int], int]:
    """Split people of each class by the skill they use."""
    classes = made.tables.classes
    owner = {p: c for c, people in takes.items() for p in classes[c].people[:people]}
    found: dict[tuple[int, int], int] = {}
    for person, skill in seated(made.problem, a, list(owner)):
        found[owner[person], skill] = found.get((owner[person], skill), 0) + 1
    return found


@dataclass(frozen=True, slots=True)
class Effort:
    """Deterministic work, seconds on the wall, seed; one thread, so that runs repeat."""

    work: float
    seconds: float
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Optimal, feasible, infeasible or not found; a draft (without people for the relaxation); a bound."""

    status: Status
    draft: ActivityDraft | None = None
    bound: int = 0


_STATUSES = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
    cp_model.UNKNOWN: Status.NOT_FOUND,
}


class Call:
    """One call of the solver, which can be stopped from outside."""

    def __init__(self, made: ActivityModel, effort: Effort, *, first_only: bool = False) -> None:
        self.made, self.solver = made, cp_model.CpSolver()
        parameters = self.solver.parameters
        parameters.max_deterministic_time = effort.work
        parameters.max_time_in_seconds = max(0.01, effort.seconds)
        parameters.num_workers = 1
        parameters.random_seed = effort.seed
        parameters.catch_sigint_signal = False
        parameters.stop_after_first_solution = first_only

    def run(self) -> Answer:
        """Solve and read what came out."""
        status = _STATUSES[self.solver.solve(self.made.model)]
        if status not in (Status.OPTIMAL, Status.FEASIBLE):
            return Answer(status)
        return Answer(status, self._draft(), round(self.solver.best_objective_bound))

    def stop(self) -> None:
        """End the run soon."""
        self.solver.stop_search()

    def _draft(self) -> ActivityDraft:
        starts = tuple(self.solver.value(start) for start in self.made.starts)
        ends = tuple(
            s + activity.duration for s, activity in zip(starts, self.made.problem.activities, strict=True)
        )
        takes = [self._takes(used) for used in self.made.used]
        return ActivityDraft(starts, ends, tuple(takes) or ((),) * len(starts))

    def _takes(self, used: Mapping[int, cp_model.IntVar]) -> tuple[tuple[int, int], ...]:
        counted: Sequence[tuple[int, int]] = [(c, self.solver.value(people)) for c, people in used.items()]
        return tuple((c, people) for c, people in counted if people)
