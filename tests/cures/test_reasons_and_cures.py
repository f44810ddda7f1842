"""A plan starved in one way: the reason told names what lacks, and a single change cures it."""

from __future__ import annotations

from typing import Any

import pytest

from cadre.cures import trying
from cadre.mission import Mission
from cadre.options import options
from cadre.pipeline import Settings
from tests.cures.made import planned
from tests.programme.made import SMALL, STARTS, with_changes
from tests.programme.planning_cases import after
from tests.words.english import english

OFFER = {"party": "ally", "people": 1, "begins": STARTS, "ends": after(30), "state": "confirmed"}
BASE = with_changes(
    SMALL,
    {
        "parties": {"ally": {}},
        "offers": {"trainers": OFFER | {"role": "trainer"}, "advisers": OFFER | {"role": "adviser"}},
        "capabilities.unit.wanted": {after(25): 5},
    },
)
LED: dict[str, Any] = {
    "competences": {k: {"title": k} for k in ("soldier", "leader")},
    "courses.lead": {
        **{"weeks": 4, "seats": {"least": 2, "most": 4}, "instructors": {"advice": 1}, "uses": {"room": 1}},
        **{"after": ["basic"], "grants": "leader", "sites": ["school"]},
    },
    "sites.school.facilities": {"room": 2},
    "capabilities.unit": {"made_of": {"soldier": 5, "leader": 1}, "wanted": {after(25): 4}},
}
NONE = "and at most 0 are offered"
NO_TRAINER = "no serial of basic is held: its smallest class needs 1 of drill on posts at once"
NO_ADVISER = "no serial of lead is held: its smallest class needs 1 of advice on posts at once"
BARRED = (
    "and of those offered at most 0 may stand on them: "
    "site, course, rank, language or condition bars the others"
)
STARVED: dict[str, tuple[dict[str, Any], str]] = {
    "nobody offered": (
        {"offers": {"advisers": OFFER | {"role": "adviser"}}},
        f"{NO_TRAINER}, {NONE}",
    ),
    "all refuse the course": (
        {"offers.trainers.not_for": ["basic"]},
        f"{NO_TRAINER}, {BARRED}",
    ),
    "all refuse the site": (
        {"offers.trainers.not_at": ["school"]},
        f"{NO_TRAINER}, {BARRED}",
    ),
    "none speaks the language": (
        {"roles.trainer.languages": ["french"]},
        f"{NO_TRAINER}, {BARRED}",
    ),
    "the second course of the chain has nobody": (
        LED | {"offers": {"trainers": OFFER | {"role": "trainer", "people": 2}}},
        f"{NO_ADVISER}, {NONE}",
    ),
    "those for the second course refuse it": (
        LED | {"offers.advisers.not_for": ["lead"]},
        f"{NO_ADVISER}, {BARRED}",
    ),
    "the course that trains its instructors has nobody": (
        {
            "offers": {},
            "courses.tot": {
                **{"weeks": 4, "seats": {"least": 2, "most": 4}, "instructors": {"advice": 1}},
                **{"recruits": "men", "teaches_on": 1, "teaches": ["drill"], "sites": ["school"]},
            },
        },
        f"{NO_TRAINER}, {NONE}",
    ),
    "critical support has nobody": (
        {"support": {"guards": {"role": "guard", "of": ["instructors"], "fixed": 1}}},
        f"no serial of basic is held: who teaches there needs 1 guard at school, {NONE} who may stand there",
    ),
    "the project that opens the site has nobody": (
        {
            "offers": {"trainers": OFFER | {"role": "trainer"}},
            "projects": {
                "w": {
                    "title": "w",
                    "activities": {"build": {"weeks": 3, "advisers": {"advice": 1}}},
                    "effects": {"opens": ["school"]},
                }
            },
        },
        "no serial of basic is held: school opens with the project w, which needs 1 of advice to advise, "
        + NONE,
    ),
    "nobody comes to the pool": (
        {"recruits.men.at_start": 0},
        "no serial of basic is held; trainees bind: with more recruits more could be reached",
    ),
    "too few wait and nobody comes": (
        {"recruits.men.at_start": 25},
        "trainees bind: with more recruits more could be reached",
    ),
}


@pytest.mark.parametrize("what", STARVED)
def test_what_lacks_is_named_and_a_change_of_it_cures(what: str) -> None:
    changes, reason = STARVED[what]
    (option,) = [o for o in options(Mission.model_validate(with_changes(BASE, changes))) if o.id != "nothing"]
    plans = planned(option)
    (target,) = plans.programme.targets
    assert english(target.why).partition("; ")[2] == reason
    assert any(cure.cures for cure in trying.cures(plans, Settings(jobs=1)))


def test_without_anything_lacking_every_target_is_met() -> None:
    for changes in ({}, LED):
        mission = Mission.model_validate(with_changes(BASE, changes))
        (option,) = [o for o in options(mission) if o.id != "nothing"]
        assert frozenset() == trying.missed(planned(option).programme)


def test_what_one_of_two_courses_lacks_is_no_reason_where_the_other_lacks_nothing() -> None:
    """Both grant the same; recruits lack."""
    other = SMALL["courses"]["basic"] | {"instructors": {"interpreting": 1, "advice": 4}}
    mission = Mission.model_validate(
        with_changes(BASE, {"recruits.men.at_start": 0, "courses.other": other, "ceiling": 9})
    )
    (option,) = [o for o in options(mission) if o.id != "nothing"]
    (target,) = planned(option).programme.targets
    assert english(target.why).endswith(
        "no serial of basic is held; trainees bind: with more recruits more could be reached"
    )
