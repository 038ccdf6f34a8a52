"""Settings that stand together in a log, and the lines they stand on."""

from __future__ import annotations

from dataclasses import (
    dataclass,
    field,
)

_SHORT = 3  # names of a signature that a row of a curve has too
_CHANGES_OF_RUNS = 3


@dataclass(frozen=True)
class Unit:
    """Lines `start` to `end` (behind the last).

    signature: the names of what may be a row; empty for what never is, such as a command.
    is_alone: nothing but settings stands on the lines.
    """

    start: int
    end: int
    settings: dict[str, object] = field(default_factory=dict)
    signature: tuple[str, ...] = ()
    is_alone: bool = True

    @property
    def is_short(self) -> bool:
        """Return whether a row of a curve has as many names: `lr: 0.1` of every epoch."""
        return len(self.signature) < _SHORT

    @property
    def may_be_row(self) -> bool:
        return self.is_short and self.signature != ()

    @property
    def changes_of_a_row(self) -> int:
        """How often other values under the same names make the unit a row.

        Short ones at once; of long ones two or three are the settings of several runs.
        """
        return 1 if self.is_short else _CHANGES_OF_RUNS
