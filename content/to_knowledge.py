"""Make the engine's Knowledge from the content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from content import schema
from content.content import Content, hashed_content_of_folder
from content.text_model import read_text_model
from engine import knowledge as records
from engine.names import normalized

MARKUP = re.compile(r"\]\([^()]*\)|[*_`#>\[\]]+")


def knowledge_from_files(root: Path) -> records.Knowledge:
    """Read a content folder and the text model beside it, without a database.

    Raises ContentError with all problems, and ValueError for an unreadable text model.
    """
    read = hashed_content_of_folder(root)
    return knowledge_of(read.content, read.hash, read_text_model(root))


def knowledge_of(
    content: Content,
    edition: str,
    model: records.TextModel | None = None,
) -> records.Knowledge:
    """Return what the engine needs of the content. `edition` is the hash of the content."""
    statements = {symptom.slug: symptom.statement for symptom in content.symptoms}
    return records.Knowledge(
        edition=edition,
        name=content.name,
        failure_modes={entry.slug: _failure_mode(entry, statements) for entry in content.published},
        symptoms={symptom.slug: _symptom(symptom) for symptom in content.symptoms},
        checks={check.slug: _check(check) for check in content.checks},
        metric_names=_names(content.signals, "metric"),
        config_names=_names(content.signals, "config"),
        text_model=model,
    )


def _failure_mode(entry: schema.FailureMode, statements: Mapping[str, str]) -> records.FailureMode:
    return records.FailureMode(
        id=entry.id,
        slug=entry.slug,
        term=entry.term,
        chapter=entry.chapter,
        summary=entry.summary,
        prevalence=entry.prevalence,
        urgency=entry.urgency,
        indications=_indications(entry),
        fixes=tuple(_fix(fix) for fix in entry.fixes),
        confirmations=tuple(_confirmation(item) for item in entry.confirmations),
        text=_plain_text(entry, statements),
    )


def _indications(entry: schema.FailureMode) -> tuple[records.Indication, ...]:
    """Return the symptoms that speak for the entry, then those that speak against it."""
    speaking_for = [
        records.Indication(
            symptom=indication.symptom,
            frequency=indication.frequency,
            evoking=indication.evoking,
        )
        for indication in entry.indications
    ]
    speaking_against = [
        records.Indication(
            symptom=indication.symptom,
            frequency=0,
            evoking=-indication.strength,
        )
        for indication in entry.contra_indications
    ]
    return (*speaking_for, *speaking_against)


def _fix(fix: schema.Fix) -> records.Fix:
    return records.Fix(
        title=fix.title,
        kind=fix.kind,
        effort=fix.effort,
        verify=fix.verify,
    )


def _confirmation(confirmation: schema.Confirmation) -> records.Confirmation:
    return records.Confirmation(
        check=confirmation.check,
        if_present=confirmation.if_present,
        if_absent=confirmation.if_absent,
    )


def _plain_text(entry: schema.FailureMode, statements: Mapping[str, str]) -> str:
    """Return names, summary, definition, symptoms and causes, one a line, for lexical retrieval."""
    parts = [
        entry.term,
        *(alias.text for alias in entry.aliases),
        entry.summary,
        MARKUP.sub(" ", entry.definition),
        *(statements[indication.symptom] for indication in entry.indications),
        *(cause.text for cause in entry.causes),
    ]
    return "\n".join(parts)


def _symptom(symptom: schema.Symptom) -> records.Symptom:
    return records.Symptom(
        slug=symptom.slug,
        statement=symptom.statement,
        group=symptom.group,
        facet=symptom.facet,
        importance=symptom.importance,
        background=symptom.background,
        detector=symptom.detector,
        phrasings=tuple(symptom.phrasings),
    )


def _check(check: schema.Check) -> records.Check:
    outcomes = tuple(_outcome(outcome) for outcome in check.outcomes)
    return records.Check(check.slug, check.title, check.cost, outcomes)


def _outcome(outcome: schema.Outcome) -> records.Outcome:
    return records.Outcome(
        symptom=outcome.symptom,
        question=outcome.question,
        if_yes=outcome.if_yes,
        if_no=outcome.if_no,
    )


def _names(signals: Iterable[schema.Signal], kind: str) -> dict[str, str]:
    """Return each name of the signals of a kind, normalized -> canonical name."""
    canonical = {}
    for signal in signals:
        if signal.kind == kind:
            for name in (signal.name, *signal.aliases):
                canonical[normalized(name)] = signal.name
    return canonical
