"""Options shown of random missions: what is asked is there, and none is worse in all than one dropped."""

from hypothesis import HealthCheck, given, settings

from benchmarks.options import judge
from cadre.mission import Mission
from tests.strategies import missions


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(missions())
def test_what_is_asked_is_there_and_nothing_dropped_is_better_in_all(mission: Mission) -> None:
    judged = judge(mission, 200)
    assert () == judged.faults
    assert "missing" != judged.asked
