"""What is asked, among the options evaluated: the option as asked, or what forbids it, and the least.

Takes a mission and evaluated options, gives an `AskedFor` and roles with their reasons
(docs/model/decision.md, "What is asked").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from cadre import criteria
from cadre.criteria import COST, OUTCOME
from cadre.mission import Mission
from cadre.mission.asked import AskedChoices, answered, answers, asked_of_levers
from cadre.plans import AskedFor
from cadre.reasons import Reason
from cadre.reasons.options import (
    AsAsked,
    AskedTwice,
    LeastThatAnswers,
    LeastThatServes,
    NearestToAsked,
    RuleForbids,
)
from cadre.screening.distance import Evaluated

AS_GOOD = 0.02
"""An option that reaches two points less of the targets than another reaches as much."""
FORBIDDING = 3
"""Reasons told, at most, why what is asked is no option."""


class Asked:
    """What is asked of the options of a mission.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    evaluated : sequence of Evaluated
        Doing nothing first.
    """

    def __init__(self, mission: Mission, evaluated: Sequence[Evaluated]) -> None:
        self.mission = mission
        self.levers: tuple[AskedChoices, ...] = asked_of_levers(mission)
        self.answers = answers(mission)
        self.elements = sum(map(bool, self.answers.values()))
        self._every = evaluated[1:]
        self._nothing = evaluated[0]
        self.possible = [e for e in self._every if e.why is None]

    @property
    def asks(self) -> bool:
        """Whether the mandate names elements that something serves or that ask for a choice."""
        return any(e.asked or e.served_by for e in self.mission.mandate.elements.values())

    def holds(self, choices: Mapping[str, str]) -> bool:
        """Say whether choices are as asked."""
        return all(choices.get(one.lever) in one.choices for one in self.levers)

    def answered(self, e: Evaluated) -> int:
        """Return how many of the elements that speak of levers an option answers."""
        return answered(e.option.choices, self.answers)

    @property
    def left_open(self) -> tuple[str, ...]:
        """Levers of which the mandate leaves more than one choice."""
        several = {one.lever: len(one.choices) for one in self.levers}
        return tuple(lever for lever in self.mission.levers if several.get(lever, 2) > 1)

    def option(self) -> Evaluated | None:
        """Return the option as asked, of several the one that reaches most at least cost; else the nearest.

        None where no option can be carried out or the mandate asks for nothing that the levers hold.
        """
        if not self.asks or not self.possible:
            return None
        as_asked = [e for e in self.possible if self.holds(e.option.choices)]
        return efficient(as_asked or self._answering(self.possible))

    def least(self) -> Evaluated | None:
        """Return the cheapest that answers most elements and adds anything to doing nothing."""
        if not self.asks or not self.possible:
            return None
        adding = [e for e in self.possible if self._adds(e)]
        return min(self._answering(adding or self.possible), key=lambda e: (e.measures[COST], _effort(e)))

    def _answering(self, among: Sequence[Evaluated]) -> list[Evaluated]:
        most = max(map(self.answered, among))
        return [e for e in among if self.answered(e) == most]

    def _adds(self, e: Evaluated) -> bool:
        return any(e.measures[k] > self._nothing.measures[k] for k in criteria.yields())

    def reason_of_option(self, e: Evaluated, *, least: bool) -> Reason:
        """Return why the option as asked, or the nearest to it, is shown."""
        if self.holds(e.option.choices):
            derived = any(one.derived for one in self.levers)
            return AsAsked(self.left_open, derived, least)
        return NearestToAsked(self.answered(e), self.elements, least)

    def reason_of_least(self, e: Evaluated) -> Reason:
        """Return why the least that answers the mandate is shown."""
        return LeastThatAnswers(self.answered(e), self.elements) if self.elements else LeastThatServes()

    def asked_for(self, option: Evaluated | None) -> AskedFor:
        """Return what is asked as data of a study, with what forbids it where no option is as asked."""
        there = option is not None and self.holds(option.option.choices)
        return AskedFor(
            self.levers,
            self.left_open,
            option.option.id if option is not None and there else None,
            () if there or not self.asks else self._forbidden(),
        )

    def _forbidden(self) -> tuple[Reason, ...]:
        """Return what stands against what is asked: elements, rules, or what cannot be carried out."""
        twice = tuple(AskedTwice(one.lever) for one in self.levers if not one.choices)
        if twice:
            return twice
        impossible = Counter(e.why for e in self._every if e.why is not None and self.holds(e.option.choices))
        if impossible:
            return tuple(why for why, _ in impossible.most_common(FORBIDDING))
        return tuple(map(RuleForbids, self._rules()[:FORBIDDING]))

    def _rules(self) -> list[str]:
        """Return why the rules exclude what is asked, the rule first that excludes most of it."""
        asked = {one.lever: one.choices for one in self.levers}
        held = {lever: asked.get(lever, tuple(of.choices)) for lever, of in self.mission.levers.items()}
        by: Counter[str] = Counter()
        for chosen in product(*held.values()):
            choices = dict(zip(held, chosen, strict=True))
            by.update(rule.because for rule in self.mission.rules if rule.excludes(choices))
        return [because for because, _ in by.most_common()]


def efficient(among: Sequence[Evaluated]) -> Evaluated:
    """Return, of the options that reach as much of the targets as any, the cheapest, of equals the first."""
    most = max(e.measures[OUTCOME] for e in among)
    reach = [e for e in among if e.measures[OUTCOME] >= most - AS_GOOD]
    return min(reach, key=lambda e: (e.measures[COST], _effort(e)))


def _effort(e: Evaluated) -> tuple[float, ...]:
    return tuple(e.measures[k] for k in criteria.efforts())
