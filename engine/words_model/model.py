"""A linear model from free text to failure modes: one weight per feature and mode, NumPy only."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from engine.words_model.features import features

# How much each family of features counts in the length of a text's vector. Chosen by leave-one-out
# accuracy on the case library (words alone 0.81, with these 0.83 for the first three).
FAMILY_WEIGHTS: Mapping[str, float] = {"w": 1.0, "p": 0.5, "c": 0.7}


@dataclass(frozen=True, slots=True, eq=False)
class Vectorizer:
    """Text to a unit vector: sublinear term frequency times inverse document frequency, each family
    scaled apart.
    """

    positions: Mapping[str, int]  # feature -> column
    idf: NDArray[np.float32]
    scoped: bool = False  # whether words under a negation are other words

    def __call__(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The non-zero columns and their values; both empty when no feature is known."""
        counts = Counter(
            feature for feature in features(text, self.scoped) if feature in self.positions
        )
        if not counts:
            return np.empty(0, np.intp), np.empty(0, np.float32)
        names = list(counts)
        columns = np.array([self.positions[name] for name in names], dtype=np.intp)
        values = (
            1 + np.log(np.array([counts[name] for name in names], dtype=np.float32))
        ) * self.idf[columns]
        return columns, _scaled_by_family(names, values)


def _scaled_by_family(names: Iterable[str], values: NDArray[np.float32]) -> NDArray[np.float32]:
    families = np.array([name[0] for name in names])
    scaled = np.zeros_like(values)
    for family, weight in FAMILY_WEIGHTS.items():
        chosen = families == family
        norm = float(np.linalg.norm(values[chosen]))
        if norm > 0:
            scaled[chosen] = weight * values[chosen] / norm
    return scaled / np.float32(np.linalg.norm(scaled))


@dataclass(frozen=True, slots=True, eq=False)
class TextModel:
    """`weights` has the shape (features, classes); `fingerprint` names the cases it was trained
    on.
    """

    classes: tuple[str, ...]
    vectorizer: Vectorizer
    weights: NDArray[np.float32]
    temperature: float
    fingerprint: str

    def log_probabilities(self, text: str) -> dict[str, float]:
        """log P(class | text) for every class; uniform when the text holds no known feature."""
        columns, values = self.vectorizer(text)
        scores = (values @ self.weights[columns]).astype(np.float64) / self.temperature
        scores -= scores.max()
        log_probabilities = scores - np.log(np.exp(scores).sum())
        return dict(zip(self.classes, log_probabilities.tolist(), strict=True))

    def to_bytes(self) -> bytes:
        """One compressed NumPy archive without pickled objects; half precision is enough for the
        weights.
        """
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            classes=np.array(self.classes),
            features=np.frombuffer("\n".join(self.vectorizer.positions).encode(), dtype=np.uint8),
            idf=self.vectorizer.idf.astype(np.float16),
            weights=self.weights.astype(np.float16),
            temperature=np.array(self.temperature),
            fingerprint=np.array(self.fingerprint),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> TextModel:
        """Raises ValueError when the archive is not one of ours."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as archive:
                names = archive["features"].tobytes().decode().split("\n")
                return cls(
                    classes=tuple(archive["classes"].tolist()),
                    vectorizer=Vectorizer(
                        {name: column for column, name in enumerate(names)},
                        archive["idf"].astype(np.float32),
                        scoped=True,
                    ),
                    weights=archive["weights"].astype(np.float32),
                    temperature=float(archive["temperature"]),
                    fingerprint=str(archive["fingerprint"]),
                )
        except (KeyError, OSError, EOFError, ValueError, BadZipFile) as error:
            raise ValueError(f"not a text model: {error}") from error
