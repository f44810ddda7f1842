"""Evaluation: what each option would lead to, by a relaxed programme and few replications.

Takes a mission and options, gives `Evaluated` in the order of the options, the same on any number of
processes. Solver and kernel are imported in the processes that use them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cadre import criteria
from cadre.mission import Mission
from cadre.options import Option
from cadre.programme.attributes import attributes_of
from cadre.programme.contradictions import explain
from cadre.programme.plan import Programme
from cadre.reasons import Reason
from cadre.reasons.screening import CannotBeDone
from cadre.screening.distance import Evaluated
from cadre.screening.offered import offered
from cadre.workers import Workers

if TYPE_CHECKING:
    from cadre.screening.relaxation import WarmStarts

CHUNK = 24
"""Options that a process evaluates before it asks for more, at most: their relaxations begin where others of
the chunk ended;"""
LEAST_CHUNKS = 8
"""but few options are cut into as many chunks as this, so that there is work for several processes."""


@dataclass(frozen=True, slots=True)
class Streams:
    """Seed and number of replications; every option meets the same random numbers."""

    seed: int
    replications: int


def evaluate(
    every: Sequence[Option], streams: Streams, *, workers: Workers, report: Callable[[], None] | None = None
) -> tuple[Evaluated, ...]:
    """Evaluate options, in the order given.

    Parameters
    ----------
    every : sequence of Option
        Options of one mission.
    luck : Streams
        Seed and replications.
    workers : Workers
        Processes; the result does not depend on how many.
    told : callable, optional
        Called once for each option done.
    """
    size = max(1, min(CHUNK, -(-len(every) // LEAST_CHUNKS)))  # by the options alone, never by the processes
    chunks = [tuple(every[first : first + size]) for first in range(0, len(every), size)]
    if min(workers.jobs, len(chunks)) > 1:
        evaluate_one(every[0], streams)  # compiles here, alone, what all others then read: twice as fast
    done: dict[int, list[Evaluated]] = {}
    for number, results in workers.side_by_side(partial(_chunk, streams), chunks):
        done[number] = [Evaluated(o, *r) for o, r in zip(chunks[number], results, strict=True)]
        for _ in results:
            if report is not None:
                report()
    return tuple(e for number in sorted(done) for e in done[number])


def _chunk(streams: Streams, chunk: Sequence[Option]) -> list[tuple[dict[str, float], Reason | None]]:
    from cadre.screening.relaxation import WarmStarts  # noqa: PLC0415  (a solver: only where it is used)

    warm_starts = WarmStarts()
    return [evaluate_one(option, streams, warm_starts) for option in chunk]


def evaluate_one(
    option: Option, streams: Streams, warm_starts: WarmStarts | None = None
) -> tuple[dict[str, float], Reason | None]:
    """Return the measures of an option, or none and what stands against it."""
    from cadre.simulation.run import simulate_fast  # noqa: PLC0415  (a compiler)

    mission, programme = roughly_planned(option, warm_starts)
    if programme.result is None or not programme.result.has_plan:
        return {}, why_not(mission)
    outcome = simulate_fast(mission, programme, replications=streams.replications, seed=streams.seed)
    means = {k.id: float(outcome.scalars[k.scalar].mean()) for k in criteria.screened() if not k.of_plan}
    return means | attributes_of(programme, mission), None


def roughly_planned(option: Option, warm_starts: WarmStarts | None = None) -> tuple[Mission, Programme]:
    """Return an option's mission without offers, whose chance is in the people already, and a rough plan."""
    from cadre.screening.relaxation import period_weeks_of, relaxed  # noqa: PLC0415  (a solver)

    people = offered(option.mission, option.choices)
    mission = option.mission.changed({"offers": None})
    weeks = period_weeks_of(option.base)
    return mission, relaxed(mission, people, period_weeks=weeks, warm_starts=warm_starts)


def why_not(mission: Mission) -> Reason:
    """Return why a mission has no programme: which rule stands against it, by how much, and what cures it."""
    return CannotBeDone(explain(mission))
