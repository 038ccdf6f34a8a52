"""What the page of a symptom says about recorded runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dictionary import measured
from dictionary.models import Indication


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entry that a symptom speaks for. own_run: whether the symptom was seen on the failing run
    that is recorded with the entry; None where it could not be measured there.
    """

    indication: Indication
    own_run: bool | None


def explained(symptom: str, indications: Iterable[Indication]) -> list[Explanation]:
    """Add to each entry what its own recorded run shows, in the order given."""
    found = []
    for indication in indications:
        entry = indication.failure_mode.slug
        own_run = measured.own_run(symptom, entry)
        found.append(Explanation(indication, own_run))
    return found
