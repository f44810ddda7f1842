"""The multi-skill activities in discrete-optimization, with one skill per person and activity.

By default its model lets one person fill several seats of an activity, which is an easier problem; with
`one_skill_per_task` it is ours. People beyond the need of an activity, which the model allows, are left out
of the plan.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from discrete_optimization.generic_tools.cp_tools import ParametersCp
from discrete_optimization.rcpsp_multiskill.problem import Employee, MultiskillRcpspProblem, SkillDetail
from discrete_optimization.rcpsp_multiskill.solvers.cpsat import CpSatMultiskillRcpspSolver

from benchmarks.mspsp import read
from benchmarks.peers import told
from cadre.timetable.projects.problem import ActivityProblem


def ask(case: Path, seconds: float) -> told.Answer:
    """Build the model and solve it in what is left of the seconds."""
    begun = time.perf_counter()
    problem = read(case)
    solver = CpSatMultiskillRcpspSolver(_posed(problem))
    solver.init_model(one_skill_per_task=True)
    parameters = ParametersCp.default_cpsat()
    parameters.nb_process = told.WORKERS
    left = max(0.1, seconds - (time.perf_counter() - begun))
    found = solver.solve(parameters_cp=parameters, time_limit=left).get_best_solution()
    bound, status = solver.get_current_best_internal_objective_bound(), solver.status_solver.value.lower()
    if found is None:
        return told.Answer(None, None, bound, status)
    plan = _plan(problem, found)
    last = max(s + a.duration for s, a in zip(plan["start"], problem.activities, strict=True))
    return told.Answer(plan, last, bound, status)


def _posed(problem: ActivityProblem) -> Any:
    skills = sorted({k for activity in problem.activities for k, _ in activity.needs})
    people: dict[Any, Any] = {
        p: Employee({str(k): SkillDetail(1, 0, 0) for k in sorted(person.skills)}, [True] * problem.horizon)
        for p, person in enumerate(problem.people)
    }
    modes: dict[Any, Any] = {
        a: {1: {"duration": activity.duration} | {str(k): n for k, n in activity.needs if activity.duration}}
        for a, activity in enumerate(problem.activities)
    }
    after: dict[Any, list[Any]] = {a: [] for a in modes}
    for a, activity in enumerate(problem.activities):
        for b in activity.after:
            after[b].append(a)
    return MultiskillRcpspProblem(
        skills_set={str(k) for k in skills},
        resources_set=set(),
        non_renewable_resources=set(),
        resources_availability={},
        employees=people,
        mode_details=modes,
        successors=after,
        horizon=problem.horizon,
        tasks_list=list(modes),
        employees_list=list(people),
        source_task=0,
        sink_task=len(modes) - 1,
        one_unit_per_task_max=False,
    )


def _plan(problem: ActivityProblem, found: Any) -> dict[str, Any]:
    plan: dict[str, Any] = {"start": [], "people": []}
    for a, activity in enumerate(problem.activities):
        plan["start"].append(found.schedule[a]["start_time"])
        crew: list[list[int]] = []
        for k, people in activity.needs if activity.duration else ():
            who = [p for p, used in sorted(found.employee_usage[a].items()) if used == {str(k)}]
            crew += [[p, k] for p in who[:people]]
        plan["people"].append(crew)
    return plan


if __name__ == "__main__":
    told.main(ask, about=__doc__ or "")
