"""The oracle of the filling core: what is wrong with stays, and what they are worth.

Takes a `Problem` and stays, gives sentences or a `Worth`. Shares no code with pairs, prices or paths: the
rules are written a second time, week by week.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cadre.forces.filling.problem import Offered, Post, Problem, Stay


class Worth(NamedTuple):
    """The two goals: Σ priority × weeks filled, and Σ weeks filled at the wrong rank."""

    filled: int
    wrong: int


def worth_of(problem: Problem, stays: Sequence[Stay]) -> Worth:
    """Reckon both goals from the stays alone."""
    filled = wrong = 0
    for stay in stays:
        post, offer = problem.posts[stay.post], problem.offers[stay.offer]
        filled += post.priority * (stay.ends - stay.begins)
        if None not in (post.rank, offer.rank) and post.rank != offer.rank:
            wrong += stay.ends - stay.begins
    return Worth(filled, wrong)


def violations(problem: Problem, stays: Sequence[Stay]) -> tuple[str, ...]:
    """Give everything that is wrong with stays, one sentence each; empty for a sound plan."""
    offers, posts = range(len(problem.offers)), range(len(problem.posts))
    known = [stay for stay in stays if stay.offer in offers and stay.post in posts]
    strange = [f"{_told(stay)}: no such offer or post" for stay in stays if stay not in known]
    return (*strange, *(f for stay in known for f in _stay(problem, stay)), *_twice(problem, known))


def _told(stay: Stay) -> str:
    return f"offer {stay.offer} in post {stay.post}, weeks {stay.begins}-{stay.ends}"


def _stay(problem: Problem, stay: Stay) -> Iterator[str]:
    post, offer = problem.posts[stay.post], problem.offers[stay.offer]
    weeks = stay.ends - stay.begins
    wrong = {
        "the post is not open": stay.begins < post.opens or post.closes < stay.ends,
        "nobody is there": stay.begins < offer.arrives or offer.leaves < stay.ends,
        f"a stay has at least {offer.least} weeks": weeks < offer.least,
        f"a stay has at most {offer.longest} weeks": weeks > offer.longest,
        **_unsuited(post, offer),
        "the offer refuses the post": stay.post in offer.refuses_posts,
    }
    yield from (f"{_told(stay)}: {text}" for text, is_wrong in wrong.items() if is_wrong)


def _unsuited(post: Post, offer: Offered) -> dict[str, bool]:
    bands = {post.rank, offer.rank}
    return {
        f"nobody has skill {post.skill}": not any(skill == post.skill for skill in offer.skills),
        "the rank is more than one band away": None not in bands
        and max(b for b in bands if b is not None) - min(b for b in bands if b is not None) > 1,
        "a language is missing": any(word not in offer.languages for word in post.languages),
        f"they do not serve at {post.site}": post.site in offer.refuses_sites,
    }


def _twice(problem: Problem, stays: Sequence[Stay]) -> Iterator[str]:
    """Count the people of each post in each week, and the people of each offer in all."""
    present = Counter((stay.post, week) for stay in stays for week in range(stay.begins, stay.ends))
    crowded = {post: week for (post, week), people in sorted(present.items(), reverse=True) if people > 1}
    yield from (f"post {post}: more than one person in week {week}" for post, week in sorted(crowded.items()))
    for offer, people in sorted(Counter(stay.offer for stay in stays).items()):
        if people > problem.offers[offer].people:
            yield f"offer {offer}: {people} people, it gives {problem.offers[offer].people}"
