"""Wording that several sections share: conditions of parties, reasons to drop options."""

from __future__ import annotations

import re

from cadre.brief.reading import Reading
from cadre.study import Screened
from cadre.words import Formats

LISTED = 30
"""Reasons to drop options listed in print; all of them stand in the workbook and in study.json."""


def clause_words(clause: str, formats: Formats) -> str:
    """Write a condition as people say it: `cost <= 150000000` becomes `cost at most EUR 150 M`."""
    match = re.fullmatch(r"([a-z0-9_-]+) (<=|>=) ([0-9.e+]+)", clause)
    if match is None:
        return clause.replace("_", " ").replace(" | ", " or ").replace(": ", " ")
    attribute, comparison, bound = match.groups()
    unit = "money" if attribute == "cost" else attribute
    side = "at most" if comparison == "<=" else "at least"
    return f"{attribute.replace('_', ' ')} {side} {formats.number(float(bound), unit)}"


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
