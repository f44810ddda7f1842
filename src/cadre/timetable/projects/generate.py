"""Serial generation: activities placed one by one, each at the first period in which people suffice.

Takes `ActivityTables` and an order, gives a `ActivityDraft`: starts, and how many of each class work on each
activity. Whether people suffice is Hall's condition on those who are free throughout; who is taken is the set
of least worth that can be seated, which a greedy choice finds since such sets are the independent sets of a
transversal matroid (Edmonds and Fulkerson 1965, J. Res. Nat. Bur. Standards 69B). Turned round and run again
it is justification (Valls, Ballestin and Quintanilla 2005, European J. Operational Research 165).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cadre.timetable.projects.tables import ActivityTables, Fields, Staffing

Takes = tuple[tuple[int, int], ...]
"""(Class by its place in the tables, people taken from it)."""


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """Starts and ends by activity, and the people of each class that it takes."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    takes: tuple[Takes, ...]

    @property
    def makespan(self) -> int:
        """The end of the last activity."""
        return max(self.ends, default=0)


def serial(
    tables: ActivityTables, order: Sequence[int], fields: Sequence[Fields] | None = None
) -> ActivityDraft | None:
    """Place activities in an order that keeps predecessors first; None when one fits nowhere.

    `fields` says by activity in which order classes are taken; by default those with scarce skills last.
    """
    count = len(tables.durations)
    busy = list(tables.away)
    starts, ends = [0] * count, [0] * count
    takes: list[Takes] = [()] * count
    for a in order:
        first, duration, staffing = tables.releases[a], tables.durations[a], tables.staffing[a]
        for b in tables.before[a]:
            first = max(first, ends[b])
        if duration and staffing.seats:
            first, free = _first(busy, staffing.halls, first, duration)
            if first < 0:
                return None
            takes[a] = _take(staffing, staffing.fields if fields is None else fields[a], free)
            _enter(tables, busy, takes[a], first, first + duration)
        starts[a], ends[a] = first, first + duration
    return ActivityDraft(tuple(starts), tuple(ends), tuple(takes))


def _first(
    busy: Sequence[int], halls: Sequence[tuple[int, int]], first: int, duration: int
) -> tuple[int, int]:
    """Return the first start from which enough people are free throughout, and who; (-1, 0) if none."""
    latest = len(busy) - duration
    while first <= latest:
        taken, t = 0, first + duration
        while t > first:
            t -= 1
            if busy[t] | taken != taken:
                taken |= busy[t]
                if _lacking(halls, ~taken):
                    # Who is busy from t to the end of this window is so in the window of each start up to t.
                    first = t + 1
                    break
        else:
            return first, ~taken
    return -1, 0


def _lacking(halls: Sequence[tuple[int, int]], free: int) -> bool:
    for mask, people in halls:  # noqa: SIM110 - the innermost loop of the search: a generator costs twice as much
        if (mask & free).bit_count() < people:
            return True
    return False


def _take(staffing: Staffing, fields: Fields, free: int) -> Takes:
    """Choose who is taken from those free: from each class in turn as many as still find another seat.

    Of a set of people `X` as many can sit as the least of `seats - people(S) + |X holding a skill of S|`
    over the sets `S` of skills (Ore 1955), the empty one included.
    """
    seen = seated = 0
    taken = []
    for c, field in fields:
        if not free & field:
            continue
        seen |= free & field
        rank = staffing.seats
        for mask, spare in staffing.spare:
            at_most = spare + (mask & seen).bit_count()
            if at_most < rank:  # noqa: PLR1730 - a call of min costs more than all the rest
                rank = at_most
        if rank > seated:
            taken.append((c, rank - seated))
            seated = rank
            if rank == staffing.seats:
                break
    return tuple(taken)


def _enter(tables: ActivityTables, busy: list[int], taken: Takes, begins: int, ends: int) -> None:
    """Raise the number at work of each class taken from, in each period."""
    fields = [(*tables.spans[c], people) for c, people in taken]
    last = after = -1
    for t in range(begins, ends):
        mask = busy[t]
        if mask != last:
            last = after = mask
            for shift, field, people in fields:
                raised = ((mask & field) << people) | (((1 << people) - 1) << shift)
                after = (after & ~field) | raised
        busy[t] = after
