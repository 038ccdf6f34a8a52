"""Work that is done once per case."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from engine.run import Case

T = TypeVar("T")


class _Same:
    """Hashes a case by identity and keeps it alive, so that the identity cannot be taken over by another."""

    __slots__ = ("case",)

    def __init__(self, case: Case) -> None:
        self.case = case

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.case is self.case


def once_per_case(function: Callable[..., T]) -> Callable[..., T]:
    """Remembers what a function of a case (and further hashable arguments) gave for the latest cases."""

    @lru_cache(maxsize=64)
    def remembered(same: _Same, *arguments: object) -> T:
        return function(same.case, *arguments)

    @wraps(function)
    def wrapper(case: Case, *arguments: object) -> T:
        return remembered(_Same(case), *arguments)

    return wrapper
