"""The multi-skill activities as a plain CP-SAT model: each person on each activity an optional interval.

What somebody writes who knows CP-SAT and not this problem: no start, no classes of people, no redundant
rows.
"""

from __future__ import annotations

import time
from pathlib import Path

from ortools.sat.python import cp_model

from benchmarks.mspsp import read
from benchmarks.peers import told
from cadre.timetable.projects.problem import ActivityProblem

Seats = list[dict[tuple[int, int], cp_model.IntVar]]
"""By activity: whether (person, skill) fills a seat."""


def ask(case: Path, seconds: float) -> told.Answer:
    """Build the model and solve it in what is left of the seconds."""
    begun = time.perf_counter()
    problem, model = read(case), cp_model.CpModel()
    horizon = problem.horizon
    starts = [model.new_int_var(0, horizon, "") for _ in problem.activities]
    seats = _seats(model, problem, starts)
    end = model.new_int_var(0, horizon, "")
    for start, activity in zip(starts, problem.activities, strict=True):
        model.add(end >= start + activity.duration)
        for b in activity.after:
            model.add(start >= starts[b] + problem.activities[b].duration)
    model.minimize(end)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = told.WORKERS
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (time.perf_counter() - begun))
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return told.Answer(None, None, solver.best_objective_bound, solver.status_name(status).lower())
    crews = [sorted([p, k] for (p, k), seat in taken.items() if solver.value(seat)) for taken in seats]
    plan = {"start": [solver.value(start) for start in starts], "people": crews}
    status_name = solver.status_name(status).lower()
    return told.Answer(plan, solver.objective_value, solver.best_objective_bound, status_name)


def _seats(model: cp_model.CpModel, problem: ActivityProblem, starts: list[cp_model.IntVar]) -> Seats:
    """Fill each seat, and let nobody be in two places at once."""
    works: list[list[cp_model.IntervalVar]] = [[] for _ in problem.people]
    seats: Seats = []
    for start, activity in zip(starts, problem.activities, strict=True):
        taken: dict[tuple[int, int], cp_model.IntVar] = {}
        for k, people in activity.needs if activity.duration else ():
            holders = [p for p, person in enumerate(problem.people) if k in person.skills]
            taken |= {(p, k): model.new_bool_var("") for p in holders}
            model.add(sum(taken[p, k] for p in holders) == people)
        for p in sorted({p for p, _ in taken}):
            here = model.new_bool_var("")
            model.add(sum(seat for (other, _), seat in taken.items() if other == p) == here)
            works[p].append(model.new_optional_fixed_size_interval_var(start, activity.duration, here, ""))
        seats.append(taken)
    for intervals in works:
        model.add_no_overlap(intervals)
    return seats


if __name__ == "__main__":
    told.main(ask, about=__doc__ or "")
