"""What sentence vectors add to a text model, and its file."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from engine.semantic.encoder import Vectors
from engine.semantic.kernel import Landmarks

FORMAT = 1


@dataclass(frozen=True, slots=True, eq=False)
class Addition:
    """What sentence vectors add to the scores of a text model.

    fingerprint: of the text model that it was fitted with. encoder: name of the encoder.
    coefficients: (landmarks, classes). temperature: of both together.
    """

    fingerprint: str
    encoder: str
    landmarks: Landmarks
    coefficients: Vectors
    temperature: float

    def to_bytes(self) -> bytes:
        """Return one compressed NumPy archive without pickled objects."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            format=np.array(FORMAT),
            fingerprint=np.array(self.fingerprint),
            encoder=np.array(self.encoder),
            mean=_half(self.landmarks.mean),
            points=_half(self.landmarks.points),
            coefficients=_half(self.coefficients),
            temperature=np.array(self.temperature),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> Addition:
        """Raise ValueError for anything but a whole file of this format."""
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as archive:
                arrays = dict(archive)
        except (OSError, EOFError, ValueError, BadZipFile, zlib.error) as error:
            raise ValueError("not a semantic model, or only a part of one") from error
        version = arrays.get("format", np.array(0))
        if version.item() != FORMAT:
            message = f"a semantic model of format {version}, where {FORMAT} is needed"
            raise ValueError(message)
        try:
            return _addition_of(arrays)
        except KeyError as error:
            raise ValueError(f"not a semantic model: {error} is missing") from error


def _addition_of(arrays: Mapping[str, NDArray[Any]]) -> Addition:
    """Raise KeyError where an array is missing."""
    landmarks = Landmarks(
        _single(arrays["mean"]),
        _single(arrays["points"]),
    )
    temperature = arrays["temperature"]
    return Addition(
        fingerprint=str(arrays["fingerprint"]),
        encoder=str(arrays["encoder"]),
        landmarks=landmarks,
        coefficients=_single(arrays["coefficients"]),
        temperature=float(temperature),
    )


def _single(array: NDArray[Any]) -> Vectors:
    return array.astype(np.float32)


def _half(array: Vectors) -> NDArray[np.float16]:
    return array.astype(np.float16)
