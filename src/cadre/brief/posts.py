"""Posts by what they follow from: trainers, advisers, command, and the tail that the support rules add.

Takes a programme and its mission, gives foreign posts by rotation and their peak. Local posts are left out:
they are hired, not sent.
"""

from __future__ import annotations

from dataclasses import dataclass

from cadre.mission import Mission
from cadre.programme.plan import PostBatch, Programme
from cadre.words import Catalogue

CORE = ("instructors", "advisers", "command")
"""Reasons of posts that are no tail."""


@dataclass(frozen=True, slots=True)
class Peak:
    """Foreign posts in the rotation with most of them."""

    rotation: int
    trainers: int
    advisers: int
    command: int
    tail: int

    @property
    def total(self) -> int:
        """All foreign posts."""
        return self.trainers + self.advisers + self.command + self.tail

    @property
    def per_trainer(self) -> float:
        """Foreign people in all for each trainer or adviser; 0 without any."""
        core = self.trainers + self.advisers
        return self.total / core if core else 0.0


def foreign(programme: Programme, mission: Mission) -> tuple[PostBatch, ...]:
    """Return the posts that nations would fill."""
    return tuple(post for post in programme.posts if not mission.roles[post.role].local)


def by_rotation(programme: Programme, mission: Mission) -> dict[int, dict[str, int]]:
    """Return foreign posts by rotation and by the rule they follow from, rules in the mission's order."""
    rules = (*CORE, *(f"support:{rule}" for rule in mission.support))
    posts = foreign(programme, mission)
    last = max((post.rotation for post in posts), default=-1)
    counted = {rotation: dict.fromkeys(rules, 0) for rotation in range(last + 1)}
    for post in posts:
        counted[post.rotation][post.reason] = counted[post.rotation].get(post.reason, 0) + post.people
    return counted


def peak_of(programme: Programme, mission: Mission) -> Peak:
    """Return the first rotation with most foreign posts, and what they are."""
    rotations = by_rotation(programme, mission)
    if not rotations:
        return Peak(0, 0, 0, 0, 0)
    best = max(rotations, key=lambda rotation: (sum(rotations[rotation].values()), -rotation))
    posts = rotations[best]
    trainers, advisers, command = (posts[reason] for reason in CORE)
    tail = sum(posts.values()) - trainers - advisers - command
    return Peak(best, trainers, advisers, command, tail)


def core_title(reason: str, words: Catalogue) -> str:
    """Name a reason of posts that are no tail."""
    return words.text(f"charts.core-{reason}")


def title_of_reason(reason: str, mission: Mission, words: Catalogue) -> str:
    """Name the rule that posts follow from."""
    if reason.startswith("support:"):
        return mission.title_of("support", reason.removeprefix("support:"))
    return core_title(reason, words) if reason in CORE else reason
