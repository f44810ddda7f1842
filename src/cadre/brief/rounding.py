"""How numbers are shown to people: the only place where the brief rounds.

Takes a value and its unit, gives words. Money has two significant digits, people are whole, shares are whole
per cents. Stored numbers (study.json, numbers of the workbook) keep ten significant digits: enough to
compare, few enough to be the same on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable

SIGNIFICANT = 10
"""Significant digits of a stored number."""

DASH, MINUS = "–", "\u2212"
_MILLION, _THOUSAND = 1e6, 1e3
_HUNDREDTH = 0.01
_AS_SAID = ("as said", "points")
"""Units of figures that a sentence has rounded already."""
_WHOLE_UNITS = ("people", "posts", "units", "serials", "weeks", "post-weeks", "number", "people a year")


def stored(value: float) -> float | None:
    """Give a number as it is kept in files: ten significant digits, None for what is not finite."""
    if not math.isfinite(value):
        return None
    rounded = float(f"{value:.{SIGNIFICANT}g}")
    return 0.0 if rounded == 0 else rounded


def two_digits(value: float) -> float:
    """Round to two significant digits."""
    return float(f"{value:.2g}")


def shown(value: float, unit: str, currency: str = "") -> str:
    """Write one number with its unit, in few characters.

    Parameters
    ----------
    value : float
        In the canonical unit: shares 0-1, money in the mission's currency.
    unit : str
        One of `share`, `money`, `years`, `ratio`, `factor`, `person-weeks`, `as said`, or a unit that is
        counted.
    currency : str
        Put before money.
    """
    if not math.isfinite(value):
        return "not known"
    if unit == "money":
        return f"{currency} {_money(value)}".strip()
    return f"{_bare(value, unit)}{_suffix(unit)}"


def shown_range(low: float, high: float, unit: str) -> str:
    """Write a range without repeating the unit; one number where both ends look the same."""
    left, right = (_money(v) if unit == "money" else _bare(v, unit) for v in (low, high))
    if unit == "money":
        left, right = _same_scale(low, high)
    if left == right:
        return left
    return f"{left} to {right}" if low < 0 else f"{left}{DASH}{right}"


def _suffix(unit: str) -> str:
    return {"share": " %"}.get(unit, "")


def _bare(value: float, unit: str) -> str:
    if unit in _OWN:
        return _OWN[unit](value)
    if unit == "years":
        return _grouped(round(value, 1))
    if unit in _AS_SAID:
        return f"{value:,.{SIGNIFICANT}g}".replace("-", MINUS)
    if unit == "person-weeks":
        return _grouped(two_digits(value))
    return _grouped(round(value) if unit in _WHOLE_UNITS or abs(value) >= 10 else round(value, 1))  # noqa: PLR2004


def _share(value: float) -> str:
    """Write whole per cents; what is neither none nor all is never shown as 0 or 100."""
    percent = 100 * value
    if 0 < percent < 0.5:  # noqa: PLR2004
        return "<1"
    if 99.5 < percent < 100:  # noqa: PLR2004
        return ">99"
    return _grouped(round(percent))


def _points(value: float) -> str:
    """Write points of value with two digits; what is not nothing is never shown as 0."""
    return "<0.01" if 0 < value < _HUNDREDTH else f"{two_digits(value):g}".replace("-", MINUS)


def _grouped(value: float) -> str:
    """Write with commas between thousands, without a trailing .0 and without minus zero."""
    text = f"{value:,.1f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("-", MINUS)


_OWN: dict[str, Callable[[float], str]] = {
    "share": _share,
    "value points": _points,
    "ratio": lambda value: f"{value:.1f}",
    "factor": lambda value: f"{value:.2f}",
}
"""Units written in a way of their own."""


def _money(value: float) -> str:
    rounded = two_digits(value)
    if abs(rounded) >= _MILLION:
        return f"{_grouped(rounded / _MILLION)} M"
    if abs(rounded) >= _THOUSAND:
        return f"{_grouped(rounded / _THOUSAND)} k"
    return _grouped(rounded)


def _same_scale(low: float, high: float) -> tuple[str, str]:
    """Write both ends in the scale of the greater one: `0.8–12 M`."""
    left, right = two_digits(low), two_digits(high)
    for scale, letter in ((_MILLION, " M"), (_THOUSAND, " k"), (1.0, "")):
        if max(abs(left), abs(right)) >= scale or scale == 1:
            ends = [_grouped(two_digits(v) / scale) for v in (left, right)]
            return (ends[0], ends[1] + letter) if ends[0] != ends[1] else (ends[1] + letter,) * 2
    raise AssertionError("unreachable")
