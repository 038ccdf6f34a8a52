"""Whether more than words speaks for an entry: a curve, a setting, a message, code, a tick."""

from __future__ import annotations

from itertools import compress

from engine.evidence import Observation
from engine.rank.ranking import Ranking
from engine.rank.weights import WEIGHTS

# Figures that a person states are as good as measured; resemblances of words are not.
WORDS = "description"
BACKING = frozenset(
    {
        "told",
        "log",
        "measured",
        "numbers",
    }
)


def is_backed(
    mode: str,
    ranking: Ranking,
) -> bool:
    """Say whether one seen observation alone speaks clearly for the mode, or code points to it."""
    pointing = [item for item in ranking.direct if item.failure_mode == mode]
    if any(item.source != WORDS for item in pointing):
        return True
    row = ranking.compiled.rows[mode]
    parts = ranking.parts[row]
    clear = parts >= WEIGHTS.backing
    speaking = compress(ranking.observations, clear.tolist())
    return any(map(_is_backing, speaking))


def _is_backing(item: Observation) -> bool:
    return item.channel in BACKING and item.state == "seen"
