"""Points: a published figure of a case with the score of its forecast.

Takes cases, plans and plays each, gives `Played` cases.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.backtests.again import AgainPoint, forecast_again
from benchmarks.backtests.carrying import carried_on
from benchmarks.backtests.cases import Case
from benchmarks.backtests.figures import UNITS, Figure
from benchmarks.backtests.forecasts import forecasts, plan_mission
from benchmarks.backtests.scores import Score, scored
from cadre.pipeline import Settings
from cadre.pipeline.planning import limits_hit


@dataclass(frozen=True, slots=True)
class Point:
    """What happened in a case, and how its forecast did."""

    case: str
    figure: Figure
    score: Score

    @property
    def label(self) -> str:
        """Its name in tables and the picture."""
        return f"{self.case}, {self.figure.date:%-d %b %Y}, {self.figure.quantity.removeprefix(UNITS)}"


@dataclass(frozen=True, slots=True)
class Played:
    """A case with its points, the processor seconds it took, and searches that a limit in seconds ended.

    `again` holds its later points, forecast again on the days of the earlier ones.
    """

    case: Case
    points: tuple[Point, ...]
    seconds: float
    limits_hit: tuple[str, ...]
    again: tuple[AgainPoint, ...] = ()


def played(cases: Iterable[Case], settings: Settings) -> Iterator[Played]:
    """Plan, play and score one case after the other."""
    for case in cases:
        before = time.process_time()
        plan = plan_mission(case.mission, settings)
        points = []
        for figure, forecast in zip(case.happened, forecasts(plan, case.happened, settings), strict=True):
            carried = carried_on(figure, case.figures, case.mission.mission.starts)
            score = scored(forecast.sample, figure.figure, planned=forecast.planned, carried=carried)
            points.append(Point(case.name, figure, score))
        again = forecast_again(case, plan, case.records, {p.figure: p.score for p in points}, settings)
        later = tuple(again)
        yield Played(case, tuple(points), time.process_time() - before, limits_hit([plan]), later)
