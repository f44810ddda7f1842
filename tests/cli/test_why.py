"""What `cadre why` tells: reasons in the language asked for, and as data with their text."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from cadre.cli import show
from cadre.cures.candidates import CandidateChange
from cadre.cures.trying import Cure
from cadre.plans import Planned
from cadre.reasons import Reason
from cadre.reasons.cures import CeilingRaised, MoreRecruits, ThisMany
from cadre.words import Catalogue
from tests.brief import by_hand

Printed = pytest.CaptureFixture[str]
FRENCH = Catalogue("fr")
RECRUITS = MoreRecruits("army", (ThisMany(1250),), (ThisMany(1000),))


def cured(what: Reason) -> Cure:
    return Cure(CandidateChange("trainees", what, {}), {}, (0.4, 0.5), 2e6, cures=False)


def missing() -> Planned:
    return by_hand.study().shown[1]


def printed(show_it: Callable[[], None], capsys: Printed) -> str:
    show_it()
    return " ".join(capsys.readouterr().out.replace("\u202f", " ").replace("\xa0", " ").split())


def test_why_speaks_the_language_that_is_asked_for(capsys: Printed) -> None:
    cures = (cured(RECRUITS), cured(CeilingRaised(22, 20)))
    english = printed(lambda: show.explained(missing(), cures, as_json=False), capsys)
    assert "Mine-clearing team by 1 Dec 2021: 18 of 45; trainees bind: with more recruits" in english
    assert "1,250 army a year in place of 1,000" in english
    french = printed(lambda: show.explained(missing(), cures, as_json=False, words=FRENCH), capsys)
    assert "Mine-clearing team au 1er déc. 2021 : 18 sur 45 ; les stagiaires manquent" in french
    assert "1 250 army par an au lieu de 1 000" in french
    assert "plafond de 22 au lieu de 20" in french
    assert "bind" not in french


def test_a_mission_that_contradicts_itself_is_told_in_words_and_as_data(capsys: Printed) -> None:
    plan = missing()
    base = plan.option.base.changed({"levers.people_at_most.choices.small.set": {"ceiling": 1}})
    tight = replace(plan, option=replace(plan.option, base=base))
    french = printed(lambda: show.explained(tight, (), as_json=False, words=FRENCH), capsys)
    assert "plafond : 1 poste, or le commandement" in french
    show.explained(tight, (), as_json=True, words=FRENCH)
    data = json.loads(capsys.readouterr().out)
    against = data["contradictions"][0]
    assert ("programme.command-over-ceiling", 1) == (against["kind"], against["ceiling"])
    assert against["text"].startswith("plafond")
    why = data["targets"][1]["why"]
    assert ("programme.target-missed", "2021-12-01", 18.0) == (why["kind"], why["day"], why["reached"])
    assert "Mine-clearing team au 1er" in why["text"]


def test_a_plan_as_data_holds_its_reasons_with_their_text(capsys: Printed) -> None:
    show.planned(missing(), as_json=True)
    why = json.loads(capsys.readouterr().out)["programme"]["targets"][0]["why"]
    assert ["programme.never-held"] == [one["kind"] for one in why["why"]]
    assert why["text"].endswith("at most 4.5 are offered")
