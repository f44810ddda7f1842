"""Checking: options that the fast evaluation dropped near those shown, judged again by the full model.

Takes verdicts and what options yielded planned and played in full, gives the verdicts as the full model has
them and what was checked (docs/model/decision.md, "Checked in full").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cadre.mission import Mission
from cadre.options import NOTHING
from cadre.plans import Checked
from cadre.reasons import Reason
from cadre.reasons.options import (
    AsAsked,
    BetterInFull,
    LeastThatAnswers,
    LeastThatServes,
    NearestToAsked,
    NoPlaceLeft,
    NotBeatenInFull,
    PinnedByPlanner,
    WorseInFull,
)
from cadre.reasons.screening import AddsTooLittle, DominatedBy, NearTwin, Padded, SameAs
from cadre.screening.asked import Asked
from cadre.screening.distance import (
    Evaluated,
    are_twins,
    beaten_on,
    differing_levers,
    ranges_of,
)
from cadre.screening.played import Played
from cadre.screening.restating import restated
from cadre.screening.selection import MOST_SHOWN, Verdict, adds_too_little
from cadre.statistics.arrays import Floats

CHECKED_REPLICATIONS = 2_000
"""Replications, at most, of an option that is only checked."""
WORK = 1_000.0
"""Weeks of presence times pairs of course and site that may be planned besides the options shown;"""
LEAST_CHECKED, MOST_CHECKED = 2, 8
"""but so many options are checked at least, and at most, where as many were dropped."""
MOST_ROWS = MOST_SHOWN + 1
"""Options shown at most when some come in that were dropped: the rows of a page's table."""
FIRST_ROLES = (AsAsked, NearestToAsked)
ROLES = (*FIRST_ROLES, LeastThatAnswers, LeastThatServes)
"""Reasons that pass to an option that is better in all and answers as much."""

Samples = Mapping[str, Mapping[str, Floats]]


@dataclass(frozen=True, slots=True)
class Settled:
    """Verdicts by the full model, in the order of the options, and what was checked for them."""

    verdicts: tuple[Verdict, ...]
    checked: tuple[Checked, ...]


def near_misses(mission: Mission, verdicts: Sequence[Verdict], *, most: int | None = None) -> list[Evaluated]:
    """Return dropped options that are nearest to being better in all than one shown, the nearest first.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    verdicts : sequence of Verdict
        Of all options, doing nothing first.
    most : int, optional
        So many at most; by the size of the mission when left out.
    """
    shown = [v.evaluated for v in verdicts if v.kept and v.evaluated.option.id != NOTHING]
    dropped = [v for v in verdicts if not v.kept and v.evaluated.why is None]
    if not shown:
        return []
    ranges = ranges_of(mission, [*shown, *(v.evaluated for v in dropped)])
    over = [k for k in beaten_on(mission) if ranges[k.id] > 0]

    def ahead(e: Evaluated) -> float:
        """Return by how much of each range it is better than one shown at least; below 0 it is not."""
        signs = {k.id: 1 if k.better == "more" else -1 for k in over}
        return max(
            min((s * (e.measures[k] - x.measures[k]) / ranges[k] for k, s in signs.items()), default=0.0)
            for x in shown
        )

    ordered = sorted(dropped, key=lambda v: (isinstance(v.reason, SameAs), -round(ahead(v.evaluated), 9)))
    return [v.evaluated for v in ordered[: checks_at_most(mission) if most is None else most]]


def checks_at_most(mission: Mission) -> int:
    """Return how many options are checked in full: fewer, the larger the mission is."""
    pairs = sum(len(course.sites) or len(mission.sites) for course in mission.courses.values())
    work = mission.exit_week * max(1, pairs)
    return max(LEAST_CHECKED, min(MOST_CHECKED, int(WORK / work)))


def settle(
    mission: Mission, verdicts: Sequence[Verdict], samples: Samples, *, pins: Iterable[str] = ()
) -> Settled:
    """Judge again what was planned and played in full.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    verdicts : sequence of Verdict
        By the fast evaluation, doing nothing first.
    samples : mapping of str to mapping of str to array
        Criteria by option shown and checked, played on common random numbers.
    pins : iterable of str
        Ids of the options that a planner wants shown.

    Returns
    -------
    Settled
        A dropped option comes in where it is better in all, beyond the noise, than one shown, which then goes
        out unless it is always shown; and, while there is a row, where it was dropped as worse and is not.
    """
    work = _Settling(mission, verdicts, Played(mission, samples), frozenset(pins))
    work.run()
    return Settled(work.verdicts(), work.checked())


class _Settling:
    """Options shown and checked while they are judged."""

    def __init__(
        self, mission: Mission, verdicts: Sequence[Verdict], played: Played, pins: frozenset[str]
    ) -> None:
        self.mission, self.played, self.pins = mission, played, pins
        self.before = {v.evaluated.option.id: v for v in verdicts}
        self.asked = Asked(mission, [v.evaluated for v in verdicts])
        self.shown = [k for k, v in self.before.items() if v.kept]
        self.tried = [k for k, v in self.before.items() if not v.kept and k in played.samples]
        self.reasons: dict[str, Reason] = {k: v.reason for k, v in self.before.items()}
        self.wrong: set[str] = set()

    def run(self) -> None:
        """Let options in and out until nothing changes."""
        self.wrong |= {d for d in self.tried if any(self._is_better(d, x) for x in self.shown)}
        self._settle()
        for option in self.tried:
            if option not in self.shown and self._erred(option):
                self.wrong.add(option)
                self._not_worse(option)
        self._settle()
        while lost := self._lost():
            self.reasons |= lost
            self._settle()

    def _lost(self) -> dict[str, Reason]:
        """Return the reasons in full of options that were shown as the least that answers and are not."""
        now = self._restated()
        return {
            k: now[k]
            for k in self.shown
            if isinstance(self.reasons[k], ROLES) and not isinstance(now[k], ROLES)
        }

    def _restated(self) -> dict[str, Reason]:
        shown = [self.before[k].evaluated for k in self.before if k in self.shown]
        return restated(self.asked, shown, self.reasons, self.played)

    def _settle(self) -> None:
        """Let in what is better in all than an option shown, and out what something shown is better than."""
        for _ in range(len(self.played.samples) ** 2):
            pair = next(((d, x) for x in self.shown for d in self._better_than(x)), None)
            if pair is None:
                return
            self._replace(*pair)

    def _is_better(self, one: str, other: str) -> bool:
        return NOTHING not in (one, other) and self.played.better_in_all(one, other)

    def _better_than(self, option: str) -> list[str]:
        """Return what is better in all than an option shown and calls for a change, those shown first.

        Of an option that stays nothing more is called for than that something better is shown.
        """
        better = [d for d in self.played.samples if self._is_better(d, option)]
        there = [d for d in better if d in self.shown]
        goes = [d for d in there if not self._stays(option, d)]
        came = [d for d in goes if d in self.tried] or ([] if len(better) == len(there) else goes)
        return came or [d for d in better if d not in self.shown and not there]

    def _replace(self, better: str, option: str) -> None:
        """Show what is better, and no longer the option, unless that stays whatever is better."""
        if better not in self.shown:
            self.shown.append(better)
            self.reasons[better] = BetterInFull(option)
        if not self._stays(option, better):
            self.shown.remove(option)
            if isinstance(self.reasons[option], ROLES) and not isinstance(self.reasons[better], FIRST_ROLES):
                self.reasons[better] = self.reasons[option]
            self.reasons[option] = WorseInFull(better, self.played.worse(option, better))

    def _stays(self, option: str, for_all_that: str) -> bool:
        """Say whether an option is shown whatever is better: what is asked, unless that is as asked, too."""
        reason, better = self.reasons[option], self.before[for_all_that].evaluated
        if option in self.pins or isinstance(reason, PinnedByPlanner):
            return True
        if isinstance(reason, AsAsked):
            return not self.asked.holds(better.option.choices)
        if isinstance(reason, NearestToAsked | LeastThatAnswers | LeastThatServes):
            return self.asked.answered(better) < self.asked.answered(self.before[option].evaluated)
        return False

    def _erred(self, option: str) -> bool:
        """Say whether an option was dropped as worse than others and is not, by the full model."""
        reason = self.before[option].reason
        if not isinstance(reason, DominatedBy | Padded | AddsTooLittle):
            return False
        if any(self.played.beats(x, option) for x in self.shown):
            return False
        others = [self.played.means[x] for x in self.shown if x != NOTHING]
        return not adds_too_little(self.played.means[NOTHING], self.played.means[option], others)

    def _not_worse(self, option: str) -> None:
        """Let an option in that is not worse than those shown, while there is a row and it is no twin."""
        e = self.before[option].evaluated
        others = [self.before[x].evaluated for x in self.shown if x != NOTHING]
        ranges = ranges_of(self.mission, [e, *others])
        twin = next((x for x in others if are_twins(self.mission, e, x, ranges)), None)
        if twin is not None:
            levers = differing_levers(self.mission, e.option, twin.option)
            self.reasons[option] = NearTwin(twin.option.id, levers)
        elif len(self.shown) < MOST_ROWS:
            self.shown.append(option)
            self.reasons[option] = NotBeatenInFull()
        else:
            self.reasons[option] = NoPlaceLeft()

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return the verdicts, with the reasons of those shown as the full model has them."""
        self.reasons |= self._restated()
        return tuple(replace(v, kept=k in self.shown, reason=self.reasons[k]) for k, v in self.before.items())

    def checked(self) -> tuple[Checked, ...]:
        """Return what was checked, in the order of the options."""
        full, replications = self.played.means, self.played.replications
        return tuple(
            Checked(k, dict(full[k]), replications(k), k in self.wrong, k in self.shown) for k in self.tried
        )
