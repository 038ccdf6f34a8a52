"""What the engine sees on the runs that are recorded with the entries."""

from __future__ import annotations

from diagnostics_api.service.described import Described


class RunCount(Described):
    """Recorded runs on which a symptom was looked for."""

    measured: int
    """Runs on which it can be measured."""
    seen: int
    """Those of them on which it is seen."""


class MeasuredRuns(Described):
    """How often the engine sees a symptom on the runs that are recorded with the entries."""

    failing: RunCount
    """Failing runs of the entries that list it."""
    healthy: RunCount
    """Healthy runs."""
    looks_wrong: RunCount
    """Runs that look wrong and are fine."""
