"""Open details: what it is worth to learn each of them, what that costs, and until when it is of use.

Takes what is at stake and the draws of what nobody knows, gives `Information` in the decision's own terms: in
how many futures another option would be chosen, what that changes in targets, floors and money; and in two
currencies, value and the chance of an option that is good and agreed (docs/model/decision.md, "Value of
information").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cadre.criteria import COST, LASTING, OUTCOME
from cadre.decision.analysis import Information, Weighing
from cadre.decision.positions import REFUSES, PositionDraws
from cadre.differences import amount, points, to_noise
from cadre.mission import Mission
from cadre.mission.mandate import OpenQuestion
from cadre.reasons import Reason
from cadre.reasons.decision import (
    AgreedRises,
    ChoiceChanges,
    NotWorthLearning,
    Turned,
    ValueGained,
    WorthLearning,
)
from cadre.statistics.arrays import Floats
from cadre.statistics.smoothing import Kind, Smoother, smoother
from cadre.statistics.value_of_information import (
    Estimate,
    InformationGain,
    Stakes,
    Turn,
    partial,
    perfect,
    turned_by,
    turned_by_all,
    turned_by_weights,
)

Draws = Mapping[str, Floats]
NONE = InformationGain(0.0, 0.0)
AMOUNTS = (OUTCOME, LASTING, COST)
"""What a change of the choice is told in: the amounts of `Stakes` in value."""
NO_TURN = Turn(NONE, 0.0, Estimate(0.0, 0.0), (Estimate(0.0, 0.0),) * len(AMOUNTS))


@dataclass(frozen=True)
class LearningInputs:
    """What learning is judged by.

    Parameters
    ----------
    mission : Mission
        Open questions, meetings, positions.
    value : Stakes
        In value.
    agreed : Stakes or None
        1 where an option is good and agreed, else 0; None where no bar is stated.
    weighing : Weighing
        Weight and range of the cost, which turn value into money.
    """

    mission: Mission
    value: Stakes
    agreed: Stakes | None
    weighing: Weighing

    @property
    def money(self) -> float | None:
        """What a value of 1 is worth: the range of the cost over its weight; None where it has none."""
        weight = self.weighing.weights.get(COST, 0.0)
        if weight <= 0:
            return None
        return abs(self.weighing.best[COST] - self.weighing.worst[COST]) / weight

    @property
    def last_useful(self) -> dt.date | None:
        """Day of the last meeting that decides: what is learnt later changes no decision."""
        return max((meeting.on for meeting in self.mission.mandate.decisions), default=None)


@dataclass(frozen=True, slots=True)
class Subject:
    """What would be learnt: an id, the paths it is about, and its question where it has one."""

    detail: str
    paths: tuple[str, ...]
    question: OpenQuestion | None = None


def details(learning: LearningInputs, draws: Draws, unasked: Sequence[str] = ()) -> tuple[Information, ...]:
    """Value each open detail that is a quantity or an event, the one worth most first.

    `unasked` are paths of quantities and events that outcomes hang on although no question is written for
    them.
    """
    asked = {q.subject for q in learning.mission.mandate.open.values()}
    found = [
        _judged(learning, Subject(f"quantity:{path}", (path,)), [draws[path]])
        for path in unasked
        if path in draws and path not in asked
    ]
    for key, question in learning.mission.mandate.open.items():
        if question.subject is not None:
            subject = Subject(key, (question.subject,), question)
            known = [draws[question.subject]] if question.subject in draws else []
            found.append(_judged(learning, subject, known))
    return _most_first(found)


def groups(learning: LearningInputs, draws: Draws, body: PositionDraws | None) -> tuple[Information, ...]:
    """Value all open details together, those that can be learnt in time, and sounding out each party."""
    questions = [q for q in learning.mission.mandate.open.values() if q.subject in draws]
    last = learning.last_useful
    timely = [q for q in questions if last is None or q.can_learn_by is None or q.can_learn_by <= last]
    found = []
    for name, of in (("group:open", questions), ("group:in-time", timely)):
        paths = tuple(q.subject for q in of if q.subject is not None)
        if len(paths) > 1:
            found.append(_judged(learning, Subject(name, paths), [draws[path] for path in paths]))
    found += _parties(learning, body) if body is not None else []
    return _most_first(found)


def _parties(learning: LearningInputs, body: PositionDraws) -> list[Information]:
    """Value what it is worth to ask the parties of a type whether they insist on their refusals."""
    found = []
    for party in body.parties:
        places = [
            place
            for place, q in enumerate(body.positions)
            if q.party == party and q.stance == REFUSES and 0 < body.any_insists(place).mean() < 1
        ]
        if places:
            paths = tuple(f"positions.{place}.strength" for place in places)
            known = [body.any_insists(place) for place in places]
            found.append(_judged(learning, Subject(f"party:{party}", paths), known))
    return found


def everything(learning: LearningInputs) -> Information:
    """Value perfect information (EVPI): the most that learning can be worth."""
    agreed = NONE if learning.agreed is None else InformationGain(perfect(learning.agreed), 0.0)
    subject = Subject("all", ())
    return _information(learning, subject, "everything", (turned_by_all(learning.value), agreed))


def priorities(learning: LearningInputs) -> Information | None:
    """Value what it is worth to know the weights instead of their mean; None where they are stated."""
    if len(learning.value.weights) == 1:
        return None
    subject = Subject("priorities", ())
    return _information(learning, subject, "priorities", (turned_by_weights(learning.value), NONE))


def _judged(learning: LearningInputs, subject: Subject, known: Sequence[Floats]) -> Information:
    """Value a subject; one that is drawn in no option, or is the same in all futures, gains nothing."""
    if not known or all(float(np.ptp(x)) == 0 for x in known):
        return _information(learning, subject, "continuous", (NO_TURN, NONE))
    smooth: Smoother = smoother(known)
    agreed = NONE if learning.agreed is None else partial(learning.agreed, smooth)
    return _information(learning, subject, smooth.kind, (turned_by(learning.value, smooth), agreed))


def _information(
    learning: LearningInputs, subject: Subject, kind: Kind, gains: tuple[Turn, InformationGain]
) -> Information:
    turn, agreed = gains
    question, last = subject.question, learning.last_useful
    by = question.can_learn_by if question is not None else None
    price = None
    if question is not None and question.learning_costs is not None:
        costs = question.learning_costs
        price = (costs.low, costs.mean, costs.high)
    one = learning.money
    targets, floors, cost = turn.amounts
    return Information(
        detail=subject.detail,
        paths=subject.paths,
        kind=kind,
        changes=turn.changes,
        targets=targets,
        floors=floors,
        cost=cost,
        value=turn.value.gain,
        value_error=turn.error,
        value_floor=turn.value.floor,
        money=None if one is None else one * turn.value.gain,
        agreed=agreed.gain,
        agreed_floor=agreed.floor,
        matters=turn.value.is_real or agreed.is_real,
        price=price,
        can_learn_by=by,
        last_useful=last,
        in_time=None if by is None or last is None else by <= last,
        reason=_reason(learning, subject, turn, agreed),
    )


def _reason(learning: LearningInputs, subject: Subject, turn: Turn, agreed: InformationGain) -> Reason:
    changes: list[Reason] = []
    if turn.value.is_real:
        share = to_noise(turn.changes.mean, turn.changes.error)
        changes.append(ChoiceChanges(share, _gains(turn)))
    if agreed.is_real:
        changes.append(AgreedRises(points(agreed.gain)))
    if not changes:
        return NotWorthLearning(subject.detail)
    question, last = subject.question, learning.last_useful
    costs, by = (question.learning_costs, question.can_learn_by) if question is not None else (None, None)
    late = by is not None and last is not None and by > last
    return WorthLearning(subject.detail, tuple(changes), costs.mean if costs else None, by, late)


def _gains(turn: Turn) -> tuple[Reason, ...]:
    """Return what the change of choice is worth in targets, floors and money, as exactly as noise allows."""
    rounded = [(k, of, to_noise(of.mean, of.error)) for k, of in zip(AMOUNTS, turn.amounts, strict=True)]
    real = tuple(Turned(k, of.mean > 0, *amount(k, by)) for k, of, by in rounded if of.is_real)
    return real or (ValueGained(points(to_noise(turn.value.gain, turn.error))),)


def _most_first(found: Sequence[Information]) -> tuple[Information, ...]:
    """Sort by whether it matters, then by gain in value, then by gain in agreement."""
    return tuple(sorted(found, key=lambda i: (not i.matters, -i.value, -i.agreed, i.detail)))
