"""Whatever sound mission is written, its programme keeps every rule and adds up."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.mission import Mission
from cadre.programme.offered import OfferedPeople
from cadre.programme.optimise import plan_programme
from cadre.programme.plan import Programme
from cadre.programme.prices import objective
from cadre.programme.violations import violations
from cadre.solving import Limits
from tests.strategies import missions

QUICK = Limits(gap=0.05, work=0.002)
FEW = settings(max_examples=5, suppress_health_check=list(HealthCheck))


def sound(programme: Programme, mission: Mission) -> None:
    result = programme.result
    assert result is not None
    assert result.has_plan
    assert result.bound <= result.objective + 1e-5 * max(1.0, result.objective)
    assert objective(programme, mission)[0] == pytest.approx(result.objective, rel=1e-4, abs=1e-4)


@FEW
@given(missions())
def test_every_plan_keeps_every_rule_and_its_objective_adds_up(mission: Mission) -> None:
    programme = plan_programme(mission, QUICK)
    assert violations(programme, mission) == ()
    sound(programme, mission)


@FEW
@given(missions(), st.floats(0, 1))
def test_a_plan_within_what_was_filled_keeps_every_rule(mission: Mission, share: float) -> None:
    need = plan_programme(mission, QUICK)
    there: dict[tuple[str, str, int], int] = {}
    for batch in need.posts:
        if not mission.roles[batch.role].local:
            at = (batch.role, batch.site, batch.rotation)
            there[at] = there.get(at, 0) + int(share * batch.people)
    tour = mission.tours.weeks
    offered = tuple(
        OfferedPeople(f"{role}-{site}-{r}", role, people, tour * r, tour * (r + 1), (site,))
        for (role, site, r), people in there.items()
        if people
    )
    achieved = plan_programme(mission, QUICK, offered=offered)
    assert violations(achieved, mission, offered=offered) == ()
    sound(achieved, mission)
