"""From free text to features: numbers folded into classes, stems, stem pairs, and character
n-grams.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from engine.language import stem
from engine.words_model.vocabulary import ABBREVIATIONS, NEGATIONS, STOP_WORDS

MAX_CHARACTERS = (
    20_000  # a longer paste says nothing new in words; its log lines are read elsewhere
)
CHARACTER_NGRAMS = (3, 4, 5)
# words; chosen by leave-one-out accuracy on the case library (first place 0.622 without, 0.639)
NEGATION_SCOPE = 2

_WORD = re.compile(r"fp16|[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?%?")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2014": "-"})

# Losses of a guess: ln 2, ln 3, ln 10, ln 100, ln 1000 (see facts on chance level), to two digits.
_CHANCE_LOSSES = {
    "0.69",
    "0.7",
    "1.09",
    "1.1",
    "2.3",
    "2.30",
    "2.31",
    "4.6",
    "4.60",
    "4.61",
    "6.9",
    "6.90",
    "6.91",
}


def normalize(text: str) -> str:
    """Lower case, plain apostrophes, bounded length."""
    return text[:MAX_CHARACTERS].translate(_APOSTROPHES).lower()


def number_class(token: str) -> str:
    """A name for what a number stands for: its digits differ from run to run, its kind does not."""
    if token.endswith("%"):
        return _percent_class(float(token[:-1]))
    if token[:4] in _CHANCE_LOSSES or token in _CHANCE_LOSSES:
        return "<chance-loss>"
    if "e-" in token:
        return "<tiny-number>"
    value = float(token)
    if "." in token:
        return _fraction_class(value)
    return f"<digits-{min(len(token), 7)}>"


def _percent_class(value: float) -> str:
    for bound, name in (
        (20, "<low-percent>"),
        (60, "<middle-percent>"),
        (90, "<high-percent>"),
        (97, "<very-high-percent>"),
    ):
        if value < bound:
            return name
    return "<near-100-percent>"


def _fraction_class(value: float) -> str:
    for bound, name in (
        (0.005, "<tiny-number>"),
        (0.2, "<low-fraction>"),
        (0.6, "<middle-fraction>"),
        (0.9, "<high-fraction>"),
    ):
        if value < bound:
            return name
    if value < 0.97:
        return "<very-high-fraction>"
    return "<near-one>" if value <= 1.0 else "<above-one>"


def words(text: str) -> list[str]:
    """Lower-case words and numbers in order, short forms written out, stop words left out."""
    written_out = (
        word
        for short in _WORD.findall(normalize(text))
        for word in ABBREVIATIONS.get(short, short).split(" ")
    )
    return [word for word in written_out if word not in STOP_WORDS]


def tokens(text: str) -> list[str]:
    """Stems and number classes in order."""
    return [number_class(word) if word[0].isdigit() else stem(word) for word in words(text)]


def features(text: str, scoped: bool = False) -> Iterator[str]:
    """Every feature of the text, with repetitions: stems, neighboring pairs of stems, character
    n-grams.

    With `scoped`, the words that a negation covers become other words: `not go nan` says nothing of
    `nan`.
    """
    stems = under_negation(tokens(text)) if scoped else tokens(text)
    yield from (f"w {word}" for word in stems)
    yield from (f"p {first} {second}" for first, second in pairwise(stems))
    yield from (f"c {gram}" for gram in character_ngrams(text))


def under_negation(stems: list[str]) -> list[str]:
    """The stems with the few that follow a negation marked."""
    marked, scope = [], 0
    for word in stems:
        negation = word in NEGATIONS or word.endswith("n't")
        marked.append(f"not_{word}" if scope and not negation else word)
        scope = NEGATION_SCOPE if negation else max(scope - 1, 0)
    return marked


def character_ngrams(text: str) -> Iterator[str]:
    """N-grams within words, with the word's edges marked, so that a typo costs only a few of
    them.
    """
    for word in words(text):
        if word[0].isdigit():
            continue
        framed = f"<{word}>"
        for size in CHARACTER_NGRAMS:
            yield from (framed[start : start + size] for start in range(len(framed) - size + 1))
