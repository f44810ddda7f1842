import re

import pytest

from cadre.brief.compose import read
from cadre.brief.content import Brief, Small, Strong, sections, texts
from cadre.brief.context import Context
from cadre.brief.numbers import Cited, Numbers
from cadre.brief.said import Said, cite, figures, numbers_of
from cadre.words import Catalogue, Formats
from tests.brief import by_hand
from tests.brief.reading_aloud import aloud

WRITTEN_BY_PEOPLE = ("known", "ledger", "assumptions", "figures", "levers")
"""Sections that repeat what people wrote under an id of its own: statements, figures of the pack, choices."""
NO_NUMBER_OF_THE_STUDY = re.compile(
    r"\d{1,2} [A-Z][a-z]{2} \d{4}"  # days
    r"|in 8 of 10|in 9 of 10|80 % range|95 % interval"  # what a range is
    r"|^\d[:\n ]|option 0 |^0$|^[AL]\d+$"  # doing nothing by its number, statements by their id
    r"|[Ff]loors that hold \d+ years after exit|SMAA-2|points of 100"  # titles, a method, a scale
    r"|; \d+ more|a standing command alone needs 60 posts|at most \d+ people"  # lists, and people's own words
)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([(41.1e6, "money"), (0.7, "as said")], "costs EUR 41.1 M more and reaches 0.7 points less"),
        ([(9934, "person-weeks"), (101, "posts")], "puts 9,934 person-weeks more at risk, needs 101 posts"),
        ([(0.8, "share")], "fewer than 80 % of them"),
        ([(8, "as said"), (80, "as said")], "Bomb-disposal teams by 2020-08-31: 8 of 80"),
        ([(3, "as said"), (2, "as said")], "3 offers for this role: 2 only from 1 Apr 2019"),
        ([], "dominated by “90 posts, 2 years, no command”, see L17 and eod-1@camp/3"),
        ([(131, "as said"), (170, "as said"), (1, "as said")], "no ward in weeks 131-170 (1 short)"),
        ([(150e6, "money")], "cost at most EUR 150 M"),
        ([(307, "as said"), (0.75, "share")], "officers a year under 307, share posted under 75 %"),
    ],
)
def test_figures_of_a_sentence_are_found_with_their_unit(expected: list[object], text: str) -> None:
    assert expected == [(pytest.approx(figure.value), figure.unit) for figure in figures(text)]


def test_a_sentence_is_said_again_with_every_figure_cited() -> None:
    said = Said(
        "said.x", "x", "needs 101 posts more and reaches 0.7 points less", "by hand", ("mission.horizon",)
    )
    numbers = Numbers(Formats(Catalogue(), "EUR"))
    for number in numbers_of(said, Catalogue()):
        numbers.add(number)
    told = cite(said, numbers)
    assert said.text == aloud(told)
    assert ["said.x.1", "said.x.2"] == [piece.id for piece in told if isinstance(piece, Cited)]
    assert "x: needs 101 posts more and reaches 0.7 points less" == numbers.label(numbers["said.x.1"])


def test_why_an_option_is_dominated_follows_from_the_numbers_of_both(context: Context) -> None:
    dominated = [shown for shown in context.reading.options if shown.dominated is not None]
    for shown in dominated:
        number = context.numbers[f"option.{shown.id}.said.dominated.1"]
        assert f"option.{shown.id}.cost" in number.inputs
        assert number.basis


def test_no_figure_of_the_study_stands_in_the_text_without_an_id(brief: Brief) -> None:
    loose = [
        (section.id, piece)
        for section in sections(brief)
        if section.id not in (*WRITTEN_BY_PEOPLE, "method", "origin")
        for text in texts([section])
        for piece in (p.text if isinstance(p, Small | Strong) else p for p in text)
        if isinstance(piece, str) and re.search(r"\d", NO_NUMBER_OF_THE_STUDY.sub("", piece))
    ]
    assert [] == [found for found in loose if found[0] != "decision"]


def test_the_check_for_loose_figures_finds_one() -> None:
    assert re.search(r"\d", NO_NUMBER_OF_THE_STUDY.sub("", "plans to miss 17 of 18 targets"))


def test_sentences_are_registered_the_same_way_each_time(context: Context) -> None:
    again = read(by_hand.study())
    assert context.sentences == again.sentences
    assert [number.id for number in context.numbers] == [number.id for number in again.numbers]
