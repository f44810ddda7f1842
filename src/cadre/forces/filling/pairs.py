"""Which offer fits which post, and in which weeks: the problem as arrays.

Takes a `FillingProblem`, gives `Pairs`. Offers and posts that nothing tells apart are judged once.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cadre.forces.filling.problem import FillingProblem, OfferedPerson, Post
from cadre.solving.linear import Floats, Ints

BANDS_APART = 1
"""Rank bands by which an offer may differ from its post (docs/model/rules.md, Offers)."""


@dataclass(frozen=True)
class Pairs:
    """Each offer with each post it fits, where their weeks leave room for its least stay.

    All arrays have the shape (pairs,), sorted by post, then offer.

    Parameters
    ----------
    post, offer : ndarray of int64
        Numbers.
    begins, ends : ndarray of int64
        Weeks in which both stand, end exclusive.
    least, longest : ndarray of int64
        Weeks of a stay; `longest` is cut to `ends - begins`.
    wrong : ndarray of int64
        1 where the rank is one band off.
    priority : ndarray of float64
        Worth of a week of the post.
    """

    post: Ints
    offer: Ints
    begins: Ints
    ends: Ints
    least: Ints
    longest: Ints
    wrong: Ints
    priority: Floats

    def mirrored(self, weeks: int) -> Pairs:
        """Return the same pairs with the weeks counted backwards from `weeks`."""
        return Pairs(
            self.post,
            self.offer,
            weeks - self.ends,
            weeks - self.begins,
            self.least,
            self.longest,
            self.wrong,
            self.priority,
        )


def pairs_of(problem: FillingProblem) -> Pairs:
    """Find all pairs of a problem."""
    offer, post = np.nonzero(_fit(problem))
    order = np.lexsort((offer, post))
    offer, post = offer[order], post[order]
    field = {
        name: np.array([getattr(item, name) for item in problem.offers], np.int64)[offer]
        for name in ("arrives", "leaves", "least", "longest")
    }
    opens, closes, priority = (
        np.array([getattr(item, name) for item in problem.posts], np.int64)[post]
        for name in ("opens", "closes", "priority")
    )
    begins, ends = np.maximum(opens, field["arrives"]), np.minimum(closes, field["leaves"])
    kept = ends - begins >= field["least"]
    asked, given = _ranks(problem.posts)[post], _ranks(problem.offers)[offer]
    wrong = (asked != given) & (asked >= 0) & (given >= 0)
    longest = np.minimum(field["longest"], ends - begins)
    return Pairs(
        post=post[kept],
        offer=offer[kept],
        begins=begins[kept],
        ends=ends[kept],
        least=field["least"][kept],
        longest=longest[kept],
        wrong=wrong[kept].astype(np.int64),
        priority=priority[kept].astype(np.float64),
    )


def _ranks(items: Sequence[Post] | Sequence[OfferedPerson]) -> Ints:
    """Return ranks, -1 for any."""
    return np.array([-1 if item.rank is None else item.rank for item in items], np.int64)


def _fit(problem: FillingProblem) -> NDArray[np.bool_]:
    """Say for each offer and post, shape (offers, posts), whether they fit; weeks are not looked at."""
    posts = [(p.skill, p.rank, p.site, p.languages) for p in problem.posts]
    offers = [(o.skills, o.rank, o.refuses_sites, o.languages) for o in problem.offers]
    post_kind, first_posts = _kinds(posts)
    offer_kind, first_offers = _kinds(offers)
    fit = np.array(
        [[_fits(problem.offers[o], problem.posts[p]) for p in first_posts] for o in first_offers], np.bool_
    ).reshape(len(first_offers), len(first_posts))[np.ix_(offer_kind, post_kind)]
    for number, offer in enumerate(problem.offers):
        fit[number, [post for post in offer.refuses_posts if post < len(posts)]] = False
    return fit


def _kinds(keys: Sequence[Hashable]) -> tuple[Ints, list[int]]:
    """Number equal keys alike, and give the first place of each."""
    numbers: dict[Hashable, int] = {}
    kind = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
    return kind, [int(place) for place in np.unique(kind, return_index=True)[1]]


def _fits(offer: OfferedPerson, post: Post) -> bool:
    near = offer.rank is None or post.rank is None or abs(offer.rank - post.rank) <= BANDS_APART
    return (
        near
        and post.skill in offer.skills
        and post.site not in offer.refuses_sites
        and post.languages <= offer.languages
    )
