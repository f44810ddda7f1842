"""Numbers, units, money, days and lists as a language writes them: the only place that rounds for people.

Money has two significant digits, people are whole, shares are whole per cents. Signs between digits, names of
months and words between the items of a list come from the Unicode consortium's tables (Babel); units and
scales from the catalogue.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from cadre.words.catalogue import Catalogue
from cadre.words.languages import SIDES
from cadre.words.sides import MARKS

DASH, MINUS = "–", "\u2212"
_MILLION, _THOUSAND, _HUNDREDTH, _TEN = 1e6, 1e3, 0.01, 10
_SIGNIFICANT = 10
_ROUNDED_ALREADY = ("as said", "points")
"""Units of figures that are shown as they were handed."""
_SHARES = ("share", "share a week", "share a month")
"""Units written in per cents."""
_WHOLE_UNITS = (
    "people",
    "posts",
    "units",
    "serials",
    "week",
    "weeks",
    "post-weeks",
    "number",
    "people a year",
)


class Formats:
    """How one language writes numbers.

    Parameters
    ----------
    catalogue : Catalogue
        Of the language.
    currency : str
        Put beside money.
    """

    def __init__(self, catalogue: Catalogue, currency: str = "") -> None:
        self.catalogue = catalogue
        self.currency = currency
        self._own: dict[str, Callable[[float], str]] = {
            "share": self._share,
            "value points": self._points,
            "ratio": lambda value: self.decimal(value, "#,##0.0"),
            "factor": lambda value: self.decimal(value, "#,##0.00"),
            "share a week": self._fine_share,
            "share a month": self._fine_share,
            "length": lambda value: self.decimal(_three_digits(value), "#,##0.##"),
            "rate": lambda value: self.decimal(two_digits(value), "#,##0.######"),
            "figure": self._figure,
        }

    def number(self, value: float, unit: str) -> str:
        """Write one number with its unit, in few characters.

        Parameters
        ----------
        value : float
            In the canonical unit: shares 0-1, money in the mission's currency.
        unit : str
            One of `share`, `money`, `years`, `ratio`, `factor`, `person-weeks`, `as said`, or a unit that is
            counted.
        """
        if not math.isfinite(value):
            return self.catalogue.text("common.not-known")
        if unit == "money":
            return self.with_currency(self._money(value))
        bare = self._bare(value, unit)
        return self.catalogue.text("common.percent", number=bare) if unit in _SHARES else bare

    def rounded(self, value: float, unit: str) -> float:
        """Return a number rounded as it is written, which decides between singular and plural."""
        if unit in _WHOLE_UNITS:
            return float(round(value))
        digits = {
            "years": round(value, 1),
            "person-weeks": two_digits(value),
            "length": float(f"{value:.3g}"),
        }
        return digits.get(unit, value)

    def range(self, low: float, high: float, unit: str) -> str:
        """Write a range without repeating the unit; one number where both ends look the same."""
        left, right = self._same_scale(low, high) if unit == "money" else self._ends(low, high, unit)
        if left == right:
            return left
        if low < 0:
            return self.catalogue.text("common.from-to", low=left, high=right)
        return f"{left}{DASH}{right}"

    def day(self, date: dt.date | str | None) -> str:
        """Write a day as `14 Feb 2018`; what is not a full date stays as written."""
        from babel.dates import format_date  # noqa: PLC0415  (read when something is said)

        if isinstance(date, dt.date) and date.day == 1:
            month = format_date(date, "MMM y", locale=self.catalogue.language)
            return self.catalogue.text("common.first-of-month", month=month)
        if isinstance(date, dt.date):
            return format_date(date, "d MMM y", locale=self.catalogue.language)
        return str(date or "")

    def every(self, items: Sequence[str]) -> str:
        """Write a list whose items all hold: `a, b and c`."""
        return self._list(items, "standard")

    def either(self, items: Sequence[str]) -> str:
        """Write a list of which one holds: `a, b or c`."""
        return self._list(items, "or")

    def chain(self, items: Iterable[str]) -> str:
        """Write a list without a word before its last item: `a, b, c`."""
        return self.catalogue.text("common.comma").join(items)

    def decimal(self, value: float, pattern: str = "#,##0.#") -> str:
        """Write a number by a pattern of the Unicode consortium, without minus zero."""
        from babel.numbers import format_decimal  # noqa: PLC0415

        text = format_decimal(value, format=pattern, locale=self.catalogue.language)
        bare = text.lstrip("-\u2212\u200e")
        if bare == text:
            return text
        return bare if not any(digit in bare for digit in "123456789") else self._signed(MINUS + bare)

    def _signed(self, number: str) -> str:
        """Keep a sign to the left of its number where words run right to left."""
        return number if SIDES[self.catalogue.language] == "ltr" else MARKS["ltr"] + number

    def _list(self, items: Sequence[str], style: Literal["standard", "or"]) -> str:
        """Write a list; British English puts no comma before the last item."""
        from babel.lists import format_list  # noqa: PLC0415

        locale = "en_GB" if self.catalogue.language == "en" else self.catalogue.language
        return format_list(list(items), style=style, locale=locale)

    @property
    def signs(self) -> tuple[str, str]:
        """The sign before decimals, and the one between thousands."""
        from babel.numbers import get_decimal_symbol, get_group_symbol  # noqa: PLC0415

        locale = self.catalogue.language
        return get_decimal_symbol(locale), get_group_symbol(locale)

    def _ends(self, low: float, high: float, unit: str) -> tuple[str, str]:
        return self._bare(low, unit), self._bare(high, unit)

    def _bare(self, value: float, unit: str) -> str:
        if unit in self._own:
            return self._own[unit](value)
        if unit in _ROUNDED_ALREADY:
            return self.decimal(float(f"{value:.{_SIGNIFICANT}g}"), "#,##0.###############")
        if unit == "years":
            return self.decimal(round(value, 1))
        if unit == "person-weeks":
            return self.decimal(two_digits(value))
        return self.decimal(round(value) if unit in _WHOLE_UNITS or abs(value) >= _TEN else round(value, 1))

    def _share(self, value: float) -> str:
        """Write whole per cents; what is neither none nor all is never shown as 0 or 100."""
        percent = 100 * value
        if 0 < percent < 0.5:  # noqa: PLR2004
            return self._signed("<1")
        if 99.5 < percent < 100:  # noqa: PLR2004
            return self._signed(">99")
        return self.decimal(round(percent))

    def _fine_share(self, value: float) -> str:
        """Write per cents of a rate, small ones with two digits."""
        percent = 100 * value
        return self.decimal(round(percent) if percent >= _TEN else two_digits(percent), "#,##0.######")

    def _figure(self, value: float) -> str:
        """Write a number that is not counted: small ones with two digits."""
        return self.decimal(round(value) if abs(value) >= _TEN else two_digits(value), "#,##0.######")

    def _points(self, value: float) -> str:
        """Write points of value with two digits; what is not nothing is never shown as 0."""
        if 0 < value < _HUNDREDTH:
            return self._signed(f"<{self.decimal(_HUNDREDTH, '0.00')}")
        return self.decimal(two_digits(value), "0.##########")

    def with_currency(self, amount: str) -> str:
        """Put the currency beside an amount that is written already."""
        return self.catalogue.text("common.money", currency=self.currency, amount=amount).strip()

    def _money(self, value: float) -> str:
        rounded = two_digits(value)
        for scale, message in _SCALES:
            if abs(rounded) >= scale:
                return self._scaled(self.decimal(rounded / scale), message)
        return self.decimal(rounded)

    def _same_scale(self, low: float, high: float) -> tuple[str, str]:
        """Write both ends in the scale of the greater one: `0.8–12 M`."""
        most = max(abs(two_digits(low)), abs(two_digits(high)))
        scale, message = next(((s, m) for s, m in _SCALES if most >= s), (1.0, ""))
        left, right = (self.decimal(two_digits(two_digits(v)) / scale) for v in (low, high))
        last = self._scaled(right, message)
        return (left, last) if left != right else (last, last)

    def _scaled(self, number: str, message: str) -> str:
        return self.catalogue.text(message, number=number) if message else number


_SCALES = ((_MILLION, "common.million"), (_THOUSAND, "common.thousand"))
"""Scales of money, the greatest first, and how they are said."""


def two_digits(value: float) -> float:
    """Round to two significant digits."""
    return float(f"{value:.2g}")


def _three_digits(value: float) -> float:
    return float(f"{value:.3g}")
