"""Staircase: from what is wanted of a capability to what comes of it, and what no option is likely to reach.

Takes plans and futures of the options shown; plans nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cadre.decision.samples import spread
from cadre.decision.types import Chance
from cadre.options import NOTHING
from cadre.plans import Planned, Stair
from cadre.programme.plan import Programme
from cadre.reasons.attainment import NearlyNoChance
from cadre.simulation.outcome import Outcome

NEARLY_NONE = 0.05
"""Chance below which every option's is near nothing: one future in twenty."""


def stairs(shown: Sequence[Planned], outcomes: Mapping[str, Outcome]) -> tuple[Stair, ...]:
    """Return the staircase of each capability with a target, option by option.

    Without doing nothing among the options there is nothing to compare with, and `without` is 0.
    """
    return tuple(
        stair for planned in shown if planned.option.id != NOTHING for stair in _of(planned, outcomes)
    )


def _of(planned: Planned, outcomes: Mapping[str, Outcome]) -> Iterator[Stair]:
    mission, option = planned.option.mission, planned.option.id
    for key in mission.capabilities:
        by_week = {week: n for week, n in mission.wanted_by_week(key).items() if n}
        name = f"reached.{key}.{max(by_week, default=0)}"
        if not by_week or name not in outcomes[option].scalars:
            continue
        week, there = max(by_week), spread(outcomes[option].scalars[name])
        nothing = outcomes[NOTHING].scalars.get(name) if NOTHING in outcomes else None
        without = spread(nothing).median if nothing is not None else 0.0
        filled, offered = (_planned(plan, key, week) for plan in (planned.need, planned.programme))
        played = (there.median, there.low, there.high)
        yield Stair(option, key, week, float(by_week[week]), filled, offered, *played, without)


def _planned(programme: Programme, capability: str, week: int) -> float:
    """Return the units that a plan reaches of a capability by a week; 0 where it has no plan."""
    found = (t.reached for t in programme.targets if (t.capability, t.week) == (capability, week))
    return max(found, default=0.0)


def hopeless(chances: Sequence[Chance]) -> tuple[NearlyNoChance, ...]:
    """Return the targets and floors of which no option but doing nothing has a chance of `NEARLY_NONE`.

    Floors of options that exit on different days are one.
    """
    best: dict[tuple[str, str, int], Chance] = {}
    for chance in chances:
        if chance.option != NOTHING:
            goal = (chance.kind, chance.capability, chance.week if chance.kind == "target" else 0)
            before = best.get(goal)
            best[goal] = chance if before is None or chance.share > before.share else before
    return tuple(
        NearlyNoChance(c.kind, c.capability, c.wanted, c.share, c.option)
        for c in best.values()
        if c.share < NEARLY_NONE and c.wanted
    )
