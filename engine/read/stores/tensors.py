"""TensorProto of TensorFlow: the one number or the texts that a summary holds.

Values stand either as raw bytes in `tensor_content` or in the list field of their type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from engine.read.parts.protobuf import fields

_DTYPE = 1
_CONTENT = 4
_TEXTS = 8
_TEXT = 7  # the dtype of texts
_BFLOAT16 = 14
_VARINT_BITS = 7


class _Kind(NamedTuple):
    """How the values of a dtype are written: in raw bytes, and in a field of their own."""

    raw: str  # of NumPy
    listed_in: int
    listed: str = ""  # of NumPy, for lists of fixed size; empty for varints


# dtype -> kind; see tensorflow/core/framework/types.proto and tensor.proto
_KINDS = {
    1: _Kind("<f4", 5, "<f4"),
    2: _Kind("<f8", 6, "<f8"),
    3: _Kind("<i4", 7),
    4: _Kind("<u1", 7),
    5: _Kind("<i2", 7),
    6: _Kind("<i1", 7),
    9: _Kind("<i8", 10),
    10: _Kind("<u1", 11),
    _BFLOAT16: _Kind("<u2", 13),
    17: _Kind("<u2", 7),
    19: _Kind("<f2", 13),
    22: _Kind("<u4", 16),
    23: _Kind("<u8", 17),
}
_HALVES: dict[int, Callable[[int], float]] = {
    _BFLOAT16: lambda bits: _reinterpreted(bits << 16, "<u4", "<f4"),
    19: lambda bits: _reinterpreted(bits, "<u2", "<f2"),
}


def number_of_tensor(tensor: bytes) -> float | None:
    """Return the value of a tensor of one number, None for any other tensor.

    Raises IndexError or ValueError for a broken message.
    """
    values = dict(fields(tensor))
    dtype = values.get(_DTYPE)
    kind = _KINDS.get(dtype) if isinstance(dtype, int) else None
    if kind is None or not isinstance(dtype, int):
        return None
    content = values.get(_CONTENT)
    if isinstance(content, bytes) and content:
        return _of_bytes(content, kind.raw, dtype)
    listed = values.get(kind.listed_in)
    if listed is None:
        return None
    if isinstance(listed, bytes) and kind.listed:
        return _of_bytes(listed, kind.listed, dtype)
    bits = listed if isinstance(listed, int) else _only_varint(listed)
    if bits is None:
        return None
    return _of_bits(bits, kind, dtype)


def texts_of_tensor(tensor: bytes) -> Iterator[str]:
    """Yield the texts of a tensor of texts.

    Raises IndexError or ValueError for a broken message.
    """
    values = list(fields(tensor))
    if (_DTYPE, _TEXT) not in values:
        return
    for number, value in values:
        if number == _TEXTS and isinstance(value, bytes):
            yield value.decode("utf-8", errors="replace")


def _of_bytes(
    content: bytes,
    spelling: str,
    dtype: int,
) -> float | None:
    number = np.dtype(spelling)
    if len(content) != number.itemsize:
        return None
    value = np.frombuffer(content, dtype=number)[0]
    if dtype == _BFLOAT16:
        return _HALVES[dtype](int(value))
    return float(value)


def _of_bits(
    bits: int,
    kind: _Kind,
    dtype: int,
) -> float:
    """Return the number that a varint spells; half floats are given by their bits."""
    half = _HALVES.get(dtype)
    if half is not None:
        return half(bits & 0xFFFF)
    is_signed = "i" in kind.raw
    if is_signed and bits >= 1 << 63:
        bits -= 1 << 64
    return float(bits)


def _only_varint(packed: bytes) -> int | None:
    """Return the varint of a packed list of one, None for a list of several."""
    value = 0
    for place, byte in enumerate(packed):
        value |= (byte & 0x7F) << (_VARINT_BITS * place)
        if byte < 0x80:
            is_last = place == len(packed) - 1
            return value if is_last else None
    return None


def _reinterpreted(
    bits: int,
    source: str,
    target: str,
) -> float:
    return float(np.array([bits], dtype=source).view(target)[0])
