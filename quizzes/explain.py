"""Say how two entries differ, in words that are shown after submission only."""

from __future__ import annotations

from collections.abc import Sequence

from engine.scales import FREQUENCY
from quizzes.evidence import strongest
from quizzes.records import Entry, Sign


def other_term(key: Entry, other: Entry, shown: Sequence[Sign] = ()) -> str:
    """Say what the other entry leaves unexplained, and how it is told from the key."""
    parts = [_against(other, shown), _unexplained(other, shown), _difference(key, other)]
    return " ".join(part for part in parts if part)


def _against(other: Entry, shown: Sequence[Sign]) -> str:
    excluding = {sign.symptom for sign in other.signs if not sign.frequency}
    statements = [sign.statement for sign in shown if sign.symptom in excluding]
    if not statements:
        return ""
    return f"{quoted(statements)} speaks against it."


def _unexplained(other: Entry, shown: Sequence[Sign]) -> str:
    explained = {sign.symptom for sign in other.signs}
    statements = [sign.statement for sign in shown if sign.symptom not in explained]
    if not statements:
        return ""
    return f"It does not explain {quoted(statements)}."


def _difference(key: Entry, other: Entry) -> str:
    if other.slug in key.look_alikes:
        return key.look_alikes[other.slug]
    return would_be_seen(key, other)


def would_be_seen(key: Entry, other: Entry) -> str:
    """Name the strongest symptoms that only the other entry has, else give its summary."""
    shared = {sign.symptom for sign in key.signs if sign.frequency}
    own = strongest([sign for sign in other.signs if sign.symptom not in shared], 2)
    if not own:
        return other.summary
    seen = [f"“{sign.statement}” ({FREQUENCY[sign.frequency].word})" for sign in own]
    return f"If it were {other.term}, one would see {listed(seen)}."


def quoted(statements: Sequence[str]) -> str:
    return listed([f"“{statement}”" for statement in statements])


def listed(parts: Sequence[str]) -> str:
    """Join the parts by commas and a last "and"."""
    if len(parts) == 1:
        return parts[0]
    return ", ".join(parts[:-1]) + f" and {parts[-1]}"
