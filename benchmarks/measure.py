"""Run one job in a process of its own, judge the plan that it wrote, keep what was found as JSON."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.checks.judged import Judged
from benchmarks.suite import Job

ROOT = Path(__file__).resolve().parents[1]
"""Where modules are found."""
CHECKED = ("mspsp", "forces", "timetable")
"""Benchmarks whose plans are written and judged from their files."""
PATIENCE = 600.0
"""Seconds beyond those asked for after which a job is ended."""


@dataclass(frozen=True)
class Finding:
    """What a job came to.

    Attributes
    ----------
    line : dict
        What it printed; empty with `trouble`.
    trouble : str
        Why there is nothing, else empty.
    judged : Judged or None
        Its plan as the checker sees it.
    cpu_seconds, load : float
        Processor time of the job, and the machine's load when it began: both tell how much of it the job had.
    """

    benchmark: str
    peer: str
    case: str
    asked_seconds: float | None
    seconds: float | None
    line: dict[str, Any]
    trouble: str = ""
    judged: Judged | None = None
    cpu_seconds: float = 0.0
    load: float = 0.0

    @property
    def key(self) -> tuple[str, str, str, float | None]:
        """What tells it from others: that of its job."""
        return self.benchmark, self.peer, self.case, self.seconds

    @property
    def violations(self) -> list[str]:
        """What its own check and the checker of files found wrong."""
        return [*self.line.get("violations", []), *(self.judged.violations if self.judged else [])]


def measured(job: Job) -> Finding:
    """Run a job; what is missing or fails is told in the finding."""
    load, used = os.getloadavg()[0], _cpu_seconds()
    line: dict[str, Any] = {}
    judged, trouble = None, _missing(job)
    if not trouble:
        with TemporaryDirectory() as folder:
            plan = Path(folder) / "plan.json"
            line, trouble = _called(job, plan)
            if job.path and plan.is_file() and not trouble:
                judged = _judged(job, plan)
    known = (job.benchmark, job.peer, job.case, job.asked_seconds, job.seconds)
    return Finding(*known, line, trouble, judged, round(_cpu_seconds() - used, 1), round(load, 1))


def _missing(job: Job) -> str:
    try:
        there = importlib.util.find_spec(job.module)
    except ModuleNotFoundError:
        there = None
    if there is None:
        return "not there"
    return "the case is not there" if job.path and not job.path.is_file() else ""


def _called(job: Job, plan: Path) -> tuple[dict[str, Any], str]:
    command = [sys.executable, "-m", job.module, *job.arguments]
    if job.seconds is not None:
        command += ["--seconds", f"{job.seconds:g}"]
    if job.benchmark in CHECKED:
        command += ["--plan", str(plan)]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=(job.seconds or 0) + PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {}, "did not end"
    lines = [text for text in done.stdout.splitlines() if text.startswith("{")]
    if done.returncode or not lines:
        return {}, (done.stderr.strip().splitlines() or ["printed nothing"])[-1][:200]
    return json.loads(lines[-1]), ""


def _judged(job: Job, plan: Path) -> Judged | None:
    if job.benchmark not in CHECKED or job.path is None:
        return None
    checker = importlib.import_module(f"benchmarks.checks.{job.benchmark}")
    judged: Judged = checker.judge(job.path, json.loads(plan.read_text(encoding="utf-8")))
    return judged


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def keep(path: Path, finding: Finding) -> None:
    """Add a finding to a file of results."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as kept:
        kept.write(json.dumps(asdict(finding)) + "\n")


def findings_in(path: Path) -> Iterator[Finding]:
    """Read a file of results."""
    for text in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(text)
        judged = record.pop("judged")
        yield Finding(**record, judged=None if judged is None else Judged(**judged))
