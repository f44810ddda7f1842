"""Improve a plan part by part, between itself and the relaxation.

Takes a `Relaxation` and a plan in the columns of its model; gives a plan that is no worse. In each part a
solver may change the serials of a rotation or two, those of a site, or those of a few courses that need the
same people in all rotations, within what lies between the plan and the relaxation, and all posts; it stays at
its root, where its heuristics find nearly all that it finds.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import cycle

import numpy as np

from cadre.programme.chains import Chain, chains_of, joined_chains, projects_for
from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Floats
from cadre.programme.relaxation import Relaxation
from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Point
from cadre.solving.optimise import solve

NEAR = 1e-3
"""Part of a serial that is none."""
MANY = 1080
"""Runs (a course, a site, a period) that are not given up, above which rotations are searched one by one and
never all together."""
FINER = 0.1
"""Gap of a part, to that of the whole: most parts hold little of what is missing."""
FEW, PART_OF_ALL = 5, 4
"""Courses in a group: at least so many, and one in so many of all."""
WIDTHS = (0, 1, 2)
"""Serials a period by which a chain is widened, the first time, the second and the third."""
AGAIN = 0.2
"""Part of what is missing from which on a chain that may gain it is searched a third time."""
LAST_FEW = 3
"""Courses of a group that the next one is near to."""
WIDEST = 3
"""Rotations and serials a period by which parts are widened in the end."""
PIVOTS_PER_WORK = 80_000
"""Simplex iterations that count as one unit of work, a thousand nodes of the models met here."""


Report = Callable[[Result], None]
"""Somebody who is told of each better plan, in terms of the relaxation's objective and bound."""


@dataclass(frozen=True)
class Neighbourhood:
    """Rotations whose serials may change, the last included, and whether activities may.

    Those of the projects in `projects` may change anyway. `wide` is by how many serials a period more than
    between plan and relaxation; with `courses` only serials of these may change, with `own` besides only
    posts of those who can teach them; with `site` only serials and instructors there.
    """

    first: int
    last: int
    activities: bool
    wide: int = 0
    courses: frozenset[str] | None = None
    own: bool = False
    site: str | None = None
    projects: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Improved:
    """The best plan, and whether the safety net in seconds ended its search."""

    values: Floats
    by_seconds: bool


def improved(relaxed: Relaxation, values: Floats, limits: Limits, report: Report | None = None) -> Improved:
    """Search part after part until the gap is met, work or seconds are spent, or a round helps nothing.

    A gain too small to matter, `FINER` of the gap asked for, is kept and counts as none.
    """
    begun, spent, idle = time.perf_counter(), 0, 0
    goal, parts, patience = (
        relaxed.draft.lp.objectives[0],
        _parts(relaxed, limits.seed),
        limits.rounds * _round(relaxed),
    )
    chains = _Chains(relaxed, FINER * limits.gap)
    _report(relaxed, values, report)
    most = limits.work * PIVOTS_PER_WORK
    while idle < patience and spent <= most and _goes_on(_state(relaxed, values), limits):
        seconds = limits.seconds - (time.perf_counter() - begun)
        if seconds <= 0:
            return Improved(values, by_seconds=True)
        part = chains.next(values) or next(parts)
        point = search(relaxed, values, part, replace(limits, seconds=seconds))
        spent += 0 if point is None else point.pivots
        idle += 1
        before, after = float(goal @ values), math.inf if point is None else float(goal @ point.values)
        if point is not None and after < before:
            idle = 0 if before - after > FINER * limits.gap * before else idle
            values = point.values
            _report(relaxed, values, report)
    return Improved(values, by_seconds=False)


def _goes_on(state: Result, limits: Limits) -> bool:
    """Say whether a plan is neither near enough to its bound nor good enough."""
    return state.gap > limits.gap and state.objective > limits.enough


@dataclass
class _Chains:
    """Which chain is searched next, where offers bind: the one that may still gain most.

    What it may gain is what its capabilities miss more than in the relaxation, in percent points; a chain
    that may gain less than a part of the objective, `least`, is left alone. Each is searched with the
    activities of projects that serve it; the last time only if it may still gain much.
    """

    relaxed: Relaxation
    least: float
    searched: Counter[int] = field(default_factory=Counter)
    chains: list[Chain] = field(init=False)

    def __post_init__(self) -> None:
        """Without offers rotations come first, and chains not at all."""
        frame = self.relaxed.draft.frame
        self.chains = joined_chains(frame.mission) if frame.offered is not None else []

    def next(self, values: Floats) -> Neighbourhood | None:
        """Return the part to search from a plan; None where no chain is left."""
        missing = float(self.relaxed.draft.lp.objectives[0] @ values)
        least = (self.least * missing, self.least * missing, AGAIN * missing, math.inf)
        gains = {n: self._gain(chain, values) for n, chain in enumerate(self.chains)}
        left = [n for n, gain in gains.items() if gain > least[min(self.searched[n], len(WIDTHS))]]
        if not left:
            return None
        n = min(left, key=lambda n: (self.searched[n], -gains[n]))
        self.searched[n] += 1
        courses, draft = self.chains[n].courses, self.relaxed.draft
        wide = WIDTHS[self.searched[n] - 1]
        projects = projects_for(draft.mission, courses)
        last = draft.frame.rotations - 1
        return Neighbourhood(
            0, last, activities=False, wide=wide, courses=courses, own=True, projects=projects
        )

    def _gain(self, chain: Chain, values: Floats) -> float:
        draft = self.relaxed.draft
        short = np.concatenate([draft.short[key] for key in chain.capabilities])
        return float(draft.lp.objectives[0][short] @ (values - self.relaxed.values)[short])


def _state(relaxed: Relaxation, values: Floats) -> Result:
    return Result(Status.FEASIBLE, float(relaxed.draft.lp.objectives[0] @ values), relaxed.value)


def _report(relaxed: Relaxation, values: Floats, report: Report | None) -> None:
    if report is not None:
        report(_state(relaxed, values))


def _parts(relaxed: Relaxation, seed: int) -> Iterator[Neighbourhood]:
    """Yield rotations, and so on without end, wider each time, in turn with groups of courses.

    Where offers bind, sites through all rotations come second, and the groups are pairs of chains.
    """
    groups, near = _groups(relaxed, seed), _many(relaxed) and relaxed.draft.frame.offered is None
    chains = chains_of(relaxed.draft.mission) if relaxed.draft.frame.offered is not None else []
    last = relaxed.draft.frame.rotations - 1
    pairs = cycle([a | b for n, a in enumerate(chains) for b in chains[n + 1 :]] or [None])
    yield from _windows(relaxed, 0)
    if chains:
        yield from (
            Neighbourhood(0, last, activities=False, wide=1, site=site)
            for site in relaxed.draft.mission.sites
        )
    for wide in cycle((0,) if near else (*range(1, WIDEST + 1), 0)):
        for window in _windows(relaxed, wide):
            yield window
            pair = next(pairs)
            if pair is not None:
                yield Neighbourhood(0, last, activities=False, wide=1, courses=pair, own=True)
            elif relaxed.draft.frame.runs:
                yield next(groups)


def _round(relaxed: Relaxation) -> int:
    """Count the parts of a round: after so many that helped nothing, the search ends."""
    chains = 0 if relaxed.draft.frame.offered is None else len(chains_of(relaxed.draft.mission))
    sites = len(relaxed.draft.mission.sites) if chains else 0
    return 2 * len(list(_windows(relaxed, 0))) + chains + sites


def _many(relaxed: Relaxation) -> bool:
    """Say whether there are more than `MANY` runs in what is not given up."""
    frame, left = relaxed.draft.frame, 0
    for runs in frame.runs:
        left += sum((runs.site, int(r)) not in relaxed.given_up for r in frame.rotation_of(runs))
    return left > MANY


def _windows(relaxed: Relaxation, wide: int) -> Iterator[Neighbourhood]:
    """Yield the last rotations, where most is gained, the first, where activities begin, then the rest.

    Models of few runs are searched in two rotations, and after that in all together.
    """
    rotations, many = relaxed.draft.frame.rotations, _many(relaxed)
    together = (1 if many else 2) + wide
    last = max(0, rotations - together)
    for first in dict.fromkeys((last, 0, *range(last))):
        yield Neighbourhood(first, first + together - 1, first == 0, wide)
    if last and not many:
        yield Neighbourhood(0, rotations - 1, activities=True)


def _groups(relaxed: Relaxation, seed: int) -> Iterator[Neighbourhood]:
    """Yield groups of courses without end: one drawn, then one by one those that need people of the last."""
    mission, rng = relaxed.draft.mission, np.random.default_rng(seed)
    courses = list(dict.fromkeys(runs.course for runs in relaxed.draft.frame.runs))
    skills = {key: {s for p in mission.courses[key].phases for s in p.instructors} for key in courses}
    size, last = min(len(courses), max(FEW, len(courses) // PART_OF_ALL)), relaxed.draft.frame.rotations - 1
    while True:
        group = [str(rng.choice(courses))]
        while len(group) < size:
            asked = set().union(*(skills[key] for key in group[-LAST_FEW:]))
            left = [key for key in courses if key not in group]
            group.append(str(rng.choice([key for key in left if skills[key] & asked] or left)))
        yield Neighbourhood(0, last, activities=False, courses=frozenset(group))


def search(relaxed: Relaxation, values: Floats, part: Neighbourhood, limits: Limits) -> Point | None:
    """Search one part of a plan."""
    lower, upper = between(relaxed, values, part.wide)
    draft = relaxed.draft
    for runs, begun, _ in draft.pairs():
        rotation = draft.frame.rotation_of(runs)
        still = (rotation < part.first) | (rotation > part.last)
        elsewhere = part.site not in (None, runs.site)
        out = begun if elsewhere or runs.course not in (part.courses or {runs.course}) else begun[still]
        lower[out] = upper[out] = np.round(values[out])
    _hold_posts(draft, values, part, (lower, upper))
    for (project, _), steps in draft.begun.items() if not part.activities else ():
        if project not in part.projects:
            lower[steps] = upper[steps] = np.round(values[steps])
    lp = draft.lp.only(draft.lp.objectives, lower, upper)
    return solve(lp, replace(limits, gap=FINER * limits.gap), "root", hint=values)[1]


def _hold_posts(
    draft: ModelDraft, values: Floats, part: Neighbourhood, bounds: tuple[Floats, Floats]
) -> None:
    """Hold the posts of instructors elsewhere, and of those who teach none of the courses of a part."""
    courses = part.courses if part.own and part.courses is not None else draft.mission.courses
    phases = [phase for key in courses for phase in draft.mission.courses[key].phases]
    skills = {skill for phase in phases for skill in phase.instructors}
    for (role, site), posts in draft.instructors.items():
        if part.site not in (None, site) or not skills & set(draft.mission.roles[role].skills):
            for bound in bounds:
                bound[posts] = np.round(values[posts])


def between(relaxed: Relaxation, values: Floats, wide: int = 0) -> tuple[Floats, Floats]:
    """Return bounds that hold serials between a plan and the relaxation rounded, or little wider."""
    lower, upper, _ = relaxed.draft.lp.bounds()
    begun = np.concatenate([np.zeros(0, np.int64), *relaxed.draft.serials])
    wanted, held = np.clip(relaxed.values[begun], lower[begun], upper[begun]), np.round(values[begun])
    lower[begun] = np.maximum(lower[begun], np.minimum(np.floor(wanted + NEAR), held) - wide)
    upper[begun] = np.minimum(upper[begun], np.maximum(np.ceil(wanted - NEAR), held) + wide)
    return lower, upper
