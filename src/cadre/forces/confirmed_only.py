"""What falls if only what is firm comes: a force plan without its indicated and pledged offers.

Takes a plan and its mission, gives another plan in which nobody was moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cadre.forces.gaps import joined
from cadre.forces.plan import ForcePlan, Gap, PostLine, Stint, by_line, cut, open_runs
from cadre.mission import Mission
from cadre.mission.nations import State
from cadre.reasons import Reason
from cadre.reasons.common import together
from cadre.reasons.forces import NotFirm

FIRM: tuple[State, ...] = ("confirmed", "arrived")
"""States of offers that stay when only what is firm is counted."""


def what_falls(plan: ForcePlan, mission: Mission) -> ForcePlan:
    """Return what is left of a plan if only confirmed offers are kept and people who have arrived stay.

    Nobody is moved: the stints that stay are those of the plan. Gaps tell the reason they had before, then
    the offers that fell. There is no result, since nothing was searched, and there are no asks.
    """
    stays = tuple(s for s in plan.stints if mission.offers[s.offer].state in FIRM)
    kept = by_line(stays)
    fallen = by_line(s for s in plan.stints if mission.offers[s.offer].state not in FIRM)
    before: dict[str, list[Gap]] = {}
    for gap in plan.gaps:
        before.setdefault(gap.line, []).append(gap)
    gaps = [
        gap
        for line in plan.lines
        for run in open_runs(line, kept.get(line.id, ()))
        for gap in joined(_parts(line, run, [*before.get(line.id, ()), *fallen.get(line.id, ())], mission))
    ]
    return replace(plan, stints=stays, gaps=tuple(gaps), asks=(), result=None)


def _parts(
    line: PostLine, run: tuple[int, int, int], causes: Sequence[Gap | Stint], mission: Mission
) -> Iterator[Gap]:
    """Cut a run of open weeks where its causes change, and give them."""
    edges = [week for cause in causes for week in (cause.begins, cause.ends)]
    for begins, ends in cut(run[0], run[1], edges):
        here = (c for c in causes if c.begins <= begins and ends <= c.ends)
        why = together(tuple(_why(cause, mission) for cause in here))
        assert why is not None, "posts fall open for a reason"
        yield Gap(line.id, begins, ends, run[2], why)


def _why(cause: Gap | Stint, mission: Mission) -> Reason:
    if isinstance(cause, Gap):
        return cause.why
    state = mission.offers[cause.offer].state
    return NotFirm(cause.people, cause.offer, "pledged" if state == "pledged" else "indicated")
