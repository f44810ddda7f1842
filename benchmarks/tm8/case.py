"""TM8, the reference mission for simulators, as data: what `tm8.md` of the reference cases states.

Takes nothing, gives a `Case`: frozen, laid out for the compiled program, the plain one and the peers alike.
Options are cases with something changed (`dataclasses.replace`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

WEEKS, SHIFT, TOUR_WEEKS = 260, 13, 26
BINS, TRADES, SKILLS, SITES = 5, 4, 5, 3
NCO_COURSE, TRAINERS_COURSE = 6, 7
QUEUES = 6
CLOSES, REOPENS = 0.012, 0.25
WAITING_LOSS, FORCE_LOSS = 0.02, (0.007, 0.006, 0.005, 0.004, 0.0025)
NCO_LOSS, HOST_LOSS = 0.002, 0.003
STAFF_SHARE, REPEATS, SHOWS_UP = 0.7, 0.6, 0.94
NCO_MOST = 600
INTAKE = (58.0, 38.0)
ROUTES = (0.55, 1 / 3, 1 / 2)
"""Shares .55, .15, .15, .15 as chances one after the other, of those who are left."""


class Course(NamedTuple):
    """A column of the table of courses."""

    site: int
    weeks: int
    seats: int
    least: int
    instructors: int
    skill: int
    most: int
    drop: float
    fail: float


class Pledge(NamedTuple):
    """People promised for tours from week `begins` to `ends`, exclusive."""

    skill: int
    people: int
    begins: int
    ends: int
    honoured: float


COURSES = (
    Course(0, 6, 30, 15, 3, 0, 3, 0.012, 0.08),
    Course(1, 6, 30, 15, 3, 0, 3, 0.012, 0.08),
    Course(0, 8, 30, 15, 4, 1, 3, 0.008, 0.07),
    Course(1, 10, 20, 10, 4, 2, 2, 0.008, 0.12),
    Course(2, 12, 20, 10, 4, 3, 2, 0.010, 0.15),
    Course(2, 8, 20, 10, 3, 2, 2, 0.008, 0.12),
    Course(0, 8, 20, 8, 3, 4, 1, 0.004, 0.15),
    Course(2, 4, 10, 4, 3, 4, 1, 0.003, 0.10),
)
PLEDGES = (
    Pledge(0, 30, 0, 130, 0.90),
    Pledge(0, 24, 0, 208, 0.90),
    Pledge(1, 24, 0, 156, 0.90),
    Pledge(1, 20, 0, 208, 0.85),
    Pledge(2, 20, 0, 156, 0.90),
    Pledge(2, 16, 13, 234, 0.90),
    Pledge(3, 14, 0, 156, 0.85),
    Pledge(3, 12, 26, 260, 0.90),
    Pledge(4, 12, 0, 260, 0.95),
    Pledge(4, 8, 0, 156, 0.90),
)


@dataclass(frozen=True)
class Case:
    """One option of TM8; tests play fewer weeks with fewer recruits."""

    courses: tuple[Course, ...] = COURSES
    pledges: tuple[Pledge, ...] = PLEDGES
    rooms: tuple[int, ...] = (28, 16, 16)
    hosts: tuple[int, ...] = (12, 8, 6, 4, 4)
    targets: tuple[int, ...] = (62, 50, 40, 28, 20)
    intake: tuple[float, float] = INTAKE
    weeks: int = WEEKS


OUTPUTS = ("graduates", "force", "nco", "host", "came", "there", "gone", "drawn")
"""What a replication gives, in order: people, of whom came = there + gone, and draws of every week."""
PUBLISHED = {
    "graduates": (13902.0, 25.0),
    "force": (8684.0, 15.0),
    "nco": (636.4, 0.7),
    "host": (186.1, 0.1),
}
"""Mean and half-width of the 95 % interval over 8,000 replications of an independent program."""
HALF_WIDTH = 1.96
"""Standard errors in it."""

# Slots of luck: who or what it happens to.
SLOT_QUEUE, SLOT_FORCE, SLOT_NCO, SLOT_HOST, SLOT_SITE, SLOT_PLEDGE, SLOT_CLASS = 0, 8, 28, 32, 40, 48, 1024
SLOT_WEEK = 64
"""Slots of the classes begun in one week: eight to a course."""
HAPPENS, ARRIVES, DROPS, FAILS, REPEAT, ROUTE_2, ROUTE_3, ROUTE_4, SHOW = range(9)
"""Events."""
