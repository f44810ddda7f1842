"""Matching of seats and workers by augmenting paths (Kuhn 1955). Knows neither jobs nor weeks."""

from __future__ import annotations

from collections.abc import Sequence


def match(lists: Sequence[Sequence[int]], first: int | None = None) -> list[int | None]:
    """Match as many seats with workers as can be, seats with few candidates first.

    Parameters
    ----------
    lists : sequence of sequence of int
        For each seat the workers who can hold it, the preferred ones first.
    first : int, optional
        A worker who has a seat in any case, if they can hold one: whoever is matched once stays so.

    Returns
    -------
    list of int or None
        For each seat its worker, each worker at most once.
    """
    order, holder = sorted(range(len(lists)), key=lambda i: len(lists[i])), dict[int, int]()
    given = next((i for i in order if first in lists[i]), None)
    if first is not None and given is not None:
        holder[first] = given
    for i in order:
        if i != given:
            _seat(i, lists, holder, set())
    found: list[int | None] = [None] * len(lists)
    for worker, i in holder.items():
        found[i] = worker
    return found


def _seat(i: int, lists: Sequence[Sequence[int]], holder: dict[int, int], tried: set[int]) -> bool:
    """Find a worker for a seat, moving others to other seats where that frees one."""
    for worker in lists[i]:
        if worker not in holder:
            holder[worker] = i
            return True
    for worker in lists[i]:
        if worker not in tried:
            tried.add(worker)
            if _seat(holder[worker], lists, holder, tried):
                holder[worker] = i
                return True
    return False
