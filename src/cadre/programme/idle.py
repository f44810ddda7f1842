"""Leave out serials that serve nothing: whose graduates form no unit that is wanted, and feed no course.

Takes the serials of a plan by pair and run, gives fewer of them with which every target is reached as before
and every course finds its trainees. Those that train host instructors are told apart: whether somebody is
taught by them depends on posts, which a solver has to place. Knows no solver.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cadre.programme.frame import Floats, Ints, ModelFrame
from cadre.programme.plan import SerialBatch
from cadre.programme.pools import pools_of, weekly_keep
from cadre.programme.projection import Moves, moves_of, placed, project_stocks
from cadre.programme.sharing import SharedTargets
from cadre.programme.skills import may_be_shown

SAME = 1e-9
"""Part of the shortfall, of 1, by which nothing changes."""
PEOPLE = 1e-7
"""People by which a pool may be overdrawn: solvers leave as much."""

Begun = list[Ints]
"""Serials by pair and run."""


@dataclass
class _Stand:
    """People at the end of each week by pool, and who is taken from them, with some serials held."""

    people: dict[tuple[str, str], Floats]
    taken: dict[tuple[str, str], Floats]


class _Followed:
    """What serials lead to, so that some of them can be taken away."""

    def __init__(self, frame: ModelFrame, serials: Sequence[SerialBatch]) -> None:
        self.frame, self.mission = frame, frame.mission
        weeks = np.arange(self.mission.weeks + 1)
        followed = project_stocks(self.mission, serials)
        self.stand = _Stand(
            {
                (kind, key): np.array(series)
                for kind in ("recruits", "holders")
                for key, series in getattr(followed, kind).items()
            },
            defaultdict(lambda: np.zeros(self.mission.weeks)),
        )
        for kind_key, week, taken, _ in followed.taken:
            kind, key = kind_key.split(".", 1)
            self.stand.taken[kind, key][week] += taken
        self.pools = pools_of(self.mission)
        self.keep = {pool: weekly_keep(self.pools[pool][2]) ** weeks for pool in self.stand.people}
        self.wanted = SharedTargets(frame)
        self.missing = self._missing(self.stand)

    def without(self, batch: SerialBatch) -> bool:
        """Take serials away if nothing is lost; say whether they are gone."""
        left = self._less(moves_of(self.mission, placed(self.mission, batch)))
        if left is None or self._missing(left) > self.missing + SAME:
            return False
        self.stand = left
        return True

    def _missing(self, stand: _Stand) -> float:
        return self.wanted.missing({key: stand.people["holders", key] for key in self.mission.competences})

    def _less(self, moves: tuple[Moves, Moves]) -> _Stand | None:
        """Follow the pools without some moves; None where a course lacks its trainees then."""
        out, into = moves
        people, taken = dict(self.stand.people), dict(self.stand.taken)
        for (kind, key, week), amount in out.items():
            pool = (kind, key)
            people[pool] = people[pool].copy()
            people[pool][week:] += amount * self.keep[pool][1 : people[pool].size - week + 1]
            taken[pool] = taken[pool].copy()
            taken[pool][week] -= amount
        for (kind, key, week), amount in into.items():
            pool = (kind, key)
            if pool in people and week < people[pool].size:
                people[pool] = people[pool].copy()
                people[pool][week:] -= amount * self.keep[pool][: people[pool].size - week]
        for pool in {(kind, key) for kind, key, _ in (*out, *into)} & taken.keys():
            there = np.concatenate(([self.pools[pool][0]], people[pool][:-1]))
            if (taken[pool] > there + PEOPLE)[taken[pool] > PEOPLE].any():
                return None
        return _Stand(people, taken)


def without_idle(frame: ModelFrame, begun: Begun, seated: Sequence[Floats]) -> Iterator[Begun]:
    """Yield ever fuller sets of serials: with no idle one at first, the plan as it is at last.

    Parameters
    ----------
    frame : ModelFrame
        Time, with every pair of a course and a site.
    begun : list of ndarray of int64
        Serials by pair, shape (runs,).
    seated : list of ndarray of float64
        Their trainees.

    Yields
    ------
    list of ndarray of int64
        No target is reached less in any of them, and every course has its trainees. In the first those that
        train hosts, or show what hosts can teach, are left out as well; in the last ones they are held.
    """
    teachers = [
        n
        for n, runs in enumerate(frame.runs)
        if frame.mission.courses[runs.course].teaches_on.mean > 0 or may_be_shown(frame.mission, runs.course)
    ]
    for held in ((), teachers) if any(begun[n].any() for n in teachers) else ((),):
        yield _needed(frame, begun, seated, frozenset(held))
    yield begun


def _needed(frame: ModelFrame, begun: Begun, seated: Sequence[Floats], held: frozenset[int]) -> Begun:
    """Take serials away, those that others feed first and late ones before early ones, until none is idle."""
    left, people = [n.copy() for n in begun], [n.astype(np.float64).copy() for n in seated]
    order = _order(frame, left, held)
    followed = _Followed(frame, [_batch(frame, n, i, left[n][i], people[n][i]) for n, i in _all(left)])
    fewer = True
    while fewer:
        fewer = False
        for n, i in order:
            while left[n][i] > 0:
                one = _fewest(frame, n, left[n][i], people[n][i])
                if not followed.without(_batch(frame, n, i, 1, one)):
                    break
                left[n][i] -= 1
                people[n][i] -= one
                fewer = True
    return left


def _fewest(frame: ModelFrame, pair: int, serials: int, people: float) -> float:
    """Return the trainees who lose their place with one serial: those whom the others cannot seat."""
    return max(0.0, float(people) - frame.runs[pair].seats * (int(serials) - 1))


def _all(begun: Begun) -> list[tuple[int, int]]:
    return [(n, int(i)) for n, some in enumerate(begun) for i in np.nonzero(some)[0]]


def _order(frame: ModelFrame, begun: Begun, held: frozenset[int]) -> list[tuple[int, int]]:
    """Return pairs and runs: courses after the longest chain first, their last serials first."""
    mission, depth = frame.mission, dict.fromkeys(frame.mission.courses, 0)
    for _ in depth:
        depth = {k: 1 + max((depth[a] for a in mission.courses[k].after), default=-1) for k in depth}
    places = [(n, i) for n, i in _all(begun) if n not in held]
    runs = frame.runs
    return sorted(places, key=lambda at: (-depth[runs[at[0]].course], -int(runs[at[0]].teach[at[1], 0]), at))


def _batch(frame: ModelFrame, pair: int, run: int, serials: int, people: float) -> SerialBatch:
    runs = frame.runs[pair]
    return SerialBatch(
        runs.course, runs.site, int(runs.teach[run, 0]), int(serials), float(people), runs.seats
    )
