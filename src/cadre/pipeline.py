"""The order of the stages: the only file that knows it.

Takes a mission, gives a `Study`. Stage 3 runs twice for each option shown: without regard to offers (what
the mission needs) and then within the posts that stage 4 could fill (what it can achieve). Options are
planned in processes of their own; what was planned is kept until the study is whole, so that an interrupted
study resumes.
"""

from __future__ import annotations

import math
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from cadre.attainment.attain import attain
from cadre.attainment.planning import Effort
from cadre.checkpoints import Checkpoint
from cadre.decision.analyse import analyse
from cadre.decision.comparison import compare
from cadre.errors import MissionWarning
from cadre.forces.lines import post_lines
from cadre.forces.optimise import DEFAULT as FORCES
from cadre.forces.optimise import burden_shares, fill_posts
from cadre.forces.plan import ForcePlan
from cadre.forces.supply import CountsOn, supply
from cadre.messages import Message, message
from cadre.mission import Mission
from cadre.mission.warnings import warnings_between
from cadre.options import Option
from cadre.plans import Checked, Planned
from cadre.programme.attributes import measured
from cadre.programme.offered import OfferedPeople
from cadre.programme.optimise import DEFAULT_LIMITS as PROGRAMME
from cadre.programme.optimise import plan_programme
from cadre.programme.plan import Programme, Sent
from cadre.screening import Screening, screen, screening_of
from cadre.screening.checking import CHECKED_REPLICATIONS, near_misses, settle
from cadre.screening.played import Played, samples_in_full
from cadre.screening.unmet import unmet
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate, simulate_many
from cadre.solving import Limits
from cadre.soundness import sound_forces, sound_programme, sound_timetable
from cadre.study import Study
from cadre.timetable.optimise import DEFAULT as TIMETABLE
from cadre.timetable.optimise import plan_timetable
from cadre.workers import Workers

LIBRARIES = ("cadre-planner", "numba", "numpy", "ortools", "scipy")
"""Distributions whose version can move a number."""
COUNTS_ON: CountsOn = "all"
"""Whom of an offer that is not certain a plan counts on (docs/design/programme.md)."""
LESS = 1e-6
"""Percent points of the shortfall that are none."""
REPLAYED, LEAST_REPLAYS = 10, 2
"""One future of so many is played again; with 1,000 the share of luck is known to some 5 points."""


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
    effort : float
        Times the usual deterministic work of each search: where searches stop far from their bounds, more of
        it may find better plans.
    """

    seed: int = 1
    replications: int = 10_000
    seconds: float = 120.0
    jobs: int = 2
    effort: float = 1.0

    def limits(self, usual: Limits) -> Limits:
        """Return the limits of a stage's search: its usual ones, with these seconds and this effort."""
        return replace(usual.times(self.effort), seconds=self.seconds)


def versions() -> dict[str, str]:
    """Return the versions that can move a number."""
    return {"python": platform.python_version()} | {name: version(name) for name in LIBRARIES}


def plan_option(option: Option, settings: Settings) -> Planned:
    """Plan one option: need, who fills it, what offers can achieve, who serves there, timetable.

    Raises
    ------
    BrokenPlan
        Where one of the plans breaks a rule.
    """
    need, forces, achieved, staff = achieve(option.mission, option.choices, settings, of=option.id)
    timetable = plan_timetable(achieved, staff, option.mission, limits=settings.limits(TIMETABLE))
    sound_timetable(_named("timetable", option.id), timetable, (achieved, staff, option.mission))
    brought = burden_shares(forces.lines, option.mission, option.choices, measured(need, option.mission))
    return Planned(option, need, forces, achieved, staff, timetable, brought)


def achieve(
    mission: Mission, choices: Mapping[str, str], settings: Settings, *, of: str = ""
) -> tuple[Programme, ForcePlan, Programme, ForcePlan]:
    """Plan what a mission needs, who fills it, what offers can achieve, and who serves there.

    Each search has its stage's usual gap, and its work times the effort; seconds are its safety net. What
    offers achieve is a plan of the need, too: where it is the better one, the need is planned from it. `of`
    says in messages which option is planned.

    Raises
    ------
    BrokenPlan
        Where one of the plans breaks a rule.
    """
    limits, forces_limits = (settings.limits(usual) for usual in (PROGRAMME, FORCES))
    need = sound_programme(_named("need", of), plan_programme(mission, limits), mission)
    achieved, counted = _within_offers(mission, choices, need, limits)
    sound_programme(_named("programme", of), achieved, mission, offered=counted)
    if _shortfall(achieved) < _shortfall(need) - LESS:
        need = sound_programme(_named("need", of), plan_programme(mission, limits, start=achieved), mission)
    filled = []
    for name, plan in (("forces", need), ("staff", achieved)):
        attributes, lines = measured(plan, mission), post_lines(plan, mission)
        force = fill_posts(lines, mission, choices, attributes, limits=forces_limits, sent=_counted(plan))
        filled.append(sound_forces(_named(name, of), force, mission, (choices, attributes)))
    forces, staff = filled
    return need, forces, achieved, staff


def achieve_from(
    before: Planned, mission: Mission, settings: Settings, *, of: str
) -> tuple[Programme, Programme]:
    """Plan what a changed mission needs, and what offers can achieve, each from the plan before the change.

    Parameters
    ----------
    before : Planned
        The option before the change. Its plans are where the searches begin, as far as they keep every rule,
        so that a change for the better never leads less far.
    mission : Mission
        The mission changed.
    settings : Settings
        Effort and seconds.
    of : str
        What is planned, for messages.

    Raises
    ------
    BrokenPlan
        Where one of the plans breaks a rule.
    """
    limits, choices = settings.limits(PROGRAMME), before.option.choices
    need = plan_programme(mission, limits, start=before.need)
    sound_programme(_named("need", of), need, mission)
    achieved, counted = _within_offers(mission, choices, need, limits, before.programme)
    return need, sound_programme(_named("programme", of), achieved, mission, offered=counted)


def _named(plan: str, of: str) -> Message:
    """Name a plan of an option, or of a mission as it is where no option is named."""
    return message(f"faults.plan-{plan}", of=of or message("faults.the-mission"))


def _within_offers(
    mission: Mission,
    choices: Mapping[str, str],
    need: Programme,
    limits: Limits,
    start: Programme | None = None,
) -> tuple[Programme, tuple[OfferedPeople, ...]]:
    """Plan what offers allow, with those whose conditions on posts and cost the plan itself meets.

    They are measured on the need first. Where the plan meets more conditions than the need it is made again
    with them; of those whose conditions it then fails the last is left out and it is made again, until nobody
    is sent whose condition fails.
    """
    counted = supply(mission, choices, measured(need, mission), counts_on=COUNTS_ON)
    achieved = plan_programme(mission, limits, offered=counted, start=start)
    refused: set[str] = set()
    while True:
        met = supply(mission, choices, measured(achieved, mission), counts_on=COUNTS_ON)
        used = {sent.offer for sent in achieved.sent}
        gone = [o.offer for o in counted if o.offer in used and o not in met]
        refused |= set(gone[-1:])
        more = () if gone else (o for o in met if o not in counted and o.offer not in refused)
        now = tuple(sorted(o for o in (*counted, *more) if o.offer not in refused))
        if len(now) == len(counted) and not gone:
            return achieved, counted
        counted = now
        achieved = plan_programme(mission, limits, offered=counted, start=achieved)


def _counted(plan: Programme) -> tuple[Sent, ...]:
    """Whom a plan by the week sends where; in larger plans the goals of forces, firm offers, come first.

    In the founding case keeping people there holds 414 serials instead of 408 where all offers are kept, but
    293 instead of 313 with offers as uncertain as they are.
    """
    return plan.sent if plan.period_weeks == 1 else ()


def _shortfall(programme: Programme) -> float:
    """Return the first objective of a plan; endless where there is none."""
    return programme.result.objective if programme.result is not None else math.inf


def plan_options(
    options: Sequence[Option],
    settings: Settings,
    *,
    kept: Checkpoint,
    progress: Progress,
    workers: Workers | None = None,
) -> tuple[Planned, ...]:
    """Plan options side by side, in the order given; plans already kept are read.

    Without workers one option after the other is planned here.
    """
    done = {option.id: plan for option in options if (plan := kept.read(option, settings)) is not None}
    progress.stage("plan", len(options))
    for _ in done:
        progress.advance()
    left = sorted((option for option in options if option.id not in done), key=_size, reverse=True)
    made = (workers or Workers(1)).side_by_side(partial(plan_option, settings=settings), left)
    for number, planned in made:
        kept.keep(planned, settings)
        done[left[number].id] = planned
        progress.advance()
    return tuple(done[option.id] for option in options)


def _size(option: Option) -> float:
    """Return about how much there is to plan: what takes longest is begun first, so that no process waits."""
    mission = option.mission
    return mission.exit_week * (math.inf if mission.ceiling is None else mission.ceiling)


def simulate_options(
    shown: Sequence[Planned], settings: Settings, *, progress: Progress
) -> dict[str, Outcome]:
    """Play each option's future on the same random numbers."""
    progress.stage("simulate", len(shown))
    outcomes: dict[str, Outcome] = {}
    for planned in shown:
        outcomes[planned.option.id] = simulate(
            planned.option.mission,
            planned.programme,
            planned.staff,
            planned.timetable,
            replications=settings.replications,
            seed=settings.seed,
            jobs=settings.jobs,
        )
        progress.advance()
    return outcomes


def replay_options(shown: Sequence[Planned], settings: Settings, *, progress: Progress) -> dict[str, Outcome]:
    """Play each option's first futures again: the same details on fresh random numbers."""
    progress.stage("replay", len(shown))
    runs = ReplicationPlan(
        max(LEAST_REPLAYS, settings.replications // REPLAYED),
        settings.seed,
        settings.jobs,
        streams=settings.seed + 1,
    )
    cases = (
        SimulationCase(p.option.id, p.option.mission, Plans(p.programme, p.staff, p.timetable)) for p in shown
    )
    outcomes: dict[str, Outcome] = {}
    for outcome in simulate_many(cases, runs):
        outcomes[outcome.option] = outcome
        progress.advance()
    return outcomes


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
        screening = screen(mission, seed=settings.seed, workers=workers, progress=progress, pins=pins)
        near = [e.option for e in near_misses(mission, screening.verdicts)]
        planned = plan_options(
            (*screening.shown, *near), settings, kept=kept, progress=progress, workers=workers
        )
        outcomes, screening, checked = _in_full(mission, screening, planned, settings, progress)
        by_id = {one.option.id: one for one in planned}
        shown = tuple(by_id[option.id] for option in screening.shown)
        comparison = compare(mission, shown, outcomes, replay_options(shown, settings, progress=progress))
        progress.stage("attain", 1)
        effort = Effort.of(settings.limits(PROGRAMME), seed=settings.seed)
        option = screening.asked.option
        attainment = attain(shown, outcomes, comparison.chances, asked=option, effort=effort, workers=workers)
        progress.advance()
    return Study(
        mission=mission,
        seed=settings.seed,
        replications=settings.replications,
        versions=versions(),
        screened=screening.screened,
        shown=shown,
        outcomes=outcomes,
        comparison=comparison,
        warnings=screening.warnings,
        limits_hit=limits_hit(shown),
        effort=settings.effort,
        mission_warnings=warnings_between(mission) if warned is None else warned,
        analysis=analyse(mission, shown, outcomes, screening.screened),
        asked=screening.asked,
        unmet=unmet(mission, shown),
        by_lever=screening.by_lever,
        checked=checked,
        attainment=attainment,
    )


def _in_full(
    mission: Mission,
    screening: Screening,
    planned: Sequence[Planned],
    settings: Settings,
    progress: Progress,
) -> tuple[dict[str, Outcome], Screening, tuple[Checked, ...]]:
    """Play what is shown and what is checked, correct what the fast evaluation got wrong, play what comes in.

    Returns
    -------
    dict of str to Outcome
        Of the options shown in the end, in their order.
    Screening
        As the full model has it.
    tuple of Checked
        What was checked.
    """
    first = {option.id for option in screening.shown}
    outcomes = simulate_options([p for p in planned if p.option.id in first], settings, progress=progress)
    fewer = replace(settings, replications=min(settings.replications, CHECKED_REPLICATIONS))
    tried = simulate_options([p for p in planned if p.option.id not in first], fewer, progress=Silent())
    samples = samples_in_full(mission, outcomes | tried)
    settled = settle(mission, screening.verdicts, samples, pins=screening.pinned)
    means = Played(mission, samples).means
    final = screening_of(mission, settled.verdicts, impossible=screening.impossible, full=means)
    came = [p for p in planned if p.option in final.shown and p.option.id not in first]
    outcomes |= simulate_options(came, settings, progress=Silent())
    return {option.id: outcomes[option.id] for option in final.shown}, final, settled.checked


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
        replications=settings.replications,
        versions=versions(),
        screened=(),
        shown=shown,
        outcomes=outcomes,
        comparison=compare(mission, shown, outcomes),
        limits_hit=limits_hit(shown),
        effort=settings.effort,
        mission_warnings=tuple(warned),
    )


def limits_hit(shown: Sequence[Planned]) -> tuple[str, ...]:
    """Return the searches that the safety net in seconds ended; they make a study depend on the machine."""
    return tuple(
        f"{planned.option.id}: {stage}"
        for planned in shown
        for stage in ("need", "forces", "programme", "staff", "timetable")
        if (result := getattr(planned, stage).result) is not None and result.by_seconds
    )
