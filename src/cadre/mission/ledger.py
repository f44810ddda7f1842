"""Ledger: where each statement comes from, who says it, and what it is worth.

Reliability (of the source, A-F) and credibility (of the statement, 1-6) are kept apart and never multiplied;
F and 6 mean *cannot be judged*, not *worst*. Statements of one independence group confirm each other no more
than one would.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from cadre.mission.base import Basis, Frozen, FrozenDict, Table
from cadre.mission.quantity import Share
from cadre.mission.units import Figured, Plain

Attribution = Literal[
    "named", "unnamed", "official", "declined to comment", "denied", "derived", "assumption"
]


class Source(Frozen):
    """Something that can be cited."""

    title: str = Field(min_length=1, description="Title of the document, page or talk")
    publisher: str = Field("", description="Who published it")
    date: dt.date | str = Field("", description="When: a day, a month or a year, as printed")
    note: str = Field("", description="How it was come by, access limits, translation")


class Statement(Frozen):
    """One thing that is said or assumed."""

    says: str = Field(min_length=1, description="What is said, in the planner's words")
    value: Annotated[str | float | None, Figured] = Field(
        None, description="The figure in it, if there is one"
    )
    date: dt.date | None = Field(None, description="When it was said")
    source: str | None = Field(None, description="Id of the source; none for an assumption")
    attribution: Attribution = Field(description="Who stands behind it")
    by: str = Field("", description="Who says it, as far as may be written down")
    reliability: Literal["A", "B", "C", "D", "E", "F"] = Field(
        "F", description="Of the source; F cannot be judged"
    )
    credibility: Literal[1, 2, 3, 4, 5, 6] = Field(6, description="Of the statement; 6 cannot be judged")
    group: str = Field("", description="Independence group: voices that go back to one origin count once")
    likelihood: Share | None = Field(None, description="How likely it is to be or become true")
    confidence: Literal["low", "moderate", "high"] | None = Field(
        None, description="Confidence in that judgement"
    )
    supersedes: str | None = Field(None, description="Id of the statement it replaces")
    why: str = Field("", description="Reason of an assumption or of superseding")
    basis: Basis = Field((), description="Statements and pack figures it was derived from")


Statements = Annotated[
    Mapping[
        Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=60)], Statement
    ],
    AfterValidator(FrozenDict),
]
"""Statements by id, such as L1 or A12, frozen."""


class Ledger(Frozen):
    """All sources and statements of a mission."""

    sources: Table[Source] = Field(default_factory=dict, description="Sources by id")
    statements: Statements = Field(default_factory=dict, description="Statements by id, such as L1 or A12")


class Figure(Frozen):
    """A published reference figure of a pack, with its range and where it was published."""

    title: str = Field(min_length=1, description="What the figure is")
    value: Plain | None = Field(None, description="The published value")
    low: Plain | None = Field(None, description="Least value published or derived")
    high: Plain | None = Field(None, description="Greatest value published or derived")
    unit: str = Field(min_length=1, description="Unit of the value, in words")
    source: Source = Field(description="Where it was published")
    derived: bool = Field(False, description="Worked out from published figures, not printed itself")
    note: str = Field("", description="What to know before using it")
