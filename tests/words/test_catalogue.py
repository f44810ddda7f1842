"""The catalogue fills messages in without reading what is filled in, and no language lacks one."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.mission.header import Header
from cadre.reasons import kind
from cadre.words import COMPLETE, LANGUAGES, Catalogue, Counted, Language, Text, UnknownMessage, has_area
from tests.words.messages import areas, variables
from tests.words.source import asked_for, matches
from tests.words.test_reasons import every_kind

OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_messages_of_its_areas_and_fills_in_nothing_more(language: Language) -> None:
    complete = [area for area in areas("en") if has_area(language, area)]
    assert complete == areas(language)
    for area in complete:
        english, other = variables("en", area), variables(language, area)
        assert english.keys() == other.keys(), area
        assert {key: found - english[key] for key, found in other.items()} == {key: set() for key in other}


def test_every_language_but_arabic_is_complete_and_that_is_for_the_brief() -> None:
    assert {"ar"} == COMPLETE.keys()
    called = [one.pattern.partition("\\.")[0] for one in asked_for("brief") if one.called]
    of_briefs = {area.replace("\\-", "-") for area in called}
    assert {"study-faults"} == of_briefs - set(COMPLETE["ar"])  # of files that are read again


def test_no_area_has_a_message_of_the_name_of_a_common_one() -> None:
    shared = {name.partition(".")[2] for name in variables("en", "common")}
    for area in areas("en"):
        own = {name.partition(".")[2] for name in variables("en", area)}
        assert area == "common" or set() == shared & own, area


def test_what_the_program_asks_for_is_in_the_catalogue_and_nothing_else_is() -> None:
    every = {name for area in areas("en") for name in variables("en", area)}
    asked = [one for one in asked_for() if one.name is not None]
    unknown = [str(one) for one in asked if one.called and not any(matches(one, name) for name in every)]
    assert [] == unknown
    of_reasons = {f"reasons-{kind(one)}" for one in every_kind()}  # with labels of figures below them
    others = {name for name in every if ".".join(name.split(".")[:2]) not in of_reasons}
    unused = {name for name in others if not any(matches(one, name) for one in asked)}
    assert set() == unused


def test_what_a_message_names_is_handed_to_it_where_it_is_asked_for() -> None:
    needed = {name: found for area in areas("en") for name, found in variables("en", area).items()}
    short = [
        f"{one}: {sorted(needed[name] - one.handed)}"
        for one in asked_for()
        if one.whole and one.name in needed
        for name in [one.name]
        if needed[name] - one.handed
    ]
    assert [] == short


@given(st.text())
def test_what_is_filled_in_is_never_read_as_a_message(title: str) -> None:
    pieces = Catalogue().pieces("common.from-to", low=title, high=7)
    assert f"{title} to 7" == "".join(one.text if isinstance(one, Text) else str(one) for one in pieces)


def test_things_are_put_in_as_they_are_and_tuples_piece_by_piece() -> None:
    thing = object()
    assert (thing, Text(" to "), 1, 2) == Catalogue().pieces("common.from-to", low=thing, high=(1, 2))


def test_the_plural_follows_the_number_and_shows_what_stands_for_it() -> None:
    assert "2 k %" == Catalogue().text("common.percent", number=Counted(2000, "2 k"))


def test_a_message_that_no_catalogue_has_or_that_lacks_something_is_a_defect() -> None:
    for name in ("common.nothing", "nowhere.at-all", "common.percent"):
        with pytest.raises(UnknownMessage, match=name):
            Catalogue().pieces(name)


def test_what_escaped_the_catalogue_is_seen_where_its_words_are_altered() -> None:
    pseudo = Catalogue("en", altered=lambda text: f"⟦{text}⟧")
    assert "a⟦ to ⟧b" == pseudo.text("common.from-to", low="a", high="b")


def test_a_mission_may_choose_each_language_and_no_other() -> None:
    assert LANGUAGES == get_args(Header.model_fields["language"].annotation)
