"""Sheets of record: options screened, every number of the brief, the ledger."""

from __future__ import annotations

from dataclasses import replace

from cadre.brief.context import Context
from cadre.brief.view import StudyView
from cadre.brief.workbook.sheet import Format, Row, SheetColumn, WorkbookSheet, sheet
from cadre.mission import Statement
from cadre.words import Catalogue
from cadre.words.naming import named
from cadre.words.sides import without_isolates

_SCREENED: tuple[tuple[str, int, Format], ...] = (
    ("option", 44, "text"),
    ("title", 44, "text"),
    ("shown", 8, "text"),
    ("reason", 50, "text"),
)
_NUMBERS: tuple[tuple[str, int, Format], ...] = (
    ("reference", 9, "whole"),
    ("id", 44, "text"),
    ("what-it-is", 50, "text"),
    ("value", 14, "number"),
    ("low", 14, "number"),
    ("high", 14, "number"),
    ("unit", 12, "text"),
    ("computed-by", 40, "text"),
    ("inputs", 40, "text"),
    ("rests-on", 40, "text"),
)
_LEDGER: tuple[tuple[str, int, Format], ...] = (
    ("id", 8, "text"),
    ("statement", 70, "text"),
    ("attribution", 14, "text"),
    ("by", 24, "text"),
    ("reliability", 10, "text"),
    ("credibility", 10, "whole"),
    ("group", 16, "text"),
    ("source", 18, "text"),
    ("date", 12, "date"),
    ("why", 40, "text"),
    ("basis", 16, "text"),
)


def screened_sheet(view: StudyView) -> WorkbookSheet:
    """List every option screened with its measures and why it was kept or dropped."""
    screened = view.study.screened
    names = list(dict.fromkeys(name for entry in screened for name in entry.measures))
    rows = (
        (
            entry.option,
            entry.title,
            entry.kept,
            view.text(entry.reason),
            *(entry.measures.get(name) for name in names),
        )
        for entry in screened
    )
    made = sheet(view.words, "screened", _SCREENED, rows)
    measures = (SheetColumn(view.short_title_of(name).replace("_", " "), 12, "number") for name in names)
    return replace(made, columns=(*made.columns, *measures))


def numbers_sheet(context: Context) -> WorkbookSheet:
    """List every number of the brief with where it comes from."""
    references, words = context.numbers.references(), context.view.words
    rows: list[Row] = []
    for number in context.numbers:
        unit = named(words, "unit", number.unit)
        values = (number.value, number.low, number.high, unit)
        origin = (context.numbers.how(number), ", ".join(number.inputs), ", ".join(number.basis))
        label = without_isolates(context.numbers.label(number))
        rows.append((references[number.id], number.id, label, *values, *origin))
    return sheet(words, "numbers", _NUMBERS, rows)


def ledger_sheet(view: StudyView) -> WorkbookSheet:
    """List the ledger."""
    statements = view.mission.ledger.statements
    rows = (_statement(view.words, key, one) for key, one in statements.items())
    return sheet(view.words, "ledger", _LEDGER, rows)


def _statement(words: Catalogue, key: str, one: Statement) -> Row:
    grade = (one.reliability, one.credibility, one.group)
    origin = (one.source or "", one.date, one.why, ", ".join(one.basis))
    attribution = words.text(f"ledger.attribution-{one.attribution.replace(' ', '-')}")
    return (key, one.says, attribution, one.by, *grade, *origin)
