"""Preferences: the exact words for weights that cannot be used."""

from typing import Any

import pytest
from pydantic import ValidationError

from cadre.mission.preferences import Preferences


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"weights": {"outcome": 0.5, "cost": 0.6}},
            "found weights adding up to 1.1, must add up to 1; take 0.1 away from one of them, or "
            "write them as swing points",
        ),
        (
            {"weights": {"outcome": 1}, "order": ["cost"]},
            "found weights and order, weights must be given in one way; keep one of them",
        ),
        (
            {"weights": {"outcom": 1}},
            "found the unknown criterion 'outcom' in weights, must be one of outcome, lasting, cost, "
            "exposure, posts, years, filled; did you mean 'outcome'?",
        ),
        ({"weights": {"outcome": 1.5, "cost": -0.5}}, "found -0.5 for cost, must be 0 or more; correct it"),
        (
            {"swing": {"outcome": 0}},
            "found points that are all 0, one must be above 0; give 100 to the first",
        ),
        (
            {"order": ["cost", "cost"]},
            "found a criterion twice, each must stand once; leave one of them out",
        ),
        (
            {"anchors": {"cost": {"worst": 0, "best": 200}}},
            "found anchors of cost from 0 (worst) to 200 (best), must fall from worst to best, since less is "
            "better; swap or correct the two amounts",
        ),
        (
            {"anchors": {"outcome": {"worst": 0.5, "best": 0.5}}},
            "found anchors of outcome from 0.5 (worst) to 0.5 (best), must rise from worst to best, since "
            "more is better; swap or correct the two amounts",
        ),
        (
            {"anchors": {"cost": {"worst": 9, "best": 0}}, "values": {"cost": {0: 1, 9: 0}}},
            "found anchors and values of cost, must be given in one way; keep one of them",
        ),
        (
            {"anchors": {"costs": {"worst": 9, "best": 0}}},
            "found the unknown criterion 'costs' in anchors, must be one of outcome, lasting, cost, "
            "exposure, posts, years, filled; did you mean 'cost'?",
        ),
        (
            {"values": {"cost": {0: 1, 100: 0.2}}},
            "found values of cost from 0.2 to 1, must reach from 0 to 1; give the worst amount 0, the best 1",
        ),
        (
            {"values": {"cost": {0: 1, 50: 0, 100: 0.5}}},
            "found values of cost that rise and fall, must only rise or only fall; correct the values",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_cure(given: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Preferences.model_validate(given)
    (detail,) = refused.value.errors(include_url=False)
    assert told == detail["msg"]


def test_weights_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(ValidationError, match="finite number"):
        Preferences.model_validate({"weights": {"outcome": float("nan"), "cost": 1}})


def test_tenths_add_up_although_no_binary_number_is_a_tenth() -> None:
    assert Preferences(weights={"outcome": 0.7, "cost": 0.2, "years": 0.1}).weights
