"""From free text to features: numbers folded into classes, stems and what they mean, pairs near and
apart, and character n-grams.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from engine.language import stem
from engine.words_model.synonyms import meanings
from engine.words_model.vocabulary import ABBREVIATIONS, NEGATIONS, STOP_WORDS

MAX_CHARACTERS = (
    20_000  # a longer paste says nothing new in words; its log lines are read elsewhere
)
MAX_WORD = 40  # characters; what is longer is no word, and what is remembered must be bounded
CHARACTER_NGRAMS = (3, 4, 5)
SKIPS = (2, 3, 4)  # how far apart the stems of a skip-gram stand
# words; chosen by leave-one-out accuracy on the case library (first place 0.622 without, 0.639)
NEGATION_SCOPE = 2

_WORD = re.compile(r"fp16|[^\W\d_]++(?>(?:'[^\W\d_]++)?)|\d+(?:\.\d+)?(?:e[+-]?\d+)?%?")
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
    start = text[:MAX_CHARACTERS]
    if not start.isascii():  # to look up each character takes far longer
        start = start.translate(_APOSTROPHES)
    return start.lower()


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
    return [word for short in _WORD.findall(normalize(text)) for word in _written_out(short)]


@lru_cache(maxsize=50_000)
def _written_out(short: str) -> tuple[str, ...]:
    spelled = ABBREVIATIONS.get(short, short).split(" ")
    return tuple(word[:MAX_WORD] for word in spelled if word not in STOP_WORDS)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word, or one of the words that a short form stands for, and its place in the text."""

    word: str
    token: str
    start: int
    end: int


def spelled_words(text: str) -> list[Spelled]:
    """Return what `words` returns, with places. They hold for the text as it was given."""
    plain = normalize(text)
    if len(plain) != len(text[:MAX_CHARACTERS]):
        plain = _same_length(text[:MAX_CHARACTERS])
    return [
        Spelled(word, token(word), match.start(), match.end())
        for match in _WORD.finditer(plain)
        for word in _written_out(match.group())
    ]


def _same_length(text: str) -> str:
    """Lower each letter whose lower case is one letter; a few others have two."""
    plain = text.translate(_APOSTROPHES)
    return "".join(map(_lower, plain))


def _lower(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


@lru_cache(maxsize=50_000)
def token(word: str) -> str:
    """Return the stem of a word, or the class of a number."""
    return number_class(word) if word[0].isdecimal() else stem(word)


def tokens(text: str) -> list[str]:
    """Stems and number classes in order."""
    return [token(word) for word in words(text)]


def features(text: str, scoped: bool = False) -> Iterator[str]:
    """Every feature of the text, with repetitions: those of its words and of their letters."""
    spelled = words(text)
    yield from features_of_words(spelled, scoped)
    for word in spelled:
        yield from features_of_letters(word)


def features_of_words(spelled: list[str], scoped: bool = False) -> Iterator[str]:
    """Stems and neighboring pairs of stems.

    With `scoped`, what the stems mean as well, whichever of several words says it, and pairs are
    pairs of meanings, also of those that stand apart (skip-grams). The words that a negation covers
    become other words: `not go nan` says nothing of `nan`.
    """
    stems = [token(word) for word in spelled]
    if not scoped:
        yield from (f"w {word}" for word in stems)
        yield from _pairs(stems)
        return

    yield from (f"w {word}" for word in under_negation(stems))
    meant = under_negation(meanings(stems))
    yield from (f"m {word}" for word in meant)
    yield from _pairs(meant)
    yield from skip_grams(meant)


def _pairs(stems: list[str]) -> Iterator[str]:
    yield from (f"p {first} {second}" for first, second in pairwise(stems))


def skip_grams(stems: list[str]) -> Iterator[str]:
    """Pairs of stems with one to three others between them, whatever these are."""
    for skip in SKIPS:
        apart = zip(stems, stems[skip:], strict=False)
        yield from (f"s {first} {second}" for first, second in apart)


def under_negation(stems: list[str]) -> list[str]:
    """The stems with the few that follow a negation marked."""
    marked, scope = [], 0
    for word in stems:
        negation = word in NEGATIONS or word.endswith("n't")
        is_covered = scope > 0 and not negation
        covered = f"not_{word}" if is_covered else word
        marked.append(covered)
        scope = NEGATION_SCOPE if negation else max(scope - 1, 0)
    return marked


@lru_cache(maxsize=20_000)
def features_of_letters(word: str) -> tuple[str, ...]:
    """N-grams of a word with its edges marked, so that a typo costs only a few of them.

    A number has none.
    """
    if word[0].isdecimal():
        return ()
    framed = f"<{word}>"
    return tuple(
        f"c {framed[start : start + size]}"
        for size in CHARACTER_NGRAMS
        for start in range(len(framed) - size + 1)
    )
