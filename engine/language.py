"""Word stems, for the diagnosis, the search and the quizzes alike."""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the English (Porter2) stem of a lower-case word."""
    # A stemmer keeps the word that it works on, so the threads of a server must not share one.
    return str(snowballstemmer.stemmer("english").stemWord(word))
