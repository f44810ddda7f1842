"""Random numbers, words and quantities as people write them; `tests/strategies.py` makes missions of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cadre.mission.refused import refused_words
from cadre.mission.units import plainly
from cadre.mission_files.texts import ERRORS

Document = dict[str, Any]
STATEMENTS = ("L1", "L2", "A1", "A2")
TRICKY = (
    "yes",
    "007",
    "1e3",
    "=1+1",
    "{a: b}",
    "- x",
    "a: b # c",
    "a; b, c",
    '"quoted"',
    "it's",
    "~",
    "[x]",
    "é ≤ 3",
    "a\nb",
    "a\u00a0b",
)
"""Titles that a file format could take for something else."""


def _is_accepted(text: str) -> bool:
    """Leave out what missions refuse: errors of a spreadsheet, what Cadre never plans."""
    return text.strip() not in ERRORS and not refused_words(text)


def words() -> SearchStrategy[str]:
    """Draw titles: plain ones, ones that a file could misread, any letters and signs."""
    known = st.characters(categories=("L", "N", "P", "S", "Zs"))
    letters = st.text(known, min_size=1, max_size=12).filter(_is_accepted)
    stripped = letters.map(str.strip).filter(bool)
    return st.one_of(st.sampled_from(("Basic", "A course")), st.sampled_from(TRICKY), stripped)


def numbers(low: float, high: float) -> SearchStrategy[float]:
    """Draw round numbers, sometimes any float."""
    steps = st.integers(0, 1000).map(lambda i: round(low + (high - low) * i / 1000, 6))
    return st.one_of(steps, steps, st.floats(low, high, allow_subnormal=False))


@st.composite
def quantities(draw: DrawFn, low: float, high: float) -> Any:
    """Draw a quantity between two bounds, of any shape, as people write it; sometimes with a basis."""
    shape = draw(
        st.sampled_from(("known", "known", "value", "pert", "uniform", "quantiles", "normal", "choices"))
    )
    a, b, c = sorted(draw(st.tuples(*[numbers(low, high)] * 3)))
    if shape == "known":
        return a
    forms: dict[str, Document] = {
        "value": {"value": a},
        "pert": {"min": a, "likely": b, "max": c},
        "uniform": {"low": a, "high": c},
        "quantiles": {"p10": a, "p50": b, "p90": c},
        "normal": {"mean": b, "sd": (c - a) / 4},
        "choices": {"choices": {plainly(a): 0.25, plainly(c): 0.75} if a < c else {plainly(a): 1}},
    }
    basis = draw(st.lists(st.sampled_from(STATEMENTS), max_size=2, unique=True))
    return forms[shape] | ({"basis": basis} if basis else {})


@st.composite
def days(draw: DrawFn, first: dt.date, last: dt.date) -> Any:
    """Draw a day that is known, or a quantity of days."""
    between = st.dates(first, last).map(str)
    a, b, c = sorted(draw(st.tuples(between, between, between)))
    choices = {a: 0.4, c: 0.6} if a < c else {a: 1}
    forms = (a, {"min": a, "likely": b, "max": c}, {"low": a, "high": c}, {"choices": choices})
    return draw(st.sampled_from(forms))


def shares(low: float = 0.0, high: float = 1.0) -> SearchStrategy[Any]:
    """Draw a share as a quantity, or in percent."""
    percent = st.integers(round(low * 100), round(high * 100)).map(lambda n: f"{n}%")
    return st.one_of(percent, quantities(low, high))
