"""Values without quotes and brackets: flags, None, numbers and words."""

from __future__ import annotations

from functools import lru_cache

from engine.read.parts.numbers import number_from_text

_REMEMBERED = 4096  # texts: the same few words and numbers stand in dump after dump
_LONGEST_REMEMBERED = 20  # characters
_WORDS = {
    **dict.fromkeys(("true", "yes", "on"), True),
    **dict.fromkeys(("false", "no", "off"), False),
    **dict.fromkeys(("null", "~", ""), None),
}


def plain_value(text: str) -> object:
    """Return a flag, None, a number or the text itself.

    `none` in lower case is a word that settings have: `normalization: none`.
    """
    if len(text) > _LONGEST_REMEMBERED:
        return _plain_value(text)
    return _remembered(text)


def _plain_value(text: str) -> object:
    text = text.strip()
    word = text.lower()
    if word in _WORDS:
        return _WORDS[word]
    if text == "None":
        return None
    number = number_from_text(text)
    return text if number is None else number


_remembered = lru_cache(maxsize=_REMEMBERED)(_plain_value)
