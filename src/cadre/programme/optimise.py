"""Plan a programme: build its model, solve it, read it back.

Takes a mission, gives a `Programme` with targets, what they reach and what binds. How it is searched stands
in docs/design/programme.md.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from cadre.mission import Mission
from cadre.programme.binding import named
from cadre.programme.draft import Draft
from cadre.programme.following import targets_of
from cadre.programme.frame import Floats, Ints
from cadre.programme.guide import ECONOMY, Guide, guide
from cadre.programme.improving import Told
from cadre.programme.model import build
from cadre.programme.plan import PERIOD_WEEKS, ActivityStart, PostBatch, Programme, SerialBatch
from cadre.programme.prices import objective
from cadre.programme.reckoning import formed, reckon
from cadre.programme.starting import found, held
from cadre.programme.support import standing_command
from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Point
from cadre.solving.optimise import solve

DEFAULT_LIMITS = Limits(gap=0.01, work=0.02, seconds=60.0)
EXACT = 10_000
"""Entries of the model's matrix up to which it is searched as a whole, not only around what was placed."""
TINY = 1e-9
"""Units below this are none."""
LEAST_SECONDS = 1.0
"""A relaxation that took all seconds leaves these to find a plan."""
DEAREST = 2.0
"""The bound holds for all plans that cost at most so many times what the plan found costs."""


def plan_programme(
    mission: Mission,
    limits: Limits = DEFAULT_LIMITS,
    *,
    posts_at_most: Mapping[tuple[str, str, int], int] | None = None,
    period_weeks: int = PERIOD_WEEKS,
    report: Told | None = None,
) -> Programme:
    """Plan what a mission holds and needs.

    Parameters
    ----------
    mission : Mission
        A mission without faults.
    limits : Limits
        When each search stops.
    posts_at_most : mapping of (role, site, rotation) to int, optional
        Foreign posts that could be filled; those not listed stay empty. Without it posts are bounded by the
        mission only.
    period_weeks : int
        Length of a period.
    report : callable, optional
        Told of each better plan while it is searched: its shortfall with a little of its cost, and a bound.

    Returns
    -------
    Programme
        Always one that breaks no rule; its result is infeasible, with an empty plan, where fixed data
        contradict each other.
    """
    draft = build(mission, period_weeks, posts_at_most)
    result, point = _search(draft, limits, report)
    programme = _read(draft, result, point)
    if point is None:
        return programme
    # A later objective may leave room in the rows of an earlier one: the plan is as good as it proves to be.
    reached = min(result.objective, objective(programme, mission)[0])
    result = replace(result, objective=reached, bound=min(result.bound, reached))
    return replace(programme, targets=named(mission, programme.targets, posts_at_most), result=result)


def _search(draft: Draft, limits: Limits, report: Told | None) -> tuple[Result, Point | None]:
    """Search around a relaxation, by parts, and in a small model everywhere; keep the best."""
    lp, goals = draft.lp, draft.lp.objectives
    begun = time.perf_counter()
    told = guide(draft.mission, draft.frame.period_weeks, limits, draft.at_most)
    left = replace(limits, seconds=max(LEAST_SECONDS, limits.seconds - (time.perf_counter() - begun)))
    start, by_seconds = (None, False) if told is None else found(draft, told, left, report)
    if start is None:
        bounds = held(draft, [np.zeros(y.size, np.int64) for y in draft.serials], {})
        _, start = solve(lp.only(goals, *bounds), limits)
    if lp.triplets()[0].size <= EXACT:
        result, wider = solve(lp, limits, hint=None if start is None else start.values)
        return result, wider if wider is not None else start
    if start is None or told is None:
        return Result(Status.INFEASIBLE), None
    result = _bounded(draft, told, start)
    return replace(result, by_seconds=result.by_seconds or by_seconds), start


def _bounded(draft: Draft, told: Guide, point: Point) -> Result:
    """Give the result of a plan found by parts: what it reaches, and the bound of the relaxation."""
    first, cost, _ = (float(goal @ point.values[: goal.size]) for goal in draft.lp.objectives)
    bound = min(first, max(0.0, told.value - DEAREST * ECONOMY * cost))
    return Result(Status.FEASIBLE, first, bound, told.by_seconds)


def _read(draft: Draft, result: Result, point: Point | None) -> Programme:
    """Read a point back into a plan; stocks and units are reckoned anew from its serials."""
    frame = draft.frame
    tour = draft.mission.tours.weeks
    if point is None:
        return Programme(frame.period_weeks, frame.periods, tour, result=result)
    values = point.values
    serials = tuple(sorted(_serials(draft, values)))
    followed = reckon(draft.mission, serials, frame.period_weeks)
    units = formed(draft.mission, followed.holders, units_held(draft, values, followed.holders))
    return Programme(
        frame.period_weeks,
        frame.periods,
        tour,
        serials=serials,
        posts=tuple(sorted(_posts(draft, values))),
        activities=tuple(sorted(_activities(draft, values))),
        stocks={k: tuple(series) for k, series in followed.holders.items()},
        hosts={k: followed.hosts_with(k) for k in draft.mission.skills},
        units=units,
        targets=tuple(targets_of(draft.mission, frame.period_weeks, units)),
        result=result,
    )


def _serials(draft: Draft, values: Floats) -> list[SerialBatch]:
    batches = []
    for runs, y, t in draft.pairs():
        seats = draft.mission.courses[runs.course].seats
        for p, n, people in zip(runs.periods, np.round(values[y]), values[t], strict=True):
            if n > 0:
                kept = float(min(max(people, seats.least * n), seats.most * n))
                batches.append(SerialBatch(runs.course, runs.site, int(p), int(n), kept))
    return batches


def _posts(draft: Draft, values: Floats) -> list[PostBatch]:
    mission = draft.mission
    posts: list[PostBatch] = []

    def stand(role: str, site: str, columns: Ints | Floats, reason: str) -> None:
        people = np.round(values[columns] if columns.dtype == np.int64 else columns)
        posts.extend(PostBatch(role, site, r, int(n), reason) for r, n in enumerate(people) if n > 0)

    for (role, site), columns in draft.instructors.items():
        stand(role, site, columns, "instructors")
    for (role, site), columns in draft.advisers.items():
        stand(role, site, columns, "advisers")
    for (rule, site), columns in draft.support.items():
        stand(mission.support[rule].role, site, columns, f"support:{rule}")
    for role, people in standing_command(draft).items():
        stand(role, mission.headquarters, people, "command")
    return posts


def _activities(draft: Draft, values: Floats) -> list[ActivityStart]:
    return [
        ActivityStart(key, name, int(np.argmax(values[z] > 0.5)))  # noqa: PLR2004
        for (key, name), z in draft.begun.items()
        if values[z[-1]] > 0.5  # noqa: PLR2004
    ]


def units_held(
    draft: Draft, values: Floats, holders: Mapping[str, list[float]]
) -> dict[str, tuple[float, ...]] | None:
    """Give the solver's units where capabilities share a competence, scaled down to what the stocks hold.

    Each capability by the competences that it is made of itself: one that asks a trace of a competence nobody
    holds leaves the others alone.
    """
    uses = [k for c in draft.mission.capabilities.values() for k in c.made_of]
    if len(uses) == len(set(uses)):
        return None
    units = {key: np.maximum(values[u], 0.0) for key, u in draft.units.items()}
    held = {}
    for k in sorted(set(uses)):
        need = sum(c.made_of.get(k, 0) * units[key] for key, c in draft.mission.capabilities.items())
        there = np.array(holders[k])
        held[k] = np.clip(np.where(need > there, there / np.maximum(need, TINY), 1.0), 0.0, 1.0)
    scale = {
        key: np.min([held[k] for k in c.made_of], axis=0, initial=1.0)
        for key, c in draft.mission.capabilities.items()
    }
    return {key: tuple(map(float, u * scale[key])) for key, u in units.items()}
