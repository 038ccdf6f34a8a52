"""Write how two entries differ, in words that are shown after submission only."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from engine.scales import FREQUENCY
from quizzes.evidence import strongest
from quizzes.records import Entry, Sign

MOST_NAMED = 2  # symptoms in a sentence about another entry


def other_term(key: Entry, other: Entry, shown: Sequence[Sign] = ()) -> str:
    """Write why the other entry is wrong.

    Name the symptoms that speak against it, then those it leaves unexplained, then the difference
    between it and the key. A sentence that has nothing to name is left out.
    """
    sentences = (
        _against(other, shown),
        _unexplained(other, shown),
        _difference(key, other),
    )
    return " ".join(filter(None, sentences))


def _against(other: Entry, shown: Sequence[Sign]) -> str:
    """Quote the symptoms that speak against the entry.

    Return "" when none does.
    """
    excluding = set()
    for sign in other.signs:
        if not sign.frequency:
            excluding.add(sign.symptom)

    excluded = [sign for sign in shown if sign.symptom in excluding]
    statements = [sign.statement for sign in excluded]
    if not statements:
        return ""
    return f"{quoted(statements)} speaks against it."


def _unexplained(other: Entry, shown: Sequence[Sign]) -> str:
    """Quote the symptoms that the entry does not mention.

    Return "" when it mentions all.
    """
    mentioned = [sign.symptom for sign in other.signs]
    unexplained = _without(mentioned, shown)
    if not unexplained:
        return ""
    statements = [sign.statement for sign in unexplained]
    return f"It does not explain {quoted(statements)}."


def _without(symptoms: Container[str], signs: Iterable[Sign]) -> list[Sign]:
    """Return the signs whose symptom is not among `symptoms`, which are slugs."""
    return [sign for sign in signs if sign.symptom not in symptoms]


def _difference(key: Entry, other: Entry) -> str:
    """Return the key's own note about a look-alike, else the symptoms of the other entry."""
    if other.slug in key.look_alikes:
        return key.look_alikes[other.slug]
    return would_be_seen(key, other)


def would_be_seen(key: Entry, other: Entry) -> str:
    """Name the strongest symptoms that only the other entry has.

    Return its summary when it has none.
    """
    explained = key.frequencies
    own = _without(explained, other.signs)
    named = strongest(own, MOST_NAMED)
    if not named:
        return other.summary
    seen = listed(_with_frequencies(named))
    return f"If it were {other.term}, one would see {seen}."


def _with_frequencies(signs: Iterable[Sign]) -> list[str]:
    """Return each statement in quotes, with the word for its frequency, such as "often"."""
    phrases = []
    for sign in signs:
        frequency = FREQUENCY[sign.frequency]
        phrases.append(f"“{sign.statement}” ({frequency.word})")
    return phrases


def quoted(statements: Iterable[str]) -> str:
    """Put each statement in quotes and join them."""
    in_quotes = [f"“{statement}”" for statement in statements]
    return listed(in_quotes)


def listed(parts: Sequence[str]) -> str:
    """Join the parts by commas and a last "and": "a, b and c".

    Raises ValueError when there are no parts.
    """
    *others, last = parts
    if not others:
        return last
    beginning = ", ".join(others)
    return f"{beginning} and {last}"
