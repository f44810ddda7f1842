"""Relaxation: what an option would hold, from one linear programme in long periods, rounded.

Takes a mission with an option applied and the people offered, gives a `Programme` good enough to tell options
apart. It is no plan: rounding may break rules by a post or a serial, and nothing but the screening may use
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from operator import attrgetter

import numpy as np

from cadre.mission import Mission
from cadre.programme.alone import ask_before_exit
from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Floats, Ints, SerialStarts
from cadre.programme.model import build
from cadre.programme.plan import PERIOD_WEEKS, ActivityStart, PostBatch, Programme, SerialBatch
from cadre.programme.support import standing_command
from cadre.screening.offered import Offered, command_tail
from cadre.solving import Limits, Result
from cadre.solving.linear import LinearModel, Point
from cadre.solving.optimise import Corner, relax

PERIODS = 10
"""Periods of the mission as written; its options all have periods of that length, to be comparable."""
LONGEST_PERIOD = 26
"""Weeks in a period at most: half a year, a usual rotation (docs/design/decision.md)."""
ECONOMY = 1e-3
"""Percent points of shortfall that a million of cost weighs, so that one solution has both low."""
TIE = 1e-5
"""Percent points that a period's delay of a serial weighs: of programmes that reach and cost the same, the
earlier one."""
LIMITS = Limits(seconds=30.0)
"""Safety net; a relaxation takes some hundredths of a second."""
LEAST = 1e-6
"""Below this a value is none."""
EARLY = 0.75
"""Part of a serial that may be missing when it begins: one that comes after a target is in vain."""


Shape = tuple[int, int, tuple[tuple[str, tuple[int, int]], ...]]


@dataclass
class WarmStarts:
    """The first corner found for each shape of relaxation; others of that shape begin there.

    Always the first one, so that what is found for an option follows from that one and its own data alone.
    """

    found: dict[Shape, Corner] = field(default_factory=dict)

    def solve(self, lp: LinearModel) -> tuple[Result, Point | None]:
        """Solve a relaxation, from the corner of the first of its shape where there is one."""
        shape = (lp.columns, lp.rows, tuple(lp.blocks.items()))
        result, point, corner = relax(lp, LIMITS, self.found.get(shape))
        if corner is not None:
            self.found.setdefault(shape, corner)
        return result, point


def period_weeks_of(base: Mission) -> int:
    """Return the length of a period for all options of a mission: a tenth of the presence, 4 to 26 weeks."""
    return min(LONGEST_PERIOD, max(PERIOD_WEEKS, base.exit_week // PERIODS))


def relaxed(
    mission: Mission, people: Offered, *, period_weeks: int, warm_starts: WarmStarts | None = None
) -> Programme:
    """Plan roughly what a mission would hold with the people offered.

    Parameters
    ----------
    mission : Mission
        With the option applied.
    people : dict of (role, rotation) to float
        People offered, at all sites together.
    period_weeks : int
        Length of a period.
    corners : WarmStarts, optional
        Where relaxations of earlier options ended; this one is added.

    Returns
    -------
    Programme
        Serials and activities by week, posts by rotation; its result has no plan where the relaxation is
        infeasible.
    """
    draft = build(mission, period_weeks, full=True, even=False)
    _add_offered(draft, people)
    ask_before_exit(draft)
    goal = draft.lp.objectives[0] + ECONOMY * draft.lp.objectives[1] + _ties(draft)
    result, point = (warm_starts or WarmStarts()).solve(draft.lp.only([goal]))
    empty = Programme(1, mission.weeks, mission.tours.weeks, result=result)
    if point is None:
        return empty
    return replace(
        empty,
        serials=tuple(
            sorted(_serials(draft, point.values), key=attrgetter("course", "site", "week", "seats"))
        ),
        posts=tuple(
            sorted(_posts(draft, point.values, people), key=attrgetter("role", "site", "rotation", "reason"))
        ),
        activities=tuple(sorted(_activities(draft, point.values))),
    )


def _ties(draft: ModelDraft) -> Floats:
    """Tell apart what is else equal: earlier serials first, then pairs and posts in the order written.

    Without it the choice among equal programmes is the solver's, and another one after each of its releases.
    """
    cost = np.zeros(draft.lp.columns)
    pairs = [(runs, y) for runs, y, _ in draft.pairs()]
    for n, (runs, y) in enumerate(pairs):
        cost[y] += TIE * (1 + runs.periods + n / (10 * len(pairs)))
    posts = [p for kind in (draft.instructors, draft.advisers, draft.support) for p in kind.values()]
    for n, columns in enumerate(posts):
        cost[columns] += TIE * (1 + n / len(posts)) / 10
    return cost


def _add_offered(draft: ModelDraft, people: Offered) -> None:
    """Posts whose lack stops work: `instructors + advisers + critical support <= offered - command`.

    The tail of the command alone is excused, so that an unfilled one keeps trainers away and no option from
    being evaluated.
    """
    rotations = np.arange(draft.frame.rotations)
    post_state, excused = standing_command(draft), command_tail(draft.mission)
    by_role: dict[str, list[Ints]] = {}
    for role, columns in _stopping(draft):
        by_role.setdefault(role, []).append(columns)
    for role, posts in by_role.items():
        most = np.array([people[role, r] for r in rotations.tolist()]) - post_state.get(role, 0.0)
        terms = [(rotations, columns, 1.0) for columns in posts]
        draft.lp.require(f"offered.{role}", terms, upper=np.maximum(most, excused.get(role, 0)))


def _stopping(draft: ModelDraft) -> Iterator[tuple[str, Ints]]:
    roles = draft.mission.roles
    for posts in (draft.instructors, draft.advisers):
        yield from ((role, columns) for (role, _), columns in posts.items() if not roles[role].local)
    for (rule, _), columns in draft.support.items():
        role = draft.mission.support[rule].role
        if roles[role].critical and not roles[role].local:
            yield role, columns


def _serials(draft: ModelDraft, values: Floats) -> Iterator[SerialBatch]:
    """Spread the serials of a period over its weeks, the kth where the sum passes k - `EARLY`, all full.

    Serials that all began in the first week of a period would wait for each other's rooms and instructors
    and be lost.
    """
    for (course, site), pairs in _by_place(draft).items():
        each = {runs.seats: float(values[columns].sum()) for runs, columns in pairs}
        seats = max(each, key=lambda size: (each[size], size))
        first = np.sort(np.concatenate([runs.periods for runs, _ in pairs]))
        periods = np.unique(first)
        started = np.zeros(periods.size)
        for runs, columns in pairs:
            np.add.at(started, np.searchsorted(periods, runs.periods), values[columns])
        begun = np.concatenate(([0.0], np.cumsum(started)))
        edges = np.append(periods, periods[-1] + 1) * draft.frame.period_weeks
        edges[0] = max(edges[0], min(int(runs.teach[0, 0]) for runs, _ in pairs))
        kth = np.arange(1, int(np.floor(begun[-1] + EARLY + LEAST)) + 1) - EARLY
        weeks, serials = np.unique(np.interp(kth, begun, edges).astype(np.int64), return_counts=True)
        for week, n in zip(weeks.tolist(), serials.tolist(), strict=True):
            yield SerialBatch(course, site, week, n, float(n * seats), seats)


def _by_place(draft: ModelDraft) -> dict[tuple[str, str], list[tuple[SerialStarts, Ints]]]:
    """Return the pairs of all sizes of a course at a site, in the order written."""
    found: dict[tuple[str, str], list[tuple[SerialStarts, Ints]]] = {}
    for runs, columns, _ in draft.pairs():
        if runs.periods.size:
            found.setdefault((runs.course, runs.site), []).append((runs, columns))
    return found


def _posts(draft: ModelDraft, values: Floats, people: Offered) -> Iterator[PostBatch]:
    """Round posts up while people are offered: the command, advisers, instructors, then the tail.

    People are rounded to the nearest, so that a lone adviser who comes in three cases of four is one.
    """
    left = {key: np.floor(n + 0.5) for key, n in people.items()}
    for role, site, wanted, reason in _wanted(draft, values):
        for r, n in enumerate(np.ceil(wanted - LEAST).tolist()):
            filled = n if (role, r) not in left else min(n, left[role, r])
            if (role, r) in left:
                left[role, r] -= filled
            if filled > 0:
                yield PostBatch(role, site, r, int(filled), reason)


def _wanted(draft: ModelDraft, values: Floats) -> Iterator[tuple[str, str, Floats, str]]:
    """Yield role, site, posts by rotation and reason, the first to be filled first."""
    for role, post_state in standing_command(draft).items():
        yield role, draft.mission.headquarters, post_state, "command"
    for reason, posts in (("advisers", draft.advisers), ("instructors", draft.instructors)):
        for (role, site), columns in posts.items():
            yield role, site, values[columns], reason
    for (rule, site), columns in draft.support.items():
        yield draft.mission.support[rule].role, site, values[columns], f"support:{rule}"


def _activities(draft: ModelDraft, values: Floats) -> Iterator[ActivityStart]:
    """Begin each activity of which half is begun by the end, in the period in which half of it is."""
    half = 0.5
    for (project, activity), columns in draft.begun.items():
        begun = values[columns] >= half - LEAST
        if begun[-1]:
            yield ActivityStart(project, activity, int(np.argmax(begun)) * draft.frame.period_weeks)
