"""Ranking: a sum of printable log likelihood ratios per failure mode, and a softmax over all
hypotheses.

Every part is measured against the healthy hypothesis, whose own score is therefore zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.evidence import Observation
from engine.knowledge import HEALTHY, SOMETHING_ELSE, Knowledge
from engine.rank.compiled import Compiled, compiled
from engine.rank.weights import WEIGHTS, Weights
from engine.run import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """parts has the shape (modes, observations): nats for (positive) or against (negative) each
    mode.
    """

    compiled: Compiled
    observations: tuple[Observation, ...]
    parts: Floats
    text: Floats
    probabilities: Mapping[str, float]

    def order(self) -> list[str]:
        """Failure modes by falling probability, ties by slug."""
        return sorted(self.compiled.modes, key=lambda mode: (-self.probabilities[mode], mode))


def rank(
    observations: Sequence[Observation],
    knowledge: Knowledge,
    text_scores: Mapping[str, float] | None = None,
    told: bool = False,
    weights: Weights = WEIGHTS,
) -> Ranking:
    """`text_scores` is log P(mode | text) from the text model; `told` says that a person wrote in
    for help.
    """
    matrices = compiled(knowledge)
    measured = tuple(item for item in observations if item.state != "not-measured")
    parts = once_per_facet(evidence_parts(measured, matrices, weights), measured, matrices)
    text = _text_parts(matrices.modes, text_scores or {}, weights)
    scores = parts.sum(axis=1) + text
    other = _something_else(measured, matrices, weights) + _words_of_other_failures(
        text_scores or {}, weights
    )
    return Ranking(
        matrices, measured, parts, text, _posterior(scores, other, matrices, told, weights)
    )


def evidence_parts(
    observations: Sequence[Observation], matrices: Compiled, weights: Weights
) -> Floats:
    """The log likelihood ratio of each observation under each mode, against a healthy run: that of
    a present symptom and that of an absent one, mixed in proportion to the strength.
    """
    columns = _columns(observations, matrices)
    strength = np.array([item.strength for item in observations])
    trust = np.array([_trust(item, weights) for item in observations])
    probability, background = matrices.probability[:, columns], matrices.background[columns]
    present = np.log(probability / background) * matrices.evoking[:, columns]
    missing = np.log((1 - probability) / (1 - background)) * weights.absence
    ratio = strength * present + (1 - strength) * missing
    ratio = np.where(matrices.listed[:, columns] == 1, ratio, 0.0)
    ratio -= weights.contra * matrices.contra[:, columns] * strength
    return np.asarray(ratio * trust, dtype=np.float64)


def _columns(observations: Iterable[Observation], matrices: Compiled) -> list[int]:
    return [matrices.column(item.symptom) for item in observations]


def _trust(observation: Observation, weights: Weights) -> float:
    return weights.told_in_text if observation.channel == "words" else 1.0


def once_per_facet(
    parts: Floats, observations: Sequence[Observation], matrices: Compiled
) -> Floats:
    """Symptoms of one facet describe one fact: per mode only the strongest part for it counts, or,
    when nothing of the facet speaks for the mode, the strongest part against it.
    """
    facets = matrices.facet[_columns(observations, matrices)]
    kept = parts.copy()
    for facet in set(facets.tolist()) - {-1}:
        members = np.flatnonzero(facets == facet)
        block = parts[:, members]
        strongest = np.where(block.max(axis=1) > 0, block.argmax(axis=1), block.argmin(axis=1))
        kept[:, members] = np.where(np.arange(len(members)) == strongest[:, None], block, 0.0)
    return kept


def _text_parts(modes: Sequence[str], text_scores: Mapping[str, float], weights: Weights) -> Floats:
    if not text_scores:
        return np.zeros(len(modes))
    uniform = -np.log(len(text_scores))
    return np.array(
        [weights.text_model * (text_scores.get(mode, uniform) - uniform) for mode in modes]
    )


def _something_else(
    observations: Sequence[Observation], matrices: Compiled, weights: Weights
) -> float:
    """The score of a failure without an entry: any symptom may show, none is expected."""
    total = 0.0
    for item in observations:
        background = float(matrices.background[matrices.column(item.symptom)])
        leak = max(weights.leak, background)
        total += item.strength * float(np.log(leak / background)) * _trust(item, weights)
    return total


def _words_of_other_failures(text_scores: Mapping[str, float], weights: Weights) -> float:
    """Words that resemble reports of failures without an entry; a text model need not know that
    class.
    """
    if SOMETHING_ELSE not in text_scores:
        return 0.0
    return weights.text_something_else * (
        text_scores[SOMETHING_ELSE] + float(np.log(len(text_scores)))
    )


def _posterior(
    scores: Floats, other: float, matrices: Compiled, told: bool, weights: Weights
) -> dict[str, float]:
    healthy = weights.prior_healthy_told if told else weights.prior_healthy_run
    remaining = 1 - healthy - weights.prior_something_else
    log_prior = np.log(
        np.concatenate([matrices.prior * remaining, [healthy, weights.prior_something_else]])
    )
    logits = np.concatenate([scores, [0.0, other]]) / weights.temperature + log_prior
    posterior = np.exp(logits - logits.max())
    posterior /= posterior.sum()
    return dict(zip((*matrices.modes, HEALTHY, SOMETHING_ELSE), posterior.tolist(), strict=True))
