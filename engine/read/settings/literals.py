"""Values as programs print them: numbers, flags, words, lists, mappings, calls.

One grammar reads Python literals, flow collections of YAML, prints of Namespace and of data
classes: `Config(optim=AdamW(lr=0.1), sizes=[1, 2], mode=<Mode.EPOCH: 'epoch'>)`. Anything that
does not close is taken as plain text up to the next comma, so every text gives a value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from string import ascii_letters

from engine.read.settings.plain_values import plain_value

DEPTH = 12
TITLE = "name"  # key under which a call's own name stands beside its arguments
_CLOSING = {"[": "]", "(": ")", "{": "}"}
_BLANK = re.compile(r"\s*+")
_STRING_START = re.compile(r"[bBfFrRuU]?(['\"])")
_CALL = re.compile(r"([A-Za-z_][\w.]{0,119}+)[ ]?\(")
_ENUM = re.compile(r"<[\w.]{1,120}+: ?([^<>]{1,200})>")
_NAMED = re.compile(r"([A-Za-z_][\w./-]{0,119}+)\s*+=(?!=)\s*+")
_PLAIN_KEY = re.compile(r"[^\s,:()\[\]{}'\"=][^,:()\[\]{}'\"=\n]{0,119}+")
# A pair of a mapping of Python, as most are: it is read at once.
_SIMPLE_PAIR = re.compile(r"'([^']++)'\s{0,40}+:\s*+([\w.+\-]++)(?=[,}])")
# An item of a list or the value of an argument, as most are: a number, a flag or a word.
_SIMPLE_ITEM = re.compile(r"[\w.+\-]{1,40}+(?=\s{0,4}+[,)\]}])")
_COLON = re.compile(r"\s{0,40}+(?::|=>|=)")
_BREAK = re.compile(r"[,()\[\]{}]")
_PLAIN_WORD = re.compile(r"[\w.+\-]*+")
_SEPARATOR = re.compile(r"[\s,]*+")
# Calls that hold settings and are no subject of their own: argparse.Namespace, TrainingArguments.
_CONTAINER = re.compile(
    r"(?i:.{0,100}(?:namespace|config|cfg|arguments|args|params|options|settings|dict|hparams))"
)
_QUOTES = "\"'"
# What _STRING_START and _CALL begin with.
_BEFORE_STRINGS = frozenset("\"'bBfFrRuU")
_BEFORE_CALLS = frozenset(f"{ascii_letters}_")
_ENDS = ("", ")", "]", "}")


def value_of(text: str) -> object:
    """Return the value that the whole text spells."""
    text = text.strip().rstrip(",")
    if _PLAIN_WORD.fullmatch(text):
        return plain_value(text)
    scanner = _Scanner(text)
    value = scanner.value(DEPTH)
    rest = text[scanner.position :]
    return plain_value(text) if rest.strip() else value


def arguments_of(text: str) -> dict[str, object]:
    """Return the named arguments of a call, given the text between its brackets.

    Arguments without a name are left out.
    """
    scanner = _Scanner(text)
    named, _ = scanner.arguments(DEPTH)
    return named


def call_of(text: str) -> tuple[str, dict[str, object]] | None:
    """Return name and named arguments of a printed call; None for any other text."""
    text = text.strip()
    start = _CALL.match(text)
    if start is None or not text.endswith(")"):
        return None
    inner = text[start.end() : -1]
    return start.group(1), arguments_of(inner)


def is_container(name: str) -> bool:
    """Return whether a call of this name only holds settings: Namespace, TrainingArguments."""
    last = name.rpartition(".")[2]
    return _CONTAINER.fullmatch(last) is not None


@dataclass
class _Scanner:
    """Reads values from left to right; no character is looked at more than a few times.

    ahead: where each closing character was last found, -1 once it no longer follows. Without it
        every opening bracket would search the rest of the text.
    """

    text: str
    position: int = 0
    ahead: dict[str, int] = field(default_factory=dict)

    def value(self, depth: int) -> object:
        """Read one value: a text in quotes, a member of an enum, a collection, or plain text.

        Collections are opened down to the depth; deeper ones are plain text.
        """
        self._skip(_BLANK)
        first = self._next()
        quoted = self._string() if first in _BEFORE_STRINGS else None
        if quoted is not None:
            rest = self._plain()
            return quoted + rest.rstrip()
        enum = self._match(_ENUM) if first == "<" else None
        if enum:
            self.position = enum.end()
            member = enum.group(1).strip()  # 'epoch' of <Strategy.EPOCH: 'epoch'>
            return plain_value(member.strip(_QUOTES))
        if depth and (first in _CLOSING or first in _BEFORE_CALLS):
            opened = self._opened(depth - 1)
            if opened is not None:
                return opened
        plain = self._plain()
        return plain_value(plain)

    def arguments(self, depth: int) -> tuple[dict[str, object], list[object]]:
        """Read named and other arguments up to the closing bracket or the end."""
        named: dict[str, object] = {}
        others: list[object] = []
        while self._at_next():
            before = self.position
            name = self._match(_NAMED)
            if name is None:
                others.append(self._item(depth))
            else:
                self.position = name.end()
                named[name.group(1)] = self._item(depth)
            self._step_from(before)
        return named, others

    def _item(self, depth: int) -> object:
        """Read a value that a comma or a bracket ends."""
        simple = self._match(_SIMPLE_ITEM)
        if simple is None:
            return self.value(depth)
        self.position = simple.end()
        return plain_value(simple.group())

    def _opened(self, depth: int) -> object | None:
        """Read a collection or a call; None where nothing opens that also closes."""
        opening = self._next()
        closing = _CLOSING.get(opening)
        if closing is not None and self._closes(closing):
            self.position += 1
            if opening == "{":
                return self._mapping(depth)
            return self._items(depth)
        call = self._match(_CALL)
        if call is None or not self._closes(")"):
            return None
        self.position = call.end()
        return self._called(call.group(1), depth)

    def _called(
        self,
        name: str,
        depth: int,
    ) -> object:
        """Return the arguments of a call, its only argument, or its name."""
        named, others = self.arguments(depth)
        self._close()
        only = others[0] if len(others) == 1 else None
        if isinstance(only, float | list):
            return only  # Array(1.5, dtype=float32), tensor(0.1, device='cuda:0')
        if not named:
            return only or others or name
        if is_container(name):
            return named
        return {
            TITLE: name,
            **named,
        }

    def _items(self, depth: int) -> list[object]:
        """Read the values of a list that is open, and its closing bracket."""
        items: list[object] = []
        while self._at_next():
            before = self.position
            items.append(self._item(depth))
            self._step_from(before)
        self._close()
        return items

    def _mapping(self, depth: int) -> dict[str, object]:
        """Read the pairs of a mapping that is open, and its closing bracket."""
        mapping: dict[str, object] = {}
        while self._at_next():
            simple = self._match(_SIMPLE_PAIR)
            if simple is not None:
                self.position = simple.end()
                key, text = simple.groups()
                mapping[key] = plain_value(text)
                continue
            before = self.position
            key = self._key()
            colon = self._match(_COLON)
            if key and colon:
                self.position = colon.end()
                mapping[key] = self.value(depth)
            else:
                self._plain()  # a part without a colon is no pair
            self._step_from(before)
        self._close()
        return mapping

    def _key(self) -> str:
        """Read the key of a pair, empty where none stands."""
        quoted = self._string()
        if quoted is not None:
            return quoted
        plain = self._match(_PLAIN_KEY)
        if plain is None:
            return ""
        self.position = plain.end()
        key = plain.group()
        return key.strip()

    def _string(self) -> str | None:
        """Read a quoted text; None where none begins that also ends."""
        opening = self._match(_STRING_START)
        if opening is None:
            return None
        quote = opening.group(1)
        start = opening.end()
        if not self._closes(quote, start):
            return None
        end = self.ahead[quote]
        self.position = end + 1
        return self.text[start:end]

    def _plain(self) -> str:
        """Read up to the comma or the bracket that ends the value; brackets inside are skipped."""
        start = self.position
        level = 0
        for found in _BREAK.finditer(self.text, start):
            self.position = found.start()
            sign = found.group()
            if sign == ",":
                if level == 0:
                    break
            elif sign in _CLOSING:
                level += self._closes(_CLOSING[sign])
            else:
                level -= 1
            if level < 0:
                break
        else:
            self.position = len(self.text)
        return self.text[start : self.position]

    def _at_next(self) -> bool:
        """Go to the next part; False at a closing bracket or the end."""
        self._skip(_SEPARATOR)
        return self._next() not in _ENDS

    def _close(self) -> None:
        """Step over the closing bracket, which a text that is cut off lacks."""
        if self.position < len(self.text):
            self.position += 1

    def _step_from(self, before: int) -> None:
        """Go on by one character where nothing was read, so that every loop ends."""
        if self.position == before:
            self.position += 1

    def _closes(
        self,
        closing: str,
        start: int = 0,
    ) -> bool:
        """Return whether the character follows behind `start`, or behind the next one."""
        start = start or self.position + 1
        place = self.ahead.get(closing, 0)
        if 0 <= place < start:
            place = self.text.find(closing, start)
            self.ahead[closing] = place
        return place >= 0

    def _next(self) -> str:
        """Return the next character, empty at the end."""
        end = self.position + 1
        return self.text[self.position : end]

    def _match(
        self,
        pattern: re.Pattern[str],
    ) -> re.Match[str] | None:
        """Return where the pattern stands at the position."""
        return pattern.match(self.text, self.position)

    def _skip(
        self,
        pattern: re.Pattern[str],
    ) -> None:
        """Go on behind the pattern."""
        found = pattern.match(self.text, self.position)
        if found:
            self.position = found.end()
