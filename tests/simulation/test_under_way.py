"""Serials under way on the first day are taught to their end by others, at the weeks told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cadre.mission import Mission
from cadre.programme.projection import project_stocks
from cadre.simulation.run import ReplicationPlan
from tests.simulation import small
from tests.simulation.made import FULL, full, plans_for, programme_for
from tests.simulation.test_kernel import agree, play


def begun(**changes: Any) -> dict[str, Any]:
    one = {"course": "basic", "site": "home", "trainees": 9, "weeks_left": 3}
    return {"first": one | changes}


def stock(of: Mission, week: int) -> float:
    """Holders at the end of a week, with nothing taught by the mission."""
    return project_stocks(of, ()).holders["aid"][week]


def test_graduates_are_there_at_the_end_of_the_last_week() -> None:
    of = small.mission(under_way=begun())
    assert (stock(of, 1), stock(of, 2)) == (0, 9)
    wants = {"post": {"made_of": {"aid": 3}, "wanted": {"2020-01-25": 3, "2020-01-18": 3}}}
    of = small.mission(under_way=begun(), capabilities=wants)
    found = small.scalars(of, small.plans(of, []))
    assert (found["reached.post.1"], found["reached.post.2"]) == (0, 3)
    assert (found["graduates"], found["serials_held"], found["cost"]) == (9, 0, 0)


def test_closed_weeks_put_the_end_off_in_plan_and_play() -> None:
    closed = {"closed": [{"begins": "2020-01-13", "ends": "2020-01-26"}]}
    for changes in ({"calendar": closed}, {"sites": {"home": closed}}):
        of = small.mission(under_way=begun(weeks_left=2), **changes)
        assert of.over_by("first") == 4
        assert (stock(of, 2), stock(of, 3)) == (0, 9)
        wants = {"post": {"made_of": {"aid": 3}, "wanted": {"2020-02-01": 3, "2020-01-25": 3}}}
        of = of.changed({"capabilities": wants})
        found = small.scalars(of, small.plans(of, []))
        assert (found["reached.post.2"], found["reached.post.3"]) == (0, 3)


def test_of_those_in_class_the_plan_expects_what_is_played_on_average() -> None:
    course = small.course(passes="60%", drops_out="5%", repeats="50%", teaches=["medic"], teaches_on="20%")
    aid = {"aid": {"title": "First aid", "posted": "90%"}}
    of = small.mission(courses=course, competences=aid, under_way=begun(trainees=40))
    at_end = 40 * 0.95**3
    followed = project_stocks(of, ())
    assert stock(of, 20) == pytest.approx(at_end * 0.6 * 0.8 * 0.9)
    assert followed.hosts["medic"][20] == pytest.approx(at_end * 0.6 * 0.2)
    assert followed.recruits["army"][20] == pytest.approx(100 + at_end * 0.4 * 0.5)
    series = small.play(of, small.plans(of, []), replications=4000).series
    for name, people in (("stock.aid", followed.holders["aid"]), ("hosts.medic", followed.hosts["medic"])):
        assert series[name][:, 2].mean() == pytest.approx(people[25], abs=4 * 3.2 / np.sqrt(4000))


@pytest.mark.parametrize("reacts", ["never", "every rotation"])
def test_more_people_in_training_reach_no_less(reacts: str) -> None:
    outcomes = []
    for people in (1, 10, 40):
        of = full(under_way=begun(trainees=people, weeks_left=5), policy={"reacts": reacts})
        outcomes.append(play(of, plans_for(of, 2), ReplicationPlan(400, 2)).scalars["outcome"].mean())
    assert outcomes == sorted(outcomes)


@pytest.mark.parametrize("seed", range(4))
def test_those_under_way_are_those_of_the_plain_program(seed: int) -> None:
    home = FULL["sites"]["home"] | {"closed": [{"begins": "2020-01-20", "ends": "2020-02-02"}]}
    some = begun(trainees={"low": 5, "high": 20}, weeks_left=6)
    some["second"] = {"course": "leader", "site": "abroad", "trainees": 6, "weeks_left": 1}
    learns = {"instructors": "80%", "fails": "60%"}
    of = full(under_way=some, sites=FULL["sites"] | {"home": home}, learns=learns)
    agree(of, plans_for(of, seed), ReplicationPlan(4, seed))
    agree(of, programme_for(of, seed), ReplicationPlan(2, seed))
