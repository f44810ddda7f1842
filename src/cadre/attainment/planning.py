"""Planning again: what each target takes, and what more posts bring.

Takes the plans of an option; plans it aimed at each target alone and at all together, with limits given up
rung by rung until it is met, and with more posts. A relaxation says which rungs cannot do, so that most goals
are planned once or twice; what is told was planned. Each search begins from the option's own plan and has a
part of its work, so that what is told hangs on no clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cadre.attainment.lifting import Goal, aimed, goals, grown, rungs, weeks_later
from cadre.attainment.relaxation import may_be_met, may_gain
from cadre.forces.fit import counted_offers
from cadre.forces.lines import post_lines
from cadre.messages import message
from cadre.mission import Mission
from cadre.plans import Attained, Grown, Lift, Planned, RolePosts
from cadre.programme.attributes import measured
from cadre.programme.bottlenecks import explained
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.plan import PlannedTarget, Programme
from cadre.simulation.run import simulate_fast
from cadre.solving import Limits
from cadre.soundness import sound_programme
from cadre.workers import Workers

PART, ROUNDS = 0.2, 0.5
"""Parts of the usual work of a search, and of its rounds without gain: each begins where the option's own
search ended."""
MISSED = 0.01
"""Share of what is wanted by which a target may be missed and still counts as met."""
ENOUGH = 0.9 * MISSED * 100
"""Shortfall, in percent points, at which the search for one target ends: it is met."""
MOST, PARTS = 50, (0.2, 0.5, 1.0)
"""Posts by which an option grows at most, or as many as it has; the parts of them that are planned."""
REPLICATIONS = 200
"""Futures of each size; on common random numbers."""


@dataclass(frozen=True, slots=True)
class PlanningEffort:
    """How much is searched: the limits of each search, the seed of the futures."""

    limits: Limits
    seed: int

    @staticmethod
    def of(usual: Limits = DEFAULT_LIMITS, *, seed: int = 1) -> PlanningEffort:
        """Return a part of the usual work."""
        return PlanningEffort(replace(usual.times(PART), rounds=ROUNDS * usual.rounds), seed)

    def towards(self, goal: Goal) -> PlanningEffort:
        """Return the effort that ends where a target alone is met."""
        return replace(self, limits=replace(self.limits, enough=ENOUGH)) if goal.capability else self


def attained(planned: Planned, effort: PlanningEffort, workers: Workers) -> tuple[Attained, ...]:
    """Return what each target of an option takes, and all together, each planned again."""
    given = goals(planned.option.mission)
    made = dict(workers.side_by_side(partial(_attained, planned, effort), given))
    return tuple(made[number] for number in sorted(made))


def _attained(planned: Planned, effort: PlanningEffort, goal: Goal) -> Attained:
    """Return the first rung on which a goal is met, or the last; those that cannot do are not planned.

    A plan of a rung is one of every rung above it. So the rungs left are halved: above one on which the goal
    is met, or below one on which it is not. Where the option's own plan meets it the first is the one.
    """
    mission, start, effort = planned.option.mission, planned.need, effort.towards(goal)
    found: tuple[Mission, tuple[Lift, ...], Programme] = (mission, (), start)
    ladder = rungs(goal)
    first, end = 0, 1 if not ladder[0] and _is_met(_as_planned(planned, goal)) else len(ladder)
    while first < end:
        rung = (first + end) // 2
        wanted = aimed(mission, goal, ladder[rung])
        if rung < len(ladder) - 1 and not may_be_met(wanted):
            first = rung + 1
            continue
        made = (wanted, ladder[rung], _planned(wanted, effort, start, planned.option.id))
        if _met(made[2], goal):
            found, end = made, rung
        else:
            start, first = made[2], rung + 1
            found = made if first == len(ladder) else found
    return _told(planned, goal, found)


def _as_planned(planned: Planned, goal: Goal) -> PlannedTarget:
    """Return the target of a goal in the option's own plan; nothing of it where that has no plan."""
    assert goal.day is not None, goal
    key = (goal.capability, planned.option.mission.week_of(goal.day))
    found = (t for t in planned.need.targets if (t.capability, t.week) == key)
    return next(found, PlannedTarget(*key, goal.wanted, 0.0))


def _planned(mission: Mission, effort: PlanningEffort, start: Programme, of: str) -> Programme:
    """Plan a mission on from a plan of a tighter one, and have it judged."""
    programme = plan_programme(mission, effort.limits, start=start, explain=False)
    return sound_programme(message("faults.plan-need", of=of), programme, mission)


def _own(programme: Programme, goal: Goal) -> list[PlannedTarget]:
    """Return the targets that a goal speaks of: its one, or all that are wanted; floors apart."""
    return [t for t in programme.targets if not goal.capability or t.capability == goal.capability]


def _is_met(target: PlannedTarget) -> bool:
    return target.reached >= target.wanted * (1 - MISSED)


def _met(programme: Programme, goal: Goal) -> bool:
    """Say whether a plan meets a goal."""
    stands = programme.result is not None and programme.result.has_plan
    return stands and all(_is_met(target) for target in _own(programme, goal))


def _told(planned: Planned, goal: Goal, found: tuple[Mission, tuple[Lift, ...], Programme]) -> Attained:
    mission, lifts, programme = found
    own, before = _own(explained(mission, programme), goal), planned.need.targets
    short = next((t.limit for t in own if not _is_met(t)), "")
    if goal.day is None:
        week, wanted = -1, float(len(own))
        as_planned, reached = (float(sum(map(_is_met, targets))) for targets in (before, own))
    else:
        was = _as_planned(planned, goal)
        week, wanted, as_planned = was.week, float(goal.wanted), was.reached
        reached = max((t.reached for t in own), default=0.0)
    attributes = measured(programme, mission)
    return Attained(
        goal.capability,
        week,
        wanted,
        as_planned,
        reached,
        _met(programme, goal),
        lifts,
        weeks_later(lifts),
        int(attributes["posts"]),
        tuple(_roles(programme, mission, planned.option.choices, attributes)),
        attributes["cost"],
        short,
    )


def _roles(
    programme: Programme, mission: Mission, choices: Mapping[str, str], attributes: Mapping[str, float]
) -> Iterator[RolePosts]:
    """Yield the posts of each foreign role at their peak, and those that nobody offered can fill.

    People offered are counted by role and rotation wherever they may serve, so that no fewer are lacking.
    """
    posts, weeks = Counter[tuple[str, int]](), dict[int, tuple[int, int]]()
    for line in post_lines(programme, mission):
        posts[line.role, line.rotation] += line.people
        weeks[line.rotation] = (line.opens, line.closes)
    counted = counted_offers(mission, choices, attributes)
    for role in mission.roles:
        own = {rotation: people for (of, rotation), people in posts.items() if of == role}
        if own:
            there = {r: _offered(mission, counted, role, weeks[r]) for r in own}
            lacking = max(0, *(people - there[r] for r, people in own.items()), 0)
            yield RolePosts(role, max(own.values()), lacking)


def _offered(mission: Mission, counted: Sequence[str], role: str, weeks: tuple[int, int]) -> int:
    """Return how many people of a role are offered through some weeks, whole ones, on average over them."""
    opens, closes = weeks
    there = 0.0
    for key in counted:
        if mission.offers[key].role == role:
            for run in mission.strengths[key]:
                there += run.people * max(0, min(run.ends, closes) - max(run.begins, opens))
    return int(there / (closes - opens) + MISSED)


def growth(planned: Planned, effort: PlanningEffort, workers: Workers) -> tuple[Grown, ...]:
    """Return an option as it is, then with more posts, as long as they bring anything.

    Without a ceiling, or without a target, it does not grow.
    """
    mission = planned.option.mission
    if mission.ceiling is None or not planned.need.targets:
        return ()
    most = min(MOST, mission.ceiling)
    sizes = [0]
    if most and may_gain(mission, grown(mission, most)):
        sizes += sorted({max(1, round(most * part)) for part in PARTS})
    made = dict(workers.side_by_side(partial(_grown, planned, effort), sizes))
    return tuple(_useful([made[number] for number in sorted(made)]))


def _useful(sizes: list[tuple[float, Grown]]) -> Iterator[Grown]:
    """Yield sizes whose plan leads further than all before, the first always.

    A plan of a smaller size is one of a larger one, too: what leads less far is the search's, not the size's.
    """
    best = None
    for short, one in sizes:
        if best is None or short < best - MISSED:
            best = short
            yield one


def _grown(planned: Planned, effort: PlanningEffort, more: int) -> tuple[float, Grown]:
    """Plan an option with more posts and play it with every post filled: its shortfall, what comes of it."""
    mission = grown(planned.option.mission, more)
    programme = _planned(mission, effort, planned.need, planned.option.id) if more else planned.need
    filled = mission.changed({"offers": None})
    outcome = simulate_fast(filled, programme, replications=REPLICATIONS, seed=effort.seed)
    extent = measured(programme, mission)
    told = Grown(
        more,
        int(extent["posts"]),
        sum(map(_is_met, programme.targets)),
        float(outcome.scalars["outcome"].mean()),
        float(outcome.scalars["cost"].mean()),
    )
    return (programme.result.objective if programme.result is not None else 0.0), told
