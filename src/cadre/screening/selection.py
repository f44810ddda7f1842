"""Selection: from all evaluated options to the few that are shown, each dropped one with its reason.

Takes evaluated options, doing nothing first; gives `Verdict`s in the same order. First the Pareto set, then
of those that do enough the best, the cheapest and the most distinct (docs/model/decision.md, "Screening").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cadre import criteria
from cadre.criteria import COST, OUTCOME, SHARE, Criterion
from cadre.decision.wording import amount, differs, quoted, sentence, worse_clauses
from cadre.mission import Mission
from cadre.screening.distance import (
    Evaluated,
    are_twins,
    beaten_on,
    differing_levers,
    distance,
    measured_by,
    ranges_of,
)

MOST_SHOWN = 6
"""Options shown, doing nothing among them: as many as fit side by side on a page."""
LEAST_SHOWN = 4
"""Options shown at least where there are as many, padded ones too."""
LEAST_GAIN = 0.25
"""An option is trivial below this share of what the best one adds, in targets and in floors."""
NO_GAIN = 0.02
"""Two points more of the targets or floors are nothing gained; of what is no share, a fiftieth more."""
PADDED = 1.25
"""An option that costs a quarter more and gains nothing is padded,"""
SAVED = 0.75
"""unless it makes do with less than three quarters of the posts or the years."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an option is shown, and why."""

    evaluated: Evaluated
    kept: bool
    reason: str


def select(mission: Mission, evaluated: Sequence[Evaluated], *, most: int = MOST_SHOWN) -> list[Verdict]:
    """Judge every option, in the order given.

    Parameters
    ----------
    mission : Mission
        The mission as read: levers and currency.
    evaluated : sequence of Evaluated
        Doing nothing first.
    most : int
        Options shown at most, doing nothing among them.
    """
    reasons = {evaluated[0].option.id: (True, "doing nothing is always shown")}
    reasons |= {e.option.id: (False, f"cannot be carried out: {e.why}") for e in evaluated[1:] if e.why}
    sound = [e for e in evaluated if not e.why or e is evaluated[0]]
    reasons |= {k: (False, why) for k, why in beaten(mission, sound).items()}
    front = [e for e in sound[1:] if e.option.id not in reasons]
    reasons |= {k: (False, why) for k, why in trivial(mission, sound[0], front).items()}
    front = [e for e in front if e.option.id not in reasons]
    reasons |= _distinct(mission, front, most - 1)
    return [Verdict(e, *reasons[e.option.id]) for e in evaluated]


def beats(over: Sequence[Criterion], one: Evaluated, other: Evaluated) -> bool:
    """Say whether `one` is as good as `other` on every measure and better on one, beyond rounding."""
    ids = [k for k in over if differs(one.measures[k.id], other.measures[k.id])]
    return bool(ids) and all((one.measures[k.id] > other.measures[k.id]) == (k.better == "more") for k in ids)


def beaten(mission: Mission, sound: Sequence[Evaluated]) -> dict[str, str]:
    """Give the options outside the Pareto set with the reason, naming of those that beat them the nearest.

    Doing nothing beats others and is not beaten. An option that equals an earlier one in every measure is
    beaten by it.
    """
    measures, over = measured_by(mission), beaten_on(mission)
    front = [e for e in sound if not any(beats(over, other, e) for other in sound)]
    reasons: dict[str, str] = {}
    for i, e in enumerate(sound[1:], start=1):
        by = [other for other in front if beats(over, other, e)]
        same = [other for other in sound[:i] if other in front and not _apart(measures, other, e)]
        if by:
            reasons[e.option.id] = _dominated(mission, e, _nearest(mission, e, by))
        elif same:
            reasons[e.option.id] = _twin(mission, e, _nearest(mission, e, same), "the same in every measure")
    return reasons


def _apart(over: Sequence[Criterion], one: Evaluated, other: Evaluated) -> bool:
    return any(differs(one.measures[k.id], other.measures[k.id]) for k in over)


def _nearest(mission: Mission, e: Evaluated, others: Sequence[Evaluated]) -> Evaluated:
    """Give the option that differs in fewest levers, the first of equals."""
    return min(others, key=lambda other: len(differing_levers(mission, e.option, other.option)))


def _dominated(mission: Mission, e: Evaluated, by: Evaluated) -> str:
    worse = worse_clauses(beaten_on(mission), e.measures, by.measures)
    return f"dominated by {quoted(by.option.title)}: {sentence(worse)}"


def _twin(mission: Mission, e: Evaluated, of: Evaluated, told: str = "") -> str:
    levers = sentence(lever_titles(mission, differing_levers(mission, e.option, of.option)))
    return f"near twin of {quoted(of.option.title)}: {told + ', ' if told else ''}differs only in {levers}"


def lever_titles(mission: Mission, levers: Sequence[str]) -> list[str]:
    """Give the levers as a planner names them, inside a sentence."""
    return [(mission.levers[lever].title or lever.replace("-", " ")).lower() for lever in levers]


def gain(e: Evaluated, nothing: Evaluated) -> dict[str, float]:
    """Give what an option adds to doing nothing: targets reached, floors held, what else it is for."""
    return {k: e.measures[k] - nothing.measures[k] for k in criteria.yields()}


def trivial(mission: Mission, nothing: Evaluated, front: Sequence[Evaluated]) -> dict[str, str]:
    """Give the options that add too little to doing nothing, in all they are for, to be shown."""
    gains = {e.option.id: gain(e, nothing) for e in front}
    best = {k: max((g[k] for g in gains.values()), default=0.0) for k in criteria.yields()}
    return {
        option: f"adds too little: {100 * g[OUTCOME]:.0f} points of the targets, "
        f"where the best adds {100 * best[OUTCOME]:.0f}"
        for option, g in gains.items()
        if all(g[k] < LEAST_GAIN * best[k] or g[k] <= 0 for k in best)
    }


def _distinct(mission: Mission, front: Sequence[Evaluated], most: int) -> dict[str, tuple[bool, str]]:
    """Anchor the best and the cheapest, then add the farthest from those chosen while one is far.

    Options that pad another one come in only where too few would be shown otherwise.
    """
    ranges = ranges_of(mission, front)
    chosen = _anchors(front)
    order = [next(e for e in front if e.option.id == key) for key in chosen]
    padded = [e for e in front if any(pads(e, other) for other in front)]

    def apart(e: Evaluated) -> float:
        return round(min(distance(mission, e, other, ranges) for other in order), 9)

    def is_near(e: Evaluated) -> bool:
        return any(e is other or are_twins(mission, e, other, ranges) for other in order)

    for left, room in (([e for e in front if e not in padded], most), (padded, min(most, LEAST_SHOWN - 1))):
        while len(order) < room and (far := [e for e in left if not is_near(e)]):
            farthest = max(far, key=apart)
            chosen[farthest.option.id] = f"unlike the others shown: {_told(mission, farthest, order)}"
            order.append(farthest)
    reasons = {k: (True, why) for k, why in chosen.items()}
    for e in front:
        if e.option.id not in reasons:
            near = min(order, key=lambda other: round(distance(mission, e, other, ranges), 9))
            by = next((other for other in front if pads(e, other)), None)
            reasons[e.option.id] = (False, _left_out(mission, e, near, by))
    return reasons


def pads(e: Evaluated, other: Evaluated) -> bool:
    """Say whether `e` costs a quarter more than `other`, saves little in posts and years, gains nothing."""
    return (
        all(e.measures[k] >= SAVED * other.measures[k] for k in criteria.efforts())
        and e.measures[COST] > PADDED * other.measures[COST]
        and all(e.measures[k] <= other.measures[k] + no_gain(k, other) for k in criteria.yields())
    )


def no_gain(key: str, other: Evaluated) -> float:
    """Give up to how much more of something than another option has is nothing gained."""
    return NO_GAIN * (1.0 if criteria.named(key).unit == SHARE else abs(other.measures[key]))


def _anchors(front: Sequence[Evaluated]) -> dict[str, str]:
    """Give the option that reaches most (of equals the cheapest) and the cheapest one, with the reason."""
    if not front:
        return {}
    best = min(front, key=lambda e: (-round(e.measures[OUTCOME], 9), e.measures[COST]))
    cheapest = min(front, key=lambda e: e.measures[COST])
    if best is cheapest:
        return {best.option.id: "reaches most of the targets, and at least cost"}
    return {
        best.option.id: "reaches most of the targets",
        cheapest.option.id: "the cheapest that adds enough to doing nothing",
    }


def _told(mission: Mission, e: Evaluated, others: Sequence[Evaluated]) -> str:
    near = _nearest(mission, e, others)
    levers = sentence(lever_titles(mission, differing_levers(mission, e.option, near.option)))
    return f"differs from {quoted(near.option.title)} in {levers}"


def _left_out(mission: Mission, e: Evaluated, near: Evaluated, by: Evaluated | None) -> str:
    if by is not None:
        more = amount(e.measures[COST] - by.measures[COST], mission.mission.currency)
        return f"padded: costs {more} more than {quoted(by.option.title)} and reaches and keeps no more"
    if len(differing_levers(mission, e.option, near.option)) == 1:
        return _twin(mission, e, near)
    return f"less distinct than those shown: {_told(mission, e, [near])}"
