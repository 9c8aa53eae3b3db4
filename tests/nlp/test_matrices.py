"""Products of matrices: right, and the same for a row whatever stands beside it."""

from __future__ import annotations

import numpy as np
import pytest
from thinc.api import NumpyOps, get_current_ops

from ipr_lint.nlp import matrices


@pytest.mark.parametrize("rows", [0, 1, 127, 128, 129, 300])
def test_products_are_right_and_do_not_depend_on_the_batch(rows: int) -> None:
    chance = np.random.default_rng(7)
    x = chance.random((rows, 96), dtype=np.float32)
    y = chance.random((288, 96), dtype=np.float32)
    ops = matrices.operations()
    product = ops.gemm(x, y, trans2=True)
    np.testing.assert_allclose(product, x @ y.T, rtol=1e-5)
    given = np.empty((rows, 288), dtype=np.float32)
    assert ops.gemm(x, y, out=given, trans2=True) is given
    assert np.array_equal(given, product)
    for row in range(rows):
        assert np.array_equal(ops.gemm(x[row : row + 1], y, trans2=True)[0], product[row])


def test_the_setting_of_the_process_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    before = get_current_ops()
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    with matrices.quick():
        assert isinstance(get_current_ops(), NumpyOps)
    assert get_current_ops() is before


def test_several_threads_leave_all_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    before = get_current_ops()
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    with matrices.quick():
        assert get_current_ops() is before
