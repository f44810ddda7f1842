"""A mission that waits until an open question is answered plans nothing before, and is no better for it."""

from cadre.programme.optimise import plan_programme
from cadre.programme.violations import violations
from tests.programme.made import EXACT, school

QUESTION = {"law": {"question": "Is it agreed?", "event": "law", "can_learn_by": "2018-11-26"}}
"""Known in week 8 of a mission that starts on 1 October 2018."""
EVENT = {"law": {"on": "2018-12-31", "chance": 0.2, "effect": "ends"}}


def test_no_class_is_planned_before_it_is_known_whether_the_mission_begins() -> None:
    now = school({"mandate.open": QUESTION, "events": EVENT})
    later = now.changed({"waits_for": "law"})
    plans = [plan_programme(mission, EXACT) for mission in (now, later)]
    assert [violations(plan, mission) for plan, mission in zip(plans, (now, later), strict=True)] == [(), ()]
    assert [min(batch.week for batch in plan.serials) for plan in plans] == [0, 8]
    assert [plan.targets[0].reached for plan in plans] == [6, 4]
