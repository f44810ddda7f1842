"""Plan a programme: build its model, solve it, read it back.

Takes a mission, gives a `Programme` with targets, what they reach and what binds. How it is searched stands
in docs/design/programme.md.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from cadre.mission import Mission
from cadre.programme.bottlenecks import explained
from cadre.programme.construction import SAVING, TO_STAND, found, held, no_worse, spared
from cadre.programme.draft import ModelDraft
from cadre.programme.following import targets_of
from cadre.programme.frame import Floats, Ints
from cadre.programme.model import build
from cadre.programme.neighbourhood_search import Report
from cadre.programme.offered import OfferedPeople
from cadre.programme.plan import (
    PERIOD_WEEKS,
    ActivityStart,
    PostBatch,
    Programme,
    Sent,
    SerialBatch,
)
from cadre.programme.prices import objective, shortfall
from cadre.programme.projection import StockProjection, formed, project_stocks, shares
from cadre.programme.relaxation import ECONOMY, Relaxation, relaxation_of
from cadre.programme.support import standing_command
from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Point
from cadre.solving.optimise import solve

DEFAULT_LIMITS = Limits(gap=0.01, work=0.5, seconds=60.0)
EXACT = 20_000
"""Entries of the model's matrix up to which a mission is planned by the week, and searched to the optimum."""
WHOLE_MODEL = 10_000
"""Entries up to which a model of longer periods is searched as a whole, not only around what was placed."""
FEW_WEEKS = 160
"""Weeks above which a model by the week is not even tried."""
FINER, LONGER = 1e-4, 4.0
"""Times the gap and work asked for in a small mission: usually 1e-6 and 2,000 nodes."""
SHORTER = 0.1
"""Times the work asked for where a model of longer periods is searched as a whole: usually 50 nodes."""
TINY = 1e-9
"""Units and people below this are none."""
PLACES = 6
"""Digits of the shortfall, in percent points, that count."""
WHOLE = 1e-5
"""Part of a person that a solver leaves."""
LEAST_SECONDS = 1.0
"""A relaxation that took all seconds leaves these to find a plan."""
DEAREST = 2.0
"""The bound holds for all plans that cost at most so many times what the plan found costs."""


def plan_programme(  # noqa: PLR0913  (each is asked for by name)
    mission: Mission,
    limits: Limits = DEFAULT_LIMITS,
    *,
    offered: Sequence[OfferedPeople] | None = None,
    period_weeks: int | None = None,
    coarser: int = 1,
    start: Programme | None = None,
    report: Report | None = None,
    explain: bool = True,
) -> Programme:
    """Plan what a mission holds and needs.

    Parameters
    ----------
    mission : Mission
        A mission without faults.
    limits : Limits
        When each search stops.
    offered : sequence of OfferedPeople, optional
        People of offers who fill the foreign posts; none listed means that none is filled. Without it posts
        are bounded by the mission only.
    period_weeks : int, optional
        Length of a period; a week in small missions, `PERIOD_WEEKS` in larger ones, where it is left out.
    coarser : int
        Times `PERIOD_WEEKS` of larger missions where the length is left out.
    start : Programme, optional
        A plan of this or a tighter mission whose serials and activities the search begins from, where they
        keep every rule and lead further than what it finds itself.
    report : callable, optional
        Told of each better plan while it is searched: its shortfall with a little of its cost, and a bound.
    explain : bool
        Whether missed targets say what binds (`bottlenecks.explained`), for plans that somebody reads.

    Returns
    -------
    Programme
        Always one that breaks no rule; its result is infeasible, with an empty plan, where fixed data
        contradict each other.
    """
    draft = _draft(mission, offered, period_weeks, coarser)
    before = _asking(draft, limits) if start is None else start
    result, point = _search(draft, limits, report, before)
    programme = _read(draft, result, point)
    if point is None:
        return programme
    # A later objective may leave room in the rows of an earlier one: the plan is as good as it proves to be.
    reached = min(result.objective, objective(programme, mission)[0])
    result = replace(result, objective=reached, bound=min(result.bound, reached))
    programme = replace(programme, result=result)
    return explained(mission, programme, offered) if explain else programme


def _draft(
    mission: Mission, offered: Sequence[OfferedPeople] | None, period_weeks: int | None, coarser: int = 1
) -> ModelDraft:
    """Build the model by the week where that is small, else by periods."""
    if period_weeks is not None:
        return build(mission, period_weeks, offered, whole_people=period_weeks == 1)
    if mission.weeks <= FEW_WEEKS:
        fine = build(mission, 1, offered, whole_people=True)
        if fine.lp.triplets()[0].size <= EXACT:
            return fine
    return build(mission, coarser * PERIOD_WEEKS, offered)


def _asking(draft: ModelDraft, limits: Limits) -> Programme | None:
    """Plan as if hosts were never shown to teach alone, where that is searched by parts.

    It is a plan where they may be, too, so that the better mission never has the worse one.
    """
    searched_whole = draft.frame.period_weeks == 1 or draft.lp.triplets()[0].size <= WHOLE_MODEL
    if not draft.shown or searched_whole:
        return None
    tighter = draft.mission.changed({"hosts_teach_alone.after": None})
    asking = _draft(tighter, draft.frame.offered, draft.frame.period_weeks)
    return _read(asking, *_search(asking, limits, None, None))


def _search(
    draft: ModelDraft, limits: Limits, report: Report | None, given: Programme | None
) -> tuple[Result, Point | None]:
    """Search around a relaxation, by parts, and in a small model everywhere; keep the best."""
    lp, goals = draft.lp, draft.lp.objectives
    begun = time.perf_counter()
    relaxed = relaxation_of(draft.mission, draft.frame.period_weeks, limits, draft.frame.offered)
    left = replace(limits, seconds=max(LEAST_SECONDS, limits.seconds - (time.perf_counter() - begun)))
    entries, weekly = lp.triplets()[0].size, draft.frame.period_weeks == 1
    small = weekly and entries <= EXACT
    start, by_seconds = (
        (None, False) if relaxed is None else found(draft, relaxed, left, report, small=small, given=given)
    )
    without = Result(Status.INFEASIBLE)
    if start is None:
        bounds = held(draft, [np.zeros(y.size, np.int64) for y in draft.serials], {})
        enough = replace(limits, seconds=max(TO_STAND, limits.seconds))
        without, start = solve(lp.only(goals, *bounds), enough)
    after = replace(limits, gap=max(limits.gap, SAVING))
    if small or entries <= WHOLE_MODEL:
        finer = (FINER, LONGER) if small else (1.0, SHORTER)
        whole = replace(limits, gap=finer[0] * limits.gap, work=finer[1] * limits.work)
        result, wider = solve(lp, whole, hint=None if start is None else start.values, later=after)
        best = wider if wider is not None else start
        _tell(report if small else None, result)
        return _standing(result, goals[0], best), None if best is None else spared(draft, best, after)
    if start is None:
        return replace(without, by_seconds=without.status is Status.NOT_FOUND), None
    if relaxed is None:
        enough = replace(after, seconds=TO_STAND)
        start = start if given is None else no_worse(draft, start, given, enough) or start
        return _standing(Result(Status.NOT_FOUND, by_seconds=True), goals[0], start), start
    result = _bounded(draft, relaxed, start)
    return replace(result, by_seconds=result.by_seconds or by_seconds), start


def _standing(result: Result, first: Floats, point: Point | None) -> Result:
    """Return the result of a search whose seconds were over before it found more than it began from.

    It has that plan, and the only bound known without a search: nothing is missed by less than nothing.
    """
    if point is None or result.has_plan:
        return result
    reached = float(first @ point.values[: first.size])
    return replace(result, status=Status.FEASIBLE, objective=reached, bound=max(0.0, result.bound))


def _tell(report: Report | None, result: Result) -> None:
    if report is not None and result.has_plan:
        report(result)


def _bounded(draft: ModelDraft, relaxed: Relaxation, point: Point) -> Result:
    """Return the result of a plan found by parts: what it reaches, and the bound of the relaxation."""
    first, cost, _ = (float(goal @ point.values[: goal.size]) for goal in draft.lp.objectives)
    bound = min(first, max(0.0, relaxed.value - DEAREST * ECONOMY * cost))
    return Result(Status.FEASIBLE, first, bound, relaxed.by_seconds)


def _read(draft: ModelDraft, result: Result, point: Point | None) -> Programme:
    """Read a point back into a plan; stocks and units are reckoned anew from its serials."""
    frame = draft.frame
    tour = draft.mission.tours.weeks
    if point is None:
        return Programme(frame.period_weeks, draft.mission.weeks, tour, result=result)
    values = point.values
    serials = tuple(sorted(_serials(draft, values)))
    followed = project_stocks(draft.mission, serials)
    programme = Programme(
        frame.period_weeks,
        draft.mission.weeks,
        tour,
        serials=serials,
        posts=tuple(sorted(_posts(draft, values))),
        activities=tuple(sorted(_activities(draft, values))),
        sent=tuple(sorted(_sent(draft, values))),
        stocks={k: tuple(series) for k, series in followed.holders.items()},
        hosts={k: followed.hosts_with(k) for k in draft.mission.skills},
        result=result,
    )
    return _with_units(programme, draft, values, followed)


def _with_units(
    programme: Programme, draft: ModelDraft, values: Floats, followed: StockProjection
) -> Programme:
    """Return a plan with its units: as every stage forms them, unless the solver's division reaches more."""
    given, mission = units_held(draft, values, followed.holders), draft.mission
    divisions = [formed(mission, followed.holders)]
    divisions += [formed(mission, followed.holders, given)] if given is not None else []
    plans = (replace(programme, units=units) for units in divisions)
    best = min(plans, key=lambda plan: round(shortfall(plan, mission), PLACES))
    return replace(best, targets=tuple(targets_of(mission, best.units)))


def _serials(draft: ModelDraft, values: Floats) -> list[SerialBatch]:
    batches = []
    for runs, y, t in draft.pairs():
        least = draft.mission.courses[runs.course].seats.least
        for week, n, people in zip(runs.teach[:, 0], np.round(values[y]), values[t], strict=True):
            if n > 0:
                kept = _settled(float(min(max(people, least * n), runs.seats * n)))
                batches.append(SerialBatch(runs.course, runs.site, int(week), int(n), kept, runs.seats))
    return batches


def _settled(people: float) -> float:
    """Return people as whole ones where only what a solver leaves is missing."""
    whole = float(round(people))
    return whole if abs(people - whole) < WHOLE else people


def _sent(draft: ModelDraft, values: Floats) -> Iterator[Sent]:
    for ((offer, part), site), columns in draft.sent.items():
        for r, people in enumerate(values[columns]):
            kept = _settled(float(people))
            if kept > TINY:
                yield Sent(offer, site, r, kept, part)


def _posts(draft: ModelDraft, values: Floats) -> list[PostBatch]:
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


def _activities(draft: ModelDraft, values: Floats) -> list[ActivityStart]:
    return [
        ActivityStart(key, name, int(np.argmax(values[z] > 0.5)))  # noqa: PLR2004
        for (key, name), z in draft.begun.items()
        if values[z[-1]] > 0.5  # noqa: PLR2004
    ]


def units_held(
    draft: ModelDraft, values: Floats, holders: Mapping[str, list[float]]
) -> dict[str, tuple[float, ...]] | None:
    """Return the solver's units where capabilities share a competence, scaled down to what the stocks hold.

    Each capability by the competences that it is made of itself: one that asks a trace of a competence nobody
    holds leaves the others alone.
    """
    if not shares(draft.mission):
        return None
    weeks = draft.mission.weeks
    units = {}
    for key, columns in draft.units.items():
        units[key] = np.zeros(weeks)
        units[key][list(columns)] = np.maximum(values[list(columns.values())], 0.0)
    held = {}
    for k in sorted({k for c in draft.mission.capabilities.values() for k in c.made_of}):
        need = sum(c.made_of.get(k, 0) * units[key] for key, c in draft.mission.capabilities.items())
        there = np.array(holders[k])
        held[k] = np.clip(np.where(need > there, there / np.maximum(need, TINY), 1.0), 0.0, 1.0)
    scale = {
        key: np.min([held[k] for k in c.made_of], axis=0, initial=1.0)
        for key, c in draft.mission.capabilities.items()
    }
    return {key: tuple(map(float, u * scale[key])) for key, u in units.items()}
