"""The names that a part of the engine cannot do without, so that it is called where one is given.

They are found, not declared: a part is run once on a case without anything, and what it asks for is
kept. A case that has none of these names either gives it the same replies, so it takes the same way
through its code to the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, cast

from engine.observe.measures.once import remembering
from engine.run import Case

Names = frozenset[str]

_EMPTY = Case()


def names_in(case: Case) -> Names:
    """Return the names of all curves, tables and settings of a case."""
    nothing: Names = frozenset()
    return nothing.union(
        case.series,
        case.layers,
        case.classes,
        case.config,
    )


def can_do_without(part: Callable[[Case], object], names: Names) -> bool:
    """Say whether a part makes of a case with these names what it makes of an empty one."""
    needed = needs_of(part)
    return needed is not None and needed.isdisjoint(names)


@lru_cache(maxsize=512)  # detectors and readers of normal pages
def needs_of(part: Callable[[Case], object]) -> Names | None:
    """Return the names one of which a part needs to make more of a case than of an empty one.

    None where other things count as well: all names together, lines of a log, or words. So it is
    for a part that fails without a run.
    """
    nothing = _Nothing()
    with suppress(Exception), remembering():
        part(cast(Case, nothing))
        return nothing.asked.names()
    return None


class _Asked(Mapping[str, Any]):
    """Hold nothing, and keep the names that are asked for."""

    def __init__(self) -> None:
        self.single: set[str] = set()
        self.is_more_asked = False

    def names(self) -> Names | None:
        return None if self.is_more_asked else frozenset(self.single)

    def __getitem__(self, name: str) -> Any:
        self.single.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        self.is_more_asked = True
        return iter(())

    def __len__(self) -> int:
        self.is_more_asked = True
        return 0


class _Nothing:
    """Stand in for an empty case; whatever is looked at beside the names counts as more."""

    def __init__(self) -> None:
        self.asked = _Asked()
        self.series = self.layers = self.classes = self.config = self.asked

    def __getattr__(self, name: str) -> Any:
        self.asked.is_more_asked = True
        return getattr(_EMPTY, name)
