"""Quantities: what may be written, what it means, and that it is written back the same."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError
from scipy import stats

from cadre.mission.quantity import Quantity, quantity_in, written
from cadre.mission.units import UNITS, number_in
from tests.strategies_quantity import days, quantities, shares

GRID = np.linspace(0.001, 0.999, 201)


# ---- units


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        (12, "weeks", 12.0),
        ("12 weeks", "weeks", 12.0),
        ("14 days", "weeks", 2.0),
        ("1 year", "weeks", 365.25 / 7),
        ("18 months", "weeks", 1.5 * 365.25 / 7),
        ("65%", "share", 0.65),
        ("65 %", "share", 0.65),
        ("8% of graduates", "share", 0.08),
        ("0.5% a week", "share a week", 0.005),
        ("1.2 M", "money", 1_200_000.0),
        ("12 k", "money", 12_000.0),
        ("12,500.0", "money", 12_500.0),
        ("1,5 weeks", "weeks", 1.5),
        ("85.000,00", "money", 85_000.0),
        ("12 500", "money", 12_500.0),
        ("5 seats", "people", 5.0),
        ("400 people a year", "people a year", 400.0),
        ("1.5e-07", "share", 1.5e-07),
        ("2018-10-01", "date", float(dt.date(2018, 10, 1).toordinal())),
        (dt.date(2018, 10, 1), "date", float(dt.date(2018, 10, 1).toordinal())),
    ],
)
def test_a_number_is_read_with_its_unit(value: Any, unit: str, number: float) -> None:
    assert pytest.approx(number, rel=1e-15) == number_in(value, unit)


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("12 weeks", "people"),
        ("65%", "weeks"),
        ("1,5,5 weeks", "weeks"),
        ("12,500", "money"),
        ("1.250 M", "money"),
        ("0.005.1%", "share"),
        ("12", "date"),
        ("2018-02-29", "date"),
        (True, "people"),
        (None, "people"),
        ([1], "people"),
        (math.nan, "number"),
        (math.inf, "number"),
        (10**400, "number"),
        (-1, "people"),
        (1.01, "share"),
        ("weeks", "weeks"),
        ("", "weeks"),
    ],
)
def test_a_number_that_may_not_stand_is_refused(value: Any, unit: str) -> None:
    with pytest.raises(PydanticCustomError, match=r"found .*, must (be|mean)"):
        number_in(value, unit)


# ---- shapes against closed forms


def test_pert_has_the_quantiles_of_its_beta() -> None:
    quantity = quantity_in({"min": 2, "likely": 3, "max": 7}, "number")
    a, b = 1 + 4 * (3 - 2) / 5, 1 + 4 * (7 - 3) / 5
    assert np.allclose(stats.beta(a, b, loc=2, scale=5).ppf(GRID), quantity.at(GRID), rtol=1e-12)
    assert pytest.approx((2 + 4 * 3 + 7) / 6) == quantity.mean
    assert pytest.approx(stats.beta(a, b, loc=2, scale=5).mean()) == quantity.mean


def test_uniform_runs_from_low_to_high() -> None:
    quantity = quantity_in({"low": 2, "high": 6}, "number")
    assert [2.0, 3.0, 6.0] == quantity.at([0, 0.25, 1]).tolist()
    assert (4.0, 2.0, 6.0) == (quantity.mean, quantity.low, quantity.high)


def test_three_points_are_met_and_joined_by_lines() -> None:
    quantity = quantity_in({"p10": 10, "p50": 20, "p90": 40}, "number")
    assert pytest.approx([10, 15, 20, 30, 40]) == quantity.at([0.1, 0.3, 0.5, 0.7, 0.9]).tolist()
    # The two halves are straight, so each has its mean in its middle.
    assert pytest.approx((quantity.at(0.25) + quantity.at(0.75)) / 2, rel=1e-5) == quantity.mean


def test_a_normal_far_from_the_bounds_is_a_normal() -> None:
    quantity = quantity_in({"mean": 100, "sd": 5}, "number")
    assert np.allclose(stats.norm(100, 5).ppf(GRID), quantity.at(GRID), rtol=1e-12)
    assert pytest.approx(100) == quantity.mean


@pytest.mark.parametrize(("mean", "sd"), [(0.95, 0.1), (0.0, 0.2), (0.5, 0.5), (1.0, 0.0), (0.5, 1.0)])
def test_a_normal_cut_at_its_bounds_has_the_mean_of_what_is_drawn(mean: float, sd: float) -> None:
    quantity = quantity_in({"mean": mean, "sd": sd}, "share")
    drawn = quantity.at((np.arange(200_000) + 0.5) / 200_000)
    assert 0 <= drawn.min() <= drawn.max() <= 1
    assert pytest.approx(drawn.mean(), abs=1e-5) == quantity.mean


def test_choices_come_with_their_probabilities() -> None:
    quantity = quantity_in({"choices": {3: 0.25, 5: 0.5, 9: 0.25}}, "number")
    assert [3.0, 3.0, 5.0, 5.0, 9.0, 9.0] == quantity.at([0, 0.2499, 0.25, 0.7499, 0.75, 1]).tolist()
    assert (5.5, 3.0, 9.0) == (quantity.mean, quantity.low, quantity.high)


def test_a_known_value_is_the_same_at_every_probability() -> None:
    quantity = quantity_in("65%", "share")
    assert [0.65, 0.65] == quantity.at([0, 1]).tolist()
    assert quantity.is_known
    assert not quantity_in({"low": 0, "high": 1}, "share").is_known


def test_a_pert_without_width_is_known() -> None:
    quantity = quantity_in({"min": 3, "likely": 3, "max": 3}, "number")
    assert quantity.is_known
    assert [3.0, 3.0] == quantity.at([0.1, 0.9]).tolist()


# ---- what is refused


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"min": 3, "likely": 2, "max": 4}, "found min 3 above likely 2, min <= likely <= max must hold"),
        ({"low": 3, "high": 2}, "found low 3 above high 2, low <= high must hold"),
        ({"p10": 1, "p50": 3, "p90": 2}, "found p50 3 above p90 2, p10 <= p50 <= p90 must hold"),
        ({"choices": {1: 0.5, 2: 0.4}}, "found probabilities adding to 0.9, must add to 1"),
        ({"choices": {"1": 0.5, "1.0": 0.5}}, "found the same value twice, each value must stand once"),
        ({"choices": {}}, "found a mapping, must be {value: probability, ...}"),
        ({"min": 1, "max": 2}, "found keys max, min, must be a value, "),
        ({"value": 1, "unit": "weeks"}, "found 'weeks', the unit here is 'number'"),
        ({"mean": 1, "sd": -1}, "found -1, must be a number from 0"),
    ],
)
def test_what_is_no_quantity_is_refused(value: Any, message: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        quantity_in(value, "number")
    assert str(refused.value).startswith(message)


# ---- written and read


@given(st.one_of(quantities(0, 1e6), quantities(0, 1)))
def test_a_quantity_is_written_as_it_is_read(value: Any) -> None:
    quantity = quantity_in(value, "number")
    assert quantity == quantity_in(written(quantity), "number")


@given(shares())
def test_a_share_is_written_as_it_is_read(value: Any) -> None:
    quantity = quantity_in(value, "share")
    assert quantity == quantity_in(written(quantity), "share")


@given(days(dt.date(2000, 1, 1), dt.date(2040, 1, 1)))
def test_a_day_is_written_as_it_is_read(value: Any) -> None:
    quantity = quantity_in(value, "date")
    assert quantity == quantity_in(written(quantity), "date")
    assert all(isinstance(number, float) for number in quantity.numbers)


@given(quantities(0, 1000), st.floats(0, 1), st.floats(0, 1))
def test_quantiles_rise_within_the_bounds(value: Any, p: float, q: float) -> None:
    quantity: Quantity = quantity_in(value, "number")
    low, high = sorted((p, q))
    assert quantity.at(low) <= quantity.at(high)
    assert UNITS["number"].least <= quantity.at(low)
    # The quantiles of a narrow PERT carry the rounding of the beta function.
    assert quantity.low - 1e-6 <= quantity.mean <= quantity.high + 1e-6
