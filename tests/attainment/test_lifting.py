"""A mission aimed at one target wants that alone; limits are given up rung by rung, each more than before."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from cadre.attainment.lifting import LADDER, TOGETHER, Goal, aimed, goals, grown, rungs, weeks_later
from cadre.mission import Mission
from tests.brief import by_hand

DAY = dt.date(2020, 7, 1)
FIRST = Goal("clearing-team", DAY, 20)
BOUND = {
    "ceiling": 90,
    "courses.deminer.uses": {"range": 1},
    "sites.camp.facilities": {"range": 2},
    "sites.camp.beds": 40,
    "sites.camp.opens": "2019-03-01",
}


def bound() -> Mission:
    return by_hand.mission().changed(BOUND)


def test_every_target_is_a_goal_and_all_together_come_last() -> None:
    found = goals(by_hand.mission())
    assert FIRST == found[0]
    assert Goal() == found[-1]
    assert 4 == len(found)


def test_a_mission_aimed_at_a_target_wants_nothing_else() -> None:
    mission = aimed(bound(), FIRST)
    wanted = {key: dict(c.wanted) for key, c in mission.capabilities.items()}
    assert {"clearing-team": {DAY: 20}, "medical-team": {}} == wanted
    assert {0} == {c.floor_after_exit for c in mission.capabilities.values()}
    assert {0} == {project.priority for project in mission.projects.values()}
    assert 90 == mission.ceiling


def test_posts_lift_the_ceiling_alone_and_places_rooms_beds_and_openings_too() -> None:
    posts, places = (aimed(bound(), FIRST, lifts).model_copy() for lifts in LADDER[1:3])
    assert (None, 40) == (posts.ceiling, posts.sites["camp"].beds)
    camp = places.sites["camp"]
    assert (None, None) == (camp.beds, camp.opens)
    assert {"range": 8} == dict(camp.facilities)


def test_time_moves_targets_and_exit_alike() -> None:
    later = aimed(bound(), FIRST, LADDER[-1])
    assert 52 == weeks_later(LADDER[-1])
    assert bound().exit_week + 52 == later.exit_week
    assert {DAY + dt.timedelta(weeks=52): 20} == dict(later.capabilities["clearing-team"].wanted)


def test_every_rung_holds_the_one_before_but_for_the_time_it_lengthens() -> None:
    for before, after in pairwise(LADDER):
        assert set(before) - {"half-year"} < set(after)
    assert (LADDER, TOGETHER) == (rungs(FIRST), rungs(Goal()))


def test_all_together_keep_what_is_wanted() -> None:
    assert bound().capabilities == aimed(bound(), Goal(), ("posts",)).capabilities


def test_more_posts_raise_the_ceiling_and_nothing_where_there_is_none() -> None:
    free = bound().changed({"ceiling": None})
    assert 100 == grown(bound(), 10).ceiling
    assert free == grown(free, 10)
