"""The causes of an entry, through the entries between."""

from __future__ import annotations

from collections.abc import Mapping

from engine.knowledge import FailureMode

FailureModes = Mapping[str, FailureMode]


def all_causes(
    mode: FailureMode,
    failure_modes: FailureModes,
) -> list[str]:
    """Return the causes of a mode and theirs, each once, the nearest first."""
    found: list[str] = []
    waiting = list(mode.causes)
    while waiting:
        slug = waiting.pop(0)
        is_cause = slug in failure_modes and slug != mode.slug
        if is_cause and slug not in found:
            found.append(slug)
            causes = failure_modes[slug].causes
            waiting.extend(causes)
    return found
