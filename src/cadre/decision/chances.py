"""Chances: how likely each target is met and each floor holds, and the risk that posts stay empty.

Takes an option's mission and outcome, gives `Chance`s and `FillRisk`. Shares carry Wilson's interval, which
stays honest near 0 and 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from cadre.decision.samples import Compared, attributes, spread
from cadre.decision.types import Chance, FillRisk
from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.simulation.outcome import Floats, Outcome

Z = 1.959963984540054
"""97.5 % point of the standard normal distribution."""

FILL_FLOOR = 0.8
"""Share of post-weeks below which an option counts as not filled (docs/model/decision.md, "Fill risk")."""


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share (Wilson 1927; Brown, Cai and DasGupta 2001, equation 4).

    Raises
    ------
    ValueError
        Without trials, or with more successes than trials.
    """
    if not 0 <= successes <= trials or trials == 0:
        raise ValueError(f"{successes} successes in {trials} trials")
    p, z2 = successes / trials, Z * Z
    centre = (p + z2 / (2 * trials)) / (1 + z2 / trials)
    half = Z / (1 + z2 / trials) * math.sqrt(p * (1 - p) / trials + z2 / (4 * trials**2))
    return max(0.0, centre - half), min(1.0, centre + half)


def half_width_of_share(successes: int, trials: int) -> float:
    """Return the distance from a share to the farther end of Wilson's interval."""
    low, high = wilson(successes, trials)
    share = successes / trials
    return max(share - low, high - share)


class WantedLevel(NamedTuple):
    """A target or a floor, and the names under which the simulation tells of it."""

    kind: Literal["target", "floor"]
    capability: str
    week: int
    wanted: int
    share: str
    units: str


def asked_of(mission: Mission) -> Iterator[WantedLevel]:
    """Yield every target and then every floor, in the order written."""
    for key in mission.capabilities:
        for week, units in mission.wanted_by_week(key).items():
            yield WantedLevel("target", key, week, units, f"met.{key}.{week}", f"reached.{key}.{week}")
    for key, capability in mission.capabilities.items():
        if capability.floor_after_exit > 0:
            floor = capability.floor_after_exit
            yield WantedLevel("floor", key, mission.floor_week, floor, f"holds.{key}", f"left.{key}")


def chances_of(
    option: str, mission: Mission, outcome: Outcome, nothing: Outcome | None = None
) -> tuple[Chance, ...]:
    """Return the chance of every target and every floor of an option, and what it adds to doing nothing.

    Raises
    ------
    BadInput
        The simulation tells nothing of a target or floor.
    """
    return tuple(_chance(option, outcome, asked, nothing) for asked in asked_of(mission))


def _chance(option: str, outcome: Outcome, asked: WantedLevel, nothing: Outcome | None) -> Chance:
    met, units = (_scalar(option, outcome, name) for name in (asked.share, asked.units))
    successes = int(np.count_nonzero(met))
    return Chance(
        option=option,
        capability=asked.capability,
        kind=asked.kind,
        week=asked.week,
        wanted=float(asked.wanted),
        share=successes / len(met),
        half_width=half_width_of_share(successes, len(met)),
        units=spread(units),
        added=None if nothing is None else spread(units - units_without(nothing, asked, outcome)),
    )


def added_units(mission: Mission, outcome: Outcome, nothing: Outcome) -> dict[str, Floats]:
    """Return the units beyond those of doing nothing, as `added.CAPABILITY.WEEK`, by target and floor."""
    return {
        f"added.{asked.capability}.{asked.week}": outcome.scalars[asked.units]
        - units_without(nothing, asked, outcome)
        for asked in asked_of(mission)
    }


def units_without(nothing: Outcome, asked: WantedLevel, outcome: Outcome) -> Floats:
    """Return the units there if nothing is done, in the same futures, shape (replications,).

    Of a week that doing nothing is not read at, as the floor's of a longer mission, those of the quarter
    before; of one beyond its last week, the last.
    """
    if asked.units in nothing.scalars and (
        asked.kind == "target" or nothing.points[-1] == outcome.points[-1]
    ):
        return nothing.scalars[asked.units]
    point = int(np.searchsorted(nothing.points, asked.week, side="right")) - 1
    return np.asarray(nothing.series[f"units.{asked.capability}"][:, max(0, point)], np.float64)


def _scalar(option: str, outcome: Outcome, name: str) -> Floats:
    if name not in outcome.scalars:
        where = Place(path=("outcomes", option, name))
        raise BadInput([Fault.of(where, "study-faults.not-simulated")])
    return outcome.scalars[name]


def fill_risk(filled: Floats, option: str, floor: float = FILL_FLOOR) -> FillRisk:
    """Return the spread of the share of post-weeks filled and how often it stays below the floor."""
    return FillRisk(option, spread(filled), floor, float(np.mean(filled < floor)))


def fill_risks(planned: Sequence[Compared], outcomes: Mapping[str, Outcome]) -> tuple[FillRisk, ...]:
    """Return the fill risk of every option that needs foreign posts."""
    return tuple(
        fill_risk(outcomes[c.option.id].scalars["posts_filled"], c.option.id)
        for c in planned
        if attributes(c)["posts"]
    )
