"""Summary: coverage by day and criterion, losses against the first forecast and the old study, ranks.

Takes missions judged, gives tables as lines of Markdown. Missions are independent, what is scored of one
hangs together: standard errors and intervals are those of missions drawn again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.forecasts.judging import FORECAST_WEEKS, TWELVE, Judged, Scored
from benchmarks.forecasts.reweighting import BANDWIDTHS

KINDS = ("reached", "met", "units", "graduates", "cost")
TARGETS = ("reached", "graduates", "cost")
"""Criteria that are held against what is asked: units at targets, graduates and cost at exit. `units` are
those of quarters, `met` a chance that has no range."""
COVERED, BANDS, AGAIN = 0.8, 10, 2_000
Floats = NDArray[np.float64]


def line(missions: Sequence[Judged]) -> dict[str, object]:
    """Return what is told in one line of JSON, and held against what is asked (`benchmarks/asked.py`).

    `furthest` is the greatest distance of a coverage from 80 %, in its standard errors, over `TARGETS` and
    days.
    """
    figures: dict[str, object] = {"case": f"{len(missions)} missions", "missions": len(missions)}
    furthest = 0.0
    for kind in TARGETS:
        for week in FORECAST_WEEKS:
            share, error = shares(missions, kind, week, placed)
            figures[f"{kind}_covered_month_{_month(week)}"] = round(share, 4)
            furthest = max(furthest, abs(share - COVERED) / max(error, 1e-9))
        n = best_width(missions, kind, TWELVE)
        figures[f"{kind}_loss_by_first_month_12"] = round(ratio(missions, kind, TWELVE, _first)[0], 3)
        figures[f"{kind}_loss_by_known_month_12"] = round(ratio(missions, kind, TWELVE, _knew)[0], 3)
        figures[f"{kind}_loss_by_plan_month_12"] = round(ratio(missions, kind, TWELVE, _plan)[0], 3)
        figures[f"{kind}_loss_by_weighed_month_12"] = round(ratio(missions, kind, TWELVE, _weighed(n))[0], 3)
    return figures | {"furthest": round(furthest, 2)}


def _first(one: Scored) -> float:
    return one.first


def _plan(one: Scored) -> float:
    return one.plan


def _weighed(place: int) -> Callable[[Scored], float]:
    return lambda one: one.weighed[place]


def tables(missions: Sequence[Judged]) -> str:
    """Return all that is told of missions judged."""
    parts = [
        f"{len(missions)} missions, {sum(one.reports for one in missions):,} reports, "
        f"{sum(len(one.scored) for one in missions):,} figures scored, "
        f"{sum(one.seconds for one in missions):,.0f} processor seconds.",
        _table(("month", *KINDS_WITH_RANGE), _coverage_rows(missions)),
        _table(LOSS_COLUMNS, _loss_rows(missions)),
        _table(("criterion", "loss by that of whoever knew the true rates, month 12"), _knew_rows(missions)),
        _table(("rank", "share"), _rank_rows(missions)),
    ]
    return "\n\n".join(parts)


LOSS_COLUMNS = ("month", "criterion", "loss by the first's", "by the plan's", "by the old study's, weighed")
KINDS_WITH_RANGE = tuple(kind for kind in KINDS if kind != "met")


def of_kind(one: Judged, kind: str, week: int | None = None) -> list[Scored]:
    """Return what was scored of a criterion, on one day or on all."""
    return [s for s in one.scored if s.name.partition(".")[0] == kind and week in (None, s.week)]


def shares(
    missions: Sequence[Judged], kind: str, week: int, inside: Callable[[Scored], bool]
) -> tuple[float, float]:
    """Return the share inside, and its standard error with missions as clusters (ratio of sums)."""
    counts = [of_kind(one, kind, week) for one in missions]
    hits = np.array([sum(map(inside, some)) for some in counts], np.float64)
    sizes = np.array([len(some) for some in counts], np.float64)
    share = float(hits.sum() / sizes.sum())
    spread = np.sqrt(((hits - share * sizes) ** 2).sum() * len(sizes) / max(1, len(sizes) - 1))
    return share, float(spread / sizes.sum())


def placed(one: Scored) -> bool:
    """Say whether the randomised rank lies in the middle 80 %."""
    return abs(one.rank - 0.5) <= COVERED / 2


def _coverage_rows(missions: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    for week in FORECAST_WEEKS:
        cells = []
        for kind in KINDS_WITH_RANGE:
            (rank, error), (stated, _) = (shares(missions, kind, week, how) for how in (placed, _inside))
            cells.append(f"{rank:.1%} ± {error:.1%} ({stated:.0%})")
        yield (_month(week), *cells)


def _inside(one: Scored) -> bool:
    return one.inside


def _month(week: int) -> str:
    return f"{week * 36 / 156:.0f}"


def ratio(
    missions: Sequence[Judged], kind: str, week: int, other: Callable[[Scored], float]
) -> tuple[float, float, float]:
    """Return the loss of forecasts by another, and its 90 % interval with missions drawn again."""
    own, against = (
        np.array([sum(how(s) / s.scale for s in of_kind(one, kind, week)) for one in missions])
        for how in (_loss, other)
    )
    drawn = np.random.default_rng(1).integers(0, len(missions), (AGAIN, len(missions)))
    again = [_by(own[some].sum(), against[some].sum()) for some in drawn]
    low, high = np.quantile(again, (0.05, 0.95), method="inverted_cdf")
    return _by(own.sum(), against.sum()), float(low), float(high)


def _by(own: float, other: float) -> float:
    """Return a ratio; without a loss of the other, 1 where there is none of one's own either."""
    return float(own / other) if other > 0 else 1.0 if own == 0 else np.inf


def _loss(one: Scored) -> float:
    return one.loss


def best_width(missions: Sequence[Judged], kind: str, week: int) -> int:
    """Return the place of the bandwidth with which the old study does best: in its favour."""
    sums = [
        sum(s.weighed[n] / s.scale for one in missions for s in of_kind(one, kind, week))
        for n in range(len(BANDWIDTHS))
    ]
    return int(np.argmin(sums))


def _loss_rows(missions: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    for week in FORECAST_WEEKS:
        for kind in KINDS:
            n = best_width(missions, kind, week)
            first, plan, weighed = (ratio(missions, kind, week, of) for of in (_first, _plan, _weighed(n)))
            yield _month(week), kind, _told(first), _told(plan), f"{_told(weighed)}, width {BANDWIDTHS[n]}"


def _knew_rows(missions: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    for kind in KINDS:
        yield kind, _told(ratio(missions, kind, TWELVE, _knew))


def _knew(one: Scored) -> float:
    return one.knew


def _told(found: tuple[float, float, float]) -> str:
    return "{:.2f} ({:.2f} to {:.2f})".format(*found)


def _rank_rows(missions: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    ranks = [s.rank for one in missions for kind in TARGETS for s in of_kind(one, kind)]
    counts, edges = np.histogram(ranks, BANDS, (0, 1))
    for n, count in enumerate(counts):
        yield f"{edges[n]:.1f} to {edges[n + 1]:.1f}", f"{count / len(ranks):.1%}"


def _table(head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [tuple(head), *rows]
    lines.insert(1, tuple("---" for _ in lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
