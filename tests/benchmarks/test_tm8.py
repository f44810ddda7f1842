"""TM8 on the simulation's luck and samplers: exact, and in agreement with the published outputs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.simulation import difference_ratio, more_seats
from benchmarks.tm8.case import HALF_WIDTH, OUTPUTS, PUBLISHED, Case
from benchmarks.tm8.kernel import simulate
from benchmarks.tm8.layout import MOST_CLASSES, Floats, laid_out
from tests.benchmarks.tm8_plain import Mission

N = 2000


def distances(samples: Floats) -> list[float]:
    """How far the means lie from those published, in standard errors of the difference."""
    found = []
    for row, name in enumerate(OUTPUTS[: len(PUBLISHED)]):
        mean, half = PUBLISHED[name]
        error = np.hypot(samples[:, row].std(ddof=1) / np.sqrt(len(samples)), half / HALF_WIDTH)
        found.append(float(abs(samples[:, row].mean() - mean) / error))
    return found


@pytest.mark.parametrize("case", [Case(), more_seats(Case())], ids=["tm8", "more seats"])
def test_the_compiled_program_gives_the_numbers_of_the_plain_one(case: Case) -> None:
    expected = [Mission(case, 3, n).play() for n in range(4)]
    assert expected == simulate(case, replications=4, seed=3).tolist()


def test_the_means_lie_within_four_standard_errors_of_those_published() -> None:
    assert max(distances(simulate(Case(), replications=N, seed=1))) <= 4


def test_a_model_with_three_hundredths_more_failures_does_not() -> None:
    courses = tuple(c._replace(fail=c.fail + 0.03) for c in Case().courses)
    assert max(distances(simulate(replace(Case(), courses=courses), replications=N, seed=1))) > 4


def test_more_replications_leave_the_first_as_they_were() -> None:
    few, many = (simulate(Case(), replications=n, seed=1) for n in (40, 400))
    assert np.array_equal(few, many[:40])


def test_one_thread_gives_what_two_give() -> None:
    one, two = (simulate(Case(), replications=301, seed=1, jobs=jobs) for jobs in (1, 2))
    assert np.array_equal(one, two)


def test_a_site_with_more_rooms_than_the_layout_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 64 rooms, not 65"):
        laid_out(replace(Case(), rooms=(MOST_CLASSES + 1, 16, 16)))


def test_people_are_conserved_in_every_replication() -> None:
    came, there, gone = simulate(Case(), replications=N, seed=1)[:, 4:7].T
    assert np.array_equal(came, there + gone)


def test_common_numbers_lower_the_variance_of_a_difference_twenty_five_times() -> None:
    assert 25 <= difference_ratio(N)
