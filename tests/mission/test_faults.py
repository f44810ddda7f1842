"""Checks between the parts: what just meets a rule is sound, and every check has a mistake that it tells.

The mistakes with their messages stand in `tests/mission_files/bad_input.yaml`.
"""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from pydantic import ValidationError

from cadre.errors import BadInput
from cadre.mission import Mission, references
from cadre.mission.checks import circles, levers
from cadre.mission.faults import CHECKS, faults_between
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.tables import table_in
from cadre.mission_files.tree import joined
from cadre.mission_files.yaml_files import parse_yaml
from cadre.words.saying import said
from tests.mission_files.by_hand import LEDGER, MISSION, OFFERS
from tests.mission_files.test_bad_input import CASES


@pytest.fixture(scope="module")
def mission() -> Mission:
    return made(MISSION, LEDGER, OFFERS)


def made(mission: str, ledger: str, offers: str) -> Mission:
    trees = [
        parse_yaml(mission, "m"),
        parse_yaml(ledger, "l").under(("ledger",)),
        table_in("offers", parse_csv(offers, "o")),
    ]
    return Mission.model_validate(joined(trees).data)


def names(mission: Mission) -> set[str]:
    """Give the names of the checks that find something."""
    return {check.__name__ for check in CHECKS if list(check(mission))}


def of_two_offers(one: str, other: str) -> dict[str, Any]:
    """A second offer of the same party, and a correlation with the first."""
    second = {"party": "ally", "role": "trainer", "people": 2, "begins": "2020-01-06", "ends": "2020-12-31",
              "state": "pledged"}  # fmt: skip
    pair = [f"offers.first.{one}", f"offers.second.{other}"]
    return {"offers.second": second, "correlations": [{"between": pair, "rank": 0.5}]}


@pytest.mark.parametrize(
    "changes",
    [
        {"sites.camp.beds": 15},  # 12 trainees and 3 instructors
        {"sites.camp.facilities.classroom": 1},
        {"offers.first.begins": "2019-01-01", "offers.first.ends": "2020-01-06"},
        {"offers.first.begins": "2021-01-03", "offers.first.ends": "2021-12-31"},
        {"capabilities.team.wanted": {"2020-01-06": 1, "2023-01-02": 2}},
        {"mandate.decisions.1.on": "2020-01-06"},
        {"mandate.decisions.1.on": "2019-06-01"},
        {"mandate.open.size.can_learn_by": "2019-05-01"},
        {"mandate.open.size.can_learn_by": "2025-01-01"},
        {"ceiling": 2, "command": "lead", "levers.command": None},
        {"ceiling": 0, "command": "lead", "levers.command": None},
        {"tours.weeks": 4, "tours.handover": 1, "tours.leave": 2.9},
        {"capabilities.team.floor_after_exit": 1000},
        {"competences.leader.at_start": 1, "courses.advanced.grants": "operator"},
        {"skills.disposal.hosts_at_start": 2, "roles.trainer.skills": None, "offers": {}},
        of_two_offers("honoured", "late"),
    ],
)
def test_what_just_meets_the_rules_is_sound(mission: Mission, changes: dict[str, Any]) -> None:
    assert () == faults_between(mission.changed(changes))


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"sites.camp.beds": 14}, "some_site_holds"),
        ({"offers.first.begins": "2019-01-01", "offers.first.ends": "2020-01-05"}, "offers_in_time"),
        ({"offers.first.begins": "2021-01-04", "offers.first.ends": "2021-12-31"}, "offers_in_time"),
        ({"capabilities.team.wanted": {"2020-01-05": 1}}, "wanted_in_time"),
        ({"capabilities.team.wanted": {"2023-01-03": 1}}, "wanted_in_time"),
        ({"capabilities.team.wanted": {}}, "wanted_in_time"),
        ({"mandate.decisions.1.on": "2020-01-07"}, "decisions_in_order"),
        ({"mandate.decisions.1.on": "2019-05-31"}, "decisions_in_order"),
        ({"mandate.open.size.can_learn_by": "2019-04-30"}, "learnt_after_today"),
        ({"ceiling": 1, "command": "lead", "levers.command": None}, "command_below_ceiling"),
        ({"tours.weeks": 4, "tours.handover": 1, "tours.leave": 3}, "tours_leave_time_to_teach"),
        ({"roles.trainer.skills": None}, "skills_can_be_had"),
        ({"calendar.working_days": []}, "some_week_is_open"),
        (of_two_offers("honoured", "honoured"), "correlations_are_pairs"),
    ],
)
def test_what_just_misses_a_rule_is_told_by_that_check_alone(
    mission: Mission, changes: dict[str, Any], check: str
) -> None:
    assert {check} == names(mission.changed(changes))


def test_a_bed_or_room_that_a_project_adds_counts(mission: Mission) -> None:
    project = {
        "activities": {"build": {"weeks": 4}},
        "effects": {"adds": {"camp": {"beds": 1, "classroom": 1}}},
    }
    small = {"sites.camp.beds": 14, "courses.basic.uses.classroom": 3}
    assert {"some_site_holds"} == names(mission.changed(small))
    assert () == faults_between(mission.changed(small | {"projects.build": project}))


def test_an_offer_for_the_longest_choice_of_length_is_sound(mission: Mission) -> None:
    late = {"offers.first.begins": "2021-06-01", "offers.first.ends": "2021-12-31"}
    longer = {"choices": {"one": {}, "two": {"set": {"mission.horizon": "2 years"}}}}
    assert {"offers_in_time"} == names(mission.changed(late))
    assert () == faults_between(mission.changed(late | {"levers.length": longer}))


def test_every_check_has_a_mistake_that_it_tells() -> None:
    """The mistakes of `bad_input.yaml` that reach the checks reach all of them."""
    told: set[str] = set()
    texts = {"mission.yaml": MISSION, "ledger.yaml": LEDGER, "offers.csv": OFFERS}
    for case in CASES.values():
        old, new = case["change"]
        spoilt = texts | {case["file"]: texts[case["file"]].replace(old, new, 1)}
        with contextlib.suppress(BadInput, ValidationError):
            told |= names(made(*spoilt.values()))
    assert {check.__name__ for check in CHECKS} == told


def test_a_chain_of_prerequisites_is_sound_and_a_gap_in_it_is_not(mission: Mission) -> None:
    third = {"weeks": 2, "seats": {"most": 5}, "grants": "leader", "sites": "camp"}
    chain = {"courses.third": third | {"after": ["basic", "advanced"]}}
    assert () == faults_between(mission.changed(chain))
    gap = {"courses.third": third | {"after": ["advanced", "basic"]}}
    assert {"prerequisites_chain"} == names(mission.changed(gap))


def test_circles_are_named_once_each() -> None:
    assert [("a", "b", "c", "a")] == list(circles.circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}))
    assert [("a", "a"), ("b", "c", "b")] == list(circles.circles({"a": ["a"], "b": ["c"], "c": ["b"]}))
    assert [] == list(circles.circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["elsewhere"]}))


def test_everything_before_is_found_even_in_a_circle() -> None:
    assert {"b", "c"} == circles.before({"a": ["b"], "b": ["c"]}, "a")
    assert {"a", "b"} == circles.before({"a": ["b"], "b": ["a"]}, "a")


def test_too_many_combinations_are_refused(mission: Mission) -> None:
    choices = {"choices": {f"c{i}": {"set": {"ceiling": 10 + i}} for i in range(11)}}
    wide = mission.changed({"levers": {f"lever-{i}": choices for i in range(5)}, "mandate.open": {}})
    assert ["161,051 combinations"] == [said(fault.found) for fault in levers.some_option_is_left(wide)]


def test_rules_that_leave_nothing_are_told_at_the_rules(mission: Mission) -> None:
    rules = [
        {"never": {"people": "few", "command": ["none", "lead"]}, "because": "a"},
        {"never": {"people": "many", "command": ["none", "lead"]}, "because": "b"},
    ]
    faults = list(levers.some_option_is_left(mission.changed({"rules": rules})))
    assert ["rules that exclude every combination of choices"] == [said(fault.found) for fault in faults]


def test_a_path_of_a_quantity_is_known_without_listing_all(mission: Mission) -> None:
    paths = references._Quantities(mission)
    assert all(path in paths for path in mission.quantities)
    assert not any(
        path in paths
        for path in ("courses", "courses.basic.pases", "mandate.decisions.9.on", "offers.first.party")
    )
