"""Whether more than words speaks for an entry: a curve, a setting, a message, code, a tick."""

from __future__ import annotations

from engine.rank.ranking import Ranking
from engine.rank.weights import WEIGHTS

# Figures that a person states are as good as measured; resemblances of words are not.
WORDS = "description"
BACKING = frozenset({"told", "log", "measured", "numbers"})


def is_backed(
    mode: str,
    ranking: Ranking,
) -> bool:
    """Say whether one seen observation alone speaks clearly for the mode, or code points to it."""
    if any(item.failure_mode == mode and item.source != WORDS for item in ranking.direct):
        return True
    parts = ranking.parts[ranking.compiled.rows[mode]]
    return any(
        item.channel in BACKING and item.state == "seen" and weight >= WEIGHTS.backing
        for item, weight in zip(
            ranking.observations,
            parts.tolist(),
            strict=True,
        )
    )
