"""What happens if nobody decides, and what each option leaves behind: the last lines of page one."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Bullets, Section, Words, joined
from cadre.brief.context import Context
from cadre.brief.pages.glance import first_capability, last_target
from cadre.brief.register.keys import key
from cadre.brief.register.results import chance_id
from cadre.brief.view import OptionView


def undecided_section(context: Context) -> Section:
    """Write both."""
    items = tuple(part for part in (_undecided(context), _left(context)) if part)
    return Section("undecided", context.word("undecided.title"), (Bullets(items),))


def _undecided(context: Context) -> Words:
    """Say what there is without the mission, and when the plans would begin to slip."""
    view = context.view
    nothing = next((one for one in view.options if one.is_nothing), None)
    if nothing is None or not view.active:
        return ()
    day = context.formats.day(view.mission.mission.starts)
    first = first_capability(view)
    chance = last_target(nothing, first) if first is not None else None
    if first is None or chance is None:
        return context.say("undecided.no-decision-bare", day=day)
    return context.say(
        "undecided.no-decision",
        day=day,
        met=context.value(nothing, "likely.targets"),
        targets=context.numbers.value("targets.count"),
        number=context.numbers.value(f"{chance_id(nothing.id, chance)}.units"),
        wanted=context.numbers.value(key("wanted.CAPABILITY.DATE", *first)),
        units=view.mission.title_of("capabilities", first[0]),
        until=context.formats.day(first[1]),
    )


def _left(context: Context) -> Words:
    """Say what each option leaves: instructors of the host's own at the exit, and what the host pays then."""
    said = [part for shown in context.view.active if (part := _left_by(context, shown))]
    return (
        context.say("undecided.left", options=joined(said, context.word("common.semicolon"))) if said else ()
    )


def _left_by(context: Context, shown: OptionView) -> Words:
    return joined([*_parts(context, shown)], ", ")


def _parts(context: Context, shown: OptionView) -> Iterator[Words]:
    if f"option.{shown.id}.hosts-at-exit" in context.numbers:
        own = context.counted(f"option.{shown.id}.hosts-at-exit")
        yield context.say("undecided.hosts", letter=shown.letter, number=own)
