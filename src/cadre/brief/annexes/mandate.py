"""What the mandate names, element by element, how each option serves it, and what holds each option back."""

from __future__ import annotations

from collections import Counter

from cadre.brief.content import Block, Bullets, Piece, Section, Small, Table, Words, ended, joined
from cadre.brief.context import Context
from cadre.brief.pages.decision import references
from cadre.brief.register.reasons import first_short, short_targets
from cadre.brief.register.results import chance_id
from cadre.brief.view import OptionView, target_day
from cadre.decision.types import Chance
from cadre.mission.mandate import Element

LIMITS = ("seats", "instructors", "trainees", "site", "ceiling", "course", "time")
"""What binds, as `Target.limit` gives it; a limit that has no message is told by its name."""


def mandate_section(context: Context) -> Section:
    """Write how each option serves each element of the mandate, and what holds it back."""
    blocks: list[Block] = [_elements(context)] if context.view.mission.mandate.elements else []
    blocks.append(Bullets(tuple(_binding(context, shown) for shown in context.view.active)))
    return Section("mandate", context.word("mandate.title"), tuple(blocks))


def _elements(context: Context) -> Table:
    view = context.view
    columns = (
        context.word("mandate.column-element"),
        *(context.word("common.option", letter=option.letter) for option in view.options),
    )
    rows = tuple(
        row for key, element in view.mission.mandate.elements.items() for row in _rows(context, key, element)
    )
    widths, caption = (62, *(18 for _ in view.options)), context.word("mandate.caption")
    return Table("mandate", caption, columns, widths, rows, note=context.say("mandate.note"))


def _rows(context: Context, key: str, element: Element) -> list[tuple[Words, ...]]:
    """A row per capability and project that serves an element, else per course, else what is chosen."""
    mission, options = context.view.mission, context.view.options
    name: Words = (element.title, *references(element.basis))
    rows: list[tuple[Words, ...]] = []
    for by in element.served_by:
        if by in mission.capabilities:
            rows.append(
                ((mission.title_of("capabilities", by),), *(_capability(context, o, by) for o in options))
            )
        elif by in mission.projects:
            rows.append(((mission.title_of("projects", by),), *(_project(context, o, by) for o in options)))
    if not rows:
        rows = [
            ((mission.title_of("courses", by),), *(_course(context, o, by) for o in options))
            for by in element.served_by
            if by in mission.courses
        ]
    if not rows:
        return [(name, *(_chosen(context, option, key) for option in options))]
    first, *others = rows
    return [
        (context.say("mandate.element-first", element=name, served=first[0]), *first[1:]),
        *((context.say("mandate.element-next", served=row[0]), *row[1:]) for row in others),
    ]


def _chosen(context: Context, shown: OptionView, key: str) -> Words:
    """Return what an option chooses where an element is a lever; else it is nothing that is measured."""
    choice, mission = shown.planned.option.choices.get(key), context.view.mission
    if choice is not None:
        return (Small(mission.levers[key].choices[choice].title or choice.replace("-", " ")),)
    if key.removeprefix("no-") in mission.mission.never:
        return context.say("mandate.ruled-out")
    return context.say("mandate.not-chosen" if key in mission.levers else "mandate.not-measured")


def _capability(context: Context, shown: OptionView, key: str) -> Words:
    targets = [chance for chance in shown.chances if chance.capability == key and chance.kind == "target"]
    if not targets:
        return context.say("mandate.no-target")
    last = max(targets, key=lambda chance: chance.week)
    units = context.numbers.value(f"{chance_id(shown.id, last)}.units")
    return context.say("mandate.units-of", units=units, wanted=_wanted(context, shown, last))


def _wanted(context: Context, shown: OptionView, chance: Chance) -> Piece:
    """Cite what is wanted by a target's day."""
    date = target_day(shown.mission, chance.capability, chance.week)
    key = f"wanted.{chance.capability}.{date}"
    return context.numbers.value(key) if key in context.numbers else context.formats.decimal(chance.wanted)


def _project(context: Context, shown: OptionView, key: str) -> Words:
    if not shown.mission.projects[key].carried_out or shown.is_nothing:
        return context.say("mandate.not-served")
    ends = [slot.ends for slot in shown.planned.timetable.activities if slot.project == key]
    if not ends or any(end is None for end in ends):
        return context.say("mandate.not-finished")
    return (Small(shown.formats.day(shown.mission.date_of(max(end for end in ends if end is not None)))),)


def _course(context: Context, shown: OptionView, key: str) -> Words:
    if f"option.{shown.id}.serials.{key}" not in context.numbers:
        return context.say("mandate.not-served")
    return context.say("mandate.serials", serials=context.value(shown, f"serials.{key}"))


def _searched(shown: OptionView) -> str:
    """Name how the search stopped where that is far from its bound, told before any limit."""
    result = shown.planned.programme.result
    if result is None or not result.is_far:
        return "whole"
    return "by-seconds" if result.by_seconds else "by-work"


def _binding(context: Context, shown: OptionView) -> Words:
    """Say what holds an option back, the search first where it stopped far from its bound.

    The limits of the targets that its plan misses, the most frequent first.
    """
    short = short_targets(shown)
    if not short:
        return context.say("mandate.reaches-all", letter=shown.letter)
    searched = _searched(shown)
    limits = Counter(target.limit for target in short if target.limit)
    sentence = context.say(
        "mandate.misses",
        letter=shown.letter,
        missed=context.value(shown, "missed"),
        targets=context.value(shown, "targets"),
        searched=searched,
        lower=context.value(shown, "open.programme") if searched != "whole" else (),
        bound="known" if limits else "none",
        limits=context.chain([_limit(context, shown, limit) for limit, _ in limits.most_common()]),
    )
    if not limits or first_short(shown) is None:
        return sentence
    return joined([sentence, ended(context.said(f"option.{shown.id}.said.binds"))], " ")


def _limit(context: Context, shown: OptionView, limit: str) -> Words:
    """Name what binds, with the targets of which it does."""
    count = context.value(shown, f"missed.{limit}")
    if limit not in LIMITS:
        return context.say("mandate.limit-other", limit=limit, count=count)
    return context.say(f"mandate.limit-{limit}", count=count)
