"""Cut a text into the pieces of a BERT vocabulary, without case and accents.

The algorithm is the longest match first of Devlin et al., BERT (2019), and of its tokenizer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LONGEST_WORD = 100  # letters; a longer one is unknown as a whole
LONGEST_TEXT = 512  # pieces that a model of this kind can read
BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
LEFT_OUT = frozenset({"Mn", "Cc", "Cf"})  # accents and control characters
# Blocks of characters that are words of their own.
CHINESE = (
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
)


@dataclass(frozen=True, slots=True)
class WordPiece:
    """numbers: piece -> its number; pieces inside a word begin with ##."""

    numbers: Mapping[str, int]

    def __call__(self, text: str, most: int = LONGEST_TEXT) -> list[int]:
        """Return the numbers of the pieces, between those that mark the begin and the end."""
        pieces: list[int] = []
        for word in words(text):
            pieces.extend(self.pieces_of(word))
            if len(pieces) >= most:
                break
        kept = pieces[: most - 2]
        return [self.numbers[BEGIN], *kept, self.numbers[END]]

    def pieces_of(self, word: str) -> list[int]:
        """Return the numbers of the longest pieces from the left; one unknown for none."""
        unknown = [self.numbers[UNKNOWN]]
        if len(word) > LONGEST_WORD:
            return unknown
        found = []
        start = 0
        while start < len(word):
            end = self._end(word, start)
            if end == start:
                return unknown
            found.append(self.numbers[_piece(word, start, end)])
            start = end
        return found

    def _end(self, word: str, start: int) -> int:
        """Return where the longest known piece from `start` ends; `start` where there is none."""
        for end in range(len(word), start, -1):
            if _piece(word, start, end) in self.numbers:
                return end
        return start


def _piece(word: str, start: int, end: int) -> str:
    piece = word[start:end]
    if start:
        return f"##{piece}"
    return piece


def words(text: str) -> Iterator[str]:
    """Yield words and signs in lower case, without accents and control characters."""
    word = ""
    for letter in unicodedata.normalize("NFD", text.lower()):
        if letter.isspace() or _stands_alone(letter):
            if word:
                yield word
            word = ""
            if not letter.isspace():
                yield letter
        elif unicodedata.category(letter) not in LEFT_OUT:
            word += letter
    if word:
        yield word


def _stands_alone(letter: str) -> bool:
    """Return whether a letter is a sign or a Chinese character."""
    if letter.isascii():
        return letter.isprintable() and not letter.isalnum()
    for first, last in CHINESE:
        if first <= letter <= last:
            return True
    category = unicodedata.category(letter)
    return category.startswith("P")
