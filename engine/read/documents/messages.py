"""Texts inside structured logs: the lines of a container, the messages of a cloud or a logger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.names import normalized

_LEAST_LINES = 3
# The first of these that a row has is its text; `text` and `event` are names of other things, too.
_TEXT_KEYS = ("log", "message", "msg", "textpayload", "line", "body", "text", "event", "content")
_LEVELS = frozenset(
    {"record", "jsonpayload", "payload", "data", "fields", "attributes", "extra", "logevent"}
)
_WORDS_OF_KIND = 1  # an event of one word, `epoch_end`, is the kind of a row


def message_of(
    row: Mapping[str, object],
    depth: int = 3,
) -> str:
    """Return the text that a row of a structured log carries, empty without one."""
    plain = {normalized(key): value for key, value in row.items()}
    for key in _TEXT_KEYS:
        text = plain.get(key)
        if isinstance(text, str) and len(text.split(None, 2)) > _WORDS_OF_KIND:
            return text
    if not depth:
        return ""
    for key, value in plain.items():
        if key in _LEVELS and isinstance(value, dict):
            text = message_of(
                value,
                depth - 1,
            )
            if text:
                return text
    return ""


def messages_in(values: list[object]) -> str | None:
    """Return the lines of a list of texts, or of the messages of a list of objects."""
    if len(values) < _LEAST_LINES:
        return None
    kinds = set(map(type, values))
    if kinds == {str}:
        texts = [value for value in values if isinstance(value, str)]
        is_log = sum(" " in text for text in texts) * 2 > len(texts)
        return joined(texts) if is_log else None
    if kinds != {dict}:
        return None
    messages: list[str] = []
    for value in values:
        message = message_of(value) if isinstance(value, dict) else ""
        if not message:
            return None
        messages.append(message)
    return joined(messages)


def joined(texts: Iterable[str]) -> str:
    """Return the texts in order, each on lines of its own.

    Docker cuts a long line into pieces: where some texts end a line, one that does not goes on.
    """
    known = list(texts)
    if any(text.endswith("\n") for text in known):
        return "".join(known)
    return "\n".join(known)
