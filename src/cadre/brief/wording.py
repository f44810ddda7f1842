"""Wording that several sections share: conditions of parties, reasons to drop options."""

from __future__ import annotations

import re

from cadre.brief.reading import Reading
from cadre.brief.said import AS_SAID, Figure
from cadre.study import Screened
from cadre.words import Catalogue, Formats, Text

LISTED = 30
"""Reasons to drop options listed in print; all of them stand in the workbook and in study.json."""


def clause_words(clause: str, formats: Formats) -> tuple[str, tuple[Figure, ...]]:
    """Write a condition as people say it: `cost <= 150000000` becomes `cost at most EUR 150 M`.

    Returns
    -------
    str
        The words.
    tuple of Figure
        The bound in them, where there is one.
    """
    match, words = re.fullmatch(r"([a-z0-9_-]+) (<=|>=) ([0-9.e+]+)", clause), formats.catalogue
    if match is None:
        lever, _, choices = clause.replace("_", " ").partition(": ")
        either = formats.either(choices.split(" | "))
        return words.text("conditions.chosen", lever=lever, choices=either), ()
    attribute, comparison, bound = match.groups()
    is_money = attribute == "cost"
    shown = formats.number(float(bound), "money" if is_money else attribute)
    name = f"conditions.{'at-most' if comparison == '<=' else 'at-least'}"
    pieces = words.pieces(name, attribute=_attribute(attribute, words), bound=(shown,))
    before = "".join(_told(piece) for piece in pieces[: pieces.index(shown)])
    figure = Figure(len(before), len(before) + len(shown), float(bound), "money" if is_money else AS_SAID)
    return "".join(map(_told, pieces)), (figure,)


def _told(piece: object) -> str:
    return piece.text if isinstance(piece, Text) else str(piece)


def _attribute(attribute: str, words: Catalogue) -> str:
    """Name what a condition speaks of."""
    name = f"conditions.attribute-{attribute.replace('_', '-')}"
    return words.text(name) if words.has(name) else attribute.replace("_", " ")


def reasons_to_drop(reading: Reading) -> dict[str, list[Screened]]:
    """Put the options screened out together by the reason, the reason of most options first."""
    reasons: dict[str, list[Screened]] = {}
    for entry in reading.study.screened:
        if not entry.kept:
            reasons.setdefault(reading.in_letters(entry.reason), []).append(entry)
    return dict(sorted(reasons.items(), key=lambda item: -len(item[1])))


def grouped_reasons(reading: Reading) -> list[str]:
    """Give the reasons listed in print, in order."""
    return list(reasons_to_drop(reading))[:LISTED]
