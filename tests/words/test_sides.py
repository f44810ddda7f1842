"""Which way texts run, and what keeps the two ways apart."""

from __future__ import annotations

import pytest

from cadre.words import Catalogue, Language, Side
from cadre.words.sides import CLOSES, OPENS_LTR, OPENS_RTL, drawn, marked, own_side, side_of, without_isolates

NAME = f"{OPENS_LTR}Camp North{CLOSES}"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("rtl", "الخيار A"),
        ("ltr", "A الخيار"),
        ("rtl", "12–18"),
        ("rtl", f"{NAME} في"),
        ("ltr", f"{NAME} 12"),
        ("rtl", "\u200e−12 مليون"),
    ],
)
def test_a_text_runs_as_its_first_letter_does_those_in_isolates_last(expected: Side, text: str) -> None:
    assert expected == side_of(text, "rtl")


@pytest.mark.parametrize(
    ("expected", "text", "language"),
    [
        ("rtl", f"{NAME}: الموقع", "ar"),
        ("ltr", "Camp North", "ar"),
        ("ltr", f"from {OPENS_RTL}1 يوليو 2020{CLOSES}", "ar"),
        ("rtl", "A: التكلفة", "ar"),
        ("ltr", "التكلفة", "fr"),
    ],
)
def test_a_text_of_a_document_runs_as_its_language_where_it_has_a_letter_of_it(
    expected: Side, text: str, language: Language
) -> None:
    assert expected == own_side(text, language)


def test_what_is_filled_in_stands_between_isolates_where_it_runs_the_other_way() -> None:
    arabic = Catalogue("ar")
    assert f"{OPENS_LTR}Camp (North).{CLOSES} (تتمة)" == arabic.text(
        "common.continued", title="Camp (North)."
    )
    assert "الموقع (تتمة)" == arabic.text("common.continued", title="الموقع")
    assert "من 3 إلى 7" == arabic.text("common.from-to", low="3", high=7)
    things = arabic.pieces("decision.excluded", what=("a", "b"))
    assert (OPENS_LTR, "a", "b", CLOSES) == tuple(things[1:5])


def test_a_message_that_a_language_lacks_keeps_what_is_filled_in_apart_the_other_way() -> None:
    message = Catalogue("ar").text("cli.no-command", command="1 يوليو 2020")
    assert f"{OPENS_RTL}1 يوليو 2020{CLOSES}" in message
    assert "ltr" == own_side(message, "ar")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_languages_that_run_left_to_right_need_no_isolates(language: Language) -> None:
    told = Catalogue(language).text("common.continued", title="الموقع and Camp")
    assert told == without_isolates(told)


def test_programs_without_isolates_get_embeddings_with_marks_around_them() -> None:
    assert "في \u200f\u202aCamp North\u202c\u200f." == marked(f"في {NAME}.", "rtl")
    assert "in Camp North." == marked(f"in {NAME}.", "ltr")
    assert "a \u200e\u202bب \u200f\u202ac\u202c\u200f\u202c\u200e" == marked(
        f"a {OPENS_RTL}ب {OPENS_LTR}c{CLOSES}{CLOSES}", "ltr"
    )


def test_drawn_texts_are_whole_where_they_run_right_to_left() -> None:
    assert (f"{OPENS_RTL}التكلفة{CLOSES}", "cost") == (drawn("التكلفة"), drawn("cost"))
