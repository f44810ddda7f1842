"""TM8 as a plain program, written from `tm8.md`: what the compiled one must equal bit for bit."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.tm8 import case as tm8
from benchmarks.tm8.case import Case
from cadre.simulation.streams import GOLDEN, WORD, seed_word
from tests.simulation.reference import binomial, mix, poisson


@dataclass
class Class:
    course: int
    people: int
    left: int
    skill: int
    slot: int


class Mission:
    def __init__(self, case: Case, seed: int, n: int) -> None:
        self.case = case
        self.start_word = mix((seed_word(seed) + (n + 1) * GOLDEN) % WORD)
        self.word = 0
        self.queue = [0] * tm8.QUEUES
        self.force = [[0] * tm8.BINS for _ in range(tm8.TRADES)]
        self.nco, self.hosts, self.tours = 0, list(case.hosts), [0] * len(case.pledges)
        self.is_open = [True] * tm8.SITES
        self.classes: list[Class] = []
        self.graduates, self.came, self.gone, self.drawn = 0, sum(case.hosts), 0, 0

    def u(self, slot: int, event: int) -> float:
        self.drawn += slot < tm8.SLOT_PLEDGE or slot >= tm8.SLOT_CLASS
        z = mix(self.word ^ ((slot + event * GOLDEN) % WORD))
        return (z >> 12) * 2.0**-52 + 2.0**-53

    def lose(self, people: int, slot: int, p: float, event: int = tm8.HAPPENS) -> int:
        lost = binomial(self.u(slot, event), people, p)
        self.gone += lost
        return people - lost

    def play(self) -> list[int]:
        for t in range(self.case.weeks):
            self.word = mix((self.start_word + (t + 1) * GOLDEN) % WORD)
            self.arrive(t)
            self.open_and_close()
            self.leave(t)
            self.teach()
            self.start(t)
        force = sum(map(sum, self.force))
        in_class = sum(k.people for k in self.classes)
        there = sum(self.queue) + force + self.nco + sum(self.hosts) + in_class
        return [self.graduates, force, self.nco, sum(self.hosts), self.came, there, self.gone, self.drawn]

    def arrive(self, t: int) -> None:
        for i, pledge in enumerate(self.case.pledges):
            if t == pledge.ends:
                self.tours[i] = 0
            elif pledge.begins <= t < pledge.ends and (t - pledge.begins) % tm8.TOUR_WEEKS == 0:
                comes = self.u(tm8.SLOT_PLEDGE + i, tm8.HAPPENS) < pledge.honoured
                u = self.u(tm8.SLOT_PLEDGE + i, tm8.SHOW)
                self.tours[i] = binomial(u, pledge.people, tm8.SHOWS_UP) if comes else 0
        for c, mean in enumerate(self.case.intake):
            recruits = poisson(self.u(tm8.SLOT_QUEUE + c, tm8.ARRIVES), mean)
            self.queue[c] += recruits
            self.came += recruits

    def open_and_close(self) -> None:
        for s in range(tm8.SITES):
            u = self.u(tm8.SLOT_SITE + s, tm8.HAPPENS)
            self.is_open[s] = u >= tm8.CLOSES if self.is_open[s] else u < tm8.REOPENS

    def leave(self, t: int) -> None:
        if t > 0 and t % tm8.SHIFT == 0:
            self.force = [[0, f[0], f[1], f[2], f[3] + f[4]] for f in self.force]
        self.queue = [self.lose(n, tm8.SLOT_QUEUE + c, tm8.WAITING_LOSS) for c, n in enumerate(self.queue)]
        for k, trade in enumerate(self.force):
            first = tm8.SLOT_FORCE + k * tm8.BINS
            self.force[k] = [self.lose(n, first + b, tm8.FORCE_LOSS[b]) for b, n in enumerate(trade)]
        self.nco = self.lose(self.nco, tm8.SLOT_NCO, tm8.NCO_LOSS)
        self.hosts = [self.lose(n, tm8.SLOT_HOST + k, tm8.HOST_LOSS) for k, n in enumerate(self.hosts)]

    def present(self, k: int) -> int:
        pledges = zip(self.case.pledges, self.tours, strict=True)
        return self.hosts[k] + sum(n for pledge, n in pledges if pledge.skill == k)

    def busy(self, k: int) -> int:
        courses = [self.case.courses[x.course] for x in self.classes]
        return sum(c.instructors for c in courses if c.skill == k)

    def teach(self) -> None:
        skills = range(tm8.SKILLS)
        self.staffed = [self.present(k) >= tm8.STAFF_SHARE * self.busy(k) for k in skills]
        for one in list(self.classes):
            course = self.case.courses[one.course]
            one.people = self.lose(one.people, one.slot, course.drop, tm8.DROPS)
            one.left -= self.is_open[course.site] and self.staffed[course.skill]
            if one.left == 0:
                self.classes.remove(one)
                self.finish(one)

    def finish(self, one: Class) -> None:
        failed = binomial(self.u(one.slot, tm8.FAILS), one.people, self.case.courses[one.course].fail)
        again = binomial(self.u(one.slot, tm8.REPEAT), failed, tm8.REPEATS)
        self.gone += failed - again
        passed = one.people - failed
        if one.course == tm8.NCO_COURSE:
            self.force[0][tm8.BINS - 1] += again
            self.nco += passed
        elif one.course == tm8.TRAINERS_COURSE:
            self.nco += again
            self.hosts[one.skill] += passed
        else:
            self.queue[one.course] += again
            self.send_on(one, passed)

    def send_on(self, one: Class, passed: int) -> None:
        if one.course >= 2:
            self.force[one.course - 2][0] += passed
            self.graduates += passed
            return
        for i, event in enumerate((tm8.ROUTE_2, tm8.ROUTE_3, tm8.ROUTE_4)):
            goes = binomial(self.u(one.slot, event), passed, tm8.ROUTES[i])
            self.queue[2 + i] += goes
            passed -= goes
        self.queue[5] += passed

    def cap(self, c: int) -> int:
        course = self.case.courses[c]
        if not (self.is_open[course.site] and self.staffed[course.skill]):
            return 0
        free = self.present(course.skill) - self.busy(course.skill)
        used = sum(self.case.courses[x.course].site == course.site for x in self.classes)
        return max(0, min(free // course.instructors, self.case.rooms[course.site] - used, course.most))

    def begin(self, t: int, c: int, people: int, which: int = 0, skill: int = 0) -> None:
        slot = tm8.SLOT_CLASS + t * tm8.SLOT_WEEK + c * 8 + which
        self.classes.append(Class(c, people, self.case.courses[c].weeks, skill, slot))

    def start(self, t: int) -> None:
        self.start_trainers(t)
        self.start_nco(t)
        for c in range(tm8.QUEUES):
            course = self.case.courses[c]
            classes = min(self.cap(c), (self.queue[c] + course.seats - course.least) // course.seats)
            people = min(self.queue[c], classes * course.seats)
            self.queue[c] -= people
            for which in range(classes):
                size = min(people, course.seats)
                self.begin(t, c, size, which)
                people -= size

    def start_trainers(self, t: int) -> None:
        course = self.case.courses[tm8.TRAINERS_COURSE]
        in_class = [0] * tm8.SKILLS
        for one in self.classes:
            if one.course == tm8.TRAINERS_COURSE:
                in_class[one.skill] += one.people
        targets = self.case.targets
        gaps = [targets[k] - self.hosts[k] - in_class[k] for k in range(tm8.SKILLS)]
        most = max(range(tm8.SKILLS), key=lambda k: gaps[k] / targets[k])
        people = min(course.seats, self.nco, gaps[most])
        if people >= course.least and self.cap(tm8.TRAINERS_COURSE):
            self.nco -= people
            self.begin(t, tm8.TRAINERS_COURSE, people, skill=most)

    def start_nco(self, t: int) -> None:
        course, senior = self.case.courses[tm8.NCO_COURSE], self.force[t % tm8.TRADES]
        if self.nco < tm8.NCO_MOST and senior[-1] >= course.least and self.cap(tm8.NCO_COURSE):
            people = min(course.seats, senior[-1])
            senior[-1] -= people
            self.begin(t, tm8.NCO_COURSE, people)
