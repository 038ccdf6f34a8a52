"""Rank failure modes by a sum of printable log likelihood ratios and a softmax over all hypotheses.

Every part is measured against the healthy hypothesis, whose own score is therefore zero.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evidence import Observation
from engine.knowledge import FINDING, HEALTHY, SOMETHING_ELSE, Knowledge
from engine.rank.compiled import Compiled, compiled
from engine.rank.likelihood import evidence_parts, once_per_facet, trust
from engine.rank.weights import WEIGHTS, Weights
from engine.run import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """The probability of each hypothesis, and the sum that it comes from.

    observations: what was measured, stated or said; the columns of `parts`.
    parts: nats for (positive) or against (negative) each mode, shape (modes, observations).
    text: nats from the words of the description, shape (modes,).
    probabilities: failure modes, healthy and something-else. Without the findings, which take
        nothing from the others, they sum to 1.
    failing: probability that anything is wrong, a finding included.
    """

    compiled: Compiled
    observations: tuple[Observation, ...]
    parts: Floats
    text: Floats
    probabilities: Mapping[str, float]
    failing: float

    def order(self) -> list[str]:
        """Return the failure modes by falling probability, ties by slug."""
        return sorted(self.compiled.modes, key=lambda mode: (-self.probabilities[mode], mode))


def rank(
    observations: Sequence[Observation],
    knowledge: Knowledge,
    text_scores: Mapping[str, float] | None = None,
    told: bool = False,
    weights: Weights = WEIGHTS,
) -> Ranking:
    """Weigh the observations under each failure mode.

    text_scores: log P(mode | text) from the text model; empty or None without one.
    told: whether a person wrote in for help.
    """
    matrices = compiled(knowledge)
    words = text_scores or {}
    measured = tuple(item for item in observations if item.state != "not-measured")

    parts = evidence_parts(measured, matrices, weights)
    parts = once_per_facet(parts, measured, matrices)
    text = _text_parts(matrices.modes, words, weights)

    scores = parts.sum(axis=1) + text
    other = _something_else(measured, matrices, weights)
    other += _words_of_other_failures(words, weights)
    log_prior = _log_prior(matrices, told, weights)
    names = (*matrices.modes, HEALTHY, SOMETHING_ELSE)
    logits = _logits(scores, other, log_prior, weights)
    probabilities = _probabilities(logits, findings_among(names, knowledge))
    by_name = dict(zip(names, probabilities.tolist(), strict=True))
    healthy = np.exp(logits - np.logaddexp.reduce(logits))[names.index(HEALTHY)]
    return Ranking(
        matrices,
        measured,
        parts,
        text,
        by_name,
        failing=float(1 - healthy),
    )


def _text_parts(modes: Sequence[str], text_scores: Mapping[str, float], weights: Weights) -> Floats:
    """Return nats for each mode, relative to a uniform guess among the classes of the model."""
    if not text_scores:
        return np.zeros(len(modes))
    uniform = -np.log(len(text_scores))
    scores = np.array([text_scores.get(mode, uniform) for mode in modes])
    return np.asarray(weights.text_model * (scores - uniform), dtype=np.float64)


def _something_else(
    observations: Sequence[Observation], matrices: Compiled, weights: Weights
) -> float:
    """Return the score of a failure without an entry: any symptom may show, none is expected."""
    total = 0.0
    for item in observations:
        background = float(matrices.background[matrices.column(item.symptom)])
        leak = max(weights.leak, background)
        ratio = float(np.log(leak / background))
        total += item.strength * ratio * trust(item, weights)
    return total


def _words_of_other_failures(text_scores: Mapping[str, float], weights: Weights) -> float:
    """Return nats from words that resemble reports of failures without an entry.

    A text model need not know that class.
    """
    if SOMETHING_ELSE not in text_scores:
        return 0.0
    above_uniform = text_scores[SOMETHING_ELSE] + math.log(len(text_scores))
    return weights.text_something_else * above_uniform


def _log_prior(matrices: Compiled, told: bool, weights: Weights) -> Floats:
    """Return log priors of all hypotheses: modes by prevalence, then healthy, then other."""
    healthy = weights.prior_healthy_told if told else weights.prior_healthy_run
    other = weights.prior_something_else
    modes = matrices.prior * (1 - healthy - other)
    return np.asarray(np.log(np.concatenate([modes, [healthy, other]])), dtype=np.float64)


def _logits(scores: Floats, other: float, log_prior: Floats, weights: Weights) -> Floats:
    """Return the log odds of each hypothesis: the modes, healthy (score 0) and something else."""
    every = np.concatenate([scores, [0.0, other]])
    return np.asarray(every / weights.temperature + log_prior, dtype=np.float64)


def findings_among(names: Sequence[str], knowledge: Knowledge) -> NDArray[np.bool_]:
    """Say of each hypothesis whether it is a finding."""
    ranked = knowledge.ranked
    return np.array([name in ranked and ranked[name].entry_class == FINDING for name in names])


def _probabilities(logits: Floats, is_finding: NDArray[np.bool_]) -> Floats:
    """Return the probabilities of the explanations, which share one, and of the findings.

    A finding is what has to be explained and takes nothing from what explains it. It gets what it
    would have as the only one beside all explanations.
    """
    explanations = np.logaddexp.reduce(logits[~is_finding])
    with_finding = np.logaddexp(logits, explanations)
    whole = np.where(is_finding, with_finding, explanations)
    return np.asarray(np.exp(logits - whole), dtype=np.float64)
