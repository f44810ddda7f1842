"""Each plan is judged when it is made, by rules written a second time; one that breaks a rule stops the work.

Takes a plan and what it was made for, gives the plan back. The rules stand with each stage (`violations`);
what is planned roughly, in fractions, is no plan and is not judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre.errors import BrokenPlan
from cadre.forces.plan import ForcePlan
from cadre.forces.violations import violations as wrong_in_forces
from cadre.messages import Message
from cadre.mission import Mission
from cadre.programme.offered import OfferedPeople
from cadre.programme.plan import Programme
from cadre.programme.violations import violations as wrong_in_programme
from cadre.reasons import Reason
from cadre.timetable.facts import Facts
from cadre.timetable.plan import Timetable
from cadre.timetable.violations import violations as wrong_in_timetable


def sound_programme(
    name: Message, programme: Programme, mission: Mission, *, offered: Sequence[OfferedPeople] | None = None
) -> Programme:
    """Return a programme back where it keeps every rule; one that was never found holds nothing to be judged.

    Parameters
    ----------
    name : Message
        What it is and of what.
    programme, mission, offered
        As in `cadre.programme.violations`.

    Raises
    ------
    BrokenPlan
        With each rule that it breaks.
    """
    if programme.result is not None and not programme.result.has_plan:
        return programme
    _refuse(name, wrong_in_programme(programme, mission, offered=offered))
    return programme


def sound_forces(
    name: Message, plan: ForcePlan, mission: Mission, option: tuple[Mapping[str, str], Mapping[str, float]]
) -> ForcePlan:
    """Return a force plan back where it keeps every rule.

    Parameters
    ----------
    name : Message
        What it is and of what.
    plan, mission
        As in `cadre.forces.violations`.
    option : tuple of mappings
        Choice by lever, and measured attributes.

    Raises
    ------
    BrokenPlan
        With each rule that it breaks.
    """
    _refuse(name, wrong_in_forces(plan, mission, *option))
    return plan


def sound_timetable(
    name: Message,
    timetable: Timetable,
    asked: tuple[Programme, ForcePlan, Mission],
    *,
    at: Mapping[str, str] | None = None,
) -> Timetable:
    """Return a timetable back where it keeps every rule.

    Parameters
    ----------
    name : Message
        What it is and of what.
    timetable, asked, at
        As in `cadre.timetable.violations`.

    Raises
    ------
    BrokenPlan
        With each rule that it breaks.
    """
    _refuse(name, wrong_in_timetable(timetable, *asked, at=at))
    return timetable


def sound_ahead(
    name: Message, timetable: Timetable, facts: Facts, asked: tuple[Programme, Mission]
) -> Timetable:
    """Return a timetable back where all that is placed keeps every rule beside what is so already.

    Parameters
    ----------
    name : Message
        What it is and of what.
    timetable, facts : Timetable, Facts
        As in `cadre.timetable.violations`.
    asked : tuple of Programme, Mission
        As in `cadre.timetable.optimise.replan_ahead`.

    Raises
    ------
    BrokenPlan
        With each rule that it breaks.
    """
    programme, mission = asked
    nobody = ForcePlan(lines=())
    _refuse(name, wrong_in_timetable(timetable, programme, nobody, mission, facts=facts))
    return timetable


def _refuse(name: Message, broken: tuple[Reason, ...]) -> None:
    if broken:
        raise BrokenPlan(name, broken)
