"""Workers that are killed: the study is taken up again, ends with the same bytes, and no engine is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from cadre.site.audit.chain import check
from cadre.site.databases import database as database_of
from cadre.site.databases import sqlite
from cadre.site.intake import Taken
from cadre.site.studies import queue
from cadre.site.studies.models import SiteStudy, State
from cadre.site.studies.worker import StudyWorker
from tests.mission_files.by_hand import write_folder
from tests.site import databases
from tests.site.made import NOW, SETTINGS, Site

WORKER = """
import datetime as dt, sys, threading
from pathlib import Path
from cadre.site.starting import configure
configure(Path(sys.argv[1]))
from cadre.site.studies.worker import StudyWorker
wait = threading.Event().wait
StudyWorker(Path(sys.argv[1]) / "studies", 1, wait, engine=sys.argv[2:], lease=dt.timedelta(seconds=3)).run()
"""
ENGINE = (sys.executable, str(Path(__file__).with_name("slow_engine.py")))
NET_SECONDS = 240
"""Only so that a broken test ends."""
PAUSE = 0.05


@dataclass
class Running:
    """A site with workers as processes of their own."""

    site: Site
    data: Path
    address: str

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        environment = os.environ | {"CADRE_SITE_DATABASE": self.address}
        command = [sys.executable, "-c", WORKER, str(self.data), *ENGINE]
        running = subprocess.Popen(command, env=environment)
        try:
            yield running
        finally:
            running.kill()
            running.wait()

    def study(self) -> SiteStudy:
        found: SiteStudy = SiteStudy.objects.get(pk=self.site.queued.pk)
        return found

    def until(self, holds: Callable[[SiteStudy], bool]) -> SiteStudy:
        for _ in range(int(NET_SECONDS / PAUSE)):
            if holds(study := self.study()):
                return study
            time.sleep(PAUSE)
        raise AssertionError(self.study().state)

    def engine(self, token: int) -> tuple[int, int]:
        """Return the process of an attempt's engine and how many steps it found."""
        process, steps = self._note(token).read_text().split()
        return int(process), int(steps)

    def began(self, token: int) -> bool:
        """Say whether the engine of an attempt has noted how many steps it found."""
        note = self._note(token)
        return note.exists() and len(note.read_text().split()) == 2

    def _note(self, token: int) -> Path:
        return self.data / "studies" / f"study-{self.site.queued.pk}" / "kept" / f"began-run-{token}"


@pytest.fixture
def running(
    database: dict[str, Any], postgresql_server: str, taken: Taken, tmp_path: Path
) -> Iterator[Running]:
    """Run a site on a database of its own: what other processes are to see must be written."""
    address, settings = "", sqlite(tmp_path / "site.sqlite3")
    if "postgresql" in database["ENGINE"]:
        address = databases.address_of_new(postgresql_server, f"site-{tmp_path.name}")
        settings = database_of(address, tmp_path)
    databases.up_to_date(settings)
    with databases.speaking_to(settings):
        yield Running(Site.made(taken), tmp_path, address)
        connection.close()


def done(study: SiteStudy) -> bool:
    return study.state == State.DONE


def under_way(study: SiteStudy) -> bool:
    return study.state == State.RUNNING and bool(study.progress.get("done", 0) >= 2)


def lives(process: int) -> bool:
    """Say whether a process runs; one that has ended and waits for its parent does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_study_whose_worker_is_killed_is_taken_up_and_ends_with_the_same_bytes(running: Running) -> None:
    with running.worker() as first:
        running.until(under_way)
        first.kill()
    process, found = running.engine(1)
    assert 0 == found
    for _ in range(int(NET_SECONDS / PAUSE)):
        if not lives(process):
            break
        time.sleep(PAUSE)
    assert not lives(process)
    undisturbed = queue.ask(running.site.mission, SETTINGS, by=running.site.people["planner"], now=NOW)
    with running.worker():
        study = running.until(
            lambda study: done(study) and SiteStudy.objects.get(pk=undisturbed.pk).state == State.DONE
        )
    assert 2 == study.attempts
    assert list(undisturbed.files.values_list("name", "digest")) == list(
        study.files.values_list("name", "digest")
    )
    assert check().broken_at is None


def test_a_cancelled_study_ends_its_engine_and_goes_on_from_what_is_kept(running: Running) -> None:
    planner = running.site.people["planner"]
    with running.worker():
        running.until(under_way)
        assert queue.cancel(running.study(), by=planner, now=NOW)
        process, _ = running.engine(1)
        for _ in range(int(NET_SECONDS / PAUSE)):
            if not lives(process):
                break
            time.sleep(PAUSE)
        assert not lives(process)
        assert State.CANCELLED == running.study().state
        assert queue.resume(running.study(), by=planner, now=NOW)
        running.until(lambda _: running.began(2))  # it may be done before it tells how far it is
        assert running.engine(2)[1] > 0
        running.until(done)


def test_what_a_killed_worker_left_of_a_finished_study_is_removed(site: Site, tmp_path: Path) -> None:
    for study in (site.released, site.queued):
        (tmp_path / f"study-{study.pk}" / "kept").mkdir(parents=True)
    StudyWorker(tmp_path, 1, lambda _: True).run()
    assert [f"study-{site.queued.pk}"] == [folder.name for folder in tmp_path.iterdir()]


def test_an_engine_that_is_killed_in_the_middle_ends_with_the_same_bytes_when_started_again(
    tmp_path: Path,
) -> None:
    whole, cut = _asked(tmp_path / "whole"), _asked(tmp_path / "cut")
    assert 0 == _engine(whole).wait()
    interrupted = _engine(cut)
    while not list((cut.parent / "kept").glob("*.json")):
        assert interrupted.poll() is None
        time.sleep(PAUSE)
    interrupted.kill()
    interrupted.wait()
    assert not (cut / "brief").exists()
    assert 0 == _engine(cut).wait()
    assert _bytes(whole) == _bytes(cut)
    assert "study.json" in _bytes(cut)


def _asked(folder: Path) -> Path:
    run = folder / "run-1"
    write_folder(run / "mission")
    (run / "settings.json").write_text(json.dumps(SETTINGS))
    return run


def _engine(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "cadre.site.engine", str(folder), "1", str(os.getpid())]
    return subprocess.Popen(command)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (folder / "brief").iterdir()}
