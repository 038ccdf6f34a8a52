"""Terms of the field in other languages, from tables beside this module.

One row a term: the term, and the English words for it; none for a small word that says nothing. A
term that ends in a star begins words: `konvergier*` is in `konvergiert`.
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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms and their English words.

    whole: term -> English. stems: beginning of words -> English.
    longest: characters of the longest term or stem.
    most_words: words and marks of the term that has most.
    """

    whole: dict[str, str]
    stems: dict[str, str]
    longest: int
    most_words: int

    def word(self, word: str) -> str | None:
        """Return the English for a single word, None for one that is not known."""
        if word in self.whole:
            return self.whole[word]
        for end in range(
            len(word),
            2,
            -1,
        ):
            if word[:end] in self.stems:
                return self.stems[word[:end]]
        return None


@cache
def lexicon(language: str) -> Lexicon:
    """Read the table of a language; languages with accents are read without them."""
    table = {**UNSPACED, **SPACED}[language]
    fold = language in SPACED
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    with (FOLDER / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            term = row["term"]
            if fold:
                term = without_accents(term)
            if term.endswith(_STAR):
                stems[term.removesuffix(_STAR)] = row["english"]
            else:
                whole[term] = row["english"]
    longest = max(map(len, (*whole, *stems)))
    most_words = max(len(_TOKEN.findall(term)) for term in whole)
    return Lexicon(
        whole,
        stems,
        longest,
        most_words,
    )


def without_accents(text: str) -> str:
    """Return the text in lower case with plain letters, so that `été` and `ete` are one."""
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
