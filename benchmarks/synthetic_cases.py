"""Make as many training examples as wanted, by recombining the sentences of the case library.

Only their number, length and variety are meant to be real: they measure time, memory and file size
of a fit, not its accuracy. The same numbers give the same examples.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from content.cases import CASES, PHRASING_WEIGHT, read_cases
from engine.words_model.train import Example

SENTENCES_PER_REPORT = (2, 3, 4, 5)
WORDS_PER_PHRASE = (4, 5, 6, 7, 8)
DROPPED = 0.1  # share of words left out
FOREIGN = 0.15  # share of words taken from any report, so that the vocabulary grows with the texts

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")

Pools = Mapping[str, Sequence[str]]  # class -> sentences


def synthetic_examples(
    fixtures: Path,
    reports: int,
    phrases: int,
    classes: int,
    seed: int = 0,
) -> list[Example]:
    """Return reports and phrases, spread evenly over the classes. Raises CaseError."""
    choose = random.Random(seed)  # noqa: S311 - a benchmark keeps no secret
    pools = class_pools(fixtures, classes)
    names = list(pools)
    every_sentence = [text for sentences in pools.values() for text in sentences]
    vocabulary = [word for text in every_sentence for word in text.split()]

    examples = []
    for number in range(reports):
        name = names[number % classes]
        sentences = choose.choices(pools[name], k=choose.choice(SENTENCES_PER_REPORT))
        examples.append(Example(name, varied(" ".join(sentences), vocabulary, choose)))
    for number in range(phrases):
        name = names[number % classes]
        words = choose.choice(pools[name]).split()
        length = choose.choice(WORDS_PER_PHRASE)
        start = choose.randrange(max(len(words) - length, 0) + 1)
        phrase = " ".join(words[start : start + length])
        examples.append(Example(name, varied(phrase, vocabulary, choose), PHRASING_WEIGHT))
    return examples


def class_pools(fixtures: Path, classes: int) -> Pools:
    """Return the sentences of each failure mode; classes beyond them mix two neighbors each."""
    pools: dict[str, list[str]] = defaultdict(list)
    for path in sorted((fixtures / CASES).glob("*.jsonl")):
        for case in read_cases(path):
            pools[case.label].extend(_SENTENCE_END.split(case.text))

    real = sorted(pools)[:classes]
    mixed = {
        f"mixed-{number}": [
            *pools[real[number % len(real)]][::2],
            *pools[real[(number - 1) % len(real)]][1::2],
        ]
        for number in range(classes - len(real))
    }
    return {**{name: pools[name] for name in real}, **mixed}


def varied(text: str, vocabulary: Sequence[str], choose: random.Random) -> str:
    """Leave out some words and replace some by words of other reports."""
    words = []
    for word in text.split():
        chance = choose.random()
        if chance < FOREIGN:
            words.append(choose.choice(vocabulary))
        elif chance < 1 - DROPPED:
            words.append(word)
    return " ".join(words)
