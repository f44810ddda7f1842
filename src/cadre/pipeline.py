"""The order of the stages: the only file that knows it.

Takes a mission, gives a `Study`. Stage 3 runs twice for each option shown: without regard to offers (what
the mission needs) and then within the posts that stage 4 could fill (what it can achieve). Options are
planned in processes of their own; what was planned is kept until the study is whole, so that an interrupted
study resumes.
"""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from cadre.decision.comparison import compare
from cadre.decision.judge import judge
from cadre.forces.lines import post_lines
from cadre.forces.optimise import fill_posts
from cadre.forces.states import filled_posts
from cadre.mission import Mission
from cadre.options import Option
from cadre.programme.attributes import measured
from cadre.programme.optimise import plan_programme
from cadre.screening import screen
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import simulate
from cadre.study import Planned, Study
from cadre.timetable.optimise import plan_timetable
from cadre.unfinished import Unfinished
from cadre.workers import side_by_side

LIBRARIES = ("cadre-planner", "numba", "numpy", "ortools", "scipy")
"""Distributions whose version can move a number."""


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
    """

    seed: int = 1
    replications: int = 10_000
    seconds: float = 120.0
    jobs: int = 2


def versions() -> dict[str, str]:
    """Give the versions that can move a number."""
    return {"python": platform.python_version()} | {name: version(name) for name in LIBRARIES}


def plan_option(option: Option, settings: Settings) -> Planned:
    """Plan one option: need, forces, what the forces can achieve, timetable."""
    mission = option.mission
    need = plan_programme(mission)
    attributes = measured(need, mission)
    forces = fill_posts(post_lines(need, mission), mission, option.choices, attributes)
    achieved = plan_programme(mission, posts_at_most=filled_posts(forces, mission))
    return Planned(option, need, forces, achieved, plan_timetable(achieved, forces, mission))


def plan_options(
    options: Sequence[Option], settings: Settings, *, kept: Unfinished, progress: Progress
) -> tuple[Planned, ...]:
    """Plan options side by side, in the order given; plans already kept are read."""
    done = {option.id: plan for option in options if (plan := kept.read(option, settings)) is not None}
    progress.stage("plan", len(options))
    for _ in done:
        progress.advance()
    left = [option for option in options if option.id not in done]
    for number, planned in side_by_side(partial(plan_option, settings=settings), left, jobs=settings.jobs):
        kept.keep(planned, settings)
        done[left[number].id] = planned
        progress.advance()
    return tuple(done[option.id] for option in options)


def simulate_options(
    shown: Sequence[Planned], settings: Settings, *, progress: Progress
) -> dict[str, Outcome]:
    """Play each option's future on the same luck."""
    progress.stage("simulate", len(shown))
    outcomes: dict[str, Outcome] = {}
    for planned in shown:
        outcomes[planned.option.id] = simulate(
            planned.option.mission,
            planned.programme,
            planned.forces,
            planned.timetable,
            replications=settings.replications,
            seed=settings.seed,
            jobs=settings.jobs,
        )
        progress.advance()
    return outcomes


def run_study(
    mission: Mission,
    settings: Settings | None = None,
    *,
    progress: Progress | None = None,
    keep: Path | None = None,
) -> Study:
    """Turn a mission into a study.

    Parameters
    ----------
    mission : Mission
        As read from its folder.
    settings : Settings, optional
        Seed, replications, safety net, jobs.
    progress : Progress, optional
        Told about stages and steps.
    keep : Path, optional
        Folder for the plans made so far; an interrupted study with the same settings goes on from there.

    Returns
    -------
    Study
        The same for the same mission and settings, on any number of jobs.
    """
    settings, progress = settings or Settings(), progress or Silent()
    kept = Unfinished(keep, versions())
    screening = screen(mission, seed=settings.seed, jobs=settings.jobs, progress=progress)
    shown = plan_options(screening.shown, settings, kept=kept, progress=progress)
    outcomes = simulate_options(shown, settings, progress=progress)
    return Study(
        mission=mission,
        seed=settings.seed,
        replications=settings.replications,
        versions=versions(),
        screened=screening.screened,
        shown=shown,
        outcomes=outcomes,
        comparison=compare(mission, shown, outcomes),
        warnings=screening.warnings,
        limits_hit=limits_hit(shown),
        judgement=judge(mission, shown, outcomes, screening.screened),
    )


def limits_hit(shown: Sequence[Planned]) -> tuple[str, ...]:
    """Give the searches that the safety net in seconds ended; they make a study depend on the machine."""
    return tuple(
        f"{planned.option.id}: {stage}"
        for planned in shown
        for stage in ("need", "forces", "programme", "timetable")
        if (result := getattr(planned, stage).result) is not None and result.by_seconds
    )
