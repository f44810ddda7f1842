"""A changed mission moves what it must and nothing else, and says why."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings

from cadre.errors import BadInput
from cadre.forces.keeping import Ended
from cadre.forces.lines import post_lines
from cadre.forces.optimise import fill_posts
from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.options import find
from cadre.programme.attributes import measured
from cadre.programme.optimise import plan_programme
from cadre.reasons.forces import OfferWithdrawn, OnlyUntil
from cadre.reasons.replan import (
    AsItWas,
    CrewBeside,
    FillsOpen,
    InWeek,
    Nobody,
    NoLongerPlanned,
    NotOnLine,
    OfferEnds,
    WeeksChanged,
)
from cadre.reasons.timetable import Pinned
from cadre.replan.moves import Move, moves_of_crews, moves_of_people
from cadre.replan.reading import Before
from cadre.replan.replanning import Replanned, firm_only, replan
from cadre.solving import Limits
from cadre.timetable.optimise import plan_timetable
from cadre.timetable.plan import Person, Seat, Serial, Timetable
from tests.replan.made import OPTION, SETTINGS, replanned
from tests.strategies import missions
from tests.words.english import english

DAY = dt.date(2020, 3, 1)
SHORT = Limits(gap=0.05, work=0.01, seconds=600.0)


def of_kind(made: Replanned, kind: str) -> dict[str, Move]:
    return {move.what: move for move in made.moves if move.kind == kind}


def test_without_a_change_nothing_moves(before: Before, school: Mission) -> None:
    made = replanned(before, school)
    assert () == made.moves
    assert before.timetable.serials == made.timetable.serials
    assert before.staff.stints == made.forces.stints
    assert {1.0} == {getattr(made.stay, name).part for name in made.stay.__slots__}
    assert made.cost.before == made.cost.after
    assert all(effect.before == effect.after for _, effect in made.targets)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(missions())
def test_without_a_change_nothing_moves_in_any_mission(mission: Mission) -> None:
    option = find(mission, "nothing")
    given = option.mission
    need = plan_programme(given, SHORT)
    forces = fill_posts(post_lines(need, given), given, {}, measured(need, given))
    programme = plan_programme(given, SHORT, offered=supply(given, {}, measured(need, given)))
    staff = fill_posts(post_lines(programme, given), given, {}, measured(need, given))
    timetable = plan_timetable(programme, staff, given, limits=SHORT)
    before = Before(option.id, need, forces, programme, staff, timetable)
    assert () == replan(before, option, SETTINGS).moves


def test_a_withdrawn_offer_is_the_reason_for_every_crew_it_leaves(before: Before, school: Mission) -> None:
    made = replanned(before, school.changed({"offers.second": None}))
    crews = of_kind(made, "crew")
    assert {OfferEnds("second", OfferWithdrawn())} == {move.why for move in crews.values()}
    assert all("second" in english(m.was) and "second" not in english(m.now) for m in crews.values())
    people = [move for move in made.moves if move.kind == "people"]
    assert {OfferWithdrawn()} == {move.why for move in people if move.what == "second"}
    assert {FillsOpen()} >= {move.why for move in people if move.what != "second"}
    gone = sum(s.people * (s.ends - s.begins) for s in before.staff.stints if s.offer == "second")
    assert 0 < gone == made.stay.post_weeks.of - made.stay.post_weeks.stay


def test_only_firm_offers_are_left_where_what_falls_is_asked(before: Before, school: Mission) -> None:
    option = firm_only(find(school, OPTION))
    assert {"second"} == set(option.mission.offers)
    made = replan(before, option, SETTINGS)
    assert {"first"} == {m.what for m in made.moves if m.kind == "people" and m.now == NotOnLine()}


def test_a_closed_site_moves_only_what_it_forbids_and_what_waits_for_that(
    before: Before, school: Mission
) -> None:
    made = replanned(
        before, school.changed({"sites.camp.closed": [{"begins": "2020-03-02", "ends": "2020-05-10"}]})
    )
    moved = of_kind(made, "serial")
    reasons = {key: english(move.why) for key, move in moved.items()}
    assert all(
        "closed at camp" in why or "waits for" in why or "makes way" in why for why in reasons.values()
    )
    assert any("closed at camp" in why for why in reasons.values())
    assert len(moved) == made.stay.serials.of - made.stay.serials.stay


def test_a_longer_course_keeps_its_weeks_where_rooms_and_people_last(before: Before, school: Mission) -> None:
    made = replanned(before, school.changed({"courses.basic.weeks": 7}))
    kept = made.stay.serials
    assert kept.of - kept.stay == len(of_kind(made, "serial"))
    assert all(english(move.why) for move in made.moves)


def test_what_the_mission_no_longer_holds_is_told_as_gone(before: Before, school: Mission) -> None:
    made = replanned(before, school.changed({"courses.advanced.held": False}))
    advanced = {s.id for s in before.timetable.serials if s.course == "advanced"}
    assert advanced
    assert advanced == set(of_kind(made, "serial"))
    assert {NoLongerPlanned()} == {move.now for move in of_kind(made, "serial").values()}


def test_a_pin_with_a_week_holds_and_the_others_make_way(before: Before, school: Mission) -> None:
    made = replanned(before, school, ["basic@camp/1=5"])
    assert InWeek(5) == of_kind(made, "serial")["basic@camp/1"].now
    assert Pinned(5) == of_kind(made, "serial")["basic@camp/1"].why


def test_a_mission_that_begins_on_another_day_is_refused(before: Before, school: Mission) -> None:
    later = dataclasses.replace(before, starts="2020-01-13")
    with pytest.raises(BadInput, match="must be 2020-01-13"):
        replan(later, find(school, OPTION), SETTINGS)


def test_pinned_serials_stay_though_their_offer_is_gone(before: Before, school: Mission) -> None:
    changed = school.changed({"offers.second": None})
    made = replan(before, find(changed, OPTION), SETTINGS, pins=["basic@camp/*"])
    assert not [what for what in of_kind(made, "serial") if what.startswith("basic")]


@pytest.mark.parametrize("pin", ["basik@camp/1", "first=5", "basic@camp/1=soon"])
def test_a_pin_that_names_nothing_or_no_week_is_refused(before: Before, school: Mission, pin: str) -> None:
    with pytest.raises(BadInput, match="pin: found"):
        replan(before, find(school, OPTION), SETTINGS, pins=[pin])


def test_people_who_come_to_one_week_are_told_by_that_week() -> None:
    lines = (PostLine("guard@camp/r0", "guard", "camp", 0, 0, 9, 3, False),)
    one, more = Stint("first", "guard@camp/r0", 4, 5, 2), Stint("second", "guard@camp/r0", 0, 9, 1)
    moved = [*moves_of_people(ForcePlan(lines), ForcePlan(lines, (one, more)), ())]
    assert ["2 on guard@camp/r0, week 4", "1 on guard@camp/r0, weeks 0-8"] == [english(m.now) for m in moved]


def test_who_leaves_a_crew_and_who_comes_is_told_with_why() -> None:
    def held(*people: str) -> Timetable:
        seats = tuple(Seat(0, "drill", person) for person in people)
        serial = Serial("basic@camp/1", "basic", "camp", 0, 3, 10, 2, 8, seats)
        return Timetable(
            (serial,), tuple(Person(p, p[0], "trainer", "camp", ("drill",), 0, 26) for p in people)
        )

    (both,) = moves_of_crews(held("a#1", "b#1"), held("b#1", "c#1"), ())
    assert ("a#1", "c#1", "a: fewer of them come") == tuple(map(english, (both.was, both.now, both.why)))
    (more,) = moves_of_crews(held("a#1"), held("a#1", "b#1", "c#1"), ())
    assert (AsItWas(), CrewBeside(("b#1", "c#1")), WeeksChanged()) == (more.was, more.now, more.why)
    assert "b#1 and c#1 beside them" == english(more.now)
    stint = Stint("a", "trainer@camp/r0", 0, 9, 1)
    (gone,) = moves_of_crews(held("a#1"), held(), [Ended(stint, OnlyUntil(DAY))])
    assert (Nobody(), OfferEnds("a", OnlyUntil(DAY))) == (gone.now, gone.why)
