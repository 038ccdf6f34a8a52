"""Give the memory of large bodies back to the system when they are done with."""

from __future__ import annotations

import ctypes

# Numbers of glibc's mallopt.
M_MMAP_THRESHOLD = -3
M_ARENA_MAX = -8

LARGE = 256 * 1024  # bytes of a block that is mapped alone, and unmapped when it is freed
ARENAS = 2


def give_back_large_blocks() -> bool:
    """Return whether the C library could be told so; only glibc needs it and has the call.

    By itself glibc raises the size of what it maps alone to that of the largest block it has seen
    freed (up to 32 MiB), and keeps blocks below it, in each of many arenas.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    settings = ((M_MMAP_THRESHOLD, LARGE), (M_ARENA_MAX, ARENAS))
    return all(mallopt(*setting) for setting in settings)
