"""The text model with sentence vectors beside its words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import TextModel
from engine.semantic.addition import Addition
from engine.semantic.encoder import Encoder


@dataclass(frozen=True, slots=True, eq=False)
class SemanticModel:
    """A text model whose probabilities rest on its words and on the vector of the whole text.

    The scores of single clauses, of which some are quoted, are those of the words: a vector of each
    would take longer than all the rest of an answer.
    """

    words: TextModel
    encoder: Encoder
    addition: Addition

    @property
    def classes(self) -> tuple[str, ...]:
        return self.words.classes

    @property
    def fingerprint(self) -> str:
        return self.words.fingerprint

    def log_probabilities(
        self,
        text: str,
        scores: NDArray[np.float64] | None = None,
    ) -> dict[str, float]:
        """Return log P(class | text) of every class; `scores` of the words, where known."""
        of_words = self.words.scores(text) if scores is None else scores
        scores = of_words + self.added(text)
        confidence = self.confidence(text)
        sharpness = confidence / self.addition.temperature
        logits = scores * sharpness
        logits -= logits.max()
        powers = np.exp(logits)
        total = powers.sum()
        log_probabilities = logits - np.log(total)
        pairs = zip(
            self.classes,
            log_probabilities.tolist(),
            strict=True,
        )
        return dict(pairs)

    def added(self, text: str) -> NDArray[np.float64]:
        """Return what the vector of the text adds to the score of each class."""
        addition = self.addition
        vectors = self.encoder([text])
        similarities = addition.landmarks(vectors)
        (added,) = similarities @ addition.coefficients
        return np.asarray(
            added,
            dtype=np.float64,
        )

    def scores(self, text: str) -> NDArray[np.float64]:
        return self.words.scores(text)

    def understood(self, text: str) -> float:
        return self.words.understood(text)

    def confidence(self, text: str) -> float:
        return self.words.confidence(text)


def joined(words: TextModel, encoder: Encoder, addition: Addition) -> SemanticModel:
    """Put the three together. Raises ValueError where they were not fitted with one another."""
    if addition.fingerprint != words.fingerprint:
        raise ValueError("fitted with another text model")
    if addition.encoder != encoder.name:
        message = f"fitted with {addition.encoder}, and {encoder.name} is installed"
        raise ValueError(message)
    landmarks, width = addition.landmarks.points.shape
    classes = len(words.classes)
    fitting = (landmarks, classes)
    if addition.coefficients.shape != fitting or width != encoder.width:
        raise ValueError("its arrays do not fit the encoder and the classes")
    return SemanticModel(words, encoder, addition)
