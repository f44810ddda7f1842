"""Values of quantities as figures of reasons: their units, and days as days.

Takes a unit of the mission, gives the unit under which people are shown the value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import overload

from cadre.reasons.decision import Unit

_UNITS: Mapping[str, Unit] = {
    "share": "share",
    "share a week": "share a week",
    "share a month": "share a month",
    "money": "money",
    "weeks": "length",
    "times a year": "rate",
}


def measured(unit: str) -> Unit:
    """Return the unit under which a value is shown: a plain figure where its name says the rest."""
    return _UNITS.get(unit, "figure")


@overload
def day_of(value: float) -> dt.date: ...
@overload
def day_of(value: None) -> None: ...
@overload
def day_of(value: float | None) -> dt.date | None: ...
def day_of(value: float | None) -> dt.date | None:
    """Return the day that a date is drawn as, None of none."""
    return None if value is None else dt.date.fromordinal(round(value))
