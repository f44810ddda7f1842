"""The annexes say what is drawn wider than it is written, what cost overruns, by how much and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cadre.brief.annexes.ledger import assumptions_section
from cadre.brief.annexes.results import costs_section
from cadre.brief.compose import read
from cadre.brief.context import Context
from cadre.mission import Figure
from cadre.mission.judgements import HOLDS
from cadre.mission.money import COST_OVERRUN, OVERRUN
from cadre.packs import read_pack
from cadre.study import Study
from tests.brief.reading_aloud import lines, table


@pytest.fixture(scope="module")
def stated(study: Study) -> Context:
    pack = read_pack("mine-action").figures
    figures: dict[str, Figure] = {**study.mission.figures, HOLDS: pack[HOLDS]}
    figures[COST_OVERRUN] = pack[COST_OVERRUN]
    mission = type(study.mission).model_validate(study.mission.document() | {"figures": figures})
    return read(replace(study, mission=mission))


def test_the_annex_of_assumptions_says_how_much_wider_ranges_are_drawn_and_why(stated: Context) -> None:
    told = " ".join(lines(assumptions_section(stated)))
    assert "ranges rest on assumptions alone" in told
    assert "drawn 1.62 times as wide as written" in told
    assert "only 57 % (36–68) of the 80 % ranges that experts gave held" in told
    assert f"P:{HOLDS}" in stated.numbers["judgements.factor"].basis


def test_the_annex_of_costs_says_the_overrun_and_its_reference_class(stated: Context) -> None:
    told = " ".join(lines(costs_section(stated)))
    assert "an overrun of 1.00 (0.86–1.41), from comparable missions" in told
    assert "Reference class" in told
    assert (f"P:{COST_OVERRUN}",) == stated.numbers[OVERRUN].basis


def test_where_no_pack_states_it_nothing_is_said(context: Context) -> None:
    assert "wide" not in " ".join(lines(assumptions_section(context)))
    assert "overrun of" not in " ".join(lines(costs_section(context)))


def test_costs_stand_side_by_side_before_overrun_and_fully_manned(stated: Context, context: Context) -> None:
    rows = {row[0]: row[1:] for row in table(costs_section(stated), "costs-by-option")}
    assert rows["Cost to exit before any overrun"] == rows["Cost to exit, with any overrun"]
    assert rows["The same, had every post been filled"] != rows["Cost to exit, with any overrun"]
    without = [row[0] for row in table(costs_section(context), "costs-by-option")]
    assert "Cost to exit before any overrun" not in without
