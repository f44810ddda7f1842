"""Products of tall matrices, in blocks that linear algebra libraries work off on one thread.

Takes matrices with one row per future, gives their products. Sums run in a fixed order, so the result does
not depend on how many threads there are; and where several processes share a machine, threads that wait for
each other cost more than they save (measured: docs/design/decision.md).
"""

from __future__ import annotations

import numpy as np

from cadre.statistics.arrays import Floats

BLOCK = 200_000
"""Multiplications in a block; OpenBLAS takes a second thread from 262,144 on."""


def gram(a: Floats, b: Floats) -> Floats:
    """Return `a.T @ b` of two matrices with the same number of rows."""
    size = max(1, BLOCK // max(1, a.shape[1] * b.shape[1]))
    whole = len(a) - len(a) % size
    blocks_a = a[:whole].reshape(-1, size, a.shape[1])
    blocks_b = b[:whole].reshape(-1, size, b.shape[1])
    product = np.matmul(blocks_a.transpose(0, 2, 1), blocks_b).sum(axis=0)
    return np.asarray(product + a[whole:].T @ b[whole:], np.float64)


def rows(a: Floats, b: Floats) -> Floats:
    """Return `a @ b`, block of rows by block of rows."""
    size = max(1, BLOCK // max(1, b.size))
    whole = len(a) - len(a) % size
    product = np.empty((len(a), b.shape[1]))
    np.matmul(a[:whole].reshape(-1, size, a.shape[1]), b, out=product[:whole].reshape(-1, size, b.shape[1]))
    product[whole:] = a[whole:] @ b
    return product
