"""Terms of the field in other languages, from tables beside this module.

One row a term: the term, and the English words for it; none for a small word that says nothing. A
term that ends in a star begins words: `konvergier*` is in `konvergiert`. A term of two parts has
other words in between: `sagt … voraus`. A number sign in a term stands for a figure: `# pas`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# Languages that are written without spaces, and with Latin letters.
UNSPACED = {"Chinese": "chinese", "Japanese": "japanese"}
SPACED = {"German": "german", "Spanish": "spanish", "French": "french"}
_STAR = "*"
LEAST_STEM = 3  # letters
_TOKEN = re.compile(r"\w++|[^\w\s]")
_APART = "\u2026"
# How umlauts are written on keyboards that have none.
_UMLAUTS = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue"})


@dataclass(frozen=True, slots=True)
class Parted:
    """A term of two parts with other words in between.

    first, last: words and marks of the parts.
    english, behind: what stands for each; nothing behind where the first stands for the whole.
    """

    first: tuple[str, ...]
    last: tuple[str, ...]
    english: str
    behind: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms and their English words.

    whole: term -> English. stems: beginning of words -> English.
    parted: first word -> the terms of two parts that it begins.
    longest: characters of the longest term or stem.
    most_words: words and marks of the term that has most.
    openings: first words of the terms of several words.
    closes: whether the last part of a term in two parts stands at the end of its clause.
    """

    whole: dict[str, str]
    stems: dict[str, str]
    parted: dict[str, tuple[Parted, ...]]
    longest: int
    most_words: int
    openings: frozenset[str]
    closes: bool

    def word(self, word: str) -> str | None:
        """Return the English for a single word, None for one that is not known."""
        if word in self.whole:
            return self.whole[word]
        return self.stem(word, len(word))

    def stem(
        self,
        word: str,
        most: int,
    ) -> str | None:
        """Return the English of the longest stem; its ending has `most` letters or less."""
        least = max(
            LEAST_STEM,
            len(word) - most,
        )
        for end in range(
            len(word),
            least - 1,
            -1,
        ):
            english = self.stems.get(word[:end])
            if english is not None:
                return english
        return None


@cache
def lexicon(language: str) -> Lexicon:
    """Read the table of a language; languages with accents are read without them as well."""
    table = {**UNSPACED, **SPACED}[language]
    rows = _rows(table)
    stems = {
        without_accents(term.removesuffix(_STAR)): english
        for term, english in rows
        if term.endswith(_STAR)
    }
    whole = {
        term: english for term, english in rows if not term.endswith(_STAR) and _APART not in term
    }
    if language in SPACED:
        whole = _in_plain_letters(whole)
    return Lexicon(
        whole,
        stems,
        _by_opening(rows),
        longest=max(map(len, (*whole, *stems))),
        most_words=max(map(_count_words, whole)),
        openings=frozenset(map(_first_word, whole)),
        closes=language == "German",
    )


def _rows(table: str) -> list[tuple[str, str]]:
    path = FOLDER / f"{table}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(row["term"], row["english"]) for row in rows]


def _count_words(term: str) -> int:
    words = _TOKEN.findall(term)
    return len(words)


def _first_word(term: str) -> str:
    """Return the first word of a term of several words, nothing of a single word."""
    words = _TOKEN.findall(term)
    return words[0] if len(words) > 1 else ""


def _by_opening(rows: list[tuple[str, str]]) -> dict[str, tuple[Parted, ...]]:
    """Return the terms of two parts by their first word."""
    found: dict[str, tuple[Parted, ...]] = {}
    for term, english in rows:
        if _APART not in term:
            continue
        part = _parted(term, english)
        opening = part.first[0]
        earlier = found.get(opening, ())
        found[opening] = (*earlier, part)
    return found


def _parted(
    term: str,
    english: str,
) -> Parted:
    parts = map(
        without_accents,
        term.split(_APART),
    )
    first, last = map(_TOKEN.findall, parts)
    opening, _, behind = english.partition(_APART)
    return Parted(
        tuple(first),
        tuple(last),
        opening.strip(),
        behind.strip(),
    )


def _in_plain_letters(terms: dict[str, str]) -> dict[str, str]:
    """Return the terms as they are and in plain letters.

    Of two that are one in plain letters (`bajo`, `bajó`), the one that is written so comes first.
    """
    spelled = {lower_case(term): english for term, english in terms.items()}
    for term, english in terms.items():
        plain = without_accents(term)
        typed = lower_case(term).translate(_UMLAUTS)
        spelled.setdefault(plain, english)
        spelled.setdefault(typed, english)
    return spelled


def lower_case(text: str) -> str:
    """Return the text in lower case with its accents."""
    lower = text.lower()
    return unicodedata.normalize(
        "NFC",
        lower.replace("\u00df", "ss"),
    )


def without_accents(text: str) -> str:
    """Return the text in lower case with plain letters, so that `été` and `ete` are one."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower().replace("\u00df", "ss"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def english_terms() -> frozenset[str]:
    """Return the English words of all tables: the terms that every language borrows."""
    languages = (*UNSPACED, *SPACED)
    sides = [lexicon(language) for language in languages]
    phrases = [
        english for side in sides for english in (*side.whole.values(), *side.stems.values())
    ]
    return frozenset(word for phrase in phrases for word in phrase.lower().split())
