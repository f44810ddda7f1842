"""Ledger arithmetic: independent voices, unknown grades, denials, what supersedes."""

from typing import Any

import pytest

from cadre.mission import Ledger
from cadre.mission.corroboration import evidence, graded_in_step, history, in_force, likely_range

SAID = {"says": "x", "source": "s", "attribution": "unnamed"}


def ledger(**statements: dict[str, Any]) -> Ledger:
    given = {key: SAID | of for key, of in statements.items()}
    return Ledger.model_validate({"sources": {"s": {"title": "t"}}, "statements": given})


def test_five_diplomats_on_one_letter_are_one_voice() -> None:
    five = {f"L{k}": {"group": "the five"} for k in range(5)}
    told = evidence(ledger(**five, L9={}), [*five, "L9"])
    assert [("the five", 5), ("L9", 1)] == [(v.group, len(v.statements)) for v in told.voices]


def test_a_group_counts_once_in_a_likelihood() -> None:
    """Five of one origin say 90 %, one of another 30 %: .6. By heads, the wrong variant: .8."""
    five = {f"L{k}": {"group": "g", "likelihood": 0.9} for k in range(5)}
    told = evidence(ledger(**five, M={"likelihood": 0.3}), [*five, "M"])
    assert told.likelihood is not None
    assert pytest.approx(0.6) == told.likelihood[1]


# Bands of ICD 203: unlikely 20-45 %, roughly even 45-55, likely 55-80, very likely 80-95, almost
# certain 95-99.
@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ({"reliability": "B", "credibility": 2}, (0.55, 0.7, 0.80)),
        ({"reliability": "F", "credibility": 2}, (0.45, 0.7, 0.95)),
        ({"reliability": "B", "credibility": 6}, (0.45, 0.7, 0.95)),
        ({"reliability": "F", "credibility": 6}, (0.20, 0.7, 0.99)),
        ({"reliability": "E", "credibility": 5}, (0.55, 0.7, 0.80)),
    ],
)
def test_what_cannot_be_judged_widens_and_moves_nothing(
    grades: dict[str, Any], expected: tuple[float, ...]
) -> None:
    given = ledger(L1=grades | {"likelihood": 0.7}).statements["L1"]
    assert pytest.approx(expected) == likely_range(given)


def test_unknown_is_not_worst() -> None:
    """Graded E5 is known to be bad, F6 is not known: the range of F6 is wider, not lower."""
    worst, unknown = (
        likely_range(ledger(L1=g | {"likelihood": 0.5}).statements["L1"])
        for g in ({"reliability": "E", "credibility": 5}, {"reliability": "F", "credibility": 6})
    )
    assert worst[1] == unknown[1]
    assert unknown[0] < worst[0] < worst[2] < unknown[2]


@pytest.mark.parametrize("p", [0.0, 0.01, 0.5, 0.99, 1.0])
def test_a_range_holds_its_likelihood_and_stays_between_0_and_1(p: float) -> None:
    low, middle, high = likely_range(ledger(L1={"likelihood": p}).statements["L1"])
    assert 0 <= low <= middle <= high <= 1


def test_the_two_grades_stand_side_by_side_and_are_no_number() -> None:
    told = evidence(
        ledger(
            L1={"group": "g", "reliability": "B", "credibility": 4},
            L2={"group": "g", "reliability": "A"},
            L3={"group": "g", "credibility": 1},
        ),
        ["L1", "L2", "L3"],
    )
    (voice,) = told.voices
    assert (("A", "B"), (1, 4)) == (voice.reliability, voice.credibility)


def test_a_denial_and_a_refusal_to_comment_are_kinds_of_their_own() -> None:
    told = evidence(
        ledger(L1={}, L2={"attribution": "denied"}, L3={"attribution": "declined to comment"}),
        ["L1", "L2", "L3"],
    )
    assert (("L2",), ("L3",), 1) == (told.denied, told.declined, len(told.voices))


def test_an_assumption_confirms_nothing() -> None:
    told = evidence(ledger(L1={}, A1={"attribution": "assumption", "source": None}), ["L1", "A1"])
    assert (("A1",), 1) == (told.assumed, len(told.voices))


def test_what_was_superseded_counts_no_more_and_is_told_with_day_and_reason() -> None:
    given = ledger(
        L1={"likelihood": 0.9, "date": "2018-02-08"},
        L2={"supersedes": "L1", "date": "2018-03-01", "why": "the letter came", "likelihood": 0.5},
        L3={"supersedes": "L2", "date": "2018-04-01", "why": "a second letter", "likelihood": 0.2},
    )
    assert ("L3",) == in_force(given)
    told = evidence(given, ["L1"])
    assert ("L3",) == told.voices[0].statements
    assert told.likelihood is not None
    assert 0.2 == told.likelihood[1]
    assert [("L2", "L3", "a second letter"), ("L1", "L2", "the letter came")] == [
        (old.statement, old.by, old.why) for old in history(given, "L3")
    ]
    assert told.superseded == history(given, "L3")


def test_grades_always_in_step_are_noticed_and_few_are_not_judged() -> None:
    step = {f"L{k}": {"reliability": "B", "credibility": 2} for k in range(9)}
    assert graded_in_step(ledger(**step)) is None
    assert 1.0 == graded_in_step(ledger(**step, M={"reliability": "A", "credibility": 1}))
    assert pytest.approx(0.9) == graded_in_step(ledger(**step, M={"reliability": "A", "credibility": 3}))
    # What cannot be judged is in no step.
    assert graded_in_step(ledger(**step, M={"reliability": "A"})) is None


def test_nothing_said_has_no_likelihood() -> None:
    assert evidence(ledger(L1={}), ["L1"]).likelihood is None
