"""Gaps: which posts stay open in which weeks, and what stands against every offer of their role.

Takes lines and stints, gives `Gap`s. Where the offers and the open posts are the same in adjacent weeks
they make one gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from cadre.forces.plan import Gap, PostLine, Stint, by_line, cut, open_runs
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.mission.presence import Strength, number_in
from cadre.reasons import Reason
from cadre.reasons.forces import Against, FullUse, NoOffer, OffersAgainst, PartTimeElsewhen, PeopleLeft

Fits: TypeAlias = Callable[[Offer, PostLine], Reason | None]
"""Returns why an offer cannot fill a line, None where it can (`fits` with its option)."""


def explained_gaps(
    lines: Iterable[PostLine], stints: Iterable[Stint], mission: Mission, fits: Fits
) -> tuple[Gap, ...]:
    """Return what stays open of each line, and why.

    Parameters
    ----------
    lines, stints : iterable
        What is asked and who fills it.
    mission : Mission
        The offers.
    fits : callable
        `cadre.forces.fit.fits` of the option.

    Returns
    -------
    tuple of Gap
        In the order of the lines, then of weeks.
    """
    stints = tuple(stints)
    by_offer: dict[str, list[Stint]] = {}
    for stint in stints:
        by_offer.setdefault(stint.offer, []).append(stint)
    on_line = by_line(stints)
    found: list[Gap] = []
    for line in lines:
        for begins, ends, people in open_runs(line, on_line.get(line.id, ())):
            run = replace(line, opens=begins, closes=ends, people=people)
            parts = (
                Gap(line.id, part.opens, part.closes, people, _why(part, mission, by_offer, fits))
                for part in _parts(run, mission, by_offer)
            )
            found += joined(parts)
    return tuple(found)


def _parts(run: PostLine, mission: Mission, by_offer: dict[str, list[Stint]]) -> Iterator[PostLine]:
    """Cut a run of open weeks where an offer of its role comes or goes, or its people move."""
    edges: set[int] = set()
    for key, offer in mission.offers.items():
        if offer.role == run.role:
            runs = (*mission.strengths[key], *by_offer.get(key, ()))
            edges.update(week for run in runs for week in (run.begins, run.ends))
    for begins, ends in cut(run.opens, run.closes, edges):
        yield replace(run, opens=begins, closes=ends)


def joined(parts: Iterable[Gap]) -> list[Gap]:
    """Join the gaps of a run of weeks that follow each other for the same reason."""
    joined: list[Gap] = []
    for gap in parts:
        if joined and joined[-1].ends == gap.begins and joined[-1].why == gap.why:
            joined[-1] = replace(joined[-1], ends=gap.ends)
        else:
            joined.append(gap)
    return joined


def _why(part: PostLine, mission: Mission, by_offer: dict[str, list[Stint]], fits: Fits) -> Reason:
    """Count the offers of the role by what stands against them, in the order in which reasons first occur."""
    reasons = [
        fits(offer, part) or _use(mission.strengths[key], part, by_offer.get(key, ()))
        for key, offer in mission.offers.items()
        if offer.role == part.role
    ]
    if not reasons:
        return NoOffer()
    against = tuple(Against(number, why) for why, number in Counter(reasons).items())
    return OffersAgainst(len(reasons), against)


def _use(runs: Iterable[Strength], part: PostLine, stints: Iterable[Stint]) -> Reason:
    """Return how an offer that fits is used in weeks in which nothing about it changes."""
    placed = sum(s.people for s in stints if s.begins <= part.opens and part.closes <= s.ends)
    there = number_in(runs, part.opens, part.closes)
    if not there:
        return PartTimeElsewhen()
    return FullUse() if placed >= there else PeopleLeft()
