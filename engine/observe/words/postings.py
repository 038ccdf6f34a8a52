"""Which feature each text has, for an inverted index."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.words_model.vectorizer import Vectorizer

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """Which feature (column) each text (row) has, and its value there."""

    columns: Numbers
    rows: Numbers
    weights: NDArray[np.float32]


def postings_of(
    texts: list[str],
    vectorizer: Vectorizer,
) -> Postings:
    """Return the features of each text, in the order of the texts."""
    columns: list[int] = []
    rows: list[int] = []
    weights: list[float] = []
    for row, text in enumerate(texts):
        own_columns, values = vectorizer(text)
        count = len(own_columns)
        columns += own_columns.tolist()
        rows += [row] * count
        weights += values.tolist()
    return Postings(
        np.array(columns, dtype=np.int32),
        np.array(rows, dtype=np.int32),
        np.array(weights, dtype=np.float32),
    )


def starts_of(counts: NDArray[np.intp]) -> Numbers:
    """Return where the postings of each column begin, and the end of the last."""
    ends = np.cumsum(counts)
    starts = np.insert(ends, 0, 0)
    return starts.astype(np.int32)
