"""Always shown: what is asked, the least that answers, what a planner pins, and ways beside what is asked.

Takes a mission and evaluated options, gives their ids with the reason of each, in the order of their places
(docs/model/decision.md, "Screening").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cadre import criteria
from cadre.criteria import Criterion
from cadre.differences import difference, differs
from cadre.mission import Mission
from cadre.options import Option
from cadre.reasons import Reason
from cadre.reasons.decision import Differs
from cadre.reasons.options import DiffersInOne, PinnedByPlanner
from cadre.screening.asked import Asked
from cadre.screening.distance import (
    Evaluated,
    are_twins,
    beaten_on,
    differing_levers,
    measure_distance,
    measured_by,
)

VARIANTS = 2
"""Ways that differ from what is asked in one lever: the rest of a page's rows is for efficient options."""


def always_shown(asked: Asked, pins: Sequence[Evaluated]) -> dict[str, Reason]:
    """Return what is asked, the least that answers and what is pinned, with the reason of each."""
    option, least = asked.option(), asked.least()
    found: dict[str, Reason] = {}
    if option is not None:
        found[option.option.id] = asked.reason_of_option(option, least=option is least)
    if least is not None:
        found.setdefault(least.option.id, asked.reason_of_least(least))
    for e in pins:
        if e.why is None:
            found.setdefault(e.option.id, PinnedByPlanner())
    return found


def variants(
    mission: Mission,
    beside: Evaluated,
    among: Sequence[Evaluated],
    chosen: Collection[Evaluated],
    ranges: Mapping[str, float],
) -> list[Evaluated]:
    """Return ways that differ from an option in one lever each, where that changes most.

    Of each lever the choice that changes most; a way that is a near twin of one chosen, or that another
    option not chosen is better than in everything, is none.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    beside : Evaluated
        What is asked.
    among : sequence of Evaluated
        Options that may be shown.
    chosen : collection of Evaluated
        Shown already.
    ranges : mapping of str to float
        Range of each measure.
    """
    shown, found = list(chosen), []
    by_lever: dict[str, list[Evaluated]] = {}
    for e in among:
        if len(levers := differing_levers(mission, e.option, beside.option)) == 1 and e not in shown:
            by_lever.setdefault(levers[0], []).append(e)
    best = [max(of, key=lambda e: round(measure_distance(e, beside, ranges), 9)) for of in by_lever.values()]
    best.sort(key=lambda e: -round(measure_distance(e, beside, ranges), 9))
    for e in best:
        others = [other for other in among if other not in shown]
        twin = any(are_twins(mission, e, other, ranges) for other in shown)
        if not twin and not any(better_in_all(mission, other, e) for other in others):
            found.append(e)
            shown.append(e)
    return found[:VARIANTS]


def better_in_all(mission: Mission, one: Evaluated, other: Evaluated) -> bool:
    """Say whether an option is better than another on each measure by which options are dropped."""
    return all(
        differs(one.measures[k.id], other.measures[k.id])
        and (one.measures[k.id] > other.measures[k.id]) == (k.better == "more")
        for k in beaten_on(mission)
    )


def differs_in_one(
    mission: Mission, option: Option, beside: Option, changes: Sequence[Differs]
) -> DiffersInOne | None:
    """Return that an option is another but for one choice, with what that changes; None where it is not."""
    levers = differing_levers(mission, option, beside)
    if len(levers) != 1:
        return None
    return DiffersInOne(beside.id, f"{levers[0]}.{option.choices[levers[0]]}", tuple(changes))


def changes_screened(mission: Mission, e: Evaluated, beside: Evaluated) -> tuple[Differs, ...]:
    """Return in what an option differs from another, by the measures that options are compared by."""
    over: list[Criterion] = [k for k in measured_by(mission) if criteria.named(k.id).compared]
    return tuple(
        difference(k.id, e.measures[k.id] - beside.measures[k.id])
        for k in over
        if differs(e.measures[k.id], beside.measures[k.id])
    )
