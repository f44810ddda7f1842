"""Forecast again: on the day of each published figure, from the records known by then, the later ones.

Takes a case, its plan and its records (`missions/history/CASE/records`, the published figures as people would
have reported them), gives later points scored. The machinery is that of `cadre forecast`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.backtests.carrying import carried_on
from benchmarks.backtests.cases import Case
from benchmarks.backtests.figures import COST, PEOPLE, TRAINED, UNITS, Figure
from benchmarks.backtests.scores import Score, scored
from cadre.pipeline import Settings
from cadre.plans import Planned
from cadre.replan.reading import Before
from cadre.simulation.run import ReplicationPlan
from cadre.tracking.forecast import futures
from cadre.tracking.records import Records

FUTURES = 2_000
"""Of each forecast made again, at most: their number grows with the square of a case's figures."""


@dataclass(frozen=True, slots=True)
class AgainPoint:
    """A figure forecast on the day of an earlier one; `first` is the CRPS of the forecast made at the start.

    `score` holds as `planned` the median of that first forecast, and as `carried` the last rate known on the
    day it was made, carried on.
    """

    case: str
    made_on: dt.date
    figure: Figure
    score: Score
    first: float


def forecast_again(
    case: Case, plan: Planned, records: Records, first: dict[Figure, Score], settings: Settings
) -> Iterator[AgainPoint]:
    """Yield every later figure, forecast on the day of each earlier one.

    Parameters
    ----------
    case, plan : Case, Planned
        The mission and its plan, as played from its start.
    records : Records
        All there are; what was published later than a day is not known on it.
    first : dict of Figure to Score
        Of the forecasts made at the start.
    settings : Settings
        How often the future is played, and on which luck.
    """
    days = sorted({figure.date for figure in case.happened})
    for day in days:
        for figure in case.happened:
            if figure.date > day and figure.quantity not in (PEOPLE, TRAINED):
                yield _again(case, plan, records, (day, figure), (first[figure], settings))


def _again(
    case: Case,
    plan: Planned,
    records: Records,
    what: tuple[dt.date, Figure],
    given: tuple[Score, Settings],
) -> AgainPoint:
    (day, figure), (first, settings) = what, given
    weeks = case.mission.week_of(figure.date) + 1
    number = min(FUTURES, settings.replications)
    runs = ReplicationPlan(number, settings.seed, settings.jobs, weeks=weeks)
    played = futures(plan.option.mission, as_known(plan), records, day, runs=runs)
    sample = _read(played.outcome.scalars, figure.quantity)
    if figure.quantity == COST:
        sample = sample + sum(one.amount for one in played.known.spending.values())
    known = [f for f in case.figures if f.known == "before" or f.date <= day]
    carried = carried_on(figure, known, case.mission.mission.starts)
    score = scored(sample, figure.figure, planned=first.median, carried=carried)
    return AgainPoint(case.name, day, figure, score, first.crps)


def _read(scalars: dict[str, NDArray[np.float64]], quantity: str) -> NDArray[np.float64]:
    return scalars[COST] if quantity == COST else scalars[f"left.{quantity.removeprefix(UNITS)}"]


def as_known(plan: Planned) -> Before:
    """Return the plan as `cadre forecast` takes it."""
    return Before(plan.option.id, plan.programme, plan.staff, plan.programme, plan.staff, plan.timetable)
