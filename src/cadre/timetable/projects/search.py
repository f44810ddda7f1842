"""Search over orders of activities: a genetic algorithm with forward-backward improvement.

Takes a problem, gives the best `ActivityDraft` found so far at any moment. An individual is an order of
activities and, for each activity, an order in which classes of people are taken; children take part of the
order from each parent (two-point crossover, Hartmann 1998, Naval Research Logistics 45) and the classes that
worked on each activity from either, and each is improved by justification. Seeded; work is counted in
schedules built.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cadre.timetable.projects.generate import ActivityDraft, Takes, serial
from cadre.timetable.projects.orders import predecessors_first, priority_rules
from cadre.timetable.projects.problem import ActivityGoal, ActivityProblem, objective_of, topological
from cadre.timetable.projects.tables import ActivityTables, Fields, heads_and_tails, scarcity

POPULATION = 40
"""Individuals kept."""
LAYOUTS = 8
"""Orders of taking classes: by worth, and by worth disturbed by chance."""
DISTURBED = (0.4, 1.6)
"""Range of the factor by which the worth of a class is disturbed."""
MUTATION = 0.05
"""Chance that an activity changes places with the next one, and that it takes another layout."""
INHERITED = 0.7
"""Chance that a child takes first the classes that worked on the activity in a parent."""
STALE = 400
"""Children without a better one, be it by the sum of ends, after which a new population begins."""
MEETING = 4
"""Of so many populations one begins with the best of those before it, the others from nothing."""
SPREADS = (0.1, 0.25, 0.5)
"""By how much of all places a newcomer's order is disturbed."""


@dataclass(frozen=True, slots=True)
class Individual:
    """What came out, as (objective, sum of ends) and draft, of an order and the classes taken first."""

    fitness: tuple[int, int]
    order: tuple[int, ...]
    fields: tuple[Fields, ...]
    draft: ActivityDraft


class OrderSearch:
    """A population that is stepped on as long as somebody wants.

    Attributes
    ----------
    best : Individual or None
        The best so far.
    leader : Individual or None
        The best of the population at hand.
    champions : list of Individual
        The leaders of populations that are over.
    schedules : int
        Schedules built so far, a measure of work that is the same on every machine.
    """

    def __init__(self, problem: ActivityProblem, tables: ActivityTables, seed: int = 0) -> None:
        self.problem, self.tables, self.mirror = problem, tables, tables.mirrored()
        self.chance = random.Random(seed)
        self.place = {a: i for i, a in enumerate(topological(problem))}
        self.heads, self.tails = heads_and_tails(problem)
        self.layouts = self._layouts()
        self.best: Individual | None = None
        self.leader: Individual | None = None
        self.champions: list[Individual] = []
        self.population: list[Individual] = []
        self.schedules = self.stale = 0

    def _layouts(self) -> list[tuple[Fields, ...]]:
        asked, classes = scarcity(self.problem), self.tables.classes
        worth = [sum(sorted(asked.get(k, 0.0) for k in group.skills)) for group in classes]
        layouts = [tuple(staffing.fields for staffing in self.tables.staffing)]
        for _ in range(1, LAYOUTS):
            other = [w * self.chance.uniform(*DISTURBED) for w in worth]
            layouts.append(
                tuple(tuple(sorted(fields, key=lambda f: (other[f[0]], f[0]))) for fields in layouts[0])
            )
        return layouts

    def start(self) -> None:
        """Build a plan by each priority rule."""
        for keys in priority_rules(self.problem, self.heads, self.tails):
            self.join(predecessors_first(self.problem, keys, self.place), self.layouts[0])

    def join(self, order: Sequence[int], fields: tuple[Fields, ...]) -> None:
        """Build from an order, improve, and add to the population what came out."""
        draft = self._built(self.tables, order, fields)
        if draft is not None:
            self.welcome(self._rated(order, fields, draft))

    def take_in(self, draft: ActivityDraft) -> None:
        """Add a draft that came from elsewhere."""
        order = self._by(lambda a: draft.starts[a])
        self.welcome(self._rated(order, kept(draft.takes, self.layouts[0]), draft))

    def welcome(self, found: Individual) -> None:
        """Improve an individual and add it to the population."""
        if self.problem.aim is ActivityGoal.MAKESPAN:
            found = self._justified(found)
        if self.leader is None or found.fitness < self.leader.fitness:
            self.leader, self.stale = found, 0
        if self.best is None or found.fitness < self.best.fitness:
            self.best = found
        self.population.append(found)

    def _by(self, key: Callable[[int], int]) -> list[int]:
        return sorted(self.place, key=lambda a: (key(a), self.place[a]))

    def _built(
        self, tables: ActivityTables, order: Sequence[int], fields: Sequence[Fields]
    ) -> ActivityDraft | None:
        self.schedules += 1
        return serial(tables, order, fields)

    def _rated(self, order: Sequence[int], fields: tuple[Fields, ...], draft: ActivityDraft) -> Individual:
        value = objective_of(self.problem, draft.starts)
        return Individual((value, sum(draft.ends)), tuple(order), fields, draft)

    def _justified(self, one: Individual) -> Individual:
        """Push all to the right, then all to the left, with the same classes first; gives the better plan."""
        ends = one.draft.ends
        late = sorted(self.place, key=lambda a: (-ends[a], -self.place[a]))
        back = self._built(self.mirror, late, kept(one.draft.takes, one.fields))
        if back is None:
            return one
        order = self._by(lambda a: -back.ends[a])
        draft = self._built(self.tables, order, kept(back.takes, one.fields))
        if draft is None:
            return one
        return min(one, self._rated(order, one.fields, draft), key=lambda i: i.fitness)

    def step(self) -> None:
        """Make one child, or one newcomer while the population is small; the worst leave."""
        self.stale += 1
        if self.stale >= STALE:
            self._begin_anew()
        if len(self.population) < POPULATION:
            self.join(self._sampled(), self._drawn())
            return
        mother, father = self._picked(), self._picked()
        order = self._mutated(self._crossed(mother.order, father.order))
        self.join(order, self._staffed(mother, father))
        self._select()

    def _begin_anew(self) -> None:
        """End a population: one that has settled finds little more, another settles elsewhere.

        Where a population found nothing, as in a tight case where few orders give a plan, the next begins
        with the best of those before.
        """
        meeting = self.leader is None or len(self.champions) % MEETING == MEETING - 2
        if self.leader is not None:
            self.champions.append(self.leader)
        self.population, self.leader, self.stale = [], None, 0
        if meeting and self.champions:
            self.population = sorted(self.champions, key=lambda i: i.fitness)[: POPULATION // 2]
            self.leader = self.population[0]

    def _select(self) -> None:
        """Keep the population's size: the newcomer leaves if its starts are known, else the worst."""
        while len(self.population) > POPULATION:
            starts = self.population[-1].draft.starts
            if any(starts == other.draft.starts for other in self.population[:-1]):
                self.population.pop()
            else:
                worst = max(range(len(self.population)), key=lambda i: self.population[i].fitness)
                self.population.pop(worst)

    def _picked(self) -> Individual:
        return min(self.chance.sample(self.population, 2), key=lambda i: i.fitness)

    def _crossed(self, mother: Sequence[int], father: Sequence[int]) -> list[int]:
        first, last = sorted(self.chance.sample(range(len(mother) + 1), 2))
        child = list(mother[:first])
        used = set(child)
        middle = [a for a in father if a not in used][: last - first]
        used.update(middle)
        return child + middle + [a for a in mother if a not in used]

    def _mutated(self, order: list[int]) -> list[int]:
        for i in range(len(order) - 1):
            if self.chance.random() < MUTATION and order[i] not in self.tables.before[order[i + 1]]:
                order[i], order[i + 1] = order[i + 1], order[i]
        return order

    def _staffed(self, mother: Individual, father: Individual) -> tuple[Fields, ...]:
        inherited, fields = self.chance.random() < INHERITED, []
        for a in range(len(mother.order)):
            parent = mother if self.chance.random() < 0.5 else father  # noqa: PLR2004 - either parent
            if self.chance.random() < MUTATION:
                fields.append(self.chance.choice(self.layouts)[a])
            elif inherited:
                fields.append(taken_first(parent.draft.takes[a], parent.fields[a]))
            else:
                fields.append(parent.fields[a])
        return tuple(fields)

    def _drawn(self) -> tuple[Fields, ...]:
        """Draw a layout: one for all activities, or one for each."""
        if self.chance.random() < 0.5:  # noqa: PLR2004 - as often the one as the other
            return self.chance.choice(self.layouts)
        return tuple(self.chance.choice(self.layouts)[a] for a in range(len(self.place)))

    def _sampled(self) -> list[int]:
        """Draw an order: that of the best, or of latest starts, with places disturbed."""
        spread = self.chance.choice(SPREADS) * len(self.place)
        near = self.chance.random() < 0.5  # noqa: PLR2004 - as often as not
        order = self.leader.order if near and self.leader is not None else self._by(lambda a: -self.tails[a])
        keys = {a: i + self.chance.uniform(0, spread) for i, a in enumerate(order)}
        return predecessors_first(self.problem, keys, self.place)


def taken_first(takes: Takes, fields: Fields) -> Fields:
    """Put classes that were taken from before the others."""
    first = {c for c, _ in takes}
    return tuple([f for f in fields if f[0] in first] + [f for f in fields if f[0] not in first])


def kept(takes: Sequence[Takes], fields: Sequence[Fields]) -> tuple[Fields, ...]:
    """Put, by activity, classes that were taken from before the others."""
    return tuple(taken_first(t, f) for t, f in zip(takes, fields, strict=True))
