"""Text of each published entry in plain words, as a plain search box would index it."""

from __future__ import annotations

from collections.abc import Mapping

from content import schema
from content.content import Content
from content.plain import plain_text


def entry_texts(content: Content) -> dict[str, str]:
    """Return slug -> text."""
    statements = {}
    for symptom in content.symptoms:
        statements[symptom.slug] = symptom.statement
    texts = {}
    for entry in content.published:
        texts[entry.slug] = text_of(entry, statements)
    return texts


def text_of(entry: schema.FailureMode, statements: Mapping[str, str]) -> str:
    """Return names, summary, definition, symptoms and causes, one a line."""
    aliases = [alias.text for alias in entry.aliases]
    definition = plain_text(entry.definition)
    symptoms = [statements[indication.symptom] for indication in entry.indications]
    causes = [cause.text for cause in entry.causes]
    parts = [
        entry.term,
        *aliases,
        entry.summary,
        definition,
        *symptoms,
        *causes,
    ]
    return "\n".join(parts)
