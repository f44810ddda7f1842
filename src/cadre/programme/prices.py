"""What a programme costs, and its objective worked out again from the plan. Knows no solver.

Takes a programme and its mission; gives money by payer, and the three objectives in their order. Formulas:
docs/model/programme.md.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.plan import Programme

LATER = 0.25
"""Share of a target's weight on the time after its date."""
LATENESS = 0.1
"""Weight of projects' lateness beside the shortfall against targets."""


def expected_cost(programme: Programme, mission: Mission) -> dict[str, float]:
    """Return the expected money to exit by payer, in the mission's currency; payers of nothing are left out.

    What serials cost that begin after exit is kept apart: see `cost_beyond`.
    """
    money: dict[str, float] = defaultdict(float)
    payers = mission.money
    for batch in programme.posts:
        role = mission.roles[batch.role]
        weeks = _rotation_weeks(programme, mission, batch.rotation)
        payer = payers.local_posts if role.local else payers.posts
        money[payer] += batch.people * role.costs_a_year.mean * weeks / WEEKS_PER_YEAR
    for start, cost in _serials(programme, mission):
        if start < mission.exit_week:
            money[payers.courses] += cost
    for site, week in first_used(programme, mission).items():
        if week < mission.exit_week:
            place = mission.sites[site]
            years = (mission.exit_week - week) / WEEKS_PER_YEAR
            money[payers.sites] += place.costs_to_open.mean + place.costs_a_year.mean * years
    for begun in programme.activities:
        money[payers.projects] += mission.projects[begun.project].activities[begun.activity].costs.mean
    if any(batch.reason == "command" for batch in programme.posts) and mission.command is not None:
        yearly = mission.commands[mission.command].costs_a_year.mean
        money[payers.command] += yearly * mission.exit_week / WEEKS_PER_YEAR
    return {payer: amount for payer, amount in sorted(money.items()) if amount}


def cost_beyond(programme: Programme, mission: Mission) -> float:
    """Return what the host spends after exit: serials that begin then, and sites first used then."""
    late = sum(cost for start, cost in _serials(programme, mission) if start >= mission.exit_week)
    used = first_used(programme, mission)
    opened = sum(
        mission.sites[site].costs_to_open.mean for site, week in used.items() if week >= mission.exit_week
    )
    return late + opened


def _serials(programme: Programme, mission: Mission) -> list[tuple[int, float]]:
    """Return the first week and the cost of each batch of serials."""
    answer = []
    for batch in programme.serials:
        course = mission.courses[batch.course]
        cost = batch.serials * course.costs.mean + batch.trainees * course.costs_a_trainee.mean
        answer.append((batch.week, cost))
    return answer


def first_used(programme: Programme, mission: Mission) -> dict[str, int]:
    """Return the first week of the rotation from which each site is used by serials, advisers or the command.

    From exit on it is the week of exit.
    """
    tour, weeks = programme.rotation_weeks, defaultdict[str, list[int]](list)
    for batch in programme.serials:
        start = batch.week
        weeks[batch.site].append(start // tour * tour if start < mission.exit_week else start)
    for post in programme.posts:
        if post.reason in ("advisers", "command"):
            weeks[post.site].append(post.rotation * tour)
    return {site: min(*starts, mission.exit_week) for site, starts in sorted(weeks.items())}


def _rotation_weeks(programme: Programme, mission: Mission, rotation: int) -> int:
    begins = rotation * programme.rotation_weeks
    return min(programme.rotation_weeks, mission.exit_week - begins)


def objective(programme: Programme, mission: Mission) -> tuple[float, float, float]:
    """Return the three objectives in their order.

    Returns
    -------
    tuple of float
        Weighted shortfall in percent, lateness of projects included; expected money in millions, what the
        host spends after exit included; changes of foreign posts between rotations.
    """
    cost = sum(expected_cost(programme, mission).values()) + cost_beyond(programme, mission)
    missed = shortfall(programme, mission) + lateness(programme, mission)
    return (
        missed,
        cost / 1e6,
        changes(programme, mission),
    )


def shortfall(programme: Programme, mission: Mission) -> float:
    """Return the mean shortage against targets in percent, weighted by priority."""
    total = sum(capability.priority for capability in mission.capabilities.values())
    missing = sum(c.priority * _missing(programme, mission, key) for key, c in mission.capabilities.items())
    return 100 * missing / total if total else 0.0


def _missing(programme: Programme, mission: Mission, key: str) -> float:
    """Return the mean over a capability's targets of the share that is missing at the date and after it."""
    capability, units = mission.capabilities[key], programme.units[key]
    dates = [
        (min(max(week, 0), mission.weeks - 1), n) for week, n in mission.wanted_by_week(key).items() if n
    ]
    width = programme.period_weeks
    ends = [w for w in range(mission.weeks) if (w + 1) % width == 0 or w + 1 == mission.weeks]
    parts = []
    for (week, wanted), until in zip(
        dates, [*(w for w, _ in dates[1:]), mission.exit_week], strict=bool(dates)
    ):
        missing = max(0.0, 1 - units[week] / wanted)
        after = [max(0.0, 1 - units[w] / wanted) for w in ends if week < w < until]
        parts.append((1 - LATER) * missing + LATER * sum(after) / len(after) if after else missing)
    if capability.floor_after_exit:
        parts.append(max(0.0, 1 - units[mission.floor_judged] / capability.floor_after_exit))
    return sum(parts) / len(parts) if parts else 0.0


def lateness(programme: Programme, mission: Mission) -> float:
    """A tenth of the mean share of the foreign presence in which projects are unfinished, in percent."""
    carried = {k: p for k, p in mission.projects.items() if p.carried_out}
    total = sum(project.priority for project in carried.values())
    periods = max(1, mission.exit_week // programme.period_weeks)
    late = sum(p.priority * min(done_from(programme, mission, k), periods) for k, p in carried.items())
    return 100 * LATENESS * late / (total * periods) if total else 0.0


def done_from(programme: Programme, mission: Mission, project: str) -> float:
    """Return the first period at whose start a project is finished; infinite when it never is."""
    starts = {a.activity: a.period for a in programme.activities if a.project == project}
    activities = mission.projects[project].activities
    if set(starts) != set(activities):
        return math.inf
    return max(
        starts[key] + max(1, math.ceil(a.weeks.mean / programme.period_weeks - 1e-9))
        for key, a in activities.items()
    )


def changes(programme: Programme, mission: Mission) -> float:
    """Return the sum of changes of foreign posts of a role at a site between rotations, command aside."""
    posts: Counter[tuple[str, str, int]] = Counter()
    for batch in programme.posts:
        if not mission.roles[batch.role].local and batch.reason != "command":
            posts[batch.role, batch.site, batch.rotation] += batch.people
    rotations = -(-mission.exit_week // programme.rotation_weeks)
    places = sorted({(role, site) for role, site, _ in posts})
    return float(
        sum(
            abs(posts[role, site, r] - posts[role, site, r - 1])
            for role, site in places
            for r in range(1, rotations)
        )
    )
