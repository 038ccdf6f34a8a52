"""Choose wrong options that are easily taken for the right one."""

from __future__ import annotations

import random
from collections.abc import Sequence

from quizzes.evidence import closeness, share_explained
from quizzes.records import Entry, Sign

MOST_DISTRACTORS = 3
CHANCE = 0.1  # added to the closeness at most, so that two quizzes differ


def closest(
    key: Entry,
    candidates: Sequence[Entry],
    rng: random.Random,
    shown: Sequence[Sign] = (),
) -> list[Entry]:
    """Return the candidates that resemble the key most and explain most of what is shown."""
    scores = {
        entry.slug: closeness(key, entry) + share_explained(entry, shown) + rng.uniform(0, CHANCE)
        for entry in candidates
    }
    ordered = sorted(candidates, key=lambda entry: (-scores[entry.slug], entry.slug))
    return ordered[:MOST_DISTRACTORS]
