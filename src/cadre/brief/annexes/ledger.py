"""The ledger as an annex.

Statements with who says them and their grade, assumptions with their reason, sources, published figures used.
"""

from __future__ import annotations

from cadre.brief.content import Block, Paragraph, Ref, Section, Table, Words, joined
from cadre.brief.context import Context
from cadre.brief.pages.known import ASSUMPTION, graded, who
from cadre.brief.register.inputs import in_order
from cadre.mission import Figure, Statement
from cadre.mission.learning import COURSES_LEARN, LEARNS


def ledger_section(context: Context) -> Section:
    """Write every statement that is not an assumption, and the sources."""
    ledger = context.view.mission.ledger
    rows = tuple(
        _statement(context, key, s) for key, s in ledger.statements.items() if s.attribution != ASSUMPTION
    )
    statements = Table(
        "statements",
        context.word("ledger.statements"),
        _columns(context, "id", "statement", "who", "grade", "group", "source", "date"),
        (8, 66, 26, 9, 17, 20, 15),
        rows,
        note=context.say("ledger.grades"),
    )
    sources = tuple(
        ((key,), (source.title,), (source.publisher,), (context.formats.day(source.date),), (source.note,))
        for key, source in ledger.sources.items()
    )
    columns = _columns(context, "id", "title", "publisher", "date", "note")
    listed = Table("sources", context.word("ledger.sources"), columns, (18, 54, 36, 16, 34), sources)
    blocks: tuple[Block, ...] = tuple(table for table in (statements, listed) if table.rows)
    return Section("ledger", context.word("ledger.title"), blocks)


def _columns(context: Context, *names: str) -> tuple[str, ...]:
    return tuple(context.word(f"ledger.column-{name}") for name in names)


def assumptions_section(context: Context) -> Section:
    """Write every assumption with its reason."""
    ledger = context.view.mission.ledger
    rows = tuple(
        ((Ref(key, target=True),), (s.says,), (s.why,), context.chain([(Ref(name),) for name in s.basis]))
        for key, s in ledger.statements.items()
        if s.attribution == ASSUMPTION
    )
    columns = _columns(context, "id", "assumption", "why", "basis")
    table = Table("assumptions", context.word("ledger.assumed"), columns, (9, 70, 58, 38), rows)
    return Section(
        "assumptions", context.word("ledger.assumptions"), (*_widened(context), *_learning(context), table)
    )


def _widened(context: Context) -> tuple[Block, ...]:
    """Say which ranges are drawn wider than they are written, by how much and why."""
    numbers = context.numbers
    if "judgements.factor" not in numbers:
        return ()
    sentence = context.say(
        "ledger.widened",
        widened=numbers.home("judgements.widened"),
        ranges=numbers.home("judgements.ranges"),
        hold=numbers.home("judgements.hold"),
        factor=numbers.home("judgements.factor"),
        switch="judgements: {widened: no}",
    )
    return (Paragraph(sentence, small=True),)


def _learning(context: Context) -> tuple[Block, ...]:
    """Say that courses improve with the serials held, by the pack, and how that is switched off."""
    if LEARNS not in context.numbers:
        return ()
    ratio, figure = context.numbers.home(LEARNS), (Ref(f"P:{COURSES_LEARN}"),)
    sentence = context.say("ledger.learns", ratio=ratio, figure=figure, switch="learns: {instructors: 100%}")
    return (Paragraph(sentence, small=True),)


def figures_section(context: Context) -> Section:
    """Write the published figures that a number of the brief rests on or is compared with."""
    figures = context.view.mission.figures
    used = in_order(name for number in context.numbers for name in number.basis if name.startswith("P:"))
    rows = tuple(_figure(context, name, figures[name[2:]]) for name in used if name[2:] in figures)
    table = Table(
        "figures",
        context.word("ledger.figures"),
        _columns(context, "id", "figure", "value", "unit", "source"),
        (34, 44, 18, 22, 48),
        rows,
    )
    return Section("figures", context.word("ledger.figures"), (table,))


def _statement(context: Context, key: str, statement: Statement) -> tuple[Words, ...]:
    sentence: list[Words] = [(statement.says,)]
    if statement.likelihood is not None:
        likely = context.formats.number(statement.likelihood.mean, "share")
        sentence.append(context.say("ledger.likelihood", share=likely))
    if statement.confidence:
        sentence.append(context.say(f"ledger.confidence-{statement.confidence}"))
    if statement.supersedes:
        sentence.append(
            context.say("ledger.replaces", statement=Ref(statement.supersedes), why=statement.why)
        )
    return (
        (Ref(key, target=True),),
        joined(sentence, " "),
        (who(context, statement),),
        (graded(statement),),
        (statement.group,),
        (statement.source or "",),
        (context.formats.day(statement.date),),
    )


def _figure(context: Context, name: str, figure: Figure) -> tuple[Words, ...]:
    ends = (figure.low, figure.value, figure.high)
    sentence = [context.formats.number(value, "as said") for value in ends if value is not None]
    value = (
        f"{sentence[1]} ({sentence[0]}–{sentence[2]})" if len(sentence) == len(ends) else "–".join(sentence)
    )
    published = context.formats.day(figure.source.date)
    source = context.formats.chain(
        part for part in (figure.source.title, figure.source.publisher, published) if part
    )
    title = context.say("ledger.derived", title=figure.title) if figure.derived else (figure.title,)
    return ((Ref(name, target=True),), title, (value,), (figure.unit,), (source,))
