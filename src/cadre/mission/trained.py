"""Trained: what a mission counts when it says how many it has trained.

Published figures differ in it: some count who passed, some who was in a class, some one course alone.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cadre.mission.base import Basis, Frozen, Ids

Counts = Literal["graduates", "attended"]
"""Who passed, or who was in a class, whatever came of it."""


class Trained(Frozen):
    """The counting rule. Somebody who takes two courses is counted twice."""

    counts: Counts = Field(
        "graduates",
        description="Who is counted: `graduates`, who passed; or `attended`, who was in a class, from its "
        "first week on",
    )
    of: Ids = Field((), description="Courses that count; all when left out")
    basis: Basis = Field((), description="What it rests on")

    @property
    def is_usual(self) -> bool:
        """Whether every graduate counts and nobody else."""
        return self.counts == "graduates" and not self.of

    def has(self, course: str) -> bool:
        """Say whether a course counts."""
        return not self.of or course in self.of
