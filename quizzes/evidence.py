"""Measure how well entries explain symptoms, and how close two entries are."""

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
    symptoms = [sign.symptom for sign in shown]
    return support(symptoms, bank.matrices)


def explains_all(entry: Entry, shown: Iterable[Sign]) -> bool:
    """Return whether the entry explains every symptom shown; true when nothing is shown."""
    symptoms = {sign.symptom for sign in shown}
    return symptoms <= entry.frequencies.keys()


def closeness(key: Entry, other: Entry) -> float:
    """Return how easily one entry is mistaken for the other, 0 to 1.

    Look-alikes count from the key's side only: it is the key that lists them.
    """
    total = SHARED_SYMPTOMS * similarity(key, other)
    if other.slug in key.look_alikes:
        total += LOOK_ALIKE
    if other.chapter == key.chapter:
        total += SAME_CHAPTER
    return total


def similarity(key: Entry, other: Entry) -> float:
    """Return the weighted share of symptoms that two entries have in common, 0 to 1.

    Each symptom counts by its frequency: the lower of the two is shared, the higher is the whole.
    """
    of_key = key.frequencies
    of_other = other.frequencies
    shared = 0
    whole = 0
    for symptom in of_key.keys() | of_other.keys():
        in_key = of_key.get(symptom, 0)
        in_other = of_other.get(symptom, 0)
        shared += min(in_key, in_other)
        whole += max(in_key, in_other)

    if not whole:
        return 0.0
    return shared / whole


def share_explained(entry: Entry, shown: Sequence[Sign]) -> float:
    """Return which share of the symptoms the entry explains, 0 to 1.

    Return 0 when nothing is shown.
    """
    if not shown:
        return 0.0
    explained = [sign for sign in shown if sign.symptom in entry.frequencies]
    return len(explained) / len(shown)


def strongest(signs: Sequence[Sign], count: int) -> list[Sign]:
    """Return the signs that suggest the entry most, without those that speak against it.

    Equally strong signs are ordered by frequency, then by slug.
    """

    def rank(sign: Sign) -> tuple[int, int, str]:
        return -sign.evoking, -sign.frequency, sign.symptom

    suggesting = [sign for sign in signs if sign.frequency]
    suggesting.sort(key=rank)
    return suggesting[:count]
