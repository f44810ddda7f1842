"""TM8 with numpy over replications: a peer of the compiled program that shares none of its rules or luck.

Takes a `Case`, plays all replications week by week at once, gives their outputs. Counts are arrays over
replications; a class is a column of its course, ended by a clock that stands still while the course does.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.tm8 import case as tm8
from benchmarks.tm8.case import Case

Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]
NEVER = 10**6
BASIC = 2


class Courses:
    """Classes under way of one course: people, week of its clock at which each ends, skill taught."""

    def __init__(self, replications: int, rooms: int) -> None:
        shape = (replications, rooms)
        self.people, self.taught = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        self.ends, self.clock = np.full(shape, NEVER), np.zeros((replications, 1), np.int64)

    def begin(self, rows: Flags, people: Counts, weeks: int, taught: Counts | int = 0) -> None:
        """Begin a class in the first free column of each of these replications."""
        n = np.nonzero(rows)[0]
        free = (self.ends[n] == NEVER).argmax(1)
        self.people[n, free] = people[n]
        self.ends[n, free] = self.clock[n, 0] + weeks
        self.taught[n, free] = taught[n] if isinstance(taught, np.ndarray) else taught


class Missions:
    """All replications of one case."""

    def __init__(self, case: Case, replications: int, seed: int) -> None:
        self.case, self.n, self.random = case, replications, np.random.default_rng(seed)
        self.queue = np.zeros((tm8.QUEUES, replications), np.int64)
        self.force = np.zeros((tm8.TRADES, tm8.BINS, replications), np.int64)
        self.nco = np.zeros(replications, np.int64)
        self.hosts = np.repeat(np.array(case.hosts)[:, None], replications, 1)
        self.tours = np.zeros((len(case.pledges), replications), np.int64)
        self.open = np.ones((tm8.SITES, replications), bool)
        self.busy, self.used = np.zeros_like(self.hosts), np.zeros((tm8.SITES, replications), np.int64)
        self.classes = [Courses(replications, case.rooms[course.site]) for course in case.courses]
        self.graduates = np.zeros(replications, np.int64)

    def play(self) -> NDArray[np.float64]:
        """Play all weeks and give the outputs."""
        for t in range(self.case.weeks):
            self.arrive(t)
            shut = self.random.random(self.open.shape)
            self.open = np.where(self.open, shut >= tm8.CLOSES, shut < tm8.REOPENS)
            self.leave(t)
            self.staffed = self.present() >= tm8.STAFF_SHARE * self.busy
            for number in range(len(self.case.courses)):
                self.teach(number)
            self.start_trainers()
            self.start_ncos(t % tm8.TRADES)
            for number in range(tm8.QUEUES):
                self.start(number)
        force = self.force.sum((0, 1))
        return np.stack([self.graduates, force, self.nco, self.hosts.sum(0)], 1).astype(float)

    def present(self) -> Counts:
        """Count instructors by skill."""
        there = self.hosts.copy()
        for pledge, people in zip(self.case.pledges, self.tours, strict=True):
            there[pledge.skill] += people
        return there

    def arrive(self, t: int) -> None:
        """Step 1: tours and recruits."""
        for i, pledge in enumerate(self.case.pledges):
            if t == pledge.ends:
                self.tours[i] = 0
            elif pledge.begins <= t < pledge.ends and (t - pledge.begins) % tm8.TOUR_WEEKS == 0:
                honoured = self.random.random(self.n) < pledge.honoured
                self.tours[i] = honoured * self.random.binomial(pledge.people, tm8.SHOWS_UP, self.n)
        for number, mean in enumerate(self.case.intake):
            self.queue[number] += self.random.poisson(mean, self.n)

    def leave(self, t: int) -> None:
        """Step 3: tenure and attrition."""
        if t > 0 and t % tm8.SHIFT == 0:
            self.force[:, -1] += self.force[:, -2]
            self.force[:, 1:-1] = self.force[:, :-2].copy()
            self.force[:, 0] = 0
        self.queue -= self.random.binomial(self.queue, tm8.WAITING_LOSS)
        self.force -= self.random.binomial(self.force, np.array(tm8.FORCE_LOSS)[:, None])
        self.nco -= self.random.binomial(self.nco, tm8.NCO_LOSS)
        self.hosts -= self.random.binomial(self.hosts, tm8.HOST_LOSS)

    def goes_on(self, number: int) -> Flags:
        """Say in which replications site and skill of a course let it go on."""
        course = self.case.courses[number]
        return np.asarray(self.open[course.site] & self.staffed[course.skill], bool)

    def teach(self, number: int) -> None:
        """Step 4: classes lose people, go on or not, and end."""
        course, classes = self.case.courses[number], self.classes[number]
        classes.people -= self.random.binomial(classes.people, course.drop)
        classes.clock[:, 0] += self.goes_on(number)
        n, column = np.nonzero(classes.ends == classes.clock)
        people, taught = classes.people[n, column], classes.taught[n, column]
        classes.people[n, column], classes.ends[n, column] = 0, NEVER
        np.subtract.at(self.busy[course.skill], n, course.instructors)
        np.subtract.at(self.used[course.site], n, 1)
        failed = self.random.binomial(people, course.fail)
        again, passed = self.random.binomial(failed, tm8.REPEATS), people - failed
        if number == tm8.NCO_COURSE:
            np.add.at(self.force[0, -1], n, again)
            np.add.at(self.nco, n, passed)
        elif number == tm8.TRAINERS_COURSE:
            np.add.at(self.nco, n, again)
            np.add.at(self.hosts, (taught, n), passed)
        else:
            np.add.at(self.queue[number], n, again)
            self.send_on(number, n, passed)

    def send_on(self, number: int, n: Counts, passed: Counts) -> None:
        """Send those who passed to the next course, or to the force."""
        if number >= BASIC:
            np.add.at(self.force[number - BASIC, 0], n, passed)
            np.add.at(self.graduates, n, passed)
            return
        for i, share in enumerate((*tm8.ROUTES, 1.0)):
            goes = self.random.binomial(passed, share)
            np.add.at(self.queue[BASIC + i], n, goes)
            passed = passed - goes

    def cap(self, number: int) -> Counts:
        """Give how many classes of a course may begin."""
        course = self.case.courses[number]
        free = (self.present()[course.skill] - self.busy[course.skill]) // course.instructors
        rooms = self.case.rooms[course.site] - self.used[course.site]
        most: Counts = np.clip(np.minimum(free, rooms), 0, course.most)
        return most * self.goes_on(number)

    def begin(self, number: int, rows: Flags, people: Counts, taught: Counts | int = 0) -> None:
        """Begin a class in each of these replications."""
        course = self.case.courses[number]
        self.classes[number].begin(rows, people, course.weeks, taught)
        self.busy[course.skill] += course.instructors * rows
        self.used[course.site] += rows

    def start(self, number: int) -> None:
        """Step 5: classes of those who wait begin."""
        course, queue = self.case.courses[number], self.queue[number]
        classes = np.minimum(self.cap(number), (queue + course.seats - course.least) // course.seats)
        for which in range(course.most):
            rows = which < classes
            people = np.minimum(queue, course.seats) * rows
            queue -= people
            self.begin(number, rows, people)

    def start_ncos(self, trade: int) -> None:
        """Step 5: a class of NCOs begins."""
        course, seniors = self.case.courses[tm8.NCO_COURSE], self.force[trade, -1]
        rows = (self.nco < tm8.NCO_MOST) & (seniors >= course.least) & (self.cap(tm8.NCO_COURSE) > 0)
        people = np.minimum(seniors, course.seats) * rows
        seniors -= people
        self.begin(tm8.NCO_COURSE, rows, people)

    def start_trainers(self) -> None:
        """Step 5: a class of trainers begins for the skill that lacks most of its target."""
        course, classes = self.case.courses[tm8.TRAINERS_COURSE], self.classes[tm8.TRAINERS_COURSE]
        targets = np.array(self.case.targets)[:, None]
        gaps = targets - self.hosts
        for skill in range(tm8.SKILLS):
            gaps[skill] -= (classes.people * (classes.taught == skill)).sum(1)
        most = (gaps / targets).argmax(0)
        people = np.minimum(np.minimum(self.nco, course.seats), gaps[most, np.arange(self.n)])
        rows = (people >= course.least) & (self.cap(tm8.TRAINERS_COURSE) > 0)
        self.nco -= people * rows
        self.begin(tm8.TRAINERS_COURSE, rows, people, most)


def simulate(case: Case, *, replications: int, seed: int) -> NDArray[np.float64]:
    """Play replications.

    Returns
    -------
    ndarray of float64, shape (replications, 4)
        Graduates, force, NCOs, hosts.
    """
    return Missions(case, replications, seed).play()
