"""Which feature each text has, for an inverted index."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.words_model.vectorizer import Vectorizer

Numbers = NDArray[np.int32]

# NumPy joins no empty list: without a text these are all.
_NONE = np.empty(0, dtype=np.intp)
_NO_WEIGHTS = np.empty(0, dtype=np.float32)


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
    columns = [_NONE]
    weights = [_NO_WEIGHTS]
    counts = []
    for text in texts:
        own_columns, values = vectorizer(text)
        columns.append(own_columns)
        weights.append(values)
        counts.append(len(values))
    numbers = np.arange(len(texts), dtype=np.int32)
    joined = np.concatenate(columns)
    return Postings(
        joined.astype(np.int32),
        np.repeat(numbers, counts),
        np.concatenate(weights),
    )


def starts_of(counts: NDArray[np.intp]) -> Numbers:
    """Return where the postings of each column begin, and the end of the last."""
    ends = np.cumsum(counts)
    starts = np.insert(ends, 0, 0)
    return starts.astype(np.int32)
