"""The oracle of the filling core: what is wrong with stays, and what they are worth.

Takes a `FillingProblem` and stays, gives the rules that they break, or a `Worth`. Shares no code with pairs,
prices or paths: the rules are written a second time, week by week.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cadre.forces.filling.problem import FillingProblem, OfferedPerson, Post, PostStay
from cadre.solving.broken import Broken, broken


class Worth(NamedTuple):
    """The two goals: Σ priority × weeks filled, and Σ weeks filled at the wrong rank."""

    filled: int
    wrong: int


def worth_of(problem: FillingProblem, stays: Sequence[PostStay]) -> Worth:
    """Reckon both goals from the stays alone."""
    filled = wrong = 0
    for stay in stays:
        post, offer = problem.posts[stay.post], problem.offers[stay.offer]
        filled += post.priority * (stay.ends - stay.begins)
        if None not in (post.rank, offer.rank) and post.rank != offer.rank:
            wrong += stay.ends - stay.begins
    return Worth(filled, wrong)


def violations(problem: FillingProblem, stays: Sequence[PostStay]) -> tuple[Broken, ...]:
    """Return every rule that stays break; empty for a sound plan."""
    offers, posts = range(len(problem.offers)), range(len(problem.posts))
    known = [stay for stay in stays if stay.offer in offers and stay.post in posts]
    strange = [_in_stay("no-such-offer-or-post", stay) for stay in stays if stay not in known]
    return (*strange, *(f for stay in known for f in _stay(problem, stay)), *_twice(problem, known))


def _in_stay(rule: str, stay: PostStay) -> Broken:
    return broken(rule, offer=stay.offer, post=stay.post, begins=stay.begins, ends=stay.ends)


def _stay(problem: FillingProblem, stay: PostStay) -> Iterator[Broken]:
    post, offer = problem.posts[stay.post], problem.offers[stay.offer]
    weeks = stay.ends - stay.begins
    wrong = {
        "post-not-open": stay.begins < post.opens or post.closes < stay.ends,
        "nobody-there": stay.begins < offer.arrives or offer.leaves < stay.ends,
        "stay-below-least": weeks < offer.least,
        "stay-above-longest": weeks > offer.longest,
        **_unsuited(post, offer),
        "post-refused": stay.post in offer.refuses_posts,
    }
    yield from (_in_stay(rule, stay) for rule, is_wrong in wrong.items() if is_wrong)


def _unsuited(post: Post, offer: OfferedPerson) -> dict[str, bool]:
    bands = {post.rank, offer.rank}
    return {
        "skill-missing": not any(skill == post.skill for skill in offer.skills),
        "rank-apart": None not in bands
        and max(b for b in bands if b is not None) - min(b for b in bands if b is not None) > 1,
        "language-missing": any(word not in offer.languages for word in post.languages),
        "site-refused": post.site in offer.refuses_sites,
    }


def _twice(problem: FillingProblem, stays: Sequence[PostStay]) -> Iterator[Broken]:
    """Count the people of each post in each week, and the people of each offer in all."""
    present = Counter((stay.post, week) for stay in stays for week in range(stay.begins, stay.ends))
    crowded = {post: week for (post, week), people in sorted(present.items(), reverse=True) if people > 1}
    yield from (broken("post-twice", post=post, week=week) for post, week in sorted(crowded.items()))
    for offer, people in sorted(Counter(stay.offer for stay in stays).items()):
        if people > problem.offers[offer].people:
            yield broken("too-many-of-offer", offer=offer, people=people, gives=problem.offers[offer].people)
