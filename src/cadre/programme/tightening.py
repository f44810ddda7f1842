"""Rows that whole numbers keep anyway and fractions do not: what a step of a support rule lets through.

Takes a `ModelDraft` whose support and ceiling stand. A step that costs twelve posts wherever one instructor
stands is a fixed charge; without these rows a relaxation pays a tenth of it. Knows no solver.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cadre.mission import Mission
from cadre.mission.people import SupportRule
from cadre.mission.training import Phase
from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Floats, Ints, ModelFrame, SerialStarts
from cadre.programme.skills import is_local, may_go_alone, roles_with
from cadre.programme.staffing import phases_of
from cadre.programme.support import counted_by, foreign_command, sites_of

POSTS = ("instructors", "advisers")
"""What a rule may count besides support and command."""
DEAR = 0.025
"""Part of the ceiling from which on a least step is dear: it alone can make a site worth giving up."""


def is_dear(mission: Mission, key: str) -> bool:
    """Say whether the least step of a rule takes a good part of what the ceiling allows."""
    return bool(mission.ceiling) and least_step(mission, key) >= DEAR * (mission.ceiling or 0)


def least_step(mission: Mission, key: str) -> int:
    """Return the foreign posts of the least step of a rule; 0 without steps."""
    rule = mission.support[key]
    if mission.roles[rule.role].local:
        return 0
    return min(people for _, people in rule.step.edges) if rule.step else rule.fixed or 0


def tighten(draft: ModelDraft) -> None:
    """Tighten the steps of dear support rules by the ceiling and by the rooms of their sites."""
    for (key, site), chosen in draft.levels.items():
        rule = draft.mission.support[key]
        if not is_dear(draft.mission, key):
            continue
        _under_ceiling(draft, key, site, chosen)
        if rule.at != "headquarters" and "instructors" in rule.of:
            _in_rooms(draft, key, site, chosen)


def _under_ceiling(draft: ModelDraft, key: str, site: str, chosen: Ints) -> None:
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


def _beside(draft: ModelDraft, rule: SupportRule, key: str) -> float:
    """Return the foreign posts of other rules that each post counted brings, wherever it stands."""
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
    """Return the sites whose posts a rule counts."""
    return set(mission.sites if rule.at == "headquarters" else sites_of(mission, rule))


def _excusable(draft: ModelDraft, rule: SupportRule) -> bool:
    """Say whether posts of a rule may be missing since nobody fills them."""
    return draft.frame.offered is not None and draft.mission.roles[rule.role].critical


def _in_rooms(draft: ModelDraft, key: str, site: str, chosen: Ints) -> None:
    """State that rooms are used for what posts must teach only in periods in which a step is taken.

    `sum y uses weeks in p <= facilities x open weeks of p x sum b[r]`, by facility, over all rotations `r`
    that share a week with `p`: work is counted in person-weeks of a period, so that posts of one rotation may
    stand for what is taught in a week of the other.
    """
    frame, mission = draft.frame, draft.mission
    if any(site in project.effects.adds for project in mission.projects.values()):
        return
    parts: dict[str, list[tuple[Ints, Ints, Floats]]] = {}
    for runs, y, _ in draft.pairs():
        if runs.site != site:
            continue
        for phase, weeks in phases_of(draft, runs):
            if phase.uses and _on_posts(draft, runs, phase):
                run, period, amount = _weeks_in(frame, weeks)
                for facility, rooms in phase.uses.items():
                    parts.setdefault(facility, []).append((period, y[run], rooms * amount))
    open_weeks = np.bincount(frame.period_of[frame.open_weeks], minlength=frame.periods)
    period, rotation = np.nonzero(frame.shared_weeks(only_open=True, by_slot=False))
    row = np.broadcast_to(period, (chosen.shape[0], period.size))
    for facility, terms in parts.items():
        there = mission.sites[site].facilities.get(facility, 0) * open_weeks[period].astype(np.float64)
        steps = (row, chosen[:, rotation], np.broadcast_to(-there, row.shape))
        upper = np.zeros(frame.periods)
        draft.lp.require(f"rooms.used.{key}.{site}.{facility}", [*terms, steps], upper=upper)


def _on_posts(draft: ModelDraft, runs: SerialStarts, phase: Phase) -> bool:
    """Say whether a phase needs somebody on a foreign post for as long as the mission is there."""
    return any(skill for skill in _skills_on_posts(draft, runs, phase))


def _skills_on_posts(draft: ModelDraft, runs: SerialStarts, phase: Phase) -> Iterator[str]:
    mission, course = draft.mission, runs.course
    freed = may_go_alone(mission, course)
    for skill, rule in phase.instructors.items():
        people = rule.people_for(runs.seats)
        foreign = not any(mission.roles[r].local for r in roles_with(mission, skill))
        hosts = any(pool[0] == "hosts" and skill in pool[1:] for pool in draft.people)
        own = mission.courses[course].foreign_at_least.mean * people > 0 and not freed
        if people and foreign and not is_local(mission, skill) and (own or not hosts):
            yield skill


def _weeks_in(frame: ModelFrame, weeks: Ints) -> tuple[Ints, Ints, Floats]:
    """Count the weeks of each run before exit by period: runs, periods, weeks, for `weeks` (runs, any)."""
    there = weeks < frame.mission.exit_week
    run = np.broadcast_to(np.arange(weeks.shape[0])[:, None], weeks.shape)[there]
    place = run * frame.periods + frame.period_of[weeks[there]]
    count = np.bincount(place, minlength=weeks.shape[0] * frame.periods)
    used = np.nonzero(count)[0]
    return used // frame.periods, used % frame.periods, count[used].astype(np.float64)
