"""Posts and offers as a plain CP-SAT model: an optional interval for each person and post that fits.

What somebody writes who knows CP-SAT and not this problem: starts and ends are variables, a person has one
stint, a post one person at a time. Weeks at the wrong rank are not looked at.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ortools.sat.python import cp_model

from benchmarks.forces import read
from benchmarks.peers import told
from cadre.forces.filling.problem import FillingProblem, OfferedPerson, Post


@dataclass
class Stints:
    """Candidates as (offer, post, start, end, present), and intervals by post."""

    all: list[tuple[int, int, cp_model.IntVar, cp_model.IntVar, cp_model.IntVar]] = field(
        default_factory=list
    )
    of_post: dict[int, list[cp_model.IntervalVar]] = field(default_factory=dict)
    worth: list[Any] = field(default_factory=list)


def ask(case: Path, seconds: float) -> told.Answer:
    """Build the model and solve it in what is left of the seconds."""
    begun = time.perf_counter()
    problem, model, made = read(case), cp_model.CpModel(), Stints()
    for o, offer in enumerate(problem.offers):
        for _ in range(offer.people):
            chosen = [
                _stint(model, made, (o, p), problem)
                for p, post in enumerate(problem.posts)
                if fits(offer, post, p)
            ]
            model.add_at_most_one(chosen)
    for intervals in made.of_post.values():
        model.add_no_overlap(intervals)
    model.maximize(sum(made.worth))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = told.WORKERS
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (time.perf_counter() - begun))
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return told.Answer(None, None, None, solver.status_name(status).lower())
    stints = [
        {"offer": o, "post": p, "start": solver.value(start), "end": solver.value(end)}
        for o, p, start, end, present in made.all
        if solver.value(present)
    ]
    bound, status_name = solver.best_objective_bound, solver.status_name(status).lower()
    return told.Answer({"stints": stints}, solver.objective_value, bound, status_name)


def fits(offer: OfferedPerson, post: Post, number: int) -> bool:
    """Say whether somebody of the offer may hold the post for as long as a stint lasts at least."""
    shared = min(offer.leaves, post.closes) - max(offer.arrives, post.opens)
    near = offer.rank is None or post.rank is None or abs(offer.rank - post.rank) <= 1
    return post.skill in offer.skills and near and number not in offer.refuses_posts and shared >= offer.least


def _stint(
    model: cp_model.CpModel, made: Stints, pair: tuple[int, int], problem: FillingProblem
) -> cp_model.IntVar:
    """Add a stint that may be: inside both windows, from the least to the longest stay."""
    offer, post = problem.offers[pair[0]], problem.posts[pair[1]]
    first, last = max(offer.arrives, post.opens), min(offer.leaves, post.closes)
    start, end = model.new_int_var(first, last, ""), model.new_int_var(first, last, "")
    present, weeks = model.new_bool_var(""), model.new_int_var(0, offer.longest, "")
    interval = model.new_optional_interval_var(start, weeks, end, present, "")
    model.add(weeks >= offer.least).only_enforce_if(present)
    model.add(weeks == 0).only_enforce_if(present.Not())
    made.of_post.setdefault(pair[1], []).append(interval)
    made.worth.append(post.priority * weeks)
    made.all.append((*pair, start, end, present))
    return present


if __name__ == "__main__":
    told.main(ask, about=__doc__ or "")
