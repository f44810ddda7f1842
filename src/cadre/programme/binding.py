"""What binds when a target is missed: limits are lifted one family at a time, and what gives most is named.

Takes a mission and the targets of its programme; gives the targets with `limit` and `told`. Each lift is one
linear programme in quarters of a year, in which numbers need not be whole: it says which way to look, not
what exactly would come of it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.draft import Draft
from cadre.programme.model import build
from cadre.programme.offered import Offered
from cadre.programme.plan import Target
from cadre.programme.pools import source_of
from cadre.programme.support import foreign_posts
from cadre.solving import Limits
from cadre.solving.linear import Floats, LinearModel
from cadre.solving.optimise import Solver, solve

WIDTHS, COARSE = ((1, 78), (4, 156)), 13
"""Weeks in a period of these relaxations, for missions followed up to so many weeks, and for longer ones."""
ECONOMY = 1e-3
"""Percent points that a million of cost weighs, so that nothing is lifted further than it helps."""
FAMILIES = {
    "trainees": "stock.recruits.",
    "seats": "rooms.",
    "instructors": "",
    "ceiling": "",
    "site": "beds.",
}
"""Limits that can be lifted, and the rows that state them; openings go with the beds, and without rows the
mission is changed itself, since what is possible at all follows from it."""
MISSED, HELPED = 0.01, 0.03
"""Shares of what is wanted by which a target must be missed, and a lift must help, to count."""
ROUND = 10
"""From here on numbers are told without decimals."""
LIMITS = Limits(seconds=60.0)
LARGE = 40_000
"""Entries of a relaxation from which an interior point beats the simplex (docs/design/programme.md)."""

Fill = Sequence[Offered] | None


@dataclass(frozen=True)
class Lifted:
    """A relaxation with some limits lifted.

    Units by capability and week, recruits taken a year, foreign posts at the peak, weeks in a period.
    """

    units: dict[str, dict[int, float]]
    intake: float
    posts: float
    period_weeks: int


def named(mission: Mission, targets: Sequence[Target], at_most: Fill = None) -> tuple[Target, ...]:
    """Give the targets, those that are missed with the limit that binds and a sentence about it."""
    missed = [t for t in targets if t.reached < t.wanted * (1 - MISSED)]
    if not missed:
        return tuple(targets)
    aimed = _aimed(mission, missed)
    pairs = _one_by_one(aimed, at_most)
    if not any(_gain(pair, t) > HELPED * t.wanted for pair in pairs.values() for t in missed):
        pairs = _together(aimed, at_most)
    return tuple(_named(mission, t, pairs) if t in missed else t for t in targets)


def _aimed(mission: Mission, missed: Sequence[Target]) -> Mission:
    """Give the mission with targets as far above what was wanted as the plan stays below it.

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


def _families(mission: Mission, at_most: Fill) -> list[str]:
    """Give the families that can bind at all."""
    absent = {"instructors"} if at_most is None else set()
    absent |= {"ceiling"} if mission.ceiling is None else set()
    return [family for family in FAMILIES if family not in absent]


def _one_by_one(mission: Mission, at_most: Fill) -> dict[str, tuple[Lifted, Lifted]]:
    """Lift each family alone: before and after, by family."""
    base = _lift(mission, (), at_most)
    lifted = {family: _lift(mission, (family,), at_most) for family in _families(mission, at_most)}
    return {family: (base, after) for family, after in lifted.items() if base and after}


def _together(mission: Mission, at_most: Fill) -> dict[str, tuple[Lifted, Lifted]]:
    """Where no lift helps alone: lift all but one, and then all, by the one."""
    families = _families(mission, at_most)
    every = _lift(mission, families, at_most)
    without = {f: _lift(mission, [g for g in families if g != f], at_most) for f in families}
    return {family: (before, every) for family, before in without.items() if before and every}


def _lift(mission: Mission, families: Sequence[str], at_most: Fill) -> Lifted | None:
    """Solve the relaxation with the rows of some families taken away; None where it has no solution."""
    if "site" in families:
        opened = {key: site.model_copy(update={"opens": None}) for key, site in mission.sites.items()}
        mission = mission.model_copy(update={"sites": opened})
    if "ceiling" in families:
        mission = mission.model_copy(update={"ceiling": None})
    if "instructors" in families:
        at_most = None
    width = next((w for w, most in WIDTHS if mission.weeks <= most), COARSE)
    draft = build(mission, width, at_most, full=True, even=False)
    lp = _without(draft, families)
    first, cost, _ = (np.pad(c, (0, lp.columns - c.size)) for c in draft.lp.objectives)
    solver: Solver = "interior" if lp.triplets()[0].size > LARGE else "highs"
    _, point = solve(lp.only([first + ECONOMY * cost]), LIMITS, solver, relaxed=True)
    if point is None:
        return None
    values = point.values
    posts = sum((values[p] for _, _, p in foreign_posts(draft)), start=np.zeros(draft.frame.rotations))
    units = {key: {w: float(values[c]) for w, c in columns.items()} for key, columns in draft.units.items()}
    return Lifted(units, _intake(draft, values), float(posts.max(initial=0.0)), width)


def _without(draft: Draft, families: Sequence[str]) -> LinearModel:
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


def _intake(draft: Draft, values: Floats) -> float:
    """Give the people taken from recruits a year of the whole time looked at."""
    taken = 0.0
    for runs, _, t in draft.pairs():
        source = source_of(draft.mission, runs.course)
        if source is not None and source[0] == "recruits":
            taken += draft.heads(runs) * float(values[t].sum())
    return taken / (draft.mission.weeks / WEEKS_PER_YEAR)


def _gain(pair: tuple[Lifted, Lifted], target: Target) -> float:
    """Give the units that a lift adds to a target."""
    before, after = (lifted.units[target.capability] for lifted in pair)
    week = min(max(after), max(min(after), target.week)) if after else 0
    week = min(after, key=lambda w: abs(w - week), default=0)
    return after.get(week, 0.0) - before.get(week, 0.0)


def _named(mission: Mission, target: Target, pairs: Mapping[str, tuple[Lifted, Lifted]]) -> Target:
    """Name the family whose lift gives most; time where none gives anything."""
    title = mission.title_of("capabilities", target.capability)
    reached = f"{title} by {mission.date_of(target.week)}: {target.reached:.0f} of {target.wanted:.0f}"
    missing = _nobody_taught(mission, target.capability)
    if missing:
        names = " or ".join(mission.title_of("competences", key) for key in missing)
        return replace(target, limit="course", told=f"{reached}; no course is held that leads to: {names}")
    gains = {family: _gain(pair, target) for family, pair in pairs.items()}
    limit = max(gains, key=lambda family: gains[family], default="time")
    if not gains or gains[limit] < HELPED * target.wanted:
        limit = "time"
    return replace(target, limit=limit, told=f"{reached}; {_told(mission, limit, gains, pairs)}")


def _nobody_taught(mission: Mission, capability: str) -> tuple[str, ...]:
    """Give the competences of a capability that no course held grants: no lift of a limit brings them."""
    granted = {course.grants for course in mission.courses.values() if course.held}
    return tuple(key for key in mission.capabilities[capability].made_of if key not in granted)


def _told(
    mission: Mission,
    limit: str,
    gains: Mapping[str, float],
    pairs: Mapping[str, tuple[Lifted, Lifted]],
) -> str:
    """Say what binds and what about as much more of it would give."""
    if limit == "time":
        return "time binds: the courses, one after the other, take longer"
    before, after = pairs[limit]
    intake = f"{max(0.0, after.intake - before.intake):.0f}"
    more_posts = max(0.0, after.posts - before.posts)
    posts = f"{more_posts:.0f}"
    people = (
        f"about {posts} more posts filled at the peak"
        if more_posts >= 1
        else "people of the roles, places and weeks needed, instead of those offered,"
    )
    more = {
        "trainees": f"trainees bind: about {intake} more recruits taken a year",
        "seats": "seats bind: rooms for every serial",
        "instructors": f"instructors bind: {people}",
        "ceiling": f"the ceiling binds: about {posts} more posts at the peak",
        "site": "the sites bind: all open from the first day, with beds enough,",
    }
    return f"{more[limit]} would give about {gains[limit]:.{0 if gains[limit] >= ROUND else 1}f} more"
