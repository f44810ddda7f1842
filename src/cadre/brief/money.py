"""Planned money by payer and calendar year.

The yearly view of `cadre.programme.prices.expected_cost`, whose sum it is. Takes the programmes of an
option: what it needs, and what it can achieve. Expected values, every post paid for, no discounting; what is
simulated stands apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from cadre.brief.view import OptionView
from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.plan import Programme
from cadre.programme.prices import first_used


@dataclass(frozen=True, slots=True, order=True)
class YearlyCost:
    """Money of one kind that a payer spends in a calendar year."""

    payer: str
    year: str
    kind: str
    amount: float


Spent = tuple[str, str, int, float]
"""Payer, kind, week, amount."""


def planned_costs(shown: OptionView) -> tuple[YearlyCost, ...]:
    """Return an option's planned cost to exit by payer, calendar year and kind, sorted.

    Nothing where nothing is spent.
    """
    return _costs_of(shown.planned.programme, shown.mission)


def fully_manned(shown: OptionView) -> dict[int, float]:
    """Return the planned cost to exit by calendar year, rising, with every post that is needed filled."""
    sums: dict[int, float] = defaultdict(float)
    for cost in _costs_of(shown.planned.need, shown.mission):
        sums[int(cost.year)] += cost.amount
    return dict(sorted(sums.items()))


def _costs_of(programme: Programme, mission: Mission) -> tuple[YearlyCost, ...]:
    sums: dict[tuple[str, str, str], float] = defaultdict(float)
    for of in (_posts, _serials, _sites, _projects, _command):
        for payer, kind, week, amount in of(programme, mission):
            sums[payer, str(mission.date_of(week).year), kind] += amount
    return tuple(YearlyCost(*key, amount) for key, amount in sorted(sums.items()) if amount)


def _posts(programme: Programme, mission: Mission) -> Iterator[Spent]:
    for batch in programme.posts:
        role = mission.roles[batch.role]
        payer = mission.money.local_posts if role.local else mission.money.posts
        begins = batch.rotation * programme.rotation_weeks
        for week in range(begins, min(begins + programme.rotation_weeks, mission.exit_week)):
            yield (
                payer,
                "local posts" if role.local else "foreign posts",
                week,
                batch.people * role.costs_a_year.mean / WEEKS_PER_YEAR,
            )


def _serials(programme: Programme, mission: Mission) -> Iterator[Spent]:
    for batch in programme.serials:
        week = batch.week
        if week < mission.exit_week:
            course = mission.courses[batch.course]
            cost = batch.serials * course.costs.mean + batch.trainees * course.costs_a_trainee.mean
            yield mission.money.courses, "courses", week, cost


def _sites(programme: Programme, mission: Mission) -> Iterator[Spent]:
    for key, first in first_used(programme, mission).items():
        site = mission.sites[key]
        if first < mission.exit_week:
            yield mission.money.sites, "opening sites", first, site.costs_to_open.mean
        for week in range(first, mission.exit_week):
            yield mission.money.sites, "running sites", week, site.costs_a_year.mean / WEEKS_PER_YEAR


def _projects(programme: Programme, mission: Mission) -> Iterator[Spent]:
    for begun in programme.activities:
        cost = mission.projects[begun.project].activities[begun.activity].costs.mean
        yield mission.money.projects, "projects", begun.period * programme.period_weeks, cost


def _command(programme: Programme, mission: Mission) -> Iterator[Spent]:
    if mission.command is None or not any(batch.reason == "command" for batch in programme.posts):
        return
    yearly = mission.commands[mission.command].costs_a_year.mean
    for week in range(mission.exit_week):
        yield mission.money.command, "command", week, yearly / WEEKS_PER_YEAR


BY_YEAR = "cost_in."
"""How outcomes of one year begin; the year follows."""


def years_paid(shown: OptionView) -> list[int]:
    """Return the calendar years in which an option is there, rising."""
    return sorted(int(name.removeprefix(BY_YEAR)) for name in shown.spreads if name.startswith(BY_YEAR))
