"""Who a programme counts on, as stints: people of offers on the lines where it sends them.

Takes the people that a programme sends by offer, site and rotation, gives stints on its lines. Knows no
solver; `fill_posts` keeps them and fills what is left.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cadre.forces.fit import tour_of
from cadre.forces.plan import PostLine, Stint
from cadre.mission import Mission
from cadre.mission.presence import part_of
from cadre.programme.plan import Sent

WHOLE = 1e-3
"""What people sent may lack of a whole person: parts of people are left to the search for who fills posts."""


def sent_stints(sent: Iterable[Sent], lines: Sequence[PostLine], mission: Mission) -> tuple[Stint, ...]:
    """Return the stints of those whom a programme sends, as far as they find a post.

    They stay in all weeks of the rotation in which they are there, cut into tours. Who came first has a post
    before others; who finds none free takes the first that is left for them.

    Parameters
    ----------
    sent : iterable of Sent
        People by offer, site and rotation; parts of people are left out.
    lines : sequence of PostLine
        The programme's own.
    mission : Mission
        Offers, their windows and tours.

    Returns
    -------
    tuple of Stint
        Sorted; those of the same weeks together.
    """
    line_of = {(line.role, line.site, line.rotation): line for line in lines}
    coming: dict[PostLine, list[tuple[int, int, str]]] = {}
    for one in sent:
        offer = mission.offers[one.offer]
        line = line_of.get((offer.role, one.site, one.rotation))
        if line is not None:
            begins, ends = mission.weeks_of(offer)
            weeks = part_of(one.part, max(begins, line.opens), max(begins, min(ends, line.closes)))
            there = (*weeks, one.offer)
            coming.setdefault(line, []).extend([there] * math.floor(one.people + WHOLE))
    found = Counter[tuple[str, str, int, int]]()
    for line, people in coming.items():
        found.update(_posted(line, people, mission))
    return tuple(sorted(Stint(*key, number) for key, number in found.items()))


def _posted(
    line: PostLine, people: Iterable[tuple[int, int, str]], mission: Mission
) -> Iterator[tuple[str, str, int, int]]:
    """Yield each person the weeks from which a post of a line is free for them to the end, cut into tours."""
    free = {week: line.people for week in range(line.opens, line.closes)}
    for first, ends, key in sorted(people):
        full = [week for week in range(first, ends) if not free[week]]
        begins = max(full, default=first - 1) + 1
        for week in range(begins, ends):
            free[week] -= 1
        tour = tour_of(mission.offers[key], mission)
        for week in range(begins, ends, tour):
            yield key, line.id, week, min(week + tour, ends)
