"""Arrays of NumPy files without pickles, and without room for more than the file holds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from tokenize import TokenError
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

START = b"\x93NUMPY"
_READERS = {
    (1, 0): np.lib.format.read_array_header_1_0,
    (2, 0): np.lib.format.read_array_header_2_0,
}
# What NumPy lets through of a header that is no Python literal.
_BROKEN_HEADER = (
    ValueError,
    SyntaxError,
    TypeError,
    EOFError,
    MemoryError,
    RecursionError,
    TokenError,
)
_NUMBERS = "biuf"  # kinds of dtype: flags, whole numbers, floating point

Numbers = NDArray[np.float64]


def array_of(content: bytes) -> NDArray[np.generic] | None:
    """Return the array of a .npy file; None for one of objects, which only a pickle could hold.

    Raises ValueError for a broken file, and for one whose header promises more than it holds.
    """
    stream = io.BytesIO(content)
    version = np.lib.format.read_magic(stream)
    read_header = _READERS.get(version)
    if read_header is None:
        raise ValueError(f"unknown version {version}")
    try:
        shape, is_by_column, dtype = read_header(stream)
    except _BROKEN_HEADER as error:
        raise ValueError("the header is broken") from error
    if dtype.hasobject:
        return None
    body = content[stream.tell() :]
    count = _size(shape)
    if count * dtype.itemsize > len(body):
        raise ValueError("the array breaks off")
    flat = np.empty(0, dtype=dtype)
    if count:
        flat = np.frombuffer(body, dtype=dtype, count=count)
    order: Literal["F", "C"] = "F" if is_by_column else "C"
    return flat.reshape(shape, order=order)


def _size(shape: tuple[int, ...]) -> int:
    size = 1
    for length in shape:
        size *= length
    return size


def columns_of(name: str, array: NDArray[Any]) -> Iterator[tuple[str, Numbers]]:
    """Yield a column of numbers, or the fields of an array of records; nothing for others."""
    if array.dtype.names:
        for field in array.dtype.names:
            path = f"{name}/{field}" if name else field
            yield from columns_of(path, array[field])
    elif array.dtype.kind in _NUMBERS:
        yield name, array.astype(np.float64)
