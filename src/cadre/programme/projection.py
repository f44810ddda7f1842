"""Reckoning: follow a programme's people week by week, without a solver and without the model builder's code.

Takes serials and a mission, gives what stands at the end of each week: recruits who wait, holders of
competences, host instructors, and for each batch its weeks. `violations`, prices and the reading back of
solutions rest on it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cadre.mission import Mission
from cadre.mission.calendar import end_of_run
from cadre.mission.formation import formed_first
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.plan import SerialBatch

A_PERSON = 1e-4
"""Part of a person that may lack of one: what solvers leave."""
Series = dict[str, list[float]]
Moves = dict[tuple[str, str, int], float]
"""People who move, by kind and key of the pool and the week."""


@dataclass(frozen=True)
class Batch:
    """A batch of serials with its first week, its end (exclusive) and the weeks taught.

    `start` is None where no serial can be held from its week on.
    """

    plan: SerialBatch
    start: int | None
    end: int
    taught: tuple[int, ...]


@dataclass
class StockProjection:
    """People at the end of each week, and how far a pool was overdrawn when trainees were taken from it.

    `hosts` is kept by the set of skills they have, joined with `+`; `taken` holds (pool, week, taken, there).
    """

    weeks: int
    batches: tuple[Batch, ...]
    recruits: Series = field(default_factory=dict)
    holders: Series = field(default_factory=dict)
    hosts: Series = field(default_factory=dict)
    taken: list[tuple[str, int, float, float]] = field(default_factory=list)

    def hosts_with(self, skill: str) -> tuple[float, ...]:
        """Return the host instructors who have a skill, at the end of each week."""
        pools = [series for skills, series in self.hosts.items() if skill in skills.split("+")]
        return tuple(sum(series[w] for series in pools) for w in range(self.weeks))

    def hosts_before(self, mission: Mission, skill: str, week: int) -> float:
        """Return the host instructors who have a skill as a week begins."""
        return self.hosts_with(skill)[week - 1] if week else mission.skills[skill].hosts_at_start.mean

    def present(self, mission: Mission, period_weeks: int) -> dict[tuple[str, int], float]:
        """Return the mean number of trainees present at each site in each period.

        Of those who began (1 - d)^n are left after n weeks taught; a pause keeps them at the site.
        """
        people: dict[tuple[str, int], float] = defaultdict(float)
        for batch in self.batches:
            leaves, taught = mission.courses[batch.plan.course].drops_out.mean, 0
            closed = mission.closed_at(batch.plan.site)
            for week in range(batch.start or 0, min(batch.end, mission.weeks)):
                period = week // period_weeks
                weeks = min(period_weeks, mission.weeks - period * period_weeks)
                there = batch.plan.trainees * (1 - leaves) ** taught
                people[batch.plan.site, period] += there / weeks
                taught += week not in closed
        return people


@dataclass(frozen=True, slots=True)
class RunningBatch:
    """People in class as a week begins, the teaching weeks left to them, and the week after the last."""

    course: str
    people: float
    weeks_left: int
    ends: int


@dataclass(frozen=True, slots=True)
class StocksNow:
    """People of each pool as a week begins, by kind and key, and the serials that run then.

    Where a reckoning goes on instead of from the first day.
    """

    week: int
    people: Mapping[tuple[str, str], float]
    running: tuple[RunningBatch, ...] = ()


def placed(mission: Mission, batch: SerialBatch) -> Batch:
    """Return the weeks of a batch that begins in its week.

    The site is open, no pause comes where none is allowed, no week is touched outside of the periods in which
    the course is held, all is over before a site out of country closes.
    """
    course, site = mission.courses[batch.course], mission.sites[batch.site]
    week, closed = batch.week, mission.closed_at(batch.site)
    if 0 <= week < mission.weeks and week >= mission.opening_week(batch.site):
        outside = mission.working.outside(batch.course, batch.site)
        end = end_of_run(week, course.length, closed, may_pause=course.may_pause, outside=outside)
        if end is not None and (site.in_country or end <= mission.exit_week):
            weeks = range(week, min(end, mission.weeks))  # one that ends too late is told of that alone
            return Batch(batch, week, end, tuple(w for w in weeks if w not in closed))
    return Batch(batch, None, 0, ())


def project_stocks(
    mission: Mission, serials: Iterable[SerialBatch], *, since: StocksNow | None = None
) -> StockProjection:
    """Follow everybody through the weeks.

    Each week: trainees are taken from those who stood there when it began, losses strike who is left, then
    newcomers and graduates join:
    `Z[w] = keep (Z[w-1] - out[w]) + arrivals + in[w]`.

    Parameters
    ----------
    mission : Mission
        With its first day, losses and shares at their means.
    serials : iterable of SerialBatch
        What is held; from the week of `since` on, where that is given.
    since : StocksNow, optional
        A later week to begin with; the weeks before it then hold what stands as it begins.
    """
    weeks, first = mission.weeks, since.week if since else 0
    answer = StockProjection(weeks, tuple(placed(mission, b) for b in serials))
    out, into = moves_of(mission, *answer.batches)
    _join(mission, into, since)
    for kind, key, start, come, monthly in _pools(mission):
        people = since.people.get((kind, key), 0.0) if since else start
        series = getattr(answer, kind).setdefault(key, [])
        series += [people] * first
        keep = (1 - monthly) ** (12 / WEEKS_PER_YEAR)
        for w in range(first, weeks):
            taken = out[kind, key, w]
            if taken:
                answer.taken.append((f"{kind}.{key}", w, taken, people))
            people = keep * (people - taken) + come[w] + into[kind, key, w]
            series.append(people)
    return answer


def _pools(mission: Mission) -> Iterable[tuple[str, str, float, Sequence[float], float]]:
    """Yield kind, key, people on the first day, arrivals by week and monthly loss of every pool."""
    nobody = [0.0] * mission.weeks
    for key, recruits in mission.recruits.items():
        come = arrivals_by_week(mission, key)
        yield "recruits", key, recruits.at_start.mean, come, recruits.leaves.mean
    for key, competence in mission.competences.items():
        yield "holders", key, competence.at_start.mean, nobody, competence.leaves.mean
    groups = {key: skill.hosts_at_start.mean for key, skill in mission.skills.items()}
    for course in mission.courses.values():
        if course.teaches:
            groups.setdefault("+".join(sorted(course.teaches)), 0.0)
    for key, start in groups.items():
        yield "hosts", key, start, nobody, max(mission.skills[k].hosts_leave.mean for k in key.split("+"))


def arrivals_by_week(mission: Mission, recruits: str) -> list[float]:
    """Return the recruits of a pool expected in each week."""
    ends = (*mission.seasons[1:], mission.weeks)
    return [
        a_year / WEEKS_PER_YEAR
        for first, end, a_year in zip(mission.seasons, ends, mission.intake[recruits], strict=True)
        for _ in range(first, end)
    ]


def moves_of(mission: Mission, *batches: Batch) -> tuple[Moves, Moves]:
    """Return who leaves pools as batches begin, and who joins pools as they end, by kind, key and week."""
    out, into = (
        defaultdict[tuple[str, str, int], float](float),
        defaultdict[tuple[str, str, int], float](float),
    )
    for batch in batches:
        if batch.start is not None:
            _move(mission, batch, batch.start, (out, into))
    return out, into


def _move(mission: Mission, batch: Batch, start: int, flows: tuple[Moves, Moves]) -> None:
    """Take a batch's trainees from their pool when it begins, and send them on when it ends."""
    out, into = flows
    course, people = mission.courses[batch.plan.course], batch.plan.trainees
    source = _source(mission, batch.plan.course)
    if source is not None:
        out[(*source, start)] += people
    w = batch.end - 1
    at_end = people * (1 - course.drops_out.mean) ** len(batch.taught)
    passes = course.passes.mean
    if start >= mission.exit_week and asks_for_foreigners(mission, batch.plan.course):
        passes *= mission.hosts_teach_alone.passes.mean
    _send_on(mission, batch.plan.course, (w, at_end, passes), into)


def _send_on(mission: Mission, key: str, ended: tuple[int, float, float], into: Moves) -> None:
    """Send those at the end of a course on; `ended`: the week, how many there are, the share that passes."""
    w, at_end, passes = ended
    course, source = mission.courses[key], _source(mission, key)
    passed = at_end * passes
    teach = passed * course.teaches_on.mean
    back = (at_end - passed) * course.repeats.mean
    if course.teaches:
        into["hosts", "+".join(sorted(course.teaches)), w] += teach
    if course.grants:
        into["holders", course.grants, w] += (passed - teach) * mission.competences[course.grants].posted.mean
    else:
        back += passed - teach
    if source is not None:
        into[(*source, w)] += back


def _join(mission: Mission, into: Moves, since: StocksNow | None) -> None:
    """Let those of serials under way on the first day, or since, join their pools as these end."""
    for run in since.running if since else ():
        course = mission.courses[run.course]
        at_end = run.people * (1 - course.drops_out.mean) ** run.weeks_left
        _send_on(mission, run.course, (run.ends - 1, at_end, course.passes.mean), into)
    for key, serial in mission.under_way.items():
        end, course = mission.over_by(key), mission.courses[serial.course]
        if end is not None and end > (since.week if since else 0):
            at_end = serial.trainees.mean * (1 - course.drops_out.mean) ** serial.weeks_left
            _send_on(mission, serial.course, (end - 1, at_end, course.passes.mean), into)


def asks_for_foreigners(mission: Mission, key: str) -> bool:
    """Say whether a course asks for foreign instructors of a skill that not only local roles hold."""
    return mission.courses[key].foreign_at_least.mean > 0 and bool(host_skills(mission, key))


def host_skills(mission: Mission, key: str) -> set[str]:
    """Return the skills that a course needs and that not only local roles hold."""
    needed = {skill for phase in mission.courses[key].phases for skill in phase.instructors}
    roles = [(set(role.skills), role.local) for role in mission.roles.values()]
    held = {skill: [local for skills, local in roles if skill in skills] for skill in needed}
    return {skill for skill, local in held.items() if not local or not all(local)}


def shown_from(
    mission: Mission,
    followed: StockProjection,
    period_weeks: int,
    *,
    before: Mapping[str, Sequence[int]] | None = None,
) -> dict[str, int]:
    """Return the week from which the host may teach each course alone, since it was held together so often.

    Serials in country, over by exit, count that began in a period at whose start the host had an instructor
    of each skill of the course; what begins in the first period by whose start enough of them are over, or
    later, may be taught alone. `before`: weeks from which others held together are over, by course.
    """
    after = mission.hosts_teach_alone.after
    if after is None:
        return {}
    ends: dict[str, list[int]] = defaultdict(
        list, {key: list(weeks) for key, weeks in (before or {}).items()}
    )
    for batch in followed.batches:
        plan = batch.plan
        first = plan.week // period_weeks * period_weeks
        skills = host_skills(mission, plan.course)
        inside = mission.sites[plan.site].in_country and batch.end <= mission.exit_week
        if batch.start is not None and inside and skills:
            there = (followed.hosts_before(mission, skill, first) for skill in skills)
            if all(people >= 1 - A_PERSON for people in there):
                ends[plan.course] += [batch.end] * plan.serials
    last = {key: sorted(weeks)[after - 1] for key, weeks in ends.items() if len(weeks) >= after}
    return {key: -(-week // period_weeks) * period_weeks for key, week in last.items()}


def _source(mission: Mission, key: str) -> tuple[str, str] | None:
    """Return the pool of a course's trainees: what the last prerequisite grants.

    One that grants nothing hands on its own pool.
    """
    course = mission.courses[key]
    if not course.after:
        return ("recruits", course.recruits) if course.recruits else None
    grants = mission.courses[course.after[-1]].grants
    return ("holders", grants) if grants else _source(mission, course.after[-1])


def shares(mission: Mission) -> bool:
    """Say whether capabilities are made of the same people."""
    uses = [k for capability in mission.capabilities.values() for k in capability.made_of]
    return len(uses) > len(set(uses))


def formed(
    mission: Mission, holders: Series, given: dict[str, tuple[float, ...]] | None = None
) -> dict[str, tuple[float, ...]]:
    """Return the units of each capability that can be formed at the end of each week.

    Parameters
    ----------
    mission : Mission
        Whose capabilities.
    holders : dict of str to list of float
        Holders of each competence, shape (weeks,).
    given : dict of str to tuple of float, optional
        Units formed already, where a plan divides holders that several capabilities share. What is left forms
        by priority, then in the order written: first up to what is wanted (`formed_first`), then the rest.
    """
    weeks = len(next(iter(holders.values()), []))
    order = sorted(mission.capabilities, key=lambda key: -mission.capabilities[key].priority)
    units = {key: list((given or {}).get(key, (0.0,) * weeks)) for key in mission.capabilities}
    first = formed_first(mission) if shares(mission) else {}
    for p in range(weeks):
        left = {k: series[p] for k, series in holders.items()}
        for key, capability in mission.capabilities.items():
            for k, n in capability.made_of.items():
                left[k] -= n * units[key][p]
        rounds = (first, {}) if first else ({},)
        for key, most in ((key, of[key][p] if of else math.inf) for of in rounds for key in order):
            made_of = mission.capabilities[key].made_of
            more = max(0.0, min(most - units[key][p], *(left[k] / n for k, n in made_of.items())))
            units[key][p] += more
            for k, n in made_of.items():
                left[k] -= n * more
    return {key: tuple(series) for key, series in units.items()}
