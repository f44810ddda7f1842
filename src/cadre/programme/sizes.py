"""Sizes of classes worth planning: each crew with the largest class that it can teach.

Takes a course, gives sizes. Knows no solver.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from cadre.mission.training import Course

FINE, COARSE = 24, 3
"""Sizes planned at most, in weeks and in longer periods: each is a column for every start."""


def crew_of(course: Course, seats: int) -> tuple[int, ...]:
    """Return the people of each skill in each phase, and those who must be foreign, for a class size."""
    share = course.foreign_at_least.mean
    people = [need.people_for(seats) for phase in course.phases for need in phase.instructors.values()]
    return (*people, *(math.ceil(share * n - 1e-9) for n in people))


def sizes_of(course: Course, *, fine: bool, stands: Callable[[int], bool] | None = None) -> tuple[int, ...]:
    """Return class sizes, rising: of those with the same crew the largest.

    Those whose crew can never stand are left out first, so that more seats never take away the largest class
    that can be held. Where there are still too many, those that lie evenly between the smallest and the
    largest.
    """
    crews: dict[tuple[int, ...], int] = {}
    for seats in range(course.seats.least, course.seats.most + 1):
        crews[crew_of(course, seats)] = seats
    sizes, most = sorted(n for n in crews.values() if stands is None or stands(n)), FINE if fine else COARSE
    if len(sizes) <= most:
        return tuple(sizes)
    step = (len(sizes) - 1) / (most - 1)
    return tuple(sizes[round(n * step)] for n in range(most))
