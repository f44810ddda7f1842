"""Designs: grids cross, samples fill the space, and what cannot be made is refused by name."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import Option, options
from cadre.sweep.design import Design, cases_of, placed, uncertain

PEOPLE = "recruits.villagers.a_year"
LEAVES = "recruits.villagers.leaves"


@pytest.fixture(scope="module")
def school() -> Mission:
    return read_mission(Path(__file__).parents[2] / "missions" / "demining-school")


def test_a_grid_without_details_is_every_option(school: Mission) -> None:
    cases = cases_of(school, Design(), seed=1)
    assert [option.id for option in options(school)] == [case.option for case in cases]
    assert list(range(len(cases))) == [case.number for case in cases]


def test_a_grid_crosses_options_kept_with_levels_of_details(school: Mission) -> None:
    design = Design(levels=4, vary=(PEOPLE,), choices={"size": ("small",), "length": ("twelve-months",)})
    cases = cases_of(school, design, seed=1)
    known = [
        o for o in options(school) if o.choices.get("size") == "small" and "twelve" in o.choices["length"]
    ]
    assert 4 * len(known) == len(cases)
    assert [0.125, 0.375, 0.625, 0.875] == [case.at[PEOPLE] for case in cases[:4]]
    assert {"small"} == {case.choices["size"] for case in cases}


def test_a_latin_hypercube_has_one_case_in_each_layer_of_each_detail(school: Mission) -> None:
    cases = cases_of(school, Design("lhs", cases=20), seed=3)
    assert list(uncertain(school)) == list(cases[0].at)
    for path in uncertain(school):
        assert list(range(20)) == sorted(int(20 * case.at[path]) for case in cases)


def test_a_sobol_sequence_is_balanced_in_every_pair_of_halves(school: Mission) -> None:
    cases = cases_of(school, Design("sobol", cases=32, vary=(PEOPLE, LEAVES)), seed=3)
    halves = np.array([[u >= 0.5 for u in case.at.values()] for case in cases])
    assert [8, 8, 8, 8] == np.bincount(2 * halves[:, 0] + halves[:, 1]).tolist()


def test_the_same_seed_gives_the_same_sample_and_another_one_another(school: Mission) -> None:
    design = Design("lhs", cases=5)
    assert cases_of(school, design, seed=1) == cases_of(school, design, seed=1)
    assert cases_of(school, design, seed=1) != cases_of(school, design, seed=2)


def test_a_detail_is_set_at_the_quantile_of_what_the_option_knows(school: Mission) -> None:
    option = options(school)[-1]
    values = [placed(option, {PEOPLE: u}).mission.quantities[PEOPLE] for u in (0.1, 0.5, 0.9)]
    assert all(value.is_known for value in values)
    assert [float(option.mission.quantities[PEOPLE].at(u)) for u in (0.1, 0.5, 0.9)] == [
        v.mean for v in values
    ]
    assert all(a.mean < b.mean for a, b in pairwise(values))


def test_every_detail_can_be_set(school: Mission) -> None:
    every = dict.fromkeys(uncertain(school), 0.3)
    option: Option = placed(options(school)[-1], every)
    assert not set(every) & {k for k, q in option.mission.quantities.items() if not q.is_known}


@pytest.mark.parametrize(
    ("design", "told"),
    [
        (Design("sobol", cases=7), "cases: found 7, must be a power of 2 for a Sobol sequence; take 4 or 8"),
        (Design(vary=("recruits.vilagers.a_year",)), "did you mean 'recruits.villagers.a_year'"),
        (
            Design(choices={"sise": ("small",)}),
            "lever.sise: found 'sise', must be a lever; did you mean 'size'",
        ),
        (Design(choices={"size": ("tiny",)}), "lever.size: found 'tiny', must be one of its choices"),
        (Design(levels=1000, vary=(PEOPLE, LEAVES)), "must be 1,000,000 or fewer"),
    ],
)
def test_what_cannot_be_made_is_refused(school: Mission, design: Design, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        cases_of(school, design, seed=1)
    assert told in str(refused.value)
