"""The model of a programme: all its constraint families in order, and its three objectives. Knows no solver.

Takes a mission, gives a `ModelDraft` with its `LinearModel`. Every formula stands in docs/model/programme.md.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.alone import add_shown
from cadre.programme.draft import ModelDraft, add_people, add_serials
from cadre.programme.frame import Floats, Ints, ModelFrame
from cadre.programme.offered import OfferedPeople
from cadre.programme.projects import add_gates, add_projects
from cadre.programme.sending import add_sent
from cadre.programme.staffing import add_advisers, add_rooms, add_staffing
from cadre.programme.support import (
    add_beds,
    add_ceiling,
    add_fill,
    add_support,
    command_posts,
    foreign_posts,
    standing_command,
)
from cadre.programme.targets import add_targets

MILLION = 1e6
"""The second objective is counted in millions of the mission's currency."""


def build(  # noqa: PLR0913  (each is asked for by name)
    mission: Mission,
    period_weeks: int,
    offered: Sequence[OfferedPeople] | None = None,
    *,
    full: bool = False,
    even: bool = True,
    whole_people: bool = False,
) -> ModelDraft:
    """Build the model of a mission's programme.

    Parameters
    ----------
    mission : Mission
        A mission without faults.
    period_weeks : int
        Length of a period.
    offered : sequence of OfferedPeople, optional
        People of offers who fill the foreign posts; none listed means none filled. Without it posts are
        bounded by the mission alone.
    full : bool
        Every class full, so that trainees need no columns of their own.
    even : bool
        Whether the third objective stands.
    whole_people : bool
        Whether people of offers are whole numbers, as posts are.
    """
    whose = None if offered is None else tuple(offered)
    draft = ModelDraft(ModelFrame(mission, period_weeks, whose), full=full, whole_people=whole_people)
    add_serials(draft)
    add_people(draft)
    add_projects(draft)
    add_gates(draft)
    add_shown(draft)
    add_targets(draft)
    add_sent(draft)
    add_staffing(draft)
    add_advisers(draft)
    add_rooms(draft)
    add_support(draft)
    add_ceiling(draft)
    add_beds(draft)
    add_fill(draft)
    add_use(draft)
    costs = _costs(draft)
    evenness = _changes(draft) if even else []
    for terms in (draft.first, costs, evenness):
        draft.lp.minimise(terms)
    return draft


def add_use(draft: ModelDraft) -> None:
    """A site with costs is used from its first serial or post on.

    `x <= most used[r]` and `used[r] >= used[r-1]`; the last entry stands for after exit.
    """
    frame, lp = draft.frame, draft.lp
    for site, place in draft.mission.sites.items():
        if place.costs_to_open.mean + place.costs_a_year.mean <= 0:
            continue
        commanded = bool(command_posts(draft.mission)) and site == draft.mission.headquarters
        used = lp.add(frame.rotations + 1, 1 if commanded else 0, 1, integer=True)
        draft.used[site] = used
        row = np.arange(frame.rotations)
        lp.require(f"opened.{site}", [(row, used[1:], 1), (row, used[:-1], -1)], lower=0)
        _used_by_serials(draft, site)
        _used_by_advisers(draft, site)


def _used_by_serials(draft: ModelDraft, site: str) -> None:
    last, mission = draft.frame.rotations, draft.mission
    most = np.zeros(last + 1)
    terms: list[tuple[Ints, Ints, Floats | float]] = []
    for n, (runs, y, _) in enumerate(draft.pairs()):
        if runs.site == site:
            first = runs.teach[:, 0]
            when = np.where(first >= mission.exit_week, last, np.minimum(first // mission.tours.weeks, last))
            terms.append((when, y, 1.0))
            np.add.at(most, when, draft.most[n])
    if terms:
        every = (np.arange(last + 1), draft.used[site], -most)
        draft.lp.require(f"used.{site}", [*terms, every], upper=0)


def _used_by_advisers(draft: ModelDraft, site: str) -> None:
    row = np.arange(draft.frame.rotations)
    activities = [a for p in draft.mission.projects.values() for a in p.activities.values()]
    most = sum(people for a in activities for people in a.advisers.values())
    for (role, where), posts in draft.advisers.items():
        if where == site:
            used = (row, draft.used[site][:-1], -most)
            draft.lp.require(f"stand.{role}.{site}", [(row, posts, 1), used], upper=0)


def _costs(draft: ModelDraft) -> list[tuple[Ints, Floats]]:
    """Expected money in millions.

    Posts, serials and seats (the host's after exit too), sites, activities, the command.
    """
    mission, frame = draft.mission, draft.frame
    years = frame.rotation_weeks / WEEKS_PER_YEAR / MILLION
    terms: list[tuple[Ints, Floats]] = []
    for posts in (draft.instructors, draft.advisers):
        terms += [(p, mission.roles[role].costs_a_year.mean * years) for (role, _), p in posts.items()]
    for (key, _), p in draft.support.items():
        terms.append((p, mission.roles[mission.support[key].role].costs_a_year.mean * years))
    for runs, y, t in draft.pairs():
        course = mission.courses[runs.course]
        terms.append((y, np.full(y.size, course.costs.mean / MILLION)))
        a_trainee = course.costs_a_trainee.mean * draft.heads(runs)
        terms.append((t, np.full(y.size, a_trainee / MILLION)))
    for site, used in draft.used.items():
        place = mission.sites[site]
        terms.append((used[:-1], place.costs_a_year.mean * years))
        terms.append((used[-1:], np.array([place.costs_to_open.mean / MILLION])))
    for (key, name), z in draft.begun.items():
        terms.append((z[-1:], np.array([mission.projects[key].activities[name].costs.mean / MILLION])))
    return [*terms, _fixed_costs(draft)]


def _fixed_costs(draft: ModelDraft) -> tuple[Ints, Floats]:
    """Return the command's cost as the coefficient of a column fixed at 1."""
    mission, post_state = draft.mission, standing_command(draft)
    years = draft.frame.rotation_weeks / WEEKS_PER_YEAR / MILLION
    cost = sum(
        float(mission.roles[r].costs_a_year.mean * (years @ people)) for r, people in post_state.items()
    )
    if post_state and mission.command is not None:
        cost += mission.commands[mission.command].costs_a_year.mean * float(years.sum())
    return draft.lp.add(1, 1, 1), np.array([cost])


def _changes(draft: ModelDraft) -> list[tuple[Ints, Floats]]:
    """Evenness: `d >= |posts[r] - posts[r-1]|` for all foreign posts of a role at a site together."""
    groups: dict[tuple[str, str], list[Ints]] = {}
    for role, site, posts in foreign_posts(draft):
        groups.setdefault((role, site), []).append(posts)
    row, terms = np.arange(draft.frame.rotations - 1), []
    for (role, site), columns in groups.items() if row.size else ():
        change = draft.lp.add(row.size)
        rise = [part for c in columns for part in ((row, c[1:], 1.0), (row, c[:-1], -1.0))]
        fall = [(r, c, -a) for r, c, a in rise]
        draft.lp.require(f"rise.{role}.{site}", [*rise, (row, change, -1.0)], upper=0)
        draft.lp.require(f"fall.{role}.{site}", [*fall, (row, change, -1.0)], upper=0)
        terms.append((change, np.ones(row.size)))
    return terms
