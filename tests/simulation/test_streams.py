"""Uniforms by seed, replication, week and slot."""

from __future__ import annotations

import numpy as np
from scipy import stats

from cadre.simulation.kernel import sampling
from cadre.simulation.streams import GOLDEN, WORD, mixed, seed_word, slot, uniforms
from tests.simulation.reference import uniform


def test_the_mixer_is_that_of_splitmix64() -> None:
    """First outputs of SplitMix64 with seed 0, as published with the generator."""
    state = np.array([GOLDEN, 2 * GOLDEN % WORD], np.uint64)
    assert [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4] == mixed(state).tolist()


def test_arrays_kernel_and_plain_program_give_the_same_uniforms() -> None:
    expected = [uniform(7, n, 12, "site/x", 0) for n in range(5)]
    assert expected == uniforms(7, 5, "site/x", 12).tolist()
    word = np.array([(seed_word(7) + 4 * GOLDEN) % WORD], np.uint64)
    word = mixed(mixed(word) + np.array([13 * GOLDEN % WORD], np.uint64))
    assert uniform(7, 3, 12, "site/x", 5) == sampling.uniform(word[0], np.uint64(slot("site/x")), 5)


def test_more_replications_leave_the_first_as_they_were() -> None:
    assert uniforms(1, 10, "a").tolist() == uniforms(1, 1000, "a")[:10].tolist()


def test_uniforms_are_uniform_and_do_not_move_together() -> None:
    """Chance of a false alarm 1e-6 each."""
    n = 20_000
    a, b = uniforms(1, n, "a"), uniforms(1, n, "b")
    later, other = uniforms(1, n, "a", 0), uniforms(2, n, "a")
    assert 1e-6 < stats.kstest(a, "uniform").pvalue
    for x in (b, later, other, np.roll(a, 1)):
        assert abs(np.corrcoef(a, x)[0, 1]) < 4.9 / np.sqrt(n)
    assert 0 < a.min()
    assert a.max() < 1


def test_a_slot_follows_from_its_name_alone() -> None:
    assert slot("serial/medic@taji/3") == slot("serial/medic@taji/3") != slot("serial/medic@taji/4")
