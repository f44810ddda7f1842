"""Selection: from all evaluated options to the few that are shown, each dropped one with its reason.

Takes evaluated options, doing nothing first; gives `Verdict`s in the same order. First the Pareto set, then
of those that do enough the best, the cheapest and the most distinct (docs/model/decision.md, "Screening").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cadre import criteria
from cadre.criteria import COST, OUTCOME, SHARE, Criterion
from cadre.differences import differs, worse
from cadre.mission import Mission
from cadre.reasons import Reason
from cadre.reasons.screening import (
    AddsTooLittle,
    AlwaysShown,
    Cheapest,
    DominatedBy,
    LessDistinct,
    NearTwin,
    Padded,
    ReachesMost,
    SameAs,
    UnlikeOthers,
)
from cadre.screening.always import always_shown, changes_screened, differs_in_one, variants
from cadre.screening.asked import Asked
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
    reason: Reason


def select(
    mission: Mission,
    evaluated: Sequence[Evaluated],
    *,
    most: int = MOST_SHOWN,
    pins: Sequence[Evaluated] = (),
) -> list[Verdict]:
    """Judge every option, in the order given.

    Parameters
    ----------
    mission : Mission
        The mission as read: mandate, levers and currency.
    evaluated : sequence of Evaluated
        Doing nothing first.
    most : int
        Options shown at most, doing nothing among them; more only where more are always shown.
    pins : sequence of Evaluated
        Options that a planner wants shown (`cadre.screening.pinned`).
    """
    asked = Asked(mission, evaluated)
    reasons: dict[str, tuple[bool, Reason]] = {evaluated[0].option.id: (True, AlwaysShown())}
    reasons |= {e.option.id: (False, e.why) for e in evaluated[1:] if e.why is not None}
    sound = [e for e in evaluated if e.why is None or e is evaluated[0]]
    dropped = beaten(mission, sound)
    dropped |= trivial(sound[0], [e for e in sound[1:] if e.option.id not in dropped])
    always = always_shown(asked, pins)
    always |= _beside(mission, asked, (sound[1:], dropped), always, most)
    front = [e for e in sound[1:] if e.option.id not in dropped or e.option.id in always]
    reasons |= {k: (False, why) for k, why in (dropped | _same_as(mission, sound[1:], always)).items()}
    reasons |= _distinct(mission, front, most - 1, always)
    reasons |= {k: (True, why) for k, why in always.items()}
    return [Verdict(e, *reasons[e.option.id]) for e in evaluated]


def _beside(
    mission: Mission,
    asked: Asked,
    among: tuple[Sequence[Evaluated], Mapping[str, Reason]],
    always: Mapping[str, Reason],
    most: int,
) -> dict[str, Reason]:
    """Return the ways that differ from what is asked in one lever, as many as leave a row for another."""
    sound, dropped = among
    beside, room = asked.option(), most - 2 - len(always)
    if beside is None or room <= 0:
        return {}
    trivially = {k for k, why in dropped.items() if isinstance(why, AddsTooLittle)}
    chosen = [e for e in sound if e.option.id in always]
    may = [e for e in sound if e.option.id not in trivially or e in chosen]
    ranges = ranges_of(mission, [e for e in sound if e.option.id not in dropped or e in chosen])
    found = variants(mission, beside, may, chosen, ranges)
    return {
        e.option.id: why
        for e in found[:room]
        if (why := differs_in_one(mission, e.option, beside.option, changes_screened(mission, e, beside)))
    }


def _same_as(mission: Mission, sound: Sequence[Evaluated], always: Collection[str]) -> dict[str, Reason]:
    """Return of which option that is always shown others are the same in every measure."""
    measures, kept = measured_by(mission), [e for e in sound if e.option.id in always]
    return {
        e.option.id: SameAs(*_apart_from(mission, e, _nearest(mission, e, same)))
        for e in sound
        if e.option.id not in always and (same := [x for x in kept if not _apart(measures, x, e)])
    }


def beats(over: Sequence[Criterion], one: Evaluated, other: Evaluated) -> bool:
    """Say whether `one` is as good as `other` on every measure and better on one, beyond rounding."""
    ids = [k for k in over if differs(one.measures[k.id], other.measures[k.id])]
    return bool(ids) and all((one.measures[k.id] > other.measures[k.id]) == (k.better == "more") for k in ids)


def beaten(mission: Mission, sound: Sequence[Evaluated]) -> dict[str, Reason]:
    """Return the options outside the Pareto set with the reason, naming of those that beat them the nearest.

    Doing nothing beats others and is not beaten. An option that equals an earlier one in every measure is
    beaten by it.
    """
    measures, over = measured_by(mission), beaten_on(mission)
    front = [e for e in sound if not any(beats(over, other, e) for other in sound)]
    reasons: dict[str, Reason] = {}
    for i, e in enumerate(sound[1:], start=1):
        by = [other for other in front if beats(over, other, e)]
        same = [other for other in sound[:i] if other in front and not _apart(measures, other, e)]
        if by:
            nearest = _nearest(mission, e, by)
            reasons[e.option.id] = DominatedBy(nearest.option.id, worse(over, e.measures, nearest.measures))
        elif same:
            reasons[e.option.id] = SameAs(*_apart_from(mission, e, _nearest(mission, e, same)))
    return reasons


def _apart(over: Sequence[Criterion], one: Evaluated, other: Evaluated) -> bool:
    return any(differs(one.measures[k.id], other.measures[k.id]) for k in over)


def _nearest(mission: Mission, e: Evaluated, others: Sequence[Evaluated]) -> Evaluated:
    """Return the option that differs in fewest levers, the first of equals."""
    return min(others, key=lambda other: len(differing_levers(mission, e.option, other.option)))


def _apart_from(mission: Mission, e: Evaluated, other: Evaluated) -> tuple[str, tuple[str, ...]]:
    """Return another option and the levers in which one differs from it."""
    return other.option.id, differing_levers(mission, e.option, other.option)


def gain(measures: Mapping[str, float], nothing: Mapping[str, float]) -> dict[str, float]:
    """Return what an option adds to doing nothing: targets reached, floors held, what else it is for."""
    return {k: measures[k] - nothing[k] for k in criteria.yields()}


def trivial(nothing: Evaluated, front: Sequence[Evaluated]) -> dict[str, Reason]:
    """Return the options that add too little to doing nothing, in all they are for, to be shown."""
    gains = {e.option.id: gain(e.measures, nothing.measures) for e in front}
    best = _best(gains.values())
    return {
        option: AddsTooLittle(round(100 * g[OUTCOME]), round(100 * best[OUTCOME]))
        for option, g in gains.items()
        if _is_little(g, best)
    }


def adds_too_little(
    nothing: Mapping[str, float], option: Mapping[str, float], others: Sequence[Mapping[str, float]]
) -> bool:
    """Say whether an option adds too little to doing nothing to be shown beside others, by their measures."""
    gains = [gain(one, nothing) for one in (option, *others)]
    return _is_little(gains[0], _best(gains))


def _best(gains: Iterable[Mapping[str, float]]) -> dict[str, float]:
    every = list(gains)
    return {k: max((g[k] for g in every), default=0.0) for k in criteria.yields()}


def _is_little(gains: Mapping[str, float], best: Mapping[str, float]) -> bool:
    return all(gains[k] < LEAST_GAIN * best[k] or gains[k] <= 0 for k in best)


def _distinct(
    mission: Mission, front: Sequence[Evaluated], most: int, always: Collection[str]
) -> dict[str, tuple[bool, Reason]]:
    """Anchor the best and the cheapest, then add the farthest from those chosen while one is far.

    Those always shown are chosen already. Options that pad another one come in only where too few would be
    shown otherwise.
    """
    ranges = ranges_of(mission, front)
    order = [e for e in front if e.option.id in always]
    anchors = [
        (e, why)
        for k, why in _anchors(front).items()
        for e in front
        if e.option.id == k and not any(are_twins(mission, e, other, ranges) for other in order)
    ][: max(0, most - len(order))]
    chosen = {e.option.id: why for e, why in anchors}
    order += [e for e, _ in anchors]
    padded = [e for e in front if any(pads(e, other) for other in front)]

    def apart(e: Evaluated) -> float:
        return round(min((distance(mission, e, other, ranges) for other in order), default=1.0), 9)

    def is_near(e: Evaluated) -> bool:
        return any(e is other or are_twins(mission, e, other, ranges) for other in order)

    for left, room in (([e for e in front if e not in padded], most), (padded, min(most, LEAST_SHOWN - 1))):
        while len(order) < room and (far := [e for e in left if not is_near(e)]):
            farthest = max(far, key=apart)
            nearest = _nearest(mission, farthest, order)
            chosen[farthest.option.id] = UnlikeOthers(*_apart_from(mission, farthest, nearest))
            order.append(farthest)
    reasons: dict[str, tuple[bool, Reason]] = {k: (True, why) for k, why in chosen.items()}
    for e in front:
        if e.option.id not in reasons and e not in order:
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
    """Return up to how much more of something than another option has is nothing gained."""
    return NO_GAIN * (1.0 if criteria.named(key).unit == SHARE else abs(other.measures[key]))


def _anchors(front: Sequence[Evaluated]) -> dict[str, Reason]:
    """Return the option that reaches most (of equals the cheapest) and the cheapest one, with the reason."""
    if not front:
        return {}
    best = min(front, key=lambda e: (-round(e.measures[OUTCOME], 9), e.measures[COST]))
    cheapest = min(front, key=lambda e: e.measures[COST])
    if best is cheapest:
        return {best.option.id: ReachesMost(cheapest=True)}
    return {
        best.option.id: ReachesMost(cheapest=False),
        cheapest.option.id: Cheapest(),
    }


def _left_out(mission: Mission, e: Evaluated, near: Evaluated, by: Evaluated | None) -> Reason:
    if by is not None:
        return Padded(by.option.id, e.measures[COST] - by.measures[COST])
    other, levers = _apart_from(mission, e, near)
    return NearTwin(other, levers) if len(levers) == 1 else LessDistinct(other, levers)
