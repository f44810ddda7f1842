"""TM8 person by person: a SimPy model written from `tm8.md`, the oracle and the peer of the compiled program.

Takes a `Case` and a seed, plays one replication, gives its outputs. Every recruit, trainee, soldier,
instructor of the host and class is a process of its own; it shares data with the compiled program and
neither rules, luck nor samplers. What the page leaves open is read as there: a class of trainers is no
larger than the gap that it fills, and NCOs who repeat go back to the first trade.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from itertools import islice
from random import Random

import numpy as np
import simpy
from numpy.typing import NDArray

from benchmarks.tm8.case import (
    BINS,
    CLOSES,
    FORCE_LOSS,
    HOST_LOSS,
    NCO_COURSE,
    NCO_LOSS,
    NCO_MOST,
    QUEUES,
    REOPENS,
    REPEATS,
    SHIFT,
    SHOWS_UP,
    SITES,
    SKILLS,
    STAFF_SHARE,
    TOUR_WEEKS,
    TRADES,
    TRAINERS_COURSE,
    WAITING_LOSS,
    Case,
    Course,
    Pledge,
)

Steps = Generator[simpy.Event, None, None]
ARRIVALS, WEATHER, LOSSES, STAFFING, LESSONS, STARTS = (hour / 8 for hour in range(1, 7))
"""Parts of a week in which its steps happen."""
AFTER_BASIC = (0.55, 0.15, 0.15, 0.15)
BASIC = 2
SENIOR = BINS - 1


@dataclass(eq=False, slots=True)
class Person:
    """Somebody: where he waits or serves, and whom he belongs to there."""

    group: dict[Person, None]
    risk: float
    tenure: int = SENIOR
    trade: int = 0


@dataclass(eq=False, slots=True)
class Class:
    """A class under way; of one that trains trainers, the skill they will teach."""

    number: int
    course: Course
    skill: int
    people: dict[Person, None] = field(default_factory=dict)


class Mission:
    """One replication.

    Parameters
    ----------
    case : Case
        The option.
    seed : int
        Of all of its luck, drawn in one sequence.
    """

    def __init__(self, case: Case, seed: int) -> None:
        self.case, self.random, self.env = case, Random(seed), simpy.Environment()
        self.waiting: list[dict[Person, None]] = [{} for _ in range(QUEUES)]
        self.trained: list[dict[Person, None]] = [{} for _ in range(TRADES)]
        self.seniors: list[dict[Person, None]] = [{} for _ in range(TRADES)]
        self.ncos: dict[Person, None] = {}
        self.hosts: list[dict[Person, None]] = [{} for _ in range(SKILLS)]
        self.classes: dict[Class, None] = {}
        self.guests, self.open, self.staffed = [0] * SKILLS, [True] * SITES, [True] * SKILLS
        self.busy, self.used, self.graduates = [0] * SKILLS, [0] * SITES, 0

    def play(self) -> list[int]:
        """Play all weeks and give graduates, force, NCOs and hosts."""
        for skill, number in enumerate(self.case.hosts):
            for _ in range(number):
                self.appear(self.hosts[skill], HOST_LOSS, LOSSES)
        for pledge in self.case.pledges:
            self.env.process(self.pledge(pledge))
        for course, mean in enumerate(self.case.intake):
            self.env.process(self.intake(course, mean))
        for site in range(SITES):
            self.env.process(self.site(site))
        self.env.process(self.quarters())
        self.env.process(self.staff())
        self.env.run(until=self.case.weeks)
        force = sum(map(len, self.trained)) + sum(map(len, self.seniors))
        return [self.graduates, force, len(self.ncos), sum(map(len, self.hosts))]

    # ---- people

    def appear(self, group: dict[Person, None], risk: float, delay: float) -> None:
        """Let somebody appear in a group, who meets his first week's risk after a delay."""
        person = Person(group, risk)
        group[person] = None
        self.env.process(self.life(person, delay))

    def life(self, person: Person, delay: float) -> Steps:
        """Let a person meet the risk of where he is once a week, until he leaves.

        That of a trainee too, a little before the lessons: nobody looks at the size of a class in between.
        """
        timeout, luck = self.env.timeout, self.random.random
        yield timeout(delay)
        while luck() >= person.risk:
            yield timeout(1)
        del person.group[person]

    def quarters(self) -> Steps:
        """Let soldiers grow older, before the losses of each thirteenth week."""
        yield self.env.timeout(SHIFT + WEATHER)
        while True:
            for people in self.trained:
                for person in list(people):
                    self.grow_older(person)
            yield self.env.timeout(SHIFT)

    def grow_older(self, person: Person) -> None:
        """Move a soldier to the next quarter of service, or among the seniors."""
        person.tenure += 1
        if person.tenure == SENIOR:
            self.move(person, self.seniors[person.trade], FORCE_LOSS[SENIOR])
        else:
            person.risk = FORCE_LOSS[person.tenure]

    def move(self, person: Person, group: dict[Person, None], risk: float) -> None:
        """Move a person to another group."""
        del person.group[person]
        group[person] = None
        person.group, person.risk = group, risk

    # ---- arrivals, sites, staff

    def intake(self, course: int, mean: float) -> Steps:
        """Let recruits come."""
        yield self.env.timeout(ARRIVALS)
        while True:
            for _ in range(poisson(self.random, mean)):
                self.appear(self.waiting[course], WAITING_LOSS, LOSSES - ARRIVALS)
            yield self.env.timeout(1)

    def pledge(self, pledge: Pledge) -> Steps:
        """Let the tours of a pledge come and go."""
        yield self.env.timeout(pledge.begins + ARRIVALS)
        for begins in range(pledge.begins, pledge.ends, TOUR_WEEKS):
            honoured = self.random.random() < pledge.honoured
            here = sum(honoured and self.random.random() < SHOWS_UP for _ in range(pledge.people))
            self.guests[pledge.skill] += here
            yield self.env.timeout(min(TOUR_WEEKS, pledge.ends - begins))
            self.guests[pledge.skill] -= here

    def site(self, site: int) -> Steps:
        """Close and open a site."""
        yield self.env.timeout(WEATHER)
        while True:
            changes = CLOSES if self.open[site] else REOPENS
            self.open[site] ^= self.random.random() < changes
            yield self.env.timeout(1)

    def staff(self) -> Steps:
        """See which skills are staffed, and begin classes, in every week."""
        yield self.env.timeout(STAFFING)
        for week in range(self.case.weeks):
            self.staffed = [self.present(k) >= STAFF_SHARE * self.busy[k] for k in range(SKILLS)]
            yield self.env.timeout(STARTS - STAFFING)
            self.begin_trainers()
            self.begin_ncos(week % TRADES)
            for number in range(QUEUES):
                self.begin_from_queue(number)
            yield self.env.timeout(1 - STARTS + STAFFING)

    def present(self, skill: int) -> int:
        """Count the instructors of a skill who are there."""
        return len(self.hosts[skill]) + self.guests[skill]

    # ---- classes

    def lessons(self, one: Class) -> Steps:
        """Hold a class, week by week, and let its people pass, repeat or leave."""
        course, left, wait = one.course, one.course.weeks, 1 + LESSONS - STARTS
        while left:
            yield self.env.timeout(wait)
            wait = 1
            left -= self.open[course.site] and self.staffed[course.skill]
        del self.classes[one]
        self.busy[course.skill] -= course.instructors
        self.used[course.site] -= 1
        for person in list(one.people):
            if self.random.random() >= course.fail:
                self.succeed(person, one)
            elif self.random.random() < REPEATS:
                self.repeat(person, one.number)
            else:
                person.risk = 1.0

    def succeed(self, person: Person, one: Class) -> None:
        """Send a person on who passed."""
        if one.number == NCO_COURSE:
            self.move(person, self.ncos, NCO_LOSS)
        elif one.number == TRAINERS_COURSE:
            self.move(person, self.hosts[one.skill], HOST_LOSS)
        elif one.number < BASIC:
            (chosen,) = self.random.choices(self.waiting[BASIC:], AFTER_BASIC)
            self.move(person, chosen, WAITING_LOSS)
        else:
            self.graduates += 1
            person.tenure, person.trade = 0, one.number - BASIC
            self.move(person, self.trained[person.trade], FORCE_LOSS[0])

    def repeat(self, person: Person, number: int) -> None:
        """Send a person back to where he came from."""
        if number == NCO_COURSE:
            self.move(person, self.seniors[0], FORCE_LOSS[SENIOR])
        elif number == TRAINERS_COURSE:
            self.move(person, self.ncos, NCO_LOSS)
        else:
            self.move(person, self.waiting[number], WAITING_LOSS)

    def begin(self, number: int, people: Iterator[Person], skill: int = 0) -> None:
        """Begin a class."""
        course = self.case.courses[number]
        one = Class(number, course, skill)
        for person in list(people):
            self.move(person, one.people, course.drop)
        self.classes[one] = None
        self.busy[course.skill] += course.instructors
        self.used[course.site] += 1
        self.env.process(self.lessons(one))

    def cap(self, number: int) -> int:
        """Give how many classes of a course may begin."""
        course = self.case.courses[number]
        if not (self.open[course.site] and self.staffed[course.skill]):
            return 0
        free = self.present(course.skill) - self.busy[course.skill]
        rooms = self.case.rooms[course.site] - self.used[course.site]
        return max(0, min(free // course.instructors, rooms, course.most))

    def begin_from_queue(self, number: int) -> None:
        """Begin classes with those who wait for a course."""
        course, queue = self.case.courses[number], self.waiting[number]
        for _ in range(min(self.cap(number), (len(queue) + course.seats - course.least) // course.seats)):
            self.begin(number, islice(queue, course.seats))

    def begin_ncos(self, trade: int) -> None:
        """Begin a class of NCOs from the seniors of a trade, while there are too few NCOs."""
        course, seniors = self.case.courses[NCO_COURSE], self.seniors[trade]
        if len(self.ncos) < NCO_MOST and len(seniors) >= course.least and self.cap(NCO_COURSE):
            self.begin(NCO_COURSE, islice(seniors, course.seats))

    def begin_trainers(self) -> None:
        """Begin a class of trainers from the NCOs, for the skill that lacks most of its target."""
        course, targets = self.case.courses[TRAINERS_COURSE], self.case.targets
        gaps = [target - len(hosts) for target, hosts in zip(targets, self.hosts, strict=True)]
        for one in self.classes:
            if one.number == TRAINERS_COURSE:
                gaps[one.skill] -= len(one.people)
        skill = max(range(SKILLS), key=lambda k: gaps[k] / targets[k])
        people = min(course.seats, len(self.ncos), gaps[skill])
        if people >= course.least and self.cap(TRAINERS_COURSE):
            self.begin(TRAINERS_COURSE, islice(self.ncos, people), skill)


def poisson(random: Random, mean: float) -> int:
    """Count what happens in a week at a steady rate."""
    number, time = 0, random.expovariate(mean)
    while time < 1:
        number, time = number + 1, time + random.expovariate(mean)
    return number


def simulate(case: Case, *, replications: int, seed: int) -> NDArray[np.float64]:
    """Play replications, each on a seed of its own.

    Returns
    -------
    ndarray of float64, shape (replications, 4)
        Graduates, force, NCOs, hosts.
    """
    return np.array([Mission(case, seed + n).play() for n in range(replications)], np.float64)
