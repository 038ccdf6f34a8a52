"""Values as Python prints them: dicts, lists, arrays and tensors, without running anything.

A call such as Array(1.5, dtype=float32) or np.float32(0.5) stands for its first argument.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from engine.read.parts.numbers import number_from_text

MAX_PRINTED = 2_000_000  # characters of one printed value; a longer one is a dump of a data set
_LEAST_REMEMBERED = 200  # characters
_DEPTH = 60
_NUMBER_LIMIT = 60
# Every alternative begins with another character or is possessive, and a text without its end is
# one token: the scan is linear. Blanks belong to the token behind them, and a colon to its key: a
# dict has a third of the tokens so.
_TOKEN = re.compile(
    r"[\s,]*+(?:"
    r"(?P<key>'[^'\\]*+'|\"[^\"\\]*+\")\s*+:"
    r"|(?P<text>[rbuf]{0,2}(?:'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\"))"
    r"|(?P<unclosed>'(?:[^'\\]|\\.)*+|\"(?:[^\"\\]|\\.)*+)"
    r"|(?P<number>[-+]?(?<!\d)(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d++)?(?![\w.]))"
    r"|(?P<word>-?[A-Za-z_][\w.]*+)"
    r"|(?P<repr><[^<>]{0,400}>|<[^<>]{0,200}<[^<>]{0,200}>[^<>]{0,200}>)"
    r"|(?P<open>[\[({])|(?P<close>[\])}])|(?P<sign>[:=])|(?P<other>.)|(?P<end>\Z))",
    re.DOTALL,
)
_NUMPY = re.compile(r"numpy=([^,<>\s]{1,60})")
_WORDS: dict[str, object] = {
    "None": None,
    "null": None,
    "True": True,
    "true": True,
    "False": False,
    "false": False,
}
_CLOSES = {"[": "]", "(": ")", "{": "}"}
_ESCAPES = re.compile(r"\\(.)", re.DOTALL)
_ELIDED = "."  # dots in a long array: what they stand for was not printed


class _NotPrintedError(Exception):
    """The text is no printed value."""


@dataclass(slots=True)
class _Open:
    """A bracket that is open: what stands in it so far.

    callee: the name before a round bracket. key: of a pair whose value is still to come.
    named: the last word with an equals sign behind it, `dtype=`: its value is an option.
    """

    bracket: str
    callee: str = ""
    values: list[object] = field(default_factory=list)
    pairs: dict[str, object] = field(default_factory=dict)
    key: str | None = None
    is_option: bool = False

    def add(self, value: object) -> None:
        if self.is_option:
            self.is_option = False
        elif self.key is not None:
            self.pairs[self.key] = value
            self.key = None
        else:
            self.values.append(value)

    @property
    def expects_value(self) -> bool:
        """Whether the next value is that of an option or of a key."""
        return self.is_option or self.key is not None

    def turn_to_key(self) -> None:
        """Take the last value for the key of the value to come."""
        if not self.values:
            raise _NotPrintedError
        self.key = _as_key(self.values.pop())

    def closed(self) -> object:
        """Return the value of the closed bracket."""
        if self.bracket == "{":
            return self.pairs if self.pairs or not self.values else self.values
        if self.bracket == "[":
            return self.values
        return _called(self.callee, self.values)


def _as_key(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def _called(
    callee: str,
    values: list[object],
) -> object:
    """Return what a call stands for: its first argument; a pair list of a mapping is a dict."""
    if not callee:
        return values
    name = callee.rpartition(".")[2].lower()
    if name in {"datetime", "date", "timedelta", "time", "timestamp"} or not values:
        return callee
    mappings = [value for value in values if isinstance(value, dict)]
    if mappings and len(mappings) == 1:
        return mappings[0]
    first = values[0]
    if name.endswith("dict") and isinstance(first, list):
        pairs = [pair for pair in first if isinstance(pair, list) and len(pair) == 2]
        return {_as_key(key): value for key, value in pairs}
    return first


Parse = Callable[[str], object | None]


@dataclass
class ParsedOnce:
    """parse_printed for the readers of one source, which ask for the same long texts.

    What it returns is shared, and must not be changed.
    """

    values: dict[str, object | None] = field(default_factory=dict)
    left: int = MAX_PRINTED  # characters that may still be remembered

    def __call__(self, text: str) -> object | None:
        if text in self.values:
            return self.values[text]
        value = parse_printed(text)
        if _LEAST_REMEMBERED <= len(text) <= self.left:
            self.left -= len(text)
            self.values[text] = value
        return value


def parse_printed(text: str) -> object | None:
    """Return the value that a text prints, None for any other text."""
    try:
        return _parse(text[:MAX_PRINTED])
    except _NotPrintedError:
        return None


def _parse(text: str) -> object:
    """Read up to the end of the first value. Raises _NotPrintedError for a text without one."""
    reader = _Reader()
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup or ""
        if reader.waits and token.start(kind) > token.start():
            reader.end_word()
            if reader.is_done:
                return reader.value
        reader.take(kind, token.group(kind))
        if reader.is_done:
            return reader.value
    raise _NotPrintedError


class _Reader:
    """Takes the tokens of a value one by one.

    waiting: a word that is a value, or the name of a call if a bracket follows.
    """

    def __init__(self) -> None:
        self._top = _Open("[")
        self._stack = [self._top]
        self._waiting = ""

    @property
    def waits(self) -> bool:
        return self._waiting != ""

    @property
    def is_done(self) -> bool:
        return len(self._stack) == 1 and bool(self._top.values) and not self._waiting

    @property
    def value(self) -> object:
        return self._top.values[0]

    def take(
        self,
        kind: str,
        found: str,
    ) -> None:
        """Take one token. Raises _NotPrintedError where it cannot stand."""
        if self._waiting and kind != "end" and found != "(" and self._is_option(found):
            return
        if kind == "key":
            self._take_key(found[1:-1])
        elif kind == "word":
            self._waiting = found
        elif kind == "open":
            self._open(found)
        elif kind == "close":
            self._close(found)
        elif found == ":":
            self._stack[-1].turn_to_key()
        elif kind in {"text", "number", "repr"}:
            self._stack[-1].add(_value(kind, found))
        elif kind == "unclosed" or (kind == "other" and found != _ELIDED):
            raise _NotPrintedError  # a quote or a bracket without its end, or no value at all

    def _take_key(self, key: str) -> None:
        """Take a text with a colon behind it, which outside of brackets is the whole value."""
        inner = self._stack[-1]
        if inner is self._top or inner.expects_value:
            inner.add(key)
            if not self.is_done:
                inner.turn_to_key()
        else:
            inner.key = key

    def end_word(self) -> None:
        """Add the word that waits: a blank stands behind it, so it is no name of a call."""
        word, self._waiting = self._waiting, ""
        self._stack[-1].add(_of_word(word))

    def _is_option(self, found: str) -> bool:
        """Add the word that waits; return whether it is the name of an option, `dtype=`."""
        if found != "=":
            self.end_word()
            return False
        self._waiting = ""
        self._stack[-1].is_option = True
        return True

    def _open(self, bracket: str) -> None:
        if len(self._stack) > _DEPTH:
            raise _NotPrintedError
        self._stack.append(_Open(bracket, self._waiting))
        self._waiting = ""

    def _close(self, bracket: str) -> None:
        opened = self._stack.pop()
        if not self._stack or _CLOSES[opened.bracket] != bracket:
            raise _NotPrintedError
        self._stack[-1].add(opened.closed())


def _of_word(word: str) -> object:
    if word in _WORDS:
        return _WORDS[word]
    number = number_from_text(word[:_NUMBER_LIMIT])
    return word if number is None else number


def _value(kind: str, found: str) -> object:
    if kind == "number":
        return _number(found)
    if kind == "text":
        start = found.index(found[-1])  # the quote, behind the letters of a prefix
        inside = found[start + 1 : -1]
        return _ESCAPES.sub(r"\1", inside) if "\\" in inside else inside
    numpy = _NUMPY.search(found)
    number = number_from_text(numpy.group(1)) if numpy else None
    return found if number is None else number


def _number(found: str) -> float:
    """Return a whole number as it is, without reading thousands of digits."""
    if len(found) > _NUMBER_LIMIT:
        return float(found)
    return int(found) if found.lstrip("+-").isdigit() else float(found)
