"""What is to be settled, meeting by meeting: each open question with its owner, its day and what hangs on it.

A choice is a lever that a meeting sets; a fact is go or no-go where knowing it would change which option is
chosen in some futures, beyond the noise.
"""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Block, Paragraph, Section, Table, Words, joined, words
from cadre.brief.context import Context
from cadre.brief.pages.decision import due_at, references, upcoming
from cadre.brief.pages.unknown import planned_with
from cadre.decision.analysis import Information
from cadre.mission.mandate import OpenQuestion

ROWS = 9
"""Questions that the page has room for; the annex has all."""
COLUMNS, WIDTHS = ("question", "needed", "owner", "by", "depends"), (50, 26, 22, 16, 56)
Asked = tuple[str, OpenQuestion]


def settle_section(context: Context) -> Section:
    """Write the table: choices of each meeting, then facts, those that turn the choice first."""
    asked = [*_in_order(context)]
    title = context.word("settle.title")
    if not asked:
        return Section("settle", title, (Paragraph(context.say("settle.nothing")),))
    rows = tuple(_row(context, one, place) for one, place in asked[:ROWS])
    columns = tuple(context.word(f"settle.column-{name}") for name in COLUMNS)
    blocks: list[Block] = [Table("settle", title, columns, WIDTHS, rows)]
    rest = len(asked) - ROWS
    notes = [context.say("settle.more", count=rest)] if rest > 0 else []
    if context.view.study.analysis is not None:
        notes.insert(0, context.say("settle.reading"))
    if notes:
        blocks.append(Paragraph(joined(notes, " ")))
    return Section("settle", title, tuple(blocks))


def _in_order(context: Context) -> Iterator[tuple[Asked, int | None]]:
    """Yield questions with the place of their meeting, None where no meeting can know the answer."""
    asked = [*context.view.mission.mandate.open.items()]
    for place in (*range(len(upcoming(context.view))), None):
        here = [one for one in asked if _meeting(context, one[1]) == place]
        yield from ((one, place) for one in here if one[1].lever)
        facts = [one for one in here if not one[1].lever]
        yield from ((one, place) for one in sorted(facts, key=lambda one: not _turns(context, one[0])))


def _meeting(context: Context, question: OpenQuestion) -> int | None:
    place = due_at(context.view, question)
    return place if place is not None and place >= 0 else None


def _row(context: Context, asked: Asked, place: int | None) -> tuple[Words, ...]:
    key, question = asked
    return (
        words(question.question, *references(question.basis)),
        _needed(context, asked),
        (question.owner,) if question.owner else context.say("settle.no-owner"),
        _by(context, question, place),
        _depends(context, key, question),
    )


def _needed(context: Context, asked: Asked) -> Words:
    """Say whether a question is a choice, go or no-go, or only worth knowing."""
    key, question = asked
    if question.lever:
        return context.say("settle.choice")
    return context.say("settle.go" if _turns(context, key) else "settle.may-stay-open")


def _by(context: Context, question: OpenQuestion, place: int | None) -> Words:
    """Return the day of the meeting, or why none can know."""
    if place is None:
        known = question.can_learn_by
        return (
            context.say("settle.after", day=context.formats.day(known))
            if known is not None
            else context.say("settle.no-day")
        )
    return (context.formats.day(upcoming(context.view)[place].on),)


def _information(context: Context, key: str) -> Information | None:
    analysis = context.view.study.analysis
    found = (one for one in analysis.information if one.detail == key) if analysis is not None else iter(())
    return next(found, None)


def _turns(context: Context, key: str) -> bool:
    """Say whether knowing an answer would change the choice in some futures, beyond the noise."""
    one, number = _information(context, key), f"information.{key}.changes"
    return one is not None and one.matters and number in context.numbers and context.numbers[number].value > 0


def _depends(context: Context, key: str, question: OpenQuestion) -> Words:
    """Say which options hold which choice, or in how many futures the answer turns the choice."""
    if question.lever:
        return _choices(context, question.lever)
    planned = planned_with(context, (key, question))
    meanwhile = context.say("settle.planned", quantity=planned) if planned else ()
    turns = (
        context.say("settle.turns", share=context.numbers.value(f"information.{key}.changes"))
        if _turns(context, key)
        else context.say("settle.turns-nothing" if _information(context, key) else "settle.not-judged")
    )
    return joined([part for part in (turns, meanwhile) if part], " ")


def _choices(context: Context, lever: str) -> Words:
    """Name the choices of a lever with the options shown that hold each."""
    held: dict[str, list[str]] = {name: [] for name in context.view.mission.levers[lever].choices}
    for shown in context.view.active:
        choice = shown.planned.option.choices.get(lever)
        if choice in held:
            held[choice].append(shown.letter)
    said = [
        context.say(
            "settle.held",
            choice=_titled(context, lever, name),
            letters=context.formats.every(letters),
            count=len(letters),
        )
        for name, letters in held.items()
    ]
    return context.listed(said)


def _titled(context: Context, lever: str, name: str) -> str:
    choice = context.view.mission.levers[lever].choices[name]
    return choice.short or choice.title or name.replace("-", " ")
