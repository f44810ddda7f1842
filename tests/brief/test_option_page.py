"""The page of an option, what is to be settled, what speaks for each: figures by hand, claims above noise."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.brief.compose import read
from cadre.brief.content import Table
from cadre.brief.context import Context
from cadre.brief.money import fully_manned
from cadre.brief.pages import glance, risks, settle
from cadre.brief.pages.option_page import option_page
from cadre.brief.pages.rest import SHEETS
from cadre.brief.pages.settle import settle_section
from cadre.brief.pages.strengths import merits
from cadre.brief.pages.undecided import undecided_section
from cadre.brief.view import OptionView
from cadre.programme.prices import expected_cost
from tests.brief import by_hand
from tests.brief.reading_aloud import lines, table


def page_of(context: Context, letter: str) -> dict[str, object]:
    shown = next(one for one in context.view.active if one.letter == letter)
    return {section.id: section for section in option_page(context, shown)}


def test_fully_manned_adds_up_to_the_expected_cost_of_the_need(context: Context) -> None:
    for shown in context.view.active:
        expected = sum(expected_cost(shown.planned.need, shown.mission).values())
        assert pytest.approx(expected) == sum(fully_manned(shown).values())
        assert pytest.approx(expected) == context.numbers[f"option.{shown.id}.manned-in.all"].value


def test_the_cost_of_a_unit_is_cost_by_units_that_would_not_be_there_future_by_future(
    context: Context,
) -> None:
    nothing, *options = (one.outcome.scalars for one in context.view.options)
    last = {}
    for capability, one in context.view.mission.capabilities.items():
        last[capability] = max(context.view.mission.week_of(day) for day in one.wanted)
    for shown, scalars in zip(context.view.active, options, strict=True):
        added = sum(
            scalars[f"reached.{capability}.{week}"] - nothing[f"reached.{capability}.{week}"]
            for capability, week in last.items()
        )
        expected = float(np.median(scalars["cost"] / np.maximum(added, 1)))
        number = f"option.{shown.id}.cost-a-unit"
        assert (number in context.numbers) == (np.mean(added < 1) < 0.1)
        if number in context.numbers:
            assert pytest.approx(expected) == context.numbers[number].value


def test_no_cost_of_a_unit_is_told_where_a_tenth_of_the_futures_add_none() -> None:
    study = by_hand.study()
    nothing = study.shown[0].option.id
    same = {
        option: dataclasses.replace(
            outcome,
            scalars=outcome.scalars
            | {k: v for k, v in study.outcomes[nothing].scalars.items() if k.startswith("reached.")},
        )
        for option, outcome in study.outcomes.items()
    }
    context = read(dataclasses.replace(study, outcomes=same))
    assert [] == [number.id for number in context.numbers if number.id.endswith("cost-a-unit")]


def test_days_of_a_page_rise_from_the_first_decision_to_the_exit(context: Context) -> None:
    rows = table(page_of(context, "A")["when-A"], "timeline-A")  # type: ignore[arg-type]
    said = [row[1] for row in rows]
    assert said[0].startswith("Decision. ministers: decision on which options")
    assert any(line.startswith("People. ") for line in said)
    assert any(line.startswith("Courses. The first begins: Demining, basic") for line in said)
    assert any(line.startswith("Exit. ") for line in said)
    order = [
        said.index(next(s for s in said if s.startswith(word)))
        for word in ("Decision", "People", "Courses", "Exit")
    ]
    assert sorted(order) == order


def test_risks_have_a_chance_a_sign_and_an_owner_the_likeliest_first(context: Context) -> None:
    for shown in context.view.active:
        rows = table(page_of(context, shown.letter)[f"risks-{shown.letter}"], f"risks-{shown.letter}")  # type: ignore[arg-type]
        assert rows
        assert all(cell for row in rows for cell in row)
        chances = [int(row[1].removesuffix(" %")) for row in rows]
        assert sorted(chances, reverse=True) == chances


def test_where_no_future_shows_a_risk_the_table_says_so(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(risks, "SLIGHT", 1.0)
    shown = context.view.active[0]
    (row,) = table(page_of(context, shown.letter)[f"risks-{shown.letter}"], f"risks-{shown.letter}")  # type: ignore[arg-type]
    assert ["Nothing that the simulated futures show", "–", "–", "–"] == row


def test_what_is_to_be_settled_names_owner_day_and_what_hangs_on_it(context: Context) -> None:
    rows = table(settle_section(context), "settle")
    assert len(context.view.mission.mandate.open) == len(rows)
    size = next(row for row in rows if row[0].startswith("How many people may the mission have?"))
    assert "choice of the meeting" == size[1]
    assert "12 Jul 2018" == size[-2]
    assert "at most 60 people: A; at most 120 people: B; at most 240 people: C" == size[-1]


def test_who_owns_what_is_to_be_settled_is_a_column_only_where_somebody_does(context: Context) -> None:
    study = by_hand.study()
    size = next(key for key, one in study.mission.mandate.open.items() if one.lever == "people_at_most")
    owned = study.mission.changed({f"mandate.open.{size}.owner": "the general staff"})
    rows = table(settle_section(read(dataclasses.replace(study, mission=owned))), "settle")
    assert [5] * len(rows) == [*map(len, rows)]
    assert {"the general staff", "nobody yet"} == {row[2] for row in rows}
    bare = settle_section(context)
    assert {4} == {*map(len, table(bare, "settle"))}
    assert lines(bare)[-1].startswith("No question has an owner yet.")


@pytest.mark.parametrize("needed", ["go", "may-stay-open"])
def test_how_to_read_that_a_question_may_stay_open_is_said_only_where_one_may(
    context: Context, monkeypatch: pytest.MonkeyPatch, needed: str
) -> None:
    monkeypatch.setattr(settle, "_needed", lambda *_: needed)
    told = any("“May stay open” means" in line for line in lines(settle_section(context)))
    assert (needed == "may-stay-open") == told


def test_questions_on_page_two_say_on_whose_word_they_rest(context: Context) -> None:
    rows = table(settle_section(context), "settle")
    assert "What share of trainees passes? (the planner’s own assumption [A1])" in [row[0] for row in rows]


def test_a_mandate_without_open_questions_says_so() -> None:
    study = by_hand.study()
    context = read(dataclasses.replace(study, mission=study.mission.changed({"mandate.open": {}})))
    assert ["The mandate leaves nothing open."] == lines(settle_section(context))


def test_if_nobody_decides_it_is_as_without_the_mission(context: Context) -> None:
    (told, *_) = lines(undecided_section(context))
    assert told.startswith(
        "If nobody decides it is as without a mission: 0 of 3 targets likely to be met, 0 of 45"
    )


def test_every_sheet_named_is_one_of_the_workbook(context: Context) -> None:
    assert all(context.view.words.has(f"sheets.{name}") for name in SHEETS.values())


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_nothing_speaks_for_an_option_by_leading_that_noise_could_turn(data: st.DataObject) -> None:
    study = by_hand.study()
    changed = []
    for one in study.comparison.best_on:
        rest = one.order[1:]
        near = tuple(o for o in rest if data.draw(st.booleans()))
        changed.append(dataclasses.replace(one, near=near))
    context = read(
        dataclasses.replace(study, comparison=dataclasses.replace(study.comparison, best_on=tuple(changed)))
    )
    unsure = {one.criterion for one in changed if one.near}
    for shown in context.view.active:
        assert not {f"leads.{name}" for name in unsure} & keys(context, shown)


def keys(context: Context, shown: OptionView) -> set[str]:
    return {argument.key for argument in merits(context, shown)}


def test_where_options_are_many_their_names_stand_above_the_table(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = glance.glance_section(context)
    monkeypatch.setattr(glance, "NAMED_IN_HEAD", 3)
    _, made, *_ = (section := glance.glance_section(context)).blocks
    assert isinstance(made, Table)
    assert ("0", "A", "B", "C") == made.columns[1:]
    assert lines(section)[0].startswith("0: No mission; A: a lead nation in turn, at most 60 people; ")
    assert table(whole, "glance") == table(section, "glance")
