"""What may end an option before its time is told on the page, in the annex, and where details are open."""

from __future__ import annotations

from dataclasses import replace

from cadre.brief.annexes.results import capability_section
from cadre.brief.compose import read
from cadre.brief.context import Context
from cadre.brief.pages.exit import exit_section
from cadre.study import Study
from tests.brief.reading_aloud import lines, table


def test_each_event_that_ends_an_option_has_a_row_with_its_chance_and_when(context: Context) -> None:
    rows = table(capability_section(context), "endings")
    names = ["Any event", "the host withdraws its request", "too few teams", "unrest"]
    assert [row[0] for row in rows] == names
    assert [row[1:] for row in rows[:2]] == [
        ["10 % (7–14)\nafter 52 weeks"] * 3
    ] * 2  # doing nothing ends by no event
    assert rows[2][1:] == ["0 % (0–1)"] * 3


def test_the_page_on_exit_tells_how_often_an_option_ends_before_its_time(context: Context) -> None:
    assert "Chance that it ends before its time: A 10 %, B 10 %, C 10 %." in lines(exit_section(context))[0]


def test_a_review_that_the_mission_states_stands_among_the_dates(context: Context) -> None:
    said = "5 Oct 2020: review: if fewer than 3 are found (Mine-clearing team), the mission ends."
    assert any(said in line for line in lines(exit_section(context)))


def test_without_events_nothing_is_told(study: Study) -> None:
    without = read(replace(study, comparison=replace(study.comparison, endings=())))
    assert "before its time" not in "\n".join(lines(exit_section(without)))
    assert "before their time" not in "\n".join(lines(capability_section(without)))


def test_an_open_event_is_planned_with_its_chance(context: Context) -> None:
    number = context.numbers["open.request"]
    assert (number.low, number.high, number.unit) == (0.05, 0.25, "share")
