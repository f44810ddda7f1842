"""The whole room on missions that nobody wrote for it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.forces.confirmed_only import what_falls
from cadre.forces.lines import post_lines
from cadre.forces.optimise import fill_posts
from cadre.forces.states import shares, states
from cadre.forces.violations import violations
from cadre.mission import Mission
from cadre.programme.plan import PostBatch, Programme
from tests.strategies import missions

MEASURED = {"years": 2.0, "posts": 30.0, "posts_in_country": 20.0}
"""The cost is not measured: an offer that depends on it does not count."""


@settings(max_examples=40)
@given(missions(), st.integers(0, 4))
def test_plans_for_any_mission_have_nothing_wrong(mission: Mission, people: int) -> None:
    posts = tuple(
        PostBatch(role, site, rotation, people, "instructors")
        for role in mission.roles
        for site in mission.sites
        for rotation in range(3)
    )
    lines = post_lines(Programme(4, 4, mission.tours.weeks, posts=posts), mission)
    choices = {key: next(iter(lever.choices)) for key, lever in mission.levers.items()}
    plan = fill_posts(lines, mission, choices, MEASURED)
    left = what_falls(plan, mission)
    for made in (plan, left):
        assert () == violations(made, mission, choices, MEASURED)
        assert sum(gap.post_weeks for gap in made.gaps) == states(made, mission).total.open
    assert all(0 <= share.load <= 1 for share in shares(plan, mission))
