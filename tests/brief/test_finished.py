"""Finished documents of several small studies, read as a checker reads them."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cadre.brief import compose as compose_module
from cadre.brief.compose import compose, read
from cadre.brief.content import Block, Brief, Paragraph, Ref, charts, cited
from cadre.brief.context import Context
from cadre.brief.pages.exit import exit_section
from cadre.brief.pages.leads import leads_section
from cadre.brief.render.pdf import TEMPLATE, _document
from cadre.brief.render.runs import laid_out
from cadre.brief.render.typesetting import compiler_of
from cadre.brief.writing import files_of
from cadre.study import Study
from tests.brief import by_hand, checking
from tests.brief.reading_aloud import lines
from tests.brief.test_open_search import OPEN, searched


def without_analysis() -> Study:
    return dataclasses.replace(by_hand.study(), analysis=None)


def nothing_open() -> Study:
    study = by_hand.study()
    return dataclasses.replace(study, mission=study.mission.changed({"mandate.open": {}}))


STUDIES: dict[str, Callable[[], Study]] = {
    "by hand": by_hand.study,
    "search left open": lambda: searched({key: (60.0, 20.0) for key in OPEN}),
    "not judged": without_analysis,
    "nothing open": nothing_open,
}


@cache
def made(name: str) -> tuple[Context, Brief]:
    context = read(STUDIES[name]())
    return context, compose(context)


@cache
def written(name: str) -> dict[str, bytes]:
    return files_of(STUDIES[name]())


@pytest.mark.parametrize("name", STUDIES)
def test_a_number_has_one_value_on_all_pages_and_formats(name: str) -> None:
    context, brief = made(name)
    assert [] == checking.numbers_shown_otherwise(context, brief)
    assert [] == checking.formats_that_differ(brief, written(name))
    assert [] == checking.office_that_differs(brief, written(name))


@pytest.mark.parametrize("name", STUDIES)
def test_print_has_at_most_twelve_pages_each_of_its_own(name: str) -> None:
    _, brief = made(name)
    assert compose_module.PRINTED >= len(brief.pages)
    assert [] == checking.pages_that_are_not_one(brief, written(name))


def test_options_without_room_in_print_have_their_page_among_the_annexes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context, whole = made("by hand")
    monkeypatch.setattr(compose_module, "PRINTED", len(whole.pages) - 1)
    brief = compose(context)
    assert len(whole.pages) - 1 == len(brief.pages)
    assert "option-C" not in {section.id for section in brief.printed}
    assert "option-C" == brief.annexes[0].id
    assert {*cited(whole.printed)} <= {*cited((*brief.printed, *brief.annexes))}


@pytest.mark.parametrize("name", STUDIES)
def test_what_is_filled_is_one_number_on_the_pages(name: str) -> None:
    _, brief = made(name)
    shown = cited(section for page in brief.pages for section in page)
    assert [] == [key for key in shown if re.fullmatch(r"option\..+(?<!agreement)\.filled", key)]


@pytest.mark.parametrize("name", STUDIES)
def test_nothing_on_the_pages_of_deciders_is_set_below_ten_points(name: str) -> None:
    assert [] == checking.letters_too_small(written(name))


@pytest.mark.parametrize("name", STUDIES)
def test_copied_numbers_do_not_run_into_references(name: str) -> None:
    _, brief = made(name)
    assert [] == checking.digits_that_run_together(brief, written(name))
    assert b"vertAlign" not in written(name)["brief.docx"]


@pytest.mark.parametrize("name", STUDIES)
def test_no_label_of_a_chart_is_cut_or_lies_on_another(name: str) -> None:
    _, brief = made(name)
    assert [] == checking.pictures_cut(brief)
    for chart in charts(brief):
        assert [] == checking.labels_that_overlap(chart), chart.id
        if not chart.id.startswith("timetable"):
            assert [] == checking.labels_cut_short(chart), chart.id


@pytest.mark.parametrize("name", STUDIES)
def test_the_table_of_page_one_is_short_and_each_number_says_of_what(name: str) -> None:
    _, brief = made(name)
    glance = next(section for section in brief.pages[0] if section.id == "glance")
    assert 7 >= len(glance.blocks[0].rows)  # type: ignore[union-attr]
    assert [] == checking.bare_numbers(glance)


@pytest.mark.parametrize("name", STUDIES)
def test_who_says_it_stands_with_each_statement_on_page_one(name: str) -> None:
    context, brief = made(name)
    assert [] == checking.statements_without_speaker(context, brief.pages[0])


def alone(brief: Brief, block: Block) -> Brief:
    """Give a brief of one section with one block."""
    section = dataclasses.replace(brief.pages[0][0], blocks=(block,))
    return dataclasses.replace(brief, pages=((section,),), annexes=())


def test_a_statement_without_its_speaker_is_found() -> None:
    context, brief = made("by hand")
    told = alone(brief, Paragraph(("A letter asks. ", Ref("L1"))))
    assert ["L1"] == [key for key, _ in checking.statements_without_speaker(context, told.pages[0])]


def test_ink_at_the_edge_of_a_picture_is_found() -> None:
    image = Image.new("L", (40, 30), 255)
    image.putpixel((20, 15), 0)
    assert not checking.inked_edge(image)
    image.putpixel((39, 15), 0)
    assert checking.inked_edge(image)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_nothing_is_said_to_lead_that_noise_or_search_could_turn(data: st.DataObject) -> None:
    """Whatever is near, not chosen or within the gaps of the search."""
    study = by_hand.study()
    changed = []
    for one in study.comparison.best_on:
        rest = one.order[1:]
        some = st.sets(st.sampled_from(rest)) if rest else st.just(set())
        near, gaps = (tuple(o for o in rest if o in data.draw(some)) for _ in range(2))
        chosen = data.draw(st.sampled_from((None, one.order[0])))
        changed.append(dataclasses.replace(one, near=near, within_gaps=gaps, chosen=chosen))
    comparison = dataclasses.replace(study.comparison, best_on=tuple(changed))
    context = read(dataclasses.replace(study, comparison=comparison))
    told = " ".join(lines(leads_section(context)))
    for one in changed:
        title = next(c.title for c in comparison.criteria if c.id == one.criterion)
        unsure = one.near or one.within_gaps or one.chosen is None
        if unsure:
            said = [part for part in told.split(". ") if title.lower() in part.lower() and "leads" in part]
            assert not [part for part in said if "Weight of" not in part and "from " not in part], told


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(("deminer", "medic", "mechanic")), st.sampled_from((0.0, 3.0)))
def test_reviews_speak_of_courses_that_are_held_and_of_more_than_none(course: str, low: float) -> None:
    """A capability whose courses no option holds has no early sign, and none is below 0."""
    study = by_hand.study()
    chances = tuple(
        dataclasses.replace(c, units=dataclasses.replace(c.units, low=low)) for c in study.comparison.chances
    )
    shown = tuple(
        dataclasses.replace(
            planned,
            programme=dataclasses.replace(
                planned.programme,
                serials=tuple(s for s in planned.programme.serials if s.course != course),
            ),
        )
        for planned in study.shown
    )
    comparison = dataclasses.replace(study.comparison, chances=chances)
    context = read(dataclasses.replace(study, shown=shown, comparison=comparison))
    told = [line for line in lines(exit_section(context)) if "review if fewer" in line]
    assert not any(f" {letter} 0" in line for line in told for letter in "ABC")
    assert not (told and low == 0)
    assert not any("mine-clearing" in line for line in told) or course != "deminer"


@pytest.mark.parametrize(
    ("expected", "asked", "least"),
    [
        ([25, 25, 50], (1, 1, 2), (10, 20, 30)),
        ([40, 20, 40], (1, 1, 2), (40, 10, 10)),
        ([40, 30, 30], (1, 1, 8), (40, 30, 30)),
        ([10, 10, 80], (1, 1, 8), (90, 30, 30)),
    ],
    ids=["as asked", "one takes its least", "all at their least", "no room for every least"],
)
def test_no_column_in_print_is_narrower_than_its_longest_word(
    expected: list[float], asked: tuple[int, ...], least: tuple[int, ...], tmp_path: Path
) -> None:
    points = ", ".join(f"{width}pt" for width in least)
    found = typeset(
        tmp_path, f"#metadata(fitted({asked}, ({points}), 100pt).map(width => width / 1pt)) <found>"
    )
    assert pytest.approx(expected) == found


def test_the_longest_word_of_a_cell_is_measured_between_its_spaces(tmp_path: Path) -> None:
    cell = '(words: ((t: "text", s: "a Confirmed b"), (t: "break",), (t: "strong", s: "c\\u{200b}d")))'
    asked = (
        f"#context [#metadata((longest-word({cell}), measure([Confirmed]).width).map(w => w / 1pt)) <found>]"
    )
    (width, alone) = typeset(tmp_path, asked)
    assert alone == pytest.approx(width)
    assert 0 < alone


def typeset(folder: Path, asked: str) -> list[float]:
    """Return what the template of print says of itself."""
    (folder / "brief.typ").write_text(f"{TEMPLATE.read_text('utf-8')}\n{asked}\n", "utf-8")
    document = _document(laid_out(alone(made("by hand")[1], Paragraph(("A word.",)))))
    (folder / "brief.json").write_text(json.dumps(document), "utf-8")
    found: list[float] = json.loads(
        compiler_of(folder / "brief.typ").query("<found>", field="value", one=True)
    )
    return found
