"""Simulated cost to exit by calendar year, as a table. Takes the numbers of the brief, gives a block."""

from __future__ import annotations

import datetime as dt

from cadre.brief.content import Table, Words
from cadre.brief.context import Context
from cadre.brief.money import BY_YEAR, years_paid
from cadre.brief.view import OptionView


def yearly_costs(context: Context) -> tuple[Table, ...]:
    """Return what each option pays in each calendar year; nothing where all are over within one."""
    options = context.view.options
    years = sorted({year for shown in options for year in years_paid(shown)})
    if len(years) < 2:  # noqa: PLR2004  (one year is the whole cost)
        return ()
    rows = tuple(
        (_days(context, year), *(_cost(context, shown, year) for shown in options)) for year in years
    )
    heads = (context.word("common.option", letter=shown.letter) for shown in options)
    columns = (context.word("results.paid-in"), *heads)
    widths, numeric = (52, *(22 for _ in options)), tuple(range(1, len(columns)))
    caption, note = context.word("results.by-year"), context.say("results.by-year-note")
    return (Table("costs-by-year", caption, columns, widths, rows, numeric=numeric, note=note),)


def _days(context: Context, year: int) -> Words:
    """Say from which day to which a year is meant, as far as the longest option is there."""
    missions = [shown.mission for shown in context.view.options]
    last = max(mission.date_of(mission.exit_week) for mission in missions) - dt.timedelta(days=1)
    first = min(mission.mission.starts for mission in missions)
    begins, ends = max(first, dt.date(year, 1, 1)), min(last, dt.date(year, 12, 31))
    days = {"from": context.formats.day(begins), "to": context.formats.day(ends)}
    return context.say("results.days", **days)


def _cost(context: Context, shown: OptionView, year: int) -> Words:
    key = f"option.{shown.id}.{BY_YEAR}{year}"
    return (context.numbers.with_range(key),) if key in context.numbers else ("–",)
