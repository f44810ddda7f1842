"""Plans for the mission by hand under which serials are held, run long, and finish."""

from __future__ import annotations

import random
from collections.abc import Iterator

from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.mission import Mission
from cadre.programme.plan import PostBatch, Programme
from cadre.simulation.inputs import Plans
from cadre.timetable.plan import ActivitySlot, Serial, Timetable

PEOPLE = {"teacher": ("teachers", 6), "doctor": ("doctors", 3)}


def held_plans(of: Mission, seed: int) -> Plans:
    """Everybody at home; courses one after the other, and the first activities early."""
    chance, tour = random.Random(seed), of.tours.weeks
    rotations = range(-(-of.exit_week // tour))
    lines, stints = [], []
    for role, (offer, people) in PEOPLE.items():
        for r in rotations:
            ends = min((r + 1) * tour, of.exit_week)
            lines.append(PostLine(f"{role}@home/r{r}", role, "home", r, r * tour, ends, people, False))
            stints.append(Stint(offer, lines[-1].id, r * tour, ends, people))
    tongues = tuple(PostBatch("tongue", "home", r, 3, "instructors") for r in rotations)
    slots = [
        ActivitySlot("school", "plan", 4, None),
        ActivitySlot("school", "build", chance.randint(14, 20), None),
        ActivitySlot("doctrine", "write", 30, None),
    ]
    serials = sorted(_serials(of, chance), key=lambda one: (one.start or 0, one.id))
    programme = Programme(4, of.weeks, tour, posts=tongues)
    return Plans(
        programme, ForcePlan(tuple(lines), tuple(stints)), Timetable(tuple(serials), activities=tuple(slots))
    )


def _serials(of: Mission, chance: random.Random) -> Iterator[Serial]:
    for course, every, first in (("basic", 4, 3), ("leader", 9, 14), ("refresher", 12, 20)):
        seats = of.courses[course].seats
        for n, week in enumerate(range(first, of.exit_week - 8, every), 1):
            start, people = week + chance.randint(0, 2), chance.randint(seats.least, seats.most)
            yield Serial(f"{course}@home/{n}", course, "home", start, start, people, start)
