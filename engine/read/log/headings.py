"""Lines that say what the lines below them belong to: a split, a fold, a run, an epoch."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from engine.read.metric_names.words import SPLIT_WORDS, words_of

_LONGEST = 100
_REMEMBERED = 2048  # lines: a heading stands above each evaluation
_MOST_WORDS = 6
_DIGITS = "0123456789"
_SPLIT_AND_SET = 2  # Validation Set5
_WITH_SPLIT = frozenset(
    {
        "begin", "begins", "start", "started", "starting", "running", "results", "result",
        "metrics", "metric", "error", "set", "loop", "on", "the", "performance", "scores", "score",
        "epoch", "phase", "stage", "report", "data", "model", "for", "stats", "summary", "a",
        "average", "accuracy", "loss", "end", "of", "now", "at", "step", "iteration",
    }
)  # fmt: skip
_NO_HEADING = frozenset({"sanity", "saved", "saving", "loading", "loaded", "reading", "dataset"})
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OPENING = (
    r"[\s\W]{0,12}(?:(?:starting|begin|training|running|start|==+)\s)?"
    r"(fold|run|trial|experiment|attempt|seed|cv|repeat)"
)
_MAY_OPEN_RUN = re.compile(_OPENING, re.IGNORECASE)
_RUN = re.compile(
    rf"{_OPENING}\s?[#:=]?\s?(\d{{1,6}}|{'|'.join(_NUMBER_WORDS)})(?![\w.])",
    re.IGNORECASE,
)


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that hold no other of them: a text without those holds none at all."""
    every = sorted(set(words), key=len)
    kept: list[str] = []
    for word in every:
        if not any(map(word.__contains__, kept)):
            kept.append(word)
    return tuple(kept)


_SHORTEST_SPLITS = _shortest(SPLIT_WORDS)


def is_sentence(line: str) -> bool:
    """Say whether a line is prose: it ends like a sentence and joins no name to a number."""
    text = line.rstrip()
    if ":" in text or "=" in text:
        return False
    return text.endswith((".", "?", "!"))


def split_of_heading(line: str) -> str:
    """Return the split of a heading: a short line that names one and says little else.

    Headings of one kind differ in the number at their end, of which only the length may matter.
    """
    if len(line) > _LONGEST:
        return ""
    head = line.rstrip(_DIGITS)
    return _split_of_short(head.ljust(len(line), "0"))


@lru_cache(maxsize=_REMEMBERED)
def _split_of_short(line: str) -> str:
    if not _may_name_split(line):
        return ""
    words = words_of(line)
    if not words:
        return ""
    if len(words) > _MOST_WORDS:
        return ""
    if not _NO_HEADING.isdisjoint(words):
        return ""
    named = filter(SPLIT_WORDS.__contains__, words)
    splits = {SPLIT_WORDS[word] for word in named}
    if len(splits) != 1:
        return ""
    is_of_set = words[0] in SPLIT_WORDS and len(words) == _SPLIT_AND_SET
    if is_of_set or all(map(_may_stand_in_heading, words)):
        return splits.pop()
    return ""


def _may_name_split(line: str) -> bool:
    """Cheap test before a line is taken apart."""
    lowered = line.lower()
    return any(map(lowered.__contains__, _SHORTEST_SPLITS))


def _may_stand_in_heading(word: str) -> bool:
    """Return whether a word is a split, a number, or one that goes with a split."""
    if word in SPLIT_WORDS or word in _WITH_SPLIT:
        return True
    return word.isdigit()


def may_open_run(without_digits: str) -> bool:
    """Say whether a line may open a run, by what is left of it without its digits."""
    return _MAY_OPEN_RUN.match(without_digits) is not None


def run_of_heading(line: str) -> str:
    """Return `fold 2` or `run two` of a line that opens one, else an empty text."""
    match = _RUN.match(line, 0, _LONGEST)
    if match is None:
        return ""
    opening = match.group(1).lower()
    number = match.group(2).lower()
    if number in _NUMBER_WORDS:
        place = _NUMBER_WORDS.index(number)
        number = str(place + 1)
    return f"{opening} {number}"
