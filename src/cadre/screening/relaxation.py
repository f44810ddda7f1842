"""Relaxation: what an option would hold, from one linear programme in long periods, rounded.

Takes a mission with an option applied and the people offered, gives a `Programme` good enough to tell options
apart. It is no plan: rounding may break rules by a post or a serial, and nothing but the screening may use
it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cadre.mission import Mission
from cadre.programme.draft import Draft
from cadre.programme.frame import Floats, Ints
from cadre.programme.model import build
from cadre.programme.plan import ActivityStart, PostBatch, Programme, SerialBatch
from cadre.programme.support import standing_command
from cadre.screening.offered import Offered, command_tail
from cadre.solving import Limits
from cadre.solving.optimise import solve

PERIOD_WEEKS = 13
"""Weeks in a period: a quarter, half a usual rotation (how they rank options: docs/design/decision.md)."""
ECONOMY = 1e-3
"""Percent points of shortfall that a million of cost weighs, so that one solution has both low."""
LIMITS = Limits(seconds=30.0)
"""Safety net; a relaxation takes a tenth of a second."""
LEAST = 1e-6
"""Below this a value is none."""


def relaxed(mission: Mission, people: Offered) -> Programme:
    """Plan roughly what a mission would hold with the people offered.

    Parameters
    ----------
    mission : Mission
        With the option applied.
    people : dict of (role, rotation) to float
        People offered, at all sites together.

    Returns
    -------
    Programme
        Serials, posts and activities; its result has no plan where the relaxation is infeasible.
    """
    draft = build(mission, PERIOD_WEEKS, full=True, even=False)
    _add_offered(draft, people)
    goal = draft.lp.objectives[0] + ECONOMY * draft.lp.objectives[1]
    result, point = solve(draft.lp.only([goal]), LIMITS, relaxed=True)
    tour = mission.tours.weeks
    if point is None:
        return Programme(PERIOD_WEEKS, draft.frame.periods, tour, result=result)
    return Programme(
        PERIOD_WEEKS,
        draft.frame.periods,
        tour,
        serials=tuple(sorted(_serials(draft, point.values))),
        posts=tuple(sorted(_posts(draft, point.values, people))),
        activities=tuple(sorted(_activities(draft, point.values))),
        result=result,
    )


def _add_offered(draft: Draft, people: Offered) -> None:
    """Posts whose lack stops work: `instructors + advisers + critical support <= offered - command`.

    The tail of the command alone is excused, so that an unfilled one keeps trainers away and no option from
    being evaluated.
    """
    rotations = np.arange(draft.frame.rotations)
    standing, excused = standing_command(draft), command_tail(draft.mission)
    by_role: dict[str, list[Ints]] = {}
    for role, columns in _stopping(draft):
        by_role.setdefault(role, []).append(columns)
    for role, posts in by_role.items():
        most = np.array([people[role, r] for r in rotations.tolist()]) - standing.get(role, 0.0)
        terms = [(rotations, columns, 1.0) for columns in posts]
        draft.lp.require(f"offered.{role}", terms, upper=np.maximum(most, excused.get(role, 0)))


def _stopping(draft: Draft) -> Iterator[tuple[str, Ints]]:
    roles = draft.mission.roles
    for posts in (draft.instructors, draft.advisers):
        yield from ((role, columns) for (role, _), columns in posts.items() if not roles[role].local)
    for (rule, _), columns in draft.support.items():
        role = draft.mission.support[rule].role
        if roles[role].critical and not roles[role].local:
            yield role, columns


def _serials(draft: Draft, values: Floats) -> Iterator[SerialBatch]:
    """Round the serials begun by each period, so that a third a period makes one in three, all full."""
    for runs, columns, _ in draft.pairs():
        begun = np.floor(np.cumsum(values[columns]) + 0.5 + LEAST)
        seats = draft.mission.courses[runs.course].seats.most
        for period, n in zip(runs.periods.tolist(), np.diff(begun, prepend=0.0).tolist(), strict=True):
            if n > 0:
                yield SerialBatch(runs.course, runs.site, period, int(n), float(n * seats))


def _posts(draft: Draft, values: Floats, people: Offered) -> Iterator[PostBatch]:
    """Round posts up while people are offered: the command, advisers, instructors, then the tail."""
    left = dict(people)
    for role, site, wanted, reason in _wanted(draft, values):
        for r, n in enumerate(np.ceil(wanted - LEAST).tolist()):
            filled = n if (role, r) not in left else min(n, np.floor(left[role, r] + LEAST))
            if (role, r) in left:
                left[role, r] -= filled
            if filled > 0:
                yield PostBatch(role, site, r, int(filled), reason)


def _wanted(draft: Draft, values: Floats) -> Iterator[tuple[str, str, Floats, str]]:
    """Give role, site, posts by rotation and reason, the first to be filled first."""
    for role, standing in standing_command(draft).items():
        yield role, draft.mission.headquarters, standing, "command"
    for reason, posts in (("advisers", draft.advisers), ("instructors", draft.instructors)):
        for (role, site), columns in posts.items():
            yield role, site, values[columns], reason
    for (rule, site), columns in draft.support.items():
        yield draft.mission.support[rule].role, site, values[columns], f"support:{rule}"


def _activities(draft: Draft, values: Floats) -> Iterator[ActivityStart]:
    """Begin each activity of which half is begun by the end, in the period in which half of it is."""
    half = 0.5
    for (project, activity), columns in draft.begun.items():
        begun = values[columns] >= half - LEAST
        if begun[-1]:
            yield ActivityStart(project, activity, int(np.argmax(begun)))
