"""Attain: everything that is told of what it would take, of one option and of those shown.

Takes plans and futures of the options shown; gives an `Attainment`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre.attainment.planning import PlanningEffort, attained, growth
from cadre.attainment.staircase import hopeless, stairs
from cadre.decision.types import Chance
from cadre.options import NOTHING
from cadre.plans import Attainment, Planned
from cadre.simulation.outcome import Outcome
from cadre.workers import Workers


def attain(  # noqa: PLR0913  (what was planned and played, then how it is planned again)
    shown: Sequence[Planned],
    outcomes: Mapping[str, Outcome],
    chances: Sequence[Chance],
    *,
    asked: str | None,
    effort: PlanningEffort,
    workers: Workers,
) -> Attainment | None:
    """Plan what it would take to reach the targets, of one option: what is asked, or what reaches most.

    Parameters
    ----------
    shown : sequence of Planned
        The options shown.
    outcomes : mapping of str to Outcome
        Their futures.
    chances : sequence of Chance
        Of their targets and floors.
    asked : str or None
        The option that is what is asked, where it is shown.
    effort : PlanningEffort
        Of each search.
    workers : Workers
        Processes; the result does not depend on how many.

    Returns
    -------
    Attainment or None
        None where nothing but doing nothing is shown.
    """
    by_id = {planned.option.id: planned for planned in shown if planned.option.id != NOTHING}
    if not by_id:
        return None
    best = max(by_id, key=lambda option: float(outcomes[option].scalars["outcome"].mean()))
    planned = by_id[asked if asked in by_id else best]
    return Attainment(
        planned.option.id,
        attained(planned, effort, workers),
        growth(planned, effort, workers),
        stairs(shown, outcomes),
        hopeless(chances),
    )
