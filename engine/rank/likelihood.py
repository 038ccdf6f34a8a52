"""Log likelihood ratios of observations under each failure mode, against a healthy run.

Each part can be printed and explained alone; their sum over the observations is a mode's score.
Shapes: modes are rows, observations are columns; all values are in nats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from engine.evidence import Observation
from engine.rank.compiled import LISTED, PASSED, Compiled
from engine.rank.weights import WEIGHTS, Weights
from engine.run import Floats

NO_FACET = -1


def evidence_parts(
    observations: Sequence[Observation], matrices: Compiled, weights: Weights
) -> Floats:
    """Return nats for each mode and observation, shape (modes, observations).

    The ratio of a present symptom and that of an absent one are mixed in proportion to the
    strength. A symptom of a consequence of the mode counts where it is present only, and one that
    the mode does not list counts nothing.
    """
    columns = _columns(observations, matrices)
    strength = np.array([item.strength for item in observations])
    trusted = np.array([trust(item, weights) for item in observations])
    present, missing = _log_ratios(matrices)
    present = present[:, columns]

    absent = weights.absence * missing[:, columns]
    mixed = strength * present + (1 - strength) * absent
    listed = matrices.listed[:, columns]
    ratio = np.where(listed == LISTED, mixed, 0.0)
    ratio = np.where(listed == PASSED, strength * present, ratio)
    ratio -= weights.contra * matrices.contra[:, columns] * strength
    return np.asarray(ratio * trusted, dtype=np.float64)


@lru_cache(maxsize=4)
def _log_ratios(matrices: Compiled) -> tuple[Floats, Floats]:
    """Return nats for each mode of a symptom that is there, and of one that is not."""
    background = matrices.background
    present = np.log(matrices.probability / background) * matrices.evoking
    missing = np.log((1 - matrices.probability) / (1 - background))
    return present, missing


def trust(observation: Observation, weights: Weights) -> float:
    """Return the weight of the channel: words that resemble a symptom count less."""
    return weights.told_in_text if observation.channel == "words" else 1.0


def once_per_facet(
    parts: Floats, observations: Sequence[Observation], matrices: Compiled
) -> Floats:
    """Keep one part for each facet and mode, since symptoms of one facet describe one fact.

    That is the strongest part for the mode or, when none of the facet speaks for it, the strongest
    against it.
    """
    facets = matrices.facet[_columns(observations, matrices)]
    kept = parts.copy()
    for facet, count in Counter(facets.tolist()).items():
        if facet == NO_FACET or count == 1:
            continue
        members = np.flatnonzero(facets == facet)
        block = parts[:, members]
        any_for = block.max(axis=1) > 0
        strongest = np.where(any_for, block.argmax(axis=1), block.argmin(axis=1))
        is_strongest = np.arange(len(members)) == strongest[:, None]
        kept[:, members] = np.where(is_strongest, block, 0.0)
    return kept


def support(
    symptoms: Sequence[str], matrices: Compiled, weights: Weights = WEIGHTS
) -> dict[str, float]:
    """Return how well each mode explains symptoms that are surely seen: nats against health.

    The same sum as in a ranking, without priors. Raises ValueError for an unknown symptom.
    """
    seen = [Observation(symptom, "seen", strength=1.0) for symptom in symptoms]
    parts = once_per_facet(evidence_parts(seen, matrices, weights), seen, matrices)
    return dict(zip(matrices.modes, parts.sum(axis=1).tolist(), strict=True))


def _columns(observations: Iterable[Observation], matrices: Compiled) -> list[int]:
    return [matrices.column(item.symptom) for item in observations]
