"""Every figure of the study that the brief shows is a number with an id; reasons are no exception."""

import re
from dataclasses import replace

from cadre.brief.compose import read
from cadre.brief.content import Brief, Small, Strong, sections, texts
from cadre.brief.context import Context
from cadre.decision.types import Dominated
from cadre.differences import difference
from cadre.reasons.decision import WorseThan
from cadre.study import Study
from tests.brief import by_hand

WRITTEN_BY_PEOPLE = ("known", "ledger", "assumptions", "figures", "levers")
"""Sections that repeat what people wrote under an id of its own: statements, figures of the pack, choices."""
NO_NUMBER_OF_THE_STUDY = re.compile(
    r"\d{1,2} [A-Z][a-z]{2} \d{4}"  # days
    r"|in 8 of 10|in 9 of 10|80 % range|95 % interval"  # what a range is
    r"|^\d[:\n ]|option 0 |^0$|^[AL]\d+$"  # doing nothing by its number, statements by their id
    r"|[Mm]inimum levels held \d+ years after exit|SMAA-2|points of 100"  # titles, a method, a scale
    r"|^(?:19|20)\d{2}$"  # years at the head of a row
    r"|; \d+ more|a standing command alone needs 60 posts|at most \d+ people"  # lists, and people's own words
)


def test_why_an_option_is_dominated_follows_from_the_numbers_of_both(study: Study) -> None:
    why = WorseThan("rotating.small", (difference("cost", 1e6), difference("outcome", -0.1)))
    worse = Dominated("standing.large", "rotating.small", 1, why)
    context = read(replace(study, comparison=replace(study.comparison, dominated=(worse,))))
    key = "option.standing.large.said.dominated"
    found = [number for number in context.numbers if number.id.startswith(f"{key}.")]
    assert [f"{key}.worse.1.by", f"{key}.worse.2.by"] == [number.id for number in found]
    assert [(1e6, "money"), (10.0, "points")] == [(number.value, number.unit) for number in found]
    for number in found:
        assert {"option.standing.large.cost", "option.rotating.small.cost"} <= set(number.inputs)
        assert number.basis


def test_no_figure_of_the_study_stands_in_the_text_without_an_id(brief: Brief) -> None:
    loose = [
        (section.id, piece)
        for section in sections(brief)
        if section.id not in (*WRITTEN_BY_PEOPLE, "method", "origin", "rest")
        for text in texts([section])
        for piece in (p.text if isinstance(p, Small | Strong) else p for p in text)
        if isinstance(piece, str) and re.search(r"\d", NO_NUMBER_OF_THE_STUDY.sub("", piece))
    ]
    assert [] == [found for found in loose if found[0] != "decision"]


def test_the_check_for_loose_figures_finds_one() -> None:
    assert re.search(r"\d", NO_NUMBER_OF_THE_STUDY.sub("", "plans to miss 17 of 18 targets"))


def test_reasons_are_registered_the_same_way_each_time(context: Context) -> None:
    again = read(by_hand.study())
    assert context.reasons == again.reasons
    assert [number.id for number in context.numbers] == [number.id for number in again.numbers]
