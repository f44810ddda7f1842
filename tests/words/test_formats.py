import datetime as dt
from math import inf, nan

import pytest

from cadre.brief.number import stored
from cadre.words import Catalogue, Formats, Language
from cadre.words.criteria import title_of

ENGLISH, FRENCH, ARABIC = (Formats(Catalogue(language), "EUR") for language in ("en", "fr", "ar"))


@pytest.mark.parametrize(
    ("expected", "value", "unit"),
    [
        ("EUR 120 M", 123_456_789, "money"),
        ("EUR 1.2 M", 1_234_567, "money"),
        ("EUR 1 M", 999_999, "money"),
        ("EUR 46 k", 45_678, "money"),
        ("EUR 0", 0, "money"),
        ("65 %", 0.649, "share"),
        ("<1 %", 0.001, "share"),
        (">99 %", 0.999, "share"),
        ("0 %", 0.0, "share"),
        ("100 %", 1.0, "share"),
        ("−26 %", -0.26, "share"),
        ("0 %", -0.001, "share"),
        ("1,235", 1234.6, "posts"),
        ("1,200", 1234.6, "person-weeks"),
        ("2.6", 2.57, "ratio"),
        ("5", 4.98, "years"),
        ("2.5", 2.49, "years"),
        ("not known", inf, "money"),
        ("not known", nan, "share"),
    ],
)
def test_numbers_are_rounded_as_people_read_them(expected: str, value: float, unit: str) -> None:
    assert expected == ENGLISH.number(value, unit)


@pytest.mark.parametrize(
    ("expected", "low", "high", "unit"),
    [
        ("80–160 M", 8.04e7, 1.6e8, "money"),
        ("0.8–12 M", 8e5, 1.2e7, "money"),
        ("18–37", 0.18, 0.37, "share"),
        ("−44 to −12", -0.44, -0.12, "share"),
        ("12", 12.2, 11.9, "posts"),
        ("5 M", 5.01e6, 5.02e6, "money"),
    ],
)
def test_ranges_say_the_unit_once_and_one_number_where_both_ends_look_the_same(
    expected: str, low: float, high: float, unit: str
) -> None:
    assert expected == ENGLISH.range(low, high, unit)


def test_stored_numbers_have_ten_digits_and_nothing_that_json_cannot_hold() -> None:
    assert 0.3333333333 == stored(1 / 3)
    assert 0.0 == stored(-0.0)
    assert stored(inf) is None
    assert stored(nan) is None


@pytest.mark.parametrize(
    ("expected", "value"), [("0", 0.0), ("<0.01", 0.002), ("0.021", 0.0211), ("2", 2.04), ("−1.5", -1.5)]
)
def test_points_of_value_are_never_rounded_to_nothing(expected: str, value: float) -> None:
    assert expected == ENGLISH.number(value, "value points")


@pytest.mark.parametrize(
    ("expected", "value", "unit"),
    [
        ("1,2 M EUR", 1_234_567, "money"),
        ("65 %", 0.649, "share"),
        ("12 345", 12345, "people"),
        ("2,5", 2.49, "years"),
        ("−1,5", -1.5, "ratio"),
        ("<0,01", 0.002, "value points"),
        ("inconnu", nan, "share"),
    ],
)
def test_french_numbers_are_written_as_french_writes_them(expected: str, value: float, unit: str) -> None:
    assert expected == FRENCH.number(value, unit)


@pytest.mark.parametrize(
    ("expected", "value", "unit"),
    [
        ("1.2 مليون\u200f \u200b\u2066EUR\u2069", 1_234_567, "money"),
        ("65\u200e%\u200e\u200f", 0.649, "share"),
        ("\u200e<1\u200e%\u200e\u200f", 0.001, "share"),
        ("12,345", 12345, "people"),
        ("\u200e−1.5", -1.5, "ratio"),
        ("غير معروف", nan, "share"),
    ],
)
def test_arabic_numbers_have_latin_digits_and_signs_to_their_left(
    expected: str, value: float, unit: str
) -> None:
    assert expected == ARABIC.number(value, unit)


def test_arabic_days_ranges_and_lists_are_written_as_arabic_writes_them() -> None:
    assert "14 فبراير 2018" == ARABIC.day(dt.date(2018, 2, 14))
    assert "1 فبراير 2018" == ARABIC.day(dt.date(2018, 2, 1))
    assert "0.8–12 مليون" == ARABIC.range(8e5, 1.2e7, "money")
    assert "a وb وc" == ARABIC.every("abc")


def test_days_and_lists_are_written_as_the_language_writes_them() -> None:
    day = dt.date(2018, 2, 14)
    assert ("14 Feb 2018", "14 févr. 2018") == (ENGLISH.day(day), FRENCH.day(day))
    first = dt.date(2018, 2, 1)
    assert ("1 Feb 2018", "1er févr. 2018") == (ENGLISH.day(first), FRENCH.day(first))
    assert ("a, b and c", "a, b et c") == (ENGLISH.every("abc"), FRENCH.every("abc"))
    assert ("a or b", "a ou b") == (ENGLISH.either("ab"), FRENCH.either("ab"))
    assert "spring 2018" == ENGLISH.day("spring 2018")


@pytest.mark.parametrize(
    ("language", "years", "title"),
    [
        ("en", 1.0, "Minimum levels held 1 year after exit"),
        ("en", 1.5, "Minimum levels held 1.5 years after exit"),
        ("fr", 1.0, "Seuils qui tiennent 1 an après la sortie"),
        ("fr", 2.0, "Seuils qui tiennent 2 ans après la sortie"),
    ],
)
def test_one_year_is_one_in_the_title_of_a_criterion(language: Language, years: float, title: str) -> None:
    assert title == title_of("lasting", Formats(Catalogue(language)), years)
