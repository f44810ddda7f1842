"""What is not known: open questions of the mandate, by when each can be learned and what that costs."""

from __future__ import annotations

import datetime as dt

from cadre.brief.content import Bullets, Paragraph, Section, Strong, Words, words
from cadre.brief.context import Context
from cadre.brief.pages.decision import references, upcoming
from cadre.brief.reading import day
from cadre.brief.rounding import shown, shown_range
from cadre.mission.mandate import OpenQuestion

ON_PAGE_ONE = 6


def unknown_section(context: Context) -> Section:
    """Write the questions on facts that stay open, the earliest first.

    Questions for deciders are named in one line.
    """
    facts, choices = open_questions(context)
    items = tuple(question_words(context, question) for question in facts[:ON_PAGE_ONE])
    blocks = (
        [Bullets(items)]
        if items
        else [Paragraph(("The mandate names no open fact; the ledger lists what is assumed.",))]
    )
    rest = len(facts) - len(items)
    more = (
        f" {rest} more open {'question is' if rest == 1 else 'questions are'} in the annex."
        if rest > 0
        else ""
    )
    if choices:
        asked = " ".join(question.question for question in choices)
        return Section(
            "unknown",
            "What is not known, and by when it can be",
            (*blocks, Paragraph(words(Strong("For you to settle: "), asked, more), small=True)),
        )
    return Section("unknown", "What is not known, and by when it can be", tuple(blocks))


def open_questions(context: Context) -> tuple[list[OpenQuestion], list[OpenQuestion]]:
    """Give the open questions on facts, earliest first, and those that a choice between options answers."""
    questions = list(context.reading.mission.mandate.open.values())
    facts = [question for question in questions if question.lever is None]
    facts.sort(key=lambda question: question.can_learn_by or dt.date.max)
    return facts, [question for question in questions if question.lever is not None]


def question_words(context: Context, question: OpenQuestion) -> Words:
    """Write a question, what is assumed meanwhile, and by when it can be answered."""
    return words(
        question.question,
        *references(question.basis),
        *_assumed(context, question),
        " ",
        *_learned(context, question),
    )


def _assumed(context: Context, question: OpenQuestion) -> Words:
    mission = context.reading.mission
    quantity = mission.quantities.get(question.quantity or "")
    if quantity is None:
        return ()
    if quantity.unit == "date":
        low, high = (day(dt.date.fromordinal(int(value))) for value in (quantity.low, quantity.high))
        return (f" Planned with {low} to {high}.",)
    unit = {"share a month": "share", "share a week": "share"}.get(quantity.unit, quantity.unit)
    told = shown_range(quantity.low, quantity.high, unit)
    last = shown(quantity.high, unit, mission.mission.currency)
    return (
        (
            " Planned with "
            f"{told if told == last else told + last.removeprefix(told.split('–')[-1])}{_per(quantity.unit)}."
        ),
    )


def _per(unit: str) -> str:
    return {
        "share a month": " a month",
        "share a week": " a week",
        "people a year": " people a year",
        "times a year": " times a year",
        "weeks": " weeks",
        "people": " people",
    }.get(unit, "")


def _learned(context: Context, question: OpenQuestion) -> Words:
    if question.can_learn_by is None:
        return ("No day is known by which it could be learned.",)
    when, costs = question.can_learn_by, ""
    if question.learning_costs is not None:
        costs = (
            ", for about "
            f"{shown(question.learning_costs.mean, 'money', context.reading.mission.mission.currency)}"
        )
    meetings = upcoming(context.reading)
    before = next((m for m in meetings if when <= m.on), None)
    if before is None and meetings:
        return (f"Can be learned by {day(when)}{costs}, ", Strong("after the last decision"), ".")
    return (f"Can be learned by {day(when)}{costs}.",)
