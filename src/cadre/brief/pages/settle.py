"""What is to be settled, meeting by meeting: each open question with its owner, its day and what hangs on it.

A choice is a lever that a meeting sets; a fact is go or no-go where knowing it would change which option is
chosen in some futures, beyond the noise.
"""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Block, Paragraph, Section, Table, Words, joined
from cadre.brief.context import Context
from cadre.brief.pages.decision import attributed, due_at, upcoming
from cadre.brief.pages.unknown import planned_with
from cadre.decision.analysis import Information
from cadre.mission.mandate import OpenQuestion

ROWS = 9
"""Questions that the page has room for; the annex has all."""
WIDTHS = {"question": 50, "needed": 26, "owner": 22, "by": 18, "depends": 56}
"""Of the columns; that of owners stands only where some question has one."""
Asked = tuple[str, OpenQuestion]


def settle_section(context: Context) -> Section:
    """Write the table: choices of each meeting, then facts, those that turn the choice first."""
    asked = [*_in_order(context)]
    title = context.word("settle.title")
    if not asked:
        return Section("settle", title, (Paragraph(context.say("settle.nothing")),))
    owned = any(question.owner for (_, question), _ in asked)
    names = [name for name in WIDTHS if owned or name != "owner"]
    cells = [_cells(context, one, place) for one, place in asked[:ROWS]]
    rows = tuple(tuple(of[name] for name in names) for of in cells)
    columns = tuple(context.word(f"settle.column-{name}") for name in names)
    blocks: list[Block] = [
        Table("settle", title, columns, tuple(WIDTHS[name] for name in names), rows),
        *([Paragraph(joined(notes, " "))] if (notes := [*_notes(context, asked, owned=owned)]) else []),
    ]
    return Section("settle", title, tuple(blocks))


def _notes(context: Context, asked: list[tuple[Asked, int | None]], *, owned: bool) -> Iterator[Words]:
    """Yield that nobody owns a question, how the table is read, and how many questions it has no room for."""
    if not owned:
        yield context.say("settle.nobody-owns")
    judged = context.view.study.analysis is not None
    if judged and any(_needed(context, one) == "may-stay-open" for one, _ in asked[:ROWS]):
        yield context.say("settle.reading")
    if (rest := len(asked) - ROWS) > 0:
        yield context.say("settle.more", count=rest)


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


def _cells(context: Context, asked: Asked, place: int | None) -> dict[str, Words]:
    """Return what stands in each column of a question's row."""
    key, question = asked
    who = attributed(context, question.basis)
    return {
        "question": (question.question, *(context.say("decision.told-by", who=who) if who else ())),
        "needed": context.say(f"settle.{_needed(context, asked)}"),
        "owner": (question.owner,) if question.owner else context.say("settle.no-owner"),
        "by": _by(context, question, place),
        "depends": _depends(context, key, question),
    }


def _needed(context: Context, asked: Asked) -> str:
    """Return whether a question is a choice, go or no-go, or only worth knowing."""
    key, question = asked
    return "choice" if question.lever else "go" if _turns(context, key) else "may-stay-open"


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
