"""Chains of courses that serve one purpose, the projects that serve them, and what their search keeps."""

from typing import Any

import pytest

from cadre.forces.supply import supply
from cadre.programme import optimise
from cadre.programme.chains import Chain, joined_chains, projects_for
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.violations import violations
from tests.programme.made import SMALL, school
from tests.programme.small_missions import lasting_mission

BASIC = SMALL["courses"]["basic"]
COURSES = {
    "basic": BASIC,
    "second": BASIC | {"after": ["basic"], "grants": "sergeant"},
    "apart": BASIC | {"grants": "driver", "sites": ["abroad"]},
}
WORKS: dict[str, Any] = {"activities": {"build": {"title": "build", "weeks": 4}}}
THREE: dict[str, Any] = {
    "competences": {k: {"title": k} for k in ("soldier", "sergeant", "driver")},
    "courses": COURSES,
    "capabilities": {
        key: {"made_of": {k: 1}, "wanted": SMALL["capabilities"]["unit"]["wanted"], "priority": priority}
        for key, k, priority in (
            ("sections", "sergeant", 1),
            ("drivers", "driver", 3),
            ("units", "soldier", 2),
        )
    },
    "projects": {
        "site": WORKS | {"title": "site"},
        "wing": WORKS | {"title": "wing", "after": ["site"], "effects": {"adds": {"school": {"room": 1}}}},
        "licence": WORKS | {"title": "licence", "effects": {"hosts_teach_alone": ["apart"]}},
        "pool": WORKS | {"title": "pool", "effects": {"adds": {"school": {"pool": 1}}}},
    },
}


def test_short_chains_that_share_a_course_are_one_and_the_most_wanted_comes_first() -> None:
    assert joined_chains(school(THREE)) == [
        Chain(("drivers",), frozenset({"apart"})),
        Chain(("units", "sections"), frozenset({"basic", "second"})),
    ]


def test_long_chains_stay_apart_unless_one_holds_the_other() -> None:
    more = {f"after-{n}": BASIC | {"after": ["basic"], "grants": "sergeant"} for n in range(5)}
    long = joined_chains(school(THREE | {"courses": COURSES | more}))
    assert [chain.capabilities for chain in long] == [("drivers",), ("units",), ("sections",)]


def test_the_projects_of_a_chain_let_its_hosts_teach_or_add_what_it_uses() -> None:
    mission = school(THREE)
    assert projects_for(mission, {"basic", "second"}) == {"wing", "site"}
    assert projects_for(mission, {"apart"}) == {"licence"}


@pytest.mark.parametrize("seed", [3, 6])
def test_a_number_of_serials_after_which_hosts_teach_alone_never_leads_less_far(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Searched by parts, as large missions are; the plan without the rule is where that with it begins."""
    monkeypatch.setattr(optimise, "WHOLE_MODEL", 0)
    mission = lasting_mission(seed, most_weeks=40)
    asking = mission.changed({"hosts_teach_alone.after": None})
    reached = []
    for one in (asking, mission):
        offered = supply(one, {}, {})
        programme = plan_programme(one, DEFAULT_LIMITS, offered=offered, period_weeks=4)
        assert violations(programme, one, offered=offered) == ()
        assert programme.result is not None
        reached.append(programme.result.objective)
    assert reached[1] <= reached[0] + 1e-6
