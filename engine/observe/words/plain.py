"""Plain spelling of a text, character by character, so that places in it stay what they are."""

from __future__ import annotations

from functools import lru_cache

MAX_CHARACTERS = 20_000

_SIGNS = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u00d7": "x",
        "`": " ",
        "*": " ",
    }
)


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """Return the first 20,000 characters in lower case, with plain signs, at the same places."""
    spelled = text[:MAX_CHARACTERS].translate(_SIGNS)
    lower = spelled.lower()
    if len(lower) == len(spelled):
        return lower
    return "".join(map(_lower, spelled))


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


def blanked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return the text with blanks at these places."""
    if not spans:
        return text
    characters = list(text)
    for start, end in spans:
        for place in range(max(start, 0), min(end, len(characters))):
            if characters[place] != "\n":
                characters[place] = " "
    return "".join(characters)
