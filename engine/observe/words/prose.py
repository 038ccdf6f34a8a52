"""Lines of a description that are no sentences: program text, settings, and lines of a log.

They are read elsewhere (settings, messages, curves). Compared with the phrasings of symptoms they
resemble whatever names the same function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENS_CODE = re.compile(
    r"(?:import \w|from [\w.]{1,60} import|def \w|class \w{1,60}[(:]|return\b|elif\b|else:|try:"
    r"|except\b|for \w{1,40} in [^:]{1,80}:|if [^:]{1,80}:$|while [^:]{1,80}:$|with [^:]{1,80}:$"
    r"|@\w|\$ |>>>|[})\]]|//|#|print\(|assert |raise |lambda )"
)
_ASSIGNS = re.compile(r"[\w.\[\]'\", ]{1,60}?(?:\+|-|\*|/)?=(?!=)[^=]")
_CALLS = re.compile(r"[\w.]{2,80}\([^()]{0,200}(?:\([^()]{0,200}\)[^()]{0,200}){0,6}\)[,;:.]?$")
_OPEN_END = re.compile(r"[(\[{\\]$|\),$|\w=[^\s,]{1,60},$")
_MARKER = re.compile(r"^[\s>|+-]{0,12}(?:\d{1,3}[.)] )?")
# `batch size = 32`, `lr: 1e-4`, `--fp16`, and what parts them.
_NAMED = r"[a-z][\w ./-]{0,40}?"
_VALUE = r"(?:[-+]?\d[\w.,e+-]{0,20}%?|true|false|none|yes|no|on|off|\w{1,20}(?=[,;|]|$))"
_PAIR = re.compile(
    rf"(?<![\w-])(?:{_NAMED} {{0,3}}[=:] {{0,3}}{_VALUE}|--[\w-]{{1,40}}(?:[= ]\S{{1,40}})?)"
)
_WORD = re.compile(r"[a-z]{2,}")
MOST_WORDS_LEFT = 1  # beside the pairs of a line of settings
_SENTENCE = re.compile(r"\b(?:is|are|was|were|does|the|my|but|when|after|i|we|it|not|and then)\b")


def not_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the lines of a plain text stand that are no sentences: (start, end) of each."""
    return tuple(
        (start, start + len(line))
        for start, line in _lines(text)
        if is_program(line) or is_settings(line)
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its place."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def is_program(line: str) -> bool:
    """Return whether a line is program text."""
    bare = line.strip()
    if not bare or _reads_like_a_sentence(bare):
        return False
    if _OPENS_CODE.match(bare) or _CALLS.match(bare) or _OPEN_END.search(bare):
        return True
    assigned = _ASSIGNS.match(bare)
    return assigned is not None and not is_settings(bare)


def _reads_like_a_sentence(line: str) -> bool:
    """Say whether small words join the others, as program text never has them."""
    return len(_SENTENCE.findall(line)) >= 2


def is_settings(line: str) -> bool:
    """Return whether a line consists of names with their values."""
    bare = _MARKER.sub("", line)
    rest, pairs = _PAIR.subn(" ", bare)
    return pairs > 0 and len(_WORD.findall(rest)) <= MOST_WORDS_LEFT
