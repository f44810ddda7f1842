"""What is not known: open questions of the mandate, by when each can be learned and what that costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cadre.brief.content import Block, Paragraph, Section, Small, Strong, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.numbers import Cited
from cadre.brief.pages.decision import references, upcoming
from cadre.decision.judgement import Information
from cadre.mission.mandate import OpenQuestion
from cadre.words.formats import DASH

ON_PAGE_ONE = 6
Asked = tuple[str, OpenQuestion]
"""A question with its id."""
TITLE = "What is not known, and what to find out first"
COLUMNS = ("Open", "Planned with", "Known by", "For about", "Owner", "If known, another option in")
WIDTHS = (54, 24, 25, 14, 30, 23)
NOTHING: Words = ("–",)


def unknown_section(context: Context) -> Section:
    """Write the questions on facts that stay open: what is worth most to know first, then the earliest.

    Questions for deciders are named in one line.
    """
    facts, choices = open_questions(context)
    facts.sort(key=lambda asked: _rank(context, asked[0]))
    rows = (*_unasked(context), *(_row(context, asked) for asked in facts[:ON_PAGE_ONE]))
    none = Paragraph(("The mandate names no open fact; the ledger lists what is assumed.",))
    blocks: list[Block] = [Table("unknown", TITLE, COLUMNS, WIDTHS, rows)] if rows else [none]
    notes = words(
        *_for_deciders(choices),
        *_worthless(context, facts),
        *_priorities(context),
        *_more(len(facts) - ON_PAGE_ONE),
    )
    if notes:
        blocks.append(Paragraph(notes, small=True))
    return Section("unknown", TITLE, tuple(blocks))


def _for_deciders(choices: list[Asked]) -> Words:
    asked = " ".join(question.question for _, question in choices)
    return (Strong("For you to settle: "), asked) if choices else ()


def _more(rest: int) -> Words:
    told = "question is" if rest == 1 else "questions are"
    return (f" {rest} more open {told} in the annex.",) if rest > 0 else ()


def _worthless(context: Context, facts: list[Asked]) -> Words:
    """Say what it means that some questions have no worth beside them."""
    judged = context.reading.study.judgement is not None
    if not judged or all(_matters(context, key) for key, _ in facts[:ON_PAGE_ONE]):
        return ()
    return (" Where no share is told, knowing the answer changes no choice that these futures can tell.",)


def _unasked(context: Context) -> tuple[tuple[Words, ...], ...]:
    """Give the detail that is worth most where nobody has asked for it yet."""
    judgement = context.reading.study.judgement
    first = (
        next((one for one in judgement.information if one.matters), None) if judgement is not None else None
    )
    if first is None or not first.detail.startswith("quantity:"):
        return ()
    lead = (Strong("Not asked yet: "), first.title)
    return ((lead, NOTHING, ("no day",), NOTHING, ("nobody",), _worth(context, first.detail)),)


def _row(context: Context, asked: Asked) -> tuple[Words, ...]:
    key, question = asked
    return (
        words(question.question, *references(question.basis)),
        planned_with(context, asked) or NOTHING,
        _known_by(context, question),
        (context.numbers.value(f"open.{key}.price"),) if question.learning_costs is not None else NOTHING,
        (question.owner or "nobody",),
        _worth(context, key),
    )


def _known_by(context: Context, question: OpenQuestion) -> Words:
    """Give the day by which an answer can be had, marked where the last decision is taken before it."""
    if question.can_learn_by is None:
        return ("no day",)
    too_late = is_late(context, question.can_learn_by)
    return (
        context.formats.day(question.can_learn_by),
        *(("\n", Small("after the last decision")) if too_late else ()),
    )


def is_late(context: Context, when: dt.date) -> bool:
    """Say whether every decision is taken before a day."""
    meetings = upcoming(context.reading)
    return bool(meetings) and all(meeting.on < when for meeting in meetings)


def _rank(context: Context, key: str) -> int:
    """Give the place of a question by what knowing it is worth; behind all others where it is not judged."""
    judgement = context.reading.study.judgement
    order = [one.detail for one in judgement.information if one.matters] if judgement is not None else []
    return order.index(key) if key in order else len(order)


def _information(context: Context, key: str) -> Information | None:
    judgement = context.reading.study.judgement
    return (
        next((i for i in judgement.information if i.detail == key), None) if judgement is not None else None
    )


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
    lead = context.numbers.value(f"{number}.changes") if turns else "no"
    told = [piece for of in _brought(context, one, number) for piece in (Small("; "), *of)][1:]
    return words(lead, *(("\n", *told) if told else ()))


def _brought(context: Context, one: Information, number: str) -> Iterator[Words]:
    """Give what a change of the choice brings, where it differs from nothing by more than noise."""
    cite = context.numbers.small
    for name, text, of in (
        ("targets", "targets {}{{}} points", one.targets),
        ("floors", "floors {}{{}} points", one.floors),
        ("cost", "cost {}{{}}", one.cost),
    ):
        if of.is_real and f"{number}.{name}" in context.numbers:
            yield (cite(f"{number}.{name}", text.format("+" if of.mean > 0 else "")),)
    if one.money is not None and one.value > one.value_floor:
        dear = one.price is not None and one.money < one.price[1]
        yield words(cite(f"{number}.money", "worth {}"), *((Small(", less than it costs"),) if dear else ()))
    if f"{number}.agreed" in context.numbers:
        yield (cite(f"{number}.agreed", "agreed and good +{} points"),)


def _priorities(context: Context) -> Words:
    """Say what it is worth to know how much each criterion counts, beside the details."""
    judgement = context.reading.study.judgement
    one = judgement.priorities if judgement is not None else None
    if one is None or not one.matters:
        return ()
    cite = context.numbers.value
    return (
        " Knowing how much each criterion counts would change the choice in ",
        cite("information.priorities.changes"),
        " of the priorities that are possible, worth ",
        cite("information.priorities.value"),
        " points of 100.",
    )


def open_questions(context: Context) -> tuple[list[Asked], list[Asked]]:
    """Give the open questions on facts, earliest first, and those that a choice between options answers."""
    questions = list(context.reading.mission.mandate.open.items())
    facts = [asked for asked in questions if asked[1].lever is None]
    facts.sort(key=lambda asked: asked[1].can_learn_by or dt.date.max)
    return facts, [asked for asked in questions if asked[1].lever is not None]


def question_words(context: Context, asked: Asked) -> Words:
    """Write a question, what is assumed meanwhile, and by when it can be answered."""
    question = asked[1]
    planned = planned_with(context, asked)
    return words(
        question.question,
        *references(question.basis),
        *((" Planned with ", *planned, ".") if planned else ()),
        " ",
        *_learned(context, asked),
    )


def planned_with(context: Context, asked: Asked) -> Words:
    """Give what is assumed meanwhile, nothing where it is no quantity."""
    key, question = asked
    quantity = context.reading.mission.quantities.get(question.quantity or "")
    if quantity is None:
        return ()
    if quantity.unit == "date":
        low, high = (
            context.formats.day(dt.date.fromordinal(int(value))) for value in (quantity.low, quantity.high)
        )
        return (f"{low} to {high}",)
    number = context.numbers[f"open.{key}"]
    told = context.formats.range(number.low, number.high, number.unit)
    last = context.formats.number(number.high, number.unit)
    unit = "" if told == last else last.removeprefix(told.split(DASH)[-1])
    return words(Cited(number.id, f"{told}{unit}"), _per(quantity.unit))


def _per(unit: str) -> str:
    return {
        "share a month": " a month",
        "share a week": " a week",
        "people a year": " people a year",
        "times a year": " times a year",
        "weeks": " weeks",
        "people": " people",
    }.get(unit, "")


def _learned(context: Context, asked: Asked) -> Words:
    key, question = asked
    if question.can_learn_by is None:
        return (f"No day is known by which it could be learned{_owner(question)}.",)
    when = question.can_learn_by
    price: Words = ()
    if question.learning_costs is not None:
        price = (", for about ", context.numbers.value(f"open.{key}.price"))
    told = f"Can be learned by {context.formats.day(when)}"
    if is_late(context, when):
        return (told, *price, ", ", Strong("after the last decision"), f"{_owner(question)}.")
    return (told, *price, f"{_owner(question)}.")


def _owner(question: OpenQuestion) -> str:
    return f"; owner: {question.owner}" if question.owner else "; no owner is named"
