"""The draft of a programme's model: its columns by what they mean, and the serials and people.

Takes a frame, gives a `Draft` whose columns the files beside it use. Knows no solver. Formulas:
docs/model/programme.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.frame import Floats, Frame, Ints, Runs
from cadre.programme.pools import Pool, everybody, pools_of, shares_of, source_of
from cadre.solving.linear import LinearModel

Flows = dict[Pool, list[tuple[Ints, Ints, float]]]
"""By pool: periods, columns of trainees, and people for each unit of these."""


@dataclass
class Draft:
    """Columns by meaning. `at_most` holds the posts that could be filled, None where nothing bounds them."""

    frame: Frame
    at_most: Mapping[tuple[str, str, int], int] | None = None
    lp: LinearModel = field(default_factory=LinearModel)
    serials: list[Ints] = field(default_factory=list)  # per pair of frame.runs: shape (runs,)
    trainees: list[Ints] = field(default_factory=list)
    full: bool = False  # every class full: trainees are the serials' columns times the seats
    people: dict[Pool, Ints] = field(default_factory=dict)  # shape (periods,)
    units: dict[str, Ints] = field(default_factory=dict)  # at the periods of `counted`
    begun: dict[tuple[str, str], Ints] = field(default_factory=dict)  # started by the end of period p
    done: dict[str, Ints] = field(default_factory=dict)  # finished by the start of period p, shape (periods,)
    alone: dict[int, tuple[Ints, Ints]] = field(default_factory=dict)  # runs that hosts teach alone, by pair
    instructors: dict[tuple[str, str], Ints] = field(default_factory=dict)  # (role, site): shape (rotations,)
    advisers: dict[tuple[str, str], Ints] = field(default_factory=dict)
    support: dict[tuple[str, str], Ints] = field(default_factory=dict)  # (rule, site)
    trained: dict[str, Ints] = field(default_factory=dict)  # trainees at the peak of each rotation, by site
    used: dict[str, Ints] = field(default_factory=dict)  # site used by rotation r; the last entry: ever
    stands: dict[tuple[str, str], int] = field(default_factory=dict)  # entry of `lp` by which posts teach
    levels: dict[tuple[str, str], Ints] = field(default_factory=dict)  # steps of a rule: (levels, rotations)
    first: list[tuple[Ints, Floats]] = field(default_factory=list)  # terms of the first objective

    @property
    def mission(self) -> Mission:
        """The mission planned."""
        return self.frame.mission

    @cached_property
    def everybody(self) -> float:
        """People who could ever become trainees."""
        return everybody(self.mission)

    def heads(self, course: str) -> float:
        """Give the trainees that one unit of a course's trainee columns stands for."""
        return float(self.mission.courses[course].seats.most) if self.full else 1.0

    def pairs(self) -> Iterator[tuple[Runs, Ints, Ints]]:
        """Give runs of each pair of course and site with their columns."""
        return zip(self.frame.runs, self.serials, self.trainees, strict=True)


def add_serials(draft: Draft) -> None:
    """Serials and trainees: `least y <= t <= most y`, the lower side where it can bind."""
    lp = draft.lp
    for runs in draft.frame.runs:
        seats, count = draft.mission.courses[runs.course].seats, runs.periods.size
        y = lp.add(count, 0, most_serials(draft, runs), integer=True)
        draft.serials.append(y)
        if draft.full:
            draft.trainees.append(y)
            continue
        t = lp.add(count)
        draft.trainees.append(t)
        row = np.arange(count)
        lp.require(f"most.{runs.course}.{runs.site}", [(row, t, 1), (row, y, -seats.most)], upper=0)
        lp.require(f"least.{runs.course}.{runs.site}", [(row, t, 1), (row, y, -seats.least)], lower=0)


def most_serials(draft: Draft, runs: Runs) -> float:
    """Bound the serials that can start in one period by the rooms of the site and by its people at most."""
    course, site = draft.mission.courses[runs.course], draft.mission.sites[runs.site]
    first, weeks = course.phases[0], draft.frame.period_weeks
    most = math.ceil(draft.everybody / course.seats.least)
    for facility, use in first.uses.items():
        rooms = site.facilities.get(facility, 0) + sum(
            p.effects.adds.get(runs.site, {}).get(facility, 0) for p in draft.mission.projects.values()
        )
        if use > 0:
            most = min(most, math.floor(rooms * weeks / (use * min(weeks, first.weeks)) + 1e-9))
    return float(most)


def add_people(draft: Draft) -> None:
    """Stocks: `Z[p] <= keep (Z[p-1] - out[p]) + arrivals + in[p]`; who starts was there: `out[p] <= Z[p-1]`.

    Nothing gains by a smaller stock; the inequality spares solvers that count in integers an equation between
    fractions.
    """
    frame, lp = draft.frame, draft.lp
    out, into = _flows(draft)
    row = np.arange(frame.periods)
    for pool, (start, a_year, leaves) in pools_of(draft.mission).items():
        keep, name = frame.kept(leaves), ".".join(pool)
        stock = draft.people[pool] = lp.add(frame.periods)
        gone = [(p, t, keep * heads) for p, t, heads in out.get(pool, [])]
        joined = [(p, t, -share) for p, t, share in into.get(pool, [])]
        value = a_year * frame.weeks_in_period / WEEKS_PER_YEAR
        value[0] += keep * start
        kept = [(row, stock, 1), (row[1:], stock[:-1], -keep)]
        lp.require(f"stock.{name}", [*kept, *gone, *joined], upper=value)
        if pool in out:
            there = np.zeros(frame.periods)
            there[0] = start
            lp.require(f"source.{name}", [*out[pool], (row[1:], stock[:-1], -1)], upper=there)


def _flows(draft: Draft) -> tuple[Flows, Flows]:
    """Give by pool who leaves it to start a course, and who joins it when one ends."""
    out: Flows = {}
    into: Flows = {}
    for runs, _, t in draft.pairs():
        source, heads = source_of(draft.mission, runs.course), draft.heads(runs.course)
        if source is not None:
            out.setdefault(source, []).append((runs.periods, t, heads))
        for pool, share in shares_of(draft.mission, runs.course).items():
            into.setdefault(pool, []).append((runs.finishes, t, share * heads))
    return out, into
