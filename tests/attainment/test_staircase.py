"""The staircase is read off plans and futures; a goal is hopeless where no chance is above nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cadre.attainment.staircase import NEARLY_NONE, hopeless, stairs
from cadre.options import NOTHING
from tests.brief import by_hand


def test_a_stair_goes_from_what_is_wanted_to_what_would_be_there_without_the_mission() -> None:
    study = by_hand.study()
    found = {(s.option, s.capability): s for s in stairs(study.shown, study.outcomes)}
    assert 6 == len(found)
    stair, week = found["rotating.medium", "clearing-team"], study.mission.week_of
    last = list(study.mission.capabilities["clearing-team"].wanted)[-1]
    played = study.outcomes["rotating.medium"].scalars[f"reached.clearing-team.{week(last)}"]
    assert (week(last), 45, 36, 36) == (stair.week, stair.wanted, stair.filled, stair.offered)
    assert stair.median == np.median(played)
    assert stair.low < stair.median < stair.high
    assert 0 == stair.without


def test_nothing_has_no_stairs() -> None:
    study = by_hand.study()
    assert NOTHING not in {s.option for s in stairs(study.shown, study.outcomes)}


def test_a_goal_is_hopeless_where_the_best_chance_is_below_one_in_twenty() -> None:
    chances = by_hand.study().comparison.chances
    none = [replace(chance, share=0.04 if chance.option == "rotating.small" else 0.01) for chance in chances]
    goals = {(c.kind, c.capability, c.week if c.kind == "target" else 0) for c in chances}
    found = hopeless(none)
    assert len(goals) == len(found)
    assert {(0.04, "rotating.small")} == {(r.chance, r.best) for r in found}
    assert () == hopeless([replace(chance, share=NEARLY_NONE) for chance in chances])


def test_what_doing_nothing_reaches_makes_no_option_likely() -> None:
    chances = by_hand.study().comparison.chances
    none = [replace(chance, share=float(chance.option == NOTHING)) for chance in chances]
    assert hopeless(none)
