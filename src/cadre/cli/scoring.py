"""What `cadre scores` prints: what was forecast beside what came, and how well forecasts have done."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.cli.printing import print_json, print_sentence, print_table
from cadre.mission import Mission
from cadre.tracking.scores import CHANCES, FEWEST, Score, ScoreGroup, Scores, outcomes
from cadre.words import Catalogue, Formats

NAMELESS = ("assumption", "published", "nobody")
"""Voices that have no name of their own."""


def show_scores(found: Scores, mission: Mission, words: Catalogue, *, as_json: bool) -> None:
    """Print how kept forecasts have done."""
    if as_json:
        print_json(found)
        return
    formats = Formats(words, mission.mission.currency)
    if not found.kept:
        print_sentence(words.text("scores.none-kept"))
        return
    count = outcomes(found.scores)
    day = found.today.isoformat()
    print_sentence(
        words.text("scores.headline", today=day, kept=found.kept, forecasts=len(found.scores), count=count)
    )
    if found.scores:
        _came(found, mission, formats)
        _verdict(found, words)
        _table(found, formats)
    if found.unknown:
        names = ", ".join(_name(name, mission, words) for name in found.unknown)
        print()
        print_sentence(words.text("scores.unknown", names=names))


def _came(found: Scores, mission: Mission, formats: Formats) -> None:
    """Print each figure that happened, as the last forecast before had it."""
    print()
    names = ("figure", "day", "made", "range", "middle", "came")
    heads = [formats.catalogue.text(f"scores.column-{name}") for name in names]
    print_table(heads, list(came_rows(found, mission, formats)))


def came_rows(found: Scores, mission: Mission, formats: Formats) -> Iterator[tuple[str, ...]]:
    """Yield name, day, day of the last forecast before, range, middle and what came, by day."""
    last = {(one.option, one.name, one.day): one for one in found.scores}
    for one in last.values():
        name = _name(one.name, mission, formats.catalogue)
        yield name, one.day.isoformat(), one.made_on.isoformat(), *_numbers(one, formats)


def _numbers(one: Score, formats: Formats) -> tuple[str, str, str]:
    text = formats.catalogue.text
    if one.kind in CHANCES:
        came = text("common.yes" if one.happened else "common.no")
        return "", text("common.percent", number=formats.decimal(100 * one.mean, "#,##0")), came
    unit = "money" if one.kind == "cost" else "people"
    middle, came = formats.number(one.middle, unit), formats.number(one.happened, unit)
    return formats.range(one.low, one.high, unit), middle, came


def _name(name: str, mission: Mission, words: Catalogue) -> str:
    kind, _, rest = name.partition(".")
    key = rest.partition(".")[0]
    table = "courses" if kind == "graduates" else "capabilities"
    there = key in getattr(mission, table)
    return words.text(f"scores.figure-{kind}", of=mission.title_of(table, key) if there else key)


def _verdict(found: Scores, words: Catalogue) -> None:
    """Print how often what came lay within its range, or that too few have come to tell."""
    ranged = [one for one in found.scores if one.inside is not None]
    count = outcomes(ranged)
    print()
    if count < FEWEST:
        print_sentence(words.text("scores.too-few", count=count, fewest=FEWEST))
        return
    above = sum(one.happened > one.high for one in ranged)
    below = sum(one.happened < one.low for one in ranged)
    inside = len(ranged) - above - below
    print_sentence(words.text("scores.verdict", inside=inside, count=len(ranged), above=above, below=below))


def _table(found: Scores, formats: Formats) -> None:
    words = formats.catalogue
    print()
    names = ("group", "outcomes", "inside", "rank", "off", "first", "last", "line")
    rows = [tuple(_row(group, formats)) for group in found.groups]
    print_table([words.text(f"scores.column-{name}") for name in names], rows)
    print_sentence(words.text("scores.how-to-read", fewest=FEWEST))


def _row(group: ScoreGroup, formats: Formats) -> Iterator[str]:
    words = formats.catalogue
    yield group_name(group, words)
    yield str(group.outcomes)
    if group.outcomes < FEWEST:
        yield from (words.text("scores.few"), "", "", "", "", "")
        return
    for part in (group.inside, group.rank):
        yield share(part, formats)
    unit = "money" if group.of == "cost" else "people"
    pattern = "0.00" if group.of in CHANCES else "#,##0.0"
    told = (
        formats.number(group.loss or 0.0, unit)
        if unit == "money"
        else formats.decimal(group.loss or 0.0, pattern)
    )
    yield "" if group.loss is None else told
    for gained in (group.first, group.last, group.line):
        yield share(gained, formats, signed=True)


def group_name(group: ScoreGroup, words: Catalogue) -> str:
    """Return what a group of scores is of; those of a voice by its name."""
    if group.by == "voice" and group.of not in NAMELESS:
        return words.text("scores.voice", name=group.of)
    return words.text(f"scores.{group.by}-{group.of}")


def share(part: float | None, formats: Formats, *, signed: bool = False) -> str:
    """Return a share in per cent, a dash where there is none."""
    if part is None:
        return "–"
    number = formats.decimal(100 * part, "+#,##0;-#,##0" if signed else "#,##0")
    return formats.catalogue.text("common.percent", number=number)
