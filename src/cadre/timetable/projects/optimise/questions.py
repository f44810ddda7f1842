"""What is asked of the solver, round after round: raise the bound, improve a part of the plan, or all of it.

A bound rises by asking whether a value can be reached at all ("destructive", Klein and Scholl 1999, European
J. Operational Research 112), of the relaxation as long as that can say no, then of the whole model. A part
is freed and the rest keeps its people and order (large-neighbourhood search, Shaw 1998).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import cycle

from cadre.solving import Status
from cadre.timetable.projects.generate import ActivityDraft
from cadre.timetable.projects.optimise.model import Answer, SolverQuestion
from cadre.timetable.projects.orders import predecessors_first
from cadre.timetable.projects.problem import ActivityProblem
from cadre.timetable.projects.search import OrderSearch

ROUND = ("bound", "part", "whole", "part", "part")
"""Kinds of questions in turn."""
WORK = {"bound": 0.04, "part": 0.04, "whole": 0.06}
"""Deterministic work of a question of each kind at first."""
MORE, MOST_WORK = 1.4, 0.4
"""Factor by which work grows when a question stays open, and where that ends."""
SHARE, LEAST_SHARE, MOST_SHARE = 0.3, 0.1, 0.9
"""Share of the activities freed at first, at least, at most."""
WIDER, NARROWER = 1.2, 0.95
"""Factors of the share after a part that cannot be improved, and after one left open."""
NEIGHBOURS = 0.7
"""Chance that a part is a stretch of time, not activities from anywhere."""


@dataclass(frozen=True, slots=True)
class Question:
    """A kind, what is asked, the work granted, and whether any plan will do."""

    kind: str
    ask: SolverQuestion
    work: float
    first_only: bool = False


class Asker:
    """Poses questions and learns from the answers.

    Attributes
    ----------
    bound : int
        No plan is below.
    infeasible : bool
        No plan exists.
    work : float
        Deterministic work granted so far.
    """

    def __init__(self, problem: ActivityProblem, search: OrderSearch, bound: int, seed: int) -> None:
        self.problem, self.search, self.bound = problem, search, bound
        self.chance, self.kinds = random.Random(seed + 1), cycle(ROUND)
        self.granted, self.share = dict(WORK), SHARE
        self.reachable: int | None = None
        self.doubtful: int | None = None
        self.infeasible, self.work = False, 0.0

    @property
    def _best(self) -> ActivityDraft | None:
        return None if self.search.best is None else self.search.best.draft

    def next(self) -> Question:
        """Pose the next question."""
        kind = next(self.kinds)
        if self.search.best is None:
            ask, kind = SolverQuestion(self._worst(), near=None), "whole"
        elif kind == "bound":
            ask = self._ask_bound(self.search.best.fitness[0])
        else:
            free = self._part(self.search.best.draft) if kind == "part" else None
            ask = SolverQuestion(self.search.best.fitness[0] - 1, near=self._best, free=free)
        self.work += self.granted[kind]
        return Question(kind, ask, self.granted[kind], first_only=kind == "bound")

    def _worst(self) -> int:
        horizon = self.problem.horizon
        return horizon * max(1, sum(activity.weight for activity in self.problem.activities))

    def _ask_bound(self, objective: int) -> SolverQuestion:
        """Ask for the middle between bound and what may be reachable; the whole model once they meet."""
        ceiling = objective if self.reachable is None else min(objective, self.reachable)
        if ceiling <= self.bound:
            return SolverQuestion(self.bound, near=self._best)
        if self.doubtful is not None:
            ceiling = min(ceiling, self.doubtful)
        return SolverQuestion(max(self.bound, (self.bound + ceiling) // 2), staffed=False)

    def _part(self, draft: ActivityDraft) -> frozenset[int]:
        count = len(draft.starts)
        size = max(2, round(self.share * count))
        if self.chance.random() > NEIGHBOURS:
            return frozenset(self.chance.sample(range(count), min(size, count)))
        middles = [start + end for start, end in zip(draft.starts, draft.ends, strict=True)]
        centre = middles[self.chance.randrange(count)]
        return frozenset(sorted(range(count), key=lambda a: (abs(middles[a] - centre), a))[:size])

    def learn(self, asked: Question, answer: Answer) -> None:
        """Take in a plan, a proof, or that the question stayed open."""
        if answer.status is Status.NOT_FOUND:
            self._left_open(asked)
        elif answer.status is Status.INFEASIBLE:
            self._refused(asked)
        elif answer.draft is not None and asked.ask.staffed:
            self.search.take_in(answer.draft)
            if asked.ask.free is None:
                self.bound = max(self.bound, answer.bound)
        elif answer.draft is not None:
            target = asked.ask.target
            self.reachable = target if self.reachable is None else min(self.reachable, target)
            self._try_order(answer.draft)

    def _left_open(self, asked: Question) -> None:
        if asked.kind == "part":
            self.share = max(LEAST_SHARE, self.share * NARROWER)
        else:
            self.granted[asked.kind] = min(MOST_WORK, MORE * self.granted[asked.kind])
        if asked.kind == "bound":
            self.doubtful = asked.ask.target if asked.ask.target > self.bound else None

    def _refused(self, asked: Question) -> None:
        if asked.kind == "part":
            self.share = min(MOST_SHARE, self.share * WIDER)
        else:
            self.bound = max(self.bound, asked.ask.target + 1)
            self.infeasible = self.search.best is None

    def _try_order(self, draft: ActivityDraft) -> None:
        """Place activities in the order of the relaxation's starts."""
        keys = {a: float(start) for a, start in enumerate(draft.starts)}
        order = predecessors_first(self.problem, keys, self.search.place)
        self.search.join(order, self.search.layouts[0])
