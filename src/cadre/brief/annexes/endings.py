"""Endings: how often events end each option before its time, and when."""

from __future__ import annotations

from cadre.brief.content import Block, Table, Words
from cadre.brief.context import Context
from cadre.brief.register.results import ending_id
from cadre.decision.types import Ending


def endings_tables(context: Context) -> list[Block]:
    """A row for each event that ends options, after one for all of them; nothing without such events."""
    view = context.view
    of = {(one.event, one.option): one for one in view.study.comparison.endings}
    ended = tuple(shown for shown in view.options if any(option == shown.id for _, option in of))
    if not ended:
        return []
    rows = tuple(
        (_event(context, event), *(_ending(context, of.get((event, shown.id))) for shown in ended))
        for event in dict.fromkeys(event for event, _ in of)
    )
    columns = (
        context.word("endings.event"),
        *(context.word("common.option", letter=shown.letter) for shown in ended),
    )
    widths = (38, *(26 for _ in ended))
    note = context.say("endings.note")
    return [Table("endings", context.word("endings.caption"), columns, widths, rows, note=note)]


def _event(context: Context, event: str) -> Words:
    """Name an event; one that only a lever brings in goes by its id."""
    if not event:
        return context.say("endings.any")
    mission = context.view.mission
    return (mission.title_of("events", event) if event in mission.events else event,)


def _ending(context: Context, ending: Ending | None) -> Words:
    if ending is None:
        return ("–",)
    key, numbers = ending_id(ending), context.numbers
    after = f"{key}.weeks"
    when = context.say("endings.after", weeks=numbers.home(after)) if after in numbers else ()
    return (numbers.home(f"{key}.chance"), *(("\n", *when) if when else ()))
