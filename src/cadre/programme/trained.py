"""Trained: how many a programme expects to have trained by a week, as the mission counts them."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.mission import Mission
from cadre.programme.plan import Programme
from cadre.programme.projection import asks_for_foreigners, placed


def planned_trained(programme: Programme, mission: Mission, weeks: int) -> float:
    """Return the people expected to be trained in the first weeks.

    Counted as `mission.trained` says: graduates when their serial is over, those who attend when it begins
    (those under way on the first day at once).
    """
    who = _attended if mission.trained.counts == "attended" else _graduates
    return sum(people for course, people in who(programme, mission, weeks) if mission.trained.has(course))


def _graduates(programme: Programme, mission: Mission, weeks: int) -> Iterator[tuple[str, float]]:
    for batch in (placed(mission, one) for one in programme.serials):
        key = batch.plan.course
        if batch.start is not None and batch.end <= weeks:
            alone = batch.start >= mission.exit_week and asks_for_foreigners(mission, key)
            passes = mission.hosts_teach_alone.passes.mean if alone else 1.0
            yield key, batch.plan.trainees * _pass(mission, key, len(batch.taught)) * passes
    for key, one in mission.under_way.items():
        over = mission.over_by(key)
        if over is not None and over <= weeks:
            yield one.course, one.trainees.mean * _pass(mission, one.course, one.weeks_left)


def _pass(mission: Mission, key: str, weeks: int) -> float:
    """Share of those in a class who pass after so many weeks."""
    course = mission.courses[key]
    return float((1 - course.drops_out.mean) ** weeks * course.passes.mean)


def _attended(programme: Programme, mission: Mission, weeks: int) -> Iterator[tuple[str, float]]:
    for batch in programme.serials:
        if batch.week < weeks:
            yield batch.course, batch.trainees
    for one in mission.under_way.values():
        yield one.course, one.trainees.mean
