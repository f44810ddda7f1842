"""Seasons: how many recruits come a week in each, in each outer draw.

Takes a mission and the draws, gives weekly means. Rule: docs/model/simulation.md, Intake.
"""

from __future__ import annotations

import numpy as np

from cadre.mission import Mission
from cadre.mission.intake import year_of
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.simulation.draws import Draws
from cadre.simulation.records import Ints
from cadre.simulation.table_builder import EPS, Floats


def season_of(mission: Mission, weeks: int) -> Ints:
    """Return the season of each week, shape (weeks,)."""
    return np.array(np.searchsorted(mission.seasons, np.arange(weeks), side="right") - 1, np.int32)


def intake_of(mission: Mission, draws: Draws, recruits: str) -> list[Floats]:
    """Return the recruits of a pool a week in each season, each of shape (outer,)."""
    pool, path = mission.recruits[recruits], f"recruits.{recruits}"
    if pool.is_even:
        return [draws.of(f"{path}.a_year") / WEEKS_PER_YEAR] * len(mission.seasons)
    years, found = _years(mission, draws, recruits), []
    for first, end in zip(mission.seasons, (*mission.seasons[1:], mission.weeks), strict=True):
        stated = pool.stated(first, mission.mission.starts)
        a_year = draws.of(f"{path}.later.{stated - 1}.a_year" if stated else f"{path}.a_year")
        grown = np.power(1 + draws.of(f"{path}.grows"), (first + end) / 2 / WEEKS_PER_YEAR)
        found.append(np.asarray(a_year * grown * years[year_of(first)] / WEEKS_PER_YEAR, np.float64))
    return found


def beyond_expected(mission: Mission, draws: Draws, recruits: str) -> Floats:
    """Return the recruits of a pool until exit beyond those expected at means, whole, shape (outer,)."""
    edges = [min(first, mission.exit_week) for first in (*mission.seasons, mission.weeks)]
    weeks = np.diff(edges)
    came = draws.of(f"recruits.{recruits}.at_start") + np.zeros(draws.outer)
    for mean, n in zip(intake_of(mission, draws, recruits), weeks, strict=True):
        came += mean * n
    expected = mission.recruits[recruits].at_start.mean
    expected += sum(
        mean / WEEKS_PER_YEAR * n for mean, n in zip(mission.intake[recruits], weeks.tolist(), strict=True)
    )
    return np.asarray(np.maximum(0.0, np.floor(came - expected + EPS)), np.float64)


def _years(mission: Mission, draws: Draws, recruits: str) -> list[Floats]:
    """Return the factor of each year: lognormal with mean 1, each year like the one before it."""
    differ, last = (draws.of(f"recruits.{recruits}.{name}") for name in ("years_differ", "years_last"))
    factors, z = [], np.zeros(draws.outer)
    for year in range(year_of(mission.weeks - 1) + 1):
        fresh = draws.normal(f"recruits/{recruits}/year/{year}")
        z = last * z + np.sqrt(1 - last * last) * fresh if year else fresh
        factors.append(np.exp(differ * z - differ * differ / 2))
    return factors
