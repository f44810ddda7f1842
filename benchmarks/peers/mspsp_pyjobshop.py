"""The multi-skill activities in PyJobShop, exactly: each seat is a task, each person a machine.

PyJobShop knows machines and modes and no skills. A seat is a task whose modes are those who hold its skill;
the seats of an activity start together; a machine does one task at a time, so nobody fills two seats. The
first seat of an activity carries its precedences.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from pyjobshop import Model

from benchmarks.mspsp import read
from benchmarks.peers import told
from cadre.timetable.projects.problem import ActivityProblem


def ask(case: Path, seconds: float) -> told.Answer:
    """Build the model and solve it in what is left of the seconds."""
    begun = time.perf_counter()
    problem, model = read(case), Model()
    seats = _add_seats(model, problem)
    for a, activity in enumerate(problem.activities):
        for b in activity.after:
            model.add_end_before_start(seats[b][0][0], seats[a][0][0])
    left = max(0.1, seconds - (time.perf_counter() - begun))
    result = model.solve(time_limit=left, display=False, num_workers=told.WORKERS)
    if not result.best.tasks:
        return told.Answer(None, None, result.lower_bound, result.status.value.lower())
    plan = _plan(seats, result.best.tasks)
    return told.Answer(plan, result.objective, result.lower_bound, result.status.value.lower())


def _add_seats(model: Any, problem: ActivityProblem) -> list[list[tuple[Any, int | None]]]:
    """Give by activity its tasks with the skill of each; an activity that needs nobody is one task."""
    machines = [model.add_machine(name=person.id) for person in problem.people]
    nobody = model.add_renewable(capacity=1)
    seats: list[list[tuple[Any, int | None]]] = []
    for activity in problem.activities:
        skills: list[int | None] = [k for k, people in activity.needs for _ in range(people)]
        tasks: list[tuple[Any, int | None]] = []
        for k in skills if skills and activity.duration else [None]:
            task = model.add_task()
            for p, person in enumerate(problem.people) if k is not None else ():
                if k in person.skills:
                    model.add_mode(task, machines[p], activity.duration)
            if k is None:
                model.add_mode(task, nobody, activity.duration, demands=0)
            tasks.append((task, k))
        for task, _ in tasks[1:]:
            model.add_start_at_start(tasks[0][0], task)
        seats.append(tasks)
    return seats


def _plan(seats: list[list[tuple[Any, int | None]]], done: list[Any]) -> dict[str, Any]:
    """Read starts and people; tasks stand in the order in which they were added, as do machines."""
    plan: dict[str, Any] = {"start": [], "people": []}
    rest = iter(done)
    for tasks in seats:
        placed = [next(rest) for _ in tasks]
        plan["start"].append(placed[0].start)
        plan["people"].append(
            [[one.resources[0], k] for one, (_, k) in zip(placed, tasks, strict=True) if k is not None]
        )
    return plan


if __name__ == "__main__":
    told.main(ask, about=__doc__ or "")
