"""For and against each option, side by side: the strongest arguments of its numbers; no recommendation."""

from __future__ import annotations

from cadre.brief.content import Block, Bullets, Section, Strong, Table, Words, capital, ended
from cadre.brief.context import Context
from cadre.brief.pages.counterarguments import strongest_against, weighs_on_all
from cadre.brief.pages.strengths import strongest_for
from cadre.brief.view import OptionView

WIDTHS = (10, 60, 60)


def versus_section(context: Context) -> Section:
    """Write the table, doing nothing first, and above it what weighs on every option."""
    title, columns = context.word("for.title"), ("option", "for", "against")
    rows = tuple(_row(context, shown) for shown in context.view.options)
    heads = tuple(context.word(f"for.column-{name}") for name in columns)
    table = Table("for-and-against", title, heads, WIDTHS, rows)
    shared = tuple(weighs_on_all(context))
    blocks: tuple[Block, ...] = (*((Bullets(shared),) if shared else ()), table)
    return Section("for-and-against", title, blocks)


def _row(context: Context, shown: OptionView) -> tuple[Words, ...]:
    name: Words = (Strong(shown.letter),)
    return name, *(ended(capital(one)) for one in for_and_against(context, shown))


def for_and_against(context: Context, shown: OptionView) -> tuple[Words, Words]:
    """Return the arguments for an option and those against it."""
    return strongest_for(context, shown), strongest_against(context, shown)
