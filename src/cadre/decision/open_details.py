"""Open details: what it is worth to learn each of them, what that costs, and until when it is of use.

Takes what is at stake and the draws of what nobody knows, gives `Information`, in two currencies: value, and
the chance of an option that is good and agreed (docs/model/decision.md, "Value of information").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cadre.decision.judgement import Information, Kind, Weighing
from cadre.decision.naming import name_of
from cadre.decision.positions import REFUSES, Insisting
from cadre.decision.samples import Floats
from cadre.decision.smoothing import Smoother, smoother
from cadre.decision.value_of_information import Gain, Stakes, partial, perfect
from cadre.decision.wording import amount
from cadre.mission import Mission
from cadre.mission.mandate import OpenQuestion

Draws = Mapping[str, Floats]
NONE = Gain(0.0, 0.0)


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
        weight = self.weighing.weights.get("cost", 0.0)
        if weight <= 0:
            return None
        return abs(self.weighing.best["cost"] - self.weighing.worst["cost"]) / weight

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
    """Judge each open detail that is a quantity, the one worth most first.

    `unasked` are paths of quantities that outcomes hang on although no question is written for them.
    """
    asked = {q.quantity for q in learning.mission.mandate.open.values()}
    found = [
        _judged(
            learning, Subject(f"quantity:{path}", name_of(learning.mission, path), (path,)), [draws[path]]
        )
        for path in unasked
        if path in draws and path not in asked
    ]
    for key, question in learning.mission.mandate.open.items():
        if question.quantity is not None:
            subject = Subject(key, question.question, (question.quantity,), question)
            known = [draws[question.quantity]] if question.quantity in draws else []
            found.append(_judged(learning, subject, known))
    return _most_first(found)


def groups(learning: Learning, draws: Draws, body: Insisting | None) -> tuple[Information, ...]:
    """Judge all open details together, those that can be learnt in time, and sounding out each party."""
    questions = [q for q in learning.mission.mandate.open.values() if q.quantity in draws]
    last = learning.last_useful
    timely = [q for q in questions if last is None or q.can_learn_by is None or q.can_learn_by <= last]
    found = []
    for name, title, of in (
        ("group:open", "All open details together", questions),
        ("group:in-time", "The open details that can be known before the last meeting", timely),
    ):
        paths = tuple(q.quantity for q in of if q.quantity is not None)
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
    value = Gain(perfect(learning.value), 0.0)
    agreed = NONE if learning.agreed is None else Gain(perfect(learning.agreed), 0.0)
    subject = Subject("all", "Everything that nobody knows, chance included", ())
    return _information(learning, subject, "everything", (value, agreed))


def _judged(learning: Learning, subject: Subject, known: Sequence[Floats]) -> Information:
    """Judge a subject; one that is drawn in no option, or is the same in all futures, gains nothing."""
    if not known or all(float(np.ptp(x)) == 0 for x in known):
        return _information(learning, subject, "continuous", (NONE, NONE))
    smooth: Smoother = smoother(known)
    agreed = NONE if learning.agreed is None else partial(learning.agreed, smooth)
    return _information(learning, subject, smooth.kind, (partial(learning.value, smooth), agreed))


def _information(learning: Learning, subject: Subject, kind: Kind, gains: tuple[Gain, Gain]) -> Information:
    value, agreed = gains
    question, last = subject.question, learning.last_useful
    by = question.can_learn_by if question is not None else None
    price = None
    if question is not None and question.learning_costs is not None:
        costs = question.learning_costs
        price = (costs.low, costs.mean, costs.high)
    one = learning.money
    money = None if one is None else one * value.gain
    return Information(
        detail=subject.detail,
        title=subject.title,
        paths=subject.paths,
        kind=kind,
        value=value.gain,
        value_floor=value.floor,
        money=money,
        agreed=agreed.gain,
        agreed_floor=agreed.floor,
        matters=value.is_real or agreed.is_real,
        price=price,
        can_learn_by=by,
        last_useful=last,
        in_time=None if by is None or last is None else by <= last,
        told=_told(learning, subject, (value, agreed), money),
    )


def _told(learning: Learning, subject: Subject, gains: tuple[Gain, Gain], money: float | None) -> str:
    value, agreed = gains
    name = subject.title.rstrip("?.")
    if not (value.is_real or agreed.is_real):
        return f"{name}: knowing it changes no choice as far as these futures can tell."
    told = []
    if value.is_real:
        worth = f", as much as {amount(money, learning.mission.mission.currency)} less cost" if money else ""
        told.append(f"gains {100 * value.gain:.2g} points of value{worth}")
    if agreed.is_real:
        told.append(f"raises the chance of a good option that is agreed by {100 * agreed.gain:.2g} points")
    ends = _price(learning, subject) + _when(learning, subject)
    return f"{name}: knowing it before deciding {' and '.join(told)}{ends}."


def _price(learning: Learning, subject: Subject) -> str:
    costs = subject.question.learning_costs if subject.question is not None else None
    return f"; finding out costs {amount(costs.mean, learning.mission.mission.currency)}" if costs else ""


def _when(learning: Learning, subject: Subject) -> str:
    by = subject.question.can_learn_by if subject.question is not None else None
    last = learning.last_useful
    if by is None or last is None or by <= last:
        return ""
    late = f"; it can be known by {by.day} {by:%B %Y}, after the last meeting that decides"
    return f"{late}: make the decision depend on it"


def _most_first(found: Sequence[Information]) -> tuple[Information, ...]:
    """Sort by whether it matters, then by gain in value, then by gain in agreement."""
    return tuple(sorted(found, key=lambda i: (not i.matters, -i.value, -i.agreed, i.detail)))
