"""A linear model from free text to failure modes, and its file."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from engine.words_model.novelty import Known, known_of
from engine.words_model.positions import Positions
from engine.words_model.prune import PrunedWeights
from engine.words_model.sparse import offsets
from engine.words_model.vectorizer import Vectorizer

# Raise it when the file's arrays or features.py change; older models are then refused.
FORMAT = 5

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class TextModel:
    """`fingerprint` names the examples that the model was fitted on."""

    classes: tuple[str, ...]
    vectorizer: Vectorizer
    weights: PrunedWeights
    temperature: float
    fingerprint: str

    def log_probabilities(
        self,
        text: str,
        scores: NDArray[np.float64] | None = None,
    ) -> dict[str, float]:
        """Return log P(class | text) of every class; `scores` of the text, where known.

        The fewer words the model knows of the text, the more alike they are.
        """
        known = self.scores(text) if scores is None else scores
        logits = known * (self.confidence(text) / self.temperature)
        logits -= logits.max()
        log_probabilities = logits - np.log(np.exp(logits).sum())
        return dict(zip(self.classes, log_probabilities.tolist(), strict=True))

    def scores(self, text: str) -> NDArray[np.float64]:
        """Return the score of each class, in their order; all 0 without a known feature."""
        columns, values = self.vectorizer(text)
        return self.weights.scores(columns, values, len(self.classes))

    def understood(self, text: str) -> float:
        """Return the share of the words, weighted by rarity, that the model knows."""
        return self._known(text).understood

    def confidence(self, text: str) -> float:
        """Return what the scores are multiplied by: less for short texts and unknown words."""
        return self._known(text).confidence

    def _known(self, text: str) -> Known:
        return known_of(text, self.vectorizer)

    def to_bytes(self) -> bytes:
        """Return one compressed NumPy archive without pickled objects."""
        weights = self.weights
        names = "\n".join(self.vectorizer.positions)
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            format=np.array(FORMAT),
            classes=np.array(self.classes),
            features=np.frombuffer(names.encode(), dtype=np.uint8),
            idf=self.vectorizer.idf.astype(np.float16),
            counts=np.diff(weights.starts).astype(np.uint16),
            steps=_packed(weights.classes),
            levels=weights.levels,
            scales=weights.scales,
            temperature=np.array(self.temperature),
            fingerprint=np.array(self.fingerprint),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> TextModel:
        """Raise ValueError for anything but a whole model of this format."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as archive:
                arrays = dict(archive)
        except (OSError, EOFError, ValueError, BadZipFile, zlib.error) as error:
            # NumPy's own message advises to load the file unsafely.
            raise ValueError("not a text model, or only a part of one") from error

        version = arrays.get("format", np.array(1)).item()
        if version != FORMAT:
            raise ValueError(f"a text model of format {version}, where {FORMAT} is needed")
        try:
            return _model_of(arrays)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"not a text model: {error}") from error


def _model_of(arrays: Arrays) -> TextModel:
    classes = tuple(arrays["classes"].tolist())
    positions = Positions(arrays["features"].tobytes())
    weights = PrunedWeights(
        starts=offsets(arrays["counts"]),
        classes=_unpacked(arrays["steps"]),
        levels=arrays["levels"],
        scales=arrays["scales"],
    )
    idf = arrays["idf"].astype(np.float32)

    _refuse_parts_that_do_not_match(weights, len(classes), {len(positions), len(idf)})
    return TextModel(
        classes=classes,
        vectorizer=Vectorizer(positions, idf, scoped=True),
        weights=weights,
        temperature=float(arrays["temperature"]),
        fingerprint=str(arrays["fingerprint"]),
    )


def _refuse_parts_that_do_not_match(
    weights: PrunedWeights,
    classes: int,
    features: set[int],
) -> None:
    if features != {len(weights.scales)} or features != {len(weights.starts) - 1}:
        raise ValueError("its arrays do not have one value for each feature")
    if {len(weights.levels), len(weights.classes)} != {weights.starts[-1]}:
        raise ValueError("its arrays do not have one value for each weight")
    if np.any(weights.classes >= classes):
        raise ValueError("it has weights of a class that it does not name")


def _packed(classes: NDArray[np.uint16]) -> NDArray[np.uint8]:
    """Return the steps between neighbors, all low bytes before all high ones.

    Steps wrap around where a new feature starts with a smaller class. They compress to 1.0 MB for
    2.4 million weights of 296 classes, against 1.4 MB of the numbers as they are.
    """
    steps = np.diff(classes, prepend=np.uint16(0)).astype("<u2")
    return np.ascontiguousarray(steps.view(np.uint8).reshape(-1, 2).T)


def _unpacked(packed: NDArray[np.uint8]) -> NDArray[np.uint16]:
    steps = np.ascontiguousarray(packed.T).view("<u2").ravel()
    return np.cumsum(steps, dtype=np.uint16)
