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
    symptoms = {sign.symptom for sign in shown}
    return symptoms <= entry.frequencies.keys()


def closeness(key: Entry, other: Entry) -> float:
    """Return 0 to 1: how easily the two are taken for one another."""
    return (
        SHARED_SYMPTOMS * similarity(key, other)
        + LOOK_ALIKE * (other.slug in key.look_alikes)
        + SAME_CHAPTER * (other.chapter == key.chapter)
    )


def similarity(key: Entry, other: Entry) -> float:
    """Return the weighted share of symptoms that two entries have in common, 0 to 1."""
    ours = key.frequencies
    theirs = other.frequencies
    shared = 0
    total = 0
    for slug in ours.keys() | theirs.keys():
        our = ours.get(slug, 0)
        their = theirs.get(slug, 0)
        shared += min(our, their)
        total += max(our, their)
    if not total:
        return 0.0
    return shared / total


def share_explained(entry: Entry, shown: Sequence[Sign]) -> float:
    """Return 0 to 1; 0 when nothing is shown."""
    if not shown:
        return 0.0
    explained = [sign for sign in shown if sign.symptom in entry.frequencies]
    return len(explained) / len(shown)


def strongest(signs: Sequence[Sign], count: int) -> list[Sign]:
    """Return the signs that suggest the entry most, without those that speak against it."""
    speaking = [sign for sign in signs if sign.frequency]
    ordered = sorted(speaking, key=lambda sign: (-sign.evoking, -sign.frequency, sign.symptom))
    return ordered[:count]
