"""Staffing one job at one start: seats and free workers matched by augmenting paths, stage by stage.

Takes a board, a job and its weeks, gives a crew whose seats are then taken on the board, or what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cadre.timetable.instance import span
from cadre.timetable.matching import match
from cadre.timetable.problem import Job, Placement, SeatNeed, Shift
from cadre.timetable.schedule import PartialSchedule

MOST_CUTS = 3
"""Tour ends tried, the latest first, at which seats nobody can hold throughout change hands."""
MOST_LEADS = 6
"""Workers tried as the lead of a crew that has none."""
MOST_DEPTH = 5
"""Handovers of one seat within one stage."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Workers not found: how many of a skill, foreign ones or any, from week to week (exclusive)."""

    skill: int
    people: int
    foreign: bool
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class _Seat:
    seat: int
    skill: int
    foreign: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """Weeks to be filled; `leaving`: only by those whose stay ends then, since another takes over."""

    begins: int
    ends: int
    depth: int = 0
    leaving: bool = False


@dataclass
class JobCrew:
    """A crew in the making: shifts agreed and what was missing last."""

    schedule: PartialSchedule
    job: Job
    start: int
    handovers: bool
    shifts: list[Shift] = field(default_factory=list)
    missing: Missing | None = None
    lead: int | None = None

    def undo(self, kept: int = 0) -> None:
        """Take back all shifts but the first `kept`."""
        while len(self.shifts) > kept:
            self._take(self.shifts.pop(), back=True)

    def _take(self, shift: Shift, *, back: bool = False) -> None:
        if shift.worker is not None:
            weeks = span(shift.begins, shift.ends)
            self.schedule.seat(
                shift.worker, weeks, open_weeks=self.schedule.open_weeks(self.job, weeks), back=back
            )

    def fill(self, stage: int, seats: Sequence[_Seat], piece: _Piece) -> bool:
        """Fill seats from week to week, changing hands at tour ends where needed; True when all are."""
        kept = len(self.shifts)
        lists = self._lists(seats, piece)
        lead = None if piece.depth else self.lead
        matched = match([lists[s.skill, s.foreign] for s in seats], lead)
        empty = []
        for seat, worker in zip(seats, matched, strict=True):
            if worker is None:
                empty.append(seat)
            else:
                self.shifts.append(Shift(stage, seat.seat, seat.skill, worker, piece.begins, piece.ends))
                self._take(self.shifts[-1])
        if not empty:
            return True
        self.missing = _missing(empty, piece)
        if self.handovers and piece.depth < MOST_DEPTH and self._cut(stage, empty, piece):
            return True
        self.undo(kept)
        return False

    def _cut(self, stage: int, seats: list[_Seat], piece: _Piece) -> bool:
        kept = len(self.shifts)
        for cut in self._cuts(seats, piece):
            first = _Piece(piece.begins, cut, piece.depth + 1, leaving=True)
            then = _Piece(cut, piece.ends, piece.depth + 1, leaving=piece.leaving)
            if self.fill(stage, seats, first) and self.fill(stage, seats, then):
                return True
            self.undo(kept)
        return False

    def _cuts(self, seats: list[_Seat], piece: _Piece) -> list[int]:
        exits = self.schedule.problem.exits
        if piece.begins < exits < piece.ends:
            return [exits]
        workers, candidates = self.schedule.problem.workers, self.schedule.instance.candidates
        found = {
            workers[p].leaves
            for skill, foreign in {(s.skill, s.foreign) for s in seats}
            for p in candidates.get((self.job.site, skill, foreign), ())
            if piece.begins < workers[p].leaves < piece.ends
        }
        return sorted(found, reverse=True)[:MOST_CUTS]

    def _lists(self, seats: Sequence[_Seat], piece: _Piece) -> dict[tuple[int, bool], list[int]]:
        """Give, by skill and whether foreign, who is free throughout: first who is on the job already."""
        schedule, workers = self.schedule, self.schedule.problem.workers
        weeks = span(piece.begins, piece.ends)
        count, starting = schedule.open_weeks(self.job, weeks), piece.begins == self.start
        before = {s.worker for s in self.shifts if s.ends == piece.begins}
        lists: dict[tuple[int, bool], list[int]] = {}
        for key in dict.fromkeys((s.skill, s.foreign) for s in seats):
            found = [
                p
                for p in schedule.instance.candidates.get((self.job.site, *key), ())
                if schedule.free[p] & weeks == weeks
                and schedule.may_teach(p, count)
                and self.job.kind not in workers[p].barred
                and (not starting or workers[p].arrives <= piece.begins)
                and (not piece.leaving or workers[p].leaves == piece.ends)
            ]
            if schedule.taste is not None:
                found.sort(key=schedule.asked_first)
            known = self.job.known - before
            lists[key] = [p for p in found if p in before] + [p for p in found if p in known]
            lists[key] += [p for p in found if p not in before and p not in known]
        return self._rested(lists, count) if schedule.instance.takes_leave else lists

    def _rested(
        self, lists: Mapping[tuple[int, bool], Sequence[int]], count: int
    ) -> dict[tuple[int, bool], list[int]]:
        """Return of each team as many as can all teach `count` open weeks and keep leave, the lead first."""
        schedule, able = self.schedule, dict[int, set[int]]()
        everybody = dict.fromkeys(p for people in lists.values() for p in people)
        for p in sorted(everybody, key=lambda p: p != self.lead):
            some = able.setdefault(schedule.instance.teams[p], set())
            if schedule.may_teach(p, count * (len(some) + 1)):
                some.add(p)
        return {
            key: [p for p in people if p in able[schedule.instance.teams[p]]] for key, people in lists.items()
        }


def crew_for(
    schedule: PartialSchedule, job: Job, start: int, *, stops: Sequence[int], handovers: bool
) -> JobCrew:
    """Staff a job; on success its seats are taken and `missing` is None, else nothing is taken.

    Where the problem asks for leads, a crew with one is looked for before one without.
    """
    crew = _staffed(JobCrew(schedule, job, start, handovers and schedule.problem.handovers), stops)
    if (
        crew.missing is not None
        or not schedule.problem.leads
        or lead_of(job, crew.shifts, start, stops[-1]) is not None
    ):
        return crew
    crew.undo()
    for worker in _able_to_lead(crew, stops)[:MOST_LEADS]:
        led = _staffed(JobCrew(schedule, job, start, crew.handovers, lead=worker), stops)
        if led.missing is None:
            if lead_of(job, led.shifts, start, stops[-1]) is not None:
                return led
            led.undo()
    return _staffed(JobCrew(schedule, job, start, crew.handovers), stops)


def lead_of(job: Job, shifts: Sequence[Shift], begins: int, ends: int) -> int | None:
    """Return somebody who teaches through all weeks of a job, whoever is aside; None where nobody does."""
    return next((p for p, there in sorted(teachers(job, shifts).items()) if there == ends - begins), None)


def teachers(job: Job, shifts: Sequence[Shift]) -> dict[int, int]:
    """Return those who teach a job and for how many weeks, whoever is aside left out."""
    aside = {need.skill for stage in job.stages for need in stage.needs if need.aside}
    weeks: dict[int, int] = {}
    for shift in shifts:
        if shift.worker is not None and shift.skill not in aside:
            weeks[shift.worker] = weeks.get(shift.worker, 0) + shift.ends - shift.begins
    return weeks


def _able_to_lead(crew: JobCrew, stops: Sequence[int]) -> list[int]:
    """Return those who could teach in every stage of a job throughout, first who knows it."""
    schedule, job, workers = crew.schedule, crew.job, crew.schedule.problem.workers
    weeks = span(crew.start, stops[-1])
    count = schedule.open_weeks(job, weeks)
    skills = [{n.skill for n in stage.needs if not n.aside} for stage in job.stages]
    there = schedule.instance.candidates
    able = dict.fromkeys(p for k in sorted(skills[0]) for p in there.get((job.site, k, False), ()))
    found = [
        p
        for p in able
        if schedule.free[p] & weeks == weeks
        and schedule.may_teach(p, count)
        and workers[p].arrives <= crew.start
        and job.kind not in workers[p].barred
        and all(workers[p].skills & asked for asked in skills)
    ]
    return sorted(found, key=lambda p: p not in job.known)


def _staffed(crew: JobCrew, stops: Sequence[int]) -> JobCrew:
    begins = crew.start
    for i, ends in enumerate(stops):
        for seats, until in _rounds(crew, i, begins, ends):
            if seats and not crew.fill(i, seats, _Piece(begins, until)):
                crew.undo()
                return crew
        begins = ends
    crew.missing = None
    return crew


def short_crew_for(
    schedule: PartialSchedule, job: Job, start: int, *, stops: Sequence[int], handovers: bool
) -> JobCrew:
    """Staff a job as well as can be: a seat that nobody can hold through its stage stays empty."""
    crew = JobCrew(schedule, job, start, handovers and schedule.problem.handovers)
    begins = start
    for i, ends in enumerate(stops):
        for seats, until in _rounds(crew, i, begins, ends):
            for seat in seats:
                if not crew.fill(i, [seat], _Piece(begins, until)):
                    crew.shifts.append(Shift(i, seat.seat, seat.skill, None, begins, until))
        begins = ends
    return crew


def _rounds(crew: JobCrew, stage: int, begins: int, ends: int) -> Iterator[tuple[list[_Seat], int]]:
    """Yield the seats to fill in turn: first those who teach, then, unless only hosts do, those aside."""
    job, exits = crew.job, crew.schedule.problem.exits
    needs = job.stages[stage].needs
    foreign = crew.start < job.alone_from
    main = _seats([n for n in needs if not n.aside], 0, foreign=foreign)
    yield main, ends
    workers = crew.schedule.problem.workers
    hosts_only = bool(main) and all(
        s.worker is not None and workers[s.worker].host for s in crew.shifts if s.stage == stage
    )
    if begins < exits and not hosts_only:
        yield _seats([n for n in needs if n.aside], len(main), foreign=False), min(ends, exits)


def _seats(needs: Sequence[SeatNeed], first: int, *, foreign: bool) -> list[_Seat]:
    seats: list[_Seat] = []
    for need in needs:
        for i in range(need.people):
            seats.append(_Seat(first + len(seats), need.skill, foreign and i < need.foreign))
    return seats


def _missing(empty: list[_Seat], piece: _Piece) -> Missing:
    first = empty[0]
    same = [s for s in empty if s.skill == first.skill and s.foreign == first.foreign]
    return Missing(first.skill, len(same), first.foreign, piece.begins, piece.ends)


def holds(schedule: PartialSchedule, job: Job, placed: Placement) -> bool:
    """Say whether a crew known from before can hold its seats: those asked, all free, rested and allowed."""
    crew, begins = (
        JobCrew(schedule, job, placed.start, schedule.problem.handovers, list(placed.crew)),
        placed.start,
    )
    chains: dict[tuple[int, int], list[Shift]] = {}
    for shift in sorted(placed.crew, key=lambda s: s.begins):
        chains.setdefault((shift.stage, shift.seat), []).append(shift)
    for i, ends in enumerate(placed.stops):
        for seats, until in _rounds(crew, i, begins, ends):
            if not all(_held(crew, s, chains.pop((i, s.seat), []), _Piece(begins, until)) for s in seats):
                return False
        begins = ends
    return not chains and _rested(schedule, job, placed)


def _held(crew: JobCrew, seat: _Seat, chain: Sequence[Shift], piece: _Piece) -> bool:
    """Say whether a chain of shifts fills a seat from week to week, changing hands only where a stay ends."""
    schedule, workers, week = crew.schedule, crew.schedule.problem.workers, piece.begins
    for shift in chain:
        able = schedule.instance.candidates.get((crew.job.site, seat.skill, seat.foreign), ())
        if shift.worker not in able or shift.begins != week or shift.skill != seat.skill:
            return False
        worker, weeks = workers[shift.worker], span(shift.begins, shift.ends)
        begins_new = shift.begins == crew.start and worker.arrives > shift.begins
        leaves_late = shift.ends < piece.ends and worker.leaves != shift.ends
        if (
            begins_new
            or leaves_late
            or crew.job.kind in worker.barred
            or schedule.free[shift.worker] & weeks != weeks
        ):
            return False
        week = shift.ends
    return week == piece.ends


def _rested(schedule: PartialSchedule, job: Job, placed: Placement) -> bool:
    """Say whether all of a crew keep their leave."""
    worked: dict[int, int] = {}
    for shift in placed.crew:
        if shift.worker is not None:
            open_weeks = schedule.open_weeks(job, span(shift.begins, shift.ends))
            team = schedule.instance.teams[shift.worker]
            worked[team] = worked.get(team, 0) + open_weeks
    return all(schedule.left[team] >= weeks for team, weeks in worked.items())
