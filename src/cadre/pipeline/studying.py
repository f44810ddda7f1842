"""The order of the stages: the only file that knows it. Takes a mission, gives a `Study`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cadre.attainment.attain import attain
from cadre.attainment.planning import PlanningEffort
from cadre.checkpoints import Checkpoint
from cadre.decision.analyse import analyse
from cadre.decision.comparison import compare
from cadre.errors import MissionWarning
from cadre.mission import Mission
from cadre.mission.warnings import warnings_between
from cadre.options import Option
from cadre.pipeline.planning import limits_hit, plan_options
from cadre.pipeline.playing import play_in_full, replay_options, simulate_options
from cadre.pipeline.settings import Progress, Settings, Silent, versions
from cadre.programme.optimise import DEFAULT_LIMITS as PROGRAMME
from cadre.screening import screen
from cadre.screening.checking import near_misses
from cadre.screening.unmet import unmet
from cadre.study import Study
from cadre.workers import Workers


def run_study(  # noqa: PLR0913  (each is asked for by name)
    mission: Mission,
    settings: Settings | None = None,
    *,
    progress: Progress | None = None,
    keep: Path | None = None,
    warned: tuple[MissionWarning, ...] | None = None,
    pins: Sequence[str] = (),
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
    warned : tuple of MissionWarning, optional
        What its reader found odd; what is odd between its parts when left out.
    pins : sequence of str
        Options to be shown whatever else is, besides those of the mission (`cadre.mission.pins`).

    Returns
    -------
    Study
        The same for the same mission and settings, on any number of jobs.
    """
    settings, progress = settings or Settings(), progress or Silent()
    kept = Checkpoint(keep, versions())
    with Workers(settings.jobs) as workers:
        screening = screen(
            mission,
            seed=settings.seed,
            workers=workers,
            progress=progress,
            pins=pins,
            most=settings.looked_at,
        )
        checks = 0 if settings.draft else None
        near = [e.option for e in near_misses(mission, screening.verdicts, most=checks)]
        looked_at = (*screening.shown, *near)
        planned = plan_options(looked_at, settings, kept=kept, progress=progress, workers=workers)
        outcomes, final, checked = play_in_full(mission, screening, planned, settings, progress)
        known = {one.option.id: one for one in planned}
        unknown = [option for option in final.shown if option.id not in known]
        made = plan_options(unknown, settings, kept=kept, progress=Silent(), workers=workers)
        known |= {one.option.id: one for one in made}
        screening, shown = final, tuple(known[option.id] for option in final.shown)
        came = [one for one in shown if one.option.id not in outcomes]
        outcomes |= simulate_options(came, settings, progress=Silent())
        outcomes = {one.option.id: outcomes[one.option.id] for one in shown}
        comparison = compare(mission, shown, outcomes, replay_options(shown, settings, progress=progress))
        attainment = None
        if not settings.draft:
            progress.stage("attain", 1)
            effort = PlanningEffort.of(settings.limits(PROGRAMME), seed=settings.seed)
            attainment = attain(
                shown, outcomes, comparison.chances, asked=final.asked.option, effort=effort, workers=workers
            )
            progress.advance()
    return Study(
        mission=mission,
        seed=settings.seed,
        replications=settings.futures,
        versions=versions(),
        screened=screening.screened,
        shown=shown,
        outcomes=outcomes,
        comparison=comparison,
        warnings=screening.warnings,
        limits_hit=limits_hit(shown),
        effort=settings.effort,
        draft=settings.draft,
        mission_warnings=warnings_between(mission) if warned is None else warned,
        analysis=analyse(mission, shown, outcomes, screening.screened),
        asked=screening.asked,
        unmet=unmet(mission, shown),
        by_lever=screening.by_lever,
        checked=checked,
        attainment=attainment,
    )


def compare_options(
    mission: Mission,
    options: Sequence[Option],
    settings: Settings,
    *,
    progress: Progress | None = None,
    warned: Sequence[MissionWarning] = (),
) -> Study:
    """Plan, play and compare some options alone, without screening, analysis or doing nothing.

    Parameters
    ----------
    mission : Mission
        As read from its folder.
    options : sequence of Option
        Those compared, in the order in which they are shown.
    settings : Settings
        Seed, replications, safety net, jobs.
    progress : Progress, optional
        Told about stages and steps.
    warned : sequence of MissionWarning
        What is odd about the mission: the study keeps it.
    """
    progress = progress or Silent()
    with Workers(settings.jobs) as workers:
        shown = plan_options(options, settings, kept=Checkpoint(None, {}), progress=progress, workers=workers)
    outcomes = simulate_options(shown, settings, progress=progress)
    return Study(
        mission=mission,
        seed=settings.seed,
        replications=settings.futures,
        versions=versions(),
        screened=(),
        shown=shown,
        outcomes=outcomes,
        comparison=compare(mission, shown, outcomes),
        limits_hit=limits_hit(shown),
        effort=settings.effort,
        mission_warnings=tuple(warned),
    )
