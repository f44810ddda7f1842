"""Playing: options played in full on the same random numbers, and corrected where the fast evaluation erred.

Takes what is planned and settings, gives outcomes by option.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cadre.mission import Mission
from cadre.pipeline.settings import Progress, Settings, Silent
from cadre.plans import Checked, Planned
from cadre.screening import Screening, screening_of
from cadre.screening.checking import CHECKED_REPLICATIONS, settle
from cadre.screening.played import Played, samples_in_full
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate, simulate_many

REPLAYED, LEAST_REPLAYS = 4, 2
"""One future of so many is played again; with 1,000 the share of luck is known to some 5 points."""


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
            replications=settings.futures,
            seed=settings.seed,
            jobs=settings.jobs,
        )
        progress.advance()
    return outcomes


def replay_options(shown: Sequence[Planned], settings: Settings, *, progress: Progress) -> dict[str, Outcome]:
    """Play each option's first futures again: the same details on fresh random numbers."""
    progress.stage("replay", len(shown))
    runs = ReplicationPlan(
        max(LEAST_REPLAYS, settings.futures // REPLAYED),
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


def play_in_full(
    mission: Mission,
    screening: Screening,
    planned: Sequence[Planned],
    settings: Settings,
    progress: Progress,
) -> tuple[dict[str, Outcome], Screening, tuple[Checked, ...]]:
    """Play what is shown and what is checked, and correct what the fast evaluation got wrong.

    Returns
    -------
    dict of str to Outcome
        Of the options shown until then.
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
    return outcomes, final, settled.checked
