"""Amendments: fewest levers first, only what keeps the bars, only what raises the chance."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from cadre.decision.amendments import amendments, changes_between, kept_of
from cadre.decision.analysis import RequiredValue
from cadre.mission import Mission
from tests.decision.made import DOCUMENT
from tests.words.plainly import said_of

LEVERS = {
    "size": {"choices": {"small": {"set": {"ceiling": 10}}, "large": {"set": {"ceiling": 40}}}},
    "length": {
        "choices": {"one": {"title": "one year"}, "two": {"title": "two years", "set": {"ceiling": 30}}}
    },
    "guard": {"choices": {"own": {}, "hired": {"set": {"ceiling": 20}}}},
}


@dataclass(frozen=True)
class Seen:
    option: str
    title: str
    choices: dict[str, str]
    measures: dict[str, float]


def seen(size: str, length: str, guard: str, **measures: float) -> Seen:
    every = {"outcome": 0.5, "lasting": 0.5, "cost": 1e6} | measures
    return Seen(
        f"{size}.{length}.{guard}",
        f"{size} {length}",
        {"size": size, "length": length, "guard": guard},
        every,
    )


@pytest.fixture
def several() -> Mission:
    return Mission.model_validate(DOCUMENT | {"levers": LEVERS, "positions": []})


SHOWN = seen("large", "two", "own")
CHANCES = {
    "large.two.own": 0.2,
    "large.one.own": 0.6,
    "large.two.hired": 0.62,
    "small.two.own": 0.9,
    "large.one.hired": 0.64,
    "small.one.own": 0.97,
    "small.one.hired": 1.0,
}


def told(mission: Mission, *screened: Seen, kept: dict[str, float]) -> list[tuple[str, float]]:
    found = amendments(SHOWN, (SHOWN, *screened), kept, lambda s: CHANCES[s.option])
    return [(a.to, a.chance) for a in found]


def test_the_fewest_levers_come_first_and_further_ones_must_be_worth_it(several: Mission) -> None:
    every = [
        seen("large", "one", "own"),
        seen("large", "two", "hired"),
        seen("small", "two", "own", outcome=0.1),
        seen("large", "one", "hired"),
        seen("small", "one", "own"),
        seen("small", "one", "hired"),
    ]
    # One lever: hired guards (.62), since the small size misses the bar. Two: .97, everybody.
    kept = {"outcome": 0.25, "lasting": 0.25}
    assert [("large.two.hired", 0.62), ("small.one.own", 0.97)] == told(several, *every, kept=kept)
    # Two levers that gain two points more are not told.
    assert [("large.two.hired", 0.62)] == told(several, *every[:2], every[3], kept=kept)


def test_an_amendment_that_misses_a_bar_is_none(several: Mission) -> None:
    poor = seen("small", "two", "own", lasting=0.2)
    assert [] == told(several, poor, kept={"lasting": 0.25})
    assert [("small.two.own", 0.9)] == told(several, poor, kept={"lasting": 0.2})


def test_an_option_that_cannot_be_carried_out_is_no_amendment(several: Mission) -> None:
    impossible = Seen("small.two.own", "x", {"size": "small", "length": "two", "guard": "own"}, {})
    assert [] == told(several, impossible, kept={"outcome": 0.0})


def test_an_amendment_says_what_moves_and_what_it_gives_up(several: Mission) -> None:
    cheaper = seen("large", "one", "own", outcome=0.4, cost=3e6)
    (found,) = amendments(SHOWN, (SHOWN, cheaper), {"outcome": 0.2}, lambda s: CHANCES[s.option])
    expected = (
        "With one year instead of two years, “large two” would be agreed with a chance of 60 %; it reaches "
    )
    expected += "10 points less of the targets and costs EUR 2 M more."
    assert expected == said_of(several, found.reason, {SHOWN.option: SHOWN.title})
    assert [("length", "two", "one")] == [(c.lever, c.was, c.becomes) for c in found.changes]
    assert pytest.approx((-0.1, 0.0, 2e6)) == (
        found.outcome_difference,
        found.lasting_difference,
        found.cost_difference,
    )


def test_levers_are_compared_one_by_one() -> None:
    assert () == changes_between(SHOWN, SHOWN)
    assert 3 == len(changes_between(SHOWN, seen("small", "one", "hired")))


def test_an_amended_option_clears_the_stated_bars_else_keeps_half_of_what_it_amends() -> None:
    option = seen("large", "two", "own", outcome=0.6, lasting=0.1)
    stated = [RequiredValue("lasting", "more", 0.4), RequiredValue("cost", "less", 1)]
    assert {"lasting": 0.4} == kept_of(stated, option)
    assert {"outcome": 0.3, "lasting": 0.05} == kept_of((), option)
