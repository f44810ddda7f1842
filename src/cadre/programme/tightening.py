"""Rows that whole numbers keep anyway and fractions do not: what a step of a support rule lets through.

Takes a `Draft` whose support and ceiling stand. A step that costs twelve posts wherever one instructor stands
is a fixed charge; without these rows a relaxation pays a tenth of it. Knows no solver.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cadre.mission import Mission
from cadre.mission.people import SupportRule
from cadre.mission.training import Phase
from cadre.programme.draft import Draft
from cadre.programme.frame import Floats, Frame, Ints
from cadre.programme.staffing import is_local, phases_of, roles_with
from cadre.programme.support import counted_by, foreign_command, sites_of

POSTS = ("instructors", "advisers")
"""What a rule may count besides support and command."""


def tighten(draft: Draft) -> None:
    """Tighten the steps of all support rules by the ceiling and by the rooms of their sites."""
    for (key, site), chosen in draft.levels.items():
        rule = draft.mission.support[key]
        if draft.mission.ceiling is not None and not draft.mission.roles[rule.role].local:
            _under_ceiling(draft, key, site, chosen)
        if rule.at != "headquarters" and "instructors" in rule.of:
            _in_rooms(draft, key, site, chosen)


def _under_ceiling(draft: Draft, key: str, site: str, chosen: Ints) -> None:
    """State `counted <= sum min(edge, what the ceiling leaves beside the posts of the step) b`."""
    mission, rule = draft.mission, draft.mission.support[key]
    if "trainees" in rule.of or mission.ceiling is None or _excusable(draft, rule):
        return
    columns, constant = counted_by(draft, key, site)
    levels = [*(rule.step.edges if rule.step else ()), (np.inf, rule.step.above if rule.step else rule.fixed)]
    edges = np.array([edge for edge, _ in levels], np.float64)[:, None]
    people = np.array([n for _, n in levels], np.float64)[:, None]
    free = mission.ceiling - foreign_command(draft) - people
    most = np.clip(free / (1 + _beside(draft, rule, key)) + constant, 0.0, edges)
    row = np.arange(draft.frame.rotations)
    rows = np.broadcast_to(row, chosen.shape)
    counted = [(row, column, factor) for column, factor in columns]
    draft.lp.require(f"ceiling.{key}.{site}", [*counted, (rows, chosen, -most)], upper=-constant)


def _beside(draft: Draft, rule: SupportRule, key: str) -> float:
    """Give the foreign posts of other rules that each post counted brings, wherever it stands."""
    mission = draft.mission
    wanted = set(rule.of) & set(POSTS)
    if set(rule.of) - {*POSTS, "command"}:
        return 0.0
    return sum(
        other.rate
        for name, other in mission.support.items()
        if name != key
        and wanted <= set(other.of)
        and not mission.roles[other.role].local
        and not _excusable(draft, other)
        and _reach(mission, other) >= _reach(mission, rule)
    )


def _reach(mission: Mission, rule: SupportRule) -> set[str]:
    """Give the sites whose posts a rule counts."""
    return set(mission.sites if rule.at == "headquarters" else sites_of(mission, rule))


def _excusable(draft: Draft, rule: SupportRule) -> bool:
    """Say whether posts of a rule may be missing since nobody fills them."""
    return draft.at_most is not None and draft.mission.roles[rule.role].critical


def _in_rooms(draft: Draft, key: str, site: str, chosen: Ints) -> None:
    """State that rooms are used for what posts must teach only in rotations in which a step is taken.

    `sum y uses weeks in p and r <= facilities x open weeks in p and r x sum b[r]`, by facility.
    """
    frame, mission = draft.frame, draft.mission
    if any(site in project.effects.adds for project in mission.projects.values()):
        return
    parts: dict[str, list[tuple[Ints, Ints, Floats]]] = {}
    for runs, y, _ in draft.pairs():
        if runs.site != site:
            continue
        for phase, weeks in phases_of(draft, runs):
            if phase.uses and _on_posts(draft, runs.course, phase):
                run, place, amount = _weeks_in(frame, weeks)
                for facility, rooms in phase.uses.items():
                    parts.setdefault(facility, []).append((place, y[run], rooms * amount))
    open_weeks = frame.shared_weeks(only_open=True, by_slot=False).ravel()
    for facility, terms in parts.items():
        used = np.unique(np.concatenate([place for place, _, _ in terms]))
        row = np.zeros(open_weeks.size, np.int64)
        row[used] = np.arange(used.size)
        rooms = mission.sites[site].facilities.get(facility, 0) * open_weeks[used]
        shape = (chosen.shape[0], used.size)
        steps = (
            np.broadcast_to(np.arange(used.size), shape),
            chosen[:, used % frame.rotations],
            np.broadcast_to(-rooms, shape),
        )
        taught = [(row[place], y, amount) for place, y, amount in terms]
        draft.lp.require(f"rooms.used.{key}.{site}.{facility}", [*taught, steps], upper=np.zeros(used.size))


def _on_posts(draft: Draft, course: str, phase: Phase) -> bool:
    """Say whether a phase needs somebody on a foreign post for as long as the mission is there."""
    return any(skill for skill in _skills_on_posts(draft, course, phase))


def _skills_on_posts(draft: Draft, course: str, phase: Phase) -> Iterator[str]:
    mission = draft.mission
    freed = any(course in p.effects.hosts_teach_alone for p in mission.projects.values())
    for skill, rule in phase.instructors.items():
        people = rule.people_for(mission.courses[course].seats.most)
        foreign = not any(mission.roles[r].local for r in roles_with(draft, skill))
        hosts = any(pool[0] == "hosts" and skill in pool[1:] for pool in draft.people)
        own = mission.courses[course].foreign_at_least.mean * people > 0 and not freed
        if people and foreign and not is_local(draft, skill) and (own or not hosts):
            yield skill


def _weeks_in(frame: Frame, weeks: Ints) -> tuple[Ints, Ints, Floats]:
    """Count the weeks of each run before exit by period and rotation, numbered `period x rotations + r`.

    Gives runs, numbers and weeks, for `weeks` of shape (runs, any).
    """
    size, tour = frame.periods * frame.rotations, frame.mission.tours.weeks
    there = weeks < frame.mission.exit_week
    run = np.broadcast_to(np.arange(weeks.shape[0])[:, None], weeks.shape)[there]
    place = frame.period_of[weeks[there]] * frame.rotations + weeks[there] // tour
    count = np.bincount(run * size + place, minlength=weeks.shape[0] * size)
    used = np.nonzero(count)[0]
    return used // size, used % size, count[used].astype(np.float64)
