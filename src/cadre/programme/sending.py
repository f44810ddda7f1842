"""Posts of instructors and the people of offers who stand on them, in a programme's model.

Takes a `ModelDraft` whose serials stand. Where offers bind, whole people of an offer serve at one site
through a rotation; else posts are bounded by the mission alone. Knows no solver.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Floats, Ints, ModelFrame
from cadre.programme.offered import OfferedPeople, able_at

Term = tuple[Ints, Ints, Floats | float]
"""Rows, columns and coefficients."""
Refused = frozenset[str]
"""Courses that people of some offers do not teach."""
ALL: Refused = frozenset()


def groups_at(draft: ModelDraft, role: str, site: str) -> list[Refused]:
    """Return the groups of people who may fill posts of a role at a site, by the courses that they refuse."""
    if draft.mission.roles[role].local or draft.frame.offered is None:
        return [ALL]
    return sorted({frozenset(o.not_for) for o in able_at(draft.frame.offered, role, site)}, key=sorted)


def add_sent(draft: ModelDraft) -> None:
    """People of offers by site and rotation, no more at a time than are offered: `sum_s f <= people`."""
    frame, lp = draft.frame, draft.lp
    row = np.arange(frame.rotations)
    for o in frame.offered or ():
        there = share_by_rotation(frame, o) > 0
        for site in o.sites:
            draft.sent[o.who, site] = lp.add(row.size, 0, o.people * there, integer=draft.whole_people)
        terms = [(row, draft.sent[o.who, site], 1.0) for site in o.sites]
        if len(terms) > 1:
            lp.require(f"sent.{o.name}", terms, upper=np.full(row.size, float(o.people)))


def ready_by_slot(frame: ModelFrame, o: OfferedPeople, site: str) -> Floats:
    """Return the open weeks of each slot in which people of an offer teach at a site, shape (slots,).

    Who comes within a rotation takes over first and goes on with nothing; in the first rotation nobody does.
    """
    there = np.zeros(frame.mission.weeks, np.bool_)
    for opens, closes in map(frame.turn, range(frame.rotations)):
        begins, ends = o.weeks_in(opens, closes)
        there[begins + (frame.overlap if begins > opens > 0 else 0) : ends] = True
    there[list(o.away_at(site))] = False
    weeks = np.flatnonzero(there & frame.is_open)
    return np.bincount(frame.slot_of[weeks], minlength=frame.slots).astype(np.float64)


def share_by_rotation(frame: ModelFrame, o: OfferedPeople) -> Floats:
    """Return the part of each rotation in which people of an offer are there, shape (rotations,)."""
    turns = [frame.turn(r) for r in range(frame.rotations)]
    return np.array([(e - b) / (c - a) for (a, c) in turns for (b, e) in [o.weeks_in(a, c)]])


def budget_by_rotation(frame: ModelFrame, o: OfferedPeople, site: str) -> Floats:
    """Return the weeks that one person of an offer teaches at a site in each rotation, shape (rotations,)."""
    turns, away = map(frame.turn, range(frame.rotations)), o.away_at(site)
    return np.array([frame.teachable(*o.weeks_in(*turn), away=away) for turn in turns])


def bound_posts(draft: ModelDraft, place: tuple[str, str], groups: Mapping[Refused, list[Term]]) -> None:
    """Work of a role at a site: in each slot on as many posts as stand, over a rotation without leave.

    `work[q] <= open weeks x posts`, `sum_q work <= weeks taught of a tour x posts`; where offers bind also
    `work[q] <= sum_o ready weeks x f` and `sum_q work <= sum_o weeks taught x f`, group by group.
    """
    frame, lp = draft.frame, draft.lp
    (role, site), every = place, [term for work in groups.values() for term in work]
    posts = draft.instructors[place] = lp.add(frame.rotations, integer=True)
    draft.taught[place] = [(slot, columns) for slot, columns, _ in every]
    there = np.nonzero(frame.foreign)[0]
    rotation = frame.slot_rotation[there]
    stands = (there, posts[rotation], -frame.open_in_slot[there])
    lp.require(f"instructors.{role}.{site}", [*every, stands], upper=np.zeros(frame.slots))
    if draft.mission.roles[role].local:
        return
    _take_leave(draft, f"leave.{role}.{site}", every, [(posts, frame.budget, frame.open_in_rotation)])
    if frame.offered is not None:
        _one_to_a_post(draft, place, posts)
        for number, (refused, work) in enumerate(groups.items()):
            some = [o for o in able_at(frame.offered, role, site) if frozenset(o.not_for) == refused]
            _by_offers(draft, f"{role}.{site}.{number}", (some, site), work)


def _one_to_a_post(draft: ModelDraft, place: tuple[str, str], posts: Ints) -> None:
    """No more people are at a site at a time than posts stand there: `sum_o f <= posts`, o there in a slot.

    One row for each rotation and set of offers whose people are there. Where the role has other posts at the
    site, those who fill them relieve each other, and nothing is said.
    """
    frame, (role, site) = draft.frame, place
    if not draft.whole_people or role in _other_roles(draft, site):
        return
    able = able_at(frame.offered or (), role, site)
    slots = np.nonzero(frame.foreign)[0]
    there = {
        (
            r := int(frame.slot_rotation[q]),
            tuple(_is_there(frame, o, r, int(frame.slot_start[q])) for o in able),
        )
        for q in slots
    }
    for row, (r, who) in enumerate(sorted(there)):
        sent = [draft.sent[o.who, site][r] for o, is_there in zip(able, who, strict=True) if is_there]
        if sent:
            columns, one = np.array([*sent, posts[r]]), np.ones(len(sent) + 1)
            one[-1] = -1.0
            name = f"places.{role}.{site}.{row}"
            draft.lp.require(name, [(np.zeros(one.size, np.int64), columns, one)], upper=np.zeros(1))


def _is_there(frame: ModelFrame, o: OfferedPeople, rotation: int, week: int) -> bool:
    begins, ends = o.weeks_in(*frame.turn(rotation))
    return begins <= week < ends


def _other_roles(draft: ModelDraft, site: str) -> set[str]:
    """Return the roles that have posts at a site for other reasons than teaching."""
    mission = draft.mission
    found = {rule.role for rule in mission.support.values()}
    if site == mission.headquarters and mission.command:
        found |= set(mission.commands[mission.command].posts)
    asked = {
        skill
        for project in mission.projects.values()
        for activity in project.activities.values()
        if (activity.site or mission.headquarters) == site
        for skill in activity.advisers
    }
    return found | {key for key, role in mission.roles.items() if asked & set(role.skills)}


def _take_leave(
    draft: ModelDraft, name: str, work: list[Term], people: list[tuple[Ints, Floats, Floats]]
) -> None:
    """Over a rotation people teach no more than their weeks without leave, where that says anything.

    `people`: columns, weeks that each teaches, and open weeks in which each is there, by rotation.
    """
    frame, row = draft.frame, np.arange(draft.frame.rotations)
    binds = np.any([weeks < there for _, weeks, there in people], axis=0) if people else row < 0
    if not binds.any():
        return
    terms: list[Term] = []
    for slot, columns, amount in work:
        kept = binds[frame.slot_rotation[slot]]
        terms.append((frame.slot_rotation[slot][kept], columns[kept], amount))
    terms += [(row[binds], columns[binds], -weeks[binds]) for columns, weeks, _ in people]
    draft.lp.require(name, terms, upper=np.zeros(row.size))


def _by_offers(
    draft: ModelDraft, name: str, whose: tuple[list[OfferedPeople], str], work: list[Term]
) -> None:
    """People of offers do the work of a group in each slot, and over the rotation without their leave."""
    frame, (some, site) = draft.frame, whose
    there = np.nonzero(frame.foreign)[0]
    rotation, terms, budgets = frame.slot_rotation[there], list(work), list[tuple[Ints, Floats, Floats]]()
    for o in some:
        sent, weeks = draft.sent[o.who, site], ready_by_slot(frame, o, site)[there]
        kept = weeks > 0
        terms.append((there[kept], sent[rotation[kept]], -weeks[kept]))
        ready = np.bincount(rotation, weights=weeks, minlength=frame.rotations).astype(np.float64)
        budgets.append((sent, budget_by_rotation(frame, o, site), ready))
    draft.lp.require(f"fill.{name}", terms, upper=np.zeros(frame.slots))
    _take_leave(draft, f"fill.leave.{name}", work, budgets)
    if len(some) > 1:
        _leave_one_by_one(draft, f"fill.each.{name}", (some, site), work)


def _leave_one_by_one(
    draft: ModelDraft, name: str, whose: tuple[list[OfferedPeople], str], work: list[Term]
) -> None:
    """People of several offers keep their leave each for himself, and not only together.

    In every rotation in which somebody has leave who is not there in the same slots, with the same leave, as
    all others: who is alike takes leave for each other, so that a sum says enough; who is not does not.
    """
    frame, (some, site) = draft.frame, whose
    ready = np.array([ready_by_slot(frame, o, site) for o in some])
    budget = np.array([budget_by_rotation(frame, o, site) for o in some])
    for r in range(frame.rotations):
        slots = np.flatnonzero((frame.slot_rotation == r) & ready.any(axis=0))
        alike: dict[tuple[float, ...], list[int]] = {}
        for n in np.flatnonzero(ready[:, slots].any(axis=1)):
            alike.setdefault((float(budget[n, r]), *ready[n, slots].tolist()), []).append(int(n))
        if len(alike) > 1 and any(kind[0] < sum(kind[1:]) for kind in alike):
            sent = np.array([draft.sent[o.who, site][r] for o in some])
            kinds = [(kind[0], np.array(kind[1:]), sent[number]) for kind, number in alike.items()]
            _leave_by_flow(draft, f"{name}.{r}", (slots, kinds), work)


def _leave_by_flow(
    draft: ModelDraft, name: str, who: tuple[Ints, list[tuple[float, Floats, Ints]]], work: list[Term]
) -> None:
    """State which kind of people works in which slot of a rotation, each without its leave.

    `work[q] <= sum_k x[k, q]`, `x[k, q] <= ready weeks x f_k`, `sum_q x[k, q] <= weeks taught x f_k`, `f_k`
    the people of kind `k`; of those without leave `x[k, q]` is all that they may. `who` is the slots, and
    weeks taught, ready weeks of each slot and columns of people of each kind.
    """
    (slots, kinds), lp = who, draft.lp
    done: list[Term] = []
    for slot, columns, amount in work:
        kept = np.isin(slot, slots)
        done.append((np.searchsorted(slots, slot[kept]), columns[kept], amount))
    for number, (taught, ready, sent) in enumerate(kinds):
        q = np.flatnonzero(ready)
        there: list[Term] = [
            (np.arange(q.size), np.full(q.size, column), -ready[q]) for column in sent.tolist()
        ]
        if taught >= ready.sum():
            done += [(q, columns, weeks) for _, columns, weeks in there]
            continue
        own, one = lp.add(q.size), np.zeros(sent.size, np.int64)
        lp.require(f"{name}.there.{number}", [(np.arange(q.size), own, 1.0), *there], upper=np.zeros(q.size))
        leave: list[Term] = [
            (np.zeros(q.size, np.int64), own, 1.0),
            (one, sent, np.full(sent.size, -taught)),
        ]
        lp.require(f"{name}.leave.{number}", leave, upper=np.zeros(1))
        done.append((q, own, -1.0))
    lp.require(f"{name}.work", done, upper=np.zeros(slots.size))
