"""A criterion is one entry of a table and its message: nothing else has to be told of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Resource

import cadre.criteria
from cadre.brief.register.inputs import FAMILIES
from cadre.cli import run
from cadre.criteria import MONEY, TABLE, Column, Entry, named
from cadre.words import catalogue
from tests.mission_files.by_hand import MISSION, OFFERS, write_folder

ADDED = (
    Entry(
        id="graduates",  # its id is that of a scalar that the brief shows in any case
        title="People who pass",
        unit="people",
        better="more",
        scalar="graduates",
        kind="end",
        inputs=("training", "offers"),
        screened=True,
        beaten_on=True,
        page_one=Column(8, 12),
    ),
    Entry(
        id="unit_cost",
        title="Cost of each who passes",
        unit=MONEY,
        better="less",
        scalar="cost_a_graduate",
        kind="means",
    ),
    replace(
        named("posts_in_country"), compared=True, page_one=Column(9, 12), title="Posts within the country"
    ),
)
"""An end that is screened and told on page one, a means in money, and one that a plan says."""
MESSAGES = """
graduates = People who pass
    .short = passed
    .column = They pass
    .worst = it passes the fewest people: { $number }
    .more = passes { $by } more
    .less = passes { $by } fewer
unit-cost = Cost of each who passes
    .short = unit cost
    .column = Cost of each
    .worst = each who passes costs the most: { $number }
    .more = costs { $by } more for each
    .less = costs { $by } less for each
posts-in-country = Posts within
    .short = posts within
    .column = Posts within
    .worst = it has the most posts within the country: { $number }
"""
PREFERENCES = """
preferences:
  order: [graduates, outcome, lasting, cost, posts_in_country]
  bars: {graduates: 10, cost: 100000000}
"""
SETTINGS = ("--replications", "40", "--jobs", "1")
FILES = {"brief.html", "brief.pdf", "brief.docx", "brief.pptx", "workbook.xlsx", "study.json"}


@pytest.fixture(scope="module")
def added() -> Iterator[None]:
    """Put another table in the place of the table, and messages beside the messages."""
    kept = tuple(entry for entry in TABLE if entry.id not in {one.id for one in ADDED})
    read = catalogue._resource
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cadre.criteria, "TABLE", (*kept, *ADDED))
        patched.setattr(catalogue, "_resource", lambda of, area: _with_messages(read(of, area), area))
        catalogue._bundle.cache_clear()
        yield
    catalogue._bundle.cache_clear()


def _with_messages(resource: Resource, area: str) -> Resource:
    """Put ours before those of criteria: of two messages of a name the first counts."""
    return Resource([*FluentResource(MESSAGES).body, *resource.body]) if area == "criteria" else resource


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_folder(tmp_path_factory.mktemp("added") / "school")
    mission = MISSION.replace("ceiling: 20}", "ceiling: 5}") + PREFERENCES  # few is few enough to differ
    (folder / "mission.yaml").write_text(mission, "utf-8")
    (folder / "offers.csv").write_text(
        OFFERS + "second,ally,trainer,8,2020-01-06,2020-12-31,confirmed,\n", "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def out(added: None, school: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief") / "out"
    assert 0 == run(["brief", str(school), "--out", str(folder), *SETTINGS])
    return folder


@pytest.fixture(scope="module")
def study(out: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((out / "study.json").read_text("utf-8"))
    return made


def test_a_criterion_added_is_in_every_file_of_a_brief(out: Path) -> None:
    assert FILES <= {file.name for file in out.iterdir()}
    assert all((out / name).stat().st_size > 0 for name in FILES)
    html = (out / "brief.html").read_text("utf-8")
    assert all(title in html for title in ("People who pass", "Cost of each who passes", "They pass"))


def test_a_criterion_added_is_compared_weighed_and_screened(study: dict[str, Any]) -> None:
    ids = {entry.id for entry in ADDED}
    assert ids <= {one["id"] for one in study["comparison"]["criteria"]}
    assert ids <= {one["criterion"] for one in study["comparison"]["regrets"]}
    assert {"graduates", "posts_in_country"} <= set(study["analysis"]["weighing"]["weights"])
    assert all("graduates" in one["measures"] for one in study["screened"] if one["measures"])
    assert "graduates" in {one["criterion"] for one in study["comparison"]["best_on"]}


def test_a_criterion_that_a_plan_says_is_what_its_plan_says(study: dict[str, Any]) -> None:
    screened = {one["option"]: one["measures"] for one in study["screened"]}
    spreads = study["comparison"]["spreads"]
    assert {0.0} < {of["posts_in_country"]["median"] for of in spreads.values()}
    assert all(of["posts_in_country"]["low"] == of["posts_in_country"]["high"] for of in spreads.values())
    assert any(of["years"]["median"] != of["posts_in_country"]["median"] for o, of in spreads.items())
    assert set(spreads) <= set(screened)


def test_a_number_of_a_criterion_added_is_traced(out: Path, study: dict[str, Any], added: None) -> None:
    options = [one["id"] for one in study["options"]]
    for entry in ADDED:
        assert 0 == run(["trace", str(out), f"option.{options[-1]}.{entry.id}"])
        assert 0 == run(["trace", str(out), f"difference.{options[-1]}.{options[0]}.{entry.id}"])
    assert 0 == run(["trace", str(out), "--prov", str(out / "chain.json")])
    chain = json.loads((out / "chain.json").read_text("utf-8"))
    assert f"number:option.{options[-1]}.graduates" in chain["entity"]


def test_a_criterion_added_is_printed_by_compare(
    school: Path, added: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == run(["compare", str(school), *SETTINGS])
    printed = capsys.readouterr().out
    assert all(title in printed for title in ("People who pass (people; more is better)", "Cost of each who"))


def test_a_criterion_added_is_a_column_of_a_sweep(school: Path, added: None, tmp_path: Path) -> None:
    out = tmp_path / "sweep"
    options = ("--sample", "lhs", "--cases", "2", "--replications", "4", "--jobs", "1")
    assert 0 == run(["sweep", str(school), "--out", str(out), *options])
    (file,) = out.glob("*.parquet")
    rows = pq.read_table(file).to_pylist()
    told = [row for row in rows if row["why_not"] is None]
    assert told
    assert all(row["cost_a_graduate"] is not None and row["graduates.p10"] is not None for row in told)


def test_the_table_names_each_criterion_once_and_inputs_that_exist() -> None:
    ids = [entry.id for entry in TABLE]
    assert len(ids) == len(set(ids))
    inputs = {name for entry in TABLE for name in entry.inputs}
    assert {"mission.horizon"} == inputs - set(FAMILIES)
    assert all(entry.scalar or entry.of_plan for entry in TABLE)
