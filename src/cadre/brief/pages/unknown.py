"""What is not known: open questions of the mandate, by when each can be learned and what that costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cadre.brief.content import Block, Paragraph, Section, Small, Table, Words, joined, words
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.pages.decision import references, upcoming
from cadre.decision.analysis import Information
from cadre.mission.mandate import OpenQuestion
from cadre.words.formats import DASH

ON_PAGE_ONE = 6
Asked = tuple[str, OpenQuestion]
"""A question with its id."""
COLUMNS = ("open", "planned-with", "known-by", "price", "owner", "worth")
WIDTHS = (54, 24, 25, 14, 30, 23)
NOTHING: Words = ("–",)


def unknown_section(context: Context) -> Section:
    """Write the questions on facts that stay open: what is worth most to know first, then the earliest.

    Questions for deciders are named in one line.
    """
    facts, choices = open_questions(context)
    facts.sort(key=lambda asked: _rank(context, asked[0]))
    rows = (*_unasked(context), *(_row(context, asked) for asked in facts[:ON_PAGE_ONE]))
    title, columns = (
        context.word("unknown.title"),
        tuple(context.word(f"unknown.column-{c}") for c in COLUMNS),
    )
    none = Paragraph(context.say("unknown.none"))
    blocks: list[Block] = [Table("unknown", title, columns, WIDTHS, rows)] if rows else [none]
    rest = len(facts) - ON_PAGE_ONE
    notes: list[Words] = [
        _for_deciders(context, choices),
        _worthless(context, facts),
        _priorities(context),
        context.say("unknown.more", count=rest) if rest > 0 else (),
    ]
    sentences = joined([note for note in notes if note], " ")
    if sentences:
        blocks.append(Paragraph(sentences, small=True))
    return Section("unknown", title, tuple(blocks))


def _for_deciders(context: Context, choices: list[Asked]) -> Words:
    asked = " ".join(question.question for _, question in choices)
    return context.say("unknown.for-deciders", questions=asked) if choices else ()


def _worthless(context: Context, facts: list[Asked]) -> Words:
    """Say what it means that some questions have no worth beside them."""
    judged = context.view.study.analysis is not None
    if not judged or all(_matters(context, key) for key, _ in facts[:ON_PAGE_ONE]):
        return ()
    return context.say("unknown.worthless")


def first_to_know(context: Context) -> Words:
    """Name the open detail whose answer would change the choice most often; nothing where none does."""
    analysis = context.view.study.analysis
    found = (one for one in analysis.information if one.matters) if analysis is not None else iter(())
    for one in found:
        number = f"information.{one.detail}.changes"
        if number in context.numbers and context.numbers[number].value > 0:
            detail, changes = context.view.detail(one.detail), context.numbers.value(number)
            return context.say("unknown.first", detail=detail, changes=changes)
    return ()


def _unasked(context: Context) -> tuple[tuple[Words, ...], ...]:
    """Return the detail that is worth most where nobody has asked for it yet."""
    analysis = context.view.study.analysis
    first = next((one for one in analysis.information if one.matters), None) if analysis is not None else None
    if first is None or not first.detail.startswith("quantity:"):
        return ()
    lead = context.say("unknown.not-asked", title=context.view.detail(first.detail))
    no_day, nobody = context.say("unknown.no-day"), context.say("unknown.nobody")
    return ((lead, NOTHING, no_day, NOTHING, nobody, _worth(context, first.detail)),)


def _row(context: Context, asked: Asked) -> tuple[Words, ...]:
    key, question = asked
    return (
        words(question.question, *references(question.basis)),
        planned_with(context, asked) or NOTHING,
        _known_by(context, question),
        (context.numbers.value(f"open.{key}.price"),) if question.learning_costs is not None else NOTHING,
        (question.owner or context.word("unknown.nobody"),),
        _worth(context, key),
    )


def _known_by(context: Context, question: OpenQuestion) -> Words:
    """Return the day by which an answer can be had, marked where the last decision is taken before it."""
    if question.can_learn_by is None:
        return context.say("unknown.no-day")
    day = context.formats.day(question.can_learn_by)
    too_late = is_late(context, question.can_learn_by)
    return (day, "\n", *context.say("unknown.after-the-last")) if too_late else (day,)


def is_late(context: Context, when: dt.date) -> bool:
    """Say whether every decision is taken before a day."""
    meetings = upcoming(context.view)
    return bool(meetings) and all(meeting.on < when for meeting in meetings)


def _rank(context: Context, key: str) -> int:
    """The place of a question by what knowing it is worth; behind all others where it is not judged."""
    analysis = context.view.study.analysis
    order = [one.detail for one in analysis.information if one.matters] if analysis is not None else []
    return order.index(key) if key in order else len(order)


def _information(context: Context, key: str) -> Information | None:
    analysis = context.view.study.analysis
    return next((i for i in analysis.information if i.detail == key), None) if analysis is not None else None


def _matters(context: Context, key: str) -> bool:
    one = _information(context, key)
    return one is not None and one.matters


def _worth(context: Context, key: str) -> Words:
    """Say how often knowing the answer changes the choice, and what that brings, no stronger than noise."""
    one = _information(context, key)
    if one is None or not one.matters:
        return NOTHING
    number = f"information.{key}"
    turns = f"{number}.changes" in context.numbers
    lead = context.numbers.value(f"{number}.changes") if turns else context.word("unknown.no-future")
    between = context.word("common.semicolon")
    sentences = [piece for of in _brought(context, one, number) for piece in (Small(between), *of)][1:]
    return words(lead, *(("\n", *sentences) if sentences else ()))


def _brought(context: Context, one: Information, number: str) -> Iterator[Words]:
    """Yield what a change of the choice brings, where it differs from nothing by more than noise."""

    def cite(name: str, sign: str = "") -> Words:
        shown = context.numbers.value(f"{number}.{name}").text
        return (
            Cited(f"{number}.{name}", context.word(f"unknown.brings-{name}", shown=sign + shown), small=True),
        )

    for name, of in (("targets", one.targets), ("floors", one.floors), ("cost", one.cost)):
        if of.is_real and f"{number}.{name}" in context.numbers:
            yield cite(name, "+" if of.mean > 0 else "")
    if one.money is not None and one.value > one.value_floor:
        dear = one.price is not None and one.money < one.price[1]
        yield (*cite("money"), *(context.say("unknown.less-than-it-costs") if dear else ()))
    if f"{number}.agreed" in context.numbers:
        yield cite("agreed", "+")


def _priorities(context: Context) -> Words:
    """Say what it is worth to know how much each criterion counts, beside the details."""
    analysis = context.view.study.analysis
    one = analysis.priorities if analysis is not None else None
    if one is None or not one.matters:
        return ()
    return context.say(
        "unknown.priorities",
        changes=context.numbers.value("information.priorities.changes"),
        value=context.numbers.value("information.priorities.value"),
    )


def open_questions(context: Context) -> tuple[list[Asked], list[Asked]]:
    """Return the open questions on facts, earliest first, and those that a choice between options answers."""
    questions = list(context.view.mission.mandate.open.items())
    facts = [asked for asked in questions if asked[1].lever is None]
    facts.sort(key=lambda asked: asked[1].can_learn_by or dt.date.max)
    return facts, [asked for asked in questions if asked[1].lever is not None]


def question_words(context: Context, asked: Asked) -> Words:
    """Write a question, what is assumed meanwhile, and by when it can be answered."""
    question = asked[1]
    planned = planned_with(context, asked)
    lead = (question.question, *references(question.basis))
    meanwhile = context.say("unknown.planned", quantity=planned) if planned else ()
    return joined([part for part in (lead, meanwhile, _learned(context, asked)) if part], " ")


def planned_with(context: Context, asked: Asked) -> Words:
    """Return what is assumed meanwhile, nothing where it is no quantity; of an event its chance."""
    key, question = asked
    quantity = context.view.mission.quantities.get(question.planned_with or "")
    if quantity is None:
        return ()
    if quantity.unit == "date":
        low, high = (
            context.formats.day(dt.date.fromordinal(int(value))) for value in (quantity.low, quantity.high)
        )
        return (context.word("common.from-day-to", low=low, high=high),)
    number = context.numbers[f"open.{key}"]
    sentences = context.formats.range(number.low, number.high, number.unit)
    last = context.formats.number(number.high, number.unit)
    unit = "" if sentences == last else last.removeprefix(sentences.split(DASH)[-1])
    shown = Cited(number.id, f"{sentences}{unit}")
    return context.say(f"unknown.per-{PER[quantity.unit]}", shown=shown) if quantity.unit in PER else (shown,)


PER = {
    "share a month": "month",
    "share a week": "week",
    "people a year": "people-a-year",
    "times a year": "times-a-year",
    "weeks": "weeks",
    "people": "people",
}
"""Units whose name stands behind what is planned with, as messages name them."""


def _learned(context: Context, asked: Asked) -> Words:
    key, question = asked
    owned = "named" if question.owner else "none"
    when = question.can_learn_by
    if when is None:
        return context.say("unknown.learned-no-day", owned=owned, owner=question.owner)
    priced = question.learning_costs is not None
    return context.say(
        "unknown.learned",
        day=context.formats.day(when),
        priced="yes" if priced else "no",
        price=context.numbers.value(f"open.{key}.price") if priced else (),
        late="yes" if is_late(context, when) else "no",
        owned=owned,
        owner=question.owner,
    )
