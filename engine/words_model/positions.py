"""Columns of features by name, taken apart when the first text is read.

A dictionary of 200,000 names takes 40 MB and a tenth of a second; a case without words needs none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any


class Positions(Mapping[str, int]):
    """Feature -> column, in the order of the names. names: UTF-8, a line each."""

    def __init__(self, names: bytes) -> None:
        """Raise ValueError for bytes that are no text."""
        names.decode()
        self._names = names

    @cached_property
    def by_name(self) -> dict[str, int]:
        """The whole mapping as a dictionary, for callers that look up many names."""
        return {name: column for column, name in enumerate(self._names.decode().split("\n"))}

    def __getitem__(self, name: str) -> int:
        return self.by_name[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self.by_name.get(name, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_name)

    def __len__(self) -> int:
        """Count the lines, also of names that are not taken apart."""
        return self._names.count(b"\n") + 1
