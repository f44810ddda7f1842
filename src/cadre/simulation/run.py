"""Run the simulation: many replications of one option or of several, on the same random numbers.

Takes missions with their plans, a seed and a number of replications, gives `Outcome`s. Threads share the
replications; what comes out does not depend on how many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission, Quantity
from cadre.programme.plan import Programme
from cadre.simulation.draws import Draws, draw
from cadre.simulation.inputs import Inputs, Plans, inputs
from cadre.simulation.kernel.replications import play
from cadre.simulation.layout import layout_of
from cadre.simulation.outcome import Outcome
from cadre.simulation.outputs import RawOutputs, outcome
from cadre.simulation.standing import Standing
from cadre.simulation.streams import seed_word
from cadre.timetable.plan import Timetable

PIECE = 250
"""Replications that a thread plays at a time."""


@dataclass(frozen=True)
class ReplicationPlan:
    """How many replications are played, and on which luck.

    Parameters
    ----------
    replications, seed : int
        The first k replications are the same however many follow.
    jobs : int
        Threads.
    inner : int
        Replications of each outer draw: replication n takes draw n // inner. With 1 every replication has
        a draw of its own.
    weeks : int, optional
        Weeks played; all of the mission's when left out.
    streams : int, optional
        Seed of what happens by chance; that of the draws when left out. With another one the same details
        meet fresh random numbers.
    """

    replications: int
    seed: int
    jobs: int = 1
    inner: int = 1
    weeks: int | None = None
    streams: int | None = None


@dataclass(frozen=True)
class SimulationCase:
    """An option to be played: its id, its mission and its plans.

    From the first day, or from a recorded state; with what was assumed, or with what has been learnt since of
    some quantities, by path.
    """

    option: str
    mission: Mission
    plans: Plans
    standing: Standing | None = None
    learnt: Mapping[str, Quantity] = field(default_factory=dict)


def simulate(  # noqa: PLR0913  (what is played, then how; `simulate_many` takes the two as records)
    mission: Mission,
    programme: Programme,
    forces: ForcePlan | None,
    timetable: Timetable | None,
    *,
    replications: int,
    seed: int,
    jobs: int = 1,
    inner: int = 1,
    weeks: int | None = None,
    option: str = "",
) -> Outcome:
    """Play one option.

    Parameters
    ----------
    mission, programme, forces, timetable
        The option's mission and plans.
    replications, seed, jobs, inner, weeks
        As in `ReplicationPlan`.
    option : str
        Id that the outcome carries.

    Raises
    ------
    BadInput
        When rank correlations cannot hold together.
    """
    case = SimulationCase(option, mission, Plans(programme, forces, timetable))
    return _play(case, ReplicationPlan(replications, seed, jobs, inner, weeks))


def simulate_fast(
    mission: Mission, programme: Programme, *, replications: int, seed: int, jobs: int = 1
) -> Outcome:
    """Play a programme before it has a force plan and a timetable, for screening.

    Posts are filled person by person with the mean chance of the role's offers; serials are planned at the
    first week of their period.
    """
    return _play(SimulationCase("", mission, Plans(programme)), ReplicationPlan(replications, seed, jobs))


def simulate_many(cases: Iterable[SimulationCase], runs: ReplicationPlan) -> Iterator[Outcome]:
    """Play options one after the other on the same random numbers."""
    for case in cases:
        yield _play(case, runs)


def _play(case: SimulationCase, runs: ReplicationPlan) -> Outcome:
    """Draw, play and name."""
    outer = -(-runs.replications // runs.inner)
    draws = draw(case.mission, seed=runs.seed, outer=outer, learnt=case.learnt)
    given = inputs(case.mission, case.plans, draws, weeks=runs.weeks, standing=case.standing)
    raw = count(case.mission, given, draws, runs)
    return outcome(raw, option=case.option, seed=runs.seed)


def count(mission: Mission, given: Inputs, draws: Draws, runs: ReplicationPlan) -> RawOutputs:
    """Play all replications, in pieces shared among threads."""
    frame, tables = given.frame, given.tables
    names = len(tables.capabilities) + len(tables.stocks) + 1
    points = frame.weeks // frame.point_weeks + 1
    counts = np.zeros((runs.replications, frame.width))
    series = np.zeros((names, runs.replications, points), np.float32)
    streams = runs.seed if runs.streams is None else runs.streams
    word, laid_out = np.uint64(seed_word(streams)), layout_of(tables, frame)

    def piece(first: int) -> None:
        last = min(first + PIECE, runs.replications)
        play(laid_out, given.values, (word, runs.inner, first, last), counts, series)

    pieces = range(0, runs.replications, PIECE)
    if runs.jobs == 1:
        for first in pieces:
            piece(first)
    else:
        with ThreadPoolExecutor(runs.jobs) as pool:
            list(pool.map(piece, pieces))
    return RawOutputs(mission, given, draws, runs.inner, counts, series)
