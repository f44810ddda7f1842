"""Every place told is a plan, and what it does to others is what that plan does."""

from __future__ import annotations

import datetime as dt

import pytest

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.plans import Planned
from cadre.reasons.forces import OnlyFrom
from cadre.reasons.timetable import MakesWay, NoRoom
from cadre.replan.fitting import fits
from cadre.timetable.plan import Serial


def _third(plan: Planned) -> Serial:
    return next(serial for serial in plan.timetable.serials if serial.id == "basic@camp/3")


def test_where_a_serial_stands_it_moves_nobody_and_changes_nothing(plan: Planned) -> None:
    found = fits(plan, "basic@camp/3")
    (stands,) = [fit for fit in found if fit.stands]
    assert (_third(plan).start, (), 0.0) == (stands.week, stands.moves, stands.gain)
    assert stands.cost.before == stands.cost.after
    assert found[0].moves == ()


def test_places_that_move_others_come_later_with_each_move_and_its_reason(plan: Planned) -> None:
    found = fits(plan, "basic@camp/3")
    moved = [len(fit.moves) for fit in found if not fit.against]
    assert sorted(moved) == moved
    assert moved[-1] > 0
    assert all(move.what != "basic@camp/3" for fit in found for move in fit.moves)
    assert {fit.week for fit in found} <= set(range(_third(plan).earliest, _third(plan).due + 27))


def test_the_one_range_is_the_reason_why_another_serial_moves(plan: Planned) -> None:
    reasons = [move.why for fit in fits(plan, "basic@camp/3") for move in fit.moves]
    rooms = [why.why for why in reasons if isinstance(why, MakesWay) and isinstance(why.why, NoRoom)]
    assert {("range", "camp", 1.0)} == {(room.facility, room.site, room.short) for room in rooms}


def test_an_offer_is_told_by_site_with_what_it_fills_and_what_stands_against_it(plan: Planned) -> None:
    (fit,) = fits(plan, "second")
    assert ("camp", None, None) == (fit.site, fit.week, fit.against)
    assert fit.serves > 0
    assert not [move for move in fit.moves if move.kind == "serial"]


def test_an_offer_that_suits_no_site_says_why(school: Mission, plan: Planned) -> None:
    offer = {"party": "ally", "role": "guard", "people": 1, "begins": "2030-01-01", "ends": "2030-12-31"}
    later = school.changed({"offers.late": offer | {"state": "pledged"}})
    option = type(plan.option)(plan.option.id, plan.option.title, plan.option.choices, later)
    (fit,) = fits(Planned(option, plan.need, plan.forces, plan.programme, plan.staff, plan.timetable), "late")
    assert OnlyFrom(dt.date(2030, 1, 1)) == fit.against


def test_what_is_neither_a_serial_nor_an_offer_is_refused_with_those_nearest(plan: Planned) -> None:
    with pytest.raises(BadInput, match="basic@camp/1"):
        fits(plan, "basik@camp/1")
