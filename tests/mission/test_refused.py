"""What Cadre never plans is refused, and what only sounds like it passes."""

from __future__ import annotations

import pytest

from cadre.mission.refused import refused_activities, refused_words

ASKED = {
    "accompany units in combat": "in combat",
    "combat operations": "combat operations",
    "combat patrols": "combat patrols",
    "urban-combat": "combat",
    "target acquisition": "target acquisition",
    "Targeting": "Targeting",
    "air strikes": "air strikes",
    "airstrikes": "airstrikes",
    "fire support": "fire support",
    "close air support": "close air support",
    "assault training": "assault",
    "sniper course": "sniper",
    "sniper_course": "sniper",
    "offensive operations": "offensive operations",
    "weapons effects": "weapons effects",
    "mortar course": "mortar course",
    "no combat medics but combat patrols": "combat patrols",
    "a combat medic who joins combat operations": "combat operations",
}
PASSES = (
    "combat lifesaver",
    "combat-medic course",
    "tactical combat casualty care",
    "not a combat role",
    "no combat",
    "no combat or targeting",
    "non-combat training and advice",
    "after combat",
    "advice without combat operations, air strikes or targeting",
    "bomb disposal",
    "counter-sniper awareness",
    "target group",
    "90 % of the target",
    "support to victims of combat",
    "help for sexual assault survivors",
    "fire brigade support",
)


@pytest.mark.parametrize(("text", "words"), ASKED.items())
def test_what_asks_for_combat_is_found(text: str, words: str) -> None:
    assert words == refused_words(text)


@pytest.mark.parametrize("text", PASSES)
def test_what_only_names_combat_passes(text: str) -> None:
    assert "" == refused_words(text)


def test_what_the_mission_excludes_is_not_read() -> None:
    data = {
        "mission": {"never": ["combat", "targeting"]},
        "mandate": {"asks": "advice", "excludes": ["air strikes"]},
    }
    assert () == refused_activities(data)


def test_a_choice_that_brings_combat_in_is_refused_at_the_choice() -> None:
    choice = {"set": {"courses.patrols.title": "Combat patrols", "courses.medic": {"title": "Combat medic"}}}
    faults = refused_activities({"levers": {"content": {"choices": {"more": choice}}}})
    assert [("levers", "content", "choices", "more", "set", "courses.patrols.title")] == [
        f.where.path for f in faults
    ]


def test_a_mission_with_other_faults_is_refused_as_well() -> None:
    assert 1 == len(refused_activities({"courses": {"sniper": 7}, "roles": None, "mandate": ["x"]}))
