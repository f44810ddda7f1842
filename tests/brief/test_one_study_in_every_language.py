"""One study in every language: figures, money and days are read back from the texts, and are the same.

What differs is words alone. Each text is read by the signs of its language (by Babel).
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections import Counter
from decimal import Decimal
from functools import cache
from html import unescape

import pytest
from babel.numbers import parse_decimal

from cadre.brief.compose import compose, read
from cadre.brief.content import sections, texts
from cadre.brief.writing import files_of
from cadre.words import LANGUAGES, Catalogue, Formats, Language
from tests.brief import by_hand
from tests.brief.reading_aloud import aloud

OTHERS = [language for language in LANGUAGES if language != "en"]
FIGURES: dict[Language, str] = {
    "en": r"\d[\d,]*(?:\.\d+)?",
    "fr": r"\d+(?:[\u202f\u00a0]\d{3})*(?:,\d+)?",
    "ar": r"\d[\d,]*(?:\.\d+)?",
}
SCALES = {"k": 1_000, "M": 1_000_000, "ألف": 1_000, "مليون": 1_000_000}
DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b")
MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
VERSIONS = re.compile(r"\d+\.\d+\.\d+")
"""Of programs, which no language writes otherwise."""
Figures = Counter[tuple[Decimal, str]]


def figures(text: str, language: Language, days: frozenset[dt.date]) -> Figures:
    """Return the figures of a text as numbers, shares apart; each day as one figure of eight digits."""
    text = VERSIONS.sub(" ", MARKS.sub("", text))
    formats = Formats(Catalogue(language))
    written = {MARKS.sub("", formats.day(day)): day for day in days}
    for said in sorted(written, key=len, reverse=True):
        text = text.replace(said, f" {written[said]:%Y%m%d} ")
    scales = "|".join(rf"{scale}\b" for scale in SCALES)
    found = re.finditer(rf"({FIGURES[language]})[ \u00a0]?(%|{scales})?", text)
    return Counter(
        (
            parse_decimal(one[1].rstrip(","), locale=language).normalize() * SCALES.get(one[2], 1),
            "%" if one[2] == "%" else "",
        )
        for one in found
    )


@cache
def told(language: Language) -> tuple[str, ...]:
    """Return every text of the brief by hand: pages and annexes."""
    return tuple(aloud(text) for text in texts(sections(compose(read(by_hand.study(), None, language)))))


@cache
def days() -> frozenset[dt.date]:
    """Return every day that the English texts name."""
    found = {day for text in told("en") for day in DAY.findall(text)}
    return frozenset(dt.datetime.strptime(day, "%d %b %Y").date() for day in found)


@cache
def written(language: Language) -> dict[str, str]:
    """Return what the finished files say, those whose text keeps the order of its words."""
    files = files_of(by_hand.study(), None, language)
    page = re.sub(
        r"<(script|style|svg|nav|form)\b.*?</\1>", " ", files["brief.html"].decode(), flags=re.DOTALL
    )
    return {
        "brief.html": unescape(re.sub(r"<[^>]+>", " ", page)),
        "brief.docx": _office(files["brief.docx"], r"word/document\.xml"),
        "brief.pptx": _office(files["brief.pptx"], r"ppt/slides/slide\d+\.xml"),
    }


def _office(file: bytes, names: str) -> str:
    """Return the text of an office document, a space after each paragraph."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        found = [parts.read(name).decode() for name in parts.namelist() if re.fullmatch(names, name)]
    bare = re.sub(r"<a:tableStyleId>.*?</a:tableStyleId>", " ", " ".join(found))
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"</[wa]:p>|<[wa]:(?:br|tab)\b", r" \g<0>", bare)))


@pytest.mark.parametrize("language", OTHERS)
def test_each_text_holds_the_same_figures_money_and_days_in_every_language(language: Language) -> None:
    pairs = zip(told("en"), told(language), strict=True)
    read_both = (
        (one, other, figures(one, "en", days()), figures(other, language, days())) for one, other in pairs
    )
    assert [] == [(one, other) for one, other, here, there in read_both if here != there]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("file", ["brief.html", "brief.docx", "brief.pptx"])
def test_finished_files_hold_the_same_figures_in_every_language(file: str, language: Language) -> None:
    """As often, but for the heads of a table that takes more slides in one language than in another."""
    here, there = (figures(written(one)[file], one, days()) for one in ("en", language))
    assert {*here} == {*there}
    assert file == "brief.pptx" or here == there


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "EUR 1.2 M (0.9–1.7 M), 63 % of 1,250 by 1 Jan 2019"),
        ("fr", "1,2\u00a0M\u00a0EUR (0,9–1,7\u00a0M), 63\u00a0% de 1\u202f250 au 1\u1d49\u02b3 janv. 2019"),
        ("ar", "1.2 مليون\u200f EUR (0.9–1.7 مليون)، 63\u200e%\u200e من 1,250 في 1 يناير 2019"),
    ],
)
def test_texts_are_read_by_the_signs_of_their_language(language: Language, text: str) -> None:
    day = dt.date(2019, 1, 1)
    text = text.replace("1\u1d49\u02b3 janv. 2019", Formats(Catalogue("fr")).day(day))
    expected = {(Decimal(1_200_000), ""), (Decimal("0.9"), ""), (Decimal(1_700_000), "")}
    expected |= {(Decimal(63), "%"), (Decimal(1250), ""), (Decimal(20190101), "")}
    assert expected == {*figures(text, language, frozenset({day}))}


def test_a_figure_that_a_language_shows_otherwise_is_found() -> None:
    here, there = (figures(text, "fr", frozenset()) for text in ("12,5\u00a0%", "1,25\u00a0%"))
    assert here != there
