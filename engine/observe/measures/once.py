"""Work that is done once per case."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from engine.run import Case

T = TypeVar("T")


class _Latest(threading.local):
    """Keep the case that a thread looked at last: (function, arguments) -> result."""

    def __init__(self) -> None:
        self.case: Case | None = None
        self.results: dict[tuple[Any, ...], Any] = {}


_latest = _Latest()


def once_per_case(function: Callable[..., T]) -> Callable[..., T]:
    """Remember the results of a function of a case (and further hashable arguments).

    Each thread remembers one case, by identity: a case carries the curves of a whole request.
    """

    @wraps(function)
    def wrapper(case: Case, *arguments: object) -> T:
        if _latest.case is not case:
            _latest.case, _latest.results = case, {}
        results = _latest.results
        key = (function, *arguments)
        if key not in results:
            results[key] = function(case, *arguments)
        result: T = results[key]
        return result

    return wrapper


def forget_case() -> None:
    """Let go of the case that this thread looked at last."""
    _latest.case, _latest.results = None, {}
