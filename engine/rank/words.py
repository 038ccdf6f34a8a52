"""What the words as a whole say for each hypothesis, in nats beside a uniform guess.

The text model tells more classes apart than the ranking has hypotheses. Classes of normal patterns
and of chatter speak for a healthy run, those of entries that are not written for something else.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import FINDING, NORMAL, SOMETHING_ELSE, Knowledge
from engine.rank.causes import all_causes
from engine.rank.weights import Weights
from engine.run import Floats
from engine.words_model.scores import CHATTER

Places = NDArray[np.intp]
NOWHERE = -1

# Chosen on pairs of reports in two wordings, as the most that cost no labeled report its place.
NOISE = 2.0  # nats, where no class that is ranked is likely
ENOUGH = 0.5  # share of the classes that are ranked, from which on there is no noise


@dataclass(
    frozen=True,
    slots=True,
    eq=False,
)
class WordParts:
    """modes: nats for each ranked entry, in their order. healthy, other: for the two others."""

    modes: Floats
    healthy: float
    other: float

    @property
    def say_anything(self) -> bool:
        return bool(self.modes.any()) or bool(self.healthy) or bool(self.other)

    def never_against(self) -> WordParts:
        """Return the parts as they count beside a measurement, where none is less than nothing.

        That words describe one failure says nothing against another one that a curve shows.
        """
        return WordParts(
            np.maximum(0.0, self.modes),
            max(0.0, self.healthy),
            max(0.0, self.other),
        )


def silent(modes: int) -> WordParts:
    """Return the parts of a case without words that are understood."""
    return WordParts(
        np.zeros(modes),
        0.0,
        0.0,
    )


def word_parts(
    log_probabilities: Mapping[str, float],
    modes: Sequence[str],
    knowledge: Knowledge,
    weights: Weights,
) -> WordParts:
    """Weigh the classes of the text model as they count where nothing was measured."""
    if not log_probabilities:
        return silent(len(modes))
    layout = _layout(knowledge, tuple(log_probabilities), tuple(modes))
    values = np.fromiter(log_probabilities.values(), np.float64, len(log_probabilities))
    above = values + math.log(len(values))  # beside a uniform guess
    best = _with_findings(_with_pointers(above, layout), layout)
    other = _of_other(above[layout.other], len(modes), weights)
    heard = _above_noise(
        weights.text_model * best,
        _share(values[layout.entries]),
    )
    return WordParts(
        modes=heard,
        healthy=weights.text_model * _mean(above[layout.healthy]),
        other=weights.text_model * other,
    )


@dataclass(
    frozen=True,
    slots=True,
    eq=False,
)
class _Layout:
    """Where the classes of a text model stand among the ranked entries.

    own: column of the class of each entry, or -1. pointers: columns of the classes of pointers.
    targets: rows of the entries that they point to. findings: rows of findings, one for each of
    their causes, in `causes`; shares: 1 / number of causes of the same finding. healthy, other:
    columns of the classes that speak for a healthy run and for a failure without an entry.
    """

    own: Places
    pointers: Places
    targets: Places
    findings: Places
    causes: Places
    shares: Floats
    entries: Places
    healthy: Places
    other: Places


@lru_cache(maxsize=8)
def _layout(
    knowledge: Knowledge,
    classes: tuple[str, ...],
    modes: tuple[str, ...],
) -> _Layout:
    column = {name: place for place, name in enumerate(classes)}
    row = {name: place for place, name in enumerate(modes)}
    every = knowledge.failure_modes.values()
    pointers = [
        (column[mode.slug], row[mode.points_to])
        for mode in every
        if mode.slug in column and mode.points_to in row
    ]
    causes = [
        (row[finding], row[cause], 1 / len(found))
        for finding, found in _causes_of_findings(knowledge).items()
        for cause in found
    ]
    own = [column[mode] for mode in modes if mode in column]
    normal = [mode.slug for mode in every if mode.entry_class == NORMAL]
    return _Layout(
        own=_places(column.get(mode, NOWHERE) for mode in modes),
        pointers=_places(place for place, _ in pointers),
        targets=_places(target for _, target in pointers),
        findings=_places(finding for finding, _, _ in causes),
        causes=_places(cause for _, cause, _ in causes),
        shares=np.array([share for _, _, share in causes], dtype=np.float64),
        entries=_places((*own, *(place for place, _ in pointers))),
        healthy=_places(column[name] for name in (*normal, CHATTER) if name in column),
        other=_places(
            column[name] for name in (*knowledge.planned, SOMETHING_ELSE) if name in column
        ),
    )


def _causes_of_findings(knowledge: Knowledge) -> dict[str, list[str]]:
    ranked = knowledge.ranked
    return {
        finding.slug: all_causes(finding, ranked)
        for finding in ranked.values()
        if finding.entry_class == FINDING
    }


def _places(numbers: Iterable[int]) -> Places:
    return np.array(list(numbers), dtype=np.intp)


def _with_pointers(
    above: Floats,
    layout: _Layout,
) -> Floats:
    """Return for each entry the best of its class and its pointers': their words are words for it.

    -inf where it has neither.
    """
    best = np.where(layout.own == NOWHERE, -np.inf, above[layout.own])
    np.maximum.at(best, layout.targets, above[layout.pointers])
    return best


def _with_findings(
    best: Floats,
    layout: _Layout,
) -> Floats:
    """Let words for a finding speak for each of its causes: people say what they see.

    The causes share the likelihood of the finding, on top of their own: half of it evenly, half as
    the same words speak for each of them.
    """
    known = np.where(np.isneginf(best), 0.0, best)
    likelihoods = np.exp(known)
    own = likelihoods[layout.causes]
    together = np.bincount(layout.findings, weights=own, minlength=len(best))
    shares = (layout.shares + own / together[layout.findings]) / 2
    np.add.at(
        likelihoods,
        layout.causes,
        shares * np.exp(best[layout.findings]),
    )
    return np.asarray(np.log(likelihoods), dtype=np.float64)


def _above_noise(
    parts: Floats,
    share: float,
) -> Floats:
    """Return the parts of the entries with what only the wording decides taken out.

    share: of the probability, on classes that are ranked. Entries that the words do not speak for
    share evenly what is left for them: which of them is less unlikely is a matter of wording. So
    are small differences where most of the words speak for classes that are not ranked. All
    entries together keep what they have.
    """
    quiet = parts < 0
    floor = _mean(parts[quiet]) if quiet.any() else float(parts.min())
    noise = NOISE * max(0.0, 1 - share / ENOUGH)
    above = np.where(quiet, 0.0, parts - floor - noise)
    heard = floor + np.maximum(0.0, above)
    return np.asarray(heard + _mean(parts) - _mean(heard), dtype=np.float64)


def _share(log_probabilities: Floats) -> float:
    return float(np.exp(log_probabilities).sum())


def _of_other(
    above: Floats,
    modes: int,
    weights: Weights,
) -> float:
    """Return nats for a failure without an entry.

    Each planned entry is about as frequent as a written one, so all of them together are more than
    the prior of something else. A text model need not know any of them.
    """
    if not len(above):
        return 0.0
    each = weights.planned_prevalence * (1 - weights.prior_healthy_told) / modes
    together = float(np.logaddexp.reduce(above))
    prior = math.log(each / weights.prior_something_else)
    return max(together + prior, together - math.log(len(above)))


def _mean(above: Floats) -> float:
    """Return log of the mean of the likelihood ratios of several classes; 0 without any."""
    if not len(above):
        return 0.0
    return float(np.logaddexp.reduce(above) - math.log(len(above)))
