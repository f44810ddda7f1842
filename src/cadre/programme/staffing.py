"""Instructors and rooms of a programme's model: who teaches what where, in person-weeks, and on which posts.

Takes a `Draft` with its serials and projects; adds posts of instructors and advisers, loads, host instructors
and facilities. Knows no solver.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from cadre.mission.training import Phase
from cadre.programme.draft import Draft, most_serials
from cadre.programme.frame import Floats, Ints, Runs
from cadre.programme.pools import Pool
from cadre.programme.projects import earliest

Term = tuple[Ints, Ints, Floats | float]


def phases_of(draft: Draft, runs: Runs) -> Iterator[tuple[Phase, Ints]]:
    """Give the phases of a course with their weeks, shape (runs, weeks of the phase)."""
    begin = 0
    for phase in draft.mission.courses[runs.course].phases:
        yield phase, runs.teach[:, begin : begin + phase.weeks]
        begin += phase.weeks


def roles_with(draft: Draft, skill: str) -> list[str]:
    """Give the roles that hold a skill."""
    return [key for key, role in draft.mission.roles.items() if skill in role.skills]


def is_local(draft: Draft, skill: str) -> bool:
    """Say whether only local roles hold a skill; its needs fall away where only hosts teach."""
    roles = roles_with(draft, skill)
    return bool(roles) and all(draft.mission.roles[r].local for r in roles)


def add_staffing(draft: Draft) -> None:
    """Posts and hosts do the work of serials, each within its supply.

    `posts' work + hosts' work >= need` and `posts' work >= foreign share`.
    """
    need, own = _needs(draft)
    supply: dict[tuple[str, str], list[Term]] = {}
    hosts: dict[Pool, list[Term]] = {}
    for (skill, site), terms in need.items():
        posts, helped = _teachers(draft, skill, site)
        for role, work in posts.items():
            supply.setdefault((role, site), []).append(work)
        for pool, work in helped.items():
            hosts.setdefault(pool, []).append(work)
        _cover(draft, f"taught.{skill}.{site}", [*posts.values(), *helped.values()], terms)
        if helped and (skill, site) in own:  # without hosts the row above says more
            _cover(draft, f"own.{skill}.{site}", list(posts.values()), own[skill, site])
    _bound_posts(draft, supply)
    _bound_hosts(draft, hosts)


def _needs(draft: Draft) -> tuple[dict[tuple[str, str], list[Term]], dict[tuple[str, str], list[Term]]]:
    """Give the person-weeks that each serial needs by slot, by skill and site.

    Beside them the part that must stand on posts while the mission is there.
    """
    need: dict[tuple[str, str], list[Term]] = {}
    own: dict[tuple[str, str], list[Term]] = {}
    foreign = draft.frame.foreign
    for n, (runs, y, _) in enumerate(draft.pairs()):
        course = draft.mission.courses[runs.course]
        for phase, weeks in phases_of(draft, runs):
            run, slot, amount = draft.frame.weeks_by_slot(weeks)
            for skill, rule in phase.instructors.items():
                people = rule.people_for(course.seats.most)
                kept = foreign[slot] | (not is_local(draft, skill))
                need.setdefault((skill, runs.site), []).append(
                    (slot[kept], y[run[kept]], people * amount[kept])
                )
                share = math.ceil(course.foreign_at_least.mean * people - 1e-9)
                if share and not is_local(draft, skill):
                    parts = _own_share(draft, n, (run, slot, share * amount))
                    own.setdefault((skill, runs.site), []).extend(parts)
    return need, own


def _own_share(draft: Draft, pair: int, loads: tuple[Ints, Ints, Floats]) -> list[Term]:
    """Give the person-weeks that must stand on posts.

    Those are waived that hosts may teach alone once a project is finished.
    """
    runs, y = draft.frame.runs[pair], draft.serials[pair]
    run, slot, amount = loads
    there = draft.frame.foreign[slot]
    run, slot, amount = run[there], slot[there], amount[there]
    parts: list[Term] = [(slot, y[run], amount)]
    freed = [
        key
        for key, p in draft.mission.projects.items()
        if runs.course in p.effects.hosts_teach_alone and key in draft.done
    ]
    if freed and pair not in draft.alone:
        draft.alone[pair] = _waive(draft, pair, freed)
    if freed:
        late, alone = draft.alone[pair]
        first = runs.periods.size - late.size  # late runs are the last ones
        kept = run >= first
        parts.append((slot[kept], alone[run[kept] - first], -amount[kept]))
    return parts


def _waive(draft: Draft, pair: int, freed: list[str]) -> tuple[Ints, Ints]:
    """Serials begun when hosts may teach alone: `a <= y`, `a <= most sum done`.

    Columns stand only for runs late enough that a project can be done; gives those runs and their columns.
    """
    lp, runs = draft.lp, draft.frame.runs[pair]
    late = np.nonzero(runs.periods >= min(earliest(draft, key) for key in freed))[0]
    y, alone, row = draft.serials[pair][late], lp.add(late.size), np.arange(late.size)
    most = most_serials(draft, runs)
    lp.require(f"alone.{pair}", [(row, alone, 1), (row, y, -1)], upper=0)
    done = [(row, draft.done[key][runs.periods[late]], -most) for key in freed]
    lp.require(f"freed.{pair}", [(row, alone, 1), *done], upper=0)
    return late, alone


def _teachers(draft: Draft, skill: str, site: str) -> tuple[dict[str, Term], dict[Pool, Term]]:
    """Add the person-weeks by slot in which each role on posts and pool of hosts uses a skill at a site."""
    slots = np.arange(draft.frame.slots, dtype=np.int64)
    there = slots[draft.frame.foreign]
    posts: dict[str, Term] = {
        role: (there, draft.lp.add(there.size), 1.0) for role in roles_with(draft, skill)
    }
    near = draft.people if draft.mission.sites[site].in_country else ()
    pools = [pool for pool in near if pool[0] == "hosts" and skill in pool[1:]]
    return posts, {pool: (slots, draft.lp.add(slots.size), 1.0) for pool in pools}


def _cover(draft: Draft, name: str, work: list[Term], load: list[Term]) -> None:
    """State `work >= load` slot by slot."""
    less = [(slot, columns, -np.asarray(amount)) for slot, columns, amount in load]
    draft.lp.require(name, [*work, *less], lower=np.zeros(draft.frame.slots))


def _bound_posts(draft: Draft, supply: dict[tuple[str, str], list[Term]]) -> None:
    """Work of a role at a site in a slot is at most `availability x posts x open weeks`."""
    slots, rotations = draft.frame.slots, np.arange(draft.frame.rotations)
    weeks = draft.frame.availability * draft.frame.shared_weeks(only_open=True)
    for (role, site), work in supply.items():
        posts = draft.lp.add(rotations.size, integer=True)
        draft.instructors[role, site] = posts
        slot, rotation = np.nonzero(weeks)
        stands = (slot, posts[rotation], -weeks[slot, rotation])
        draft.stands[role, site] = len(draft.lp.entries) + len(work)
        draft.lp.require(f"instructors.{role}.{site}", [*work, stands], upper=np.zeros(slots))


def _bound_hosts(draft: Draft, hosts: dict[Pool, list[Term]]) -> None:
    """Work of host instructors in a slot is at most those there when its period begins times open weeks."""
    frame, pools = draft.frame, draft.people
    weeks, before = frame.open_in_slot, frame.slot_period - 1
    for pool, work in hosts.items():
        first = draft.mission.skills[pool[1]].hosts_at_start.mean if len(pool) == 2 else 0.0  # noqa: PLR2004
        later = before >= 0
        stands = (np.nonzero(later)[0], pools[pool][before[later]], -weeks[later])
        draft.lp.require(
            f"hosts.{'.'.join(pool[1:])}", [*work, stands], upper=np.where(later, 0.0, first * weeks)
        )


def add_advisers(draft: Draft) -> None:
    """Advisers of running activities stand on posts.

    `posts' weeks >= sum people x weeks`, by skill, role, site and slot.
    """
    loads: dict[tuple[str, str], list[Term]] = {}
    for (key, name), z in draft.begun.items():
        activity = draft.mission.projects[key].activities[name]
        site = activity.site or draft.mission.headquarters
        period, slot, weeks = _activity_weeks(draft, activity.weeks.mean)
        for skill, people in activity.advisers.items():
            parts = loads.setdefault((skill, site), [])
            parts.append((slot, z[period], people * weeks))
            later = period > 0
            parts.append((slot[later], z[period[later] - 1], -people * weeks[later]))
    there = np.nonzero(draft.frame.foreign)[0]
    supply: dict[tuple[str, str], list[Term]] = {}
    for (skill, site), load in loads.items():
        works = [(role, draft.lp.add(there.size)) for role in roles_with(draft, skill)]
        for role, work in works:
            supply.setdefault((role, site), []).append((there, work, 1.0))
        _cover(draft, f"advised.{skill}.{site}", [(there, work, 1.0) for _, work in works], load)
    _bound_advisers(draft, supply)


def _activity_weeks(draft: Draft, duration: float) -> tuple[Ints, Ints, Floats]:
    """Give start periods, slots and the weeks an activity begun with that period spends in that slot."""
    frame = draft.frame
    starts = np.arange(frame.periods) * frame.period_weeks
    begin = np.searchsorted(frame.slot_of, np.arange(frame.slots))
    end = np.append(begin[1:], draft.mission.weeks)
    shared = np.minimum(end, starts[:, None] + duration) - np.maximum(begin, starts[:, None])
    period, slot = np.nonzero(shared > 0)
    return period, slot, shared[period, slot]


def _bound_advisers(draft: Draft, supply: dict[tuple[str, str], list[Term]]) -> None:
    """Advice takes no holidays: work is at most `posts x weeks`; leave is taken between, by agreement."""
    weeks = draft.frame.shared_weeks(only_open=False)
    slot, rotation = np.nonzero(weeks)
    for (role, site), work in supply.items():
        posts = draft.lp.add(draft.frame.rotations, integer=True)
        draft.advisers[role, site] = posts
        stands = (slot, posts[rotation], -weeks[slot, rotation])
        draft.lp.require(f"advisers.{role}.{site}", [*work, stands], upper=np.zeros(draft.frame.slots))


def add_rooms(draft: Draft) -> None:
    """Facilities hold what is taught in them.

    Room-weeks used in a period are at most `(facilities + added by finished projects) x open weeks`.
    """
    use: dict[tuple[str, str], list[Term]] = {}
    for runs, y, _ in draft.pairs():
        for phase, weeks in phases_of(draft, runs):
            run, slot, amount = draft.frame.weeks_by_slot(weeks)
            period = draft.frame.slot_period[slot]
            for facility, rooms in phase.uses.items():
                use.setdefault((runs.site, facility), []).append((period, y[run], rooms * amount))
    frame = draft.frame
    for (site, facility), terms in use.items():
        opened = frame.open_at(site)
        open_weeks = np.bincount(frame.period_of[opened], minlength=frame.periods).astype(np.float64)
        rooms = draft.mission.sites[site].facilities.get(facility, 0)
        added = added_by_projects(draft, site, facility, open_weeks)
        draft.lp.require(f"rooms.{site}.{facility}", [*terms, *added], upper=rooms * open_weeks)


def added_by_projects(draft: Draft, site: str, facility: str, weeks: Floats) -> list[Term]:
    """Give the terms (left of a row) by which finished projects add to a facility or the beds of a site."""
    row = np.arange(draft.frame.periods)
    return [
        (row, done, -weeks * draft.mission.projects[key].effects.adds[site][facility])
        for key, done in draft.done.items()
        if facility in draft.mission.projects[key].effects.adds.get(site, {})
    ]
