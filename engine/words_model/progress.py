"""Say how far a long calculation is, every few seconds and no more often."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Report = Callable[[str], None]
Step = TypeVar("Step")

SECONDS = 2.0  # between two lines


def silent(line: str) -> None:
    """Report to nobody."""


def watched(steps: Sequence[Step], doing: str, report: Report) -> Iterator[Step]:
    """Yield the steps in order; report the number of steps done when SECONDS have passed."""
    last = time.monotonic()

    for done, step in enumerate(steps):
        now = time.monotonic()
        if now - last >= SECONDS:
            report(f"{doing}: {done:,} of {len(steps):,}")
            last = now
        yield step
