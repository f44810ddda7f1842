"""What fits here: the places where one serial or one offer could go, and what each does to the rest.

Takes the plans of an option and an id, gives a `Fit` for each place. Each is planned, with least change of
what people expect; serials that nobody planned yet are not thought of (`cadre why` tries those).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cadre.errors import BadInput, Fault
from cadre.errors import Place as Where
from cadre.forces.places import OfferPlace, places_for
from cadre.forces.plan import ForcePlan
from cadre.messages import message, quoted
from cadre.mission.base import did_you_mean
from cadre.plans import Planned
from cadre.programme.attributes import measured
from cadre.programme.plan import PlannedTarget
from cadre.reasons import Reason
from cadre.replan.carrying import as_timed
from cadre.replan.moves import Move, moves_of_people, moves_of_times
from cadre.replan.replanning import ReplanEffect, cost_effect, effects
from cadre.soundness import sound_forces, sound_timetable
from cadre.timetable.optimise import Kept, replan_timetable
from cadre.timetable.optimise.places import QUICK, places_for_serial

FREE = ReplanEffect(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Fit:
    """A place and what comes of it.

    Parameters
    ----------
    site : str
        Where.
    week : int or None
        First week of a serial; None for an offer, which comes in its own weeks.
    against : Reason or None
        Why it does not fit; then the rest is empty.
    stands : bool
        Whether the serial stands there already.
    moves : tuple of Move
        What else moves: other serials, activities, and people of other offers.
    serves, closes : int
        Post-weeks that an offer fills there, and open post-weeks fewer than without it, critical ones
        weighted; 0 for a serial.
    targets, cost
        Units of each target and expected money to exit, as the plan stands and with this place.
    """

    site: str
    week: int | None = None
    against: Reason | None = None
    stands: bool = False
    moves: tuple[Move, ...] = ()
    serves: int = 0
    closes: int = 0
    targets: tuple[tuple[PlannedTarget, ReplanEffect], ...] = ()
    cost: ReplanEffect = FREE

    @property
    def gain(self) -> float:
        """What it adds to the mean share of what is wanted that is reached."""
        shares = [_share(t.wanted, e.after) - _share(t.wanted, e.before) for t, e in self.targets if t.wanted]
        return sum(shares) / len(shares) if shares else 0.0


def _share(wanted: float, reached: float) -> float:
    return min(1.0, reached / wanted)


def fits(planned: Planned, what: str) -> tuple[Fit, ...]:
    """Return every place for a serial or an offer, the best first.

    Places that move least come first; then those that gain most, then the earliest. What does not fit comes
    last.

    Parameters
    ----------
    planned : Planned
        The option as it is planned.
    what : str
        Id of one of its serials, or of an offer of its mission.

    Raises
    ------
    BadInput
        When there is no such serial or offer.
    BrokenPlan
        Where the plan of a place breaks a rule.
    """
    serials = {serial.id for serial in planned.timetable.serials}
    offers = planned.option.mission.offers
    if what in serials:
        found = _for_serial(planned, what)
    elif what in offers:
        found = _for_offer(planned, what)
    else:
        cure = did_you_mean(what, dict.fromkeys([*serials, *offers]))
        place = Where(path=("what",))
        raise BadInput([Fault.of(place, "replan.no-serial-no-offer", what=quoted(what), cure=cure)])
    return tuple(sorted(found, key=_rank))


def _rank(fit: Fit) -> tuple[bool, int, float, int, int, str]:
    lost = [move for move in fit.moves if move.kind != "people"]
    return fit.against is not None, len(lost), -round(fit.gain, 6), -fit.closes, fit.week or 0, fit.site


def _for_serial(planned: Planned, serial: str) -> Iterator[Fit]:
    before, mission = planned.timetable, planned.option.mission
    asked = (planned.programme, planned.staff, mission)
    now = next((s.site, s.start) for s in before.serials if s.id == serial)
    for place in places_for_serial(serial, before, asked):
        if place.plan is None or place.week is None:
            yield Fit(place.site, place.week, place.against)
            continue
        at = {"serial": serial, "site": place.site, "week": str(place.week)}
        name = message("faults.plan-timetable-with-serial", **at)
        sound_timetable(name, place.plan.timetable, asked, at={serial: place.site})
        moves = (
            m for m in moves_of_times(before, place.plan.timetable, place.plan.moved) if m.what != serial
        )
        fit = Fit(place.site, place.week, stands=(place.site, place.week) == now, moves=tuple(moves))
        yield _with_effects(fit, planned, place.plan)


def _for_offer(planned: Planned, offer: str) -> Iterator[Fit]:
    mission, choices = planned.option.mission, planned.option.choices
    option = choices, measured(planned.programme, mission)
    for place in places_for(offer, planned.staff.lines, mission, option=option, before=planned.staff.stints):
        if place.plan is None:
            yield Fit(place.site, against=place.against)
        else:
            name = message("faults.plan-staff-with-offer", offer=offer, site=place.site)
            sound_forces(name, place.plan, mission, option)
            yield _offered(planned, place, place.plan)


def _offered(planned: Planned, place: OfferPlace, forces: ForcePlan) -> Fit:
    """Return what an offer does at a site: posts, then serials with the people who are there then."""
    before, mission = planned.timetable, planned.option.mission
    asked = (planned.programme, forces, mission)
    plan = replan_timetable(before, asked, limits=QUICK)
    name = message("faults.plan-timetable-with-offer", site=place.site)
    sound_timetable(name, plan.timetable, asked)
    others = {offer for offer, _ in place.others}
    people = (m for m in moves_of_people(planned.staff, forces, ()) if m.what in others)
    moves = (*moves_of_times(before, plan.timetable, plan.moved), *people)
    fit = Fit(place.site, None, moves=moves, serves=place.serves, closes=place.closes)
    return _with_effects(fit, planned, plan)


def _with_effects(fit: Fit, planned: Planned, plan: Kept) -> Fit:
    """Add what a place does to targets and cost."""
    mission = planned.option.mission
    old, new = (
        as_timed(planned.programme, timetable, mission) for timetable in (planned.timetable, plan.timetable)
    )
    return replace(fit, targets=effects(old, new), cost=cost_effect(old, new, mission))
