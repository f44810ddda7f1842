"""Exit and review.

What holds after the last trainer left, when to look again, and what should then be seen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cadre.brief.content import Bullets, Paragraph, Section, Words, joined
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.pages.decision import upcoming
from cadre.brief.register.lists import fewest_id
from cadre.brief.register.results import chance_id, ending_id
from cadre.brief.view import OptionView
from cadre.decision.types import Chance
from cadre.mission.events import Event


def exit_section(context: Context) -> Section:
    """Write what is left behind and the days of review with their signposts."""
    left = Paragraph(joined([part for part in (_lasting(context), _ended(context)) if part], " "))
    found = (*_meetings(context), *_targets(context), *reviews(context).values(), *_exits(context))
    dated = sorted(found, key=lambda item: item[0])
    items = tuple(
        context.say("exit.dated", day=context.formats.day(date), what=sentences) for date, sentences in dated
    )
    return Section("exit", context.word("exit.title"), (left, Bullets(items)))


def _lasting(context: Context) -> Words:
    """Return the floor least likely to hold in each option, those of one floor together."""
    found: dict[str, list[Words]] = {}
    for shown in context.view.active:
        floors = [chance for chance in shown.chances if chance.kind == "floor"]
        if floors:
            worst = min(floors, key=lambda chance: chance.share)
            cited = context.numbers.value(f"{chance_id(shown.id, worst)}.chance")
            found.setdefault(worst.capability, []).append((f"{shown.letter} ", cited))
    if not found:
        return context.say("exit.no-floor")
    titled = context.view.mission.title_of
    sentences: list[Words] = [
        context.say(
            "exit.floor",
            floor=context.numbers.value(f"floor.{key}"),
            units=titled("capabilities", key).lower(),
            chances=context.chain(of),
        )
        for key, of in found.items()
    ]
    return context.say("exit.lasting", floors=context.listed(sentences))


def _ended(context: Context) -> Words:
    """Return how often events end each option before its time; nothing without such events."""
    sentences: list[Words] = [
        (f"{shown.letter} ", context.numbers.value(f"{ending_id(one)}.chance"))
        for shown in context.view.active
        for one in context.view.study.comparison.endings
        if one.option == shown.id and not one.event
    ]
    return context.say("exit.ended", options=context.chain(sentences)) if sentences else ()


def _meetings(context: Context) -> Iterator[tuple[dt.date, Words]]:
    for decision in upcoming(context.view):
        yield (
            decision.on,
            context.say(
                "exit.meeting",
                by=decision.by,
                expected=decision.expected.replace(" ", "-"),
                about=decision.about,
            ),
        )


def _targets(context: Context) -> Iterator[tuple[dt.date, Words]]:
    """Yield the early sign of each target date.

    That is the first capability by priority, and the number below which an option does worse than in 9 of 10
    futures.
    """
    capabilities = context.view.mission.capabilities
    dates = sorted({day_ for capability in capabilities.values() for day_ in capability.wanted})
    for date in dates:
        held = [key for key, capability in capabilities.items() if date in capability.wanted]
        for key in sorted(held, key=lambda name: -capabilities[name].priority):
            found = _signpost(context, key, date)
            if found:
                yield date, found
                break


def _signpost(context: Context, key: str, date: dt.date) -> Words:
    """Write the early sign of a capability: of options that hold its courses, where it is above none."""
    title = context.view.mission.title_of("capabilities", key).lower()
    sentences: list[Words] = []
    for shown in context.view.active:
        chance = _chance(shown, key, date) if serves(shown, key) else None
        if chance is None:
            continue
        number = context.numbers[f"{chance_id(shown.id, chance)}.units"]
        if context.formats.rounded(number.low, "units") > 0:
            sentences.append(
                (f"{shown.letter} ", Cited(number.id, context.formats.number(number.low, "units")))
            )
    return context.say("exit.signpost", units=title, numbers=context.chain(sentences)) if sentences else ()


def serves(shown: OptionView, capability: str) -> bool:
    """Say whether an option holds a course that trains people for a capability."""
    needed = set(shown.mission.capabilities[capability].made_of)
    return any(needed & {shown.mission.courses[course].grants} for course in held_courses(shown))


def held_courses(shown: OptionView) -> frozenset[str]:
    """Return the courses that the plan of an option holds."""
    return frozenset(batch.course for batch in shown.planned.programme.serials)


def _chance(shown: OptionView, key: str, date: dt.date) -> Chance | None:
    week = shown.mission.week_of(date)
    found = (c for c in shown.chances if c.kind == "target" and c.capability == key)
    return min(found, key=lambda chance: abs(chance.week - week), default=None)


def reviews(context: Context) -> dict[str, tuple[dt.date, Words]]:
    """Return the reviews that the mission itself states and what they do, by event."""
    mission, found = context.view.mission, {}
    for key, event in mission.events.items():
        if event.trigger == "review" and event.on is not None and _concerns(context, event):
            number = context.numbers.value(fewest_id(key))
            counted = [mission.title_of("courses", course) for course in event.graduates_of]
            of = (
                mission.title_of("capabilities", event.units_of)
                if event.units_of
                else context.formats.chain(counted)
            )
            kind = "units" if event.units_of else "graduates"
            said = context.say("exit.review", does=event.effect, number=number, of=of, kind=kind)
            found[key] = (event.on, said)
    return found


def _concerns(context: Context, event: Event) -> bool:
    """Say whether a review counts what an option shown trains people for."""
    return any(
        serves(shown, event.units_of)
        if event.units_of
        else bool(held_courses(shown) & set(event.graduates_of))
        for shown in context.view.active
    )


def _exits(context: Context) -> Iterator[tuple[dt.date, Words]]:
    """Yield the days on which options exit; options that exit on one day together."""
    exits: dict[dt.date, list[str]] = {}
    for shown in context.view.active:
        exits.setdefault(shown.mission.date_of(shown.mission.exit_week), []).append(shown.letter)
    for date, letters in exits.items():
        yield date, context.say("exit.exit", options=context.formats.chain(letters))
