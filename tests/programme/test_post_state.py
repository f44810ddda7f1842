"""Posts while serials are placed: who is idle may stand wherever his offer lets him serve."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.mission_files import read_folder
from cadre.options import find
from cadre.programme.frame import ModelFrame
from cadre.programme.offered import OfferedPeople
from cadre.programme.post_state import Allotted, PostState

MISSIONS = Path(__file__).parents[2] / "missions"
FOUNDING = "large.three-years.everything.rotating.host.foreign-led"


@pytest.fixture(scope="module")
def mission() -> Mission:
    return find(read_folder(MISSIONS / "iraq-2018").mission, FOUNDING).mission


@pytest.fixture(scope="module")
def offered(mission: Mission) -> tuple[OfferedPeople, ...]:
    """Give everybody offered who may serve at two sites or more."""
    option = find(read_folder(MISSIONS / "iraq-2018").mission, FOUNDING)
    people = supply(mission, option.choices, {"posts": 0.0, "cost": 0.0})
    return tuple(o for o in people if len(o.sites) > 1)


def post_state(mission: Mission, offered: tuple[OfferedPeople, ...], at: int) -> PostState:
    """Give posts with all people of each offer allotted to one of its sites, by number."""
    frame = ModelFrame(mission, 4, offered)
    everybody = {
        (o.who, site): np.full(frame.rotations, o.people * (site == o.sites[at % len(o.sites)]))
        for o in offered
        for site in o.sites
    }
    return PostState(frame, allotted=Allotted(offered, everybody))


def most(state: PostState, place: tuple[str, str]) -> int:
    """Return how many advisers may stand at a place in the first rotation."""
    people, rotations = 0, state.frame.rotations
    while people < 50 and state.advise(place, np.eye(1, rotations, dtype=np.int64)[0] * (people + 1)):
        people += 1
    return people


def test_where_the_idle_are_allotted_makes_no_difference(
    mission: Mission, offered: tuple[OfferedPeople, ...]
) -> None:
    roles = sorted({o.role for o in offered if not mission.roles[o.role].local})
    assert roles
    reached = 0
    for role in roles:
        sites = set.intersection(*({*o.sites} for o in offered if o.role == role))
        for site in sorted(sites):
            here, elsewhere = (most(post_state(mission, offered, at), (role, site)) for at in (0, 1))
            assert here == elsewhere, (role, site)
            reached += here
    assert reached


def test_nobody_stands_who_is_not_offered_or_may_not_serve_there(
    mission: Mission, offered: tuple[OfferedPeople, ...]
) -> None:
    role = next(o.role for o in offered if not mission.roles[o.role].local)
    own = tuple(replace(o, sites=o.sites[:1]) for o in offered if o.role == role)
    others = tuple(o for o in offered if o.role != role)
    elsewhere = next(s for s in mission.sites if s not in {site for o in own for site in o.sites})
    assert most(post_state(mission, (*own, *others), 0), (role, elsewhere)) == 0
    there = sum(o.people for o in own)
    assert most(post_state(mission, (*own, *others), 0), (role, own[0].sites[0])) <= there
