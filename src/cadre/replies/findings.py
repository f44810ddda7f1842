"""Findings: what is known before a reply is read, and what is found in it. Frozen data without words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cadre.errors import Fault, Place
from cadre.mission_files.days import Order
from cadre.replies.likeness import SAME


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a reply is read.

    Parameters
    ----------
    words : mapping
        What words mean, by column and folded text, that somebody has confirmed.
    given : mapping
        What the sheet does not say, by party (`""` for all) and column: `party`, `state`, `begins`, ...
    order : mapping of str to str
        Which of day and month stands first, by party; under `""` for all.
    """

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    order: Mapping[str, Order] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Meaning:
    """A word that is read by likeness, and what it is read as."""

    column: str
    text: str
    value: str
    likeness: float = field(compare=False, default=SAME)


@dataclass(frozen=True, slots=True)
class Understood:
    """A row that was understood: where it stands, the offer, and remarks about it."""

    place: Place
    record: Mapping[str, Any]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """A row that is no offer: why (`total`, `none`, `hidden`, `note`), and its words."""

    place: Place
    why: str
    text: str


@dataclass(slots=True)
class Findings:
    """What was found in a reply."""

    offers: list[Understood] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    meanings: set[Meaning] = field(default_factory=set)
    passed: list[Passed] = field(default_factory=list)
