"""Posts that stand while serials are placed: what they still can teach, and whether more may stand.

Knows no solver. The tail follows from the rules of the mission; ceiling, beds and what could be filled are
checked in every rotation that changes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from cadre.programme.frame import Floats, Frame, Ints
from cadre.programme.support import command_posts, tail_of, tail_steps

SPARE = 1e-9
"""Room for rounding."""


@dataclass
class Standing:
    """Posts of instructors and advisers by (role, site) and rotation, and trainees by site and period."""

    frame: Frame
    at_most: Mapping[tuple[str, str, int], int] | None = None
    given_up: Collection[tuple[str, int]] = ()  # sites and rotations in which no post of instructors stands
    posts: dict[tuple[str, str], Ints] = field(default_factory=dict)
    advisers: dict[tuple[str, str], Ints] = field(default_factory=dict)
    taught: dict[tuple[str, str], Floats] = field(default_factory=dict)  # person-weeks by slot
    trainees: dict[str, Floats] = field(default_factory=dict)
    beds: dict[str, Floats] = field(default_factory=dict)  # by period
    log: list[tuple[Any, Ints, Any]] = field(default_factory=list)  # what to take back

    def __post_init__(self) -> None:
        frame = self.frame
        self.weeks = frame.availability * frame.shared_weeks(only_open=True)
        self.shared = frame.shared_weeks(only_open=False, by_slot=False)
        self.command = [self._command(r) for r in range(frame.rotations)]
        self.steps = tail_steps(frame.mission)
        self.guests = any("trainees" in rule.of for rule in frame.mission.support.values())
        self.able = {
            skill: sorted(
                (r for r, role in frame.mission.roles.items() if skill in role.skills),
                key=lambda r: len(frame.mission.roles[r].skills),
            )
            for skill in frame.mission.skills
        }
        self.add_beds({})

    def add_beds(self, done: Mapping[str, int]) -> None:
        """Set the beds of each site by period, those of projects finished from a period on included."""
        mission, periods = self.frame.mission, self.frame.periods
        for site, place in mission.sites.items():
            if place.beds is not None:
                self.beds[site] = np.full(periods, float(place.beds))
        for project, period in done.items():
            for site, added in mission.projects[project].effects.adds.items():
                if site in self.beds:
                    self.beds[site][period:] += added.get("beds", 0)

    def advise(self, place: tuple[str, str], people: Ints) -> bool:
        """Let at least so many advisers stand in each rotation, if that is allowed."""
        posts = self.advisers.setdefault(place, np.zeros(self.frame.rotations, np.int64))
        changed = np.nonzero(people > posts)[0]
        mark = self.mark()
        self._add(posts, changed, people[changed] - posts[changed])
        if all(self.allowed_now(int(r)) for r in changed):
            return True
        self.back(mark)
        return False

    def mark(self) -> int:
        """Give a point to come back to."""
        return len(self.log)

    def back(self, mark: int) -> None:
        """Undo what was taken and added since a mark."""
        while len(self.log) > mark:
            array, index, amount = self.log.pop()
            array[index] -= amount

    def teach(self, skill: str, site: str, slots: Ints, wanted: Floats) -> Floats:
        """Take idle person-weeks of posts with a skill, roles with fewest skills first.

        Gives what was taken by slot.
        """
        left = wanted.copy()
        for role in self.roles_with(skill):
            posts = self.posts.get((role, site))
            if posts is None:
                continue
            taught = self.taught[role, site]
            idle = np.maximum(self.weeks[slots] @ posts - taught[slots], 0.0)
            amount = np.minimum(idle, left)
            self._add(taught, slots, amount)
            left -= amount
        return wanted - left

    def roles_with(self, skill: str) -> list[str]:
        """Give the roles that hold a skill, those with fewest skills first."""
        return self.able[skill]

    def _add(self, array: Any, index: Ints, amount: Any) -> None:
        array[index] += amount
        self.log.append((array, index, amount))

    def grow(self, skill: str, site: str, slots: Ints, left: Floats) -> bool:
        """Add posts of the first role that may grow enough to teach what is left, and take it."""
        if not self.frame.foreign[slots[left > SPARE]].all():
            return False
        for role in self.roles_with(skill):
            place = (role, site)
            self.posts.setdefault(place, np.zeros(self.frame.rotations, np.int64))
            self.taught.setdefault(place, np.zeros(self.frame.slots))
            weeks = self.weeks[slots]
            more = np.zeros(self.frame.rotations, np.int64)
            for row, amount in zip(weeks, left, strict=True):
                if amount > SPARE and row.sum() > SPARE:
                    more = np.maximum(more, np.where(row > 0, int(np.ceil(amount / row.sum() - 1e-6)), 0))
            mark, changed = self.mark(), np.nonzero(more)[0]
            self._add(self.posts[place], changed, more[changed])
            if all((site, int(r)) not in self.given_up and self.allowed_now(int(r)) for r in changed):
                taken = self.teach(skill, site, slots, left)
                if (left - taken <= 1e-6).all():  # noqa: PLR2004
                    return True
            self.back(mark)
        return False

    def add_trainees(self, site: str, periods: Ints, people: Floats) -> bool:
        """Let trainees live at a site if beds, and the tail that follows from them, allow."""
        present = self.trainees.setdefault(site, np.zeros(self.frame.periods))
        present[periods] += people
        if (people < 0).any():
            return True
        watched = self.guests or site in self.beds
        shared = self.shared[periods].sum(axis=0) if watched else np.zeros(0)
        rotations = np.nonzero(shared)[0]
        full = site in self.beds and (present[periods] > self.beds[site][periods] + SPARE).any()
        if full or not all(self.allowed_now(int(r)) for r in rotations):
            present[periods] -= people
            return False
        return True

    def _counts(self, rotation: int) -> dict[str, dict[str, float]]:
        """Give what support rules count, by site."""
        roles, counts = self.frame.mission.roles, {s: dict[str, float]() for s in self.frame.mission.sites}
        for reason, posts in (("instructors", self.posts), ("advisers", self.advisers)):
            for (role, site), people in posts.items():
                if not roles[role].local:
                    counts[site][reason] = counts[site].get(reason, 0.0) + float(people[rotation])
        near = self.shared[:, rotation] > 0
        for site, present in self.trainees.items():
            counts[site]["trainees"] = float(present[near].max(initial=0.0))
        return counts

    def _command(self, rotation: int) -> dict[str, int]:
        """Give the command's posts of a rotation by role."""
        site = self.frame.mission.headquarters
        return {
            role: n
            if self.at_most is None or self.frame.mission.roles[role].local
            else min(n, self.at_most.get((role, site, rotation), 0))
            for role, n in command_posts(self.frame.mission).items()
        }

    def allowed_now(self, rotation: int) -> bool:
        """Say whether a rotation's posts and tail stay within ceiling, beds and what could be filled."""
        mission, command = self.frame.mission, self.command[rotation]
        roles, hq, counts = mission.roles, mission.headquarters, self._counts(rotation)
        counts[hq]["command"] = float(sum(n for r, n in command.items() if not roles[r].local))
        foreign = {
            site: sum(c.get(k, 0.0) for k in ("instructors", "advisers", "command"))
            for site, c in counts.items()
        }
        stopping: dict[tuple[str, str], float] = {}
        for (key, site), people in tail_of(mission, counts, self.steps).items():
            role = mission.support[key].role
            if not roles[role].local:
                foreign[site] += people
                if roles[role].critical:
                    stopping[role, site] = stopping.get((role, site), 0.0) + people
        if mission.ceiling is not None and sum(foreign.values()) > mission.ceiling + SPARE:
            return False
        return self._has_beds(rotation, foreign) and self._is_filled(rotation, stopping)

    def _has_beds(self, rotation: int, foreign: Mapping[str, float]) -> bool:
        near = self.shared[:, rotation] > 0
        return all(
            bool(
                (
                    self.trainees.get(site, np.zeros(self.frame.periods))[near] + foreign[site]
                    <= beds[near] + SPARE
                ).all()
            )
            for site, beds in self.beds.items()
        )

    def _is_filled(self, rotation: int, stopping: Mapping[tuple[str, str], float]) -> bool:
        if self.at_most is None:
            return True
        mission, total = self.frame.mission, dict(stopping)
        for posts in (self.posts, self.advisers):
            for place, numbers in posts.items():
                if not mission.roles[place[0]].local and numbers[rotation]:
                    total[place] = total.get(place, 0.0) + float(numbers[rotation])
        for (role, site), people in total.items():
            command = self.command[rotation].get(role, 0) if site == mission.headquarters else 0
            if people + command > self.at_most.get((role, site, rotation), 0) + SPARE:
                return False
        return True
