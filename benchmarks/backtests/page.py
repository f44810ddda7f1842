"""The page of the back-tests: tables, what missed and by how much, and which inputs were changed.

Takes played cases, gives Markdown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.backtests.again import FUTURES, AgainPoint
from benchmarks.backtests.figures import UNITS
from benchmarks.backtests.inputs import AFTER, BEFORE, FIRST
from benchmarks.backtests.picture import alt_text
from benchmarks.backtests.points import Played, Point
from benchmarks.backtests.scores import Summary, summary
from cadre.pipeline import Settings

PICTURE = "backtests.svg"
ASKED_INSIDE, ASKED_RANK = (0.60, 0.95), (0.35, 0.65)
"""Share inside the 80 % range and middle rank that are asked for."""

SKILLS = ("skill against the plan", "against carrying on", "points with a rate")

HEAD = """\
# Back-tests: published missions, played from their start

Written by `make backtest`. Each case is a mission folder in `missions/history`, written as a careful planner
could have known it on the first day, and a table in `missions/history/outcomes` of what was then published,
with source, strength and counting rule. The mission is planned as it stands and played. No figure of what
happened is read before it is scored, and none may choose a number of the model. Inputs were committed before
the first run here; what was changed is told below.

- **Inside**: what happened lies in the 80 % range. **Rank**: share of futures below it (probability integral
  transform), 0 where every future lies above it, 1 where every future lies below.
- **CRPS**: mean distance of the futures from what happened, less half their mean distance from each other, as
  a share of what happened; of a single value it is its distance. Lower is better.
- **Skill**: 1 less CRPS over the distance of another forecast; above 0 the futures are better. The others are
  the plan's own value, and the last published rate carried on, which knows all that was published before the
  date, where the futures know the start alone.
- **Strength** of what happened: strong, a document of the mission or of who pays for it; fair, press that
  names who said it or several reports alike; weak, recalled or derived.

What this cannot show: points are few, those of one case hang together, and whoever wrote the inputs could
have heard how it went. Some facts of a start were found only in later reports; the ledgers say which. Three
rules of the model were written after misses of these cases were read: courses learn as the pack tells, a
mission goes on beyond its targets, and one that names no pack (here Ethiopia's alone) has the figures of
every field. None holds a number that was chosen by them; the first two were committed before they were played
here, the third was tried on its case first. Missions that nobody has read yet are the better test.
"""


def page(cases: Sequence[Played], settings: Settings, today: dt.date) -> str:
    """Write the page.

    Raises
    ------
    ValueError
        Without a point.
    """
    points = [point for one in cases for point in one.points]
    parts = [HEAD, _asked(summary([p.score for p in points])), _summaries(cases, points)]
    parts += [
        f"![{alt_text(points)}]({PICTURE})",
        alt_text(points),
        _points(points),
        _missed(points),
        _again([point for one in cases for point in one.again]),
        _changes(cases),
    ]
    parts += [_sources(points), _how(cases, settings, today)]
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


def _asked(all_of_them: Summary) -> str:
    """Say whether what is asked of forecasts is met."""
    share = all_of_them.inside / all_of_them.points
    skill = all_of_them.beyond_carrying
    rows = [
        ("inside the 80 % range", "60 to 95 %", _percent(share), _between(share, ASKED_INSIDE)),
        (
            "middle rank",
            "0.35 to 0.65",
            f"{all_of_them.middle_rank:.2f}",
            _between(all_of_them.middle_rank, ASKED_RANK),
        ),
        (
            "skill against carrying on",
            "above 0",
            "no rate known" if skill is None else f"{skill:.2f}",
            skill is not None and skill > 0,
        ),
    ]
    told = [(*row[:3], "met" if row[3] else "**missed**") for row in rows]
    return "## What is asked\n\n" + _table(("over all points", "asked", "measured", ""), told)


def _between(value: float, ends: tuple[float, float]) -> bool:
    return ends[0] <= value <= ends[1]


def _summaries(cases: Sequence[Played], points: Sequence[Point]) -> str:
    """Tell scores over all, over what is not weak, and case by case."""
    stronger = [point for point in points if point.figure.strength != "weak"]
    groups = [("all", points), ("all but weak figures", stronger)]
    groups += [(one.case.mission.mission.title, one.points) for one in cases]
    heads = ("", "inside", "above the range", "below it", "middle rank", "mean rank", "CRPS", *SKILLS)
    rows = [(name, *_summary_cells(summary([p.score for p in some]))) for name, some in groups if some]
    return "## Scores\n\n" + _table(heads, rows)


def _summary_cells(of: Summary) -> tuple[str, ...]:
    carrying = "–" if of.beyond_carrying is None else f"{of.beyond_carrying:.2f}"
    return (
        f"{of.inside} of {of.points}",
        str(of.above),
        str(of.below),
        f"{of.middle_rank:.2f}",
        f"{of.mean_rank:.2f}",
        _percent(of.crps),
        f"{of.beyond_plan:.2f}",
        carrying,
        str(of.carried),
    )


def _points(points: Iterable[Point]) -> str:
    """Tell every point."""
    heads = ("point", "happened", "strength", "median", "80 % range", "rank", "CRPS", "plan", "carried on")
    return "## Point by point\n\n" + _table(heads, [_point_cells(point) for point in points])


def _point_cells(point: Point) -> tuple[str, ...]:
    score = point.score
    return (
        point.label,
        _number(score.happened),
        point.figure.strength,
        _number(score.median),
        f"{_number(score.low)} to {_number(score.high)}",
        f"{score.rank:.2f}",
        _percent(score.crps / score.happened),
        _number(score.planned),
        "–" if score.carried is None else _number(score.carried),
    )


AGAIN = """\
## Forecast again, with what was known by then

The published figures stand as records beside each case (`missions/history/CASE/records`), each reported on
the day of its publication. On the day of each figure `cadre forecast` forecasts the later ones from the
records known by then. They are totals: no report tells of serials, arrivals or recruits, so that rates stay
as they were assumed, serials are taken to have begun as planned, and who came is drawn. The first forecast is
the one made at the start; carried on is the last rate known on the day of the forecast. What runs is taken
to be full as planned, so that the range of the next months can be too narrow; one case has most forecasts."""


def _again(points: Sequence[AgainPoint]) -> str:
    """Tell later figures as forecast on the days of earlier ones, beside the first forecast."""
    if not points:
        return ""
    own, first = (sum(how(p) / p.score.happened for p in points) for how in (_crps, _first))
    rated = [p for p in points if p.score.carried is not None]
    line = sum(abs((p.score.carried or 0) - p.score.happened) / p.score.happened for p in rated)
    of_rated = sum(_crps(p) / p.score.happened for p in rated)
    told = (
        f"{sum(p.score.inside for p in points)} of {len(points)} forecasts, of {FUTURES:,} futures at most, "
        f"lie inside; CRPS is {own / first:.2f} of the first forecast's"
    )
    if line > 0:
        told += (
            f", and {of_rated / line:.2f} of the distance of the last rate carried on ({len(rated)} have one)"
        )
    told += "."
    heads = (
        "made on",
        "figure",
        "happened",
        "median",
        "80 % range",
        "rank",
        "CRPS",
        "first CRPS",
        "carried on",
    )
    return "\n\n".join((AGAIN, told, _table(heads, [_again_cells(p) for p in points])))


def _crps(point: AgainPoint) -> float:
    return point.score.crps


def _first(point: AgainPoint) -> float:
    return point.first


def _again_cells(point: AgainPoint) -> tuple[str, ...]:
    score = point.score
    return (
        f"{point.made_on:%-d %b %Y}",
        f"{point.case}, {point.figure.date:%-d %b %Y}, {point.figure.quantity.removeprefix(UNITS)}",
        _number(score.happened),
        _number(score.median),
        f"{_number(score.low)} to {_number(score.high)}",
        f"{score.rank:.2f}",
        _percent(score.crps / score.happened),
        _percent(point.first / score.happened),
        "–" if score.carried is None else _number(score.carried),
    )


def _number(value: float) -> str:
    """Write people whole, and money in millions."""
    return f"{value / 1e6:,.1f} M" if value >= 1e6 else f"{value:,.0f}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _missed(points: Iterable[Point]) -> str:
    """Tell which points lie outside, the farthest first."""
    outside = sorted((p for p in points if not p.score.inside), key=lambda p: -abs(p.score.missed))
    told = [f"- {p.label}: {_how_far(p)}" for p in outside]
    return "## What missed, and by how much\n\n" + ("\n".join(told) or "Nothing.")


def _how_far(point: Point) -> str:
    score = point.score
    side, end = ("above", score.high) if score.happened > score.high else ("below", score.low)
    off = f"{_percent(abs(score.missed))} of it beyond the range's end, {_number(end)}"
    return f"{_number(score.happened)} happened, {side} the range: {off}"


def _changes(cases: Sequence[Played]) -> str:
    """Tell how inputs were changed, those after the first run first, and when each case was first run."""
    log = [entry for one in cases for entry in one.case.log]
    told = [f"- {e.case}, {e.date}, {e.when}: {e.what}. Why: {e.why}." for e in log if e.when == AFTER]
    told = told or ["After the first run of a case: none.\n"]
    told += [f"- {e.case}, {e.date}, {e.when}: {e.what}. Why: {e.why}." for e in log if e.when == BEFORE]
    first = "; ".join(f"{e.case} {e.date}" for e in log if e.when == FIRST)
    runs = f"\n\nFirst runs here: {first}." if first else ""
    return "## Inputs that were changed\n\n" + "\n".join(told) + runs


def _sources(points: Iterable[Point]) -> str:
    """Tell who published what happened, and what was counted."""
    rows = [(p.label, p.figure.source, p.figure.rule) for p in points]
    return "## Sources of what happened\n\n" + _table(("point", "source", "what was counted"), rows)


def _how(cases: Sequence[Played], settings: Settings, today: dt.date) -> str:
    """Tell how the page was made."""
    seconds = sum(one.seconds for one in cases)
    ended = [f"{one.case.name} ({', '.join(one.limits_hit)})" for one in cases if one.limits_hit]
    limits = (
        f"Ended by the limit in seconds: {'; '.join(ended)}." if ended else "No search was ended by seconds."
    )
    each = ", ".join(f"{one.case.name} {one.seconds:.0f}" for one in cases)
    return (
        f"## How this was made\n\n{today:%-d %B %Y}, {settings.replications:,} futures of each point, seed "
        f"{settings.seed}; {seconds:.0f} processor seconds ({each}), in the first what is compiled. {limits}"
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table."""
    return "\n".join(_lines(heads, rows))


def _lines(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)
