"""Matrices in 8 bits: near what was trained, and with sums that no processor cuts off."""

import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

SCRIPT: dict[str, Any] = runpy.run_path(str(Path(__file__).parents[2] / "training" / "export_reader.py"))
MATRICES = hnp.arrays(np.float64, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.floats(-4, 4, width=32))


@given(MATRICES)
def test_a_matrix_in_eight_bits_is_within_half_a_step_of_its_own(matrix: Any) -> None:
    whole, scale = SCRIPT["eight_bits"](matrix)
    assert whole.dtype == np.int8
    assert np.all(np.abs(whole * scale.astype(np.float64) - matrix) <= 0.501 * scale)


@given(MATRICES)
def test_two_products_with_the_greatest_input_stay_within_sixteen_bits(matrix: Any) -> None:
    whole, _ = SCRIPT["eight_bits"](matrix)
    assert 2 * 255 * int(np.abs(whole).max()) <= np.iinfo(np.int16).max


def test_a_column_too_small_for_a_step_counts_as_nothing() -> None:
    whole, scale = SCRIPT["eight_bits"](np.array([[1.0930128e-43, 1.0]]))
    assert whole[:, 0].tolist() == [0]
    assert scale[0] == 1


def test_a_column_of_zeros_stays_zero() -> None:
    whole, scale = SCRIPT["eight_bits"](np.array([[0.0, 1.0], [0.0, -2.0]]))
    assert whole[:, 0].tolist() == [0, 0]
    assert scale[0] == 1


def test_layers_side_by_side_give_what_each_gives_alone() -> None:
    weights = {"a.weight": np.array([[1.0, 2.0]]), "a.bias": np.array([3.0]), "b.weight": np.eye(2), "b.bias": np.zeros(2)}
    matrix, bias = SCRIPT["joined"](weights, ("a", "b"))
    assert (np.array([10.0, 1.0]) @ matrix + bias).tolist() == pytest.approx([15.0, 10.0, 1.0])
