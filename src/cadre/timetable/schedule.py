"""The board on which a plan is put together: what is still free of each worker and resource, by week.

Takes a `Instance`, keeps weeks of workers as bit masks (bit `w` for week `w`) and resources as lists by week,
places jobs and takes them back. Staffing stands in `cadre.timetable.staffing`, search in
`cadre.timetable.construct`.
"""

from __future__ import annotations

from collections.abc import Callable

from cadre.timetable.instance import TOLERANCE, Instance, span
from cadre.timetable.problem import Job, Placement, Shift


class PartialSchedule:
    """What is free, and what stands where.

    Attributes
    ----------
    free : list of int
        By worker: mask of the weeks in which they can hold a seat and hold none.
    left : list of int
        By team (`Instance.teams`): open weeks they can still teach without losing their leave.
    room : list of list of float
        By resource and week: what nobody holds.
    placed : list of Placement or None
        By job.
    attempts : int
        Starts tried so far, as a measure of work that is the same on every machine.
    taste : callable or None
        Whom to ask first among those who can hold a seat, the least first; those leaving first when left out.
    """

    def __init__(
        self, instance: Instance, taste: Callable[[PartialSchedule, int], float] | None = None
    ) -> None:
        self.instance, self.problem = instance, instance.problem
        busy = self.problem.busy
        self.free = [
            span(p.here, p.leaves) & ~busy.get(i, 0) & ~sum(1 << week for week in p.away)
            for i, p in enumerate(self.problem.workers)
        ]
        self.left = self._weeks_to_teach()
        self.room = [list(row) for row in self.problem.capacity]
        self.placed: list[Placement | None] = [None] * len(self.problem.jobs)
        self.attempts = 0
        self.taste = taste

    def _weeks_to_teach(self) -> list[int]:
        """The weeks that each team may teach: its weeks without other work, less their part of leave.

        What they teach already comes off.
        """
        problem = self.problem
        weeks, taught = [0] * len(problem.workers), [0] * len(problem.workers)
        for i, (team, p) in enumerate(zip(self.instance.teams, problem.workers, strict=True)):
            teaching = problem.taught.get(i, 0)
            weeks[team] += p.leaves - p.here - (problem.busy.get(i, 0) & ~teaching).bit_count()
            taught[team] += (teaching & ~sum(1 << week for week in problem.closed_where(p))).bit_count()
        return [
            n * (p.leaves - p.here - p.leave) // max(1, p.leaves - p.here) - off
            for n, off, p in zip(weeks, taught, problem.workers, strict=True)
        ]

    def short_room(self, job: Job, start: int, stops: tuple[int, ...]) -> tuple[int, float, int, int] | None:
        """Return the first resource short: (resource, amount, first week, week after the last); or None."""
        begins = start
        for stage, ends in zip(job.stages, stops, strict=True):
            for resource, amount in stage.uses:
                least = min(self.room[resource][begins:ends])
                if least < amount - TOLERANCE:
                    return resource, amount - least, begins, ends
            begins = ends
        return None

    def seat(self, worker: int, weeks: int, *, open_weeks: int, back: bool = False) -> None:
        """Return a worker a seat in the weeks of a mask, or take it `back`."""
        team = self.instance.teams[worker]
        if back:
            self.free[worker] |= weeks
            self.left[team] += open_weeks
        else:
            self.free[worker] &= ~weeks
            self.left[team] -= open_weeks

    def asked_first(self, worker: int) -> float:
        """Return the less the sooner a worker is asked, by taste; the same for all without one."""
        return 0.0 if self.taste is None else self.taste(self, worker)

    def may_teach(self, worker: int, open_weeks: int) -> bool:
        """Say whether so many open weeks more leave a worker, and those who stand in, their leave."""
        return self.left[self.instance.teams[worker]] >= open_weeks

    def open_weeks(self, job: Job, weeks: int) -> int:
        """Count the weeks of a mask in which the job is taught: none for one that heeds no closed weeks."""
        if not job.heeds_closed:
            return 0
        return (weeks & ~self.instance.closed(job)).bit_count()

    def put(self, j: int, placement: Placement) -> None:
        """Enter a placement whose crew already has its seats."""
        self._hold(j, placement, -1)
        self.placed[j] = placement

    def remove(self, j: int) -> Placement | None:
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
