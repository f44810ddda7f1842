"""Settings of a study, who is told how far it is, and the versions that can move a number."""

from __future__ import annotations

import platform
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Protocol

from cadre.solving import Limits

LIBRARIES = ("cadre-planner", "highspy", "numba", "numpy", "ortools", "scipy")
"""Distributions whose version can move a number."""

FUTURES = 4_000
"""Replications of each option shown: shares are known to 0.8 points at worst, told in whole ones; 10,000 know
them to 0.5 points, for two and a half times the work (docs/benchmarks.md)."""
DRAFT_FUTURES = 500
"""Replications of each option shown, at most, of a draft: shares are known to some 2 points;"""
DRAFT_GAP, DRAFT_WORK = 0.1, 0.1
"""its plans stop at this gap, or after this part of the usual work;"""
DRAFT_COARSER = 4
"""missions too large to be planned by the week are planned in periods so many times as long;"""
DRAFT_OPTIONS = 100
"""and so many options are looked at, at most, besides those that are asked for."""


class Progress(Protocol):
    """Somebody who is told how far the work is."""

    def stage(self, name: str, total: int) -> None:
        """Begin a stage of so many steps."""

    def advance(self) -> None:
        """Tell that a step of the present stage is done."""


class Silent:
    """Nobody is told."""

    def stage(self, name: str, total: int) -> None:
        """Do nothing."""

    def advance(self) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a study is made.

    Parameters
    ----------
    seed : int
        Of the simulation and of every search.
    replications : int
        Of each option shown.
    seconds : float
        Safety net for each search, on the wall; searches stop on gap and deterministic work before it as a
        rule.
    jobs : int
        Processes and threads; results do not depend on it.
    draft : bool
        A first look in a hurry: few futures, few options looked at, plans to a wide gap, nothing checked in
        full. Deterministic as everything is.
    effort : float
        Times the usual deterministic work of each search: where searches stop far from their bounds, more of
        it may find better plans.
    """

    seed: int = 1
    replications: int = FUTURES
    seconds: float = 120.0
    jobs: int = 2
    effort: float = 1.0
    draft: bool = False

    def limits(self, usual: Limits) -> Limits:
        """Return the limits of a stage's search: its usual ones, with these seconds and this effort."""
        limits = replace(usual.times(self.effort), seconds=self.seconds)
        if not self.draft:
            return limits
        return replace(limits, gap=max(limits.gap, DRAFT_GAP), work=DRAFT_WORK * limits.work)

    @property
    def coarser(self) -> int:
        """Times the usual length of periods in which missions that are large are planned."""
        return DRAFT_COARSER if self.draft else 1

    @property
    def looked_at(self) -> int | None:
        """Options looked at, at most; None for all."""
        return DRAFT_OPTIONS if self.draft else None

    @property
    def futures(self) -> int:
        """How often each option shown is played."""
        return min(self.replications, DRAFT_FUTURES) if self.draft else self.replications


def versions() -> dict[str, str]:
    """Return the versions that can move a number."""
    return {"python": platform.python_version()} | {name: version(name) for name in LIBRARIES}
