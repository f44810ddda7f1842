"""Who stays: the stints of an older plan that a changed mission still allows, and why the others end.

Takes stints, lines and the mission, gives what stays of each stint and what does not. Knows no solver.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from cadre.forces.fit import fits
from cadre.forces.plan import PostLine, Stint
from cadre.mission import Mission
from cadre.mission.presence import Strength, most_in
from cadre.reasons import Reason
from cadre.reasons.forces import (
    FewerAskedFor,
    FewerOffered,
    NotAskedFor,
    OfferWithdrawn,
    OnlyFrom,
    OnlyUntil,
    PartTimeElsewhen,
)


@dataclass(frozen=True, slots=True)
class Ended:
    """A stint, or a part of one, that does not stay, and why."""

    stint: Stint
    why: Reason


@dataclass(frozen=True, slots=True)
class Staying:
    """What stays of older stints, and what does not."""

    kept: tuple[Stint, ...]
    ended: tuple[Ended, ...]


def staying(
    before: Iterable[Stint],
    lines: Sequence[PostLine],
    mission: Mission,
    *,
    option: tuple[Mapping[str, str], Mapping[str, float]],
    pinned: Collection[str] = (),
) -> Staying:
    """Say which older stints stay.

    A stint stays in the weeks in which its offer and its line still stand and fit. Where an offer or a line
    has become too small, those of critical roles stay before others, and those who came first before others.

    Parameters
    ----------
    before : iterable of Stint
        The older stints.
    lines, mission
        As in `fill_posts`.
    option : tuple of mappings
        Choices and measured attributes.
    pinned : collection of str
        Offers whose people stay before all others.
    """
    choices, measured = option
    line_of = {line.id: line for line in lines}
    ended: list[Ended] = []
    fit = partial(fits, mission=mission, choices=choices, measured=measured)
    found = [part for stint in sorted(before) for part in _fitting(stint, line_of, mission, fit, ended)]
    found.sort(key=lambda s: (s.offer not in pinned, -line_of[s.line].weight, s.begins, s))
    for key, runs, fewer in (
        (lambda s: s.offer, lambda s: mission.strengths[s.offer], FewerOffered),
        (lambda s: s.line, lambda s: (_strength(line_of[s.line]),), FewerAskedFor),
    ):
        found = list(_thinned(found, key, runs, (fewer, ended)))
    return Staying(tuple(sorted(found)), tuple(ended))


def _fitting(
    stint: Stint,
    line_of: Mapping[str, PostLine],
    mission: Mission,
    fit: Callable[..., Reason | None],
    ended: list[Ended],
) -> Iterator[Stint]:
    """Yield the weeks of a stint that offer and line still allow."""
    offer, line = mission.offers.get(stint.offer), line_of.get(stint.line)
    if offer is None or line is None:
        ended.append(Ended(stint, OfferWithdrawn() if offer is None else NotAskedFor()))
        return
    if (why := fit(offer, line)) is not None:
        ended.append(Ended(stint, why))
        return
    first, last = mission.weeks_of(offer)
    begins, ends = max(stint.begins, first, line.opens), min(stint.ends, last, line.closes)
    if stint.begins < min(begins, stint.ends):
        ended.append(Ended(replace(stint, ends=min(begins, stint.ends)), OnlyFrom(offer.begins)))
    if max(ends, stint.begins) < stint.ends:
        why = OnlyUntil(offer.ends) if last == ends else NotAskedFor()
        ended.append(Ended(replace(stint, begins=max(ends, stint.begins)), why))
    if begins < ends:
        yield from _while_there(replace(stint, begins=begins, ends=ends), mission, ended)


def _while_there(stint: Stint, mission: Mission, ended: list[Ended]) -> Iterator[Stint]:
    """Return the unbroken weeks of a stint in which somebody of its offer is there."""
    there = {week for run in mission.strengths[stint.offer] for week in range(run.begins, run.ends)}
    edges = [w for w in range(stint.begins + 1, stint.ends) if (w in there) != (w - 1 in there)]
    for begins, ends in pairwise((stint.begins, *edges, stint.ends)):
        part = replace(stint, begins=begins, ends=ends)
        if begins in there:
            yield part
        else:
            ended.append(Ended(part, PartTimeElsewhen()))


def _strength(line: PostLine) -> Strength:
    return Strength(line.opens, line.closes, line.people)


def _thinned(
    stints: Sequence[Stint],
    key: Callable[[Stint], str],
    runs: Callable[[Stint], Sequence[Strength]],
    told: tuple[Callable[[float], Reason], list[Ended]],
) -> Iterator[Stint]:
    """Keep, in the order given, as many people of each stint as there is room for beside those before."""
    there: dict[str, list[Stint]] = {}
    fewer, ended = told
    for stint in stints:
        beside, room = there.setdefault(key(stint), []), runs(stint)
        people = min(stint.people, max(0, _left(room, stint, beside)))
        if people < stint.people:
            why = fewer(most_in(room, stint.begins, stint.ends))
            ended.append(Ended(replace(stint, people=stint.people - people), why))
        if people:
            beside.append(replace(stint, people=people))
            yield beside[-1]


def _left(runs: Iterable[Strength], stint: Stint, beside: Sequence[Stint]) -> int:
    """Return how many people are left through a stint beside others, whose weeks lie in runs of so many."""
    here = [run for run in runs if run.begins < stint.ends and stint.begins < run.ends]
    weeks = [(max(run.begins, stint.begins), min(run.ends, stint.ends)) for run in here]
    return min(run.people - most_at_once(beside, *at) for run, at in zip(here, weeks, strict=True))


def most_at_once(stints: Iterable[Stint], begins: int, ends: int) -> int:
    """Return the most people that stints have at a time from week `begins` to `ends` (exclusive)."""
    here = [s for s in stints if s.begins < ends and begins < s.ends]
    weeks = {begins, *(s.begins for s in here if s.begins > begins)}
    return max(sum(s.people for s in here if s.begins <= week < s.ends) for week in weeks)
