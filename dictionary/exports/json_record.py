"""An entry as one JSON object, texts as Markdown. The API answers the same record."""

from __future__ import annotations

import json
from typing import Any

from dictionary.models import Confirmation, FailureMode, Fix, Indication, Reference, Relation
from dictionary.relations import Link, look_alikes, related_links


def json_record(entry: FailureMode) -> str:
    record = entry_record(entry)
    return json.dumps(record, ensure_ascii=False, indent=1)


def entry_record(entry: FailureMode) -> dict[str, Any]:
    """Return plain data. The entry comes from `queries.entry_with_parts`."""
    return {
        "id": entry.code,
        "slug": entry.slug,
        "term": entry.term,
        "url": entry.get_absolute_url(),
        "chapter": entry.chapter.slug,
        "aliases": aliases(entry),
        **facts(entry),
        "definition": entry.definition,
        "mechanism": entry.mechanism,
        "rescue": {
            "verdict": entry.rescue,
            "text": entry.rescue_text,
        },
        "causes": entry.causes,
        **indications(entry),
        "confirmations": [confirmation_record(each) for each in entry.confirmations.all()],
        "fixes": [fix_record(fix) for fix in entry.fixes.all()],
        "example": example_record(entry),
        **links(entry),
        "references": [reference_record(each) for each in entry.references.all()],
    }


def facts(entry: FailureMode) -> dict[str, Any]:
    return {
        "summary": entry.summary,
        "phase": entry.phase,
        "kind": entry.kind,
        "applies_to": entry.applies_to,
        "severity": entry.severity,
        "severity_reason": entry.severity_reason,
        "silence": entry.silence,
        "prevalence": entry.prevalence,
        "urgency": entry.urgency,
        "status": entry.status,
        "since": entry.since.isoformat(),
        "changed": entry.changed.isoformat(),
    }


def aliases(entry: FailureMode) -> list[dict[str, str]]:
    return [{"text": alias.text, "kind": alias.kind} for alias in entry.aliases.all()]


def indications(entry: FailureMode) -> dict[str, list[dict[str, Any]]]:
    """What speaks for the entry with its scores, and what speaks against it with a strength."""
    speaking_for = []
    speaking_against = []
    for indication in entry.indications.all():
        if indication.speaks_against:
            speaking_against.append(contra_indication_record(indication))
        else:
            speaking_for.append(indication_record(indication))
    return {
        "indications": speaking_for,
        "contra_indications": speaking_against,
    }


def indication_record(indication: Indication) -> dict[str, Any]:
    return {
        "symptom": indication.symptom.slug,
        "statement": indication.symptom.statement,
        "frequency": indication.frequency,
        "evoking": indication.evoking,
        "note": indication.note,
    }


def contra_indication_record(indication: Indication) -> dict[str, Any]:
    return {
        "symptom": indication.symptom.slug,
        "statement": indication.symptom.statement,
        "strength": -indication.evoking,
        "note": indication.note,
    }


def confirmation_record(confirmation: Confirmation) -> dict[str, Any]:
    check = confirmation.the_check
    return {
        "check": check.slug,
        "title": check.title,
        "cost": check.cost,
        "if_present": confirmation.if_present,
        "if_absent": confirmation.if_absent,
    }


def fix_record(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "kind": fix.kind,
        "effort": fix.effort,
        "text": fix.text,
        "side_effects": fix.side_effects,
        "verify": fix.verify,
    }


def example_record(entry: FailureMode) -> dict[str, str] | None:
    if not entry.example_bad:
        return None
    return {
        "explanation": entry.example_explanation,
        "bad": entry.example_bad,
        "good": entry.example_good,
    }


def links(entry: FailureMode) -> dict[str, list[dict[str, str]]]:
    return {
        "look_alikes": [look_alike_record(relation) for relation in look_alikes(entry)],
        "relations": [link_record(link) for link in related_links(entry)],
    }


def look_alike_record(relation: Relation) -> dict[str, str]:
    return {
        "slug": relation.target.slug,
        "tell_apart": relation.note,
    }


def link_record(link: Link) -> dict[str, str]:
    return {
        "type": link.title,
        "slug": link.entry.slug,
        "note": link.note,
    }


def reference_record(reference: Reference) -> dict[str, Any]:
    return {
        "title": reference.title,
        "authors": reference.authors,
        "year": reference.year,
        "type": reference.type,
        "url": reference.url,
        "primary": reference.primary,
        "supports": reference.supports,
    }
