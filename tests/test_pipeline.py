"""A study: the same on any number of jobs, and whole again after it was stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cadre.brief.writing import files_of
from cadre.checkpoints import Checkpoint
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.mission_files import read_folder, read_mission
from cadre.pipeline import Settings
from cadre.pipeline.planning import limits_hit, plan_options
from cadre.pipeline.studying import run_study
from cadre.solving import Result, Status
from cadre.study import Study
from tests.mission_files.by_hand import OFFERS, write_folder

SETTINGS = Settings(seed=3, replications=40, jobs=1)


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Mission:
    return read_mission(write_folder(tmp_path_factory.mktemp("study") / "school"))


@pytest.fixture(scope="module")
def study(mission: Mission) -> Study:
    return run_study(mission, SETTINGS)


class Steps:
    """Counts the steps told."""

    def __init__(self) -> None:
        self.left: dict[str, int] = {}
        self.now = ""

    def stage(self, name: str, total: int) -> None:
        self.now, self.left[name] = name, total

    def advance(self) -> None:
        self.left[self.now] -= 1


def test_two_jobs_write_the_bytes_that_one_writes(mission: Mission, study: Study) -> None:
    assert files_of(study) == files_of(run_study(mission, replace(SETTINGS, jobs=2)))


def test_another_seed_gives_another_study(mission: Mission, study: Study) -> None:
    other = run_study(mission, replace(SETTINGS, seed=4))
    assert files_of(study)["study.json"] != files_of(other)["study.json"]


def test_effort_is_recorded_and_a_plan_kept_under_another_is_not_read(
    mission: Mission, study: Study, tmp_path: Path
) -> None:
    assert 1.0 == json.loads(files_of(study)["study.json"])["effort"]
    more = run_study(mission, replace(SETTINGS, effort=2.0))
    assert 2.0 == json.loads(files_of(more)["study.json"])["effort"]
    kept = Checkpoint(tmp_path, {})
    kept.keep(study.shown[0], SETTINGS)
    assert kept.read(study.shown[0].option, SETTINGS) is not None
    assert kept.read(study.shown[0].option, replace(SETTINGS, effort=2.0)) is None


def test_every_step_that_was_announced_is_told(mission: Mission) -> None:
    steps = Steps()
    run_study(mission, SETTINGS, progress=steps)
    assert {"screen": 0, "plan": 0, "simulate": 0, "replay": 0, "attain": 0} == steps.left


def test_plans_kept_are_read_and_not_made_again(mission: Mission, study: Study, tmp_path: Path) -> None:
    """A plan that was altered in the folder comes back altered: nobody planned anew."""
    kept = Checkpoint(tmp_path, {})
    marked = [replace(p, forces=replace(p.forces, asks=())) for p in study.shown]
    for planned in marked:
        kept.keep(planned, SETTINGS)
    steps = Steps()
    options = [planned.option for planned in study.shown]
    assert tuple(marked) == plan_options(options, SETTINGS, kept=kept, progress=steps)
    other = replace(SETTINGS, seconds=7.0)
    assert all(kept.read(option, other) is None for option in options)


def test_a_kept_plan_that_is_cut_short_is_ignored(study: Study, tmp_path: Path) -> None:
    kept = Checkpoint(tmp_path, {})
    kept.keep(study.shown[0], SETTINGS)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:100])
    assert kept.read(study.shown[0].option, SETTINGS) is None


def test_a_search_that_seconds_ended_is_named(study: Study) -> None:
    assert () == study.limits_hit
    cut = Result(Status.FEASIBLE, 1.0, 0.0, by_seconds=True)
    forces: ForcePlan = replace(study.shown[0].forces, result=cut)
    assert ("nothing: forces",) == limits_hit([replace(study.shown[0], forces=forces)])


def test_a_stopped_brief_leaves_no_file_says_what_is_kept_and_goes_on(tmp_path: Path) -> None:
    school, out = write_folder(tmp_path / "school"), tmp_path / "out"
    enough = OFFERS.replace("trainer,4,", "trainer,12,").replace("pledged,50%", "confirmed,100%")
    (school / "offers.csv").write_text(enough, "utf-8")
    words = ["brief", str(school), "--out", str(out), "--seed", "3", "--replications", "40"]
    command = [sys.executable, "-m", "cadre", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as brief:
        assert brief.stderr is not None
        next(line for line in brief.stderr if line.startswith("simulating"))
        os.kill(brief.pid, signal.SIGINT)
        told = brief.stderr.read()
    assert 4 == brief.returncode, told
    assert "cadre: stopped: no brief was written; 5 planned options are kept" in told
    assert "Traceback" not in told
    assert {"school", ".out.unfinished"} == {f.name for f in tmp_path.iterdir()}

    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == again.returncode, again.stderr
    read = read_folder(school)
    whole = files_of(run_study(read.mission, SETTINGS, warned=read.warnings))
    assert whole == {f.name: f.read_bytes() for f in out.iterdir()}
    assert {"school", "out"} == {f.name for f in tmp_path.iterdir()}
