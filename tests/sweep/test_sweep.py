"""Sweeps: the same rows on one process, two and a cluster; killed at any moment, they go on from there."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

import cadre.sweep
from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.simulation.run import simulate
from cadre.sweep import Design, Shared, SweepCase, Where, digest, run_sweep
from cadre.sweep import cluster as clusters
from cadre.sweep.case import Row, columns_of, run_case
from cadre.sweep.design import cases_of
from cadre.sweep.store import Store

FOLDER = Path(__file__).parents[2] / "missions" / "demining-school"
DESIGN = Design("lhs", cases=8)
HERE = Where(jobs=1)
DISTRIBUTED: Any = import_module("distributed")  # without types


@pytest.fixture(scope="module")
def school() -> Mission:
    return read_mission(FOLDER)


@pytest.fixture(scope="module")
def shared(school: Mission) -> Shared:
    return Shared(school, seed=1, replications=8)


@pytest.fixture(scope="module")
def whole(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """The sweep as one process writes it."""
    swept = run_sweep(shared, DESIGN, tmp_path_factory.mktemp("whole") / "out", where=HERE)
    assert (8, 0) == (swept.cases, swept.kept)
    return rows(swept.file)


def rows(file: Path) -> list[Row]:
    table: list[Row] = pq.read_table(file).to_pylist()
    return table


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Numbers of the cases run in this process, in order."""
    numbers: list[int] = []

    def told(shared: Shared, case: SweepCase) -> Row:
        numbers.append(case.number)
        return run_case(shared, case)

    monkeypatch.setattr(cadre.sweep, "run_case", told)
    return numbers


def test_rows_tell_case_option_levers_details_and_measures(whole: list[Row], school: Mission) -> None:
    assert list(range(8)) == [row["case"] for row in whole]
    for row in whole:
        assert row["why_not"] is None
        assert all(f"lever.{lever}" in row for lever in school.levers)
        assert float(str(row["cost.p10"])) <= float(str(row["cost"]))
    assert len({row["detail.recruits.villagers.a_year"] for row in whole}) == 8


def test_two_processes_write_what_one_writes(whole: list[Row], shared: Shared, tmp_path: Path) -> None:
    assert whole == rows(run_sweep(shared, DESIGN, tmp_path / "out", where=Where(jobs=2)).file)


def test_a_whole_sweep_runs_nothing_again(shared: Shared, tmp_path: Path, ran: list[int]) -> None:
    design = Design("sobol", cases=2)
    first = run_sweep(shared, design, tmp_path / "out", where=HERE)
    before = first.file.read_bytes()
    again = run_sweep(shared, design, tmp_path / "out", where=HERE)
    assert (2, [0, 1]) == (again.kept, ran)
    assert before == again.file.read_bytes()


def test_another_sweep_does_not_write_into_a_folder(shared: Shared, tmp_path: Path) -> None:
    design = Design("sobol", cases=1)
    run_sweep(shared, design, tmp_path / "out", where=HERE)
    with pytest.raises(BadInput, match="another sweep"):
        run_sweep(Shared(shared.mission, seed=2, replications=8), design, tmp_path / "out", where=HERE)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(BadInput, match="other files"):
        run_sweep(shared, design, tmp_path / "mine", where=HERE)


def test_killed_in_mid_run_it_goes_on_without_losing_or_repeating_a_case(
    whole: list[Row], shared: Shared, tmp_path: Path, ran: list[int]
) -> None:
    out = tmp_path / "out"
    words = [
        "sweep",
        str(FOLDER),
        "--out",
        str(out),
        "--sample",
        "lhs",
        "--cases",
        "8",
        "--replications",
        "8",
    ]
    code = "import sys; from cadre.cli import main; main(sys.argv[1:])"
    process = subprocess.Popen([sys.executable, "-c", code, *words], start_new_session=True)
    while len(list(out.glob("parts/*.parquet"))) < 2 and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert -signal.SIGKILL == process.wait()
    (out / "parts" / "00000007.unready").write_bytes(b"half a file")
    kept = {int(part.stem): part.read_bytes() for part in out.glob("parts/*.parquet")}
    assert 2 <= len(kept) < 8
    swept = run_sweep(shared, DESIGN, out, where=HERE)
    assert len(kept) == swept.kept
    assert sorted(set(range(8)) - set(kept)) == ran
    assert whole == rows(swept.file)
    assert not (out / "parts").exists()


def test_in_full_a_case_is_planned_and_played_as_a_study_does(shared: Shared) -> None:
    case = next(
        c for c in cases_of(shared.mission, Design(), seed=1) if c.option == "small.twelve-months.fields"
    )
    row = run_case(replace(shared, full=True), case)
    option = find(shared.mission, case.option)
    plan = plan_option(option, Settings())
    played = simulate(
        option.mission, plan.programme, plan.staff, plan.timetable, replications=8, seed=shared.seed
    )
    assert float(played.scalars["outcome"].mean()) == row["outcome"]
    assert float(np.quantile(played.scalars["cost"], 0.9)) == row["cost.p90"]
    assert row["cost"] != run_case(shared, case)["cost"]


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    settings = {"n_workers": 2, "threads_per_worker": 1, "processes": True}
    with DISTRIBUTED.LocalCluster(host="127.0.0.1", dashboard_address=None, **settings) as cluster:
        yield cluster


def test_a_cluster_writes_what_one_process_writes(
    whole: list[Row], shared: Shared, tmp_path: Path, dask: Any
) -> None:
    on = Where(cluster=dask.scheduler_address)
    assert whole == rows(run_sweep(shared, DESIGN, tmp_path / "out", where=on).file)


def test_a_worker_killed_in_mid_run_loses_nothing(
    whole: list[Row], shared: Shared, tmp_path: Path, dask: Any
) -> None:
    with DISTRIBUTED.Client(dask) as client:
        victim = next(iter(client.run(os.getpid).values()))
    killer = Killer(victim)
    on = Where(cluster=dask.scheduler_address)
    swept = run_sweep(shared, DESIGN, tmp_path / "out", where=on, progress=killer)
    assert killer.killed
    assert whole == rows(swept.file)


class Killer:
    """Kills a process of the cluster when the first case is done."""

    def __init__(self, victim: int) -> None:
        self.victim, self.killed = victim, False

    def stage(self, name: str, total: int) -> None:
        assert ("sweep", 8) == (name, total)

    def advance(self) -> None:
        if not self.killed:
            os.kill(self.victim, signal.SIGKILL)
            self.killed = True


@pytest.fixture
def lone(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """A scheduler with one worker, each a process of its own: the address and the scheduler's process."""
    file = tmp_path / "scheduler.json"
    common = ["--no-dashboard", "--scheduler-file", str(file)]
    run = [sys.executable, "-m", "dask"]
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen([*run, "scheduler", "--host", "127.0.0.1", "--port", "0", *common], **quiet)
    worker = subprocess.Popen([*run, "worker", "--nthreads", "1", "--no-nanny", *common], **quiet)
    try:
        while not (file.is_file() and file.read_text()) and scheduler.poll() is None:
            time.sleep(0.05)
        address = json.loads(file.read_text())["address"]
        with DISTRIBUTED.Client(address) as client:
            client.wait_for_workers(1)
        yield address, scheduler.pid
    finally:
        for process in (worker, scheduler):
            process.kill()
            process.wait()


def test_a_scheduler_lost_in_mid_run_is_told_and_loses_nothing(
    whole: list[Row], shared: Shared, tmp_path: Path, lone: tuple[str, int], ran: list[int]
) -> None:
    address, scheduler = lone
    killer, out = Killer(scheduler), tmp_path / "out"
    with pytest.raises(BadInput, match="the cluster must stay till all is done"):
        run_sweep(shared, DESIGN, out, where=Where(cluster=address), progress=killer)
    assert killer.killed
    kept = {int(part.stem) for part in out.glob("parts/*.parquet")}
    assert 1 <= len(kept) < 8
    swept = run_sweep(shared, DESIGN, out, where=HERE)
    assert len(kept) == swept.kept
    assert sorted(set(range(8)) - kept) == ran
    assert whole == rows(swept.file)


def test_an_address_that_does_not_answer_is_told_and_nothing_is_lost(
    shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ran: list[int]
) -> None:
    monkeypatch.setattr(clusters, "PATIENCE_SECONDS", 1)
    design, out = Design("sobol", cases=2), tmp_path / "out"
    store, case = begun(shared, design, out)
    store.keep(run_case(shared, case))
    with pytest.raises(BadInput) as refused:
        run_sweep(shared, design, out, where=Where(cluster="tcp://127.0.0.1:9"))
    told = "cluster: found tcp://127.0.0.1:9, a scheduler must answer there within 1 s"
    assert str(refused.value).startswith(told)
    assert 1 == run_sweep(shared, design, out, where=HERE).kept
    assert [1] == ran


def begun(shared: Shared, design: Design, out: Path) -> tuple[Store, SweepCase]:
    """Give the folder of a sweep, as `run_sweep` makes it, and the first case."""
    cases = cases_of(shared.mission, design, seed=shared.seed)
    return Store(out, digest(shared, cases), columns_of(cases, shared.mission)), cases[0]
