"""The oracle: a sound plan has nothing wrong, and each rule broken alone is told."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from cadre.forces.plan import ForcePlan, Gap, Stint
from cadre.forces.violations import violations
from cadre.reasons.forces import NoOffer
from tests.words.english import each

from .made import SMALL, Offers, line, mission_with, offer

OFFERS = {"o": offer(people=2, weeks=(0, 20)), "t": offer(role="trainer", tour=10)}
LINES = (line(people=3), line(site="hq"), line("trainer"))
SOUND = ForcePlan(
    LINES,
    (
        Stint("o", "guard@hq/r0", 0, 20, 1),
        Stint("o", "guard@school/r0", 0, 20, 1),
        Stint("t", "trainer@school/r0", 4, 14, 1),
    ),
    (
        Gap("guard@school/r0", 0, 20, 2, NoOffer()),
        Gap("guard@school/r0", 20, 26, 3, NoOffer()),
        Gap("guard@hq/r0", 20, 26, 1, NoOffer()),
        Gap("trainer@school/r0", 0, 4, 1, NoOffer()),
        Gap("trainer@school/r0", 14, 26, 1, NoOffer()),
    ),
)
PLACE = "1 of t on trainer@school/r0 in weeks 4-14"


def wrong(
    plan: ForcePlan,
    offers: Offers = OFFERS,
    choices: dict[str, str] | None = None,
    measured: dict[str, float] | None = None,
    **changes: Any,
) -> tuple[str, ...]:
    return each(violations(plan, mission_with(offers, **changes), choices or {}, measured or {}))


def trainer(**fields: Any) -> Offers:
    return OFFERS | {"t": OFFERS["t"] | fields}


def test_a_plan_that_just_meets_every_rule_has_nothing_wrong() -> None:
    assert () == wrong(SOUND)


@pytest.mark.parametrize(
    ("offers", "told"),
    [
        (trainer(role="guard"), f"{PLACE}: its role is guard"),
        (trainer(rank="colonel"), f"{PLACE}: its rank is more than one band away"),
        (trainer(not_at="school"), f"{PLACE}: it does not serve at school"),
        (trainer(tour=9), f"{PLACE}: one person stays at most 9 weeks"),
        (
            trainer(begins=offer(weeks=(4, 9))["begins"].replace(day=30)),
            f"{PLACE}: it is there from 30 Oct 2018 to 29 Sep 2019",
        ),
        (
            trainer(ends=offer(weeks=(0, 13))["ends"]),
            f"{PLACE}: it is there from 1 Oct 2018 to 30 Dec 2018",
        ),
        (
            trainer(ends=dt.date(2019, 1, 3)),
            f"{PLACE}: it is there from 1 Oct 2018 to 3 Jan 2019",
        ),
        (trainer(only_if="command: none"), "offer t: counts only if command is none"),
        (
            trainer(only_if="years <= 1"),
            "offer t: counts only if the presence in years is at most 1, not known yet",
        ),
        (OFFERS | {"o": offer(people=1, weeks=(0, 20))}, "offer o: 2 at a time, it gives 1"),
    ],
)
def test_an_offer_used_against_its_terms_is_told(offers: Offers, told: str) -> None:
    assert (told,) == wrong(SOUND, offers)


def test_who_leaves_on_the_friday_of_the_last_week_has_that_week() -> None:
    assert () == wrong(SOUND, trainer(ends=dt.date(2019, 1, 4)))


def test_conditions_are_judged_by_the_option() -> None:
    conditional = trainer(only_if="command: none; years <= 1")
    assert () == wrong(SOUND, conditional, {"command": "none"}, {"years": 1})


@pytest.mark.parametrize(("rank", "sound"), [("private", True), ("officer", True), ("colonel", False)])
def test_a_rank_one_band_away_is_sound(rank: str, sound: bool) -> None:
    assert sound == (not wrong(SOUND, trainer(rank=rank)))


def test_a_language_that_nobody_speaks_is_told() -> None:
    roles = SMALL["roles"] | {"trainer": {"languages": ("english", "arabic")}}
    assert (f"{PLACE}: it does not speak what the role must",) == wrong(SOUND, roles=roles)
    assert () == wrong(SOUND, trainer(languages=("arabic",)), roles=roles)


def test_a_stint_outside_its_line_is_told() -> None:
    lines = (*LINES[:2], replace(LINES[2], opens=5))
    gaps = (*SOUND.gaps[:3], SOUND.gaps[4])
    told = wrong(replace(SOUND, lines=lines, gaps=gaps))
    assert (f"{PLACE}: the line does not stand in all these weeks",) == told


def test_an_overfilled_line_is_told() -> None:
    lines = (LINES[0], LINES[1], replace(LINES[2], people=0))
    told = wrong(replace(SOUND, lines=lines, gaps=SOUND.gaps[:3]))
    assert ("line trainer@school/r0: more than its 0 posts are filled in week 4",) == told


@pytest.mark.parametrize(
    "gaps",
    [
        SOUND.gaps[:-1],
        (*SOUND.gaps[:-1], replace(SOUND.gaps[-1], people=2)),
        (*SOUND.gaps[:-1], replace(SOUND.gaps[-1], begins=15)),
        (*SOUND.gaps[:-1], replace(SOUND.gaps[-1], ends=27)),
        (*SOUND.gaps, replace(SOUND.gaps[-1], begins=4, ends=5)),
    ],
)
def test_gaps_that_are_not_what_is_open_are_told(gaps: tuple[Gap, ...]) -> None:
    told = wrong(replace(SOUND, gaps=gaps))
    assert ("line trainer@school/r0: its gaps are not what its stints leave open",) == told


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (
            replace(SOUND, stints=(*SOUND.stints, Stint("x", "guard@hq/r0", 0, 1, 1))),
            "1 of x on guard@hq/r0 in weeks 0-1: there is no offer x",
        ),
        (
            replace(SOUND, stints=(*SOUND.stints, Stint("o", "y", 21, 22, 1))),
            "1 of o on y in weeks 21-22: there is no line y",
        ),
        (
            replace(SOUND, stints=(*SOUND.stints, Stint("o", "guard@hq/r0", 5, 5, 1))),
            "1 of o on guard@hq/r0 in weeks 5-5: nobody, or no week",
        ),
        (
            replace(SOUND, stints=(*SOUND.stints, Stint("o", "guard@hq/r0", 5, 6, 0))),
            "0 of o on guard@hq/r0 in weeks 5-6: nobody, or no week",
        ),
        (replace(SOUND, gaps=(*SOUND.gaps, Gap("y", 0, 1, 1, NoOffer()))), "gap: there is no line y"),
        (replace(SOUND, lines=(*LINES, LINES[0])), "lines: two have the same id"),
    ],
)
def test_names_of_nothing_are_told(plan: ForcePlan, told: str) -> None:
    assert (told,) == wrong(plan)
