"""What is known, told and assumed.

The statements that most of the mission rests on, with who says them and how far they can be relied on.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

from cadre.brief.content import Ref, Section, Table, Words
from cadre.brief.context import Context
from cadre.brief.register.inputs import nodes
from cadre.brief.view import StudyView
from cadre.mission import Statement

ASSUMPTION = "assumption"
KINDS = {
    "named": "known",
    "official": "known",
    "derived": "known",
    "unnamed": "told",
    "declined to comment": "told",
    "denied": "told",
    "assumption": "assumed",
}
COLUMNS = ("kind", "statement", "who", "grade", "date")
WIDTHS = (11, 76, 24, 9, 15)
ROOM = {"known": 2, "told": 2, "assumed": 2}
"""Statements of each kind on page two: six in all, so that it stays a page that is read."""
MANDATE_COUNTS = 2
"""What a mention in the mandate counts beside one elsewhere: deciders ask about the mandate first."""


def known_section(context: Context) -> Section:
    """Write the statements that weigh most."""
    chosen = weightiest(context.view)
    statements = context.view.mission.ledger.statements
    rows = tuple(_row(context, key, statements[key]) for key in chosen)
    columns = tuple(context.word(f"known.column-{key}") for key in COLUMNS)
    table = Table(
        "known", context.word("known.caption"), columns, WIDTHS, rows, note=context.say("known.grades")
    )
    return Section("known", context.word("known.title"), (table,))


def weightiest(view: StudyView) -> list[str]:
    """Choose by how many things of the mission cite a statement, equals in the written order.

    What was superseded is left out. Room that one kind does not need goes to the others.
    """
    ledger = view.mission.ledger
    old = {statement.supersedes for statement in ledger.statements.values()}
    cited = citations(view)
    order = sorted((key for key in ledger.statements if key not in old), key=lambda key: -cited[key])
    by_kind = {
        kind: [key for key in order if KINDS[ledger.statements[key].attribution] == kind] for kind in ROOM
    }
    chosen = [key for kind, room in ROOM.items() for key in by_kind[kind][:room]]
    spare = [key for key in order if key not in chosen]
    chosen += spare[: sum(ROOM.values()) - len(chosen)]
    kinds = list(ROOM)
    return sorted(
        chosen, key=lambda key: (kinds.index(KINDS[ledger.statements[key].attribution]), order.index(key))
    )


def citations(view: StudyView) -> Counter[str]:
    """Count how many quantities, records and parts of the mandate cite each statement."""
    mission = view.mission
    cited: Counter[str] = Counter()
    for _, node in nodes(mission):
        cited.update(set(getattr(node, "basis", ())))
    mandate = mission.mandate
    named = [element.basis for element in mandate.elements.values()]
    named += [decision.basis for decision in mandate.decisions]
    named += [question.basis for question in mandate.open.values()]
    for basis in (mandate.basis, *named):
        cited.update(dict.fromkeys(basis, MANDATE_COUNTS))
    return cited


def _row(context: Context, key: str, statement: Statement) -> tuple[Words, ...]:
    return (
        context.say(f"known.kind-{KINDS[statement.attribution]}"),
        (Ref(key), f" {statement.says}"),
        (who(context, statement),),
        (graded(statement),),
        (context.formats.day(_date(context.view, statement)),),
    )


def _date(view: StudyView, statement: Statement) -> dt.date | str:
    if statement.date is not None:
        return statement.date
    source = view.mission.ledger.sources.get(statement.source or "")
    return source.date if source is not None else ""


def who(context: Context, statement: Statement) -> str:
    """Say who stands behind a statement, as far as may be written down."""
    attribution = context.word(f"ledger.attribution-{statement.attribution.replace(' ', '-')}")
    return f"{statement.by} ({attribution})" if statement.by else attribution


def graded(statement: Statement) -> str:
    """Return the grade of a statement; an assumption has none."""
    return "–" if statement.attribution == ASSUMPTION else f"{statement.reliability}{statement.credibility}"
