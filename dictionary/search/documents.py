"""What the index holds: one document per published entry, symptom and check, in plain words."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.html import strip_tags

from dictionary import queries
from dictionary.models import Check, FailureMode, Symptom

Kind = Literal["entry", "symptom", "check"]


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


def documents() -> Iterator[Document]:
    yield from map(_of_entry, queries.entry_with_parts())
    yield from map(_of_symptom, queries.symptoms().prefetch_related("phrasings"))
    yield from map(_of_check, queries.checks().prefetch_related("outcomes"))


def plain(markup: str) -> str:
    return " ".join(html.unescape(strip_tags(markup)).split())


def _of_entry(entry: FailureMode) -> Document:
    statements = [
        row.symptom.statement for row in entry.indications.all() if not row.speaks_against
    ]
    body = [
        plain(entry.definition_html),
        *statements,
        *(cause["text"] for cause in entry.causes),
        *(f"{fix.title}. {plain(fix.text_html)}" for fix in entry.fixes.all()),
        plain(entry.mechanism_html),
    ]
    names = [entry.code, entry.slug, *(alias.text for alias in entry.aliases.all())]
    return Document(
        "entry",
        entry.get_absolute_url(),
        entry.term,
        "\n".join(names),
        entry.summary,
        "\n".join(body),
    )


def _of_symptom(symptom: Symptom) -> Document:
    names = "\n".join([symptom.slug, *(phrasing.text for phrasing in symptom.phrasings.all())])
    return Document(
        "symptom",
        symptom.get_absolute_url(),
        symptom.statement,
        names,
        "",
        plain(symptom.measure_html),
    )


def _of_check(check: Check) -> Document:
    body = "\n".join(
        [plain(check.procedure_html), *(outcome.question for outcome in check.outcomes.all())]
    )
    return Document("check", check.get_absolute_url(), check.title, check.slug, check.summary, body)
