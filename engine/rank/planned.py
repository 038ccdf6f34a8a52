"""Entries that are planned and not written, and what of a case names or shows them."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.knowledge import Knowledge
from engine.observed import Observed
from engine.rank.weights import WEIGHTS
from engine.report import Resembles
from engine.scales import is_seen

# Symptoms that mean something else on the curve of an agent than on that of a classifier.
PLANNED_BY_CURVE = {
    ("accuracy-constant", "metrics.reward"): "sparse-reward",
    ("accuracy-constant", "metrics.success_rate"): "sparse-reward",
}


def resembles(
    observed: Observed,
    knowledge: Knowledge,
) -> Resembles | None:
    """Return the planned entry that the message that leads, the code, a curve or the words name, or
    that the words clearly sound like; None without one.
    """
    message = observed.messages.headline
    if message is not None and message.entry in knowledge.planned:
        return Resembles(
            message.entry,
            knowledge.planned[message.entry],
            1.0,
            (message.text,),
        )
    for found in observed.code:
        if found.failure_mode in knowledge.planned:
            term = knowledge.planned[found.failure_mode]
            return Resembles(
                found.failure_mode,
                term,
                found.certainty,
                (found.quoted,),
            )
    shown = _shown_on_curves(
        observed,
        knowledge,
    )
    if shown is not None:
        return shown
    if not observed.are_words_weighed or observed.asks_only_if_normal:
        return None
    named = [slug for slug in observed.words.named if slug in knowledge.planned]
    if named:
        return _resembling(
            named[0],
            1.0,
            observed,
            knowledge,
        )
    if not observed.intent.complains:
        return None
    best = _leading(observed.words.log_probabilities, knowledge)
    if best is None:
        return None
    return _resembling(
        *best,
        observed,
        knowledge,
    )


def _shown_on_curves(
    observed: Observed,
    knowledge: Knowledge,
) -> Resembles | None:
    """Return the planned entry that a curve shows."""
    for item in observed.measured:
        if item.state != "seen" or not is_seen(item.strength):
            continue
        slug = PLANNED_BY_CURVE.get((item.symptom, item.source), "")
        if slug in knowledge.planned:
            return Resembles(
                slug,
                knowledge.planned[slug],
                item.strength,
                (item.text,),
            )
    return None


def _leading(
    scores: Mapping[str, float],
    knowledge: Knowledge,
) -> tuple[str, float] | None:
    """Return the planned entry that holds half of what all of them share, with its probability.

    None where that is little: then no score is so high that half of enough could be its own.
    """
    planned = {slug: scores[slug] for slug in knowledge.planned if slug in scores}
    highest = max(planned.values(), default=-math.inf)
    if math.exp(highest) < WEIGHTS.planned_words / 2:
        return None
    shares = {slug: math.exp(score) for slug, score in planned.items()}
    together = math.fsum(shares.values())
    if together < WEIGHTS.planned_words:
        return None
    best = min(shares, key=lambda slug: (-shares[slug], slug))
    if shares[best] < together / 2:
        return None
    return best, shares[best]


def _resembling(
    slug: str,
    probability: float,
    observed: Observed,
    knowledge: Knowledge,
) -> Resembles:
    said = said_of(slug, observed)
    if slug in observed.words.named:
        said = (observed.words.named[slug],)
    return Resembles(
        slug,
        knowledge.planned[slug],
        probability,
        said,
    )


def said_of(
    slug: str,
    observed: Observed,
) -> tuple[str, ...]:
    """Return the clauses of the description that speak most for an entry."""
    if not observed.are_words_weighed:
        return ()
    return tuple(observed.words.resembling.get(slug, ()))
