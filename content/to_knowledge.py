"""Make the engine's Knowledge from the content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from content import schema
from content.content import Content, hashed_content_of_folder
from content.text_model import read_text_model
from engine import knowledge as records
from engine.names import normalized


def knowledge_from_files(root: Path) -> records.Knowledge:
    """Read a content folder and the text model beside it, without a database.

    Raises ContentError with all problems, and ValueError for an unreadable text model.
    """
    return replace(knowledge_without_model(root), text_model=read_text_model(root))


def knowledge_without_model(root: Path) -> records.Knowledge:
    """Read a content folder alone. Raises ContentError with all problems."""
    read = hashed_content_of_folder(root)
    return knowledge_of(read.content, read.hash)


def knowledge_of(
    content: Content,
    edition: str,
    model: records.TextModel | None = None,
) -> records.Knowledge:
    """Return what the engine needs of the content. `edition` is the hash of the content."""
    return records.Knowledge(
        edition=edition,
        name=content.name,
        failure_modes={entry.slug: _failure_mode(entry) for entry in content.published},
        symptoms={symptom.slug: _symptom(symptom) for symptom in content.symptoms},
        checks={check.slug: _check(check) for check in content.checks},
        metric_names=_names(content.signals, "metric"),
        config_names=_names(content.signals, "config"),
        text_model=model,
    )


def _failure_mode(entry: schema.FailureMode) -> records.FailureMode:
    return records.FailureMode(
        slug=entry.slug,
        prevalence=entry.prevalence,
        indications=_indications(entry),
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


def _symptom(symptom: schema.Symptom) -> records.Symptom:
    return records.Symptom(
        slug=symptom.slug,
        facet=symptom.facet,
        importance=symptom.importance,
        background=symptom.background,
        phrasings=tuple(symptom.phrasings),
    )


def _check(check: schema.Check) -> records.Check:
    outcomes = tuple(records.Outcome(outcome.symptom) for outcome in check.outcomes)
    return records.Check(check.slug, check.cost, outcomes)


def _names(signals: Iterable[schema.Signal], kind: str) -> dict[str, str]:
    """Return each name of the signals of a kind, normalized -> canonical name."""
    canonical = {}
    for signal in signals:
        if signal.kind == kind:
            for name in (signal.name, *signal.aliases):
                canonical[normalized(name)] = signal.name
    return canonical
