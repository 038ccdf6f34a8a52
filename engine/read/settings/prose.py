"""Sentences between the lines of a log: whether a line is one, and the settings that it states."""

from __future__ import annotations

import re

from engine.read.settings.wording import may_state
from engine.read.settings.words import settings_in_words

_LONGEST = 600
_LEAST_WORDS = 6
_LEAST_FUNCTION_WORDS = 2
_LEAST_SHARE = 0.5  # of the words that are written out
# A line of a logger: cells, several pairs, or a position in training.
_LOGGED = re.compile(
    r"(?i)\|.*\||:\s.*:\s|\b(?:epoch|step|iter|iteration|update|episode|round)\b\W{0,12}\d"
)
_WORD = re.compile(r"[A-Za-z][a-z']{0,30}[,.;:!?)]?|I")
_ANNOUNCING = frozenset({"using", "use", "with", "initial"})
_MOST_ANNOUNCED = 10  # words of `Using learning rate 0.1`
# Words that sentences have and lines of loggers hardly ever.
_FUNCTION_WORDS = frozenset(
    {
        "i", "i'm", "we", "my", "our", "a", "an", "the", "this", "is", "was", "am", "are", "with",
        "and", "of", "on", "for", "in", "using", "use", "used", "train", "trained", "it", "but",
        "to", "have", "has", "set",
    }
)  # fmt: skip


def settings_of_sentence(line: str) -> dict[str, object]:
    """Return the settings that a sentence states; empty for a line that is no sentence."""
    if len(line) > _LONGEST or not may_state(line) or not is_sentence(line):
        return {}
    return settings_in_words(line)


def is_sentence(line: str) -> bool:
    """Return whether most words are written out and some join the others: `I train with lr 0.1`."""
    if _LOGGED.search(line):
        return False
    words = line.split()
    if words and words[0].lower() in _ANNOUNCING:
        return len(words) <= _MOST_ANNOUNCED
    if len(words) < _LEAST_WORDS or not line.lstrip()[:1].isalpha():
        return False
    written = list(filter(_WORD.fullmatch, words))
    if len(written) < _LEAST_SHARE * len(words):
        return False
    plain = [word.strip(",.;:!?)").lower() for word in written]
    joining = filter(_FUNCTION_WORDS.__contains__, plain)
    return len(list(joining)) >= _LEAST_FUNCTION_WORDS
