"""Reasons in English with things named by their ids, as tests compare them."""

from __future__ import annotations

from collections.abc import Iterable

from cadre.reasons import Reason
from cadre.words import Catalogue, Formats
from cadre.words.reasons import by_ids

FORMATS = Formats(Catalogue(), "EUR")


def english(reason: Reason | None) -> str:
    """Return a reason in words, nothing where there is none."""
    return by_ids(reason, FORMATS) if reason is not None else ""


def each(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Return several reasons in words."""
    return tuple(map(english, reasons))
