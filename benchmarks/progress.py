"""Say on the standard error how far a long measurement is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TextIO, TypeVar

PATIENCE = 2.0  # seconds without a word

T = TypeVar("T")


def counted(
    items: Sequence[T],
    what: str,
    stream: TextIO | None = None,
    patience: float = PATIENCE,
) -> Iterator[T]:
    """Yield the items; print how many are done whenever `patience` seconds have passed."""
    told = time.perf_counter()
    for done, item in enumerate(items):
        now = time.perf_counter()
        if now - told > patience:
            told = now
            out = stream or sys.stderr
            out.write(f"{done} of {len(items)} {what}\n")
            out.flush()
        yield item
