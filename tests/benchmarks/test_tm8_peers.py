"""TM8 by other programs: they agree with the compiled one, and would not if it were wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.peers.played import line
from benchmarks.tm8 import arrays, kernel, people
from benchmarks.tm8.case import Case
from benchmarks.tm8.figures import first_use, summary
from benchmarks.tm8.floor import draw_uniforms
from benchmarks.tm8.layout import Floats

SMALL = Case(intake=(12.0, 8.0), weeks=130, hosts=(9, 6, 6, 4, 8), targets=(20,) * 5)
"""Half the weeks and a fifth of the recruits, with every course in use."""
N, PEOPLE = 4000, 25


def distances(peer: Floats, case: Case) -> list[float]:
    """How far the means lie from those of the compiled program, in standard errors of the difference."""
    ours = kernel.simulate(case, replications=N, seed=1)[:, :4]
    error = np.hypot(peer.std(0, ddof=1) / np.sqrt(len(peer)), ours.std(0, ddof=1) / np.sqrt(N))
    return list(np.abs(peer.mean(0) - ours.mean(0)) / error)


@pytest.fixture(scope="module")
def by_people() -> Floats:
    return people.simulate(SMALL, replications=PEOPLE, seed=1)


@pytest.fixture(scope="module")
def by_arrays() -> Floats:
    return arrays.simulate(SMALL, replications=N, seed=1)


def test_people_who_are_processes_agree_within_four_standard_errors(by_people: Floats) -> None:
    assert max(distances(by_people, SMALL)) <= 4


def test_arrays_over_replications_agree_within_four_standard_errors(by_arrays: Floats) -> None:
    assert max(distances(by_arrays, SMALL)) <= 4


def test_neither_agrees_with_a_model_in_which_more_drop_out(by_people: Floats, by_arrays: Floats) -> None:
    wrong = replace(SMALL, courses=tuple(c._replace(drop=c.drop + 0.004) for c in SMALL.courses))
    assert max(distances(by_people, wrong)) > 4
    assert max(distances(by_arrays, wrong)) > 4


def test_the_line_of_a_peer_tells_speed_and_outputs() -> None:
    told = line(arrays.simulate, 2)
    assert {"case", "replications", "replications_per_core_second", "outputs", "peak_mib"} == set(told)
    assert told["outputs"] == summary(arrays.simulate(Case(), replications=2, seed=1))


def test_the_floor_depends_on_replications_and_on_draws_a_week() -> None:
    drawn = {draw_uniforms(replications=n, a_week=k, seed=1) for n in (1, 2) for k in (1, 2)}
    assert 4 == len(drawn)


def test_time_and_memory_of_the_first_use_are_those_of_a_process_with_an_empty_cache() -> None:
    seconds, peak = first_use()
    assert seconds > 0
    assert peak > 0
