"""Nations: conditions about an option, read from a clause."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cadre.mission.nations import Clause, Condition, Conditions, Offer

ONE: TypeAdapter[Condition] = TypeAdapter(Clause)
MANY: TypeAdapter[tuple[Condition, ...]] = TypeAdapter(Conditions)
OFFER = {
    "party": "ally",
    "role": "medic",
    "people": 2,
    "begins": "2020-01-06",
    "ends": "2020-12-31",
    "state": "pledged",
}


def test_a_condition_on_a_lever_holds_for_the_choices_it_names() -> None:
    condition = ONE.validate_python("command: none | rotating")
    assert [True, True, False] == [
        condition.holds({"command": c}, {}) for c in ("none", "rotating", "permanent")
    ]
    assert not condition.holds({}, {})


@pytest.mark.parametrize(
    ("clause", "holds"), [("years <= 3", [True, True, False]), ("years >= 3", [False, True, True])]
)
def test_a_condition_on_what_is_measured_holds_at_its_bound(clause: str, holds: list[bool]) -> None:
    condition = ONE.validate_python(clause)
    assert holds == [condition.holds({}, {"years": years}) for years in (2.9, 3, 3.1)]


@pytest.mark.parametrize("clause", ["", "years", "years < 3", "Years <= 3"])
def test_a_clause_that_is_none_is_refused(clause: str) -> None:
    with pytest.raises(ValidationError, match="; write "):
        ONE.validate_python(clause)


@pytest.mark.parametrize("clause", ["years <= three", "posts <= 1.200", "cost <= 1,250 M"])
def test_a_bound_that_is_no_number_or_two_is_refused(clause: str) -> None:
    with pytest.raises(ValidationError, match=r"write a number|may mean"):
        ONE.validate_python(clause)


@pytest.mark.parametrize(("clause", "bound"), [("cost <= 1,5 M", 1.5e6), ("posts >= 1 200", 1200.0)])
def test_a_bound_is_a_number_as_people_write_it(clause: str, bound: float) -> None:
    assert bound == ONE.validate_python(clause).bound


def test_a_bound_that_is_endless_is_refused() -> None:
    with pytest.raises(ValidationError):
        ONE.validate_python("years <= nan")


@pytest.mark.parametrize(
    "written",
    [
        "command: none | rotating; years <= 3",
        ["command: none | rotating", "years <= 3"],
        ("command: none|rotating", "years<=3"),
    ],
)
def test_several_conditions_may_stand_in_a_line_or_a_list(written: Any) -> None:
    assert ("command: none | rotating", "years <= 3") == tuple(map(str, MANY.validate_python(written)))


def test_conditions_on_levers_may_be_a_mapping() -> None:
    read = MANY.validate_python({"command": ["none", "rotating"], "length": "short"})
    assert ("command: none | rotating", "length: short") == tuple(map(str, read))


@pytest.mark.parametrize("written", [None, "", []])
def test_no_condition_may_be_left_empty(written: Any) -> None:
    assert () == MANY.validate_python(written)


@given(st.floats(0, 1e12), st.sampled_from(("<=", ">=")))
def test_a_bound_is_written_as_it_is_read(bound: float, comparison: str) -> None:
    condition = ONE.validate_python(f"cost {comparison} {bound!r}")
    assert condition == ONE.validate_python(str(condition))
    assert bound == condition.bound


def test_an_offer_may_last_one_day_and_not_less() -> None:
    assert Offer.model_validate(OFFER | {"ends": "2020-01-06"}).ends == Offer.model_validate(OFFER).begins
    with pytest.raises(ValidationError, match="begins <= ends must hold"):
        Offer.model_validate(OFFER | {"ends": "2020-01-05"})


def test_an_offer_has_at_least_a_part_of_a_person() -> None:
    with pytest.raises(ValidationError, match="greater than 0"):
        Offer.model_validate(OFFER | {"people": 0})
    assert [0.5, 2] == [Offer.model_validate(OFFER | {"people": n}).people for n in ("0.5", 2.0)]
