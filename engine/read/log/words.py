"""Words that a line of values has to hold: a cheap test before its shape gets a plan.

A log may hold a new shape in every line. To make a plan costs about a hundred times as much as this
test, and a line without any word of a quantity or a position has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from string import ascii_lowercase

from engine.read.log.phrases import TERMS
from engine.read.log.vocabulary import EPOCH_WORDS, STEP_WORDS
from engine.read.metric_names.quantities import SPELLINGS
from engine.read.metric_names.words import SPLIT_WORDS
from engine.read.parts.line_search import chunks_of, joined, lines_with

_SHORTEST = 2  # letters of a word
_LONGEST = 40  # what is longer is taken for several
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},{_LONGEST}}}")
_ASCII_WORD = re.compile(rf"[a-z]{{{_SHORTEST},{_LONGEST}}}")
# The same again for words that are not longer, five times as fast: blanks for all but letters.
_LETTERS = ascii_lowercase.encode()
_OTHERS = bytes(
    set(range(256)).difference(_LETTERS),
)
_LETTERS_ALONE = bytes.maketrans(
    _OTHERS,
    b" " * len(_OTHERS),
)
_PARTS = re.compile(r"([^\W_]{1,200})")  # letters and digits, and what stands between them
# Parts of names that are glued to others: trainloss, valacc.
_GLUED = ("loss", "acc", "err", "score", "verlust", "genauigkeit", "损失", "准确", "轮", "损")
_UNKNOWN = "~"
_MOST_OUTLINES = 4096
_MOST_SEARCHED = 12  # words of a part of a log; where more of them stand, most lines hold one
_OF_RUNS = frozenset({"fold", "run", "trial", "seed", "experiment", "attempt", "cv", "repeat"})


@lru_cache(maxsize=4)  # one table serves all logs
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    words: set[str] = set()
    for name in [*names, *SPELLINGS]:
        words.update(name.split("_"))
    long = frozenset(word for word in words if len(word) >= _SHORTEST)
    return long.union(
        EPOCH_WORDS,
        STEP_WORDS,
        TERMS,
        _OF_RUNS,
        SPLIT_WORDS,
    )


class KnownWords:
    """The words of all quantities, positions, splits and runs, and of the alias table."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._words = _words_of(tuple(table))
        self._outlines: dict[str, tuple[bool, str]] = {}

    def are_in_line(self, line: str) -> bool:
        """Say whether a line, or a text around its numbers, holds one of the words."""
        text = line.lower()
        if any(map(text.__contains__, _GLUED)):  # true of most lines of a log of losses
            return True
        words = _words_in(text)
        return not self._words.isdisjoint(words)

    def outline(self, shape: Iterable[str | None]) -> str | None:
        """Return the texts around the numbers of a line with a sign for each unknown word; None
        where they hold no known word.
        """
        holds_any = False
        outlined = []
        for text in shape:
            if not text:
                outlined.append("")
                continue
            holds_word, outline = self._outlined(text)
            holds_any |= holds_word
            outlined.append(outline)
        if not holds_any:
            return None
        return "\0".join(outlined)

    def _outlined(self, text: str) -> tuple[bool, str]:
        """Return whether a text holds a known word, and the text with a sign for each unknown one.

        Most texts of a new shape stand in those before it too.
        """
        found = self._outlines.get(text)
        if found is None:
            if len(self._outlines) >= _MOST_OUTLINES:
                self._outlines.clear()
            holds_word = self.are_in_line(text)
            found = holds_word, self._outline_of(text)
            self._outlines[text] = found
        return found

    def _outline_of(self, text: str) -> str:
        parts = _PARTS.split(text.lower())  # sign, word, sign, ..., sign
        words = parts[1::2]
        known = self._words.intersection(words)
        outlined = []
        for word in words:
            if word not in known:
                word = _UNKNOWN
            outlined.append(word)
        parts[1::2] = outlined
        return "".join(parts)

    def may_be_in(self, lines: Sequence[str]) -> Iterator[bool]:
        """Yield for each line whether it may hold one of the words.

        Of a log of ever new words most lines hold none, and need no closer look.
        """
        for chunk in chunks_of(lines):
            text = joined(chunk)
            words = _words_in(text)
            glued = filter(text.__contains__, _GLUED)
            found = self._words.intersection(words).union(glued)
            if len(found) > _MOST_SEARCHED:
                yield from repeat(True, len(chunk))
                continue
            numbers = lines_with(text, found)
            yield from map(numbers.__contains__, range(len(chunk)))


def _words_in(text: str) -> Iterable[str]:
    """Return the words of a text in lower case, more than once or not.

    Those of an ASCII text may be single letters, which are no known words.
    """
    if not text.isascii():
        return _WORD.findall(text)
    letters = text.encode().translate(_LETTERS_ALONE)
    words = letters.decode().split()
    longest = max(
        map(len, words),
        default=0,
    )
    if longest > _LONGEST:
        return _ASCII_WORD.findall(text)
    return words
