"""Briefing: accepted mutants are planned, played and written up with the smallest settings."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.mutated.judging import Verdict, mutant, write
from cadre.errors import InfeasibleMission
from cadre.mission_files import read_mission
from cadre.pipeline import Settings
from cadre.pipeline.studying import run_study

SETTINGS = Settings(seed=1, replications=8, jobs=1, effort=0.05)


def chosen(verdicts: Iterable[Verdict], number: int) -> list[int]:
    """Choose accepted mutants whose missions all differ, in an order that rests on the missions alone."""
    first: dict[str, int] = {}
    for verdict in sorted(verdicts, key=lambda v: v.number):
        if verdict.came == "read" and verdict.digest:
            first.setdefault(verdict.digest, verdict.number)
    return [first[digest] for digest in sorted(first)][:number]


def briefed(number: int, seed: int = 1) -> Verdict:
    """Take a mutant to a brief; whatever ends it but that nothing can be done is wrong."""
    from cadre.brief.writing import write_brief  # noqa: PLC0415  (slow to import)

    _, made = mutant(number, seed)
    with TemporaryDirectory(prefix="cadre-brief-") as outside:
        folder = Path(outside) / "mission"
        write(made, folder)
        try:
            mission = read_mission(folder)
            write_brief(
                run_study(mission, SETTINGS), Path(outside) / "brief", language=mission.mission.language
            )
        except InfeasibleMission:
            return Verdict(number, made.way, "nothing feasible")
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            wrong = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
            return Verdict(number, made.way, "failed", wrong=(wrong,))
    return Verdict(number, made.way, "briefed")
