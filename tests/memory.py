"""Measure how much memory a call takes at its peak; NumPy reports its arrays to tracemalloc too."""

import gc
import tracemalloc
from collections.abc import Callable


def peak_of(call: Callable[[], object]) -> int:
    """Return the bytes that `call` held at once, beyond what was there before."""
    call()  # fills the caches that outlive a call: alias tables, compiled patterns
    gc.collect()
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
