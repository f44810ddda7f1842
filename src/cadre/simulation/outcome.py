"""Outcome: what a simulated option yields, as samples over replications and bands over time."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CAUSES = ("site closed", "site not open", "mission paused", "instructors", "trainees", "rooms", "after exit")
"""Why a serial was lost or waited, in the order in which they are looked for."""


@dataclass(frozen=True)
class Outcome:
    """Samples of one option.

    Parameters
    ----------
    option : str
        Id of the option.
    replications, seed : int
        Number of replications and the seed; replication n of every option meets the same luck.
    scalars : dict of str to ndarray of float64, shape (replications,)
        By name: `outcome` (weighted share of targets reached, 0-1), `cost` (to exit), `cost.PAYER`, `cost_beyond`, `graduates`, `serials_held`, `serials_lost`,
        `serials_late`, `lost.CAUSE` for every cause, `posts_filled` (share of post-weeks), `posts_peak`, `person_weeks`, `exposure` (foreign person-weeks in country),
        `reached.CAPABILITY.WEEK` (units at the target date), `met.CAPABILITY.WEEK` (0/1),
        `holds.CAPABILITY` (0/1: floor held at the end of the look beyond exit), `lasting` (share of floors held), `left.CAPABILITY` (units then).
    series : dict of str to ndarray of float64, shape (replications, points)
        By name: `units.CAPABILITY`, `stock.COMPETENCE`, `posts` (foreign people present), at the weeks of `points`.
    points : ndarray of int64
        Weeks at which series are read, every `POINT_WEEKS` weeks.
    draws : dict of str to ndarray of float64, shape (replications,)
        The value drawn for each uncertain quantity, by path.
    """

    option: str
    replications: int
    seed: int
    scalars: dict[str, Floats]
    series: dict[str, Floats]
    points: NDArray[np.int64]
    draws: dict[str, Floats] = field(default_factory=dict)


POINT_WEEKS = 13
"""Weeks between two points of a series: a quarter."""
