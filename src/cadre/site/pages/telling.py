"""Telling: what is wrong or odd, without its place, since it stands at its cell or field."""

from __future__ import annotations

from cadre.errors import Fault, MissionWarning
from cadre.words import SOURCE, Catalogue
from cadre.words.languages import has_area
from cadre.words.saying import line, said


def for_faults(words: Catalogue) -> Catalogue:
    """Return the words for faults: a language that has not all of them would be mixed with English."""
    whole = all(has_area(words.language, area) for area in ("faults", "fields", "checks"))
    return words if whole else Catalogue(SOURCE)


def fault_line(fault: Fault, words: Catalogue) -> str:
    """Return what a fault says."""
    return line(fault, for_faults(words))


def placed_line(fault: Fault, words: Catalogue) -> str:
    """Return what a fault says, with its place before it."""
    spoken = for_faults(words)
    return spoken.text("faults.at", place=str(fault.where), told=line(fault, spoken))


def warning_line(warning: MissionWarning, words: Catalogue) -> str:
    """Return what a warning says."""
    spoken = for_faults(words)
    found, matters, cure = (said(part, spoken) for part in (warning.found, warning.matters, warning.cure))
    return spoken.text("faults.warning", found=found, matters=matters, cure=cure)
