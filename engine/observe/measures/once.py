"""Work that is done once per case."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from engine.run import Case, Floats

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

_UNKNOWN: Any = object()


class _Memory:
    """Keep the case that was looked at last: function -> arguments -> result."""

    __slots__ = ("blocks", "case", "results")

    def __init__(self) -> None:
        self.blocks = 0  # of `remembering` that are open
        self.forget()

    def forget(self) -> None:
        self.case: Case | None = None
        self.results: dict[Callable[..., Any], dict[Any, Any]] = {}


class _OfThread(threading.local):
    """The memory of each thread: one look at a thread's own values costs more than the others."""

    def __init__(self) -> None:
        self.memory = _Memory()


_own = _OfThread()


def once_per_case(function: Callable[..., T]) -> Callable[..., T]:
    """Remember the results of a function of a case (and further hashable arguments).

    Each thread remembers one case, by identity: a case carries the curves of a whole request.
    """

    @wraps(function)
    def wrapper(case: Case, *arguments: object) -> T:
        memory = _own.memory
        if memory.case is not case:
            memory.forget()
            memory.case = case
        results = memory.results.get(function)
        if results is None:
            results = memory.results[function] = {}
        result: T = results.get(arguments, _UNKNOWN)
        if result is _UNKNOWN:
            result = results[arguments] = function(case, *arguments)
        return result

    return wrapper


def once_per_values(function: Callable[[Floats], T]) -> Callable[[Floats], T]:
    """Remember the results of a function of an array inside `remembering`.

    The array is known by identity, and kept so that no other one takes its place.
    """

    @wraps(function)
    def wrapper(values: Floats) -> T:
        memory = _own.memory
        if not memory.blocks:
            return function(values)
        results = memory.results.setdefault(function, {})
        known = results.get(id(values))
        if known is None:
            known = results[id(values)] = (values, function(values))
        result: T = known[1]
        return result

    return wrapper


def once_per_key(function: Callable[[K], T]) -> Callable[[K], T]:
    """Remember the results of a function of a hashable value, such as a text, inside
    `remembering`: several parts ask for the same of one description.
    """

    @wraps(function)
    def wrapper(value: K) -> T:
        memory = _own.memory
        if not memory.blocks:
            return function(value)
        results = memory.results.setdefault(function, {})
        result: T = results.get(value, _UNKNOWN)
        if result is _UNKNOWN:
            result = results[value] = function(value)
        return result

    return wrapper


@contextmanager
def remembering() -> Iterator[None]:
    """Let go of the case at the end of the block, or of the outer one that it stands in."""
    memory = _own.memory
    memory.blocks += 1
    try:
        yield
    finally:
        memory.blocks -= 1
        if not memory.blocks:
            memory.forget()


def forget_case() -> None:
    """Let go of the case that this thread looked at last."""
    _own.memory.forget()
