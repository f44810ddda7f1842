"""What binds when a target is missed: limits are lifted one family at a time, and what gives most is named.

Takes a mission and its programme; gives the targets with `limit` and `why`. A course that is never held
comes first. Each lift is one linear programme in quarters of a year, in which numbers need not be whole: it
says which way to look, not what would come of it, so that no number is told here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from cadre.mission import Mission
from cadre.programme.draft import ModelDraft
from cadre.programme.lacking import Untaught, nobody_taught
from cadre.programme.model import build
from cadre.programme.offered import OfferedPeople
from cadre.programme.plan import PlannedTarget, Programme
from cadre.reasons import Reason
from cadre.reasons.programme import Limit, LimitBinds, NothingLeadsTo, TargetMissed
from cadre.solving import Limits
from cadre.solving.linear import LinearModel
from cadre.solving.optimise import Solver, solve

WIDTHS, COARSE = ((1, 78), (4, 156)), 13
"""Weeks in a period of these relaxations, for missions followed up to so many weeks, and for longer ones."""
ECONOMY = 1e-3
"""Percent points that a million of cost weighs, so that nothing is lifted further than it helps."""
FAMILIES: dict[Limit, str] = {
    "trainees": "stock.recruits.",
    "seats": "rooms.",
    "instructors": "",
    "ceiling": "",
    "site": "beds.",
}
"""Limits that can be lifted, and the rows that state them; openings go with the beds, and without rows the
mission is changed itself, since what is possible at all follows from it."""
CHANGING: frozenset[Limit] = frozenset(("instructors", "ceiling", "site"))
"""Families whose lift changes the mission, or who may fill its posts; the others take rows away."""
MISSED, HELPED = 0.01, 0.03
"""Shares of what is wanted by which a target must be missed, and a lift must help, to count."""
LIMITS = Limits(seconds=60.0)
LARGE = 40_000
"""Entries of a relaxation from which an interior point beats the simplex (docs/design/programme.md)."""

Fill = Sequence[OfferedPeople] | None


Units = dict[str, dict[int, float]]
"""Units that a relaxation reaches, by capability and week."""


def explained(mission: Mission, programme: Programme, at_most: Fill = None) -> Programme:
    """Return a programme whose missed targets say what binds, with the reason as a whole.

    A course that is never held is the reason wherever a target waits for its graduates; of other targets the
    limit whose lift gives most. Costs up to nine relaxations.

    Parameters
    ----------
    mission : Mission
        What was planned.
    programme : Programme
        Its plan.
    at_most : sequence of OfferedPeople, optional
        Who may fill its foreign posts, as when it was planned.
    """
    missed = [t for t in programme.targets if t.reached < t.wanted * (1 - MISSED)]
    untaught = {t: nobody_taught(mission, programme, t, at_most) for t in missed}
    others = [t for t, course in untaught.items() if course is None or not _settles(course)]
    pairs = _lifts(mission, others, at_most) if others else {}
    targets = (_named(mission, t, untaught[t], pairs) if t in untaught else t for t in programme.targets)
    return replace(programme, targets=tuple(targets))


def _lifts(
    mission: Mission, missed: Sequence[PlannedTarget], at_most: Fill
) -> dict[Limit, tuple[Units, Units]]:
    """Lift each family alone, or, where none helps, all of them but one: before and after, by family."""
    lifted = _Lifted(_aimed(mission, missed), at_most)
    pairs = _one_by_one(lifted)
    if not any(_gain(pair, t) > HELPED * t.wanted for pair in pairs.values() for t in missed):
        pairs = _together(lifted)
    return pairs


def _aimed(mission: Mission, missed: Sequence[PlannedTarget]) -> Mission:
    """Return the mission with targets as far above what was wanted as the plan stays below it.

    A relaxation comes nearer to its targets than whole people and serials can; aimed higher it shows what
    binds.
    """
    factors: dict[str, float] = {}
    for t in missed:
        factors[t.capability] = max(factors.get(t.capability, 1.0), 2 - t.reached / t.wanted)
    capabilities = {}
    for key, c in mission.capabilities.items():
        factor = factors.get(key, 1.0)
        wanted = {day: math.ceil(n * factor) for day, n in c.wanted.items()}
        floor = math.ceil(c.floor_after_exit * factor)
        capabilities[key] = c.model_copy(update={"wanted": wanted, "floor_after_exit": floor})
    return mission.model_copy(update={"capabilities": capabilities})


def _one_by_one(lifted: _Lifted) -> dict[Limit, tuple[Units, Units]]:
    """Lift each family alone: before and after, by family."""
    base = lifted.reach(())
    alone = {family: lifted.reach((family,)) for family in lifted.families}
    return {family: (base, after) for family, after in alone.items() if base and after}


def _together(lifted: _Lifted) -> dict[Limit, tuple[Units, Units]]:
    """Where no lift helps alone: lift all but one, and then all, by the one."""
    every = lifted.reach(lifted.families)
    without = {f: lifted.reach([g for g in lifted.families if g != f]) for f in lifted.families}
    return {family: (before, every) for family, before in without.items() if before and every}


@dataclass(frozen=True)
class _Lifted:
    """Relaxations of a mission without some limits; a model is built once where rows alone are taken away."""

    mission: Mission
    at_most: Fill
    built: dict[frozenset[Limit], ModelDraft] = field(default_factory=dict)

    @property
    def families(self) -> list[Limit]:
        """Return the families that can bind at all."""
        absent = {"instructors"} if self.at_most is None else set()
        absent |= {"ceiling"} if self.mission.ceiling is None else set()
        return [family for family in FAMILIES if family not in absent]

    def reach(self, families: Sequence[Limit]) -> Units | None:
        """Return the units reached without the limits of some families; None where there is no solution."""
        draft = self._draft(frozenset(families) & CHANGING)
        lp = _without(draft, families)
        first, cost, _ = (np.pad(c, (0, lp.columns - c.size)) for c in draft.lp.objectives)
        solver: Solver = "interior" if lp.triplets()[0].size > LARGE else "highs"
        _, point = solve(lp.only([first + ECONOMY * cost]), LIMITS, solver, relaxed=True)
        if point is None:
            return None
        return {
            key: {w: float(point.values[c]) for w, c in columns.items()}
            for key, columns in draft.units.items()
        }

    def _draft(self, families: frozenset[Limit]) -> ModelDraft:
        if families not in self.built:
            changes: dict[str, Any] = {"ceiling": None} if "ceiling" in families else {}
            if "site" in families:
                sites = self.mission.sites.items()
                changes["sites"] = {key: site.model_copy(update={"opens": None}) for key, site in sites}
            mission = self.mission.model_copy(update=changes)
            width = next((w for w, most in WIDTHS if mission.weeks <= most), COARSE)
            at_most = None if "instructors" in families else self.at_most
            self.built[families] = build(mission, width, at_most, full=True, even=False)
        return self.built[families]


def _without(draft: ModelDraft, families: Sequence[Limit]) -> LinearModel:
    """Take away the rows of some families, and the bound on serials that follows from rooms."""
    lp = draft.lp
    lower, upper, most = np.concatenate(lp.row_lower), np.concatenate(lp.row_upper), lp.bounds()[1]
    heads = tuple(FAMILIES[family] for family in families if FAMILIES[family])
    heads = (*heads, "gate.") if "site" in families else heads
    for name, (first, last) in lp.blocks.items():
        if heads and name.startswith(heads):
            lower[first:last], upper[first:last] = -np.inf, np.inf
    if "seats" in families:
        for columns in draft.serials:
            most[columns] = np.inf
    return replace(lp, row_lower=[lower], row_upper=[upper], upper=[most])


def _gain(pair: tuple[Units, Units], target: PlannedTarget) -> float:
    """Return the units that a lift adds to a target."""
    before, after = (units[target.capability] for units in pair)
    week = min(max(after), max(min(after), target.week)) if after else 0
    week = min(after, key=lambda w: abs(w - week), default=0)
    return after.get(week, 0.0) - before.get(week, 0.0)


def _limit(target: PlannedTarget, pairs: Mapping[Limit, tuple[Units, Units]]) -> Limit:
    """Name the family whose lift gives most; time where none gives anything."""
    gains = {family: _gain(pair, target) for family, pair in pairs.items()}
    limit: Limit = max(gains, key=lambda family: gains[family], default="time")
    return limit if gains and gains[limit] >= HELPED * target.wanted else "time"


def _named(
    mission: Mission,
    target: PlannedTarget,
    untaught: Untaught | None,
    pairs: Mapping[Limit, tuple[Units, Units]],
) -> PlannedTarget:
    """Name what a target lacks: a course that cannot be held, or the limit whose lift gives most."""
    if untaught is not None and _settles(untaught):
        return replace(target, limit="course", why=_missed(mission, target, untaught))
    limit = _limit(target, pairs)
    others = () if untaught is None else (untaught,)
    return replace(target, limit=limit, why=_missed(mission, target, *others, LimitBinds(limit)))


def _settles(untaught: Untaught) -> bool:
    """Return whether no limit can be the reason: nothing leads there, or a course lacks what it needs."""
    return isinstance(untaught, NothingLeadsTo) or untaught.lacks is not None


def _missed(mission: Mission, target: PlannedTarget, *why: Reason) -> TargetMissed:
    """Return the reason as a whole, with the day that was written for the target's week."""
    wanted = mission.capabilities[target.capability].wanted
    days = (day for day in wanted if mission.week_of(day) == target.week)
    day = next(days, mission.date_of(target.week))
    return TargetMissed(target.capability, day, target.reached, target.wanted, why)
