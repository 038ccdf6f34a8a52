"""The answer about one normal page: whether its pattern shows, and which side of its boundary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.evidence import Span
from engine.run import Series

# holds: looks wrong and is fine. broken: beyond the boundary. not-shown: the run does not look
# like this. not-measured: the run lacks a curve or a setting that would decide it.
State = Literal["holds", "broken", "not-shown", "not-measured"]

LEAST_POINTS = 5  # of a curve of progress


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where a normal pattern ends.

    text: a sentence with the number of the boundary. beyond: slug of the failure behind it.
    """

    text: str
    beyond: str


@dataclass(frozen=True, slots=True)
class NormalPattern:
    """The reading of one normal page.

    text: a sentence with the numbers that were looked at; for not-measured what is missing.
    boundary, beyond: the boundary that was held or crossed, and the failure behind it.
    source: metrics.<name of the series>, config.<name of the setting>, log, or empty.
    """

    slug: str
    state: State
    text: str
    boundary: str
    beyond: str
    span: Span | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A normal page and the boundary that decides about it first."""

    slug: str
    boundary: Boundary

    def holds(self, text: str, on: Series) -> NormalPattern:
        """Return that the pattern shows on a series, and that its boundary holds."""
        return self._read("holds", text, self.boundary, on)

    def broken(
        self,
        text: str,
        on: Series | None,
        at: Boundary | None = None,
    ) -> NormalPattern:
        """Return that a boundary is crossed: the first of the page, or another one."""
        return self._read("broken", text, at or self.boundary, on)

    def not_shown(self, text: str) -> NormalPattern:
        return self._read("not-shown", text, self.boundary)

    def not_measured(self, text: str, on: Series | None = None) -> NormalPattern:
        """Return that nothing decides; `on` is where the pattern shows all the same."""
        return self._read("not-measured", text, self.boundary, on)

    def _read(
        self,
        state: State,
        text: str,
        boundary: Boundary,
        on: Series | None = None,
    ) -> NormalPattern:
        span = Span.of(on) if on is not None and len(on) else None
        source = f"metrics.{on.name}" if on is not None else ""
        return NormalPattern(
            slug=self.slug,
            state=state,
            text=text,
            boundary=boundary.text,
            beyond=boundary.beyond,
            span=span,
            source=source,
        )
