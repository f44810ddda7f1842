"""The board on which a plan is put together: what is still free of each worker and resource, by week.

Takes a `Problem`, keeps weeks of workers as bit masks (bit `w` for week `w`) and resources as lists by week,
places jobs and takes them back. Staffing stands in `cadre.timetable.staffing`, search in
`cadre.timetable.construct`.
"""

from __future__ import annotations

from cadre.timetable.problem import Job, Placement, Problem, Shift, stops_of

TOLERANCE = 1e-9
"""Room below which a resource counts as short; amounts are halves and whole numbers."""


def span(begins: int, ends: int) -> int:
    """Give the mask of the weeks from `begins` to `ends` (exclusive)."""
    return ((1 << max(0, ends - begins)) - 1) << begins


class Board:
    """What is free, and what stands where.

    Attributes
    ----------
    free : list of int
        By worker: mask of the weeks in which they can hold a seat and hold none.
    left : list of int
        By worker: open weeks they can still teach without losing their leave.
    room : list of list of float
        By resource and week: what nobody holds.
    placed : list of Placement or None
        By job.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.closed = sum(1 << w for w in problem.closed)
        self.free = [span(p.here, p.leaves) & ~problem.busy.get(i, 0) for i, p in enumerate(problem.workers)]
        self.left = [
            p.leaves - p.here - p.leave - problem.busy.get(i, 0).bit_count()
            for i, p in enumerate(problem.workers)
        ]
        self.room = [list(row) for row in problem.capacity]
        self.placed: list[Placement | None] = [None] * len(problem.jobs)
        self.candidates = _candidates(problem)
        self._stops: dict[tuple[object, ...], tuple[int, ...] | None] = {}

    def stops(self, job: Job, start: int) -> tuple[int, ...] | None:
        """Give the ends of a job's stages for a start, as `stops_of`, remembered."""
        key = (start, job.deadline, job.pauses, job.heeds_closed, tuple(s.weeks for s in job.stages))
        if key not in self._stops:
            self._stops[key] = stops_of(job, start, self.problem)
        return self._stops[key]

    def short_room(self, job: Job, start: int, stops: tuple[int, ...]) -> tuple[int, float, int, int] | None:
        """Give the first resource short: (resource, amount, first week, week after the last); or None."""
        begins = start
        for stage, ends in zip(job.stages, stops, strict=True):
            for resource, amount in stage.uses:
                least = min(self.room[resource][begins:ends])
                if least < amount - TOLERANCE:
                    return resource, amount - least, begins, ends
            begins = ends
        return None

    def seat(self, worker: int, weeks: int, *, open_weeks: int, back: bool = False) -> None:
        """Give a worker a seat in the weeks of a mask, or take it `back`."""
        if back:
            self.free[worker] |= weeks
            self.left[worker] += open_weeks
        else:
            self.free[worker] &= ~weeks
            self.left[worker] -= open_weeks

    def open_weeks(self, job: Job, weeks: int) -> int:
        """Count the weeks of a mask in which the job is at work."""
        return (weeks & ~self.closed if job.heeds_closed else weeks).bit_count()

    def put(self, j: int, placement: Placement) -> None:
        """Enter a placement whose crew already has its seats."""
        self._hold(j, placement, -1)
        self.placed[j] = placement

    def lift(self, j: int) -> Placement | None:
        """Take a job from the board with its crew and rooms; gives what stood there."""
        placement, self.placed[j] = self.placed[j], None
        if placement is not None:
            self._hold(j, placement, 1)
            for shift in placement.crew:
                self._shift(j, shift, back=True)
        return placement

    def restore(self, j: int, placement: Placement) -> None:
        """Put back a placement that was lifted; its seats and rooms must still be free."""
        for shift in placement.crew:
            self._shift(j, shift)
        self.put(j, placement)

    def _shift(self, j: int, shift: Shift, *, back: bool = False) -> None:
        if shift.worker is not None:
            weeks = span(shift.begins, shift.ends)
            count = self.open_weeks(self.problem.jobs[j], weeks)
            self.seat(shift.worker, weeks, open_weeks=count, back=back)

    def _hold(self, j: int, placement: Placement, sign: int) -> None:
        begins = placement.start
        for stage, ends in zip(self.problem.jobs[j].stages, placement.stops, strict=True):
            for resource, amount in stage.uses:
                row = self.room[resource]
                for week in range(begins, ends):
                    row[week] += sign * amount
            begins = ends


def _candidates(problem: Problem) -> dict[tuple[int, int, bool], tuple[int, ...]]:
    """Give, by (site, skill, foreign only), who can hold such a seat: hosts first, scarce skills last.

    A skill is as scarce as the weeks asked of it are many against the weeks of those who hold it.
    """
    asked, held = [0.0] * len(problem.skills), [1.0] * len(problem.skills)
    for job in problem.jobs:
        for stage in job.stages:
            for need in stage.needs:
                asked[need.skill] += need.people * stage.weeks
    for worker in problem.workers:
        for skill in worker.skills:
            held[skill] += max(0, worker.leaves - worker.arrives)
    worth = [sum(asked[k] / held[k] for k in sorted(w.skills)) for w in problem.workers]
    order = sorted(
        range(len(problem.workers)),
        key=lambda p: (not problem.workers[p].host, round(worth[p], 9), problem.workers[p].leaves, p),
    )
    found: dict[tuple[int, int, bool], list[int]] = {}
    for p in order:
        worker = problem.workers[p]
        sites = (
            [s for s, inside in enumerate(problem.in_country) if inside] if worker.site < 0 else [worker.site]
        )
        for site in sites:
            for skill in sorted(worker.skills):
                found.setdefault((site, skill, False), []).append(p)
                if worker.foreign:
                    found.setdefault((site, skill, True), []).append(p)
    return {key: tuple(people) for key, people in found.items()}
