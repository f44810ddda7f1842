"""Anchors: what counts 0 and 1 on a criterion where the mission does not say it.

Takes a mission and what every option that its levers allow was found to yield by the screening; gives the two
ends of each criterion. Which options are shown plays no part, so that showing one more, or one less, moves no
value of another (docs/model/decision.md, "Weights and values").
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.mission.preferences import RISING, Anchors
from cadre.mission.units import WEEKS_PER_YEAR

Measures = Mapping[str, float]
"""What an option yields as screened: `cost`, `posts`, `posts_in_country`, `years`; empty where it cannot be
carried out."""


def anchors_of(
    weighed: Collection[str], mission: Mission, screened: Sequence[Measures]
) -> dict[str, Anchors]:
    """Give the anchors of every criterion weighed: as stated, else as they follow from the mission.

    Targets, floors and posts filled run from 0 to all of them; years from the longest presence that a lever
    allows, the horizon at least, to 0; cost, posts and person-weeks from the greatest that any option of the
    levers was found to take, to 0.

    Parameters
    ----------
    weighed : collection of str
        Ids of criteria.
    mission : Mission
        The mission as read.
    screened : sequence of mapping
        Every option of its levers.

    Raises
    ------
    BadInput
        A criterion has no anchors stated and no option was screened that would give them.
    """
    stated = mission.preferences.anchors
    left = [k for k in weighed if k not in stated and k not in mission.preferences.values]
    measured = [m for m in screened if m]
    faults = [_no_anchors(k) for k in left if k not in (*RISING, "years") and not measured]
    if faults:
        raise BadInput(faults)
    worst = {k: 0.0 if k in RISING else greatest(k, mission, measured) for k in left}
    given = {k: Anchors(worst=x, best=1.0 if k in RISING else 0.0) for k, x in worst.items()}
    return {k: given[k] if k in given else stated[k] for k in weighed if k in given or k in stated}


def greatest(criterion: str, mission: Mission, measured: Sequence[Measures]) -> float:
    """Give the most that an option of the levers takes of something, rounded up to two digits.

    Person-weeks are at most the posts in the country at the peak through all the weeks of the presence.
    """
    if criterion == "years":
        return max([mission.exit_week / WEEKS_PER_YEAR, *(m["years"] for m in measured)])
    if criterion == "exposure":
        return rounded_up(max(m["posts_in_country"] * m["years"] * WEEKS_PER_YEAR for m in measured))
    return rounded_up(max(m[criterion] for m in measured))


def rounded_up(amount: float) -> float:
    """Round up to two significant digits: 30.1 to 31; what screening knows no better is not told finer."""
    if amount <= 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(amount)) - 1)
    return math.ceil(round(amount / step, 6)) * step


def _no_anchors(criterion: str) -> Fault:
    return Fault(
        Place(path=("preferences", "anchors", criterion)),
        "nothing, and no option screened",
        "what counts 0 and 1 must be known",
        f"state it: anchors: {{{criterion}: {{worst: ..., best: ...}}}}",
    )
