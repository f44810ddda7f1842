"""Outcome: what a simulated option yields, as samples over replications and bands over time."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CAUSES = ("site closed", "site not open", "mission paused", "after exit", "instructors", "trainees", "rooms")
"""Why a serial was lost or waited, in the order in which they are looked for."""


@dataclass(frozen=True)
class Outcome:
    """Samples of one option.

    Parameters
    ----------
    option : str
        Id of the option.
    replications, seed : int
        Number of replications and the seed; replication n of every option meets the same random numbers.
    scalars : dict of str to ndarray of float64, shape (replications,)
        By name. Goals: `outcome` (weighted share of targets reached, 0-1), `reached.CAPABILITY.WEEK` (units
        at the end of the target's week), `met.CAPABILITY.WEEK` (0/1), `left.CAPABILITY` (units at the
        floor's week), `holds.CAPABILITY` (0/1: floor held then), `lasting` (share of floors held). Money:
        `cost` (to exit, with its overrun), `cost.PAYER`, `cost_before_overrun`, `cost_fully_manned` (had
        every post been filled), `cost_a_graduate`, `cost_beyond`. Training: `graduates`, `graduates.COURSE`,
        `trained` (as the mission counts), `serials_held`, `serials_called` (besides the plan),
        `serials_called_off` (planned, and served nothing any more), `serials_lost`, `serials_late` and
        `serials_thinned` (of those started),
        `serials_not_planned`, `lost.CAUSE` (serials) and `waited.CAUSE` (weeks) for every cause,
        `done.PROJECT` (0/1), `finished.PROJECT` (week; the number of weeks played where never). People:
        `posts_filled` (share of post-weeks), `posts_peak`, `person_weeks`, `exposure` (foreign person-weeks
        in country), and `people.came`, `people.there`, `people.gone`: the first is the sum of the others.
    series : dict of str to ndarray of float32, shape (replications, points)
        By name: `units.CAPABILITY`, `stock.COMPETENCE`, `hosts.SKILL`, `waiting.RECRUITS`, `posts` (foreign
        people present), at the beginning of the weeks of `points`. Whole numbers, exact below 2^24.
    points : ndarray of int64
        Weeks at which series are read, every `POINT_WEEKS` weeks.
    draws : dict of str to ndarray of float64, shape (replications,)
        The value drawn for each uncertain quantity, by path.
    """

    option: str
    replications: int
    seed: int
    scalars: dict[str, Floats]
    series: dict[str, NDArray[np.float32]]
    points: NDArray[np.int64]
    draws: dict[str, Floats] = field(default_factory=dict)


POINT_WEEKS = 13
"""Weeks between two points of a series: a quarter."""
