"""What the words of a description say about each failure mode."""

from __future__ import annotations

from engine.knowledge import Knowledge
from engine.run import Case
from engine.words_model.features import words

LEAST_WORDS = 2


def text_scores(case: Case, knowledge: Knowledge) -> dict[str, float]:
    """Return log P(mode | words); empty without a model, and for a greeting or a single word."""
    if knowledge.text_model is None or len(words(case.description)) < LEAST_WORDS:
        return {}
    return knowledge.text_model.log_probabilities(case.description)
