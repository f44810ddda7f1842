"""What the mandate names, element by element, how each option serves it, and what holds each option back."""

from __future__ import annotations

from collections import Counter

from cadre.brief.content import (
    Block,
    Bullets,
    Piece,
    Section,
    Small,
    Strong,
    Table,
    Words,
    ended,
    joined,
    words,
)
from cadre.brief.context import Context
from cadre.brief.pages.decision import references
from cadre.brief.reading import Shown, target_day
from cadre.brief.register_results import chance_id
from cadre.brief.register_said import first_short, short_targets
from cadre.decision.types import Chance
from cadre.mission.mandate import Element
from cadre.solving.wording import what_helps

LIMITS = {
    "seats": "seats on courses",
    "instructors": "instructors",
    "trainees": "trainees",
    "site": "sites",
    "ceiling": "the ceiling on posts",
    "course": "a course that is not held",
    "time": "time",
}
"""Names of what binds, as `Target.limit` gives them."""
SERVED = (
    "Median of the units there at the last target date, of those wanted; for projects, when they "
    "would be finished."
)


def mandate_section(context: Context) -> Section:
    """Write how each option serves each element of the mandate, and what holds it back."""
    blocks: list[Block] = [_elements(context)] if context.reading.mission.mandate.elements else []
    blocks.append(Bullets(tuple(_binding(context, shown) for shown in context.reading.active)))
    return Section("mandate", "What the mandate names, and what holds each option back", tuple(blocks))


def _elements(context: Context) -> Table:
    reading = context.reading
    columns = (
        "What the mandate names, and what answers it",
        *(f"Option {s.letter}" for s in reading.options),
    )
    rows = tuple(
        row
        for key, element in reading.mission.mandate.elements.items()
        for row in _rows(context, key, element)
    )
    widths, caption = (62, *(18 for _ in reading.options)), "Each element of the mandate under each option"
    return Table("mandate", caption, columns, widths, rows, note=(Small(SERVED),))


def _rows(context: Context, key: str, element: Element) -> list[tuple[Words, ...]]:
    """Give a row per capability and project that serves an element, else per course, else what is chosen."""
    mission, options = context.reading.mission, context.reading.options
    name: Words = (element.title, *references(element.basis))
    rows: list[tuple[Words, ...]] = []
    for by in element.served_by:
        if by in mission.capabilities:
            rows.append(
                ((mission.title_of("capabilities", by),), *(_capability(context, o, by) for o in options))
            )
        elif by in mission.projects:
            rows.append(((mission.title_of("projects", by),), *(_project(o, by) for o in options)))
    if not rows:
        rows = [
            ((mission.title_of("courses", by),), *(_course(context, o, by) for o in options))
            for by in element.served_by
            if by in mission.courses
        ]
    if not rows:
        return [(name, *((Small(_chosen(context, option, key)),) for option in options))]
    return [
        ((*((*name, ": ") if place == 0 else ("– ",)), *row[0]), *row[1:]) for place, row in enumerate(rows)
    ]


def _chosen(context: Context, shown: Shown, key: str) -> str:
    """Give what an option chooses where an element is a lever; else it is nothing that is measured."""
    choice = shown.planned.option.choices.get(key)
    if choice is None and key.removeprefix("no-") in context.reading.mission.mission.never:
        return "ruled out"
    if choice is None:
        return "no" if key in context.reading.mission.levers else "not measured"
    return context.reading.mission.levers[key].choices[choice].title or choice.replace("-", " ")


def _capability(context: Context, shown: Shown, key: str) -> Words:
    targets = [chance for chance in shown.chances if chance.capability == key and chance.kind == "target"]
    if not targets:
        return (Small("no target"),)
    last = max(targets, key=lambda chance: chance.week)
    return (
        context.numbers.value(f"{chance_id(shown.id, last)}.units"),
        " of ",
        _wanted(context, shown, last),
    )


def _wanted(context: Context, shown: Shown, chance: Chance) -> Piece:
    """Cite what is wanted by a target's day."""
    date = target_day(shown.mission, chance.capability, chance.week)
    key = f"wanted.{chance.capability}.{date}"
    return context.numbers.value(key) if key in context.numbers else f"{chance.wanted:g}"


def _project(shown: Shown, key: str) -> Words:
    if not shown.mission.projects[key].carried_out or shown.is_nothing:
        return (Small("not served"),)
    ends = [slot.ends for slot in shown.planned.timetable.activities if slot.project == key]
    if not ends or any(end is None for end in ends):
        return (Small("not finished"),)
    return (Small(shown.formats.day(shown.mission.date_of(max(end for end in ends if end is not None)))),)


def _course(context: Context, shown: Shown, key: str) -> Words:
    if f"option.{shown.id}.serials.{key}" not in context.numbers:
        return (Small("not served"),)
    return (context.value(shown, f"serials.{key}"), Small(" serials"))


def _search(context: Context, shown: Shown) -> Words:
    """Say before any limit how far from its bound the search stopped, where it is far, and what may help."""
    result = shown.planned.programme.result
    if result is None or not result.is_far:
        return ()
    lower = context.value(shown, "open.programme")
    may = f" lower: up to so much of it may be the search's, and {what_helps(result)} may find more"
    return ("; the search stopped, its bound ", lower, may)


def _binding(context: Context, shown: Shown) -> Words:
    """Say what holds an option back, the search first where it stopped far from its bound.

    The limits of the targets that its plan misses, the most frequent first.
    """
    short = short_targets(shown)
    if not short:
        return words(
            Strong(f"{shown.letter}: "), "its plan reaches every target; what can still go wrong is chance."
        )
    lead: Words = (
        Strong(f"{shown.letter} "),
        "plans to miss ",
        context.value(shown, "missed"),
        " of ",
        context.value(shown, "targets"),
        " targets",
        *_search(context, shown),
    )
    limits = Counter(target.limit for target in short if target.limit)
    if not limits:
        return words(*lead, "; no limit was found to bind.")
    named: list[Words] = [
        (f"{LIMITS.get(limit, limit)} (", context.value(shown, f"missed.{limit}"), ")")
        for limit, _ in limits.most_common()
    ]
    told = ended(context.said(f"option.{shown.id}.said.binds")) if first_short(shown) else ()
    return words(*lead, "; what binds: ", *joined(named), ".", *((" ", *told) if told else ()))
