"""Numerals: a number as people of many countries write it. Shares no code with what reads it."""

from __future__ import annotations

from random import Random

FORMS = ("1,234.5", "1.234,5", "1 234,5", "1'234.5")
_SPACES = (" ", "\u00a0", "\u202f", "\u2009")
_DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "०१२३४५६७८९")
VALUES = (
    0.0, 0.005, 0.125, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.5, 4.0, 6.0, 7.125, 12.0, 12.5, 20.0, 24.0, 52.0,
    85.0,
    100.0, 120.0, 125.0, 250.0, 999.0, 1000.0, 1200.0, 1234.5, 1250.0, 1250.75, 3500.0, 6000.0, 12000.0,
    85000.0, 85000.125, 100000.0, 1250000.0, 1234567.25, 1e9,
)  # fmt: skip


def numeral(dice: Random, number: float, form: str) -> str:
    """Write a number in a form, with or without signs between thousands."""
    text = f"{number:.6f}".rstrip("0").rstrip(".")
    whole, _, part = text.partition(".")
    if part and dice.random() < 0.3:
        part += "0" * dice.randrange(3)
    if dice.random() < 0.7:
        whole = _grouped(whole, dice.choice(_SPACES) if form[1] == " " else form[1])
    written = f"{whole}{form[-2]}{part}" if part else whole
    if dice.random() < 0.1:
        written = written.translate(str.maketrans(_DIGITS[0], dice.choice(_DIGITS)))
    return written


def _grouped(whole: str, sign: str) -> str:
    groups: list[str] = []
    while len(whole) > 3:
        whole, group = whole[:-3], whole[-3:]
        groups.insert(0, group)
    return sign.join([whole, *groups])
