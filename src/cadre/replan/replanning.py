"""Plan a changed mission again from an older plan: who can stay stays, what can stay stays.

Takes the older plan and an option of the changed mission, gives a `Replanned` with each move. The serials
asked for are those of the older plan; what a change would let a mission do besides is for a new plan.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from cadre.errors import BadInput, BrokenPlan, Fault
from cadre.errors import Place as Where
from cadre.forces.confirmed_only import FIRM
from cadre.forces.optimise import refill_posts
from cadre.forces.plan import ForcePlan
from cadre.messages import listed, message, quoted
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.options import Option
from cadre.pipeline import Settings
from cadre.programme.attributes import measured
from cadre.programme.plan import PlannedTarget, Programme
from cadre.replan.carrying import as_timed, carried, carried_lines
from cadre.replan.moves import Move, WhatStayed, moves_of_crews, moves_of_people, moves_of_times, stay_of
from cadre.replan.reading import Before
from cadre.soundness import sound_forces, sound_timetable
from cadre.timetable.optimise import DEFAULT as TIMETABLE
from cadre.timetable.optimise import Asked, replan_timetable
from cadre.timetable.plan import Timetable

PIN = Where(path=("pin",))


@dataclass(frozen=True, slots=True)
class ReplanEffect:
    """A number as it would be if the older plan could be carried out in the changed mission, and as it is."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Replanned:
    """The plans of an option carried into a changed mission.

    Parameters
    ----------
    option : str
        Its id.
    need, forces, programme, staff, timetable
        As in `Planned`, but that both force plans are of those who serve; `programme` holds the serials
        asked for, with what is reached by those that the timetable places.
    moves : tuple of Move
        Everything that people expected otherwise.
    stay : WhatStayed
        How much stays.
    targets : tuple of (PlannedTarget, ReplanEffect)
        Units of each target.
    cost : ReplanEffect
        Expected money to exit, in the mission's currency.
    """

    option: str
    need: Programme
    forces: ForcePlan
    programme: Programme
    staff: ForcePlan
    timetable: Timetable
    moves: tuple[Move, ...]
    stay: WhatStayed
    targets: tuple[tuple[PlannedTarget, ReplanEffect], ...]
    cost: ReplanEffect


def replan(before: Before, option: Option, settings: Settings, *, pins: Iterable[str] = ()) -> Replanned:
    """Plan again with least change.

    Parameters
    ----------
    before : Before
        The older plan.
    option : Option
        The same option of the changed mission.
    settings : Settings
        Seconds and effort of each search.
    pins : iterable of str
        What must not move: ids of serials, activities (`PROJECT/ACTIVITY`) and offers, with `*` for any
        letters; `ID=WEEK` puts a serial or an activity there.

    Raises
    ------
    BadInput
        A pin that names nothing or leaves no plan that keeps every rule, or a mission that begins on another
        day, so that weeks are others.
    BrokenPlan
        Where the people or the timetable break a rule. The serials asked for are the older plan's and may ask
        what the changed mission no longer allows; the timetable then leaves them out.
    """
    mission, pins = option.mission, tuple(pins)
    _same_first_day(before, mission)
    need, programme = carried(before.need, mission), carried(before.programme, mission)
    weeks, offers = pinned(pins, before.timetable, mission)
    chosen = option.choices, measured(programme, mission)
    forces, staying = refill_posts(
        before.staff.stints,
        carried_lines(before.staff.lines, mission),
        mission,
        option=chosen,
        pinned=offers,
    )
    sound_forces(message("faults.plan-staff-again", of=option.id), forces, mission, chosen)
    limits, asked = settings.limits(TIMETABLE), (programme, forces, mission)
    kept = replan_timetable(before.timetable, asked, limits=limits, pinned=weeks)
    timetable, ended = kept.timetable, staying.ended
    _sound(option, timetable, asked, pins)
    moves = (
        *moves_of_times(before.timetable, timetable, kept.moved),
        *moves_of_crews(before.timetable, timetable, ended),
        *moves_of_people(before.staff, forces, ended),
    )
    old, new = (as_timed(programme, table, mission) for table in (before.timetable, timetable))
    followed = replace(programme, targets=new.targets)
    stay = stay_of((before.staff, before.timetable), (forces, timetable))
    targets = effects(old, new)
    return Replanned(
        option.id,
        need,
        forces,
        followed,
        forces,
        timetable,
        moves,
        stay,
        targets,
        cost_effect(old, new, mission),
    )


def _sound(option: Option, timetable: Timetable, asked: Asked, pins: Collection[str]) -> None:
    """Judge a timetable; what breaks a rule where somebody pinned something is laid to the pins.

    Pinned serials stand in their weeks whatever else, so that only they can bring a rule to break.
    """
    try:
        sound_timetable(message("faults.plan-timetable-again", of=option.id), timetable, asked)
    except BrokenPlan as broken:
        if not pins:
            raise
        raise BadInput(
            Fault.of(PIN, "replan.pins-break-a-rule", pins=listed(pins), rule=rule) for rule in broken.broken
        ) from None


def _same_first_day(before: Before, mission: Mission) -> None:
    day = mission.mission.starts.isoformat()
    if before.starts not in ("", day):
        place = Where(file="mission.yaml", path=("mission", "starts"))
        raise BadInput([Fault.of(place, "replan.other-first-day", day=day, was=before.starts)])


def firm_only(option: Option) -> Option:
    """Return an option without the offers that are only indicated or pledged."""
    loose = [key for key, offer in option.base.offers.items() if offer.state not in FIRM]
    return replace(option, base=option.base.changed({f"offers.{key}": None for key in loose}))


def effects(old: Programme, new: Programme) -> tuple[tuple[PlannedTarget, ReplanEffect], ...]:
    """Return what is reached of each target by one programme and by another of the same mission."""
    pairs = zip(old.targets, new.targets, strict=True)
    return tuple((target, ReplanEffect(was.reached, target.reached)) for was, target in pairs)


def cost_effect(old: Programme, new: Programme, mission: Mission) -> ReplanEffect:
    """Return the expected cost to exit of one programme and of another of the same mission."""
    return ReplanEffect(measured(old, mission)["cost"], measured(new, mission)["cost"])


def pinned(
    pins: Iterable[str], timetable: Timetable, mission: Mission
) -> tuple[dict[str, int], Collection[str]]:
    """Return the weeks of pinned serials and activities, and the pinned offers.

    Raises
    ------
    BadInput
        All pins that name nothing, or a week that is none.
    """
    starts = {s.id: s.start for s in timetable.serials} | {a.id: a.start for a in timetable.activities}
    weeks: dict[str, int] = {}
    offers: set[str] = set()
    faults = []
    for pin in pins:
        pattern, _, week = pin.partition("=")
        found = [key for key in starts if fnmatchcase(key, pattern)]
        sent = {key for key in mission.offers if fnmatchcase(key, pattern)}
        if week and not (week.isdigit() and found):
            faults.append(Fault.of(PIN, "replan.no-week", pin=quoted(pin)))
        elif not found and not sent:
            cure = did_you_mean(pattern, {**starts, **mission.offers})
            faults.append(Fault.of(PIN, "replan.pins-nothing", pin=quoted(pin), cure=cure))
        given = {key: int(week) if week.isdigit() else starts[key] for key in found}
        weeks |= {key: start for key, start in given.items() if start is not None}
        offers |= sent
    if faults:
        raise BadInput(faults)
    return weeks, offers
