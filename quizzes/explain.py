"""Why an option is right, and what would be seen if a wrong one were. Told after submission
only.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizzes.evidence import strongest
from quizzes.records import Entry, Remedy, Sign
from quizzes.words import plain_sentences

HOW_OFTEN = {1: "rarely", 2: "sometimes", 3: "often", 4: "usually", 5: "nearly always"}


def key_by_definition(key: Entry, shown: str) -> str:
    """The summary, or the beginning of the definition when the summary is what was shown."""
    return (
        key.summary if shown != key.summary else plain_sentences(key.definition)[0] or key.summary
    )


def key_by_symptoms(key: Entry, shown: Sequence[Sign]) -> str:
    parts = [f"“{sign.statement}” is {HOW_OFTEN[sign.frequency]} seen" for sign in shown]
    return f"It explains everything shown: {listed(parts)}."


def other_term(key: Entry, other: Entry, shown: Sequence[Sign] = ()) -> str:
    """What tells the other entry apart: the sentence of the entries, what it leaves unexplained,
    its own signs.
    """
    parts = []
    known = {sign.symptom: sign.frequency for sign in other.signs}
    if against := [sign.statement for sign in shown if known.get(sign.symptom) == 0]:
        parts.append(f"{quoted(against)} speaks against it.")
    if unexplained := [sign.statement for sign in shown if sign.symptom not in known]:
        parts.append(f"It does not explain {quoted(unexplained)}.")
    if other.slug in key.look_alikes:
        parts.append(key.look_alikes[other.slug])
    else:
        parts.append(would_be_seen(key, other))
    return " ".join(part for part in parts if part)


def would_be_seen(key: Entry, other: Entry) -> str:
    ours = {sign.symptom for sign in key.signs if sign.frequency}
    own = strongest([sign for sign in other.signs if sign.symptom not in ours], 2)
    if not own:
        return other.summary
    seen = [f"“{sign.statement}” ({HOW_OFTEN[sign.frequency]})" for sign in own]
    return f"If it were {other.term}, one would see {listed(seen)}."


def key_fix(remedy: Remedy) -> str:
    return f"It removes the cause. How to see that it worked: {remedy.verify}"


def other_fix(key: Entry, other: Entry) -> str:
    return f"This is a fix for {other.term}. {would_be_seen(key, other)}"


def quoted(statements: Sequence[str]) -> str:
    return listed([f"“{statement}”" for statement in statements])


def listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else parts[0]
