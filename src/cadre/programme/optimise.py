"""Plan a programme: build its model, solve it, read it back.

Takes a mission, gives a `Programme` with targets, what they reach and what binds. How it is searched stands
in docs/design/programme.md.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cadre.mission import Mission
from cadre.programme.draft import Draft
from cadre.programme.frame import Floats, Ints
from cadre.programme.model import build
from cadre.programme.plan import PERIOD_WEEKS, ActivityStart, PostBatch, Programme, SerialBatch, Target
from cadre.programme.reckoning import formed, reckon
from cadre.programme.support import standing_command
from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Point
from cadre.solving.optimise import solve

DEFAULT_LIMITS = Limits(gap=0.01, work=0.2, seconds=60.0)
ECONOMY = 1e-3
"""Percent points of the first objective that a million of cost weighs where a relaxation is only to guide."""


def plan_programme(
    mission: Mission,
    limits: Limits = DEFAULT_LIMITS,
    *,
    posts_at_most: Mapping[tuple[str, str, int], int] | None = None,
    period_weeks: int = PERIOD_WEEKS,
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

    Returns
    -------
    Programme
        Always one that breaks no rule; its result is infeasible, with an empty plan, where fixed data
        contradict each other.
    """
    draft = build(mission, period_weeks, posts_at_most)
    result, point = _search(draft, limits)
    return _read(draft, result, point)


def _search(draft: Draft, limits: Limits) -> tuple[Result, Point | None]:
    lp = draft.lp
    first = lp.objectives[0]
    relaxed, loose = solve(lp.only([first]), limits, relaxed=True)
    if loose is None:
        return relaxed, None
    _, loose = solve(lp.only([first + ECONOMY * lp.objectives[1]]), limits, relaxed=True)
    assert loose is not None
    narrow = lp.only([first + ECONOMY * lp.objectives[1]], upper=_caps(draft, loose.values))
    result, point = solve(narrow, limits)
    if point is None:
        result, point = solve(lp.only([first], upper=_nothing(draft)), limits)
    if point is None:
        return Result(Status.INFEASIBLE), None
    reached = float(first @ point.values)
    status = Status.OPTIMAL if reached - relaxed.bound <= limits.gap * max(1.0, reached) else Status.FEASIBLE
    return Result(status, reached, relaxed.bound, result.by_seconds, result.seconds), point


def _caps(draft: Draft, values: Floats) -> Floats:
    """Bound the serials by those of a relaxation, rounded so that each course has held its share by every.

    Period.
    """
    upper = draft.lp.bounds()[1]
    for y in draft.serials:
        held = np.floor(np.cumsum(values[y]) + 0.5)
        upper[y] = np.minimum(upper[y], np.maximum(np.diff(held, prepend=0.0), 0.0))
    return upper


def _nothing(draft: Draft) -> Floats:
    upper = draft.lp.bounds()[1]
    for columns in (*draft.serials, *draft.begun.values()):
        upper[columns] = 0.0
    return upper


def _read(draft: Draft, result: Result, point: Point | None) -> Programme:
    """Read a point back into a plan; stocks and units are reckoned anew from its serials."""
    frame = draft.frame
    tour = draft.mission.tours.weeks
    if point is None:
        return Programme(frame.period_weeks, frame.periods, tour, result=result)
    values = point.values
    serials = tuple(sorted(_serials(draft, values)))
    followed = reckon(draft.mission, serials, frame.period_weeks)
    units = formed(draft.mission, followed.holders, _given(draft, values, followed.holders))
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
        targets=tuple(_targets(draft, units)),
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


def _given(
    draft: Draft, values: Floats, holders: Mapping[str, list[float]]
) -> dict[str, tuple[float, ...]] | None:
    """Give the solver's units where capabilities share a competence, scaled down to what the stocks hold."""
    uses = [k for c in draft.mission.capabilities.values() for k in c.made_of]
    if len(uses) == len(set(uses)):
        return None
    units = {key: np.maximum(values[u], 0.0) for key, u in draft.units.items()}
    scale = np.ones(draft.frame.periods)
    for k in set(uses):
        need = sum(c.made_of.get(k, 0) * units[key] for key, c in draft.mission.capabilities.items())
        scale = np.minimum(scale, np.array(holders[k]) / np.maximum(need, 1e-9))
    return {key: tuple(map(float, u * np.clip(scale, 0.0, 1.0))) for key, u in units.items()}


def _targets(draft: Draft, units: Mapping[str, tuple[float, ...]]) -> list[Target]:
    mission, frame = draft.mission, draft.frame
    targets = []
    for key, capability in mission.capabilities.items():
        for day, wanted in sorted(capability.wanted.items()):
            week = mission.week_of(day)
            period = min(max(week // frame.period_weeks - 1, 0), frame.periods - 1)
            targets.append(Target(key, week, float(wanted), units[key][period]))
        if capability.floor_after_exit:
            targets.append(Target(key, mission.weeks, float(capability.floor_after_exit), units[key][-1]))
    return targets
