"""The options at a glance, on page one: options as columns, at most seven rows in natural units.

Medians with the range of 8 in 10 futures below them, in full size: nothing on page one is set small.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from cadre.brief.content import Paragraph, Piece, Section, Table, Words, ended
from cadre.brief.context import Context
from cadre.brief.number import NO_BREAK
from cadre.brief.register.keys import key
from cadre.brief.register.page_one import LIKELY
from cadre.brief.register.results import chance_id
from cadre.brief.view import OptionView, StudyView, target_day
from cadre.decision.types import Chance

ROWS_AT_MOST = 7
NAMED_IN_HEAD = 5
"""Options whose names stand in the head of the table; of more it has the letters, a line above the names."""
FIRST, OTHER = 44, 24
"""Widths of the column of names and of that of an option."""
Cell = Callable[[OptionView], Words]
Row = tuple[Words, Cell]
"""What a row is, and what an option has there."""


def glance_section(context: Context) -> Section:
    """Write the table of options."""
    options = context.view.options
    crowded = len(options) > NAMED_IN_HEAD
    heads = (shown.letter if crowded else _heading(context, shown) for shown in options)
    columns = (context.word("glance.column"), *heads)
    rows = tuple((name, *(cell(shown) for shown in options)) for name, cell in _rows(context))
    title = context.word("glance.title")
    widths = (FIRST, *(OTHER for _ in options))
    table = Table("glance", title, columns, widths, rows[:ROWS_AT_MOST], tuple(range(1, len(columns))))
    notes = [Paragraph(said)] if (said := _reading(context)) else []
    names = [Paragraph(_names(context))] if crowded else []
    return Section("glance", title, (*names, table, *notes))


def _names(context: Context) -> Words:
    """Name the options by their letters."""
    named = [
        context.say("common.of", whose=shown.letter, what=short_name(context.view, shown))
        for shown in context.view.options
    ]
    return ended(context.listed(named))


def short_name(view: StudyView, shown: OptionView) -> str:
    """Return what tells an option apart from the others shown, in the order of the levers.

    Levers on which all agree are left out, and so are those behind the first that tell all options apart;
    levers kept out of names come last.
    """
    levers = sorted(view.mission.levers, key=lambda lever: view.mission.levers[lever].screened_only)
    choices = [one.planned.option.choices for one in view.active]
    chosen: list[str] = []
    for lever in levers:
        if len({of.get(lever) for of in choices}) > 1:
            chosen.append(lever)
        if len({tuple(of.get(one) for one in chosen) for of in choices}) == len(choices):
            break
    named = [_choice(view, lever, shown.planned.option.choices.get(lever)) for lever in chosen]
    return view.formats.chain(named) if named and all(named) else shown.title


def _choice(view: StudyView, lever: str, choice: str | None) -> str:
    found = view.mission.levers[lever].choices.get(choice or "")
    return (found.short or found.title) if found is not None else ""


def _heading(context: Context, shown: OptionView) -> str:
    return context.word("common.of", whose=shown.letter, what=short_name(context.view, shown))


def _rows(context: Context) -> Iterator[Row]:
    """Yield the rows: targets, units of the first capability, what lasts, money, people, posts, consent."""
    view, say = context.view, context.say
    if "targets.count" in context.numbers and context.numbers["targets.count"].value:
        yield say("glance.targets"), lambda shown: _of(context, shown, "likely.targets", "targets.count")
    first = first_capability(view)
    if first is not None:
        title, day = view.mission.title_of("capabilities", first[0]), context.formats.day(first[1])
        yield say("glance.units", units=title, day=day), lambda shown: _units(context, shown, first)
    if context.numbers["floors.count"].value:
        years = context.counted("looks-beyond-exit")
        yield (
            say("glance.floors", years=years),
            lambda shown: _of(context, shown, "likely.floors", "floors.count"),
        )
    yield say("glance.cost"), lambda shown: _ranged(context, shown, "cost")
    yield say("glance.people"), lambda shown: _people(context, shown)
    yield say("glance.posts"), lambda shown: _posts(context, shown)
    if any(_has(context, shown, "objection") for shown in view.options):
        yield say("glance.objection"), lambda shown: _objection(context, shown)


def first_capability(view: StudyView) -> tuple[str, dt.date] | None:
    """Return the capability of the first priority and the last day on which units of it are wanted."""
    wanted = {name: one for name, one in view.mission.capabilities.items() if one.wanted}
    if not wanted:
        return None
    name = max(wanted, key=lambda one: wanted[one].priority)
    return name, max(wanted[name].wanted)


def _has(context: Context, shown: OptionView, name: str) -> bool:
    return f"option.{shown.id}.{name}" in context.numbers


def _of(context: Context, shown: OptionView, name: str, whole: str) -> Words:
    return context.say("glance.out-of", number=context.value(shown, name), whole=context.numbers.value(whole))


def _units(context: Context, shown: OptionView, first: tuple[str, dt.date]) -> Words:
    """Return the units there on the last day of a capability, of those wanted, with their range."""
    chance = last_target(shown, first)
    if chance is None:
        return ("–",)
    units = f"{chance_id(shown.id, chance)}.units"
    wanted = context.numbers.value(key("wanted.CAPABILITY.DATE", *first))
    return (
        *context.say("glance.out-of", number=context.numbers.value(units), whole=wanted),
        *_range(context, units),
    )


def last_target(shown: OptionView, first: tuple[str, dt.date]) -> Chance | None:
    """Return the chance of the target of a capability on a day."""
    found = (c for c in shown.chances if c.kind == "target" and c.capability == first[0])
    return next((c for c in found if target_day(shown.mission, c.capability, c.week) == first[1]), None)


def _ranged(context: Context, shown: OptionView, name: str) -> Words:
    return (context.value(shown, name), *_range(context, f"option.{shown.id}.{name}"))


def _range(context: Context, number: str) -> tuple[Piece, ...]:
    """Return the range of a number on a line of its own, none where there is no chance in it."""
    cited = context.numbers.value(number)
    bounds = context.numbers.range(number)
    if not bounds or bounds == cited.text:
        return ()
    return ("\n", type(cited)(number, bounds.replace(" ", NO_BREAK)))


def _people(context: Context, shown: OptionView) -> Words:
    """Return how many foreigners are in the country at a time, and for how long."""
    if not _has(context, shown, "at-a-time") or not context.numbers[f"option.{shown.id}.at-a-time"].value:
        return context.say("glance.nobody")
    years = context.numbers[f"option.{shown.id}.years"]
    return context.say(
        "glance.at-a-time",
        people=context.value(shown, "at-a-time"),
        years=context.counted(years.id),
    )


def _posts(context: Context, shown: OptionView) -> Words:
    """Return the foreign posts needed at the peak, and which share of all of them people fill."""
    if not shown.peak.total:
        return context.say("glance.no-posts")
    needed = context.value(shown, "needed")
    if not _has(context, shown, "manned"):
        return (needed,)
    return context.say("glance.needed", needed=needed, manned=context.value(shown, "manned"))


def _objection(context: Context, shown: OptionView) -> Words:
    """Say how likely an objection is; none is assumed where no position speaks against an option."""
    if not _has(context, shown, "objection"):
        return ("–",)
    share, shown_as = context.numbers[f"option.{shown.id}.objection"].value, context.value(shown, "objection")
    if share == 0:
        return context.say("glance.none-assumed")
    return context.say("glance.likely" if share >= LIKELY else "glance.less-likely", chance=shown_as)


def _reading(context: Context) -> Words:
    """Say how to read the table."""
    return context.say("glance.reading", futures=context.numbers.value("replications"))
