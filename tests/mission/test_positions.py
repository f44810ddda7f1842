"""Positions that contradict each other, clause by clause."""

import pytest

from cadre.mission import Mission
from cadre.mission.checks.positions import excludes, parties_do_not_contradict_themselves, within
from cadre.mission.nations import Position
from tests.decision.made import DOCUMENT

W, R = "wants", "will not accept"


def position(stance: str, condition: str, party: str = "a") -> Position:
    return Position.model_validate({"party": party, "stance": stance, "condition": condition})


@pytest.mark.parametrize(
    ("first", "second", "contradicts"),
    [
        ((W, "years >= 2"), (R, "years >= 2"), True),
        ((W, "years >= 2"), (R, "years >= 1"), True),
        ((W, "years >= 2"), (R, "years >= 3"), False),
        ((R, "years <= 3"), (W, "years <= 2"), True),
        ((W, "years >= 2"), (R, "years <= 1"), False),
        ((W, "years >= 3"), (W, "years <= 2"), True),
        ((W, "years >= 2"), (W, "years <= 2"), False),
        ((W, "size: small"), (W, "size: large"), True),
        ((W, "size: small | large"), (W, "size: large"), False),
        ((W, "size: small"), (R, "size: small | large"), True),
        ((W, "size: small | large"), (R, "size: large"), False),
        ((R, "years >= 2"), (R, "years <= 3"), False),
        ((W, "years >= 2"), (R, "posts >= 2"), False),
    ],
)
def test_a_party_may_not_want_what_it_refuses(
    first: tuple[str, str], second: tuple[str, str], contradicts: bool
) -> None:
    positions = [position(*first), position(*second)]
    mission = Mission.model_validate(DOCUMENT | {"parties": {"a": {}}, "positions": positions})
    assert contradicts == bool(list(parties_do_not_contradict_themselves(mission)))


def test_two_parties_may_contradict_each_other() -> None:
    positions = [position(W, "years >= 2", "a"), position(R, "years >= 2", "b")]
    mission = Mission.model_validate(DOCUMENT | {"parties": {"a": {}, "b": {}}, "positions": positions})
    assert [] == list(parties_do_not_contradict_themselves(mission))


def test_what_is_wanted_and_refused_is_told_with_both_clauses() -> None:
    positions = [position(W, "size: small"), position(W, "size: large")]
    mission = Mission.model_validate(DOCUMENT | {"parties": {"a": {}}, "positions": positions})
    told = "positions.1.condition: found 'size: large' of a, which cannot hold together with its wish "
    told += (
        "'size: small', a party's positions must be able to hold together; correct or remove one of the two"
    )
    assert [told] == [str(f) for f in parties_do_not_contradict_themselves(mission)]


def test_clauses_are_compared_as_sets() -> None:
    at_least, at_most = position(W, "years >= 2").condition, position(W, "years <= 2").condition
    assert not excludes(at_least, at_most)
    assert not within(at_least, at_most)
    assert within(at_least, at_least)
