"""What a right answer to an input is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

QUIET = frozenset({"undecided", "no-run", "healthy", "normal"})
FINE = frozenset({"healthy", "normal"})
OPEN = frozenset({"undecided", "no-run"})
UNKNOWN = frozenset({"undecided", "not-covered"})
FAILURE = frozenset({"failure"})


@dataclass(frozen=True)
class Right:
    """verdicts: any of them is right. first: entries of which one must lead, if any are named.
    never: entries that must not be reported.
    """

    name: str
    fields: dict[str, Any]
    verdicts: frozenset[str]
    first: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
