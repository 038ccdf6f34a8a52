"""The scales of the content: what each step is called, and what it is worth in the ranking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

SEEN = 0.5  # strength from which a symptom counts as seen
CERTAIN, RULED_OUT = 0.98, 0.02  # strengths of what is stated instead of measured


def is_seen(strength: float) -> bool:
    return strength >= SEEN


class Step(NamedTuple):
    word: str
    worth: float


# How often a failure shows a symptom, as a share of its runs: QMR-DT's coarse scale, slightly
# softened; such maps are known to matter little (Pradhan and others, 1996).
FREQUENCY: Mapping[int, Step] = {
    1: Step("rarely", 0.05),
    2: Step("sometimes", 0.2),
    3: Step("often", 0.5),
    4: Step("usually", 0.8),
    5: Step("nearly always", 0.97),
}

FREQUENCY_MEANS = (
    "How often: the share of such failures in which the sign is found when it is measured."
)
BACKGROUND_MEANS = (
    "Background: the share of healthy runs in which the sign is found when it is measured."
)

# How strongly a seen symptom suggests this failure rather than any other: a factor on its log
# likelihood ratio.
EVOKING: Mapping[int, Step] = {
    0: Step("hardly suggests it", 0.15),
    1: Step("suggests it a little", 0.4),
    2: Step("suggests it", 0.7),
    3: Step("suggests it clearly", 1.0),
    4: Step("points to it", 1.3),
    5: Step("nearly proves it", 1.7),
}

# How common a failure is among all failures: its weight in the prior.
PREVALENCE: Mapping[str, float] = {"common": 3.0, "occasional": 2.0, "rare": 1.0}
