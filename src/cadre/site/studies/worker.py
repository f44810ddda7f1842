"""The worker: takes studies from the queue, one after the other, and has the engine make them.

The engine is a process: it can be ended at any moment, and a fault of its libraries ends nothing else.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import OperationalError, close_old_connections
from django.utils import timezone

from cadre.site.studies import queue
from cadre.site.studies.models import SiteStudy, State
from cadre.site.studies.queue import Lease

LOG = logging.getLogger(__name__)
BEAT_SECONDS = 1.0
"""Between two looks at a running engine."""
FAULT_AT_MOST = 4_000
"""Letters of what went wrong that are kept."""
ENGINE = (sys.executable, "-m", "cadre.site.engine")


class StudyWorker:
    """Makes studies in a folder of its own machine.

    Parameters
    ----------
    folder : Path
        Where studies under way are kept, one folder each; workers of one machine may share it.
    jobs : int
        Processes of one engine.
    wait : callable
        Waits so many seconds; True once the worker is to end.
    engine : sequence of str
        Command of the engine; it is handed a folder, jobs and the number of this process.
    lease : timedelta
        How long this worker may be silent before another one takes its study.
    """

    def __init__(
        self,
        folder: Path,
        jobs: int,
        wait: Callable[[float], bool],
        *,
        engine: Sequence[str] = ENGINE,
        lease: dt.timedelta = queue.LEASE,
    ) -> None:
        self._folder, self._jobs, self._wait = folder, jobs, wait
        self._engine, self._lease = tuple(engine), lease

    def run(self) -> None:
        """Take studies until asked to end."""
        self.clear()
        while not self._wait(0):
            close_old_connections()
            try:
                took_one = self.make_one()
            except (
                OperationalError
            ):  # the database is away or busy: what was taken waits for its lease to end
                LOG.exception("the database does not answer")
                took_one = False
            if not took_one:
                self._wait(BEAT_SECONDS)

    def clear(self) -> None:
        """Remove what a worker left that was killed just after a study was done."""
        done = SiteStudy.objects.filter(state=State.DONE).values_list("pk", flat=True)
        for pk in done:
            shutil.rmtree(self._folder / f"study-{pk}", ignore_errors=True)

    def make_one(self) -> bool:
        """Take one study to its end, or give it back where the worker is to end; False: none is due."""
        held = queue.take(timezone.now(), self._lease)
        if held is None:
            return False
        study = SiteStudy.objects.select_related("revision").get(pk=held.study)
        if study.attempts > queue.ATTEMPTS:
            queue.fail(held, "attempts", timezone.now())
            return True
        folder = self._folder / f"study-{study.pk}" / f"run-{held.token}"
        _prepare(folder, study)
        engine = self._start(folder)
        try:
            ended = self._follow(engine, held, folder)
        finally:
            end_group(engine)
        if ended is not None:
            _hand_in(held, folder, ended)
            shutil.rmtree(folder.parent, ignore_errors=True)
        return True

    def _start(self, folder: Path) -> subprocess.Popen[bytes]:
        command = [*self._engine, str(folder), str(self._jobs), str(os.getpid())]
        hidden = ("CADRE_SITE_SECRET", "CADRE_SITE_DATABASE")
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        with (folder / "log.txt").open("ab") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
            )

    def _follow(self, engine: subprocess.Popen[bytes], held: Lease, folder: Path) -> int | None:
        """Renew the lease until the engine ends; None where the study is no longer ours."""
        while True:
            if not queue.renew(held, progress_in(folder), timezone.now(), self._lease):
                return None
            try:
                return engine.wait(BEAT_SECONDS)
            except subprocess.TimeoutExpired:
                if self._wait(0):
                    queue.give_back(held)
                    return None


def _prepare(folder: Path, study: SiteStudy) -> None:
    """Write what the engine reads: each attempt has a folder, what is kept beside them is shared."""
    shutil.rmtree(folder, ignore_errors=True)
    mission = folder / "mission"
    mission.mkdir(parents=True)
    for name, text in study.revision.files.items():
        (mission / name).write_text(text, "utf-8")
    (folder / "settings.json").write_text(json.dumps(study.settings), "utf-8")


def _hand_in(held: Lease, folder: Path, code: int) -> None:
    """Write the brief, or what was wrong."""
    now = timezone.now()
    if code == 0:
        files = {file.name: file.read_bytes() for file in (folder / "brief").iterdir() if file.is_file()}
        queue.finish(held, files, now)
        return
    fault = folder / "fault.txt"
    told = fault.read_text("utf-8") if fault.is_file() else (folder / "log.txt").read_text("utf-8", "replace")
    queue.fail(held, told[-FAULT_AT_MOST:], now)


def progress_in(folder: Path) -> dict[str, Any]:
    """Return how far the engine says it is; nothing before it has said anything."""
    try:
        found: dict[str, Any] = json.loads((folder / "progress.json").read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return found


def end_group(engine: subprocess.Popen[bytes]) -> None:
    """End an engine and what it started."""
    with suppress(ProcessLookupError):
        os.killpg(engine.pid, signal.SIGKILL)
    engine.wait()
