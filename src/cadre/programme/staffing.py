"""Instructors and rooms of a programme's model: who teaches what where, in person-weeks, and on which posts.

Takes a `ModelDraft` with its serials and projects; adds posts of instructors and advisers, loads, host
instructors and facilities. Knows no solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from cadre.mission.training import Phase
from cadre.programme.alone import waive
from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Floats, Ints, SerialStarts
from cadre.programme.pools import Pool
from cadre.programme.sending import Refused, Term, bound_posts, groups_at
from cadre.programme.skills import foreign_share, is_local, roles_with

Teacher = tuple[str, Refused]
"""A role, and the courses that its people of some offers refuse."""


def phases_of(draft: ModelDraft, runs: SerialStarts) -> Iterator[tuple[Phase, Ints]]:
    """Yield the phases of a course with their weeks, shape (runs, weeks of the phase)."""
    begin = 0
    for phase in draft.mission.courses[runs.course].phases:
        yield phase, runs.teach[:, begin : begin + phase.weeks]
        begin += phase.weeks


@dataclass(frozen=True)
class TeachingLoad:
    """Person-weeks of a skill at a site that the serials of one course need.

    `need` are those of anybody, `own` those that must stand on posts, `going` those of serials that began
    before the rotation of the slot; `begun` and `begun_own` what those begun in an overlap need in it.
    """

    course: str
    need: list[Term] = field(default_factory=list)
    own: list[Term] = field(default_factory=list)
    going: list[Term] = field(default_factory=list)
    begun: list[Term] = field(default_factory=list)
    begun_own: list[Term] = field(default_factory=list)


def add_staffing(draft: ModelDraft) -> None:
    """Posts and hosts do the work of serials, each within its supply.

    `posts' work + hosts' work >= need` and `posts' work >= foreign share`; where people of some offers refuse
    courses, the same for these courses without them (Hall's condition). In the overlap at the start of each
    rotation but the first people on foreign posts go on with what runs and begin nothing:
    `posts' work <= going`.
    """
    supply: dict[tuple[str, str], dict[Refused, list[Term]]] = {}
    hosts: dict[Pool, list[Term]] = {}
    for (skill, site), loads in _loads(draft).items():
        posts, helped = _teachers(draft, skill, site)
        for (role, refused), work in posts.items():
            supply.setdefault((role, site), {}).setdefault(refused, []).append(work)
        for pool, work in helped.items():
            hosts.setdefault(pool, []).append(work)
        for courses in refusals({refused for _, refused in posts}, [load.course for load in loads]):
            able = [work for (_, refused), work in posts.items() if not courses <= refused]
            _covered(draft, (skill, site, courses), (able, list(helped.values())), loads)
        _go_on(draft, (skill, site), posts, loads)
    for place, groups in supply.items():
        bound_posts(draft, place, groups)
    _bound_hosts(draft, hosts)


def refusals(refused: set[Refused], courses: Sequence[str]) -> list[Refused]:
    """Return the sets of courses whose needs must be met by themselves: all, and what some people refuse.

    A set counts only if some people refuse all of it, so that intersections of what is refused suffice.
    """
    every = frozenset(courses)
    sets = {every} | {each & every for each in refused if each & every}
    while True:
        more = {a & b for a in sets for b in sets if a & b} - sets
        if not more:
            return sorted(sets, key=lambda one: (-len(one), sorted(one)))
        sets |= more


def _covered(
    draft: ModelDraft,
    what: tuple[str, str, Refused],
    able: tuple[list[Term], list[Term]],
    loads: Sequence[TeachingLoad],
) -> None:
    """Those who are able meet the needs of some courses, and posts the foreign share of them."""
    (skill, site, courses), (posts, hosts) = what, able
    some = [load for load in loads if load.course in courses]
    name = f"{skill}.{site}" if len(some) == len(loads) else f"{skill}.{site}.{'.'.join(sorted(courses))}"
    others = [part for load in loads if load.course not in courses for part in load.begun]
    need = [part for load in some for part in load.need]
    _cover(draft, f"taught.{name}", [*posts, *hosts], [*need, *others])
    own = [part for load in some for part in load.own]
    if hosts and own:  # without hosts the row above says more
        _cover(draft, f"own.{name}", posts, own)


def _go_on(
    draft: ModelDraft, place: tuple[str, str], posts: Mapping[Teacher, Term], loads: Sequence[TeachingLoad]
) -> None:
    """In overlaps people on foreign posts teach no more than serials begun before the rotation need."""
    frame, roles = draft.frame, draft.mission.roles
    new = frame.is_overlap[frame.slot_start]
    if not new.any():
        return
    foreign = [term for (role, _), term in posts.items() if not roles[role].local]
    parts: list[Term] = []
    for slot, columns, _ in foreign:
        kept = new[slot]
        parts.append((slot[kept], columns[kept], 1.0))
    for load in loads:
        for slot, columns, amount in load.going:
            kept = new[slot]
            parts.append((slot[kept], columns[kept], -np.asarray(amount)[kept]))
    skill, site = place
    draft.lp.require(f"overlap.{skill}.{site}", parts, upper=np.zeros(frame.slots))
    asked = [part for load in loads for part in load.begun_own]
    if asked:
        draft.lp.require(f"overlap.own.{skill}.{site}", asked, upper=np.zeros(frame.slots))


def _loads(draft: ModelDraft) -> dict[tuple[str, str], list[TeachingLoad]]:
    """Return the person-weeks that serials need by slot, by skill and site, course by course."""
    found: dict[tuple[str, str], dict[str, TeachingLoad]] = {}
    foreign = draft.frame.foreign
    for n, (runs, y, _) in enumerate(draft.pairs()):
        starts = runs.teach[:, 0]
        for phase, weeks in phases_of(draft, runs):
            run, slot, amount = draft.frame.weeks_by_slot(weeks)
            before = starts[run] < draft.frame.slot_rotation[slot] * draft.mission.tours.weeks
            for skill, rule in phase.instructors.items():
                people, local = rule.people_for(runs.seats), is_local(draft.mission, skill)
                load = found.setdefault((skill, runs.site), {}).setdefault(
                    runs.course, TeachingLoad(runs.course)
                )
                kept = foreign[slot] | (not local)
                load.need.append((slot[kept], y[run[kept]], people * amount[kept]))
                load.going.append((slot[before], y[run[before]], people * amount[before]))
                new = ~before & draft.frame.is_overlap[draft.frame.slot_start[slot]]
                load.begun.append((slot[new], y[run[new]], people * amount[new]))
                share = foreign_share(draft.mission, runs.course, people)
                if share and not local:
                    load.own.extend(_own_share(draft, n, (run, slot, share * amount)))
                    if new.any():
                        load.begun_own.extend(
                            _own_share(draft, n, (run[new], slot[new], share * amount[new]))
                        )
    return {place: list(loads.values()) for place, loads in found.items()}


def _own_share(draft: ModelDraft, pair: int, loads: tuple[Ints, Ints, Floats]) -> list[Term]:
    """Return the person-weeks that must stand on posts, after exit too, when nobody does.

    Those are waived that hosts may teach alone: once a project is finished, or once they have been shown to.
    """
    y = draft.serials[pair]
    run, slot, amount = loads
    parts: list[Term] = [(slot, y[run], amount)]
    late, alone = (
        draft.alone[pair] if pair in draft.alone else draft.alone.setdefault(pair, waive(draft, pair))
    )
    if late.size:
        first = y.size - late.size  # late runs are the last ones
        kept = run >= first
        parts.append((slot[kept], alone[run[kept] - first], -amount[kept]))
    return parts


def _teachers(draft: ModelDraft, skill: str, site: str) -> tuple[dict[Teacher, Term], dict[Pool, Term]]:
    """Add the person-weeks by slot in which people on posts and pools of hosts use a skill at a site."""
    slots = np.arange(draft.frame.slots, dtype=np.int64)
    there = slots[draft.frame.foreign]
    posts: dict[Teacher, Term] = {
        (role, refused): (there, draft.lp.add(there.size), 1.0)
        for role in roles_with(draft.mission, skill)
        for refused in groups_at(draft, role, site)
    }
    near = draft.people if draft.mission.sites[site].in_country else ()
    pools = [pool for pool in near if pool[0] == "hosts" and skill in pool[1:]]
    return posts, {pool: (slots, draft.lp.add(slots.size), 1.0) for pool in pools}


def _cover(draft: ModelDraft, name: str, work: list[Term], load: list[Term]) -> None:
    """State `work >= load` slot by slot."""
    less = [(slot, columns, -np.asarray(amount)) for slot, columns, amount in load]
    draft.lp.require(name, [*work, *less], lower=np.zeros(draft.frame.slots))


def _bound_hosts(draft: ModelDraft, hosts: dict[Pool, list[Term]]) -> None:
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


def add_advisers(draft: ModelDraft) -> None:
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
        works = [(role, draft.lp.add(there.size)) for role in roles_with(draft.mission, skill)]
        for role, work in works:
            supply.setdefault((role, site), []).append((there, work, 1.0))
        _cover(draft, f"advised.{skill}.{site}", [(there, work, 1.0) for _, work in works], load)
    _bound_advisers(draft, supply)


def _activity_weeks(draft: ModelDraft, duration: float) -> tuple[Ints, Ints, Floats]:
    """Return start periods, slots and the weeks an activity begun with that period spends in that slot."""
    frame = draft.frame
    starts = np.arange(frame.periods) * frame.period_weeks
    begin = np.searchsorted(frame.slot_of, np.arange(frame.slots))
    end = np.append(begin[1:], draft.mission.weeks)
    shared = np.minimum(end, starts[:, None] + duration) - np.maximum(begin, starts[:, None])
    period, slot = np.nonzero(shared > 0)
    return period, slot, shared[period, slot]


def _bound_advisers(draft: ModelDraft, supply: dict[tuple[str, str], list[Term]]) -> None:
    """Advice takes no holidays: work is at most `posts x weeks`; leave is taken between, by agreement."""
    weeks = draft.frame.shared_weeks(only_open=False)
    slot, rotation = np.nonzero(weeks)
    for (role, site), work in supply.items():
        posts = draft.lp.add(draft.frame.rotations, integer=True)
        draft.advisers[role, site] = posts
        stands = (slot, posts[rotation], -weeks[slot, rotation])
        draft.lp.require(f"advisers.{role}.{site}", [*work, stands], upper=np.zeros(draft.frame.slots))


def add_rooms(draft: ModelDraft) -> None:
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


def added_by_projects(draft: ModelDraft, site: str, facility: str, weeks: Floats) -> list[Term]:
    """Return the terms (left of a row) by which finished projects add to a facility or the beds of a site."""
    row = np.arange(draft.frame.periods)
    return [
        (row, done, -weeks * draft.mission.projects[key].effects.adds[site][facility])
        for key, done in draft.done.items()
        if facility in draft.mission.projects[key].effects.adds.get(site, {})
    ]
