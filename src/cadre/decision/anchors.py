"""Anchors: what counts 0 and 1 on a criterion where the mission does not say it.

Takes a mission and what every option that its levers allow was found to yield by the screening; gives the two
ends of each criterion. Which options are shown plays no part, so that showing one more, or one less, moves no
value of another (docs/model/decision.md, "Weights and values").
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from cadre import criteria
from cadre.criteria import SHARE, Entry
from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.mission.preferences import Anchors
from cadre.mission.units import WEEKS_PER_YEAR

YEARS, PERSON_WEEKS = "years", "person-weeks"
"""Units with a rule of their own."""
Measures = Mapping[str, float]
"""What an option yields as screened (`cadre.criteria.screened`); empty where it cannot be carried out."""


def anchors_of(
    weighed: Collection[str], mission: Mission, screened: Sequence[Measures]
) -> dict[str, Anchors]:
    """Return the anchors of every criterion weighed: as stated, else as they follow from the mission.

    Shares (targets, floors, posts filled) run between 0 and all of them; years from the longest presence that
    a lever allows, the horizon at least, to 0; all others (cost, posts, person-weeks) from the greatest that
    any option of the levers was found to take, to 0, or the other way where more is better.

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
    table = criteria.by_id()
    faults = [_no_anchors(k) for k in left if not _is_known(table[k], measured)]
    if faults:
        raise BadInput(faults)
    given = {k: _from_nothing_to(greatest(table[k], mission, measured), table[k]) for k in left}
    return {k: given[k] if k in given else stated[k] for k in weighed if k in given or k in stated}


def _is_known(entry: Entry, measured: Sequence[Measures]) -> bool:
    """Say whether what an option can take at most is known: of shares and years without any screened."""
    if entry.unit in (SHARE, YEARS):
        return True
    return bool(measured) and all(k in measured[0] for k in entry.most_is or (entry.id,))


def _from_nothing_to(most: float, entry: Entry) -> Anchors:
    return Anchors(worst=0.0, best=most) if entry.better == "more" else Anchors(worst=most, best=0.0)


def greatest(entry: Entry, mission: Mission, measured: Sequence[Measures]) -> float:
    """Return the most that an option of the levers takes of something, rounded up to two digits.

    Person-weeks are at most the posts in the country at the peak through all the weeks of the presence.
    """
    if entry.unit == SHARE:
        return 1.0
    measures = entry.most_is or (entry.id,)
    most = [math.prod(m[k] for k in measures) for m in measured]
    if entry.unit == YEARS:
        return max([mission.exit_week / WEEKS_PER_YEAR, *most])
    return rounded_up(max(most) * (WEEKS_PER_YEAR if entry.unit == PERSON_WEEKS and entry.most_is else 1.0))


def rounded_up(amount: float) -> float:
    """Round up to two significant digits: 30.1 to 31; what screening knows no better is not told finer."""
    if amount <= 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(amount)) - 1)
    return math.ceil(round(amount / step, 6)) * step


def _no_anchors(criterion: str) -> Fault:
    place = Place(path=("preferences", "anchors", criterion))
    return Fault.of(place, "study-faults.no-anchors", criterion=criterion)
