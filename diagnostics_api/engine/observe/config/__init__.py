"""The symptoms read off the configuration, in the order in which they are reported."""

from collections.abc import Callable

from diagnostics_api.engine.records import Case, Finding

Detector = Callable[[Case], Finding | None]

CONFIG: tuple[tuple[str, Detector], ...] = ()
