"""Whatever the order of columns, the words of headings, the spelling of a country: one offer, or none."""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale, localedata
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.nations import Party
from cadre.mission_files import read_mission
from cadre.mission_files.days import LANGUAGES, days_in
from cadre.mission_files.folding import fold
from cadre.replies.changes import changes_of
from cadre.replies.columns import NOTHING, tables_in
from cadre.replies.findings import Known
from cadre.replies.likeness import likeness, lists_of
from cadre.replies.nations import countries_of, party_of
from cadre.replies.rows import read_rows
from cadre.replies.sheets import read_reply
from cadre.replies.terms import NotUnderstood, count_in
from tests.replies.as_they_come import police_mission

ROW = {
    "party": "Norway",
    "role": "Police trainer",
    "people": "4",
    "begins": "2027-03-01",
    "ends": "2027-08-31",
    "state": "pledged",
    "remarks": "as agreed",
    "nothing": "7",
}
IN_FIVE = ("en", "fr", "de", "es", "it")
AMBIGUOUS = ("numero", "nombre")
"""Words that mean a count in one language and a number or a name in another."""


@cache
def mission() -> Mission:
    with tempfile.TemporaryDirectory() as folder:
        return read_mission(police_mission(Path(folder) / "mission"))


def names_of(column: str, language: str) -> list[str]:
    names = [str(name) for name in lists_of("headings.yaml")[column][language]]
    return [name for name in names if fold(name) not in AMBIGUOUS]


@st.composite
def sheets(draw: st.DrawFn) -> str:
    language = draw(st.sampled_from(IN_FIVE))
    order = draw(st.permutations(list(ROW)))
    headings = [draw(st.sampled_from(names_of(column, language))) for column in order]
    write = draw(st.sampled_from(["upper", "title", "lower"]))
    written = [str(getattr(heading, write)()) for heading in headings]
    sign = draw(st.sampled_from([";", "\t", ","]))
    above = draw(st.sampled_from(["", "Offer for the police school\n\n", sign * 7 + "\n"]))
    rows = [written, [ROW[column] for column in order]]
    return above + "".join(sign.join(f'"{cell}"' for cell in row) + "\n" for row in rows)


@settings(max_examples=150, deadline=None)
@given(sheets())
def test_any_order_of_columns_and_any_known_heading_gives_the_same_offer(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reply.csv"
        file.write_text(text, "utf-8")
        (page,) = read_reply(file).pages
    (table,) = tables_in(page, {})
    found = read_rows(table, mission(), Known(), None)
    assert [] == found.faults
    assert {
        "party": "norway", "role": "police-trainer", "people": 4, "state": "pledged",
        "begins": dt.date(2027, 3, 1), "ends": dt.date(2027, 8, 31),
    } == dict(found.offers[0].record)  # fmt: skip
    assert ("as agreed",) == found.offers[0].remarks


@pytest.mark.parametrize("column", list(lists_of("headings.yaml")))
def test_no_heading_means_two_columns_in_one_language(column: str) -> None:
    for language in IN_FIVE:
        for other in lists_of("headings.yaml"):
            if other != column:
                shared = {fold(n) for n in names_of(column, language)} & {
                    fold(n) for n in names_of(other, language)
                }
                assert set() == shared, (language, column, other)


# ---- countries in the languages of CLDR


@cache
def spellings() -> tuple[tuple[str, str], ...]:
    """Return each name of each country that a party might be, in every language that CLDR has."""
    pairs = {
        (name, code)
        for locale in localedata.locale_identifiers()
        for code, name in localedata.load(locale)["territories"].items()
        if len(code) == 2 and code.isalpha()
    }
    return tuple(sorted(pairs))


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([str, str.upper, str.lower, lambda text: f"  {text} "]))
def test_any_spelling_of_a_country_in_any_language_is_its_party_or_is_asked(
    number: int, written: Any
) -> None:
    name, code = spellings()[number % len(spellings())]
    title = Locale("en").territories[code]
    others = {"other": Party(title="Norway" if code != "NO" else "Chile")}
    found = party_of(written(name), {"it": Party(title=title), **others})
    if len(countries_of(name)) == 1:
        assert found is not None
        assert "it" == found.name
    else:
        assert found is None or "it" == found.name


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_country_is_never_taken_for_another_one(one: int, other: int) -> None:
    name, code = spellings()[one % len(spellings())]
    _, wrong = spellings()[other % len(spellings())]
    if wrong in countries_of(name) or code == wrong:
        return
    assert party_of(name, {"wrong": Party(title=Locale("en").territories[wrong])}) is None


@pytest.mark.parametrize(
    ("slip", "right", "wrong"),
    [
        ("Germnay", "Germany", "Guernsey"),
        ("Slovnia", "Slovenia", "Slovakia"),
        ("Switzerlnd", "Switzerland", "Sweden"),
        ("Kingdom of Norway", "Norway", "Sweden"),
        ("Ministry of Defence, Italy", "Italy", "Spain"),
        ("NOR", "Norway", "Sweden"),
        ("République française", "France", "Italy"),
        ("Türkei", "Turkey", "Greece"),
    ],
)
def test_slips_and_long_names_are_the_nearest_country(slip: str, right: str, wrong: str) -> None:
    found = party_of(slip, {"right": Party(title=right), "wrong": Party(title=wrong)})
    assert found is not None
    assert "right" == found.name


def test_a_slip_that_is_as_near_to_another_country_is_asked() -> None:
    assert party_of("Austrlia", {"right": Party(title="Australia"), "wrong": Party(title="Austria")}) is None


@pytest.mark.parametrize(
    "pair",
    [("Niger", "Nigeria"), ("Guinea", "Papua New Guinea"), ("Mali", "Malawi"), ("Sudan", "South Sudan")],
)
def test_names_within_names_are_kept_apart(pair: tuple[str, str]) -> None:
    first, second = pair
    assert party_of(second, {"first": Party(title=first)}) is None
    assert party_of(f"Republic of {second}", {"first": Party(title=first)}) is None


# ---- days and counts


@settings(max_examples=300, deadline=None)
@given(st.dates(dt.date(2000, 1, 1), dt.date(2050, 12, 31)), st.sampled_from(LANGUAGES), st.data())
def test_a_day_with_the_name_of_its_month_is_that_day_in_every_language(
    day: dt.date, language: str, data: Any
) -> None:
    context, width = data.draw(
        st.sampled_from([("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")])
    )
    month = Locale(language).months[context][width][day.month]
    if fold(month).isdigit() or not fold(month) or any(c.isdigit() for c in month):
        return
    form = data.draw(
        st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}. {m} {y}", "{y} {m} {d}", "{d}-{m}-{y}"])
    )
    text = form.format(d=day.day, m=month, y=day.year)
    found = days_in(text)
    assert not found or day in found, text
    if len(fold(month).split()) == 1:
        assert found, text


@given(st.dates(dt.date(2000, 1, 1), dt.date(2050, 12, 31)))
def test_numbers_alone_are_one_day_or_both_readings(day: dt.date) -> None:
    assert (day,) == days_in(day.isoformat())
    assert (day,) == days_in(f"{day:%d.%m.%Y}")
    assert (day,) == days_in((day - dt.date(1899, 12, 30)).days)
    assert (day,) == days_in(f"{day:%d/%m/%Y}", "day-first")
    assert (day,) == days_in(f"{day:%m/%d/%Y}", "month-first")
    both = days_in(f"{day:%d/%m/%Y}")
    assert day in both
    assert (1 if day.day > 12 or day.day == day.month else 2) == len(both)


@given(
    st.integers(0, 999),
    st.sampled_from(["{}", "{} pax", "{} personnes", "{} x", "{} Personen", "x {}", "{}.0"]),
)
def test_a_count_with_its_word_is_that_count(number: int, form: str) -> None:
    assert number == count_in(form.format(number))


@given(st.text(max_size=12))
def test_any_other_text_is_a_whole_number_or_not_understood(text: str) -> None:
    try:
        count = count_in(text)
    except NotUnderstood:
        return
    assert count >= 0
    assert isinstance(count, int)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_between_none_and_the_same_and_the_same_either_way(one: str, other: str) -> None:
    first, second = fold(one), fold(other)
    assert 0 <= likeness(first, second) <= 100
    assert (likeness(first, second) == 100) == (first == second)
    assert likeness(first, second) == pytest.approx(likeness(second, first))


def test_the_columns_that_replies_have_are_told_apart_from_those_that_nobody_reads() -> None:
    assert NOTHING in lists_of("headings.yaml")


# ---- whatever stands in a sheet


ODD = """
Norway|Police trainer|4|1 March 2027|01/03/2027|pledged|Total|-|#N/A|Role|People|Begins|Ends|State
Country|2027|any|99999999999999999999|1e400|٤|from to|Place|not in Northern station|0|Remarks
Period|1 - 2|March - |\u202e|½|²|31.2.2027
99999999 years|0 days|half a year|6|Duration|Tour|1.5 months|Q1 2027
0000-00-00|1/1/1|not in |Sgt - Capt|Klingon|(3)
"""
CELLS = st.one_of(
    st.text(max_size=12), st.sampled_from([word for word in ODD.replace("\n", "|").split("|") if word])
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=8), st.booleans())
def test_whatever_stands_in_a_sheet_is_an_offer_or_told_and_never_ends_the_program(
    rows: list[list[str]], headed: bool
) -> None:
    head = [["Country", "Role", "People", "Begins", "Duration", "State", "Place"]] if headed else []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reply.csv"
        with file.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            csv.writer(stream).writerows(head + rows)
        if not file.read_text("utf-8").strip():
            return
        try:
            (page,) = read_reply(file).pages
        except BadInput:
            return
    for table in tables_in(page, {}):
        found = read_rows(table, mission(), Known(), None)
        changes_of(found.offers, mission(), {})
        for offer in found.offers:
            assert offer.record["people"] >= 1
            assert offer.record["begins"] <= offer.record["ends"]
            assert offer.record["party"] in mission().parties
            assert offer.record["role"] in mission().roles
