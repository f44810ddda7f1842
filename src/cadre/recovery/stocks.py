"""Stocks of a mission that runs: people of each pool as today's week begins, host instructors from then on.

Takes the recorded state and the plan, gives what a projection goes on from.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.plan import Programme, SerialBatch
from cadre.programme.projection import (
    RunningBatch,
    StockProjection,
    StocksNow,
    arrivals_by_week,
    project_stocks,
)
from cadre.simulation.standing import Standing, StockCount
from cadre.timetable.facts import HeldSerial
from cadre.timetable.plan import Serial

A_PERSON = 1e-6
"""What an expected number may lack of a whole person and still count as one."""


def batches_of(serials: Iterable[Serial], first: int = 0) -> tuple[SerialBatch, ...]:
    """Return serials that have a week as batches, none before a week."""
    return tuple(
        SerialBatch(s.course, s.site, max(first, s.start), 1, float(s.trainees), s.trainees)
        for s in serials
        if s.start is not None
    )


def stocks_now(mission: Mission, standing: Standing, held: Iterable[HeldSerial]) -> StocksNow:
    """Return the people of each pool as the state's week begins, counted or reckoned, and who is in class."""
    people: dict[tuple[str, str], float] = {}
    for key, count in standing.stocks.items():
        kind, _, of = key.partition("/")
        pool = (
            ("hosts", "+".join(sorted(mission.courses[of].teaches)))
            if kind == "hosts-of"
            else (_KINDS[kind], of)
        )
        people[pool] = people.get(pool, 0.0) + _reckoned(mission, kind, of, count, standing.week)
    running = tuple(_running(one, mission) for one in held)
    return StocksNow(standing.week, people, running)


_KINDS = {"recruits": "recruits", "competence": "holders", "hosts": "hosts"}
"""Kinds of pools, as projections name them, by the kinds of stocks."""


def _running(one: HeldSerial, mission: Mission) -> RunningBatch:
    serial, closed = one.serial, mission.closed_at(one.serial.site)
    weeks = {week for _, begins, ends in one.phases for week in range(begins, ends)}
    return RunningBatch(serial.course, float(serial.trainees), len(weeks - closed), serial.ends or 0)


def _reckoned(mission: Mission, kind: str, of: str, count: StockCount, week: int) -> float:
    """Follow a stock from its last count to a week: losses, then who is expected or was reported to come."""
    start, monthly = _first_day(mission, kind, of)
    people = start if count.people is None else float(count.people)
    keep, moves = (1 - monthly) ** (12 / WEEKS_PER_YEAR), dict[int, float]()
    for moved_in, came in count.moves:
        moves[moved_in] = moves.get(moved_in, 0.0) + came
    come = arrivals_by_week(mission, of) if kind == "recruits" else ()
    for w in range(count.week, week):
        arrive = come[w] if come and w >= count.arrivals_from else 0.0
        people = max(0.0, keep * people + arrive + moves.get(w, 0.0))
    return people


def _first_day(mission: Mission, kind: str, of: str) -> tuple[float, float]:
    """Return the people of a stock on the first day and its monthly loss, both as expected."""
    if kind == "recruits":
        return mission.recruits[of].at_start.mean, mission.recruits[of].leaves.mean
    if kind == "competence":
        return mission.competences[of].at_start.mean, mission.competences[of].leaves.mean
    if kind == "hosts":
        return mission.skills[of].hosts_at_start.mean, mission.skills[of].hosts_leave.mean
    return 0.0, max(mission.skills[skill].hosts_leave.mean for skill in mission.courses[of].teaches)


def hosts_ahead(
    programme: Programme, mission: Mission, serials: Iterable[Serial], now: StockProjection, week: int
) -> Mapping[str, tuple[float, ...]]:
    """Return the programme's host instructors by skill and week, changed by what was reported.

    From the period of today's week on each week has as many whole people more or fewer as the projection from
    the recorded state has than the plan's own; parts of a person change nothing, since counts are whole.

    Parameters
    ----------
    programme, mission, serials
        The plan's: its hosts, its mission, its timed serials.
    now : StockProjection
        From the recorded state on, with what runs and is still open.
    week : int
        Today's.
    """
    then = project_stocks(mission, batches_of(serials))
    first = max(0, week // programme.period_weeks * programme.period_weeks - 1)
    found = {}
    for skill, series in programme.hosts.items():
        was, is_now = then.hosts_with(skill), now.hosts_with(skill)
        more = [_whole(is_now[w] - was[w]) for w in range(len(was))]
        found[skill] = tuple(
            max(0.0, people + more[w]) if w >= first and w < len(more) else people
            for w, people in enumerate(series)
        )
    return found


def _whole(people: float) -> int:
    return int(people + math.copysign(A_PERSON, people))
