"""Rank failure modes by a sum of printable log likelihood ratios and a softmax over all hypotheses.

Every observation is weighed against the healthy hypothesis, whose own score is therefore that of
the words alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.evidence import DirectEvidence, Observation
from engine.knowledge import Knowledge
from engine.rank.compiled import LISTED, Compiled, compiled
from engine.rank.hypotheses import hypotheses_of, log_of_sums, probabilities_of
from engine.rank.likelihood import evidence_parts, once_per_facet, trust, with_replies
from engine.rank.weights import WEIGHTS, Weights
from engine.rank.words import WordParts, word_parts
from engine.run import Floats

SHOWN = frozenset({"log", "numbers", "told"})


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """The probability of each hypothesis, and the sum that it comes from.

    observations: what was measured, stated or said; the columns of `parts`.
    parts: nats for (positive) or against (negative) each mode, shape (modes, observations).
    words: what the words of the description say where nothing was measured.
    text: nats from them as they are weighed, shape (modes,).
    direct: what points to an entry without a symptom between.
    probabilities: failure modes, healthy and something-else. Without the findings, which take
        nothing from the others, they sum to 1.
    failing: probability that anything is wrong, a finding included.
    """

    compiled: Compiled
    observations: tuple[Observation, ...]
    parts: Floats
    words: WordParts
    text: Floats
    direct: tuple[DirectEvidence, ...]
    probabilities: Mapping[str, float]
    failing: float

    def order(self) -> list[str]:
        """Return the failure modes by falling probability, ties by slug."""
        return sorted(self.compiled.modes, key=lambda mode: (-self.probabilities[mode], mode))


@dataclass(frozen=True, slots=True)
class Pointers:
    """What points to hypotheses without a symptom between.

    text_scores: log P(class | text) from the text model; empty without one.
    direct: evidence for entries; that for entries that are not ranked is left out.
    """

    text_scores: Mapping[str, float] = field(default_factory=dict)
    direct: Sequence[DirectEvidence] = ()


def rank(
    observations: Sequence[Observation],
    knowledge: Knowledge,
    pointers: Pointers = Pointers(),
    told: bool = False,
    weights: Weights = WEIGHTS,
) -> Ranking:
    """Weigh the observations under each failure mode.

    told: whether a person complains.
    """
    matrices = compiled(knowledge)
    measured = tuple(item for item in observations if item.state != "not-measured")

    parts = evidence_parts(measured, matrices, weights)
    evidence = _Evidence(
        (measured,),
        once_per_facet(parts, measured, matrices)[None],
        word_parts(pointers.text_scores, matrices.modes, knowledge, weights),
        tuple(item for item in pointers.direct if item.failure_mode in matrices.rows),
    )
    [ranking] = _weighed(evidence, knowledge, told, weights)
    return ranking


def ranked_with(
    ranking: Ranking,
    replies: Sequence[Observation],
    knowledge: Knowledge,
    weights: Weights = WEIGHTS,
) -> list[Ranking]:
    """Return for each reply what `rank` does of one more observation.

    The replies, at least one, tell of one symptom that has no observation. A person who replies is
    told of a failure. Only what a reply changes is weighed again, all of them in one go.
    """
    before = ranking.observations
    parts = with_replies(ranking.parts, before, replies, ranking.compiled, weights)
    cases = tuple((*before, reply) for reply in replies)
    evidence = _Evidence(cases, parts, ranking.words, ranking.direct)
    return _weighed(evidence, knowledge, told=True, weights=weights)


class _Evidence(NamedTuple):
    """All that is weighed, of cases that differ in what is told only.

    parts: of each case as a ranking holds them, shape (cases, modes, observations).
    """

    cases: tuple[tuple[Observation, ...], ...]
    parts: Floats
    words: WordParts
    direct: tuple[DirectEvidence, ...]


def _weighed(
    evidence: _Evidence,
    knowledge: Knowledge,
    told: bool,
    weights: Weights,
) -> list[Ranking]:
    matrices = compiled(knowledge)
    cases, parts, words, pointing = evidence
    weighed = [_beside(case, words) for case in cases]
    text = _unless_contradicted(
        np.array([each.modes for each in weighed]),
        parts,
        cases[0],
        matrices,
        weights,
    )
    scores = parts.sum(axis=2) + text + _direct_parts(pointing, matrices, weights)
    others = [
        (each.healthy, _something_else(case, matrices, weights) + each.other)
        for case, each in zip(cases, weighed, strict=True)
    ]
    logits = _logits(
        scores,
        np.array(others),
        _log_prior(matrices, told, weights),
        weights,
    )
    hypotheses = hypotheses_of(knowledge)
    said = np.array([max(0.0, each.other) for each in weighed])
    probabilities = probabilities_of(
        logits,
        hypotheses,
        said / weights.temperature,
    )
    healthy = logits[:, len(matrices.modes)]
    failing = 1 - np.exp(healthy - log_of_sums(logits))
    return [
        Ranking(
            matrices,
            case,
            parts[number],
            words,
            text[number],
            pointing,
            dict(zip(hypotheses.names, probabilities[number].tolist(), strict=True)),
            failing=float(failing[number]),
        )
        for number, case in enumerate(cases)
    ]


def _beside(
    observations: Sequence[Observation],
    words: WordParts,
) -> WordParts:
    """Return the words as they count beside the observations."""
    are_alone = not any(map(_is_beside_words, observations))
    return words if are_alone else words.never_against()


def _is_beside_words(item: Observation) -> bool:
    """Say whether an observation rests on more than words: a curve, a message, a figure."""
    return item.channel == "measured" or (item.channel in SHOWN and item.state == "seen")


def _unless_contradicted(
    text: Floats,
    parts: Floats,
    observations: Sequence[Observation],
    matrices: Compiled,
    weights: Weights,
) -> Floats:
    """Keep a fraction of the words for an entry whose own signs were looked for and are absent.

    text: shape (cases, modes). parts: shape (cases, modes, observations).
    """
    columns = [place for place, item in enumerate(observations) if item.channel == "measured"]
    if not columns or not text.any():
        return text
    symptoms = matrices.columns_of(observations[place].symptom for place in columns)
    measured = parts.transpose(0, 2, 1)[:, columns]
    own = np.where(_own_signs(matrices)[symptoms], measured, 0.0)
    contradicted = (own.min(axis=1) < 0) & (own.max(axis=1) <= 0)
    return np.where(contradicted & (text > 0), weights.contradicted * text, text)


@lru_cache(maxsize=4)
def _own_signs(matrices: Compiled) -> NDArray[np.bool_]:
    """Return whether each mode lists each symptom itself, shape (symptoms, modes)."""
    return np.ascontiguousarray((matrices.listed == LISTED).T)


def _direct_parts(
    direct: Sequence[DirectEvidence],
    matrices: Compiled,
    weights: Weights,
) -> Floats:
    """Return nats for each mode: the most certain evidence counts whole, none twice."""
    parts = np.zeros(len(matrices.modes))
    for item in direct:
        row = matrices.rows[item.failure_mode]
        parts[row] = max(parts[row], weights.direct * item.certainty)
    return parts


def _something_else(
    observations: Sequence[Observation],
    matrices: Compiled,
    weights: Weights,
) -> float:
    """Return the score of a failure without an entry: any symptom may show, none is expected."""
    leaks = _leaks(matrices, weights)
    return sum(item.strength * leaks[item.symptom] * trust(item, weights) for item in observations)


@lru_cache(maxsize=4)
def _leaks(matrices: Compiled, weights: Weights) -> Mapping[str, float]:
    """Return nats for something else of each symptom that is there."""
    background = matrices.background
    ratios = np.log(np.maximum(weights.leak, background) / background)
    return dict(zip(matrices.symptoms, ratios.tolist(), strict=True))


@lru_cache(maxsize=8)
def _log_prior(
    matrices: Compiled,
    told: bool,
    weights: Weights,
) -> Floats:
    """Return log priors of all hypotheses: modes by prevalence, then healthy, then other."""
    healthy = weights.prior_healthy_told if told else weights.prior_healthy_run
    other = weights.prior_something_else
    modes = matrices.prior * (1 - healthy - other)
    return np.asarray(np.log(np.concatenate([modes, [healthy, other]])), dtype=np.float64)


def _logits(
    scores: Floats,
    others: Floats,
    log_prior: Floats,
    weights: Weights,
) -> Floats:
    """Return the log odds of each hypothesis in each case: the modes, healthy, something else.

    scores: of the modes, shape (cases, modes). others: of the two others, shape (cases, 2).
    """
    every = np.concatenate([scores, others], axis=1)
    return np.asarray(every / weights.temperature + log_prior, dtype=np.float64)
