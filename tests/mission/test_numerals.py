"""Numbers as people write them: the one number that a text can mean, or a refusal with every reading."""

from __future__ import annotations

import contextlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from cadre.mission.numerals import FORMS, NumberForm, Unclear, WrittenFloat, number_of
from tests.mission.records import FIELDS, reader_of

SPACES = " \u00a0\u202f\u2009"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("0,125", 0.125), ("0.005", 0.005), ("12,5", 12.5), ("1,5", 1.5), ("85.000,00", 85000)],
        *[("1.250.000", 1250000), ("1,234.5", 1234.5), ("1 250", 1250), ("1\u00a0250,5", 1250.5)],
        *[("1'250.5", 1250.5), ("1\u2019250", 1250), ("12,34,567", 1234567), ("-3", -3), ("\u22123", -3)],
        *[
            ("\u0661\u066b\u0665", 1.5),
            ("1e3", 1000),
            ("1.125e0", 1.125),
            (".5", 0.5),
            (",5", 0.5),
            ("7.", 7),
        ],
        *[("1250", 1250), ("1_250", 1250), ("40\u202f000", 40000), ("1.2500", 1.25), ("0,500", 0.5)],
    ],
)
def test_a_text_that_means_one_number_is_that_number(text: str, number: float) -> None:
    assert number == number_of(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        *[
            ("1,250", (1.25, 1250)),
            ("1.250", (1.25, 1250)),
            ("85.000", (85, 85000)),
            ("-1,250", (-1250, -1.25)),
        ],
    ],
)
def test_a_text_that_means_two_numbers_is_refused_with_both(text: str, values: tuple[float, ...]) -> None:
    with pytest.raises(Unclear) as refused:
        number_of(text)
    assert values == refused.value.values


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        ".",
        ",",
        "1,25,5",
        "1.25.5",
        "1 25",
        "0,125,000",
        "1,250.000,5",
        "1 250.000 000",
        "one",
        "1,,250",
    ],
)
def test_a_text_that_means_no_number_is_refused_without_a_reading(text: str) -> None:
    with pytest.raises(Unclear) as refused:
        number_of(text)
    assert () == refused.value.values


@pytest.mark.parametrize(
    ("form", "text", "number"),
    [
        *[("1,234.5", "1,250", 1250), ("1,234.5", "1.250", 1.25), ("1.234,5", "1.250", 1250)],
        *[("1.234,5", "1,250", 1.25), ("1 234,5", "1,250", 1.25), ("1'234.5", "1.250", 1.25)],
    ],
)
def test_a_form_that_was_said_decides(form: NumberForm, text: str, number: float) -> None:
    assert number == number_of(text, form)


@pytest.mark.parametrize(("form", "text"), [("1.234,5", "0.5"), ("1,234.5", "0,5"), ("1 234,5", "0.50")])
def test_what_does_not_fit_a_form_that_was_said_is_what_it_can_only_mean(form: NumberForm, text: str) -> None:
    assert 0.5 == number_of(text, form)


def test_what_does_not_fit_a_form_that_was_said_and_means_two_numbers_is_refused() -> None:
    with pytest.raises(Unclear):
        number_of("1.250", "1 234,5")


def grouped(whole: int, sign: str) -> str:
    return f"{whole:,}".replace(",", sign)


@st.composite
def written(draw: st.DrawFn) -> tuple[str, NumberForm, float]:
    """Draw a number, a form, and how it is written in it."""
    whole, part = draw(st.integers(0, 10**9)), draw(st.text("0123456789", max_size=6))
    form, minus = draw(st.sampled_from(FORMS)), draw(st.sampled_from(["", "-"]))
    between = draw(st.sampled_from(SPACES)) if form[1] == " " else form[1]
    digits = f"{whole:,}".replace(",", between) if draw(st.booleans()) else str(whole)
    text = minus + digits + (f"{form[-2]}{part}" if part else "")
    return text, form, float(f"{minus}{whole}.{part or 0}")


@given(written())
def test_what_is_written_in_any_form_is_read_as_that_number_or_refused(
    what: tuple[str, NumberForm, float],
) -> None:
    text, form, number = what
    assert number == number_of(text, form)
    assert number in _readings(text)


def _readings(text: str) -> tuple[float, ...]:
    """Return what a text may mean where nobody said how numbers are written."""
    try:
        return (number_of(text),)
    except Unclear as unclear:
        return unclear.values


@given(st.text(max_size=12))
def test_no_text_ends_it(text: str) -> None:
    with contextlib.suppress(Unclear):
        number_of(text)


def test_a_number_of_a_file_keeps_what_was_written() -> None:
    number = WrittenFloat("1.250")
    assert (1.25, "1.250") == (number, number.text)
    assert "1.250" == pickle.loads(pickle.dumps(number)).text


ANYTHING = {"set", "only_if"}
"""Read where it is put, and names of choices."""
BOUNDED = {"least_days", "credibility"}
"""Whole numbers below ten: 3.000 can be no three thousand there."""


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
def test_no_field_reads_a_number_that_means_two(record: type[BaseModel], name: str) -> None:
    """What stands without quotes, such as 1.250, is refused wherever a number may stand, or is none there."""
    reader = reader_of(record, name)
    for text in ("1.250", "85.000", *(() if name in BOUNDED else ("3.000",))):
        number = WrittenFloat(text)
        for written in (
            number,
            [number],
            {"a": number},
            {"2020-01-06": number},
            {"low": number, "high": 1e5},
        ):
            with contextlib.suppress(ValidationError):
                assert name in ANYTHING, (written, reader.validate_python(written))


def test_the_fields_asked_hold_numbers_of_all_kinds() -> None:
    known = {(record.__name__, name) for record, name in FIELDS}
    assert {("SupportRule", "one_per"), ("Statement", "value"), ("Header", "horizon")} <= known
    assert 300 < len(FIELDS)
