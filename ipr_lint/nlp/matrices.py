"""Matrix products for spaCy by numpy instead of BLIS: a third less work, whatever is in the batch."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_THREADS = "OPENBLAS_NUM_THREADS"
_ROWS = 128  # in a product; no whole multiple of what OpenBLAS takes at a time, and its last rows get other roundings


@contextmanager
def quick() -> Iterator[None]:
    """Models that are loaded within use numpy's products, where that is known to pay; the process's setting stays.

    It must be OpenBLAS with one thread: with several, each small product waits for all of them, and a busy
    machine takes ten times longer. Their number can be chosen only before numpy is imported.
    """
    if "numpy" not in sys.modules:
        os.environ.setdefault(_THREADS, "1")
    from thinc.api import get_current_ops, set_current_ops

    if os.environ.get(_THREADS) != "1" or not _is_openblas() or type(get_current_ops()).__name__ != "NumpyOps":
        yield
        return
    before = get_current_ops()
    set_current_ops(operations())
    try:
        yield
    finally:
        set_current_ops(before)


def operations() -> Any:
    """thinc's operations (`Ops`) with products in blocks of the same size."""
    import numpy as np
    from thinc.api import NumpyOps

    class BlockOps(NumpyOps):  # type: ignore[misc]  # thinc says nothing of its type
        """A row's product must not depend on the rows beside it, or the same text would be read in two ways."""

        def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            """x (n, k) times y (k, m), transposed where told; (n, m)."""
            if trans1:  # only in training
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            if trans2:
                y = y.T
            rows, whole = len(x), len(x) - len(x) % _ROWS
            out = np.empty((rows, y.shape[1]), dtype=x.dtype) if out is None else out
            for start in range(0, whole, _ROWS):
                np.dot(x[start : start + _ROWS], y, out=out[start : start + _ROWS])
            if whole < rows:
                padded = np.zeros((_ROWS, x.shape[1]), dtype=x.dtype)
                padded[: rows - whole] = x[whole:]
                out[whole:] = np.dot(padded, y)[: rows - whole]
            return out

    return BlockOps(use_blis=False)


def _is_openblas() -> bool:
    import numpy as np

    told: Any = np.show_config(mode="dicts")
    return "openblas" in str(told.get("Build Dependencies", {}).get("blas", {}).get("name", ""))
