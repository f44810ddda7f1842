"""Marks follow from the numbers in a table: a column, a row or a table is of an option where all are."""

from __future__ import annotations

from cadre.brief.compose import read
from cadre.brief.content import Table, Words
from cadre.brief.marks import NOBODY, marks_of
from cadre.brief.number import Cited
from cadre.brief.register.subjects import compared_in, subjects_of
from cadre.brief.subjects import NumberSubject
from tests.brief import by_hand

SUBJECTS = {
    "a.cost": NumberSubject("A", "cost"),
    "b.cost": NumberSubject("B", "cost"),
    "a.years": NumberSubject("A", "years"),
    "b.years": NumberSubject("B", "years"),
}
HEADS = {"Option A": "A", "Option B": "B", "A": "A", "B": "B"}


def table(columns: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    """A table whose cells cite the numbers that they are named for."""

    def cell(text: str) -> Words:
        return (Cited(text, "1"),) if text in SUBJECTS else (text,)

    made = tuple(tuple(cell(text) for text in row) for row in rows)
    return Table("t", "", columns, tuple(1 for _ in columns), made)


def test_columns_of_options_and_rows_of_criteria_are_found_by_their_numbers() -> None:
    marks = marks_of(
        table(("", "one", "other"), ("Cost", "a.cost", "b.cost"), ("Years", "a.years", "b.years")),
        SUBJECTS,
        {},
    )
    assert (NOBODY, NumberSubject("A"), NumberSubject("B")) == marks.columns
    assert (NumberSubject("", "cost"), NumberSubject("", "years")) == marks.rows
    assert NOBODY == marks.whole


def test_rows_of_options_and_columns_of_criteria_are_found_by_their_numbers() -> None:
    marks = marks_of(
        table(("", "Cost", "Years"), ("first", "a.cost", "a.years"), ("second", "b.cost", "b.years")),
        SUBJECTS,
        {},
    )
    assert (NOBODY, NumberSubject("", "cost"), NumberSubject("", "years")) == marks.columns
    assert (NumberSubject("A"), NumberSubject("B")) == marks.rows


def test_a_table_of_one_option_is_so_as_a_whole_and_keeps_its_columns() -> None:
    marks = marks_of(table(("", "x"), ("Cost", "a.cost"), ("Years", "a.years")), SUBJECTS, {})
    assert NumberSubject("A") == marks.whole
    assert {""} == {column.option for column in marks.columns}


def test_without_numbers_headings_and_first_cells_that_name_an_option_tell() -> None:
    columns = marks_of(
        table(("", "Option A", "Option B"), ("Size", "small", "large")), SUBJECTS, HEADS
    ).columns
    assert (NOBODY, NumberSubject("A"), NumberSubject("B")) == columns
    rows = marks_of(table(("Letter", "Title"), ("A", "small"), ("B", "large")), SUBJECTS, HEADS).rows
    assert (NumberSubject("A"), NumberSubject("B")) == rows


def test_what_is_of_both_options_is_of_neither() -> None:
    cost: Words = (Cited("a.cost", "1"), " ", Cited("b.cost", "2"))
    marks = marks_of(Table("t", "", ("", "x"), (1, 1), ((("Both",), cost),)), SUBJECTS, {})
    assert (NOBODY, NumberSubject("", "cost")) == (marks.whole, marks.rows[0])


def test_numbers_of_the_study_know_their_option_and_criterion() -> None:
    context = read(by_hand.study())
    found = subjects_of(context.view, context.numbers)
    assert NumberSubject("A", "cost") == found["option.rotating.small.cost"]
    assert NumberSubject("C") == found["option.standing.large.manned"]
    assert "replications" not in found


def test_any_two_options_are_compared_by_every_criterion_as_it_is_shown() -> None:
    context = read(by_hand.study())
    compared = compared_in(context.view, context.numbers)
    criteria = [criterion.id for criterion in context.view.study.comparison.criteria]
    assert criteria == list(compared.criteria) == list(compared.yields)
    assert {"0", "A", "B", "C"} == set(compared.options) == set(compared.yields["cost"])
    assert context.numbers.with_range("option.rotating.small.cost").text == compared.yields["cost"]["A"]
    for one, other in compared.alike:
        pair = [shown for shown in context.view.options if shown.letter in {one, other}]
        assert not context.view.are_distinguishable(*pair)
