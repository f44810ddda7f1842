"""The timetabling problem by numbers, with no mission in it: jobs, workers and resources by week.

Serials and project activities of a mission become jobs (`cadre.timetable.build_problem`); a reader of another
case can build the same. Weeks count from 0. Indices: `j` job, `k` skill, `p` worker, `r` resource, `w` week.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cadre.timetable.plan import DROPPED_WEEKS, MOVED_WEEKS


@dataclass(frozen=True, slots=True)
class SeatNeed:
    """People of one skill through a phase; `foreign` of them must be foreign.

    A need `aside` falls away where only hosts teach.
    """

    skill: int
    people: int
    foreign: int = 0
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of a job: teaching weeks, people, and what it holds of resources as (resource, amount)."""

    weeks: int
    needs: tuple[SeatNeed, ...] = ()
    uses: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be started in a week from `earliest` to `latest`, or dropped.

    Parameters
    ----------
    id, kind : str
        Its name, and what workers may be barred from (the course).
    site : int
        Where it takes place; only workers of the site, and those who move, can hold its seats.
    earliest, due, latest : int
        First week it may start in, last week in which it is not late, last week it may start in at all.
    deadline : int
        Week by which it must be over.
    priority : float
        Cost of a week late; a dropped job costs `DROPPED_WEEKS` of them.
    stages : tuple of Stage
        In order.
    pauses : bool
        Whether it may stand still over closed weeks.
    heeds_closed : bool
        Whether closed weeks touch it at all.
    after : tuple of int
        Jobs that must be over before it starts; if one of them is dropped it is dropped too.
    behind : tuple of int
        Jobs that start at least a week before it, where they take place at all.
    alone_from : int
        A start in this week or later needs no foreign workers.
    opens : int
        First week in which its site is open; kept apart from `earliest` to tell people what it waits for.
    stands : int or None
        Week in which people expect it already; in any other, and dropped, it counts `moving` more.
    moving : int
        Weeks late that this counts.
    known : frozenset of int
        Workers who are asked before others, since they expect to be on it.
    outside : frozenset of int
        Weeks that it may not touch: those outside of the periods in which its kind is held.
    periods : str
        These periods, to tell people.
    """

    id: str
    kind: str
    site: int
    earliest: int
    due: int
    latest: int
    deadline: int
    priority: float
    stages: tuple[Stage, ...]
    pauses: bool = True
    heeds_closed: bool = True
    after: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()
    alone_from: int = 1 << 30
    opens: int = 0
    stands: int | None = None
    moving: int = MOVED_WEEKS
    known: frozenset[int] = frozenset()
    outside: frozenset[int] = frozenset()
    periods: str = ""

    @property
    def length(self) -> int:
        """Weeks of work, pauses not counted."""
        return sum(stage.weeks for stage in self.stages)


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who takes over seats from `here`, begins jobs from `arrives` and is gone from `leaves` on.

    `site` is -1 for those who move among the sites in country. In `leave` weeks from `here` to `leaves`,
    closed ones too, they are on no job that heeds closed weeks; workers alike in all but their id stand in
    for each other then, so that their weeks count together. In weeks `away` they hold no seat.
    """

    id: str
    skills: frozenset[int]
    site: int
    here: int
    arrives: int
    leaves: int
    leave: int = 0
    foreign: bool = True
    host: bool = False
    barred: frozenset[str] = frozenset()
    away: tuple[int, ...] = ()

    def is_there(self, begins: int, ends: int) -> bool:
        """Say whether they can hold a seat in all weeks from one to another (exclusive)."""
        stays = self.here <= begins and ends <= self.leaves
        return stays and not any(begins <= week < ends for week in self.away)


@dataclass(frozen=True, slots=True)
class TimetableProblem:
    """Jobs, workers and resources over a number of weeks.

    Parameters
    ----------
    weeks : int
        Weeks looked at.
    exits : int
        First week in which nobody stands on a post: needs aside fall away.
    closed : frozenset of int
        Weeks without work.
    jobs, workers : tuples
        What is to be placed, and who can work.
    capacity : tuple of tuple of float
        Of each resource in each week, shape (resources, weeks).
    resources, skills, sites : tuples of str
        Names, to tell people.
    in_country : tuple of bool
        By site: whether hosts serve it.
    busy : dict of int to int
        By worker: weeks already taken by other work, as a mask with bit `w` for week `w`.
    taught : dict of int to int
        By worker: those of these weeks in which they teach, so that they count against leave.
    handovers : bool
        Whether a seat may change hands inside a stage, where a stay ends.
    short_allowed : bool
        Whether a job may start with seats that nobody holds.
    leads : bool
        Whether a crew should have somebody who is on it from the first week to the last.
    shut : tuple of frozenset of int
        By site: all weeks without work there; `closed` at each site when left out.
    """

    weeks: int
    exits: int
    closed: frozenset[int]
    jobs: tuple[Job, ...]
    workers: tuple[Worker, ...]
    capacity: tuple[tuple[float, ...], ...]
    resources: tuple[str, ...]
    skills: tuple[str, ...]
    sites: tuple[str, ...]
    in_country: tuple[bool, ...]
    busy: dict[int, int] = field(default_factory=dict)
    taught: dict[int, int] = field(default_factory=dict)
    handovers: bool = True
    short_allowed: bool = False
    leads: bool = False
    shut: tuple[frozenset[int], ...] = ()

    def closed_for(self, job: Job) -> frozenset[int]:
        """Return the weeks in which a job stands still or cannot be."""
        if not job.heeds_closed:
            return frozenset()
        return self.shut[job.site] if self.shut else self.closed

    def closed_where(self, worker: Worker) -> frozenset[int]:
        """Return the weeks without work where a worker is; everywhere, for one who moves."""
        return self.shut[worker.site] if self.shut and worker.site >= 0 else self.closed


@dataclass(frozen=True, slots=True)
class Shift:
    """A worker (None: nobody) in seat number `seat` of a stage from week `begins` to `ends` (exclusive)."""

    stage: int
    seat: int
    skill: int
    worker: int | None
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a job stands: start, the ends of its stages, and its crew."""

    start: int
    stops: tuple[int, ...]
    crew: tuple[Shift, ...] = ()

    @property
    def ends(self) -> int:
        """The week after the last."""
        return self.stops[-1]


def weeks_counted(job: Job, start: int | None) -> int:
    """Return what a start counts: weeks late, `DROPPED_WEEKS` at most or without one; moves on top."""
    late = DROPPED_WEEKS if start is None else min(DROPPED_WEEKS, max(0, start - job.due))
    return late + (job.moving if job.stands is not None and start != job.stands else 0)


def stops_of(job: Job, start: int, problem: TimetableProblem) -> tuple[int, ...] | None:
    """Return the week after each stage for a start; None where closed weeks, periods or the end forbid it."""
    closed = problem.closed_for(job)
    if start in closed:
        return None
    stops, week = [], start
    for stage in job.stages:
        left = stage.weeks
        while left:
            if week not in closed:
                left -= 1
            elif not job.pauses:
                return None
            if week in job.outside:
                return None
            week += 1
        stops.append(week)
    return tuple(stops) if week <= min(job.deadline, problem.weeks) else None
