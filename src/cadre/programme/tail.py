"""The tail of a programme: posts by the reason they stand for, and how many to each trainer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cadre.mission import Mission
from cadre.programme.plan import Programme


@dataclass(frozen=True)
class Tail:
    """Foreign posts in the rotation in which most stand.

    Parameters
    ----------
    rotation : int
        That rotation, the first of several.
    posts : dict of str to int
        Posts by reason: `instructors`, `advisers`, `command`, `support:ID`, in the order of the mission.
    per_trainer : float
        All posts to one instructor or adviser; 0 where there is none.
    """

    rotation: int
    posts: dict[str, int]
    per_trainer: float


def tail(programme: Programme, mission: Mission) -> Tail:
    """Return the tail at the peak; local posts stand outside it."""
    totals: Counter[int] = Counter()
    parts: Counter[tuple[int, str]] = Counter()
    for batch in programme.posts:
        if not mission.roles[batch.role].local:
            totals[batch.rotation] += batch.people
            parts[batch.rotation, batch.reason] += batch.people
    peak = max(sorted(totals), key=lambda r: totals[r], default=0)
    reasons = ("instructors", "advisers", "command", *(f"support:{key}" for key in mission.support))
    posts = {reason: parts[peak, reason] for reason in reasons if parts[peak, reason]}
    trainers = posts.get("instructors", 0) + posts.get("advisers", 0)
    return Tail(peak, posts, totals[peak] / trainers if trainers else 0.0)
