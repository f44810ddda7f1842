"""Conditions of offers as reasons: what an option needs for an offer to count."""

from __future__ import annotations

from typing import cast

from cadre.mission.nations import Condition
from cadre.reasons import Reason
from cadre.reasons.forces import ChoiceNeeded, Comparison, CostNeeded, Extent, ExtentNeeded


def needed(condition: Condition, *, known: bool) -> Reason:
    """Return a condition as what an offer needs; `known` where what it speaks of has been measured."""
    if condition.comparison == ":":
        choices = tuple(f"{condition.attribute}.{choice}" for choice in condition.choices)
        return ChoiceNeeded(condition.attribute, choices)
    comparison: Comparison = "at-most" if condition.comparison == "<=" else "at-least"
    if condition.attribute == "cost":
        return CostNeeded(comparison, condition.bound, known)
    return ExtentNeeded(cast(Extent, condition.attribute), comparison, condition.bound, known)
