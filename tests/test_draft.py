"""A draft: fewer futures, options and parts searched, the same on every run; every page says what it is."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdf
import pytest

from cadre.brief.writing import files_of
from cadre.mission import Mission
from cadre.mission.asked import asked_of_levers
from cadre.mission_files import read_mission
from cadre.options import Option, options
from cadre.pipeline import Settings, studying
from cadre.pipeline.planning import plan_options
from cadre.pipeline.settings import DRAFT_FUTURES, DRAFT_GAP, FUTURES
from cadre.pipeline.studying import run_study
from cadre.programme.optimise import DEFAULT_LIMITS
from cadre.screening.few import few
from cadre.words import Language
from tests.brief import by_hand
from tests.mission_files.by_hand import write_folder

IRAQ = Path(__file__).parents[1] / "missions" / "iraq-2018"
SAID = {
    "en": "Draft, not to decide from",
    "fr": "Ébauche, ne pas décider sur cette base",
    "ar": "مسودة لا يُتخذ قرار بناءً عليها",
}
"""How the sentence begins that every page of a draft bears."""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Mission:
    return read_mission(write_folder(tmp_path_factory.mktemp("draft") / "school"))


@pytest.fixture(scope="module")
def iraq() -> Mission:
    return read_mission(IRAQ)


def test_a_draft_plays_fewer_futures_and_stops_at_a_wider_gap() -> None:
    draft, whole = Settings(draft=True), Settings()
    assert (DRAFT_FUTURES, FUTURES) == (draft.futures, whole.futures)
    assert 40 == replace(draft, replications=40).futures
    assert DRAFT_GAP == (hurried := draft.limits(DEFAULT_LIMITS)).gap > DEFAULT_LIMITS.gap
    assert hurried.work < whole.limits(DEFAULT_LIMITS).work
    assert (None, 1) == (whole.looked_at, whole.coarser)


def test_few_options_hold_what_is_asked_and_every_choice_in_the_order_of_all(iraq: Mission) -> None:
    every = options(iraq)
    some = few(iraq, every, 100)
    assert 101 == len(some) < len(every)
    assert every[0] is some[0]
    ids = {option.id for option in some}
    assert [option.id for option in every if option.id in ids] == [option.id for option in some]
    asked = asked_of_levers(iraq)
    assert any(all(o.choices[one.lever] in one.choices for one in asked) for o in some[1:])
    for lever, known in iraq.levers.items():
        assert set(known.choices) == {option.choices[lever] for option in some[1:]}


def test_an_option_that_a_planner_names_is_looked_at_with_its_family(iraq: Mission) -> None:
    every = options(iraq)
    left_out = next(o for o in every[1:] if o.id not in {x.id for x in few(iraq, every, 100)})
    named = {o.id for o in few(iraq, every, 100, [left_out.id])}
    assert left_out.id in named
    lever = next(iter(iraq.levers))
    family = {o.id for o in few(iraq, every, 100, [f"{left_out.id}, {lever}"])}
    rest = {k: c for k, c in left_out.choices.items() if k != lever}
    assert {o.id for o in every[1:] if rest.items() <= o.choices.items()} <= family


def test_all_options_are_looked_at_where_there_are_few(school: Mission) -> None:
    assert options(school) == few(school, options(school), 100)


def test_a_draft_is_the_same_on_any_number_of_jobs_checks_nothing_and_is_recorded(school: Mission) -> None:
    settings = Settings(seed=3, replications=40, jobs=1, draft=True)
    study = run_study(school, settings)
    files = files_of(study)
    assert files == files_of(run_study(school, replace(settings, jobs=2)))
    assert () == study.checked
    assert json.loads(files["study.json"])["draft"] is True
    assert json.loads(files_of(by_hand.study())["study.json"])["draft"] is False


def test_what_is_checked_is_planned_as_what_is_shown_and_not_again_once_it_is(
    school: Mission, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def planned(options: Sequence[Option], *given: object, **more: object) -> object:
        asked.extend(option.id for option in options)
        return plan_options(options, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(studying, "plan_options", planned)
    study = run_study(school, Settings(seed=3, replications=40, jobs=1))
    assert len(asked) == len(set(asked))
    assert {one.option for one in study.checked} <= set(asked)
    assert {one.option.id for one in study.shown} <= set(asked)


@pytest.mark.parametrize("language", list(SAID))
def test_every_page_of_every_document_says_that_it_is_a_draft(language: Language) -> None:
    said = SAID[language]
    files = files_of(replace(by_hand.study(), draft=True), None, language)
    page = files["brief.html"].decode()
    assert page.count('<div class="page">') == page.count('<p class="draft" role="note">' + said)
    (header,) = {section.header.part for section in docx.Document(io.BytesIO(files["brief.docx"])).sections}
    assert said in "".join(text for text in header.element.itertext())
    for slide in pptx.Presentation(io.BytesIO(files["brief.pptx"])).slides:
        assert any(said in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    for sheet in openpyxl.load_workbook(io.BytesIO(files["workbook.xlsx"])):
        assert any(said in str(cell.value) for cell in sheet[1])
        assert sheet.oddHeader is not None
        assert said in (sheet.oddHeader.center.text or "")
    if language != "ar":  # what is read back from print runs the other way
        for printed in pypdf.PdfReader(io.BytesIO(files["brief.pdf"])).pages:
            assert said in " ".join(printed.extract_text().split())


def test_a_brief_that_is_no_draft_does_not_say_so() -> None:
    files = files_of(by_hand.study())
    assert SAID["en"] not in files["brief.html"].decode()
    assert not any(
        SAID["en"] in printed.extract_text()
        for printed in pypdf.PdfReader(io.BytesIO(files["brief.pdf"])).pages
    )
