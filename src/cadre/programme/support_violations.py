"""Which posts of a programme must stand: the command, the tail by its rules, and no more than is allowed.

Takes a programme, its mission and the people followed through it; gives each rule broken.
Knows no solver.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cadre.mission import Mission
from cadre.mission.people import SupportRule
from cadre.programme.offered import OfferedPeople, Who
from cadre.programme.plan import Programme
from cadre.programme.projection import StockProjection
from cadre.reasons import BrokenRule
from cadre.reasons import broken_programme as broken

ROOM = 1e-4
"""People by which a sum may miss its bound: solvers keep rows to 1e-6 of their entries."""
PART = 1e-9
HALF_WEEK = 0.5 + PART
"""Part of a person that is none."""

At = tuple[str, str, int]
"""Role, site, rotation."""
Count = dict[tuple[str, str], float]
"""What a support rule may count, and where: people."""


def support_violations(
    programme: Programme,
    mission: Mission,
    followed: StockProjection,
    *,
    offered: Sequence[OfferedPeople] | None = None,
) -> Iterator[BrokenRule]:
    """Return every post that should stand and does not, or stands and should not."""
    yield from _command(programme, mission, offered)
    yield from _support(programme, mission, followed, offered)
    yield from _ceiling(programme, mission)
    yield from _filled(programme, mission, offered)


def posts_for(programme: Programme, reason: str) -> Counter[At]:
    """Count the posts that stand for a reason, by role, site and rotation."""
    posts: Counter[At] = Counter()
    for batch in programme.posts:
        if batch.reason == reason:
            posts[batch.role, batch.site, batch.rotation] += batch.people
    return posts


def _command(
    programme: Programme, mission: Mission, offered: Sequence[OfferedPeople] | None
) -> Iterator[BrokenRule]:
    """The command stands at the headquarters, as it is or as far as it could be filled."""
    posts = posts_for(programme, "command")
    wanted = {
        (role, mission.headquarters, rotation): n
        for rotation in _rotations(programme, mission)
        for role, n in _commanding(mission, rotation, offered).items()
    }
    for at in sorted(set(posts) | set(wanted)):
        if posts[at] != wanted.get(at, 0):
            yield broken.CommandWrong(*at, posts[at], wanted.get(at, 0))


def _commanding(mission: Mission, rotation: int, offered: Sequence[OfferedPeople] | None) -> dict[str, int]:
    """Return the command's posts that should stand: all, or those that could be filled.

    None under a ceiling of 0.
    """
    if mission.command is None or mission.ceiling == 0:
        return {}
    wanted = mission.commands[mission.command].posts
    if offered is None:
        return dict(wanted)
    site = mission.headquarters
    return {
        role: n if mission.roles[role].local else min(n, _filled_at(mission, offered, (role, site, rotation)))
        for role, n in wanted.items()
    }


def _rotations(programme: Programme, mission: Mission) -> range:
    return range(-(-mission.exit_week // programme.rotation_weeks))


def _support(
    programme: Programme,
    mission: Mission,
    followed: StockProjection,
    offered: Sequence[OfferedPeople] | None,
) -> Iterator[BrokenRule]:
    """Every support rule has its posts at every site.

    What the command alone needs and nobody fills is excused.
    """
    counts = _counts(programme, mission, followed)
    for key, rule in mission.support.items():
        posts = posts_for(programme, f"support:{key}")
        for (role, site, rotation), n in posts.items():
            if role != rule.role or site not in _stands_at(mission, rule):
                yield broken.SupportMisplaced(key, role, site, rotation, n)
        for rotation in _rotations(programme, mission):
            for site in _stands_at(mission, rule):
                counted = _counted(mission, rule, site, counts[rotation])
                wanted, there = rule.posts(counted - 1e-6), posts[rule.role, site, rotation]
                if there < wanted - _excused(mission, key, (site, rotation), offered):
                    yield broken.SupportShort(key, site, rotation, there, wanted)


def _stands_at(mission: Mission, rule: SupportRule) -> list[str]:
    if rule.at == "headquarters":
        return [mission.headquarters]
    return [k for k, site in mission.sites.items() if site.in_country or rule.at == "each site"]


def _counts(programme: Programme, mission: Mission, followed: StockProjection) -> list[Count]:
    """Return by rotation what rules may count, by (what, site).

    Foreign posts by the reason for which they stand, and trainees at their peak.
    """
    counts: list[Count] = [defaultdict(float) for _ in _rotations(programme, mission)]
    for batch in programme.posts:
        if not mission.roles[batch.role].local:
            counts[batch.rotation][batch.reason.removeprefix("support:"), batch.site] += batch.people
    for (site, period), people in followed.present(mission, programme.period_weeks).items():
        first = period * programme.period_weeks
        last = min(first + programme.period_weeks, mission.exit_week)
        for rotation in {w // programme.rotation_weeks for w in range(first, last)}:
            peak = max(counts[rotation]["trainees", site], people)
            counts[rotation]["trainees", site] = peak
    return counts


def _counted(mission: Mission, rule: SupportRule, site: str, counts: Count) -> float:
    near = list(mission.sites) if rule.at == "headquarters" else [site]
    return sum(counts.get((of, s), 0.0) for of in rule.of for s in near)


def _excused(mission: Mission, key: str, at: tuple[str, int], offered: Sequence[OfferedPeople] | None) -> int:
    """Return the posts of a critical rule that the command alone would need and that could not be filled.

    What could be filled of a role at a site goes to the command first, then to the rules in an order in which
    each stands after those that it counts.
    """
    site, rotation = at
    if offered is None or not mission.roles[mission.support[key].role].critical:
        return 0
    command = _commanding(mission, rotation, offered)
    counts: Count = defaultdict(float)
    counts["command", mission.headquarters] = sum(
        n for role, n in command.items() if not mission.roles[role].local
    )
    role = mission.support[key].role
    left = _filled_at(mission, offered, (role, site, rotation))
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
    """Return the support rules so that each stands after those that it counts."""
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


def _ceiling(programme: Programme, mission: Mission) -> Iterator[BrokenRule]:
    """All foreign posts of a rotation are within the ceiling."""
    posts: Counter[int] = Counter()
    for batch in programme.posts:
        if not mission.roles[batch.role].local:
            posts[batch.rotation] += batch.people
    for rotation, people in sorted(posts.items()):
        if mission.ceiling is not None and people > mission.ceiling:
            yield broken.OverCeiling(rotation, people, mission.ceiling)


def _filled_at(mission: Mission, offered: Sequence[OfferedPeople], at: At) -> int:
    """Return the whole posts that all who may serve at a site could fill of a rotation, by their weeks."""
    role, site, rotation = at
    opens = rotation * mission.tours.weeks
    closes = min(opens + mission.tours.weeks, mission.exit_week)
    weeks = 0
    for o in offered:
        if o.role == role and site in o.sites:
            begins, ends = _there_of(o, opens, closes)
            weeks += o.people * (ends - begins)
    return math.floor(weeks / (closes - opens) + PART)


def _filled(
    programme: Programme, mission: Mission, offered: Sequence[OfferedPeople] | None
) -> Iterator[BrokenRule]:
    """Posts of advisers, of critical support and of the command are filled by people sent for their weeks."""
    if offered is None:
        return
    posts: Counter[At] = Counter()
    for batch in programme.posts:
        role = mission.roles[batch.role]
        counted = batch.reason == "advisers" or (role.critical and batch.reason.startswith("support:"))
        if not role.local and (counted or batch.reason == "command"):
            posts[batch.role, batch.site, batch.rotation] += batch.people
    there = _sent_posts(programme, mission, offered)
    for at, people in sorted(posts.items()):
        if people > there.get(at, 0.0) + ROOM:
            yield broken.NotFilled(*at, people, there.get(at, 0.0))
    yield from _overdrawn(programme, offered)
    if programme.period_weeks == 1:
        yield from _crowded(programme, mission, offered)


def _sent_posts(programme: Programme, mission: Mission, offered: Sequence[OfferedPeople]) -> dict[At, float]:
    """Return the posts filled by those sent: people times their part of the rotation."""
    by_id, there = {o.who: o for o in offered}, defaultdict[At, float](float)
    for sent in programme.sent:
        opens = sent.rotation * programme.rotation_weeks
        closes = min(opens + programme.rotation_weeks, mission.exit_week)
        o = by_id[sent.who]
        begins, ends = _there_of(o, opens, closes)
        there[o.role, sent.site, sent.rotation] += sent.people * (ends - begins) / (closes - opens)
    return there


def _there_of(o: OfferedPeople, opens: int, closes: int) -> tuple[int, int]:
    """Return the weeks of a rotation in which people of an offer are there, part-time ones for their part."""
    first, last = max(o.begins, opens), min(o.ends, closes)
    if first >= last:
        return first, first
    begins, ends = (first + math.floor((last - first) * part + HALF_WEEK) for part in o.part)
    return begins, ends


def _crowded(
    programme: Programme, mission: Mission, offered: Sequence[OfferedPeople]
) -> Iterator[BrokenRule]:
    """Where a role only teaches, no more of its people are at a site in a week than posts stand there."""
    by_id, posts, there = {o.who: o for o in offered}, Counter[At](), Counter[tuple[str, str, int]]()
    besides = {rule.role for rule in mission.support.values()}
    besides |= set(mission.commands[mission.command].posts) if mission.command else set()
    advice = {k for p in mission.projects.values() for a in p.activities.values() for k in a.advisers}
    for batch in programme.posts:
        posts[batch.role, batch.site, batch.rotation] += batch.people
    for sent in programme.sent:
        o, opens = by_id[sent.who], sent.rotation * programme.rotation_weeks
        if o.role not in besides and not advice & set(mission.roles[o.role].skills):
            for week in range(*_there_of(o, opens, min(opens + programme.rotation_weeks, mission.exit_week))):
                there[o.role, sent.site, week] += round(sent.people)
    for (role, site, week), people in sorted(there.items()):
        stand = posts[role, site, week // programme.rotation_weeks]
        if people > stand:
            yield broken.Crowded(role, site, week, people, stand)


def _overdrawn(programme: Programme, offered: Sequence[OfferedPeople]) -> Iterator[BrokenRule]:
    """Nobody is sent whom no offer has, at a site that they refuse, or twice at a time."""
    by_id, total = {o.who: o for o in offered}, defaultdict[tuple[Who, int], float](float)
    for sent in programme.sent:
        if sent.site not in by_id[sent.who].sites:
            yield broken.NotServing(sent.offer, sent.site)
        total[sent.who, sent.rotation] += sent.people
    for (who, rotation), people in sorted(total.items()):
        if people > by_id[who].people + ROOM:
            yield broken.Overdrawn(by_id[who].offer, rotation, people, by_id[who].people)
