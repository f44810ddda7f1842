"""Words of criteria: each is a message of the area `criteria`, named as its id, and its attributes.

Takes the id of a criterion of `cadre.criteria.TABLE`, gives its title, and the message of a difference.
"""

from __future__ import annotations

from cadre.words.catalogue import Counted
from cadre.words.formats import Formats, two_digits


def title_of(criterion: str, formats: Formats, years_beyond: float) -> str:
    """Return what a criterion is called, where a mission looks so many years beyond its exit."""
    years = Counted(two_digits(years_beyond), formats.decimal(two_digits(years_beyond)))
    return formats.catalogue.text(f"criteria.{message_of(criterion)}", years=years)


def message_of(criterion: str) -> str:
    """Return the name of the message of a criterion."""
    return criterion.replace("_", "-")


def difference_message(criterion: str, formats: Formats, *, more: bool) -> str | None:
    """Return the name of the message of so much more, or less, of a criterion; None where it has none."""
    name = f"criteria.{message_of(criterion)}.{'more' if more else 'less'}"
    return name if formats.catalogue.has(name) else None
