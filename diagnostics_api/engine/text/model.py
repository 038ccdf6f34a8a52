"""A linear model from free text to failure modes: one weight per feature and mode, NumPy only."""

from __future__ import annotations

import io
from dataclasses import dataclass
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from diagnostics_api.engine.text.vectorizer import Vectorizer


@dataclass(frozen=True, slots=True, eq=False)
class TextModel:
    """`weights` has the shape (features, classes); `fingerprint` names the cases it was trained on."""

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
        """One compressed NumPy archive without pickled objects; half precision is enough for the weights."""
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
