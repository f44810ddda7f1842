"""Linear models as arrays."""

import numpy as np

from cadre.solving.linear import LinearModel


def test_blocks_of_columns_are_numbered_in_order_and_keep_their_bounds() -> None:
    model = LinearModel()
    first, second = model.add((2, 3), 0, [[1, 2, 3], [4, 5, 6]]), model.add(2, -1, integer=True)
    lower, upper, integer = model.bounds()
    assert first.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert second.tolist() == [6, 7]
    assert lower.tolist() == [0] * 6 + [-1, -1]
    assert upper.tolist() == [1, 2, 3, 4, 5, 6, np.inf, np.inf]
    assert integer.tolist() == [False] * 6 + [True, True]


def test_terms_are_broadcast_summed_and_sorted_and_zeros_are_left_out() -> None:
    model = LinearModel()
    x = model.add(3)
    model.require("a", [([0, 1], x[:2], 2.0), (0, x, [1.0, 1.0, 1.0])], upper=5)
    rows = model.require("b", [(0, x[2], 1.0), (0, x[2], -1.0)], lower=[0.0])
    assert [part.tolist() for part in model.triplets()] == [[0, 0, 0, 1], [0, 1, 2, 1], [3, 1, 1, 2]]
    assert rows.tolist() == [2]
    assert model.blocks == {"a": (0, 2), "b": (2, 3)}


def test_a_block_has_the_length_of_its_bounds_where_no_term_reaches_it() -> None:
    model = LinearModel()
    model.add(1)
    model.require("a", [], upper=np.zeros(4))
    assert model.rows == 4


def test_an_objective_adds_what_is_said_of_a_column_twice() -> None:
    model = LinearModel()
    x = model.add(2)
    model.minimise([(x, [1.0, 2.0]), (x[0], 3.0)])
    assert model.objectives[0].tolist() == [4, 2]


def test_the_same_rows_can_be_asked_for_another_objective_within_other_bounds() -> None:
    model = LinearModel()
    x = model.add(2, 0, 9)
    model.minimise([(x[:1], 1.0)])
    model.add(1)
    other = model.only(model.objectives, upper=np.array([1.0, 2.0, 3.0]))
    assert other.objectives[0].tolist() == [1, 0, 0]
    assert other.bounds()[1].tolist() == [1, 2, 3]
    assert model.bounds()[1].tolist() == [9, 9, np.inf]


def test_a_model_without_rows_has_no_triplets() -> None:
    assert [part.size for part in LinearModel().triplets()] == [0, 0, 0]
