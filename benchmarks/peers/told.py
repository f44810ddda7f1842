"""What every peer shares: its arguments, and the line it prints in the form of the benchmarks."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORKERS = 2
"""Threads a peer may use: as many as the planner."""


@dataclass(frozen=True)
class Answer:
    """What a peer found: a plan in the form of the benchmarks or None, its objective, and its bound."""

    plan: dict[str, Any] | None
    objective: float | None
    bound: float | None
    status: str


Peer = Callable[[Path, float], Answer]
"""Takes a case and seconds on the wall; reading and building count."""


def main(peer: Peer, *, about: str) -> None:
    """Read the arguments, ask the peer, write its plan and print the line."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--plan", type=Path)
    given = parser.parse_args()
    begun = time.perf_counter()
    answer = peer(given.file, given.seconds)
    if given.plan and answer.plan is not None:
        given.plan.write_text(json.dumps(answer.plan), encoding="utf-8")
    print(json.dumps(line(given.file, answer, time.perf_counter() - begun)))


def line(case: Path, answer: Answer, seconds: float) -> dict[str, object]:
    """Put an answer in the form of the benchmarks; the plan is judged by whoever called."""
    gap = None
    if answer.objective is not None and answer.bound is not None:
        gap = round(abs(answer.objective - answer.bound) / max(1.0, abs(answer.objective)), 6)
    return {
        "case": case.stem,
        "objective": answer.objective,
        "bound": answer.bound,
        "gap": gap,
        "seconds": round(seconds, 2),
        "first_plan_seconds": None,
        "status": answer.status,
    }
