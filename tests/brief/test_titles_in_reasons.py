"""Titles stand in reasons as planners wrote them, whatever words they are made of; they are never read.

With a choice called `more` page two once said *Option A fails option A often*, and a mission without levers
*No option A*: titles and ids were looked for in finished sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.brief.compose import compose, read, read_in
from cadre.brief.content import Words, sections, texts
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.pages.fails import fails_section
from cadre.decision.types import Dominated
from cadre.differences import difference
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import Option
from cadre.pipeline import Settings
from cadre.pipeline.studying import run_study
from cadre.reasons.decision import WorseThan
from cadre.screening import screen
from cadre.study import Study
from cadre.words import Catalogue, Language
from cadre.words.naming import inside
from tests.brief import by_hand
from tests.brief.reading_aloud import lines

CASES = Path(__file__).parent / "cases"
WORDS = (
    "more", "fewer", "option", "A", "B", "often", "none", "no", "fails", "the", "3", "5 of 8", "80 %",
    "EUR 2 M", "2019-01-01", "1 January 2019", "days", "points", "No mission", "“more”", "{ $by }", "<b>",
    "rotating.small", "\ue0001\ue001", "; and",
)  # fmt: skip
"""Words that sentences, ids and the catalogue itself use."""
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
Retitle = Callable[[str], str]


def paths_of(mission: Mission) -> list[str]:
    """Where the titles of levers and choices stand."""
    levers = [f"levers.{lever}" for lever in mission.levers]
    choices = [f"levers.{key}.choices.{c}" for key, lever in mission.levers.items() for c in lever.choices]
    return [*levers, *choices]


def retitled(study: Study, called: Mapping[str, str]) -> Study:
    """The study with other titles: by the path of a lever or a choice, or by the id of an option."""
    titles = {f"{path}.title": called[path] for path in paths_of(study.mission)}
    shorts = {f"{path}.short": called[path] for path in paths_of(study.mission) if ".choices." in path}
    mission = study.mission.changed({**titles, **shorts})

    def option(one: Option) -> Option:
        return replace(one, title=called[one.id], base=mission)

    return replace(
        study,
        mission=mission,
        shown=tuple(replace(p, option=option(p.option)) for p in study.shown),
        screened=tuple(replace(s, title=called[s.option]) for s in study.screened),
    )


@cache
def dominated() -> Study:
    """The study by hand with an option that is dominated."""
    study = by_hand.study()
    why = WorseThan("rotating.small", (difference("cost", 1e6), difference("outcome", -0.1)))
    worse = Dominated("standing.large", "rotating.small", 1, why)
    return replace(study, comparison=replace(study.comparison, dominated=(worse,)))


def places() -> list[str]:
    study = dominated()
    return [*paths_of(study.mission), *(s.option for s in study.screened)]


MARKS = {place: f"Xq{chr(97 + n)}x" for n, place in enumerate(places())}
"""Titles that no sentence holds."""


@cache
def with_marks(language: Language) -> dict[str, Words]:
    return said(read_in(Catalogue(language), retitled(dominated(), MARKS)))


def said(context: Context) -> dict[str, Words]:
    return {key: context.said(key) for key in context.reasons}


def text(piece: object) -> str:
    return piece if isinstance(piece, str) else str(getattr(piece, "text", ""))


def plain(words: Words) -> str:
    """Words as text, each cited number by its id and what it shows."""
    return "".join(f"[{p.id}={p.text}]" if isinstance(p, Cited) else text(p) for p in words)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    titles=st.lists(TITLES, min_size=len(MARKS), max_size=len(MARKS)), language=st.sampled_from(["en", "fr"])
)
def test_titles_stand_in_reasons_as_they_are_and_change_nothing_else(
    titles: list[str], language: Language
) -> None:
    called = dict(zip(MARKS, titles, strict=True))
    made = said(read_in(Catalogue(language), retitled(dominated(), called)))
    by_mark = {MARKS[place]: title for place, title in called.items()}
    by_mark |= {inside(MARKS[place]): inside(title) for place, title in called.items()}
    pattern = re.compile("|".join(map(re.escape, by_mark)))
    expected = with_marks(language)
    assert expected.keys() == made.keys()
    for key, words in expected.items():
        assert pattern.sub(lambda found: by_mark[found[0]], plain(words)) == plain(made[key]), key


def test_the_marks_are_found_in_reasons() -> None:
    """The property above would hold of reasons that name nothing."""
    every = " ".join(plain(words) for words in with_marks("en").values())
    assert len({mark for mark in MARKS.values() if mark in every or inside(mark) in every}) >= len(MARKS) / 2


@cache
def read_case(case: str, language: Language = "en") -> Context:
    return read(study_of(case), language=language)


@cache
def study_of(case: str) -> Study:
    mission = read_mission(CASES / case).changed({"preferences.bars": {"outcome": 0.5}})
    return run_study(mission, Settings(1, 100, 60.0, 1))


def whole(context: Context) -> str:
    return "\n".join(plain(words) for words in texts(sections(compose(context))))


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ("en", "Option A fails (more often )?with "),
        ("fr", "L’option A échoue (plus souvent )?sous ces conditions"),
    ],
)
def test_a_choice_called_more_leaves_sentences_whole(language: Language, begins: str) -> None:
    context = read_case("choice-called-more", language)
    first, *_ = lines(fails_section(context))
    assert re.match(begins, first)
    assert not re.search(r"ption A \w+ [o’l]*ption A", whole(context))


def test_why_an_option_was_dropped_reads_right_beside_a_choice_called_more() -> None:
    """By the fast evaluation: in full it adds enough, and is shown."""
    view = read_case("choice-called-more").view
    (dropped,) = (one for one in screen(view.mission, seed=1).screened if not one.kept)
    said = view.text(dropped.reason)
    assert re.fullmatch(r"adds too little: \d+ points? of the targets, where the best adds \d+", said)


def test_a_mission_without_levers_is_not_looked_for_in_the_name_of_doing_nothing() -> None:
    text = whole(read_case("no-levers"))
    assert "“No mission” leads; below that, option A." in text
    assert "No option" not in text
