"""What the mandate names, element by element, how each option serves it, and what holds each option back."""

from __future__ import annotations

from collections import Counter

from cadre.brief.content import Block, Bullets, Section, Small, Strong, Table, Words, joined, words
from cadre.brief.context import Context
from cadre.brief.pages.decision import references
from cadre.brief.reading import Shown, day
from cadre.brief.register_results import chance_id
from cadre.mission.mandate import Element

LIMITS = {
    "seats": "seats on courses",
    "instructors": "instructors",
    "trainees": "trainees",
    "site": "sites",
    "ceiling": "the ceiling on posts",
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
    columns = ("What the mandate names", *(f"Option {shown.letter}" for shown in reading.options))
    rows = tuple(
        (
            (element.title, *references(element.basis)),
            *(_served(context, shown, key, element) for shown in reading.options),
        )
        for key, element in reading.mission.mandate.elements.items()
    )
    widths, caption = (44, *(20 for _ in reading.options)), "Each element of the mandate under each option"
    return Table("mandate", caption, columns, widths, rows, note=(Small(SERVED),))


def _served(context: Context, shown: Shown, key: str, element: Element) -> Words:
    """Give one line per capability and project that serves the element, else the courses.

    An element that is a lever is served by the choice.
    """
    mission = shown.mission
    lines = [_capability(context, shown, by) for by in element.served_by if by in mission.capabilities]
    lines += [_project(shown, by) for by in element.served_by if by in mission.projects]
    if not lines:
        lines = [_course(shown, by) for by in element.served_by if by in mission.courses]
    if not element.served_by:
        return (Small(_chosen(context, shown, key)),)
    return joined([line for line in lines if line], "\n") or (Small("not served"),)


def _chosen(context: Context, shown: Shown, key: str) -> str:
    choice = shown.planned.option.choices.get(key)
    if choice is None:
        return "not measured" if key not in context.reading.mission.levers else "no"
    return context.reading.mission.levers[key].choices[choice].title or choice.replace("-", " ")


def _capability(context: Context, shown: Shown, key: str) -> Words:
    targets = [chance for chance in shown.chances if chance.capability == key and chance.kind == "target"]
    if not targets:
        return ()
    last = max(targets, key=lambda chance: chance.week)
    units = context.numbers.value(f"{chance_id(shown.id, last)}.units")
    title = mission_title(shown, key)
    return (units, f" of {last.wanted:g}", Small(f" {title}"))


def mission_title(shown: Shown, key: str) -> str:
    """Give the title of a capability, short enough for a cell."""
    title = shown.mission.title_of("capabilities", key)
    room = 24
    return title if len(title) <= room else f"{title[: room - 1].rstrip()}…"


def _project(shown: Shown, key: str) -> Words:
    if not shown.mission.projects[key].carried_out or shown.is_nothing:
        return ()
    ends = [slot.ends for slot in shown.planned.timetable.activities if slot.project == key]
    title = shown.mission.title_of("projects", key)
    if not ends or any(end is None for end in ends):
        return (Small(f"{title}: not finished"),)
    return (Small(f"{title}: {day(shown.mission.date_of(max(end for end in ends if end is not None)))}"),)


def _course(shown: Shown, key: str) -> Words:
    serials = sum(batch.serials for batch in shown.planned.programme.serials if batch.course == key)
    return (Small(f"{shown.mission.title_of('courses', key)}: {serials} serials"),) if serials else ()


def _binding(context: Context, shown: Shown) -> Words:
    """Say what holds an option back.

    The limits of the targets it does not reach, the most frequent first, with one of them told.
    """
    short = [target for target in shown.planned.programme.targets if target.limit]
    if not short:
        return words(
            Strong(f"{shown.letter}: "),
            "its programme plans to reach every target; what can still go wrong is chance.",
        )
    limits = Counter(LIMITS.get(target.limit, target.limit) for target in short)
    named = ", ".join(
        f"{limit} ({count} of {len(shown.planned.programme.targets)} targets)"
        for limit, count in limits.most_common()
    )
    told = next(
        (f" {target.told[:1].upper()}{target.told[1:].rstrip('.')}." for target in short if target.told), ""
    )
    return words(Strong(f"{shown.letter} is held back by "), f"{named}.{told}")
