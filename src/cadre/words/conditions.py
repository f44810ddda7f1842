"""Conditions of parties as reasons, so that they are said like them.

Takes a condition as the mission has it, gives the reason, `cost <= 150000000` as a bound of 150 million, or
its words.
"""

from __future__ import annotations

from collections.abc import Mapping

from cadre.mission.nations import Condition
from cadre.reasons import kind
from cadre.reasons.conditions import Bounded, Chosen, Comparison, Unit
from cadre.words.formats import Formats

_UNITS: Mapping[str, Unit] = {
    "cost": "money",
    "years": "years",
    "posts": "posts",
    "posts_in_country": "posts",
}
"""Units of the attributes that a condition may bound."""


def reason_of(condition: Condition) -> Bounded | Chosen:
    """Return a condition as a reason."""
    if condition.comparison == ":":
        choices = tuple(choice.replace("_", " ") for choice in condition.choices)
        return Chosen(condition.attribute.replace("_", " "), choices)
    comparison: Comparison = "at-most" if condition.comparison == "<=" else "at-least"
    unit = _UNITS.get(condition.attribute, "as said")
    return Bounded(condition.attribute, comparison, condition.bound, unit)


def condition_in_words(condition: Condition, formats: Formats) -> str:
    """Return a condition as plain text."""
    reason = reason_of(condition)
    name = f"reasons-{kind(type(reason))}"
    if isinstance(reason, Chosen):
        either = formats.either(reason.choices)
        return formats.catalogue.text(name, lever=reason.lever, choices=either)
    bound = formats.number(reason.bound, reason.unit)
    attribute = reason.attribute.replace("_", "-")
    return formats.catalogue.text(name, attribute=attribute, comparison=reason.comparison, bound=bound)
