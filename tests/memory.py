"""Measure how much memory a call takes at its peak; NumPy reports its arrays to tracemalloc too."""

import gc
import tracemalloc
from collections.abc import Callable

MEGABYTE = 1e6


def peak_of(call: Callable[[], object]) -> int:
    """Return the bytes that `call` held at once, without what was there before."""
    gc.collect()
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
