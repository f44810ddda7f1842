"""Scores: kept forecasts against what records say happened, once the day of each figure has come.

Takes the mission, its kept forecasts and all records; gives numbers without a sentence. Formulas and sources:
docs/model/tracking.md, Scores.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cadre.mission import Mission
from cadre.tracking.forecast import HIGH, LEVELS, LOW, MIDDLE, ForecastFigure
from cadre.tracking.freezing import KeptForecast
from cadre.tracking.holding import holding, known_on
from cadre.tracking.indicators import happened_by
from cadre.tracking.records import Records
from cadre.tracking.resting import AssumedBy
from cadre.tracking.status import capability_now

FEWEST = 5
"""Outcomes below which nothing is said of a group: figures that happened, however often each was forecast."""
COUNTED_WITHIN = 91
"""Days before a figure's day within which each competence of a capability must have been counted."""
MONTH = 365.25 / 12
HORIZONS = (3, 6, 12)
"""Months ahead that part forecasts into groups; the last group is beyond."""
CHANCES = ("met", "holds")
Against = Literal["first", "last", "line"]
By = Literal["criterion", "horizon", "voice"]


@dataclass(frozen=True, slots=True)
class Score:
    """A figure of a kept forecast whose day has come.

    `loss` is the CRPS in the figure's own unit (people, units, money), of a chance its Brier score (0 to 1);
    `inside` and `rank` (PIT, 0 to 1) are None of chances. `first`, `last` and `line` are the losses of the
    first kept forecast (that of the plan at launch, once one was kept), of the last before this one and of
    the straight line, None where there is none. `voices` are those behind what the figure rests on.
    """

    option: str
    name: str
    made_on: dt.date
    day: dt.date
    mean: float
    low: float
    middle: float
    high: float
    happened: float
    inside: bool | None
    loss: float
    rank: float | None
    first: float | None
    last: float | None
    line: float | None
    voices: tuple[AssumedBy, ...] = ()

    @property
    def kind(self) -> str:
        """What kind of figure: its criterion, such as `reached`."""
        return self.name.partition(".")[0]

    @property
    def horizon(self) -> int | None:
        """Months ahead, as the next of `HORIZONS`; None beyond."""
        ahead = (self.day - self.made_on).days / MONTH
        return next((months for months in HORIZONS if ahead <= months), None)


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """Forecasts scored together.

    Of one criterion, of one horizon in months (0 stands for beyond), or of those that rest on what one voice
    says: `of` is its name, or its kind where it has none. A figure that rests on several counts with each.
    `outcomes` counts figures that happened, `forecasts` scores. All else is None of fewer than `FEWEST`
    outcomes. Skill is 1 less the loss by that of the reference: 0 as good, below 0 worse. `loss` is None but
    by criterion, where units are the same.
    """

    by: By
    of: str
    outcomes: int
    forecasts: int
    inside: float | None
    loss: float | None
    rank: float | None
    first: float | None
    last: float | None
    line: float | None


@dataclass(frozen=True)
class Scores:
    """All that is told: scores by day, groups, and figures whose day came of which no record tells."""

    today: dt.date
    kept: int
    scores: tuple[Score, ...]
    groups: tuple[ScoreGroup, ...]
    unknown: tuple[str, ...]


# ---- one figure


def crps(quantiles: Sequence[float], happened: float) -> float:
    """Return the continuous ranked probability score of quantiles at `LEVELS`: twice the mean pinball loss.

    Of a forecast without spread it is the distance (Gneiting and Ranjan 2011; Laio and Tamea
    2007). In the unit of the figure, 0 the best.
    """
    losses = (
        (happened - value) * (level - (happened < value))
        for level, value in zip(LEVELS, quantiles, strict=True)
    )
    return 2 * sum(losses) / len(LEVELS)


def brier(chance: float, happened: float) -> float:
    """Return the Brier score of a chance (Brier 1950): 0 certain and right, 1 certain and wrong."""
    return (chance - happened) ** 2


def rank_among(quantiles: Sequence[float], happened: float) -> float:
    """Return the rank of what happened, 0 to 1: the middle of the shares between which it lies (PIT)."""
    below = sum(value < happened for value in quantiles)
    equal = sum(value == happened for value in quantiles)
    return (below + (equal + 1) / 2) / (len(quantiles) + 1)


def loss_of(figure: ForecastFigure, happened: float) -> float:
    """Return the CRPS of a figure, or the Brier score of a chance."""
    if figure.name.partition(".")[0] in CHANCES:
        return brier(figure.mean, happened)
    return crps(figure.quantiles, happened)


# ---- what happened


def happened(mission: Mission, records: Records, figure: ForecastFigure) -> float | None:
    """Return what records that hold say of a figure on its day, None where they do not tell."""
    some = happened_by(records, figure.day)
    kind, key, _ = _parts(figure.name)
    if kind == "cost" and not some.spending:
        return None
    if kind not in ("cost", "graduates"):
        if key not in mission.capabilities:
            return None
        counted = capability_now(mission, some, key, figure.day).counted_on
        if counted is None or (figure.day - counted).days > COUNTED_WITHIN:
            return None
    amount = _amount(mission, some, figure.name, figure.day)
    return None if amount is None else _as_figure(mission, figure.name, amount)


def _parts(name: str) -> tuple[str, str, str]:
    kind, _, rest = name.partition(".")
    key, _, week = rest.partition(".")
    return kind, key, week


def _amount(mission: Mission, records: Records, name: str, day: dt.date) -> float | None:
    """Return units, graduates or money by the end of a day."""
    kind, key, _ = _parts(name)
    some = happened_by(records, day)
    if kind == "cost":
        return sum(one.amount for one in some.spending.values())
    if kind == "graduates":
        if key not in mission.courses:
            return None
        told = some.serials.values()
        begun = {one.serial for one in told if one.what == "started" and one.course == key}
        return float(sum(one.passed or 0 for one in told if one.what == "ended" and one.serial in begun))
    if key not in mission.capabilities:
        return None
    return float(capability_now(mission, some, key, day).units)


def _as_figure(mission: Mission, name: str, amount: float) -> float | None:
    """Return 0 or 1 of a chance: whether the amount is what was wanted; else the amount."""
    kind, key, week = _parts(name)
    if kind == "met":
        wanted = mission.wanted_by_week(key).get(int(week))
        return None if wanted is None else float(amount >= wanted)
    if kind == "holds":
        return float(amount >= mission.capabilities[key].floor_after_exit)
    return amount


def _line(mission: Mission, records: Records, made_on: dt.date, figure: ForecastFigure) -> float | None:
    """Return the figure on the straight line from the mission's first day through the forecast's day."""
    known = holding(known_on(records, made_on))
    starts = mission.mission.starts
    before = _amount(mission, known, figure.name, starts - dt.timedelta(days=1))
    now = _amount(mission, known, figure.name, made_on)
    if before is None or now is None or made_on <= starts:
        return None
    ahead = (figure.day - made_on).days / (made_on - starts).days
    return _as_figure(mission, figure.name, max(0.0, now + (now - before) * ahead))


# ---- all


def scores(
    mission_of: Callable[[str], Mission], kept: Iterable[KeptForecast], records: Records, today: dt.date
) -> Scores:
    """Score every figure whose day has come.

    Parameters
    ----------
    mission_of : callable
        The mission with the choices of an option, by its id.
    kept : iterable of KeptForecast
        The oldest first; each is set beside those of its own option.
    records : Records
        All; what happened is told by those that hold today, the straight line by those of a forecast's day.
    today : date
        The day.
    """
    all_kept = [one for one in kept if one.made_on <= today]
    found: list[Score] = []
    unknown: set[str] = set()
    holds = holding(known_on(records, today))
    for option in dict.fromkeys(one.option for one in all_kept):
        mission = mission_of(option)
        some = [one for one in all_kept if one.option == option]
        for one in some:
            for figure in one.figures:
                if one.made_on < figure.day <= today:
                    came = happened(mission, holds, figure)
                    if came is None:
                        unknown.add(figure.name)
                    else:
                        line = _line(mission, records, one.made_on, figure)
                        found.append(_score(one, figure, came, some, line))
    found.sort(key=lambda one: (one.day, one.name, one.made_on))
    return Scores(today, len(all_kept), tuple(found), tuple(_groups(found)), tuple(sorted(unknown)))


def _score(
    made: KeptForecast, figure: ForecastFigure, came: float, kept: list[KeptForecast], line: float | None
) -> Score:
    chance = figure.name.partition(".")[0] in CHANCES
    low, middle, high = (figure.quantiles[place] for place in (LOW, MIDDLE, HIGH))
    before = [
        loss_of(other, came)
        for one in kept
        if one.made_on < made.made_on
        for other in one.figures
        if (other.name, other.day) == (figure.name, figure.day)
    ]
    return Score(
        made.option,
        figure.name,
        made.made_on,
        figure.day,
        figure.mean,
        low,
        middle,
        high,
        came,
        None if chance else low <= came <= high,
        loss_of(figure, came),
        None if chance else rank_among(figure.quantiles, came),
        before[0] if before else None,
        before[-1] if before else None,
        None if line is None else abs(line - came),
        tuple(dict.fromkeys(voice for one in figure.rests_on for voice in one.voices)),
    )


def _groups(found: list[Score]) -> Iterator[ScoreGroup]:
    for kind in dict.fromkeys(one.kind for one in found):
        yield _group("criterion", kind, [one for one in found if one.kind == kind])
    for months in (*HORIZONS, None):
        some = [one for one in found if one.horizon == months]
        if some:
            yield _group("horizon", str(months or 0), some)
    for voice in sorted({voice for one in found for voice in one.voices}):
        some = [one for one in found if voice in one.voices]
        yield _group("voice", voice.name or voice.kind, some)


def _group(by: By, of: str, some: list[Score]) -> ScoreGroup:
    ranked = [one for one in some if one.rank is not None]
    told = outcomes(some) >= FEWEST
    ranks = told and outcomes(ranked) >= FEWEST
    return ScoreGroup(
        by,
        of,
        outcomes(some),
        len(some),
        sum(bool(one.inside) for one in ranked) / len(ranked) if ranks else None,
        sum(one.loss for one in some) / len(some) if told and by == "criterion" else None,
        sum(one.rank or 0.0 for one in ranked) / len(ranked) if ranks else None,
        *(skill(some, against) for against in ("first", "last", "line")),
    )


def ranks_by_fifth(some: Iterable[Score]) -> tuple[int, ...]:
    """Return how many ranks (PIT) fall into each fifth: of honest ranges as many into each."""
    counts = [0] * FIFTHS
    for one in some:
        if one.rank is not None:
            counts[min(FIFTHS - 1, int(one.rank * FIFTHS))] += 1
    return tuple(counts)


FIFTHS = 5


def outcomes(some: Iterable[Score]) -> int:
    """Return how many figures happened, each once however often it was forecast."""
    return len({(one.option, one.name, one.day) for one in some})


def skill(some: Sequence[Score], against: Against) -> float | None:
    """Return the skill against a reference, each loss as a share of what happened (1 where that is less)."""
    both = [one for one in some if getattr(one, against) is not None]
    if outcomes(both) < FEWEST:
        return None
    scale = [max(abs(one.happened), 1.0) for one in both]
    theirs = sum(getattr(one, against) / by for one, by in zip(both, scale, strict=True))
    ours = sum(one.loss / by for one, by in zip(both, scale, strict=True))
    return 1 - ours / theirs if theirs > 0 else None
