"""What is wrong with a programme's posts.

Teaching, advice, support, command, ceiling, and what could be filled.

Takes a programme, its mission and the people followed through it; gives a sentence for each rule broken.
Knows no solver: whether the people suffice for all skills together is a flow through a small network, slot
by slot.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from cadre.mission import Mission
from cadre.mission.people import SupportRule
from cadre.programme.plan import Programme
from cadre.programme.prices import done_from
from cadre.programme.reckoning import Batch, Reckoning

GRAIN = 1e-4
"""Person-weeks that a flow counts in."""

At = tuple[str, str, int]
Count = dict[tuple[str, str], float]
"""What a support rule may count, and where: people."""
Slot = tuple[int, bool]
"""A period, and whether the mission is still there."""


def post_violations(
    programme: Programme,
    mission: Mission,
    followed: Reckoning,
    *,
    posts_at_most: Mapping[At, int] | None = None,
) -> Iterator[str]:
    """Give everything that is wrong with the posts of a programme."""
    yield from _teaching(programme, mission, followed)
    yield from _advice(programme, mission)
    yield from _command(programme, mission, posts_at_most)
    yield from _support(programme, mission, followed, posts_at_most)
    yield from _ceiling(programme, mission)
    yield from _filled(programme, mission, posts_at_most)


def _posts(programme: Programme, reason: str) -> Counter[At]:
    posts: Counter[At] = Counter()
    for batch in programme.posts:
        if batch.reason == reason:
            posts[batch.role, batch.site, batch.rotation] += batch.people
    return posts


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
    for (role, site, rotation), people in _posts(programme, reason).items():
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


def _commanding(mission: Mission, rotation: int, posts_at_most: Mapping[At, int] | None) -> dict[str, int]:
    """Give the command's posts that should stand: all, or those that could be filled.

    None under a ceiling of 0.
    """
    if mission.command is None or mission.ceiling == 0:
        return {}
    wanted = mission.commands[mission.command].posts
    if posts_at_most is None:
        return dict(wanted)
    site = mission.headquarters
    return {
        role: n if mission.roles[role].local else min(n, posts_at_most.get((role, site, rotation), 0))
        for role, n in wanted.items()
    }


def _command(programme: Programme, mission: Mission, posts_at_most: Mapping[At, int] | None) -> Iterator[str]:
    """The command stands at the headquarters, as it is or as far as it could be filled."""
    posts = _posts(programme, "command")
    wanted = {
        (role, mission.headquarters, rotation): n
        for rotation in _rotations(programme, mission)
        for role, n in _commanding(mission, rotation, posts_at_most).items()
    }
    for at in sorted(set(posts) | set(wanted)):
        if posts[at] != wanted.get(at, 0):
            what = f"{posts[at]} posts of {at[0]} at {at[1]} in rotation {at[2]}"
            yield f"command: {what}, not {wanted.get(at, 0)}"


def _rotations(programme: Programme, mission: Mission) -> range:
    return range(-(-mission.exit_week // programme.rotation_weeks))


def _support(
    programme: Programme,
    mission: Mission,
    followed: Reckoning,
    posts_at_most: Mapping[At, int] | None,
) -> Iterator[str]:
    """Every support rule has its posts at every site.

    What the command alone needs and nobody fills is excused.
    """
    counts = _counts(programme, mission, followed)
    for key, rule in mission.support.items():
        posts = _posts(programme, f"support:{key}")
        for (role, site, rotation), n in posts.items():
            if role != rule.role or site not in _stands_at(mission, rule):
                what = f"{n} posts of {role} at {site} in rotation {rotation}"
                yield f"support.{key}: {what}, where it has none"
        for rotation in _rotations(programme, mission):
            for site in _stands_at(mission, rule):
                counted = _counted(mission, rule, site, counts[rotation])
                wanted, there = rule.posts(counted - 1e-6), posts[rule.role, site, rotation]
                if there < wanted - _excused(mission, key, (site, rotation), posts_at_most):
                    yield f"support.{key} at {site} in rotation {rotation}: {there} posts of {wanted}"


def _stands_at(mission: Mission, rule: SupportRule) -> list[str]:
    if rule.at == "headquarters":
        return [mission.headquarters]
    return [k for k, site in mission.sites.items() if site.in_country or rule.at == "each site"]


def _counts(programme: Programme, mission: Mission, followed: Reckoning) -> list[Count]:
    """Give by rotation what rules may count, by (what, site).

    Foreign posts by the reason for which they stand, and trainees at their peak.
    """
    counts: list[Count] = [defaultdict(float) for _ in _rotations(programme, mission)]
    for batch in programme.posts:
        if not mission.roles[batch.role].local:
            counts[batch.rotation][batch.reason.removeprefix("support:"), batch.site] += batch.people
    for (site, period), people in followed.present(mission).items():
        first = period * programme.period_weeks
        last = min(first + programme.period_weeks, mission.exit_week)
        for rotation in {w // programme.rotation_weeks for w in range(first, last)}:
            peak = max(counts[rotation]["trainees", site], people)
            counts[rotation]["trainees", site] = peak
    return counts


def _counted(mission: Mission, rule: SupportRule, site: str, counts: Count) -> float:
    near = list(mission.sites) if rule.at == "headquarters" else [site]
    return sum(counts.get((of, s), 0.0) for of in rule.of for s in near)


def _excused(mission: Mission, key: str, at: tuple[str, int], posts_at_most: Mapping[At, int] | None) -> int:
    """Give the posts of a critical rule that the command alone would need and that could not be filled.

    What could be filled of a role at a site goes to the command first, then to the rules in an order in which
    each stands after those that it counts.
    """
    site, rotation = at
    if posts_at_most is None or not mission.roles[mission.support[key].role].critical:
        return 0
    command = _commanding(mission, rotation, posts_at_most)
    counts: Count = defaultdict(float)
    counts["command", mission.headquarters] = sum(
        n for role, n in command.items() if not mission.roles[role].local
    )
    role = mission.support[key].role
    left = posts_at_most.get((role, site, rotation), 0)
    left -= command.get(role, 0) if site == mission.headquarters else 0
    for other in _in_order(mission):
        rule = mission.support[other]
        for s in _stands_at(mission, rule):
            n = rule.posts(_counted(mission, rule, s, counts))
            counts[other, s] = 0 if mission.roles[rule.role].local else n
            if (rule.role, s) == (role, site) and mission.roles[role].critical:
                if other == key:
                    return max(0, n - max(0, left))
                left -= n
    return 0


def _in_order(mission: Mission) -> list[str]:
    """Give the support rules so that each stands after those that it counts."""
    order: list[str] = []

    def put(key: str) -> None:
        for of in mission.support[key].of:
            if of in mission.support:
                put(of)
        if key not in order:
            order.append(key)

    for key in mission.support:
        put(key)
    return order


def _ceiling(programme: Programme, mission: Mission) -> Iterator[str]:
    """All foreign posts of a rotation are within the ceiling."""
    posts: Counter[int] = Counter()
    for batch in programme.posts:
        if not mission.roles[batch.role].local:
            posts[batch.rotation] += batch.people
    for rotation, people in sorted(posts.items()):
        if mission.ceiling is not None and people > mission.ceiling:
            yield f"ceiling in rotation {rotation}: {people} foreign posts of {mission.ceiling}"


def _filled(programme: Programme, mission: Mission, posts_at_most: Mapping[At, int] | None) -> Iterator[str]:
    """Posts whose lack stops work are within what could be filled."""
    if posts_at_most is None:
        return
    posts: Counter[At] = Counter()
    for batch in programme.posts:
        role = mission.roles[batch.role]
        if not role.local and (role.critical or not batch.reason.startswith("support:")):
            posts[batch.role, batch.site, batch.rotation] += batch.people
    for at, people in sorted(posts.items()):
        if people > posts_at_most.get(at, 0):
            what = f"{people} posts of {at[0]} at {at[1]} in rotation {at[2]}"
            yield f"filled: {what}, of {posts_at_most.get(at, 0)}"
