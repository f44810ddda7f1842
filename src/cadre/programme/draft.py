"""The draft of a programme's model.

Its columns by what they mean, and the serials, people, projects and targets.

Takes a frame, gives a `Draft` whose columns the files beside it use. Knows no solver. Formulas:
docs/model/programme.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.frame import Floats, Frame, Ints, Runs
from cadre.solving.linear import LinearModel

Pool = tuple[str, ...]
"""Where people stand: `("recruits", id)`, `("holders", id)` or `("hosts", skill, skill, ...)`."""

LASTING = 0.25
"""Share of a target's weight on the time after its date: late is better than never."""
PROJECTS = 0.1
"""Weight of lateness of projects beside the shortfall against targets."""
PERCENT = 100.0
"""The first objective is counted in percent, so that solvers' absolute tolerances mean little."""


@dataclass
class Draft:
    """Columns by meaning. `at_most` holds the posts that could be filled, None where nothing bounds them."""

    frame: Frame
    at_most: Mapping[tuple[str, str, int], int] | None = None
    lp: LinearModel = field(default_factory=LinearModel)
    serials: list[Ints] = field(default_factory=list)  # per pair of frame.runs: shape (runs,)
    trainees: list[Ints] = field(default_factory=list)
    full: bool = False  # every class full: trainees are the serials' columns times the seats
    people: dict[Pool, Ints] = field(default_factory=dict)  # shape (periods,)
    units: dict[str, Ints] = field(default_factory=dict)  # at the periods of `counted`
    begun: dict[tuple[str, str], Ints] = field(default_factory=dict)  # started by the end of period p
    done: dict[str, Ints] = field(default_factory=dict)  # finished by the start of period p, shape (periods,)
    alone: dict[int, tuple[Ints, Ints]] = field(default_factory=dict)  # runs that hosts teach alone, by pair
    instructors: dict[tuple[str, str], Ints] = field(default_factory=dict)  # (role, site): shape (rotations,)
    advisers: dict[tuple[str, str], Ints] = field(default_factory=dict)
    support: dict[tuple[str, str], Ints] = field(default_factory=dict)  # (rule, site)
    trained: dict[str, Ints] = field(default_factory=dict)  # trainees at the peak of each rotation, by site
    used: dict[str, Ints] = field(default_factory=dict)  # site used by rotation r; the last entry: ever
    stands: dict[tuple[str, str], int] = field(default_factory=dict)  # entry of `lp` by which posts teach
    levels: dict[tuple[str, str], Ints] = field(default_factory=dict)  # steps of a rule: (levels, rotations)
    first: list[tuple[Ints, Floats]] = field(default_factory=list)  # terms of the first objective

    @property
    def mission(self) -> Mission:
        """The mission planned."""
        return self.frame.mission

    @cached_property
    def everybody(self) -> float:
        """People who could ever become trainees."""
        return everybody(self.mission)

    def heads(self, course: str) -> float:
        """Give the trainees that one unit of a course's trainee columns stands for."""
        return float(self.mission.courses[course].seats.most) if self.full else 1.0

    def pairs(self) -> Iterator[tuple[Runs, Ints, Ints]]:
        """Give runs of each pair of course and site with their columns."""
        return zip(self.frame.runs, self.serials, self.trainees, strict=True)


def add_serials(draft: Draft) -> None:
    """Serials and trainees: `least y <= t <= most y`, the lower side where it can bind."""
    lp = draft.lp
    for runs in draft.frame.runs:
        seats, count = draft.mission.courses[runs.course].seats, runs.periods.size
        y = lp.add(count, 0, most_serials(draft, runs), integer=True)
        draft.serials.append(y)
        if draft.full:
            draft.trainees.append(y)
            continue
        t = lp.add(count)
        draft.trainees.append(t)
        row = np.arange(count)
        lp.require(f"most.{runs.course}.{runs.site}", [(row, t, 1), (row, y, -seats.most)], upper=0)
        lp.require(f"least.{runs.course}.{runs.site}", [(row, t, 1), (row, y, -seats.least)], lower=0)


def most_serials(draft: Draft, runs: Runs) -> float:
    """Bound the serials that can start in one period by the rooms of the site and by its people at most."""
    course, site = draft.mission.courses[runs.course], draft.mission.sites[runs.site]
    first, weeks = course.phases[0], draft.frame.period_weeks
    most = math.ceil(draft.everybody / course.seats.least)
    for facility, use in first.uses.items():
        rooms = site.facilities.get(facility, 0) + sum(
            p.effects.adds.get(runs.site, {}).get(facility, 0) for p in draft.mission.projects.values()
        )
        if use > 0:
            most = min(most, math.floor(rooms * weeks / (use * min(weeks, first.weeks)) + 1e-9))
    return float(most)


def everybody(mission: Mission) -> float:
    """Count the people who could ever become trainees."""
    years = mission.weeks / WEEKS_PER_YEAR
    return sum(r.at_start.mean + r.a_year.mean * years for r in mission.recruits.values()) + sum(
        c.at_start.mean for c in mission.competences.values()
    )


def source_of(mission: Mission, course: str) -> Pool | None:
    """Give the pool a course takes its trainees from.

    The holders of what the last prerequisite grants, else its recruits.
    """
    taken = mission.courses[course]
    while taken.after:
        before = mission.courses[taken.after[-1]]
        if before.grants:
            return ("holders", before.grants)
        taken = before
    return ("recruits", taken.recruits) if taken.recruits else None


def shares_of(mission: Mission, key: str) -> dict[Pool, float]:
    """Give the share of those who start a course that joins each pool when it ends."""
    course, source = mission.courses[key], source_of(mission, key)
    stay = (1 - course.drops_out.mean) ** course.length
    passed = stay * course.passes.mean
    back = stay * (1 - course.passes.mean) * course.repeats.mean
    shares: dict[Pool, float] = {}
    if course.teaches:
        shares["hosts", *sorted(course.teaches)] = passed * course.teaches_on.mean
    others = passed * (1 - course.teaches_on.mean)
    if course.grants:
        shares["holders", course.grants] = others * mission.competences[course.grants].posted.mean
    else:
        back += others
    if source is not None:
        shares[source] = shares.get(source, 0.0) + back
    return {pool: share for pool, share in shares.items() if share > 0}


def pools_of(mission: Mission) -> dict[Pool, tuple[float, float, float]]:
    """Give every pool with its people on the first day, its arrivals a year and its monthly losses."""
    pools: dict[Pool, tuple[float, float, float]] = {}
    for key, r in mission.recruits.items():
        pools["recruits", key] = (r.at_start.mean, r.a_year.mean, r.leaves.mean)
    for key, c in mission.competences.items():
        pools["holders", key] = (c.at_start.mean, 0.0, c.leaves.mean)
    for key, s in mission.skills.items():
        if s.hosts_at_start.mean > 0:
            pools["hosts", key] = (s.hosts_at_start.mean, 0.0, s.hosts_leave.mean)
    for course in mission.courses.values():
        pool = ("hosts", *sorted(course.teaches))
        if course.held and course.teaches and course.teaches_on.mean > 0 and pool not in pools:
            pools[pool] = (0.0, 0.0, max(mission.skills[k].hosts_leave.mean for k in course.teaches))
    return pools


def add_people(draft: Draft) -> None:
    """Stocks: `Z[p] <= keep (Z[p-1] - out[p]) + arrivals + in[p]`, and `out[p] <= Z[p-1]`.

    Who starts was there before.

    Nothing gains by a smaller stock; the inequality spares solvers that count in integers an equation between
    fractions.
    """
    frame, lp = draft.frame, draft.lp
    pools = pools_of(draft.mission)
    out: dict[Pool, list[tuple[Ints, Ints, float]]] = {pool: [] for pool in pools}
    into: dict[Pool, list[tuple[Ints, Ints, float]]] = {pool: [] for pool in pools}
    for runs, _, t in draft.pairs():
        source, heads = source_of(draft.mission, runs.course), draft.heads(runs.course)
        if source is not None:
            out[source].append((runs.periods, t, heads))
        for pool, share in shares_of(draft.mission, runs.course).items():
            into[pool].append((runs.finishes, t, share * heads))
    row = np.arange(frame.periods)
    for pool, (start, a_year, leaves) in pools.items():
        keep = frame.kept(leaves)
        stock = lp.add(frame.periods)
        draft.people[pool] = stock
        gone = [(p, t, keep * heads) for p, t, heads in out[pool]]
        joined = [(p, t, -share) for p, t, share in into[pool]]
        value = a_year * frame.weeks_in_period / WEEKS_PER_YEAR
        value[0] += keep * start
        lp.require(
            f"stock.{'.'.join(pool)}",
            [(row, stock, 1), (row[1:], stock[:-1], -keep), *gone, *joined],
            upper=value,
        )
        if out[pool]:
            there = np.zeros(frame.periods)
            there[0] = start
            lp.require(
                f"source.{'.'.join(pool)}",
                [*out[pool], (row[1:], stock[:-1], -1)],
                upper=there,
            )


def add_projects(draft: Draft) -> None:
    """Activities in step form, `z[p] >= z[p-1]`, after their predecessors: `z[p] <= z'[p - lag']`.

    A project is done with its last activity.

    Columns of periods too late to finish by exit are the last one that is not, so that nothing starts there.
    """
    frame = draft.frame
    carried = {k: p for k, p in draft.mission.projects.items() if p.carried_out}
    for key, project in carried.items():
        for name, activity in project.activities.items():
            last = int((draft.mission.exit_week - activity.weeks.mean) // frame.period_weeks)
            draft.begun[key, name] = _steps(draft, last, integer=True)
        draft.done[key] = _steps(draft, draft.mission.exit_week // frame.period_weeks, integer=False)
    for key in carried:
        _time_project(draft, key)


def _steps(draft: Draft, last: int, *, integer: bool) -> Ints:
    """Give columns in [0, 1] for periods 0 to `last`, the last one repeated to the end.

    All 0 where `last` is negative.
    """
    columns = draft.lp.add(max(last, 0) + 1, 0, 1.0 if last >= 0 else 0.0, integer=integer)
    return columns[np.minimum(np.arange(draft.frame.periods), max(last, 0))]


def lag_in(frame: Frame, project: str, activity: str) -> int:
    """Give the periods from the start of an activity to the first in which it is finished."""
    weeks = frame.mission.projects[project].activities[activity].weeks.mean
    return max(1, int(np.ceil(weeks / frame.period_weeks - 1e-9)))


def _time_project(draft: Draft, key: str) -> None:
    project, lp = draft.mission.projects[key], draft.lp
    done = draft.done[key]
    for name, activity in project.activities.items():
        z, lag = draft.begun[key, name], lag_in(draft.frame, key, name)
        own = np.unique(z)
        row = np.arange(own.size - 1)
        if row.size:
            lp.require(f"step.{key}.{name}", [(row, own[1:], 1), (row, own[:-1], -1)], lower=0)
        _after(draft, f"done.{key}.{name}", done, [(z, lag)])
        before = [(draft.begun[key, b], lag_in(draft.frame, key, b)) for b in activity.after]
        _after(draft, f"after.{key}.{name}", z, before)
        first = [(draft.done[j], 0) for j in project.after if j in draft.done]
        _after(draft, f"follows.{key}.{name}", z, first)
        if len(first) < len(project.after):
            lp.require(f"blocked.{key}.{name}", [(np.arange(own.size), own, 1)], upper=0)


def earliest(draft: Draft, key: str) -> int:
    """Give the first period at whose start a project can be done, were there advisers without end."""
    project = draft.mission.projects[key]
    begins = max((earliest(draft, other) for other in project.after), default=0)
    ends: dict[str, int] = {}
    while len(ends) < len(project.activities):
        for name, activity in project.activities.items():
            if name not in ends and all(b in ends for b in activity.after):
                ends[name] = max([begins, *(ends[b] for b in activity.after)]) + lag_in(
                    draft.frame, key, name
                )
    return max(ends.values())


def _after(draft: Draft, name: str, later: Ints, earlier: list[tuple[Ints, int]]) -> None:
    """State `later[p] <= earlier[p - lag]`, and nothing later before the first lag is over."""
    own, row = np.unique(later), np.arange(np.unique(later).size)
    for n, (steps, lag) in enumerate(earlier):
        late = row[min(lag, row.size) :]
        terms = [(row, own, 1.0), (late, steps[late - lag], -1.0)]
        draft.lp.require(f"{name}.{n}", terms, upper=0)


def add_gates(draft: Draft) -> None:
    """Serials start at a gated site only when the projects that open it are done: `y <= most done[p]`."""
    for runs, y, _ in draft.pairs():
        row = np.arange(y.size)
        for key, project in draft.mission.projects.items():
            if runs.site not in project.effects.opens:
                continue
            gate = (
                [(row, draft.done[key][runs.periods], -most_serials(draft, runs))]
                if key in draft.done
                else []
            )
            draft.lp.require(f"gate.{key}.{runs.course}.{runs.site}", [(row, y, 1), *gate], upper=0)


def counted(frame: Frame, key: str) -> tuple[Ints, Floats, Floats]:
    """Give the periods at whose ends a capability counts, the units wanted then and the weight.

    A target counts at the last period that ends by its date with 1 - LASTING, and after it to the next date
    (or exit) with LASTING spread evenly; the floor counts at the end of the look beyond. Weights of one
    capability add to 1.
    """
    wanted, floor = _targets(frame, key), frame.mission.capabilities[key].floor_after_exit
    weight: dict[tuple[int, int], float] = {}
    ends = [p for p, _ in wanted[1:]] + [frame.mission.exit_week // frame.period_weeks]
    for (period, level), end in zip(wanted, ends, strict=True) if wanted else ():
        after = range(period + 1, end)
        weight[period, level] = weight.get((period, level), 0.0) + (1 - LASTING if after else 1.0)
        for p in after:
            weight[p, level] = weight.get((p, level), 0.0) + LASTING / len(after)
    if floor:
        last = (frame.periods - 1, floor)
        weight[last] = weight.get(last, 0.0) + 1.0
    points = np.array(list(weight), np.int64).reshape(-1, 2)
    counts = max(1, len(wanted) + (floor > 0))
    return points[:, 0], points[:, 1].astype(np.float64), np.array(list(weight.values())) / counts


def _targets(frame: Frame, key: str) -> list[tuple[int, int]]:
    """Give period and wanted units of each target of a capability, in order of date; none for wanted 0."""
    wanted = sorted(frame.mission.capabilities[key].wanted.items())
    pairs = [(frame.mission.week_of(day) // frame.period_weeks - 1, n) for day, n in wanted if n]
    return [(min(max(p, 0), frame.periods - 1), n) for p, n in pairs]


def add_targets(draft: Draft) -> None:
    """Units `sum made_of u[p] <= Z[p]` and shortages `u + s >= wanted`.

    With the lateness of projects they make the first objective, in percent.
    """
    mission, lp, row = draft.mission, draft.lp, np.arange(draft.frame.periods)
    total = sum(c.priority for c in mission.capabilities.values())
    terms: list[tuple[Ints, Floats]] = []
    made: dict[str, list[tuple[Ints, Ints, float]]] = {}
    for key, capability in mission.capabilities.items():
        periods, levels, weights = counted(draft.frame, key)
        draft.units[key] = lp.add(draft.frame.periods)
        short = lp.add(periods.size, 0, levels)
        each = np.arange(periods.size)
        lp.require(f"short.{key}", [(each, draft.units[key][periods], 1), (each, short, 1)], lower=levels)
        terms.append((short, PERCENT * capability.priority / total * weights / levels))
        for k, n in capability.made_of.items():
            made.setdefault(k, []).append((row, draft.units[key], n))
    for k, parts in made.items():
        lp.require(f"units.{k}", [*parts, (row, draft.people["holders", k], -1)], upper=0)
    draft.first = terms + _lateness(draft)


def _lateness(draft: Draft) -> list[tuple[Ints, Floats]]:
    """Weighted mean share of the foreign presence in which a project is not done: 1, fixed, less `done`."""
    weight = {k: draft.mission.projects[k].priority for k in draft.done}
    total = sum(weight.values())
    if total <= 0:
        return []
    last = max(1, draft.mission.exit_week // draft.frame.period_weeks)
    shares = {k: PERCENT * PROJECTS * w / total / last for k, w in weight.items()}
    one = draft.lp.add(1, 1, 1)
    return [
        (one, np.array([PERCENT * PROJECTS])),
        *((draft.done[k][:last], np.full(last, -share)) for k, share in shares.items()),
    ]
