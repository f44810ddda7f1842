"""Find a plan along a relaxation: place serials, improve what stands, then save posts.

Takes a draft and a `Relaxation`; gives a point of the draft that keeps every rule.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from cadre.programme.draft import ModelDraft
from cadre.programme.following import following
from cadre.programme.frame import Floats, Ints
from cadre.programme.idle import without_idle
from cadre.programme.neighbourhood_search import Report, improved
from cadre.programme.placement import ground_of, place
from cadre.programme.plan import ActivityStart, Programme, SerialBatch
from cadre.programme.post_state import PostState
from cadre.programme.prices import lateness, shortfall
from cadre.programme.projection import formed, project_stocks
from cadre.programme.relaxation import Relaxation
from cadre.programme.scheduling import Starts, done_period, schedule
from cadre.programme.support import standing_command
from cadre.solving import Limits
from cadre.solving.linear import Point
from cadre.solving.optimise import solve

SAVING = 0.02
"""Relative gap at which cost is low enough where serials stand already; the last percent takes longest."""
TO_STAND = 10.0
"""What a plan may take to stand, and to save cost, where all seconds are gone: late, not lost."""
IMPROVING, SAVING_COST = 0.7, 0.1
"""Parts of the seconds for improving and for each of two searches of cost; what binds has the rest."""
LOST = 1e-6
"""Percent points of the first objective that are not lost."""
HALF = 0.5
"""A step is taken from here on."""


@dataclass(frozen=True)
class Placed:
    """Serials by pair and run, activities, their posts, the first objective in percent, and trainees."""

    begun: list[Ints]
    starts: Starts
    posts: Mapping[tuple[str, str], Ints]
    advisers: Mapping[tuple[str, str], Ints]
    missing: float
    seated: list[Floats]


def found(  # noqa: PLR0913  (each is asked for by name)
    draft: ModelDraft,
    relaxed: Relaxation,
    limits: Limits,
    report: Report | None = None,
    *,
    small: bool = False,
    given: Programme | None = None,
) -> tuple[Point | None, bool]:
    """Place full classes, improve these, unless small; save posts and idle serials.

    Thin classes are placed, too, where no search from full ones follows: in small missions, and where no
    plan of full ones stands.

    Gives the plan, and whether the safety net in seconds ended its search.
    """
    full = _place(draft, relaxed, full=True)
    enough = replace(limits, seconds=max(TO_STAND, limits.seconds))
    point, by_seconds = _stand(relaxed.draft, full, enough), False
    thin = best = _place(draft, relaxed, full=False) if small or point is None else full
    if given is not None:
        point, best = _better_of(draft, relaxed, given, (point, best), limits)
    if point is not None and not small:
        most = replace(limits, seconds=IMPROVING * limits.seconds)
        better = improved(relaxed, point.values, most, report)
        by_seconds = better.by_seconds
        best = min(thin, _read(relaxed.draft, better.values), key=lambda one: one.missing)
    seconds = max(TO_STAND, SAVING_COST * limits.seconds)
    saving = replace(limits, gap=max(limits.gap, SAVING), seconds=seconds)
    stands = _stand(draft, best, saving)
    cheap = _without_idle(draft, best, saving, stands, goals=2)
    if cheap is not None:
        stands = cheap if small else spared(draft, cheap, saving, goals=2)
    if given is not None:
        stands = no_worse(draft, stands, given, saving)
    return stands, by_seconds


def no_worse(draft: ModelDraft, found: Point | None, given: Programme, limits: Limits) -> Point | None:
    """Return the plan that was given where it leads further than what was found around full classes."""
    goal, mission = draft.lp.objectives[0], draft.mission
    here = following(given, mission)
    reached = math.inf if found is None else _value(goal, found)
    if shortfall(here, mission) + lateness(here, mission) >= reached - LOST:
        return found
    starts = {(a.project, a.activity): a.period for a in given.activities}
    _, kept = solve(draft.lp.only([goal], *held(draft, read_back(draft, given), starts)), limits, "root")
    if kept is None or _value(goal, kept) >= reached - LOST:
        return found
    return spared(draft, kept, limits, goals=2)


def spared(draft: ModelDraft, point: Point, limits: Limits, *, goals: int = 3) -> Point:
    """Leave out the serials of a plan that serve nothing, with the posts and cost that follow.

    Trainees are seated anew with fewer serials, which may leave another one idle: until none is.
    """
    plan = _read(draft, point.values)
    while True:
        fewest = next(without_idle(draft.frame, plan.begun, plan.seated))
        if _serials(fewest) == _serials(plan.begun):
            return point
        found = _without_idle(draft, plan, limits, point, goals=goals)
        left = plan if found is None else _read(draft, found.values)
        if found is None or _serials(left.begun) == _serials(plan.begun):
            return point
        point, plan = found, left


def _serials(begun: list[Ints]) -> int:
    return sum(int(some.sum()) for some in begun)


def _without_idle(
    draft: ModelDraft, plan: Placed, limits: Limits, hint: Point | None, *, goals: int
) -> Point | None:
    """Save posts and cost where serials and activities stand but for those serials that serve nothing.

    Tried from the fewest serials on, since host instructors who seem idle may be needed; None where the plan
    itself is not found again.
    """
    wanted = draft.lp.objectives[:goals]
    worst = math.inf if hint is None else _value(wanted[0], hint) + LOST
    for some in without_idle(draft.frame, plan.begun, plan.seated):
        stands = hint if some is plan.begun else _stand(draft, replace(plan, begun=some), limits)
        if stands is None or _value(wanted[0], stands) > worst:
            continue
        bounds = held(draft, some, plan.starts)
        _, point = solve(draft.lp.only(wanted, *bounds), limits, "root", hint=stands.values)
        return point if point is not None and _value(wanted[0], point) <= worst else stands
    return None


def _value(goal: Floats, point: Point) -> float:
    return float(goal @ point.values[: goal.size])


def _better_of(
    draft: ModelDraft,
    relaxed: Relaxation,
    given: Programme,
    found: tuple[Point | None, Placed],
    limits: Limits,
) -> tuple[Point | None, Placed]:
    """Begin from a plan that was given, if it keeps every rule here and leads further."""
    point, best = found
    begun, starts = read_back(draft, given), {(a.project, a.activity): a.period for a in given.activities}
    goals = relaxed.draft.lp.objectives[:1]
    _, other = solve(relaxed.draft.lp.only(goals, *held(relaxed.draft, begun, starts)), limits, "root")
    if other is not None and (point is None or float(goals[0] @ (other.values - point.values)) < 0):
        point = other
        best = min(best, _read(relaxed.draft, other.values), key=lambda one: one.missing)
    return point, best


def read_back(draft: ModelDraft, programme: Programme) -> list[Ints]:
    """Return the serials of a plan by pair and run: by course, site and period, sizes as near as can be."""
    begun = [np.zeros(runs.periods.size, np.int64) for runs in draft.frame.runs]
    for batch in programme.serials:
        period, best = batch.week // draft.frame.period_weeks, None
        for n, runs in enumerate(draft.frame.runs):
            if (runs.course, runs.site) == (batch.course, batch.site) and (runs.periods == period).any():
                apart = abs(runs.seats - batch.seats)
                best = min(best or (apart, n), (apart, n))
        if best is not None:
            runs = draft.frame.runs[best[1]]
            begun[best[1]][int(np.argmax(runs.periods == period))] += batch.serials
    return begun


def _place(draft: ModelDraft, relaxed: Relaxation, *, full: bool) -> Placed:
    """Place activities, then serials, and follow where they lead."""
    frame = draft.frame
    post_state = PostState(frame, standing_command(draft), relaxed.allotted, relaxed.given_up)
    starts = schedule(frame, post_state, relaxed.starts)
    done = {key: p for key in draft.done if (p := done_period(frame, key, starts)) is not None}
    post_state.add_beds(done)
    begun, seated = place(ground_of(frame, post_state, done, full=full), relaxed.due)
    missing = _missing(draft, begun, seated, starts)
    return Placed(begun, starts, post_state.posts, post_state.advisers, missing, seated)


def _read(draft: ModelDraft, values: Floats) -> Placed:
    """Read serials with their trainees, and activities, from a point of a model."""
    begun = [np.round(values[y]).astype(np.int64) for y in draft.serials]
    seated = [np.maximum(0.0, values[t]) * draft.heads(runs) for runs, _, t in draft.pairs()]
    starts = {key: int(np.argmax(values[z] > HALF)) for key, z in draft.begun.items() if values[z[-1]] > HALF}
    posts, advisers = (
        {key: np.round(values[column]).astype(np.int64) for key, column in columns.items()}
        for columns in (draft.instructors, draft.advisers)
    )
    return Placed(begun, starts, posts, advisers, _missing(draft, begun, seated, starts), seated)


def _missing(draft: ModelDraft, begun: list[Ints], seated: list[Floats], starts: Starts) -> float:
    """Follow serials and activities to the first objective."""
    frame, mission = draft.frame, draft.mission
    serials = tuple(
        SerialBatch(runs.course, runs.site, int(week), int(n), float(people), runs.seats)
        for runs, numbers, seats in zip(frame.runs, begun, seated, strict=True)
        for week, n, people in zip(runs.teach[:, 0], numbers, seats, strict=True)
        if n
    )
    programme = Programme(
        frame.period_weeks,
        mission.weeks,
        mission.tours.weeks,
        serials,
        activities=tuple(ActivityStart(*key, period) for key, period in starts.items()),
        units=formed(mission, project_stocks(mission, serials).holders),
    )
    return shortfall(programme, mission) + lateness(programme, mission)


def _stand(draft: ModelDraft, best: Placed, limits: Limits) -> Point | None:
    """Return the plan with the posts with which it was placed, as few as it then needs for support."""
    least, most = held(draft, best.begun, best.starts)
    for columns, people in ((draft.instructors, best.posts), (draft.advisers, best.advisers)):
        for key, column in columns.items():
            least[column] = most[column] = people.get(key, 0)
    return solve(draft.lp.only(draft.lp.objectives[:1], least, most), limits)[1]


def held(
    draft: ModelDraft, begun: list[Ints], starts: Mapping[tuple[str, str], int]
) -> tuple[Floats, Floats]:
    """Return bounds that hold serials and activities where they were placed."""
    lower, upper, _ = draft.lp.bounds()
    for y, number in zip(draft.serials, begun, strict=True):
        lower[y] = upper[y] = np.minimum(number, upper[y])
    for key, z in draft.begun.items():
        started = np.arange(z.size) >= starts.get(key, z.size)
        lower[z] = upper[z] = np.minimum(started, upper[z])
    return lower, upper
