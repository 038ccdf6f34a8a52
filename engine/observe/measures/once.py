"""Work that is done once per case."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from engine.run import Case

T = TypeVar("T")


class _Same:
    """Hash a case by identity, and keep it alive so that no other case gets the same identity."""

    __slots__ = ("case",)

    def __init__(self, case: Case) -> None:
        self.case = case

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.case is self.case


def once_per_case(function: Callable[..., T]) -> Callable[..., T]:
    """Remember the results of a function of a case and further hashable arguments."""

    @lru_cache(maxsize=64)
    def remembered(same: _Same, *arguments: object) -> T:
        return function(same.case, *arguments)

    @wraps(function)
    def wrapper(case: Case, *arguments: object) -> T:
        return remembered(_Same(case), *arguments)

    return wrapper
