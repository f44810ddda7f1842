"""Products in blocks are the products."""

import numpy as np
import pytest

from cadre.statistics.products import gram, rows


@pytest.mark.parametrize("n", [0, 1, 999, 10_007])
def test_blocks_add_up_to_the_whole(n: int) -> None:
    luck = np.random.default_rng(n)
    a, b, c = luck.normal(size=(n, 7)), luck.normal(size=(n, 30)), luck.normal(size=(7, 190))
    assert pytest.approx(a.T @ b, abs=1e-9) == gram(a, b)
    assert pytest.approx(a @ c, abs=1e-9) == rows(a, c)
