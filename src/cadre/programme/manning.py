"""Whether a programme's posts, with the hosts, suffice for what is taught and advised.

Takes a programme, its mission and the people followed through it; gives a sentence for each period in which
they do not. Knows no solver: whether the people suffice for all skills together is a flow through a small
network, slot by slot.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from cadre.mission import Mission
from cadre.programme.establishment import posts_for
from cadre.programme.plan import Programme
from cadre.programme.prices import done_from
from cadre.programme.reckoning import Batch, Reckoning

GRAIN = 1e-4
"""Person-weeks that a flow counts in."""

Slot = tuple[int, bool]
"""A period, and whether the mission is still there."""


def manning_violations(programme: Programme, mission: Mission, followed: Reckoning) -> Iterator[str]:
    """Give everything for which there are not posts and hosts enough."""
    yield from _teaching(programme, mission, followed)
    yield from _advice(programme, mission)


def _supply(
    programme: Programme, mission: Mission, reason: str, *, teaching: bool
) -> dict[tuple[int, str, str], float]:
    """Give the person-weeks of posts by period, role and site.

    Only open weeks and time off leave count for teaching.
    """
    factor = 1.0
    if teaching:
        lost = mission.commands[mission.command].weeks_lost.mean if mission.command else 0.0
        away = mission.tours.leave.mean + mission.tours.handover.mean + lost
        factor = max(0.0, 1 - away / mission.tours.weeks)
    supply: dict[tuple[int, str, str], float] = defaultdict(float)
    for (role, site, rotation), people in posts_for(programme, reason).items():
        first = rotation * programme.rotation_weeks
        for week in range(first, min(first + programme.rotation_weeks, mission.exit_week)):
            if not teaching or week not in mission.closed_weeks:
                supply[week // programme.period_weeks, role, site] += people * factor
    return supply


def _teaching(programme: Programme, mission: Mission, followed: Reckoning) -> Iterator[str]:
    """Posts and hosts suffice for every skill in every slot, and posts for what foreigners must teach."""
    supply = _supply(programme, mission, "instructors", teaching=True)
    needs: dict[Slot, dict[tuple[str, str], list[float]]] = {}
    for batch in followed.batches:
        for week, skill, people, own in _taught(programme, mission, batch):
            slot = (week // programme.period_weeks, week < mission.exit_week)
            load = needs.setdefault(slot, {}).setdefault((skill, batch.plan.site), [0.0, 0.0])
            load[0] += people
            load[1] += own
    for slot, loads in sorted(needs.items()):
        posts = {(r, s): n for (p, r, s), n in supply.items() if p == slot[0] and slot[1]}
        hosts = _hosts(programme, mission, followed, slot)
        short = _short(mission, loads, posts, hosts)
        if short > GRAIN * (10 + len(loads)):
            when = f"period {slot[0]}{'' if slot[1] else ' after exit'}"
            yield f"instructors in {when}: {short:.3f} person-weeks short"


def _taught(programme: Programme, mission: Mission, batch: Batch) -> Iterator[tuple[int, str, float, float]]:
    """Give week, skill, people needed and people who must stand on posts, for all serials of a batch."""
    course, first = mission.courses[batch.plan.course], 0
    alone = any(
        batch.plan.course in project.effects.hosts_teach_alone
        and project.carried_out
        and done_from(programme, mission, key) <= batch.plan.period
        for key, project in mission.projects.items()
    )
    for phase in course.phases:
        for week in batch.taught[first : first + phase.weeks]:
            there = week < mission.exit_week
            for skill, rule in phase.instructors.items():
                local = _local_only(mission, skill)
                if local and not there:
                    continue
                people = rule.people_for(course.seats.most)
                own = math.ceil(course.foreign_at_least.mean * people - 1e-9)
                own = 0 if alone or local or not there else own
                yield week, skill, people * batch.plan.serials, own * batch.plan.serials
        first += phase.weeks


def _local_only(mission: Mission, skill: str) -> bool:
    holders = [role for role in mission.roles.values() if skill in role.skills]
    return len(holders) > 0 and all(role.local for role in holders)


def _hosts(programme: Programme, mission: Mission, followed: Reckoning, slot: Slot) -> dict[str, float]:
    """Give the person-weeks of host instructors in a slot, by the skills they have joined with `+`."""
    period, there = slot
    first = period * programme.period_weeks
    weeks = [
        w
        for w in range(first, min(first + programme.period_weeks, mission.weeks))
        if (w < mission.exit_week) == there and w not in mission.closed_weeks
    ]
    before = {key: series[period - 1] for key, series in followed.hosts.items()} if period else {}
    if not period:
        before = {key: mission.skills[key].hosts_at_start.mean for key in mission.skills}
    return {key: people * len(weeks) for key, people in before.items() if people > 0}


def _short(
    mission: Mission,
    load: Mapping[tuple[str, str], list[float]],
    posts: Mapping[tuple[str, str], float],
    hosts: Mapping[str, float],
) -> float:
    """Give the person-weeks that no assignment of posts and hosts to skills can cover.

    They are all that is asked for less the greatest flow.
    """
    arcs: list[tuple[str, str, float]] = []
    demand = 0.0
    for (skill, site), (need, own) in load.items():
        for kind, amount in (("own", own), ("rest", need - own)):
            node = f"{kind}:{skill}@{site}"
            arcs.append((node, "all", amount))
            demand += amount
            arcs += [
                (f"{r}@{s}", node, math.inf)
                for r, s in posts
                if s == site and skill in mission.roles[r].skills
            ]
            if kind == "rest" and mission.sites[site].in_country:
                arcs += [(f"hosts:{key}", node, math.inf) for key in hosts if skill in key.split("+")]
    arcs += [("none", f"{r}@{s}", n) for (r, s), n in posts.items()]
    arcs += [("none", f"hosts:{key}", n) for key, n in hosts.items()]
    return demand - greatest_flow(arcs, demand)


def greatest_flow(arcs: list[tuple[str, str, float]], most: float) -> float:
    """Give the greatest flow from `none` to `all` through arcs (from, to, capacity), counted in grains."""
    from scipy.sparse import csr_array  # noqa: PLC0415  (heavy, only where plans are judged)
    from scipy.sparse.csgraph import maximum_flow  # noqa: PLC0415

    names = ["none", "all", *(name for tail, head, _ in arcs for name in (tail, head))]
    nodes = {name: n for n, name in enumerate(dict.fromkeys(names))}
    size = len(nodes)
    if not arcs:
        return 0.0
    tails, heads = [nodes[tail] for tail, _, _ in arcs], [nodes[head] for _, head, _ in arcs]
    capacity = [math.ceil(min(arc[2], most) / GRAIN) for arc in arcs]
    network = csr_array((np.array(capacity, np.int32), (tails, heads)), shape=(size, size))
    return float(maximum_flow(network, 0, 1).flow_value) * GRAIN


def _advice(programme: Programme, mission: Mission) -> Iterator[str]:
    """Posts of advisers suffice for the activities that run, in every period before exit."""
    supply = _supply(programme, mission, "advisers", teaching=False)
    needs: dict[int, dict[tuple[str, str], float]] = {}
    for begun in programme.activities:
        activity = mission.projects[begun.project].activities[begun.activity]
        first, site = begun.period * programme.period_weeks, activity.site or mission.headquarters
        for week in range(first, math.ceil(first + activity.weeks.mean)):
            part = min(1.0, first + activity.weeks.mean - week)
            need = needs.setdefault(week // programme.period_weeks, defaultdict(float))
            for skill, people in activity.advisers.items():
                need[skill, site] += people * part
    for period, need in sorted(needs.items()):
        posts = {(r, s): n for (p, r, s), n in supply.items() if p == period}
        short = _short(mission, {place: [n, n] for place, n in need.items()}, posts, {})
        if short > GRAIN * (10 + len(need)):
            yield f"advisers in period {period}: {short:.3f} person-weeks short"
