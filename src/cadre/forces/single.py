"""Lines and offers of a mission as a filling problem, and its stays as stints.

For missions that set a least stay (`tours.least`): a person then comes once, for one unbroken stay in one
post, across rotations where the post stands on. Takes lines and the offers that count, gives a `Single`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cadre.forces.filling.problem import FillingProblem, OfferedPerson, Post, PostStay
from cadre.forces.fit import tour_of
from cadre.forces.keeping import most_at_once
from cadre.forces.plan import PostLine, Stint
from cadre.forces.stints import stints_of
from cadre.mission import Mission
from cadre.mission.presence import Strength, is_whole


@dataclass(frozen=True)
class Single:
    """The problem, the mission's offer behind each of its offers, and the lines of each role and site."""

    problem: FillingProblem
    offers: tuple[str, ...]
    lines: Mapping[tuple[str, str], tuple[PostLine, ...]]

    def stints(self, stays: Iterable[PostStay]) -> tuple[Stint, ...]:
        """Cut stays at the edges of lines, those alike together, sorted."""
        found = Counter[tuple[str, str, int, int]]()
        for stay in stays:
            post = self.problem.posts[stay.post]
            for line in self.lines[post.skill, post.site]:
                begins, ends = max(stay.begins, line.opens), min(stay.ends, line.closes)
                if begins < ends:
                    found[self.offers[stay.offer], line.id, begins, ends] += 1
        return tuple(sorted(Stint(*key, people) for key, people in found.items()))


def single_stays(
    lines: Iterable[PostLine], mission: Mission, counted: Iterable[str], kept: Sequence[Stint] = ()
) -> Single:
    """Write lines and offers as posts and contingents.

    The lines of a role at a site make as many unbroken posts as their people have upward steps. An offer
    sends its people in contingents, one each tour from the first week of its window, so that never more are
    there than it gives at a time.

    Parameters
    ----------
    lines : iterable of PostLine
        What is asked for.
    mission : Mission
        Roles, parties, ranks, tours.
    counted : iterable of str
        Offers whose conditions the option meets.
    kept : sequence of Stint
        Stays that are settled: a contingent sends only who is left beside them.
    """
    at: dict[tuple[str, str], tuple[PostLine, ...]] = {}
    for line in sorted(lines, key=lambda line: line.opens):
        at[line.role, line.site] = (*at.get((line.role, line.site), ()), line)
    posts = tuple(post for here in at.values() for post in _posts(here, mission))
    sent = [(key, contingent) for key in counted for contingent in _contingents(key, mission, kept)]
    return Single(FillingProblem(posts, tuple(c for _, c in sent)), tuple(key for key, _ in sent), at)


def _posts(lines: tuple[PostLine, ...], mission: Mission) -> Iterator[Post]:
    """Return the unbroken posts of the lines of one role at one site."""
    role = mission.roles[lines[0].role]
    rank = mission.ranks.index(role.rank) if role.rank else None
    strengths = [Strength(line.opens, line.closes, line.people) for line in lines]
    for stay in stints_of("", "", strengths, tour=lines[-1].closes):
        post = Post(
            stay.begins,
            stay.ends,
            lines[0].role,
            lines[0].weight,
            rank,
            lines[0].site,
            frozenset(role.languages),
        )
        yield from [post] * stay.people


def _tours(runs: Iterable[Strength], tour: int) -> Iterator[Strength]:
    for run in runs:
        for week in range(run.begins, run.ends, tour):
            yield Strength(week, min(week + tour, run.ends), run.people)


def _contingents(key: str, mission: Mission, kept: Sequence[Stint]) -> Iterator[OfferedPerson]:
    """Return the people of an offer who are free, once for each tour in their weeks.

    Part-time people come for their part of a rotation, however short.
    """
    offer = mission.offers[key]
    tour = tour_of(offer, mission)
    own = [stint for stint in kept if stint.offer == key]
    least = min(mission.tours.least, tour) if is_whole(offer) else 1
    for begins, ends, people in _tours(mission.strengths[key], tour):
        yield OfferedPerson(
            max(0, people - most_at_once(own, begins, ends)),
            begins,
            ends,
            frozenset({offer.role}),
            least,
            tour,
            rank=mission.ranks.index(offer.rank) if offer.rank else None,
            languages=frozenset({*offer.languages, *mission.parties[offer.party].speaks}),
            refuses_sites=frozenset(offer.not_at),
        )
