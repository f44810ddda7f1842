"""The ledger as an annex.

Statements with who says them and their grade, assumptions with their reason, sources, published figures used.
"""

from __future__ import annotations

from cadre.brief.content import Block, Paragraph, Ref, Section, Table, Words, joined, words
from cadre.brief.context import Context
from cadre.brief.inputs import in_order
from cadre.mission import Figure, Statement

ASSUMPTION = "assumption"


def ledger_section(context: Context) -> Section:
    """Write every statement that is not an assumption, and the sources."""
    ledger = context.reading.mission.ledger
    rows = tuple(
        _statement(context, key, s) for key, s in ledger.statements.items() if s.attribution != ASSUMPTION
    )
    columns = ("Id", "Statement", "Who says it", "Grade", "Group", "Source", "Date")
    note: Words = (
        "Grade: reliability of the source (A–F) and credibility of the statement (1–6), kept "
        "apart; F and 6 mean that it cannot be judged. "
        "Statements of one group go back to one origin and confirm each other no more than one would.",
    )
    statements = Table(
        "statements", "What is known and told", columns, (8, 66, 26, 9, 17, 20, 15), rows, note=note
    )
    sources = tuple(
        ((key,), (source.title,), (source.publisher,), (context.formats.day(source.date),), (source.note,))
        for key, source in ledger.sources.items()
    )
    listed = Table(
        "sources", "Sources", ("Id", "Title", "Publisher", "Date", "Note"), (18, 54, 36, 16, 34), sources
    )
    blocks: tuple[Block, ...] = tuple(table for table in (statements, listed) if table.rows)
    return Section("ledger", "Ledger", blocks)


def assumptions_section(context: Context) -> Section:
    """Write every assumption with its reason."""
    ledger = context.reading.mission.ledger
    rows = tuple(
        ((Ref(key, target=True),), (s.says,), (s.why,), joined([(Ref(name),) for name in s.basis]))
        for key, s in ledger.statements.items()
        if s.attribution == ASSUMPTION
    )
    table = Table(
        "assumptions", "What is assumed", ("Id", "Assumption", "Why", "Basis"), (9, 70, 58, 38), rows
    )
    return Section("assumptions", "Assumptions", (*_widened(context), table))


def _widened(context: Context) -> tuple[Block, ...]:
    """Say which ranges are drawn wider than they are written, by how much and why."""
    numbers = context.numbers
    if "judgements.factor" not in numbers:
        return ()
    told = words(
        numbers.home("judgements.widened"),
        " of the ",
        numbers.home("judgements.ranges"),
        " ranges rest on assumptions alone. In published studies only ",
        numbers.home("judgements.hold"),
        " of the 80 % ranges that experts gave held what came true. In the futures played these ranges are "
        "therefore drawn ",
        numbers.home("judgements.factor"),
        " times as wide as written, around the same median. Plans keep them as written, and ranges that rest "
        "on a source are drawn as written. `judgements: {widened: no}` in the mission switches this off.",
    )
    return (Paragraph(told, small=True),)


def figures_section(context: Context) -> Section:
    """Write the published figures that a number of the brief rests on or is compared with."""
    figures = context.reading.mission.figures
    used = in_order(name for number in context.numbers for name in number.basis if name.startswith("P:"))
    rows = tuple(_figure(context, name, figures[name[2:]]) for name in used if name[2:] in figures)
    table = Table(
        "figures",
        "Published figures used",
        ("Id", "Figure", "Value", "Unit", "Source"),
        (34, 44, 18, 22, 48),
        rows,
    )
    return Section("figures", "Published figures used", (table,))


def who(statement: Statement) -> str:
    """Say who stands behind a statement, as far as may be written down."""
    return f"{statement.by} ({statement.attribution})" if statement.by else statement.attribution


def graded(statement: Statement) -> str:
    """Give the grade of a statement; an assumption has none."""
    return "–" if statement.attribution == ASSUMPTION else f"{statement.reliability}{statement.credibility}"


def _statement(context: Context, key: str, statement: Statement) -> tuple[Words, ...]:
    replaced = (
        words(" Replaces ", Ref(statement.supersedes), f": {statement.why}") if statement.supersedes else ()
    )
    likely = (
        f" Likelihood {100 * statement.likelihood.mean:.0f} %." if statement.likelihood is not None else ""
    )
    confident = f" Confidence {statement.confidence}." if statement.confidence else ""
    return (
        (Ref(key, target=True),),
        words(statement.says, likely, confident, *replaced),
        (who(statement),),
        (graded(statement),),
        (statement.group,),
        (statement.source or "",),
        (context.formats.day(statement.date),),
    )


def _figure(context: Context, name: str, figure: Figure) -> tuple[Words, ...]:
    told = [f"{value:g}" for value in (figure.low, figure.value, figure.high) if value is not None]
    value = f"{figure.value:g} ({figure.low:g}–{figure.high:g})" if len(told) == 3 else "–".join(told)  # noqa: PLR2004
    published = context.formats.day(figure.source.date)
    source = ", ".join(part for part in (figure.source.title, figure.source.publisher, published) if part)
    derived = " (derived)" if figure.derived else ""
    return ((Ref(name, target=True),), (f"{figure.title}{derived}",), (value,), (figure.unit,), (source,))
