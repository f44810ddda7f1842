"""Fill the posts: the best force plan that a mixed-integer programme finds within its limits.

Takes lines and an option, gives a `ForcePlan` with stints, gaps told why, and asks. The goals are met one
after the other, each held while the next is improved; the result told is that of the first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import numpy as np

from cadre.forces.burden import BurdenPart, Game, shapley
from cadre.forces.filling.optimise import fill as filling_search
from cadre.forces.fit import counted_offers, fits, tour_of
from cadre.forces.gaps import explained_gaps
from cadre.forces.keeping import Staying, staying
from cadre.forces.model import ForceModel, build
from cadre.forces.plan import ForcePlan, PostLine, Stint, by_line, open_runs
from cadre.forces.requests import asks_for
from cadre.forces.sending import sent_stints
from cadre.forces.single import single_stays
from cadre.forces.stints import stints_of
from cadre.mission import Mission
from cadre.mission.presence import Strength
from cadre.programme.plan import Sent
from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Floats, LinearModel
from cadre.solving.optimise import Solver, solve

Option: TypeAlias = tuple[Mapping[str, str], Mapping[str, float]]
"""Choice by lever, and measured attributes."""
DEFAULT = Limits(gap=0.0, work=5.0, seconds=60.0)
"""Limits of the first goal: proved best, or 5,000 nodes."""
LATER_GAP = 0.01
"""Relative gap that is good enough for the goals after the first."""
LATER_WORK = 0.1
"""Work that each goal after the first may take at most: 100 nodes."""
GAME = Limits(gap=0.0, work=1.0, seconds=600.0)
"""Limits of one question of the game of burden sharing, a small relaxation."""
ROOM = 1e-6
"""Room by which a goal that was met may be missed while later ones improve: the solvers' own tolerance."""


def fill_posts(  # noqa: PLR0913  (what is filled, then how)
    lines: tuple[PostLine, ...],
    mission: Mission,
    choices: Mapping[str, str],
    measured: Mapping[str, float],
    limits: Limits = DEFAULT,
    *,
    sent: Iterable[Sent] = (),
) -> ForcePlan:
    """Fill lines from the offers that count for an option.

    Where the mission sets a least stay, people come once and stay unbroken (`single`), and only the first
    goal is pursued, then the right rank. Else people of an offer follow each other as they like.
    Goals in their order: open post-weeks (critical roles weighted); parties at schools; greatest relative
    load of a party; firmer offers before less firm ones; people who come. See docs/model/forces.md.

    Parameters
    ----------
    lines : tuple of PostLine
        What is asked for.
    mission : Mission
        Offers, parties, roles, ranks, tours and dates.
    choices, measured : mapping
        Choice by lever and measured attributes of the option, for the offers' conditions.
    limits : Limits
        Of the first goal; those after it take at most `LATER_WORK` each.
    sent : iterable of Sent
        Whom the programme of the lines counts on where: they stand there before all goals, unless the mission
        sets a least stay.

    Returns
    -------
    ForcePlan
        Always a plan: where the search finds none within its limits, the one that fills nothing.
    """
    kept = () if mission.tours.least > 1 else sent_stints(sent, lines, mission)
    return _filled(lines, mission, (choices, measured), limits, kept)


def refill_posts(
    before: Iterable[Stint],
    lines: tuple[PostLine, ...],
    mission: Mission,
    *,
    option: Option,
    pinned: Collection[str] = (),
) -> tuple[ForcePlan, Staying]:
    """Fill lines as `fill_posts` does, with all who can stay of an older plan where they are (`staying`).

    Who stays is settled before any goal is looked at. Where the mission sets a least stay, an offer any of
    whose people cannot stay is placed anew as a whole.

    Parameters
    ----------
    before : iterable of Stint
        Stints of the older plan.
    lines, mission
        As in `fill_posts`.
    option : tuple of mappings
        Choices and measured attributes.
    pinned : collection of str
        Offers whose people stay before all others where there is no room for all.

    Returns
    -------
    ForcePlan
        The plan. Without a change it is the older one, if that was proved best.
    Staying
        Which older stints stay, and why others do not.
    """
    stay = staying(before, lines, mission, option=option, pinned=pinned)
    if mission.tours.least > 1:
        touched = {ended.stint.offer for ended in stay.ended}
        stay = replace(stay, kept=tuple(stint for stint in stay.kept if stint.offer not in touched))
    return _filled(lines, mission, option, DEFAULT, stay.kept), stay


def _filled(
    lines: tuple[PostLine, ...], mission: Mission, option: Option, limits: Limits, kept: tuple[Stint, ...]
) -> ForcePlan:
    choices, measured = option
    counted = counted_offers(mission, choices, measured)
    if mission.tours.least > 1:
        result, stints = _filled_singly(lines, mission, counted, limits, kept)
    else:
        force = build(lines, mission, choices=choices, measured=measured, kept=kept)
        result, people = fill(force, limits)
        stints = _stints(force, people, lines, mission)
    reason = partial(fits, mission=mission, choices=choices, measured=measured)
    gaps = explained_gaps(lines, stints, mission, reason)
    return ForcePlan(lines, stints, gaps, asks_for(lines, gaps), result, counted)


def _filled_singly(
    lines: tuple[PostLine, ...],
    mission: Mission,
    counted: tuple[str, ...],
    limits: Limits,
    kept: tuple[Stint, ...],
) -> tuple[Result, tuple[Stint, ...]]:
    """Fill what is left of lines by people who come once and stay unbroken: the core knows no mission."""
    on = by_line(kept)
    left = tuple(
        replace(line, opens=begins, closes=ends, people=people)
        for line in lines
        for begins, ends, people in open_runs(line, on.get(line.id, ()))
    )
    single = single_stays(left, mission, counted, kept)
    filling = filling_search(single.problem, limits)
    return filling.result, tuple(sorted((*kept, *single.stints(filling.stays))))


def fill_within(
    caps: Mapping[str, int],
    lines: tuple[PostLine, ...],
    mission: Mission,
    *,
    choices: Mapping[str, str],
    measured: Mapping[str, float],
) -> ForcePlan:
    """Fill lines as `fill_posts` does, with no party above its cap.

    Parameters
    ----------
    caps : mapping
        Party to the person-weeks it carries at most.
    lines, mission, choices, measured
        As in `fill_posts`; the mission sets no least stay.
    """
    force = build(lines, mission, choices=choices, measured=measured)
    force.cap(caps, mission)
    result, people = fill(force, DEFAULT)
    stints = _stints(force, people, lines, mission)
    reason = partial(fits, mission=mission, choices=choices, measured=measured)
    gaps = explained_gaps(lines, stints, mission, reason)
    return ForcePlan(
        lines, stints, gaps, asks_for(lines, gaps), result, counted_offers(mission, choices, measured)
    )


def burden_shares(
    lines: tuple[PostLine, ...], mission: Mission, choices: Mapping[str, str], measured: Mapping[str, float]
) -> tuple[BurdenPart, ...]:
    """Return what each party with an offer that counts brings to the lines, in the order written.

    In weighted post-weeks, by the relaxed first goal (`coverage`); arguments as in `fill_posts`.
    """
    counted = {mission.offers[key].party for key in counted_offers(mission, choices, measured)}
    force = build(lines, mission, choices=choices, measured=measured)
    return shapley([party for party in mission.parties if party in counted], coverage(force, mission))


def coverage(force: ForceModel, mission: Mission) -> Game:
    """Return the game of burden sharing: weighted post-weeks that a set of parties fills by itself at most.

    The relaxed first goal, which is whole in nearly all cases; whoever is not in the set sends nobody.
    """
    party = np.array([mission.offers[flow.offer].party for flow in force.flows], np.str_)
    upper = np.concatenate(force.linear.upper)
    goal = force.linear.objectives[0]
    unfilled = float(goal @ upper)

    def reached(parties: frozenset[str]) -> float:
        bounds = upper.copy()
        bounds[force.people[~np.isin(party, sorted(parties))]] = 0
        _, point = solve(force.linear.only([goal], upper=bounds), GAME, "glop", relaxed=True)
        return 0.0 if point is None else unfilled - float(goal @ point.values)

    return reached


def fill(force: ForceModel, limits: Limits, solver: Solver = "highs") -> tuple[Result, Floats]:
    """Solve the model goal after goal.

    Returns
    -------
    Result
        Of the first goal; `by_seconds` when seconds ended the search for any of them.
    ndarray of float64, shape (flows,)
        People of each flow.
    """
    linear = deepcopy(force.linear)
    goals = list(linear.objectives)
    unfilled = float(goals[0] @ np.concatenate(linear.upper))
    if not force.flows:
        return Result(Status.OPTIMAL, unfilled, unfilled), np.zeros(0)
    least = np.concatenate(force.linear.lower)[force.people]
    later = replace(limits, gap=max(limits.gap, LATER_GAP), work=min(limits.work, LATER_WORK))
    linear.objectives[:] = goals[:1]
    first, point = solve(linear, limits, solver)
    if point is None:
        return replace(first, status=Status.FEASIBLE, objective=unfilled), least
    for place, following in enumerate(goals[1:]):
        _hold(force, linear, goals[place], point.values)
        linear.objectives[:] = [following]
        result, better = solve(linear, later, solver, hint=point.values)
        first = replace(first, by_seconds=first.by_seconds or result.by_seconds)
        point = better or point
    return first, point.values[force.people]


def _hold(force: ForceModel, linear: LinearModel, goal: Floats, values: Floats) -> None:
    """Keep a goal where it is while later ones improve.

    The first goal is kept for each group of pieces that compete for the same people. Together that asks no
    more than keeping their sum, which is reached in no other way; and it spares the solver a row over every
    piece, with which it takes a hundred times as long.
    """
    used = np.flatnonzero(goal)
    group = np.zeros(linear.columns, np.int64)
    group[force.open_posts] = force.alike
    reached = np.bincount(group[used], weights=goal[used] * values[used])
    linear.require("goal met", [(group[used], used, goal[used])], upper=reached + ROOM)


def _stints(
    force: ForceModel, people: Floats, lines: tuple[PostLine, ...], mission: Mission
) -> tuple[Stint, ...]:
    strengths: dict[tuple[str, int], list[Strength]] = {}
    for flow, number in zip(force.flows, np.rint(people).astype(int), strict=True):
        piece = force.pieces[flow.piece]
        strengths.setdefault((flow.offer, piece.line), []).append(
            Strength(piece.begins, piece.ends, int(number))
        )
    stints = (
        stint
        for (key, line), found in strengths.items()
        for stint in stints_of(key, lines[line].id, found, tour=tour_of(mission.offers[key], mission))
    )
    return tuple(sorted(stints))
