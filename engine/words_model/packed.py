"""A text model that is unpacked when the first text is read.

Unpacked it takes 27 MB, and a log without a description has no words to judge.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.words_model.model import TextModel


class PackedTextModel:
    """The text model of a file, as its bytes until somebody asks for the scores of a text."""

    def __init__(self, data: bytes) -> None:
        """Raise ValueError for anything but a whole model of this format."""
        # Unpacked once and let go: a broken file is told at the start, not by the first question.
        checked = TextModel.from_bytes(data)
        self.classes = checked.classes
        self.fingerprint = checked.fingerprint
        self._data = data

    @cached_property
    def unpacked(self) -> TextModel:
        return TextModel.from_bytes(self._data)

    def log_probabilities(
        self,
        text: str,
        scores: NDArray[np.float64] | None = None,
    ) -> dict[str, float]:
        return self.unpacked.log_probabilities(text, scores)

    def scores(self, text: str) -> NDArray[np.float64]:
        return self.unpacked.scores(text)

    def understood(self, text: str) -> float:
        return self.unpacked.understood(text)

    def confidence(self, text: str) -> float:
        return self.unpacked.confidence(text)
