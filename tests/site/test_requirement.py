"""The statement of requirements: from a study that its reader may read, and from no other."""

from __future__ import annotations

import json

import pytest

from cadre.brief.fill import requirements
from cadre.brief.writing import files_of
from cadre.site.studies import queue
from cadre.site.studies.requirement import STATES, requirements_in
from tests.brief import by_hand
from tests.site.made import NOW, SETTINGS, Site


@pytest.fixture(scope="module")
def study_json() -> bytes:
    return files_of(by_hand.study())["study.json"]


def test_posts_fill_and_gaps_are_those_of_the_brief(study_json: bytes) -> None:
    found = requirements_in(json.loads(study_json))
    planned = {one.option.id: one for one in by_hand.study().shown}
    assert len(found) >= 2
    for one in found:
        plan = planned[one.option]
        expected = requirements(plan.forces, plan.option.mission)
        assert [
            (e.peak, e.needed, {state: e.by_state[state] for state in STATES}, e.open, e.critical)
            for e in expected.values()
        ] == [(o.peak, o.needed, dict(o.filled), o.open, o.critical) for o in one.posts]
        assert len(plan.forces.asks) == len(one.requests)
    assert any(post.open and post.why for one in found for post in one.posts)


def test_days_are_those_of_the_mission(study_json: bytes) -> None:
    data = json.loads(study_json)
    one = requirements_in(data)[0]
    mission = by_hand.mission()
    line = next(option for option in data["options"] if option["id"] == one.option)["forces"]["lines"][0]
    assert mission.date_of(line["opens"]) == one.posts[0].begins


def test_a_requirement_is_there_for_whom_its_study_is_released_to(site: Site, study_json: bytes) -> None:
    planner = site.people["planner"]
    study = queue.ask(site.mission, SETTINGS, by=planner, now=NOW)
    for _ in range(2):
        held = queue.take(NOW)
        assert held is not None
        queue.finish(held, {"study.json": study_json}, NOW)
    path = f"/missions/{site.mission.key}/requirement"
    shown = {who: site.client(who).get(path).content.decode() for who in ("planner", "nation", "reader")}
    assert {"planner": True, "nation": False, "reader": False} == {
        who: "Whom to ask for" in page for who, page in shown.items()
    }
    queue.release(study, "nation", by=planner, now=NOW)
    assert "Whom to ask for" in site.client("nation").get(path).content.decode()
    for odd in ("?study=1", "?study=x&option=<b>", "?study=" + "9" * 40):
        assert 200 == site.client("planner").get(path + odd).status_code
