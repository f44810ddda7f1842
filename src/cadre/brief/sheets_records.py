"""Sheets of record: options screened, every number of the brief, the ledger."""

from __future__ import annotations

from dataclasses import replace

from cadre.brief.context import Context
from cadre.brief.reading import Reading
from cadre.brief.sheets import Column, Format, Row, Sheet, sheet
from cadre.mission import Statement

_SCREENED: tuple[tuple[str, int, Format], ...] = (
    ("Option", 44, "text"),
    ("Title", 44, "text"),
    ("Shown", 8, "text"),
    ("Reason", 50, "text"),
)
_NUMBERS: tuple[tuple[str, int, Format], ...] = (
    ("Reference", 9, "whole"),
    ("Id", 44, "text"),
    ("What it is", 50, "text"),
    ("Value", 14, "number"),
    ("Low", 14, "number"),
    ("High", 14, "number"),
    ("Unit", 12, "text"),
    ("Computed by", 40, "text"),
    ("Inputs", 40, "text"),
    ("Rests on", 40, "text"),
)
_LEDGER: tuple[tuple[str, int, Format], ...] = (
    ("Id", 8, "text"),
    ("Statement", 70, "text"),
    ("Attribution", 14, "text"),
    ("By", 24, "text"),
    ("Reliability", 10, "text"),
    ("Credibility", 10, "whole"),
    ("Group", 16, "text"),
    ("Source", 18, "text"),
    ("Date", 12, "date"),
    ("Why", 40, "text"),
    ("Basis", 16, "text"),
)


def screened_sheet(reading: Reading) -> Sheet:
    """List every option screened with its measures and why it was kept or dropped."""
    screened = reading.study.screened
    names = list(dict.fromkeys(name for entry in screened for name in entry.measures))
    rows = (
        (entry.option, entry.title, entry.kept, entry.reason, *(entry.measures.get(name) for name in names))
        for entry in screened
    )
    made = sheet("Options screened", _SCREENED, rows)
    measures = (Column(name.replace("_", " "), 12, "number") for name in names)
    return replace(made, columns=(*made.columns, *measures))


def numbers_sheet(context: Context) -> Sheet:
    """List every number of the brief with where it comes from."""
    references = context.numbers.references()
    rows: list[Row] = []
    for number in context.numbers:
        values = (number.value, number.low, number.high, number.unit)
        origin = (context.numbers.how(number), ", ".join(number.inputs), ", ".join(number.basis))
        rows.append((references[number.id], number.id, context.numbers.label(number), *values, *origin))
    return sheet("Numbers", _NUMBERS, rows)


def ledger_sheet(reading: Reading) -> Sheet:
    """List the ledger."""
    statements = reading.mission.ledger.statements
    return sheet("Ledger", _LEDGER, (_statement(key, one) for key, one in statements.items()))


def _statement(key: str, one: Statement) -> Row:
    grade = (one.reliability, one.credibility, one.group)
    origin = (one.source or "", one.date, one.why, ", ".join(one.basis))
    return (key, one.says, one.attribution, one.by, *grade, *origin)
