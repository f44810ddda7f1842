"""Steps that cost posts wherever one instructor stands: the bound pays them, and few sites are used."""

from typing import Any

import numpy as np
import pytest

from cadre.mission import Mission
from cadre.programme.construction import found
from cadre.programme.model import build
from cadre.programme.optimise import plan_programme
from cadre.programme.prices import objective
from cadre.programme.relaxation import ECONOMY, relaxation_of
from cadre.programme.tightening import tighten
from cadre.programme.violations import violations
from cadre.solving import Limits
from cadre.solving.optimise import solve
from tests.programme.made import EXACT, school

TWO_SITES: dict[str, Any] = {
    "sites": {"school": {"facilities": {"room": 2}}, "camp": {"facilities": {"room": 2}}},
    "courses.basic.sites": ["school", "camp"],
    "capabilities.unit.wanted": {"2019-03-18": 40},
    "support": {"office": {"role": "clerk", "step": {"up_to_10": 2, "up_to_20": 3, "above": 5}}},
    "ceiling": 4,
}


def _bound(mission: Mission, *, tightened: bool) -> float:
    """Give the bound of the relaxation."""
    draft = build(mission, 4, full=True, even=False)
    if tightened:
        tighten(draft)
    first, cost, _ = (np.pad(c, (0, draft.lp.columns - c.size)) for c in draft.lp.objectives)
    lp = draft.lp.only([first + ECONOMY * cost])
    return solve(lp, Limits(), "interior", relaxed=True)[0].bound


def test_a_step_is_paid_whole_by_the_bound_where_the_ceiling_leaves_little() -> None:
    mission = school(TWO_SITES)
    loose, tight = (_bound(mission, tightened=t) for t in (False, True))
    best = plan_programme(mission, EXACT).result
    assert best is not None
    assert loose + 1.0 < tight <= best.objective + 1e-4


def test_rows_that_tighten_lose_no_plan() -> None:
    """Two posts of clerks at one site leave two trainers: twelve serials, two at a time, all at that site."""
    mission = school(TWO_SITES)
    programme = plan_programme(mission, EXACT)
    assert violations(programme, mission) == ()
    assert objective(programme, mission)[0] == pytest.approx(_by_hand(), abs=1e-4)
    assert len({batch.site for batch in programme.serials}) == 1


def _by_hand() -> float:
    """Two serials at a time, six after each other by the end of week 24, ten men each: twelve of forty."""
    return 100 * (1 - 12 / 40)


def test_a_relaxation_gives_up_the_site_it_hardly_needs() -> None:
    mission = school(TWO_SITES)
    told = relaxation_of(mission, 4, Limits())
    assert told is not None
    assert len({runs.site for runs, y, _ in told.draft.pairs() if told.values[y].sum() > 0.1}) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"courses.basic.weeks": 6, "ceiling": 6},
        {"mission.horizon": 52, "courses.basic.weeks": 3, "ceiling": 5},
        {"skills.drill.hosts_at_start": 1, "courses.basic.foreign_at_least": 0.5, "ceiling": 5},
    ],
)
def test_rows_that_tighten_keep_the_best_plan(changes: dict[str, Any]) -> None:
    mission = school({**TWO_SITES, **changes})
    best = []
    for tightened in (False, True):
        draft = build(mission, 4, full=True, even=False)
        if tightened:
            tighten(draft)
        best.append(solve(draft.lp.only(draft.lp.objectives[:1]), EXACT)[0].objective)
    assert best[0] == pytest.approx(best[1], abs=1e-4)


ONE_AFTER_THE_OTHER: dict[str, Any] = {
    **TWO_SITES,
    "mission.horizon": 52,
    "competences.driver": {"title": "driver"},
    "courses.basic.sites": ["school"],
    "courses.driving": {
        "weeks": 4,
        "seats": {"least": 5, "most": 10},
        "instructors": {"drill": 1},
        "uses": {"room": 1},
        "recruits": "men",
        "grants": "driver",
        "sites": ["camp"],
    },
    "capabilities.unit.wanted": {"2019-09-16": 14},
    "capabilities.column": {"made_of": {"driver": 10}, "wanted": {"2019-09-16": 14}},
}
"""Four posts: two clerks and two trainers at one site, or four clerks at two and nobody who teaches."""


def test_sites_that_each_take_half_are_given_up_in_turn() -> None:
    mission = school(ONE_AFTER_THE_OTHER)
    told = relaxation_of(mission, 4, Limits())
    assert told is not None
    assert {0, 1} == {r for _, r in told.given_up}
    assert {"school", "camp"} == {site for site, _ in told.given_up}


def test_a_plan_along_such_a_relaxation_holds_one_site_after_the_other() -> None:
    mission = school(ONE_AFTER_THE_OTHER)
    draft, told = build(mission, 4), relaxation_of(mission, 4, Limits())
    assert told is not None
    point, _ = found(draft, told, Limits(gap=0.01, work=1e-6))
    assert point is not None
    best = plan_programme(mission, EXACT, period_weeks=4)
    assert violations(best, mission) == ()
    goal = draft.lp.objectives[0]
    assert float(goal @ point.values[: goal.size]) <= objective(best, mission)[0] + 1.0
    stays = sorted({(batch.rotation, batch.site) for batch in best.posts})
    assert stays in ([(0, "camp"), (1, "school")], [(0, "school"), (1, "camp")])
