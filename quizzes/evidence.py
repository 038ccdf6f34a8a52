"""Say how well entries explain symptoms, and how close two entries are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from engine.rank.likelihood import support
from quizzes.records import Bank, Entry, Sign

# The key must explain the symptoms at least four times better than any other option. In a
# diagnosis that is more than the prior of a common entry can outweigh that of a rare one.
MARGIN = math.log(4)

# Weights of closeness; together 1.
SHARED_SYMPTOMS = 0.5
LOOK_ALIKE = 0.35
SAME_CHAPTER = 0.15


def supports(bank: Bank, shown: Iterable[Sign]) -> Mapping[str, float]:
    """Return for each entry how well it explains the symptoms, by the engine's own sum (nats)."""
    return support([sign.symptom for sign in shown], bank.matrices)


def explains_all(entry: Entry, shown: Iterable[Sign]) -> bool:
    explained = _frequencies(entry)
    return all(sign.symptom in explained for sign in shown)


def closeness(key: Entry, other: Entry) -> float:
    """Return 0 to 1: how easily the two are taken for one another."""
    return (
        SHARED_SYMPTOMS * similarity(key, other)
        + LOOK_ALIKE * (other.slug in key.look_alikes)
        + SAME_CHAPTER * (other.chapter == key.chapter)
    )


def similarity(key: Entry, other: Entry) -> float:
    """Return the weighted share of symptoms that two entries have in common, 0 to 1."""
    ours = _frequencies(key)
    theirs = _frequencies(other)
    shared = sum(min(ours[slug], theirs[slug]) for slug in ours.keys() & theirs.keys())
    either = ours.keys() | theirs.keys()
    total = sum(max(ours.get(slug, 0), theirs.get(slug, 0)) for slug in either)
    if not total:
        return 0.0
    return shared / total


def _frequencies(entry: Entry) -> dict[str, int]:
    """Return the frequencies of the symptoms that the entry explains, by slug."""
    return {sign.symptom: sign.frequency for sign in entry.signs if sign.frequency}


def share_explained(entry: Entry, shown: Sequence[Sign]) -> float:
    """Return 0 to 1; 0 when nothing is shown."""
    if not shown:
        return 0.0
    explained = _frequencies(entry)
    return sum(sign.symptom in explained for sign in shown) / len(shown)


def strongest(signs: Sequence[Sign], count: int) -> list[Sign]:
    """Return the signs that suggest the entry most, without those that speak against it."""
    speaking = [sign for sign in signs if sign.frequency]
    ordered = sorted(speaking, key=lambda sign: (-sign.evoking, -sign.frequency, sign.symptom))
    return ordered[:count]
