import io
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.stores.arrays import array_of, columns_of


def saved(array, **options):
    stream = io.BytesIO()
    np.save(stream, array, **options)
    return stream.getvalue()


@pytest.mark.parametrize(
    "array",
    [
        np.array([1.0, 2.5]),
        np.array([[1, 2], [3, 4]], dtype=np.int16),
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.array(3.0),
        np.empty((0, 4)),
        np.array([1.5], dtype=">f4"),
    ],
)
def test_arrays_are_read_as_numpy_reads_them(array):
    found = array_of(saved(array))

    assert found.shape == array.shape
    assert np.array_equal(found, array)


def test_objects_are_never_loaded():
    assert array_of(saved(np.array([{}], dtype=object), allow_pickle=True)) is None


def test_header_that_promises_too_much_is_refused():
    huge = saved(np.zeros(10)).replace(b"(10,), }" + b" " * 7, b"(9000000000,), }"[:15])

    with pytest.raises(ValueError, match=r"breaks off|header is broken"):
        array_of(huge)


@pytest.mark.parametrize("header", [b"(10,", b"{'a'", b"\n\xff", b"__import__('os')"])
def test_header_that_is_broken_is_refused(header):
    start = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little")

    with pytest.raises(ValueError, match="header"):
        array_of(start + header)


def test_array_that_breaks_off_is_refused():
    with pytest.raises(ValueError, match="breaks off"):
        array_of(saved(np.zeros(10))[:-1])


def test_columns_of_records():
    records = np.array([(1, 2.0, "a")], dtype=[("step", "i4"), ("loss", "f4"), ("name", "U3")])

    assert [name for name, _ in columns_of("log", records)] == ["log/step", "log/loss"]
    assert list(columns_of("names", np.array(["a"]))) == []


@given(st.binary(max_size=120))
def test_any_bytes_are_read_or_refused(content):
    with suppress(ValueError, OverflowError):
        array_of(b"\x93NUMPY\x01\x00" + content)
