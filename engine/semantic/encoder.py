"""What the extra needs of a sentence encoder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """A frozen model from texts to vectors.

    name: of the model and its version, so that vectors of two are never mixed. width: numbers of a
    vector. An encoder can be pickled: what is fitted with it is kept on disk.
    """

    @property
    def name(self) -> str: ...

    @property
    def width(self) -> int: ...

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of length 1 for each text, in the shape (texts, width)."""
        ...


def unit(vectors: Vectors) -> Vectors:
    """Scale each row to length 1; a row of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled = vectors / np.maximum(lengths, 1e-12)
    return np.asarray(scaled, dtype=np.float32)
