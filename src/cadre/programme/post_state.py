"""Posts that stand while serials are placed: what they still can teach, and whether more may stand.

Knows no solver. The tail follows from the rules of the mission; ceiling, beds and what could be filled are
checked in every rotation that changes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from cadre.programme.frame import Floats, Ints, ModelFrame
from cadre.programme.offered import OfferedPeople, Who, able_at
from cadre.programme.sending import budget_by_rotation, ready_by_slot, share_by_rotation
from cadre.programme.support import tail_of, tail_steps

SPARE = 1e-9
"""Room for rounding."""
NEAR = 1e-6
"""Part of a post that is none."""


@dataclass(frozen=True)
class Allotted:
    """Whole people of offers by (offer, site) and rotation: what may stand where while serials are placed."""

    offered: tuple[OfferedPeople, ...]
    people: Mapping[tuple[Who, str], Ints]

    def at(self, role: str, site: str) -> list[tuple[OfferedPeople, Ints]]:
        """Return the people of each offer at a site; those who refuse courses are left to the search."""
        some = [o for o in able_at(self.offered, role, site) if not o.not_for]
        return [(o, self.people[o.who, site]) for o in some]


@dataclass
class PostState:
    """Posts of instructors and advisers by (role, site) and rotation, and trainees by site and period.

    `command` holds its posts by role and rotation; `allotted` is None where offers do not bind.
    """

    frame: ModelFrame
    command: Mapping[str, Floats] = field(default_factory=dict)
    allotted: Allotted | None = None
    given_up: Collection[tuple[str, int]] = ()  # sites and rotations in which no post of instructors stands
    posts: dict[tuple[str, str], Ints] = field(default_factory=dict)
    advisers: dict[tuple[str, str], Ints] = field(default_factory=dict)
    taught: dict[tuple[str, str], Floats] = field(default_factory=dict)  # person-weeks by slot
    trainees: dict[str, Floats] = field(default_factory=dict)
    beds: dict[str, Floats] = field(default_factory=dict)  # by period
    log: list[tuple[Any, Ints, Any]] = field(default_factory=list)  # what to take back

    def __post_init__(self) -> None:
        frame = self.frame
        self.weeks = frame.shared_weeks(only_open=True)
        self.shared = frame.shared_weeks(only_open=False, by_slot=False)
        self.steps = tail_steps(frame.mission)
        self.guests = any("trainees" in rule.of for rule in frame.mission.support.values())
        self.able = {
            skill: sorted(
                (r for r, role in frame.mission.roles.items() if skill in role.skills),
                key=lambda r: len(frame.mission.roles[r].skills),
            )
            for skill in frame.mission.skills
        }
        self.there: dict[tuple[str, str], tuple[Floats, Floats, Floats]] = {}
        self.add_beds({})

    def _there(self, place: tuple[str, str]) -> tuple[Floats, Floats, Floats]:
        """Return what a role's people at a site can teach by slot and rotation, and the posts they fill."""
        if place not in self.there:
            self.there[place] = self._people(*place)
        return self.there[place]

    def _people(self, role: str, site: str) -> tuple[Floats, Floats, Floats]:
        frame = self.frame
        free = (
            np.full(frame.slots, np.inf),
            np.full(frame.rotations, np.inf),
            np.full(frame.rotations, np.inf),
        )
        if frame.mission.roles[role].local or self.allotted is None:
            return free
        slots, turns = np.zeros(frame.slots), np.minimum(frame.slot_rotation, frame.rotations - 1)
        weeks, filled = np.zeros(frame.rotations), np.zeros(frame.rotations)
        for o, people in self.allotted.at(role, site):
            slots += people[turns] * ready_by_slot(frame, o, site)
            weeks += people * budget_by_rotation(frame, o, site)
            filled += people * share_by_rotation(frame, o)
        return slots, weeks, filled

    def _budget(self, place: tuple[str, str]) -> Floats:
        """Return the person-weeks that may still be taught in each rotation, and none after exit."""
        frame, (role, _) = self.frame, place
        used = np.bincount(frame.slot_rotation, weights=self.taught[place], minlength=frame.rotations + 1)
        weeks = np.zeros(frame.rotations + 1)
        per_post = frame.open_in_rotation if frame.mission.roles[role].local else frame.budget
        weeks[:-1] = np.minimum(self.posts[place] * per_post, self._there(place)[1])
        return weeks - used

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
        """Return a point to come back to."""
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
            place = (role, site)
            if place not in self.posts:
                continue
            taught = self.taught[place]
            most = np.minimum(self.weeks[slots] @ self.posts[place], self._there(place)[0][slots])
            amount = np.minimum(np.maximum(most - taught[slots], 0.0), left)
            amount = self._within(place, slots, amount)
            self._add(taught, slots, amount)
            left -= amount
        return wanted - left

    def _within(self, place: tuple[str, str], slots: Ints, amount: Floats) -> Floats:
        """Cut what is taken in each rotation to what leave allows, the last weeks first."""
        turns, budget = self.frame.slot_rotation[slots], self._budget(place)
        for r in np.unique(turns):
            some = np.nonzero(turns == r)[0]
            before = np.concatenate(([0.0], np.cumsum(amount[some])))[:-1]
            amount[some] = np.clip(budget[r] - before, 0.0, amount[some])
        return amount

    def roles_with(self, skill: str) -> list[str]:
        """Return the roles that hold a skill, those with fewest skills first."""
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
            more = self._more(place, slots, left)
            mark, changed = self.mark(), np.nonzero(more)[0]
            self._add(self.posts[place], changed, more[changed])
            if all((site, int(r)) not in self.given_up and self.allowed_now(int(r)) for r in changed):
                taken = self.teach(skill, site, slots, left)
                if (left - taken <= NEAR).all():
                    return True
            self.back(mark)
        return False

    def _more(self, place: tuple[str, str], slots: Ints, left: Floats) -> Ints:
        """Return the posts that are missing in each rotation for what is left to teach."""
        frame, posts = self.frame, self.posts[place]
        short = np.zeros(frame.rotations + 1)
        turns, asked = frame.slot_rotation[slots], left > SPARE
        np.maximum.at(
            short, turns[asked], (self.taught[place][slots] + left)[asked] / frame.open_in_slot[slots][asked]
        )
        wanted = np.bincount(turns, weights=left, minlength=frame.rotations + 1)[:-1]
        per_post = frame.open_in_rotation if frame.mission.roles[place[0]].local else frame.budget
        used = np.bincount(frame.slot_rotation, weights=self.taught[place], minlength=frame.rotations + 1)
        by_leave = np.where(wanted > SPARE, (used[:-1] + wanted) / np.maximum(per_post, SPARE), 0.0)
        needed = np.ceil(np.maximum(short[:-1], by_leave) - NEAR)
        return np.maximum(np.minimum(needed, 1e6) - posts, 0.0).astype(np.int64)

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
        """Return what support rules count, by site."""
        roles, counts = self.frame.mission.roles, {s: dict[str, float]() for s in self.frame.mission.sites}
        for reason, posts in (("instructors", self.posts), ("advisers", self.advisers)):
            for (role, site), people in posts.items():
                if not roles[role].local:
                    counts[site][reason] = counts[site].get(reason, 0.0) + float(people[rotation])
        near = self.shared[:, rotation] > 0
        for site, present in self.trainees.items():
            counts[site]["trainees"] = float(present[near].max(initial=0.0))
        return counts

    def allowed_now(self, rotation: int) -> bool:
        """Say whether a rotation's posts and tail stay within ceiling, beds and what could be filled."""
        mission = self.frame.mission
        command = {role: float(people[rotation]) for role, people in self.command.items()}
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
        """Say whether those allotted fill advisers, critical support and command, and the posts besides."""
        if self.allotted is None:
            return True
        mission, total = self.frame.mission, dict(stopping)
        for place, numbers in self.advisers.items():
            if not mission.roles[place[0]].local and numbers[rotation]:
                total[place] = total.get(place, 0.0) + float(numbers[rotation])
        for (role, site), numbers in self.posts.items():
            if not mission.roles[role].local and numbers[rotation] and (role, site) in total:
                total[role, site] += float(numbers[rotation])
        lacking: dict[str, float] = {}
        for (role, site), people in total.items():
            command = self.command.get(role, np.zeros(rotation + 1)) if site == mission.headquarters else None
            wanted = people + (0.0 if command is None else float(command[rotation]))
            lacks = wanted - float(self._there((role, site))[2][rotation])
            if lacks > SPARE:
                if lacks > self._elsewhere(role, site, rotation) + SPARE:
                    return False
                lacking[role] = lacking.get(role, 0.0) + lacks
        return all(people <= self._idle(role, rotation, total) + SPARE for role, people in lacking.items())

    def _elsewhere(self, role: str, site: str, rotation: int) -> float:
        """Return the people of a role allotted to other sites whose offers let them serve at one."""
        if self.allotted is None:
            return 0.0
        return float(
            sum(
                self.allotted.people[o.who, other][rotation]
                for o in self.allotted.offered
                if o.role == role and site in o.sites
                for other in o.sites
                if other != site
            )
        )

    def _idle(self, role: str, rotation: int, total: Mapping[tuple[str, str], float]) -> float:
        """Return the people of a role who are allotted to sites and not asked for there."""
        idle, none = 0.0, np.zeros(rotation + 1)
        for site in self.frame.mission.sites:
            place = (role, site)
            asked = total.get(place, float(self.posts.get(place, none)[rotation]))
            if site == self.frame.mission.headquarters:
                asked += float(self.command.get(role, none)[rotation])
            idle += max(0.0, float(self._there(place)[2][rotation]) - asked)
        return idle
