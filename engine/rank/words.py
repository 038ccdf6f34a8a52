"""What the words as a whole say for each hypothesis, in nats beside a uniform guess.

The text model tells more classes apart than the ranking has hypotheses. Classes of normal patterns
and of chatter speak for a healthy run, those of entries that are not written for something else.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.knowledge import FINDING, NORMAL, SOMETHING_ELSE, Knowledge
from engine.rank.causes import all_causes
from engine.rank.weights import Weights
from engine.run import Floats
from engine.words_model.scores import CHATTER


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
    are_alone: bool,
) -> WordParts:
    """Weigh the classes of the text model.

    are_alone: nothing was measured. Beside a measurement no class gets less than nothing: that
    words describe one failure says nothing against another one that a curve shows.
    """
    if not log_probabilities:
        return silent(len(modes))
    above = _above_uniform(log_probabilities)
    least = -math.inf if are_alone else 0.0

    def part(value: float) -> float:
        return max(least, weights.text_model * value)

    best = _with_findings(_with_pointers(above, knowledge), knowledge)
    return WordParts(
        modes=np.array([part(best.get(mode, 0.0)) for mode in modes]),
        healthy=part(_mean(_of_healthy(above, knowledge))),
        other=part(
            _of_other(
                above,
                knowledge,
                len(modes),
                weights,
            )
        ),
    )


def _above_uniform(log_probabilities: Mapping[str, float]) -> dict[str, float]:
    uniform = -math.log(len(log_probabilities))
    return {name: value - uniform for name, value in log_probabilities.items()}


def _with_pointers(
    above: Mapping[str, float],
    knowledge: Knowledge,
) -> dict[str, float]:
    """Give each entry the best of its class and its pointers': their words are words for it."""
    best = dict(above)
    for mode in knowledge.failure_modes.values():
        if mode.points_to and mode.slug in above:
            own = best.get(mode.points_to, -math.inf)
            best[mode.points_to] = max(own, above[mode.slug])
    return best


def _with_findings(
    above: Mapping[str, float],
    knowledge: Knowledge,
) -> dict[str, float]:
    """Let words for a finding speak for each of its causes: people say what they see.

    The causes share the likelihood of the finding, on top of their own.
    """
    best = dict(above)
    ranked = knowledge.ranked
    for finding in ranked.values():
        causes = all_causes(finding, ranked) if finding.entry_class == FINDING else []
        if not causes or finding.slug not in above:
            continue
        share = above[finding.slug] - math.log(len(causes))
        for cause in causes:
            best[cause] = float(np.logaddexp(best.get(cause, 0.0), share))
    return best


def _of_healthy(
    above: Mapping[str, float],
    knowledge: Knowledge,
) -> list[float]:
    normal = [mode.slug for mode in knowledge.failure_modes.values() if mode.entry_class == NORMAL]
    return [above[name] for name in (*normal, CHATTER) if name in above]


def _of_other(
    above: Mapping[str, float],
    knowledge: Knowledge,
    modes: int,
    weights: Weights,
) -> float:
    """Return nats for a failure without an entry.

    Each planned entry is about as frequent as a written one, so all of them together are more than
    the prior of something else. A text model need not know any of them.
    """
    values = np.array(
        [above[name] for name in (*knowledge.planned, SOMETHING_ELSE) if name in above]
    )
    if not len(values):
        return 0.0
    each = weights.planned_prevalence * (1 - weights.prior_healthy_told) / modes
    together = float(np.logaddexp.reduce(values)) + math.log(each / weights.prior_something_else)
    mean = float(np.logaddexp.reduce(values)) - math.log(len(values))
    return max(together, mean)


def _mean(above: Iterable[float]) -> float:
    """Return log of the mean of the likelihood ratios of several classes; 0 without any."""
    values = np.array(list(above))
    if not len(values):
        return 0.0
    return float(np.logaddexp.reduce(values) - math.log(len(values)))
