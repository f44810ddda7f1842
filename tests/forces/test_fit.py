"""Which offer fits which line: each rule broken alone, and just met."""

import datetime as dt
from typing import Any

import pytest

from cadre.forces.fit import counted_offers, fits, offered_weeks, tour_of
from cadre.forces.plan import PostLine
from tests.words.english import FORMATS, english

from .made import SMALL, day, line, mission_with, offer


def reason(
    fields: dict[str, Any],
    at: PostLine | None = None,
    measured: dict[str, float] | None = None,
    **changes: Any,
) -> str:
    mission = mission_with({"o": fields}, **changes)
    against = fits(
        mission.offers["o"],
        at or line(),
        mission=mission,
        choices={"command": "rotating"},
        measured=measured or {},
    )
    return english(against)


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({"only_if": "command: none | permanent"}, "only if command is none or permanent"),
        ({"only_if": "years <= 2"}, "only if the presence in years is at most 2, not known yet"),
        ({"role": "clerk"}, "for clerk"),
        ({"not_at": "school"}, "not at school"),
        ({"weeks": (26, 52)}, f"only from {FORMATS.day(day(26))}"),
        ({"weeks": (0, 0), "begins": day(-9)}, f"only until {FORMATS.day(dt.date(2018, 9, 30))}"),
    ],
)
def test_an_offer_of_guards_is_refused_for(broken: dict[str, Any], why: str) -> None:
    assert "" == reason(offer())
    assert why == reason(offer(**broken))


def test_conditions_hold_for_the_choices_and_attributes_of_the_option() -> None:
    fields = offer(only_if="command: rotating; years <= 2")
    assert "" == reason(fields, measured={"years": 2.0})
    assert "only if the presence in years is at most 2" == reason(fields, measured={"years": 2.1})


@pytest.mark.parametrize(
    ("rank", "why"),
    [
        ("private", ""),
        ("sergeant", ""),
        ("", ""),
        ("officer", ""),
        ("colonel", "of rank colonel, too far from sergeant"),
    ],
)
def test_a_rank_may_differ_by_one_band(rank: str, why: str) -> None:
    assert why == reason(offer(role="trainer", rank=rank), line("trainer"))


def test_a_role_without_a_rank_takes_any() -> None:
    assert "" == reason(offer(rank="colonel"))


def test_languages_may_be_the_offers_or_the_partys() -> None:
    roles = SMALL["roles"] | {"guard": {"languages": ("english", "arabic")}}
    assert "without arabic" == reason(offer(), roles=roles)
    assert "" == reason(offer(languages=("arabic",)), roles=roles)
    assert "without english" == reason(offer(party="south", languages=("arabic",)), roles=roles)


def test_one_whole_week_in_common_is_enough() -> None:
    assert "" == reason(offer(weeks=(25, 52)))
    assert "" == reason(offer(weeks=(0, 27)), line(rotation=1))


def test_only_whole_weeks_count() -> None:
    days = {"begins": day(3) + dt.timedelta(days=1), "ends": day(5) - dt.timedelta(days=4)}
    begins, ends = FORMATS.day(days["begins"]), FORMATS.day(days["ends"])
    assert f"only {begins} to {ends}, no whole week" == reason(offer() | days)


@pytest.mark.parametrize(
    ("begins", "ends", "weeks"),
    [
        (day(0), day(4) - dt.timedelta(days=1), (0, 4)),
        (day(0) + dt.timedelta(days=1), day(4), (1, 4)),
        (day(0), day(4) - dt.timedelta(days=3), (0, 4)),
        (day(0), day(4) - dt.timedelta(days=4), (0, 3)),
        (day(-30), day(-20), (0, 0)),
        (day(-30), day(90), (0, 52)),
    ],
)
def test_a_window_is_the_whole_weeks_in_the_presence(
    begins: dt.date, ends: dt.date, weeks: tuple[int, int]
) -> None:
    mission = mission_with({"o": offer(begins=begins, ends=ends)})
    assert weeks == mission.weeks_of(mission.offers["o"])


def test_a_tour_is_the_offers_or_the_missions() -> None:
    mission = mission_with({"a": offer(), "b": offer(tour=9)})
    assert [26, 9] == [tour_of(found, mission) for found in mission.offers.values()]


def test_only_offers_that_count_are_offered() -> None:
    mission = mission_with(
        {
            "a": offer(people=2),
            "b": offer(only_if="command: none"),
            "c": offer(weeks=(0, 10)),
            "d": offer(party="south", begins=day(60), ends=day(70)),
        }
    )
    counted = counted_offers(mission, {"command": "rotating"}, {})
    assert ("a", "c", "d") == counted
    assert {"north": 114} == offered_weeks(mission, counted)
