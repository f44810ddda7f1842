"""The frame of a programme's model.

Time in periods, slots and rotations, and every place in time where a serial can run.

Takes a mission and the length of a period, gives arrays for the model builder. Knows no solver, and is not
read by `violations`, which works everything out again in its own way.

A *slot* is a part of a period within which nothing changes: it is cut where a rotation begins, where its
people are over their overlap, and where the foreign presence ends. Not where people of offers come or go: of
these the weeks in a slot count, so that somebody more leaves every plan as sound as it was.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from cadre.mission import Mission
from cadre.programme.offered import OfferedPeople
from cadre.programme.pools import Arrivals, Pool, everybody, pools_of
from cadre.programme.sizes import sizes_of
from cadre.programme.skills import asks_foreign, has_hosts, may_go_alone, must_be_foreign, roles_with

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SerialStarts:
    """Where in time serials of one course and size can run at one site: at most one start in each period.

    Parameters
    ----------
    course, site : str
        Ids.
    seats : int
        Size of the class, which its crew follows.
    periods, finishes : ndarray of int64, shape (runs,)
        Period of the start, and period at whose end graduates stand: the one that holds the last week.
    teach : ndarray of int64, shape (runs, teaching weeks)
        The weeks taught.
    ends : ndarray of int64, shape (runs,)
        The week after the last.
    """

    course: str
    site: str
    seats: int
    periods: Ints
    finishes: Ints
    teach: Ints
    ends: Ints


@dataclass(frozen=True)
class ModelFrame:
    """Time of a mission in periods, slots and rotations; `offered` is None where offers do not bind."""

    mission: Mission
    period_weeks: int
    offered: tuple[OfferedPeople, ...] | None = None

    @cached_property
    def periods(self) -> int:
        """Periods to the end of the look beyond exit; the last may be short."""
        return -(-self.mission.weeks // self.period_weeks)

    @cached_property
    def pools(self) -> dict[Pool, tuple[float, Arrivals, float]]:
        """Where people stand besides serials (`pools_of`)."""
        return pools_of(self.mission)

    @cached_property
    def everybody(self) -> float:
        """The people who could ever become trainees."""
        return everybody(self.mission)

    @cached_property
    def rotations(self) -> int:
        """Rotations of the foreign presence; the last is cut at exit."""
        return -(-self.mission.exit_week // self.mission.tours.weeks)

    @cached_property
    def open_weeks(self) -> Ints:
        """The weeks in which somebody may teach, rising."""
        closed = self.mission.closed_weeks
        return np.array([w for w in range(self.mission.weeks) if w not in closed], np.int64)

    @cached_property
    def is_open(self) -> NDArray[np.bool_]:
        """Whether each week is open, shape (weeks,)."""
        return _without(self.mission.closed_weeks, self.mission.weeks)

    @cached_property
    def is_open_at(self) -> dict[str, NDArray[np.bool_]]:
        """By site: whether each week is open there, openings and gates aside, shape (weeks,)."""
        return {
            site: _without(self.mission.closed_at(site), self.mission.weeks) for site in self.mission.sites
        }

    @cached_property
    def period_of(self) -> Ints:
        """Period of each week, shape (weeks,)."""
        return np.arange(self.mission.weeks, dtype=np.int64) // self.period_weeks

    @cached_property
    def slot_of(self) -> Ints:
        """Slot of each week, shape (weeks,)."""
        weeks = np.arange(self.mission.weeks)
        return np.asarray(np.searchsorted(np.unique(self._cuts), weeks, side="right") - 1, np.int64)

    @cached_property
    def _cuts(self) -> list[int]:
        """First weeks of slots, in any order."""
        exits, tour, last = self.mission.exit_week, self.mission.tours.weeks, self.mission.weeks
        cuts = [*range(0, last, self.period_weeks), exits]
        turns = range(0, exits, tour)
        cuts += [*turns, *(turn + self.overlap for turn in turns[1:])]
        return [week for week in cuts if 0 <= week < last]

    @cached_property
    def overlap(self) -> int:
        """Weeks in which who came begins no serial at the start of a rotation, the first aside."""
        lost = self.mission.commands[self.mission.command].weeks_lost.mean if self.mission.command else 0.0
        return math.floor(self.mission.tours.handover.mean + lost + 0.5)

    @cached_property
    def is_overlap(self) -> NDArray[np.bool_]:
        """Whether each week is one of those at the start of a rotation but the first, shape (weeks,)."""
        weeks, tour = np.arange(self.mission.weeks), self.mission.tours.weeks
        return (weeks >= tour) & (weeks < self.mission.exit_week) & (weeks % tour < self.overlap)

    @cached_property
    def slots(self) -> int:
        """Number of slots."""
        return int(self.slot_of[-1]) + 1

    @cached_property
    def slot_period(self) -> Ints:
        """Period of each slot, shape (slots,)."""
        answer = np.zeros(self.slots, np.int64)
        answer[self.slot_of] = self.period_of
        return answer

    @cached_property
    def slot_start(self) -> Ints:
        """First week of each slot, shape (slots,)."""
        return np.asarray(np.searchsorted(self.slot_of, np.arange(self.slots)), np.int64)

    @cached_property
    def slot_rotation(self) -> Ints:
        """Rotation of each slot, the number of rotations for those after exit, shape (slots,)."""
        after = self.slot_start >= self.mission.exit_week
        return np.where(after, self.rotations, self.slot_start // self.mission.tours.weeks)

    @cached_property
    def foreign(self) -> NDArray[np.bool_]:
        """Whether the mission is still there, shape (slots,)."""
        answer = np.zeros(self.slots, np.bool_)
        answer[self.slot_of] = np.arange(self.mission.weeks) < self.mission.exit_week
        return answer

    @cached_property
    def open_in_slot(self) -> Floats:
        """Open weeks of each slot, shape (slots,)."""
        return np.bincount(self.slot_of[self.open_weeks], minlength=self.slots).astype(np.float64)

    @cached_property
    def weeks_in_period(self) -> Floats:
        """Weeks of each period, shape (periods,)."""
        return np.bincount(self.period_of, minlength=self.periods).astype(np.float64)

    @cached_property
    def rotation_weeks(self) -> Floats:
        """Weeks of each rotation, shape (rotations,)."""
        return np.bincount(self._rotation_of, minlength=self.rotations).astype(np.float64)

    @cached_property
    def _rotation_of(self) -> Ints:
        return np.arange(self.mission.exit_week, dtype=np.int64) // self.mission.tours.weeks

    def rotation_of(self, runs: SerialStarts) -> Ints:
        """Return the rotation in which each run begins, the last one for those after exit, shape (runs,)."""
        return np.minimum(runs.teach[:, 0] // self.mission.tours.weeks, self.rotations - 1)

    def shared_weeks(self, *, only_open: bool, by_slot: bool = True) -> Floats:
        """Return the weeks that slots (or periods) share with rotations, shape (slots, rotations)."""
        weeks = np.arange(self.mission.exit_week)
        kept = weeks[self.is_open[: self.mission.exit_week]] if only_open else weeks
        rows, count = (self.slot_of, self.slots) if by_slot else (self.period_of, self.periods)
        key = rows[kept] * self.rotations + self._rotation_of[kept]
        return np.bincount(key, minlength=count * self.rotations).reshape(count, -1).astype(np.float64)

    def open_at(self, site: str) -> NDArray[np.bool_]:
        """Say in which weeks a site can teach, gates of projects aside, shape (weeks,)."""
        weeks = np.arange(self.mission.weeks)
        answer = self.is_open_at[site] & (weeks >= self.mission.opening_week(site))
        if not self.mission.sites[site].in_country:
            answer &= weeks < self.mission.exit_week
        return answer

    def turn(self, rotation: int) -> tuple[int, int]:
        """Return the weeks of a rotation: first, and the one after the last."""
        opens = rotation * self.mission.tours.weeks
        return opens, min(opens + self.mission.tours.weeks, self.mission.exit_week)

    def teachable(self, begins: int, ends: int, *, away: Sequence[int] = ()) -> float:
        """Return the weeks that one person teaches of a stay: without leave, closed weeks, `away`."""
        weeks = self.is_open[begins:ends].sum() - sum(begins <= w < ends and self.is_open[w] for w in away)
        return float(max(0, min(weeks, ends - begins - self.mission.tours.leave_in(ends - begins))))

    @cached_property
    def open_in_rotation(self) -> Floats:
        """Open weeks of each rotation, shape (rotations,)."""
        return np.array([float(self.is_open[slice(*self.turn(r))].sum()) for r in range(self.rotations)])

    @cached_property
    def budget(self) -> Floats:
        """Weeks that one post teaches in each rotation, shape (rotations,)."""
        return np.array([self.teachable(*self.turn(r)) for r in range(self.rotations)])

    @cached_property
    def runs(self) -> tuple[SerialStarts, ...]:
        """Every pair of a held course and a site that can hold it, with the runs that fit."""
        return tuple(run for run in self._each_pair() if run.periods.size)

    def _each_pair(self) -> Iterator[SerialStarts]:
        for key, course in self.mission.courses.items():
            stands = partial(self._crew_stands, key)
            for seats in sizes_of(course, fine=self.period_weeks == 1, stands=stands) if course.held else ():
                for site in course.sites:
                    yield self.runs_of(key, site, seats)

    def _crew_stands(self, course: str, seats: int) -> bool:
        """Say whether the crew of a class size could ever stand, by those whom only posts can give."""
        mission = self.mission
        for phase in mission.courses[course].phases:
            crew = 0
            for skill, need in phase.instructors.items():
                local = any(mission.roles[r].local for r in roles_with(mission, skill))
                if local or has_hosts(mission, skill):
                    continue
                people = need.people_for(seats)
                crew += people
                if people > self._most_with(skill, course):
                    return False
            if mission.ceiling is not None and crew > mission.ceiling:
                return False
        return True

    def _most_with(self, skill: str, course: str) -> float:
        """Count all who are offered and could teach a skill in a course; no limit without offers."""
        if self.offered is None:
            return math.inf
        roles = roles_with(self.mission, skill)
        return sum(o.people for o in self.offered if o.role in roles and course not in o.not_for)

    def runs_of(self, course: str, site: str, seats: int) -> SerialStarts:
        """Return for each period the first week in which a serial can begin.

        Those that end too late are left out. A course that only people on foreign posts can begin does not
        begin in an overlap; one that hosts may never teach alone is over by exit; one that is held in certain
        periods alone touches no week outside of them.
        """
        length, may_pause = self.mission.courses[course].length, self.mission.courses[course].may_pause
        weeks, opened = np.flatnonzero(self.is_open_at[site]), self.open_at(site)
        may_begin = opened & ~self.is_overlap if must_be_foreign(self.mission, course, seats) else opened
        first = np.nonzero(may_begin[weeks])[0]
        first = first[first + length <= weeks.size]
        teach = weeks[first[:, None] + np.arange(length)]
        fits = opened[teach[:, -1]]
        if asks_foreign(self.mission, course) and not may_go_alone(self.mission, course):
            fits &= teach[:, -1] < self.mission.exit_week
        if not may_pause:
            fits &= teach[:, -1] - teach[:, 0] == length - 1
        outside = np.zeros(self.mission.weeks + 1, np.int64)
        outside[[week + 1 for week in self.mission.working.outside(course, site)]] = 1
        before = np.cumsum(outside)
        fits &= before[teach[:, -1] + 1] == before[teach[:, 0]]
        teach = teach[fits]
        _, kept = np.unique(self.period_of[teach[:, 0]], return_index=True)
        teach = teach[kept]
        starts, last = self.period_of[teach[:, 0]], teach[:, -1]
        return SerialStarts(course, site, seats, starts, last // self.period_weeks, teach, last + 1)

    def weeks_by_slot(self, weeks: Ints) -> tuple[Ints, Ints, Floats]:
        """Count the weeks of each run in each slot: runs, slots, weeks, for `weeks` of shape (runs, any)."""
        key = np.arange(weeks.shape[0])[:, None] * self.slots + self.slot_of[weeks]
        count = np.bincount(key.ravel(), minlength=weeks.shape[0] * self.slots)
        used = np.nonzero(count)[0]
        return used // self.slots, used % self.slots, count[used].astype(np.float64)

    def presence(self, runs: SerialStarts) -> tuple[Ints, Ints, Floats]:
        """Return runs, periods and the mean share of those who started that is present through the period.

        Of those who started (1 - d)^n are left after n teaching weeks, d the weekly drop-out; a pause holds
        the people at the site.
        """
        leaves = self.mission.courses[runs.course].drops_out.mean
        starts = runs.teach[:, 0]
        weeks = starts[:, None] + np.arange(int((runs.ends - starts).max()))
        inside = weeks < runs.ends[:, None]
        weeks = np.minimum(weeks, self.mission.weeks - 1)
        taught = np.concatenate(([0], np.cumsum(self.is_open_at[runs.site])))
        share = np.where(inside, (1 - leaves) ** (taught[weeks] - taught[starts][:, None]), 0.0)
        key = np.arange(starts.size)[:, None] * self.periods + self.period_of[weeks]
        total = np.bincount(key.ravel(), weights=share.ravel(), minlength=starts.size * self.periods)
        used = np.nonzero(total)[0]
        period = used % self.periods
        return used // self.periods, period, total[used] / self.weeks_in_period[period]


def _without(closed: Collection[int], weeks: int) -> NDArray[np.bool_]:
    answer = np.ones(weeks, np.bool_)
    answer[[week for week in closed if week < weeks]] = False
    return answer
