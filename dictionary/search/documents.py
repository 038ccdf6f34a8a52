"""What the index holds: one document per published entry, symptom and check, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from django.urls import get_resolver

from content import schema
from content.content import Content
from content.plain import plain_text

Kind = Literal["entry", "symptom", "check"]
Statements = Mapping[str, str]  # slug of a symptom -> its statement


@dataclass(frozen=True, slots=True)
class Document:
    """`names`: other names, one a line: id, aliases and error strings, or the ways in which people
    write a symptom.
    """

    kind: Kind
    url: str
    title: str
    names: str
    summary: str
    body: str


def documents_of(content: Content) -> Iterator[Document]:
    """Yield the documents of what has a page: no drafts, no symptoms without a published entry."""
    statements = {symptom.slug: symptom.statement for symptom in content.symptoms}
    for entry in content.published:
        yield _of_entry(entry, statements)

    published = set(_symptoms_of(content.published))
    for symptom in content.symptoms:
        if symptom.slug in published:
            yield _of_symptom(symptom)

    for check in content.checks:
        yield _of_check(check)


def address(kind: Kind, slug: str) -> str:
    """Return the page's path below the site's root; no request is asked where that is."""
    path = get_resolver().reverse(kind, slug)
    return f"/{path}"


def _symptoms_of(entries: tuple[schema.FailureMode, ...]) -> Iterator[str]:
    for entry in entries:
        for indication in entry.indications:
            yield indication.symptom


def _of_entry(entry: schema.FailureMode, statements: Statements) -> Document:
    names = [entry.id, entry.slug]
    names += [alias.text for alias in entry.aliases]
    body = [
        plain_text(entry.definition),
        *_statements(entry, statements),
        *(cause.text for cause in entry.causes),
        *(f"{fix.title}. {plain_text(fix.text)}" for fix in entry.fixes),
        plain_text(entry.mechanism),
    ]
    return Document(
        kind="entry",
        url=address("entry", entry.slug),
        title=entry.term,
        names="\n".join(names),
        summary=entry.summary,
        body="\n".join(body),
    )


def _statements(entry: schema.FailureMode, statements: Statements) -> list[str]:
    """Return what the entry's symptoms say, the most frequent first."""
    ordered = sorted(entry.indications, key=lambda item: (-item.frequency, -item.evoking))
    return [statements[indication.symptom] for indication in ordered]


def _of_symptom(symptom: schema.Symptom) -> Document:
    names = [symptom.slug, *symptom.phrasings]
    return Document(
        kind="symptom",
        url=address("symptom", symptom.slug),
        title=symptom.statement,
        names="\n".join(names),
        summary="",
        body=plain_text(symptom.measure),
    )


def _of_check(check: schema.Check) -> Document:
    body = [plain_text(check.procedure)]
    body += [outcome.question for outcome in check.outcomes]
    return Document(
        kind="check",
        url=address("check", check.slug),
        title=check.title,
        names=check.slug,
        summary=check.summary,
        body="\n".join(body),
    )
