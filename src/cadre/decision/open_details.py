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
from cadre.decision.judgement import Estimate, Information, Kind, Weighing
from cadre.decision.naming import name_of
from cadre.decision.positions import REFUSES, Insisting
from cadre.decision.samples import Floats
from cadre.decision.smoothing import Smoother, smoother
from cadre.decision.value_of_information import (
    Gain,
    Stakes,
    Turn,
    partial,
    perfect,
    turned_by,
    turned_by_all,
    turned_by_weights,
)
from cadre.decision.wording import amount, percent, sentence, to_noise
from cadre.mission import Mission
from cadre.mission.mandate import OpenQuestion

Draws = Mapping[str, Floats]
NONE = Gain(0.0, 0.0)
AMOUNTS = (OUTCOME, LASTING, COST)
"""What a change of the choice is told in: the amounts of `Stakes` in value."""
NO_TURN = Turn(NONE, 0.0, Estimate(0.0, 0.0), (Estimate(0.0, 0.0),) * len(AMOUNTS))
CLAUSES = (
    ("gains {} of the targets", "gives up {} of the targets"),
    ("gains {} of the floors", "gives up {} of the floors"),
    ("costs {} more", "costs {} less"),
)
"""How a rise and a fall of each amount are said."""


@dataclass(frozen=True)
class Learning:
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
    """What would be learnt: an id, its name, the paths it is about, and its question where it has one."""

    detail: str
    title: str
    paths: tuple[str, ...]
    question: OpenQuestion | None = None


def details(learning: Learning, draws: Draws, unasked: Sequence[str] = ()) -> tuple[Information, ...]:
    """Judge each open detail that is a quantity or an event, the one worth most first.

    `unasked` are paths of quantities and events that outcomes hang on although no question is written for
    them.
    """
    asked = {q.subject for q in learning.mission.mandate.open.values()}
    found = [
        _judged(
            learning, Subject(f"quantity:{path}", name_of(learning.mission, path), (path,)), [draws[path]]
        )
        for path in unasked
        if path in draws and path not in asked
    ]
    for key, question in learning.mission.mandate.open.items():
        if question.subject is not None:
            subject = Subject(key, question.question, (question.subject,), question)
            known = [draws[question.subject]] if question.subject in draws else []
            found.append(_judged(learning, subject, known))
    return _most_first(found)


def groups(learning: Learning, draws: Draws, body: Insisting | None) -> tuple[Information, ...]:
    """Judge all open details together, those that can be learnt in time, and sounding out each party."""
    questions = [q for q in learning.mission.mandate.open.values() if q.subject in draws]
    last = learning.last_useful
    timely = [q for q in questions if last is None or q.can_learn_by is None or q.can_learn_by <= last]
    found = []
    for name, title, of in (
        ("group:open", "All open details together", questions),
        ("group:in-time", "The open details that can be known before the last meeting", timely),
    ):
        paths = tuple(q.subject for q in of if q.subject is not None)
        if len(paths) > 1:
            found.append(_judged(learning, Subject(name, title, paths), [draws[path] for path in paths]))
    found += _parties(learning, body) if body is not None else []
    return _most_first(found)


def _parties(learning: Learning, body: Insisting) -> list[Information]:
    """Judge what it is worth to ask the parties of a type whether they insist on their refusals."""
    found = []
    for party in body.parties:
        places = [
            place
            for place, q in enumerate(body.positions)
            if q.party == party and q.stance == REFUSES and 0 < body.any_insists(place).mean() < 1
        ]
        if places:
            named = learning.mission.title_of("parties", party)
            title = f"{named}: whether they insist on what they will not accept"
            paths = tuple(f"positions.{place}.strength" for place in places)
            known = [body.any_insists(place) for place in places]
            found.append(_judged(learning, Subject(f"party:{party}", title, paths), known))
    return found


def everything(learning: Learning) -> Information:
    """Judge perfect information (EVPI): the most that learning can be worth."""
    agreed = NONE if learning.agreed is None else Gain(perfect(learning.agreed), 0.0)
    subject = Subject("all", "Everything that nobody knows, chance included", ())
    return _information(learning, subject, "everything", (turned_by_all(learning.value), agreed))


def priorities(learning: Learning) -> Information | None:
    """Judge what it is worth to know the weights instead of their mean; None where they are stated."""
    if len(learning.value.weights) == 1:
        return None
    subject = Subject("priorities", "The priorities: how much each criterion counts", ())
    return _information(learning, subject, "priorities", (turned_by_weights(learning.value), NONE))


def _judged(learning: Learning, subject: Subject, known: Sequence[Floats]) -> Information:
    """Judge a subject; one that is drawn in no option, or is the same in all futures, gains nothing."""
    if not known or all(float(np.ptp(x)) == 0 for x in known):
        return _information(learning, subject, "continuous", (NO_TURN, NONE))
    smooth: Smoother = smoother(known)
    agreed = NONE if learning.agreed is None else partial(learning.agreed, smooth)
    return _information(learning, subject, smooth.kind, (turned_by(learning.value, smooth), agreed))


def _information(learning: Learning, subject: Subject, kind: Kind, gains: tuple[Turn, Gain]) -> Information:
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
        title=subject.title,
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
        told=_told(learning, subject, turn, agreed),
    )


def _told(learning: Learning, subject: Subject, turn: Turn, agreed: Gain) -> str:
    name = subject.title.rstrip("?.")
    if not (turn.value.is_real or agreed.is_real):
        return f"{name}: knowing it changes no choice as far as these futures can tell."
    told = []
    if turn.value.is_real:
        share = percent(to_noise(turn.changes.mean, turn.changes.error))
        changed = f"another option would be chosen in {share} of the futures"
        told.append(f"{changed}, which on average over all of them {_changed(learning, turn)}")
    if agreed.is_real:
        told.append(f"the chance of a good option that is agreed rises by {100 * agreed.gain:.2g} points")
    ends = _price(learning, subject) + _when(learning, subject)
    return f"{name}: were it known before deciding, {sentence(told)}{ends}."


def _changed(learning: Learning, turn: Turn) -> str:
    """Say what the change of choice is worth in targets, floors and money, as exactly as noise allows."""
    units = ("share", "share", learning.mission.mission.currency)
    clauses = [
        (up if of.mean > 0 else down).format(amount(to_noise(of.mean, of.error), unit))
        for of, unit, (up, down) in zip(turn.amounts, units, CLAUSES, strict=True)
        if of.is_real
    ]
    if not clauses:
        return f"gains {100 * to_noise(turn.value.gain, turn.error):.2g} points of value"
    return sentence(clauses)


def _price(learning: Learning, subject: Subject) -> str:
    costs = subject.question.learning_costs if subject.question is not None else None
    return f"; finding out costs {amount(costs.mean, learning.mission.mission.currency)}" if costs else ""


def _when(learning: Learning, subject: Subject) -> str:
    by = subject.question.can_learn_by if subject.question is not None else None
    last = learning.last_useful
    if by is None:
        return ""
    told = f"; it can be known by {by.day} {by:%B %Y}"
    late = last is not None and by > last
    return f"{told}, after the last meeting that decides: make the decision depend on it" if late else told


def _most_first(found: Sequence[Information]) -> tuple[Information, ...]:
    """Sort by whether it matters, then by gain in value, then by gain in agreement."""
    return tuple(sorted(found, key=lambda i: (not i.matters, -i.value, -i.agreed, i.detail)))
