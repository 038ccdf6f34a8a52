"""A description as words, numbers, signs and not-finite values, with their places."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

TokenKind = Literal["word", "number", "sign", "end"]

# Words may hold figures (`f1`, `map50`); `_`, `-` and `/` part words, so `val_loss` is two. A
# minus belongs to a number that stands behind a blank or a sign. Every repeat is possessive: read
# from their starts once, numbers of any length stay linear.
_TOKEN = re.compile(
    r"(?P<number>(?<![\w.])(?:(?<![^\s:=(\[,~])[-+])?(?:\d{1,3}(?:,\d{3}){1,4}(?![\d,])"
    r"|\d++(?>(?:[.,]\d++)?))"
    r"(?>(?:e[-+]?\d{1,3}\b|%| {0,2}percent\b| {0,2}%)?))(?![a-z_])"
    r"|(?P<word>[a-z0-9]++(?:'[a-z]++)?|[^\W\d_]++)"
    r"|(?P<end>\n|(?<![.!?;])[.!?;]++(?=\s|$))"
    r"|(?P<sign>-{1,3}>|=>|[-/=:,()@~|<>+&\u2192\u2248.])"
)
_NOT_FINITE = frozenset({"nan", "nans", "inf", "infinity", "infinite"})
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?>(?:,\d{3}){1,4})(?!\d)")
_PERCENT = re.compile(r" {0,2}(?:%|percent)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign.

    value: of a number; NaN for a word that names a value that is not finite.
    percent: whether a percent sign is on the number.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    value: float | None = None
    percent: bool = False

    @property
    def is_number(self) -> bool:
        return self.kind == "number"

    @property
    def is_not_finite(self) -> bool:
        return self.kind == "word" and self.text in _NOT_FINITE


@lru_cache(maxsize=16)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text in plain spelling."""
    return tuple(map(_token, _TOKEN.finditer(text)))


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup
    if kind == "number":
        return _number(match)
    if kind == "word":
        return Token("word", match[0], match.start(), match.end())
    if kind == "end":
        return Token("end", match[0], match.start(), match.end())
    return Token("sign", match[0], match.start(), match.end())


def _number(match: re.Match[str]) -> Token:
    written = match["number"]
    bare = _PERCENT.sub("", written)
    percent = bare != written
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(",", "")
    value = float(bare.replace(",", "."))
    # More than 308 digits are infinity, which states nothing.
    known = value if math.isfinite(value) else None
    return Token("number", written, match.start(), match.end(), known, percent)
