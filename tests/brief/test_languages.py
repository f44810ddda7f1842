"""A brief in another language holds the same numbers; every text of it comes from the catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest

from cadre.brief.compose import compose, read, read_in
from cadre.brief.content import Chart, Section, Table, sections, texts
from cadre.brief.context import Context
from cadre.brief.data.study_json import study_json
from cadre.brief.fill import STATES
from cadre.brief.number import Cited
from cadre.brief.posts import CORE
from cadre.brief.register.keys import kind_of
from cadre.brief.register.lists import STAGES
from cadre.brief.render.html import html_of
from cadre.brief.render.runs import laid_out
from cadre.brief.workbook.workbook import sheets
from cadre.criteria import TABLE, compared
from cadre.decision.types import Verdict
from cadre.mission.ledger import Attribution
from cadre.mission.money import PAYERS
from cadre.simulation.outcome import CAUSES
from cadre.solving import Status
from cadre.study import Study
from cadre.words import LANGUAGES, REGIONS, SIDES, Catalogue, Language, has_area
from cadre.words.criteria import message_of
from tests.brief import by_hand

OTHERS = [language for language in LANGUAGES if language != "en"]
OPENS, CLOSES = "⟦", "⟧"
INSIDE = re.compile(f"{OPENS}[^{OPENS}{CLOSES}]*{CLOSES}")
WORD = re.compile(r"[^\W\d_]{2,}")
CURRENCY = "EUR"
MONTH = re.compile(r"[A-Z][a-z]{2} \d{4}")
"""Of a day: the names of months come from the Unicode consortium's tables."""
IN_LISTS = ("and", "or")
"""Words between the items of a list come from those tables, too."""
OURS = ("label", "attribution", "state", "stance", "unit", "confidence", "status", "better", "kind", "text")
"""Keys of plain data whose values are no texts of planners or stages."""


@cache
def in_pseudo() -> Context:
    """The study by hand in English with marks around whatever comes from the catalogue, and an older one."""
    study, words = by_hand.study(), Catalogue("en", altered=lambda text: f"{OPENS}{text}{CLOSES}")
    last = json.loads(study_json(read(study)))
    last["mission"]["document"]["roles"]["guard"]["costs_a_year"] = "10 k"
    last["options"][1]["id"] = "rotating.none"
    for number in last["numbers"]:
        if number["id"] == "option.standing.large.cost":
            number.update(value=5e6, low=4e6, high=6e6)
    return read_in(words, study, last)


@cache
def not_ours() -> tuple[str, ...]:
    """What planners wrote and what stages said, the longest first: it stays as it is."""
    context = in_pseudo()
    study, mission = context.view.study, context.view.mission
    document, data = mission.document(), json.loads(study_json(context))
    del data["comparison"]["criteria"]  # their titles are the catalogue's
    said = {text for text in _strings(data) if " " in text}
    ids = {key for table in document.values() if isinstance(table, dict) for key in table}
    ids |= {text for one in mission.figures.values() for text in (one.unit, one.source.publisher)}
    ids |= {choice for lever in document["levers"].values() for choice in lever["choices"]}
    ids |= {name for number in context.numbers for name in (number.id, kind_of(number.id))}
    assert context.since is not None
    switched = (*context.since.came, *context.since.went)
    ids |= {text for one in switched for text in (one.option, one.title)}
    ids |= {text for fact in context.since.facts for text in (fact.path, str(fact.before), str(fact.after))}
    found = (
        said
        | {*_strings(document)}
        | ids
        | {*study.versions}
        | {option.id for option in context.view.options}
    )
    cased = {changed for text in found for changed in (text, text.lower(), text[:1].upper() + text[1:])}
    sentences = {text for text in said if text.count(" ") > 2}  # before the titles that stand in them
    return tuple(
        sorted((text for text in cased if WORD.search(text)), key=lambda t: (t not in sentences, -len(t)))
    )


def _strings(node: Any) -> Iterator[str]:
    """Give the texts of plain data; words of a fixed list and labels of numbers are ours."""
    if isinstance(node, dict):
        for key, child in node.items():
            yield from () if key in OURS else _strings(child)
    elif isinstance(node, list):
        for child in node:
            yield from _strings(child)
    elif isinstance(node, str):
        yield node


def escaped(text: str) -> str:
    """Give what of a text is neither from the catalogue nor written by a planner or a stage."""
    left = re.sub(f"[{OPENS}{CLOSES}]", " ", INSIDE.sub(" ", text)).replace("\u00a0", " ")
    left = MONTH.sub(" ", left)
    for theirs in not_ours():
        if theirs in left:
            left = re.sub(rf"(?<!\w){re.escape(theirs)}(?!\w)", " ", left)
    words = [word for word in WORD.findall(left) if word not in (CURRENCY, *IN_LISTS)]
    return " ".join(words)


def _told(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        if isinstance(block, Table):
            yield from (block.caption, *block.columns)
        elif isinstance(block, Chart):
            yield from (block.title, block.alt, *_of_chart(block.spec))
    for text in texts([section]):
        yield "".join(piece if isinstance(piece, str) else _piece(piece) for piece in text)


def _piece(piece: object) -> str:
    """Give the words of a piece; of a reference its id, which is no word."""
    return getattr(piece, "text", "")


def _of_chart(node: Any) -> Iterator[str]:
    """Give titles and texts that a chart draws; a list of lines is one title."""
    if isinstance(node, dict):
        for key, child in node.items():
            if key in ("title", "subtitle", "text", "label", "series", "state") and isinstance(child, str):
                yield child
            elif key in ("title", "text") and isinstance(child, list):
                yield " ".join(child)
            elif key == "domain" and isinstance(child, list):
                yield from (one for one in child if isinstance(one, str))
            else:
                yield from _of_chart(child)
    elif isinstance(node, list):
        for child in node:
            yield from _of_chart(child)


def test_every_text_of_the_brief_comes_from_the_catalogue_or_was_written_by_others() -> None:
    found = {
        section.id: left
        for section in sections(compose(in_pseudo()))
        if (left := [(out, text) for text in _told(section) if (out := escaped(text))])
    }
    assert {} == found


def test_every_label_of_a_number_comes_from_the_catalogue_or_was_written_by_others() -> None:
    context = in_pseudo()
    labels = {n.id: context.numbers.label(n) for n in context.numbers if "said." not in n.id}
    assert {} == {key: label for key, label in labels.items() if escaped(label)}


def test_every_heading_of_the_workbook_comes_from_the_catalogue() -> None:
    columns = (column for sheet in sheets(in_pseudo()) for column in sheet.columns)
    assert [] == [column.title for column in columns if escaped(column.title)]
    assert all(sheet.name.startswith(OPENS) for sheet in sheets(in_pseudo()))


def test_the_check_for_texts_that_escaped_finds_one() -> None:
    assert "moved to" == escaped(f"A {OPENS}was {CLOSES}moved to 1 {OPENS}place{CLOSES}, 3 Feb 2019")


FIXED: dict[str, tuple[str, ...]] = {
    "played.lost-": CAUSES,
    "labels.lost-": CAUSES,
    "labels.paid-by-": PAYERS,
    "charts.paid-by-": PAYERS,
    "sheets.payer-": PAYERS,
    "sheets.state-": STATES,
    "labels.fill-": STATES,
    "labels.posts-": STATES,
    "method.stage-": STAGES,
    "method.status-": tuple(map(str, Status)),
    "chance.": get_args(Verdict),
    "ledger.attribution-": get_args(Attribution),
    "charts.core-": CORE,
}
"""Values of fixed lists that a message is chosen by, and how its name begins."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_a_fixed_list_has_its_word(language: Language) -> None:
    words = Catalogue(language)
    names = {f"{begins}{value.replace(' ', '-')}" for begins, values in FIXED.items() for value in values}
    of_criteria = {f"criteria.{message_of(k.id)}{part}" for k in TABLE for part in ("", ".short")} | {
        f"criteria.{message_of(k.id)}.{part}"
        for k in compared()
        for part in ("worst", *(["column"] if k.page_one else []))
    }
    asked = {name for name in names | of_criteria if has_area(language, name.split(".")[0])}
    assert set() == {name for name in asked if not words.has(name)}
    assert language in REGIONS


def test_titles_of_criteria_are_those_of_the_comparison(context: Context) -> None:
    criteria = context.view.study.comparison.criteria
    assert [one.title for one in criteria] == [context.view.title_of(one) for one in criteria]


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest, study: Study) -> Context:
    return read(study, None, request.param)


def test_no_sheet_has_two_columns_of_one_title(other: Context) -> None:
    for sheet in sheets(other):
        titles = [column.title for column in sheet.columns]
        assert sorted(set(titles)) == sorted(titles), sheet.name


def test_another_language_has_the_same_numbers_by_id(context: Context, other: Context) -> None:
    left_out = ("label", "how")
    here, there = (
        [{k: v for k, v in number.items() if k not in left_out} for number in document["numbers"]]
        for document in (json.loads(study_json(one)) for one in (context, other))
    )
    assert here == there
    labels = [one.numbers.label(one.numbers["option.nothing.cost"]) for one in (context, other)]
    assert labels[0] != labels[1]


def test_another_language_cites_the_same_numbers_in_the_same_places(context: Context, other: Context) -> None:
    here, there = (
        [[piece.id for piece in text if isinstance(piece, Cited)] for text in texts(sections(compose(one)))]
        for one in (context, other)
    )
    assert [sorted(ids) for ids in here] == [sorted(ids) for ids in there]


def test_a_page_says_in_which_language_it_is(other: Context) -> None:
    brief = compose(other)
    page = html_of(
        laid_out(brief),
        {block.id: "<svg/>" for s in sections(brief) for block in s.blocks if isinstance(block, Chart)},
    )
    turned = ' dir="rtl"' if SIDES[brief.language] == "rtl" else ""
    assert f'<html lang="{brief.language}"{turned}>' in page
    assert brief.words.text("document.contents") in page
