"""Asks: the smallest further offers that would close the gaps.

Takes lines and gaps, gives `FurtherRequest`s, critical roles first, then by the post-weeks they close. Gaps
of the same role and site that touch, across rotations too, are asked for together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

from cadre.forces.plan import FurtherRequest, Gap, PostLine
from cadre.forces.stints import stints_of
from cadre.mission.presence import Strength


def asks_for(lines: Iterable[PostLine], gaps: Iterable[Gap]) -> tuple[FurtherRequest, ...]:
    """Return the fewest asks of unbroken weeks that cover every gap and nothing else.

    The open posts of a role at a site are a step function of weeks. It is the sum of as many unbroken stays
    as it has upward steps, and of no fewer, since each upward step needs somebody who begins there; stays
    of the same weeks make one ask.

    Parameters
    ----------
    lines : iterable of PostLine
        The lines the gaps belong to.
    gaps : iterable of Gap
        What stays open.

    Returns
    -------
    tuple of FurtherRequest
        Critical ones first; then by post-weeks closed, most first; then by role, site and week.
    """
    line_of = {line.id: line for line in lines}
    open_posts: dict[tuple[str, str], Counter[int]] = {}
    for gap in gaps:
        line = line_of[gap.line]
        change = open_posts.setdefault((line.role, line.site), Counter())
        change[gap.begins] += gap.people
        change[gap.ends] -= gap.people
    critical = {line.role for line in line_of.values() if line.critical}
    asks = [
        ask for key, change in open_posts.items() for ask in _asks(key, change, critical=key[0] in critical)
    ]
    return tuple(
        sorted(asks, key=lambda a: (not a.critical, -a.post_weeks, a.role, a.site, a.begins, a.ends))
    )


def _asks(place: tuple[str, str], change: Counter[int], *, critical: bool) -> list[FurtherRequest]:
    weeks = sorted(change)
    people = np.cumsum([change[week] for week in weeks])
    strengths = [
        Strength(begins, ends, int(number))
        for begins, ends, number in zip(weeks, weeks[1:], people, strict=False)
    ]
    stays = stints_of("", "", strengths, tour=weeks[-1] - weeks[0])
    return [FurtherRequest(*place, s.begins, s.ends, s.people, s.post_weeks, critical) for s in stays]
