"""Carrying the last rate on: the forecast that needs no model.

Takes published figures, gives the value that somebody would expect who only goes on as it went.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from benchmarks.backtests.figures import PEOPLE, Figure


def carried_on(point: Figure, figures: Sequence[Figure], starts: dt.date) -> float | None:
    """Give the value at a point by the last rate known before it.

    Parameters
    ----------
    point : Figure
        What is to be expected.
    figures : sequence of Figure
        Those of the case. Of what happened only earlier figures of the same quantity and counting rule count.
    starts : date
        First day of the mission, on which nothing has happened.

    Returns
    -------
    float or None
        People: as many as last. Else the last figure and what the rate between the last two adds, the start
        being the first; before anything has happened, what was announced, in proportion to time. None where
        nothing was announced. It may know more than the model, which is played from the start alone.
    """
    same = [f for f in figures if f.quantity == point.quantity]
    announced = [f for f in same if f.known == "before"]
    happened = sorted(f for f in same if f.known == "after" and f.rule == point.rule and f.date < point.date)
    if point.quantity == PEOPLE:
        last = [*announced, *happened][-1:]
        return last[0].figure if last else None
    if not happened:
        return _in_proportion(announced[-1], point.date, starts) if announced else None
    before = [(starts, 0.0), *((f.date, f.figure) for f in happened)]
    (begins, first), (ends, reached) = before[-2:]
    if ends == begins:
        return None
    return reached + (reached - first) * ((point.date - ends) / (ends - begins))


def _in_proportion(announced: Figure, day: dt.date, starts: dt.date) -> float:
    """Give what is reached by a day where what was announced comes evenly."""
    return announced.figure * ((day - starts) / (announced.date - starts))
