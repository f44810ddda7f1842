"""Sweeps: a grid or sample of options and open details, each case planned, played and kept at once.

Takes a mission, a design and a folder, gives one Parquet file. A sweep that ended at any moment goes on with
the cases that are not finished. The design stands in `design`, one case in `case`, the folder in `store`,
a cluster in `cluster`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from cadre.sweep.case import Row, Shared, columns_of, run_case
from cadre.sweep.design import Design, SweepCase, cases_of
from cadre.sweep.store import Store
from cadre.workers import side_by_side

__all__ = ["Design", "Shared", "SweepCase", "Swept", "Where", "digest", "run_sweep"]


class SweepProgress(Protocol):
    """Somebody who is told how far the work is."""

    def stage(self, name: str, total: int) -> None:
        """Begin a stage of so many steps."""

    def advance(self) -> None:
        """Tell that a step of the present stage is done."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a sweep runs: processes here, or the cluster at an address; rows do not depend on it."""

    jobs: int = 2
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Swept:
    """The file written, the number of cases in it, and how many were found finished and not run again."""

    file: Path
    cases: int
    kept: int


def run_sweep(
    shared: Shared,
    design: Design,
    out: Path,
    *,
    where: Where | None = None,
    progress: SweepProgress | None = None,
) -> Swept:
    """Run every case of a design that is not finished yet.

    Parameters
    ----------
    shared : Shared
        Mission, luck, and whether to plan in full.
    design : Design
        What is varied.
    out : Path
        Folder; new, or of the same sweep.
    where : Where, optional
        Two processes of this machine when left out.
    progress : SweepProgress, optional
        Told of each case.

    Raises
    ------
    BadInput
        A design that cannot be made, a folder of something else, or a cluster that cannot be used.
    """
    cases = cases_of(shared.mission, design, seed=shared.seed)
    store = Store(out, digest(shared, cases), columns_of(cases, shared.mission))
    finished = store.finished()
    left = [case for case in cases if case.number not in finished]
    if progress is not None:
        progress.stage("sweep", len(left))
    for row in _rows(shared, left, where or Where()) if left else ():
        store.keep(row)
        if progress is not None:
            progress.advance()
    return Swept(store.join(), len(cases), len(finished))


def _rows(shared: Shared, cases: Sequence[SweepCase], where: Where) -> Iterator[Row]:
    if where.cluster is None:
        found = side_by_side(partial(run_case, shared), cases, jobs=where.jobs)
        return (row for _, row in found)
    from cadre.sweep.cluster import on_cluster  # noqa: PLC0415  (an optional library)

    return on_cluster(where.cluster, shared, cases)


def digest(shared: Shared, cases: Sequence[SweepCase]) -> str:
    """Return a SHA-256 of everything the rows follow from: mission, luck, cases and versions."""
    from cadre.pipeline import versions  # noqa: PLC0415  (solvers)

    settings = [shared.seed, shared.replications, shared.seconds, shared.full]
    parts = [shared.mission.document(), settings, versions(), [asdict(case) for case in cases]]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
