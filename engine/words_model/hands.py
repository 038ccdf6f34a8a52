"""Hold out whole hands: all texts of one writer, or of one voice of a writer.

A model is surer of the texts of a hand that it was fitted on than of a stranger's, even when the
text itself is left out. So its temperature and its figures come from hands that are held out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.words_model.sparse import Dense

Rows = NDArray[np.intp]


def rows_of_hands(hands: Sequence[str]) -> list[Rows]:
    """Return the rows of each hand, in the order of their names.

    Rows without a hand (an empty name) are in none. Hands are not joined to fewer folds: a failure
    that two hands reported would be unknown where both are left out.
    """
    names = np.array(hands, dtype=np.str_)
    return [np.flatnonzero(names == name) for name in sorted(set(hands)) if name]


def held_out_together(
    inverse_factor: Sequence[Dense],
    coefficients: Dense,
    targets: Dense,
    rows: Rows,
) -> Dense:
    """Return the predictions for these rows, in ascending order, by a model without all of them.

    With A the matrix of the dual system, whose Cholesky factor has the inverse `inverse_factor` in
    panels of rows, the error of the model without the rows R is the solution of
    (A^-1)[R, R] error = coefficients[R]: the block form of the closed form for a single row.
    """
    block = np.zeros((len(rows), len(rows)))
    for panel in inverse_factor:
        inside = rows[: np.searchsorted(rows, panel.shape[1])]
        part = panel[:, inside]
        block[: len(inside), : len(inside)] += part.T @ part

    errors = np.linalg.solve(block, coefficients[rows].astype(np.float64))
    return (targets[rows] - errors).astype(np.float32)
