"""Intake: pools that trainees come from, and how many come in which season.

Between two dates on which a number changes, and between two years of the mission, as many come each week: a
season. Rule: docs/model/rules.md, Intake.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from pydantic import Field

from cadre.mission.base import Basis, Frozen
from cadre.mission.quantity import Growth, MonthlyShare, People, PeopleAYear, Share, quantity_in
from cadre.mission.units import WEEKS_PER_YEAR


class Intake(Frozen):
    """How many come from a day on."""

    begins: dt.date = Field(description="First day")
    a_year: PeopleAYear = Field(description="New trainees a year from then on")
    basis: Basis = Field((), description="What it rests on")


class Recruits(Frozen):
    """A pool that trainees come from."""

    title: str = Field(min_length=1, description="Who they are")
    a_year: PeopleAYear = Field(
        description="New trainees a year, spread evenly (Poisson by week in the simulation)"
    )
    later: tuple[Intake, ...] = Field((), description="Other numbers from later days on")
    grows: Growth = Field(
        quantity_in(0, "growth a year"),
        description="By how much more come each year, from the first day on",
    )
    years_differ: Share = Field(
        quantity_in(0, "share"),
        description="How far good and bad years lie from the mean: standard deviation of the logarithm",
    )
    years_last: Share = Field(
        quantity_in(0.5, "share"), description="How much of a good or bad year is left in the next one"
    )
    at_start: People = Field(quantity_in(0, "people"), description="Waiting on the first day")
    leaves: MonthlyShare = Field(
        quantity_in(0, "share a month"), description="Share of those waiting who give up a month"
    )

    @property
    def is_even(self) -> bool:
        """Whether as many are expected in every week."""
        still = self.grows.is_known and self.grows.mean == 0
        same = self.years_differ.is_known and self.years_differ.mean == 0
        return still and same and not self.later

    def stated(self, week: int, starts: dt.date) -> int:
        """Return the number in `later` that holds in a week, from 1; 0 for `a_year`."""
        day = starts + dt.timedelta(weeks=week)
        begun = [n for n, later in enumerate(self.later, 1) if later.begins <= day]
        return max(begun, key=lambda n: (self.later[n - 1].begins, n), default=0)


def year_of(week: int) -> int:
    """Return the year of the mission, from 0, that a week lies in."""
    return int(week / WEEKS_PER_YEAR)


def grown(grows: float, week: float) -> float:
    """Return the factor by which intake has grown in so many weeks."""
    return float((1 + grows) ** (week / WEEKS_PER_YEAR))


def seasons_of(recruits: Iterable[Recruits], starts: dt.date, weeks: int) -> tuple[int, ...]:
    """Return the first week of each season: years of the mission and numbers that change, from week 0."""
    uneven = [one for one in recruits if not one.is_even]
    changes = {-(-(later.begins - starts).days // 7) for one in uneven for later in one.later}
    years = {w for w in range(1, weeks) if year_of(w) > year_of(w - 1)} if uneven else set()
    return tuple(sorted({0} | {w for w in changes | years if 0 < w < weeks}))
