"""How many serials could be staffed at all: bounds that whole numbers keep and fractions do not.

Takes a frame, gives for each run the most serials that could begin in it by the people who could ever stand
there, whatever else is held. A relaxation holds a third of a class that needs four people where three are
offered; whole serials do not. Knows no solver.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cadre.mission.training import Need, Phase
from cadre.programme.frame import Floats, Ints, ModelFrame, SerialStarts
from cadre.programme.pools import source_of
from cadre.programme.skills import foreign_share, is_local, may_go_alone, roles_with

NEVER = math.inf
"""Week of what never happens."""
ROUNDING = 1e-9
"""Part of a serial that is none."""


@dataclass(frozen=True)
class Reach:
    """People who could be there, by skill, site and slot; hosts by the week from which there may be any."""

    frame: ModelFrame

    def most(self, runs: SerialStarts) -> Floats:
        """Return the most serials that could begin in each run, shape (runs,)."""
        most = np.full(runs.periods.size, self._by_people(runs))
        begin = 0
        for phase in self.frame.mission.courses[runs.course].phases:
            weeks = runs.teach[:, begin : begin + phase.weeks]
            begin += phase.weeks
            self._by_crew(runs, phase, weeks, most)
        return np.floor(most + ROUNDING)

    def _by_people(self, runs: SerialStarts) -> float:
        """Bound serials of a period by rooms at its start and by all people there could be."""
        mission = self.frame.mission
        course, site = mission.courses[runs.course], mission.sites[runs.site]
        first, width = course.phases[0], self.frame.period_weeks
        most = float(math.ceil(self.frame.everybody / course.seats.least))
        for facility, use in first.uses.items():
            rooms = site.facilities.get(facility, 0) + sum(
                p.effects.adds.get(runs.site, {}).get(facility, 0) for p in mission.projects.values()
            )
            most = min(most, math.floor(rooms * width / (use * min(width, first.weeks)) + ROUNDING))
        return most

    def _by_crew(self, runs: SerialStarts, phase: Phase, weeks: Ints, most: Floats) -> None:
        run, slot, amount = self.frame.weeks_by_slot(weeks)
        there = self.frame.foreign[slot]
        for skill, rule in phase.instructors.items():
            people, own = self._asked(runs, skill, rule)
            asked = there | (not is_local(self.frame.mission, skill))
            _bound(most, run[asked], self.all_at(skill, runs.site)[slot[asked]], people * amount[asked])
            if own:
                _bound(most, run[there], self.posts_at(skill, runs.site)[slot[there]], own * amount[there])

    def _asked(self, runs: SerialStarts, skill: str, rule: Need) -> tuple[int, int]:
        mission, people = self.frame.mission, rule.people_for(runs.seats)
        freed = may_go_alone(mission, runs.course)
        own = 0 if freed or is_local(mission, skill) else foreign_share(mission, runs.course, people)
        return people, own

    def posts_at(self, skill: str, site: str) -> Floats:
        """Return the person-weeks that posts with a skill could teach at a site, by slot."""
        return self._posts[skill, site]

    def all_at(self, skill: str, site: str) -> Floats:
        """Return the person-weeks that posts and hosts could teach at a site, by slot."""
        frame = self.frame
        hosts = np.where(frame.slot_start >= self.hosts_from[skill], np.inf, 0.0)
        if not frame.mission.sites[site].in_country:
            hosts = np.zeros(frame.slots)
        return self._posts[skill, site] + hosts

    @cached_property
    def _posts(self) -> dict[tuple[str, str], Floats]:
        frame, mission = self.frame, self.frame.mission
        found = {}
        for skill in mission.skills:
            for site in mission.sites:
                people = np.zeros(frame.slots)
                for role in roles_with(mission, skill):
                    people = people + self.of_role(role, site)
                weeks = np.where(np.isfinite(people), people, 0.0) * frame.open_in_slot
                weeks[~np.isfinite(people)] = np.inf
                found[skill, site] = np.where(frame.foreign, weeks, 0.0)
        return found

    def of_role(self, role: str, site: str) -> Floats:
        """Return the people on posts of a role that could stand at a site, by slot."""
        frame, mission = self.frame, self.frame.mission
        if mission.roles[role].local:
            return np.full(frame.slots, np.inf)
        ceiling = np.inf if mission.ceiling is None else float(mission.ceiling)
        if frame.offered is None:
            return np.full(frame.slots, ceiling)
        there = np.zeros(frame.slots)
        first, end = frame.slot_start, np.append(frame.slot_start[1:], frame.mission.weeks)
        for o in frame.offered:
            if o.role == role and site in o.sites:
                for begins, ends in (o.weeks_in(*turn) for turn in map(frame.turn, range(frame.rotations))):
                    there += o.people * (begins < ends) * ((end > begins) & (first < ends))
        return np.minimum(there, ceiling)

    @cached_property
    def hosts_from(self) -> dict[str, float]:
        """By skill: the first week in which there may be a host instructor; `NEVER` where there is none."""
        mission = self.frame.mission
        found = {k: 0.0 if s.hosts_at_start.mean > 0 else NEVER for k, s in mission.skills.items()}
        ends = dict.fromkeys(mission.courses, NEVER)
        for key, serial in mission.under_way.items():
            end = mission.over_by(key)
            ends[serial.course] = min(ends[serial.course], NEVER if end is None else float(end))
        while True:
            before = (dict(found), dict(ends))
            for runs in self.frame.runs:
                ends[runs.course] = min(ends[runs.course], self._first_end(runs, found, ends))
            for key, course in mission.courses.items():
                for skill in course.teaches if course.teaches_on.mean > 0 else ():
                    found[skill] = min(found[skill], ends[key])
            if before == (found, ends):
                return found

    def _first_end(self, runs: SerialStarts, hosts: dict[str, float], ends: dict[str, float]) -> float:
        """Return the week after the first serial that could be held, with the hosts found so far."""
        mission, from_week = self.frame.mission, 0.0
        source = source_of(mission, runs.course)
        if source is not None and source[0] == "holders" and not mission.competences[source[1]].at_start.mean:
            givers = [ends[k] for k, c in mission.courses.items() if c.grants == source[1]]
            from_week = min(givers, default=NEVER)
        for phase in mission.courses[runs.course].phases:
            for skill, rule in phase.instructors.items():
                whole, _ = self._asked(runs, skill, rule)
                if (self._posts[skill, runs.site].max(initial=0.0)) < whole:
                    from_week = max(from_week, hosts[skill])
        later = runs.ends[runs.teach[:, 0] >= from_week]
        return float(later.min()) if later.size else NEVER


def _bound(most: Floats, run: Ints, there: Floats, asked: Floats) -> None:
    """Lower what is possible in each run to what the person-weeks there suffice for."""
    np.minimum.at(most, run, there / asked)
