"""Years: what is paid in each calendar year of the mission.

Takes what is paid up to each new year, gives costs by year that add up to the whole to the last bit. Rule:
docs/model/simulation.md, What comes out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cadre.mission import Mission
from cadre.simulation.records import Ints
from cadre.simulation.table_builder import Floats


def new_years(mission: Mission, weeks: int) -> Ints:
    """The weeks played before exit whose first day lies in another year than that of the week before."""
    last = min(weeks, mission.exit_week)
    years = [mission.date_of(week).year for week in range(last)]
    return np.array([week for week in range(1, last) if years[week] != years[week - 1]], np.int32)


def years_of(mission: Mission, weeks: Ints) -> tuple[int, ...]:
    """Return the calendar years, that of week 0 first."""
    return tuple(mission.date_of(int(week)).year for week in (0, *weeks))


def by_year(sums: Sequence[Floats]) -> list[Floats]:
    """Return what is paid in each year, from what is paid up to its end.

    Sums before the last are rounded to steps of the last bit of the whole, so that years and their sums are
    multiples of it: added up in any order they are the whole, to the last bit.
    """
    step = np.spacing(sums[-1])
    rounded = [np.rint(paid / step) * step for paid in sums]
    return [after - before for before, after in zip([np.zeros_like(step), *rounded], rounded, strict=False)]
