"""What a store of counts gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Count:
    """How often something was asked for since a moment (Unix seconds)."""

    times: int
    since: float


class Store(Protocol):
    def __call__(self, key: str, seconds: int, now: float) -> Count:
        """Count one more, in a new period where the last one is over, and return the count.

        Two callers at once never get the same count.
        """
