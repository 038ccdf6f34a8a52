"""Values without quotes and brackets: flags, None, numbers and words."""

from __future__ import annotations

from engine.read.parts.numbers import number_from_text

_WORDS = {
    **dict.fromkeys(("true", "yes", "on"), True),
    **dict.fromkeys(("false", "no", "off"), False),
    **dict.fromkeys(("null", "~", ""), None),
}


def plain_value(text: str) -> object:
    """Return a flag, None, a number or the text itself.

    `none` in lower case is a word that settings have: `normalization: none`.
    """
    text = text.strip()
    word = text.lower()
    if word in _WORDS:
        return _WORDS[word]
    if text == "None":
        return None
    number = number_from_text(text)
    return text if number is None else number
