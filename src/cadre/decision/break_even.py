"""Break-even intake: the trainees a year that hold a stock against attrition, beside those that are planned.

Takes an option with its plans and the values drawn in its simulation, gives `BreakEven` per competence that a
capability is made of. A closed form, so that a planner can check it by hand (docs/model/decision.md,
"Break-even intake").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import numpy as np

from cadre.decision.samples import Compared, spread
from cadre.decision.types import BreakEven
from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.simulation.outcome import Outcome
from cadre.statistics.arrays import Floats

Draw = Callable[[str], Floats]
"""Path of a quantity to its value in each replication."""


def weekly_loss(monthly: Floats) -> Floats:
    """Turn a share lost a month into one lost a week, 1 - (1 - m)^(12 / 52.1786) (docs/model/rules.md)."""
    return np.asarray(1 - (1 - monthly) ** (12 / WEEKS_PER_YEAR), dtype=np.float64)


def wanted_stocks(mission: Mission) -> dict[str, float]:
    """Return the holders of each competence that the most units ever wanted are made of."""
    wanted: dict[str, float] = {}
    for capability in mission.capabilities.values():
        units = max([*capability.wanted.values(), capability.floor_after_exit])
        for competence, people in capability.made_of.items():
            wanted[competence] = wanted.get(competence, 0.0) + units * people
    return wanted


def break_evens(mission: Mission, compared: Compared, outcome: Outcome) -> Iterator[BreakEven]:
    """Yield the break-even intake of each competence wanted that some course held grants.

    A competence for which a draw lets nobody pass has no break-even intake and is left out.

    Parameters
    ----------
    mission : Mission
        The mission with the option applied.
    compared : Compared
        The option's plans; the intake planned is that of its programme.
    outcome : Outcome
        Its draws; a quantity that was not drawn stands at its mean.
    """
    draw = partial(_drawn, mission, outcome)
    courses = _granting(mission, compared)
    for competence, wanted in wanted_stocks(mission).items():
        if competence in courses:
            needed = starts_a_year(mission, competence, courses, draw)
            if np.all(np.isfinite(needed)):
                planned = planned_a_year(mission, compared, competence)
                yield BreakEven(compared.option.id, competence, wanted, spread(needed), planned)


def _drawn(mission: Mission, outcome: Outcome, path: str) -> Floats:
    if path in outcome.draws:
        return outcome.draws[path]
    return np.full(outcome.replications, mission.quantities[path].mean)


def _granting(mission: Mission, compared: Compared) -> dict[str, str]:
    """Return the course that grants each competence: of those held the one planned most, then the first."""
    trainees: dict[str, float] = {}
    for batch in compared.programme.serials:
        trainees[batch.course] = trainees.get(batch.course, 0.0) + batch.trainees
    best: dict[str, str] = {}
    for c, course in mission.courses.items():
        if course.held and course.grants is not None:
            rival = best.get(course.grants)
            if rival is None or trainees.get(c, 0.0) > trainees.get(rival, 0.0):
                best[course.grants] = c
    return best


def starts_a_year(mission: Mission, competence: str, courses: Mapping[str, str], draw: Draw) -> Floats:
    """Return the trainees who must start each year, in each replication, to hold the stocks wanted.

    (stock x weekly loss x weeks a year + net drain by further courses) / yield, where yield = (1 -
    drop-out)^weeks x passes x (1 - teaches on) x posted. Infinite where the yield is 0.

    Parameters
    ----------
    courses : mapping of str to str
        Competence to the course that grants it.

    Returns
    -------
    ndarray of float64, shape (replications,)
    """
    course = courses[competence]
    stock = wanted_stocks(mission).get(competence, 0.0)
    lost = stock * weekly_loss(draw(f"competences.{competence}.leaves")) * WEEKS_PER_YEAR
    for further in courses.values():
        after = mission.courses[further].after
        granted = mission.courses[further].grants
        if after and granted is not None and mission.courses[after[-1]].grants == competence:
            starts = starts_a_year(mission, granted, courses, draw)
            lost = lost + starts * (1 - _returning(mission, further, draw))
    kept = (1 - draw(f"courses.{course}.teaches_on")) * draw(f"competences.{competence}.posted")
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(lost > 0, lost / (_passing(mission, course, draw) * kept), 0.0)


def _staying(mission: Mission, course: str, draw: Draw) -> Floats:
    left: Floats = (1 - draw(f"courses.{course}.drops_out")) ** mission.courses[course].length
    return left


def _passing(mission: Mission, course: str, draw: Draw) -> Floats:
    return _staying(mission, course, draw) * draw(f"courses.{course}.passes")


def _returning(mission: Mission, course: str, draw: Draw) -> Floats:
    """Share of those who start who fail and go back to where they came from."""
    failing = _staying(mission, course, draw) * (1 - draw(f"courses.{course}.passes"))
    return failing * draw(f"courses.{course}.repeats")


def planned_a_year(mission: Mission, compared: Compared, competence: str) -> float:
    """Return the trainees planned a year to exit, in all courses that grant a competence."""
    programme = compared.programme
    trainees = sum(
        batch.trainees
        for batch in programme.serials
        if mission.courses[batch.course].grants == competence and batch.week < mission.exit_week
    )
    return trainees / mission.exit_week * WEEKS_PER_YEAR
