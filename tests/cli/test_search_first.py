"""Before any reason: how far from its bound a search stopped, and what truly helps."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cadre.cli import run, show
from cadre.cli.show import said_first, stopped
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.plans import Planned
from cadre.solving import Limits, Result, Status
from tests.mission_files.by_hand import write_folder

Printed = pytest.CaptureFixture[str]
FEASIBLE, OPTIMAL = Status.FEASIBLE, Status.OPTIMAL


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("first") / "school")


@pytest.fixture(scope="module")
def plan(school: Path) -> Planned:
    return plan_option(find(read_mission(school), "few.none"), Settings(jobs=1))


def ended(plan: Planned, result: Result) -> Planned:
    return replace(plan, programme=replace(plan.programme, result=result))


def explained(plan: Planned, capsys: Printed) -> list[str]:
    show.explained(plan, (), as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    return " ".join(" ".join(lines).split()).split(". ", 1)


def test_work_that_ran_out_is_said_first_with_effort(plan: Planned, capsys: Printed) -> None:
    told = explained(ended(plan, Result(FEASIBLE, 37.8, 16.0)), capsys)[0]
    assert told.startswith(
        "The search stopped, its bound 58 % lower: up to that much of what the plan misses"
    )
    assert told.endswith("more work (--effort) may find more")
    assert "--seconds" not in told


def test_seconds_are_named_only_where_seconds_ended_the_search(plan: Planned, capsys: Printed) -> None:
    told = explained(ended(plan, Result(FEASIBLE, 37.8, 16.0, by_seconds=True)), capsys)[0]
    assert told.endswith("more seconds (--seconds) may find more")
    assert "--effort" not in told


@pytest.mark.parametrize(
    "result", [Result(OPTIMAL, 37.8, 37.8), Result(FEASIBLE, 37.8, 36.0), Result(FEASIBLE, 0.04, 0.0)]
)
def test_a_search_that_came_near_its_bound_is_not_mentioned(
    plan: Planned, capsys: Printed, result: Result
) -> None:
    assert "search stopped" not in " ".join(explained(ended(plan, result), capsys))
    assert "" == stopped(result) == said_first(result)


def test_data_says_it_too(plan: Planned, capsys: Printed) -> None:
    show.explained(ended(plan, Result(FEASIBLE, 37.8, 16.0)), (), as_json=True)
    search = json.loads(capsys.readouterr().out)["search"]
    assert search["told"].startswith("The search stopped")
    assert [37.8, 16.0, False] == [search["result"][key] for key in ("objective", "bound", "by_seconds")]


def test_the_plan_of_an_option_tells_it_below_each_search(plan: Planned, capsys: Printed) -> None:
    show.planned(ended(plan, Result(FEASIBLE, 37.8, 16.0)), as_json=False)
    lines = capsys.readouterr().out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("  programme "))
    assert "search stopped, bound 58 % lower" == lines[at + 1].strip()


@pytest.mark.parametrize(
    ("objective", "bound", "left"),
    [(50.0, 28.0, 0.44), (0.5, 0.25, 0.5), (12.0, -3.0, 1.0), (0.0, 0.0, 0.0), (float("inf"), 0.0, 0.0)],
)
def test_what_is_left_open_is_a_share_of_what_the_plan_misses(
    objective: float, bound: float, left: float
) -> None:
    assert left == pytest.approx(Result(FEASIBLE, objective, bound).left_open)


# ---- more work


def test_effort_multiplies_the_work_and_never_the_gap_or_the_seconds() -> None:
    usual = Limits(gap=0.01, work=0.02, seconds=60.0)
    assert Limits(gap=0.01, work=0.08, seconds=7.0, rounds=4.0) == Settings(seconds=7, effort=4).limits(usual)
    less = Settings(effort=0.5).limits(usual)
    assert (0.01, 1.0) == (less.work, less.rounds)
    assert replace(usual, seconds=120.0) == Settings().limits(usual)


def test_every_command_that_plans_takes_an_effort(school: Path, capsys: Printed) -> None:
    for words in (["plan", "few.none"], ["why", "few.none"]):
        command = [words[0], str(school), *words[1:]]
        assert 0 == run([*command, "--effort", "2", "--json"])
        assert json.loads(capsys.readouterr().out)
    for name in ("plan", "why", "simulate", "compare", "brief", "replan", "fits"):
        assert 0 == run([name, "--help"])
        assert "--effort" in capsys.readouterr().out
    assert 2 == run(["plan", str(school), "few.none", "--effort", "0"])
