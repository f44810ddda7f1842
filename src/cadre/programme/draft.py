"""The draft of a programme's model: its columns by what they mean, and the serials and people.

Takes a frame, gives a `ModelDraft` whose columns the files beside it use. Knows no solver. Formulas:
docs/model/programme.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cadre.mission import Mission
from cadre.programme.frame import Floats, Ints, ModelFrame, SerialStarts
from cadre.programme.offered import Who
from cadre.programme.pools import Pool, arrived, shares_of, source_of, weekly_keep
from cadre.programme.reach import Reach
from cadre.solving.linear import LinearModel

Flows = dict[Pool, list[tuple[SerialStarts, Ints, Floats]]]
"""By pool: runs, columns of trainees, and people for each unit of these, by run."""
TINY = 1e-9
"""Share that stays at least, where one divides by it."""


@dataclass
class ModelDraft:
    """Columns by meaning."""

    frame: ModelFrame
    lp: LinearModel = field(default_factory=LinearModel)
    serials: list[Ints] = field(default_factory=list)  # per pair of frame.runs: shape (runs,)
    trainees: list[Ints] = field(default_factory=list)
    most: list[Floats] = field(default_factory=list)  # serials at most, per pair: shape (runs,)
    full: bool = False  # every class full: trainees are the serials' columns times the seats
    whole_people: bool = False  # people of offers in whole numbers, not only posts
    people: dict[Pool, Ints] = field(default_factory=dict)  # at the end of each period, shape (periods,)
    between: dict[tuple[Pool, int], int] = field(default_factory=dict)  # at the end of a week within a period
    out: Flows = field(default_factory=dict)  # who leaves a pool to start a course
    into: Flows = field(default_factory=dict)  # who joins one when a course ends
    units: dict[str, dict[int, int]] = field(default_factory=dict)  # by capability and week: column
    short: dict[str, Ints] = field(default_factory=dict)  # by capability: units missing where they count
    begun: dict[tuple[str, str], Ints] = field(default_factory=dict)  # started by the end of period p
    done: dict[str, Ints] = field(default_factory=dict)  # finished by the start of period p, shape (periods,)
    shown: dict[str, tuple[int, Ints]] = field(
        default_factory=dict
    )  # by course: first period, columns from it
    alone: dict[int, tuple[Ints, Ints]] = field(default_factory=dict)  # runs that hosts teach alone, by pair
    instructors: dict[tuple[str, str], Ints] = field(default_factory=dict)  # (role, site): shape (rotations,)
    taught: dict[tuple[str, str], list[tuple[Ints, Ints]]] = field(
        default_factory=dict
    )  # slots, person-weeks
    advisers: dict[tuple[str, str], Ints] = field(default_factory=dict)
    support: dict[tuple[str, str], Ints] = field(default_factory=dict)  # (rule, site)
    sent: dict[tuple[Who, str], Ints] = field(
        default_factory=dict
    )  # people of (offer and part, site) by rotation
    trained: dict[str, Ints] = field(default_factory=dict)  # trainees at the peak of each rotation, by site
    used: dict[str, Ints] = field(default_factory=dict)  # site used by rotation r; the last entry: ever
    levels: dict[tuple[str, str], Ints] = field(default_factory=dict)  # steps of a rule: (levels, rotations)
    first: list[tuple[Ints, Floats]] = field(default_factory=list)  # terms of the first objective

    @property
    def mission(self) -> Mission:
        """The mission planned."""
        return self.frame.mission

    @cached_property
    def reach(self) -> Reach:
        """How many serials could be staffed at all."""
        return Reach(self.frame)

    def heads(self, runs: SerialStarts) -> float:
        """Return the trainees that one unit of a pair's trainee columns stands for."""
        return float(runs.seats) if self.full else 1.0

    def pairs(self) -> Iterator[tuple[SerialStarts, Ints, Ints]]:
        """Return runs of each pair of course and site with their columns."""
        return zip(self.frame.runs, self.serials, self.trainees, strict=True)


def add_serials(draft: ModelDraft) -> None:
    """Serials and trainees: `least y <= t <= seats y`, the lower side where it can bind."""
    lp = draft.lp
    for runs in draft.frame.runs:
        least, count = draft.mission.courses[runs.course].seats.least, runs.periods.size
        draft.most.append(draft.reach.most(runs))
        y = lp.add(count, 0, draft.most[-1], integer=True)
        draft.serials.append(y)
        if draft.full:
            draft.trainees.append(y)
            continue
        t = lp.add(count)
        draft.trainees.append(t)
        row, name = np.arange(count), f"{runs.course}.{runs.site}.{runs.seats}"
        lp.require(f"most.{name}", [(row, t, 1), (row, y, -runs.seats)], upper=0)
        lp.require(f"least.{name}", [(row, t, 1), (row, y, -least)], lower=0)


def add_people(draft: ModelDraft) -> None:
    """Stocks at the end of each period, as weeks lead to them; who starts was there when the period began.

    `Z[p] <= keep^weeks Z[p-1] - sum keep^(weeks left) out + arrivals + sum keep^(weeks left) in` and
    `sum out / keep^(weeks gone) <= Z[p-1]`. Nothing gains by a smaller stock; the inequality spares solvers
    that count in integers an equation between fractions.
    """
    frame, lp = draft.frame, draft.lp
    row = np.arange(frame.periods)
    first, end = row * frame.period_weeks, np.minimum((row + 1) * frame.period_weeks, draft.mission.weeks)
    for runs, _, t in draft.pairs():
        _flow(draft, runs, t)
    for pool, (start, arrivals, leaves) in draft.frame.pools.items():
        keep, name = weekly_keep(leaves), ".".join(pool)
        draft.people[pool] = stock = lp.add(frame.periods)
        value = arrived(arrivals, keep, first, end)
        value[0] += keep ** float(end[0]) * start
        later = row[1:]
        kept: list[tuple[Ints, Ints, Floats | float]] = [(row, stock, 1.0)]
        kept.append((later, stock[:-1], -(keep ** (end - first)[1:].astype(np.float64))))
        moved = _moved(draft, pool, keep, end)
        lp.require(f"stock.{name}", [*kept, *moved], upper=value)
        taken: list[tuple[Ints, Ints, Floats | float]] = [
            (runs.periods, t, heads / np.maximum(keep, TINY) ** (runs.teach[:, 0] - first[runs.periods]))
            for runs, t, heads in draft.out.get(pool, [])
        ]
        if taken:
            there = np.zeros(frame.periods)
            there[0] = start
            lp.require(f"source.{name}", [*taken, (later, stock[:-1], -1.0)], upper=there)


def _flow(draft: ModelDraft, runs: SerialStarts, t: Ints) -> None:
    """Note from which pool the trainees of a pair come and which pools they join."""
    source, heads = source_of(draft.mission, runs.course), draft.heads(runs)
    if source is not None:
        draft.out.setdefault(source, []).append((runs, t, np.full(t.size, heads)))
    before, after = (shares_of(draft.mission, runs.course, beyond=beyond) for beyond in (False, True))
    beyond = runs.teach[:, 0] >= draft.mission.exit_week
    for pool in dict.fromkeys((*before, *after)):
        share = np.where(beyond, after.get(pool, 0.0), before.get(pool, 0.0))
        draft.into.setdefault(pool, []).append((runs, t, share * heads))


def _moved(draft: ModelDraft, pool: Pool, keep: float, end: Ints) -> list[tuple[Ints, Ints, Floats]]:
    """Return the terms (left of a row) of who left a pool and who joined it in each period, by its end."""
    terms = []
    for runs, t, heads in draft.out.get(pool, []):
        left = (end[runs.periods] - runs.teach[:, 0]).astype(np.float64)
        terms.append((runs.periods, t, heads * keep**left))
    for runs, t, share in draft.into.get(pool, []):
        left = (end[runs.finishes] - runs.ends).astype(np.float64)
        terms.append((runs.finishes, t, -share * keep**left))
    return terms


def stock_at(draft: ModelDraft, pool: Pool, week: int) -> int:
    """Return the column of a stock at the end of a week, within a period if need be."""
    width = draft.frame.period_weeks
    period = week // width
    if week + 1 == min((period + 1) * width, draft.mission.weeks):
        return int(draft.people[pool][period])
    if (pool, week) not in draft.between:
        draft.between[pool, week] = _between(draft, pool, (period, week + 1 - period * width))
    return draft.between[pool, week]


def _between(draft: ModelDraft, pool: Pool, at: tuple[int, int]) -> int:
    """Add a stock so many weeks into a period, by the same rule as at its end."""
    (period, weeks), lp = at, draft.lp
    start, arrivals, leaves = draft.frame.pools[pool]
    keep, end = weekly_keep(leaves), period * draft.frame.period_weeks + weeks
    column = lp.add(1)
    terms: list[tuple[Ints, Ints, Floats | float]] = [(np.zeros(1, np.int64), column, 1.0)]
    value = float(arrived(arrivals, keep, np.array([end - weeks]), np.array([end]))[0])
    if period:
        terms.append((np.zeros(1, np.int64), draft.people[pool][period - 1 : period], -(keep**weeks)))
    else:
        value += keep**weeks * start
    for runs, t, heads in draft.out.get(pool, []):
        some = (runs.periods == period) & (runs.teach[:, 0] < end)
        left = (end - runs.teach[some, 0]).astype(np.float64)
        terms.append((np.zeros(left.size, np.int64), t[some], heads[some] * keep**left))
    for runs, t, share in draft.into.get(pool, []):
        some = (runs.finishes == period) & (runs.ends <= end)
        left = (end - runs.ends[some]).astype(np.float64)
        terms.append((np.zeros(left.size, np.int64), t[some], -share[some] * keep**left))
    lp.require(f"between.{'.'.join(pool)}.{end}", terms, upper=np.array([value]))
    return int(column[0])
