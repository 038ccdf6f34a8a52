"""Log likelihood ratios of observations under each failure mode, against a healthy run.

Each part can be printed and explained alone; their sum over the observations is a mode's score.
Shapes: modes are rows, observations are columns; all values are in nats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.evidence import Observation
from engine.rank.compiled import LISTED, PASSED, Compiled
from engine.rank.weights import WEIGHTS, Weights
from engine.run import Floats

NO_FACET = -1


def evidence_parts(
    observations: Sequence[Observation],
    matrices: Compiled,
    weights: Weights,
) -> Floats:
    """Return nats for each mode and observation, shape (modes, observations).

    The ratio of a present symptom and that of an absent one are mixed in proportion to the
    strength. Words that resemble a symptom weakly do not deny it: they say little for it, and
    nothing against it. A symptom of a consequence of the mode counts where it is present only, and
    one that the mode does not list counts nothing.
    """
    columns = _columns(observations, matrices)
    strength = np.array([item.strength for item in observations])
    trusted = np.array([trust(item, weights) for item in observations])
    missing = np.array([_share_missing(item) for item in observations])
    nats = _nats(matrices, weights)
    parts = nats.seen[columns]
    parts *= strength[:, None]
    parts += nats.absent[columns] * missing[:, None]
    parts *= trusted[:, None]
    return parts.T


def _share_missing(observation: Observation) -> float:
    """Return how far a symptom is known not to be there, from 0 to 1."""
    is_resembled = observation.channel == "words" and observation.state == "seen"
    return 0.0 if is_resembled else 1 - observation.strength


@dataclass(frozen=True, slots=True, eq=False)
class _Nats:
    """What an observation weighs, shape (symptoms, modes), so that one symptom lies together.

    absent: of a symptom that is not there. seen: of one that is.
    """

    absent: Floats
    seen: Floats


@lru_cache(maxsize=4)
def _nats(matrices: Compiled, weights: Weights) -> _Nats:
    present, missing = _log_ratios(matrices)
    listed = matrices.listed
    absent = np.where(listed == LISTED, weights.absence * missing, 0.0)
    seen = np.where((listed == LISTED) | (listed == PASSED), present, 0.0)
    seen -= weights.contra * matrices.contra
    return _Nats(
        np.ascontiguousarray(absent.T),
        np.ascontiguousarray(seen.T),
    )


@lru_cache(maxsize=4)
def _log_ratios(matrices: Compiled) -> tuple[Floats, Floats]:
    """Return nats for each mode of a symptom that is there, and of one that is not."""
    background = matrices.background
    present = np.log(matrices.probability / background) * matrices.evoking
    missing = np.log((1 - matrices.probability) / (1 - background))
    return present, missing


def trust(
    observation: Observation,
    weights: Weights,
) -> float:
    """Return the weight of the channel: words that resemble a symptom count less."""
    return weights.told_in_text if observation.channel == "words" else 1.0


def once_per_facet(
    parts: Floats,
    observations: Sequence[Observation],
    matrices: Compiled,
) -> Floats:
    """Keep one part for each facet and mode, since symptoms of one facet describe one fact.

    That is the strongest part for the mode or, when none of the facet speaks for it, the strongest
    against it.
    """
    kept = parts.T.copy()  # one observation lies together
    places = _of_one_facet(
        observations,
        matrices,
    )
    if not len(places):
        return kept.T
    blocks = kept[places]
    any_for = blocks.max(axis=1) > 0
    strongest = np.where(
        any_for,
        blocks.argmax(axis=1),
        blocks.argmin(axis=1),
    )
    facets = np.arange(len(places))
    winners = places[facets[:, None], strongest]
    is_winner = places[:, :, None] == winners[:, None]
    kept[places] = np.where(
        is_winner,
        blocks,
        0.0,
    )
    return kept.T


def with_replies(
    parts: Floats,
    observations: Sequence[Observation],
    replies: Sequence[Observation],
    matrices: Compiled,
    weights: Weights,
) -> Floats:
    """Return the parts with a last column for each of several replies about one symptom.

    Shape (replies, modes, observations + 1). The parts count once per facet before and after. What
    they keep of a facet is the strongest part, so a reply need only be compared with that.
    """
    added = evidence_parts(
        replies,
        matrices,
        weights,
    ).T
    rows = parts.T
    shape = (len(replies), len(rows) + 1, len(parts))
    every = np.empty(shape)  # one observation lies together
    every[:, :-1] = rows
    every[:, -1] = added
    members = _of_facet_of(
        replies[0],
        observations,
        matrices,
    )
    if members:
        kept = rows[members]
        strongest = kept.sum(axis=0)  # all but one of them are zero
        any_for = np.maximum(strongest, added) > 0
        is_new = np.where(
            any_for,
            added > strongest,
            added < strongest,
        )
        every[:, members] = np.where(
            is_new[:, None],
            0.0,
            kept,
        )
        every[:, -1] = np.where(
            is_new,
            added,
            0.0,
        )
    return every.transpose(0, 2, 1)


def _of_facet_of(
    reply: Observation,
    observations: Sequence[Observation],
    matrices: Compiled,
) -> list[int]:
    """Return the places of the observations that describe the same fact as a reply."""
    column = matrices.column(reply.symptom)
    facet = matrices.facet[column]
    if facet == NO_FACET:
        return []
    facets = matrices.facet[_columns(observations, matrices)]
    places = np.flatnonzero(facets == facet)
    return places.tolist()


def _of_one_facet(
    observations: Sequence[Observation],
    matrices: Compiled,
) -> NDArray[np.intp]:
    """Return the places of the observations of each facet that has several, one facet a row.

    Short rows repeat their first place at the end, where it never comes before itself.
    """
    facets = matrices.facet[_columns(observations, matrices)]
    members: dict[int, list[int]] = {}
    for place, facet in enumerate(facets.tolist()):
        members.setdefault(facet, []).append(place)
    members.pop(NO_FACET, None)
    several = [own for own in members.values() if len(own) > 1]
    most = max(map(len, several), default=1)
    rows = [_repeating_first(own, most) for own in several]
    places = np.array(rows, dtype=np.intp)
    return places.reshape(-1, most)


def _repeating_first(
    places: list[int],
    length: int,
) -> list[int]:
    missing = length - len(places)
    return places + missing * places[:1]


def support(
    symptoms: Sequence[str],
    matrices: Compiled,
    weights: Weights = WEIGHTS,
) -> dict[str, float]:
    """Return how well each mode explains symptoms that are surely seen: nats against health.

    The same sum as in a ranking, without priors. Raises ValueError for an unknown symptom.
    """
    seen = [Observation(symptom, "seen", strength=1.0) for symptom in symptoms]
    parts = evidence_parts(
        seen,
        matrices,
        weights,
    )
    kept = once_per_facet(
        parts,
        seen,
        matrices,
    )
    nats = kept.sum(axis=1).tolist()
    return dict(zip(matrices.modes, nats, strict=True))


def _columns(
    observations: Iterable[Observation],
    matrices: Compiled,
) -> list[int]:
    symptoms = (item.symptom for item in observations)
    return matrices.columns_of(symptoms)
