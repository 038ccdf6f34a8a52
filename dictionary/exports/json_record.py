"""An entry as one JSON object, texts as Markdown. The API answers the same record."""

from __future__ import annotations

import json
from typing import Any

from dictionary.measured import own_run, runs_record
from dictionary.models import (
    Alias,
    Confirmation,
    FailureMode,
    Fix,
    Indication,
    Reference,
    Sighting,
)
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
        "category": entry.chapter.title,
        "also_in": entry.also_in,
        "class": entry.entry_class,
        "points_to": entry.points_to,
        "aliases": aliases(entry),
        "other_tools": entry.other_tools,
        **facts(entry),
        "definition": entry.definition,
        "mechanism": entry.mechanism,
        "rescue": rescue_record(entry),
        "causes": [cause_record(cause) for cause in entry.causes],
        "find_the_cause": [found_cause_record(row) for row in entry.find_the_cause],
        "boundaries": entry.boundaries,
        "symptoms": symptom_slugs(entry),
        **indications(entry),
        "confirmations": [confirmation_record(each) for each in entry.confirmations.all()],
        "fixes": [fix_record(fix) for fix in entry.fixes.all()],
        "example": example_record(entry),
        "no_specimen": entry.no_specimen,
        **links(entry),
        "numbers": entry.numbers,
        "references": [reference_record(each) for each in entry.references.all()],
        "sightings": [sighting_record(each) for each in entry.sightings.all()],
    }


def facts(entry: FailureMode) -> dict[str, Any]:
    return {
        "summary": entry.summary,
        "solution": entry.solution,
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


def rescue_record(entry: FailureMode) -> dict[str, str] | None:
    if not entry.rescue:
        return None
    return {
        "verdict": entry.rescue,
        "text": entry.rescue_text,
    }


def cause_record(cause: dict[str, str]) -> dict[str, str]:
    return {"entry": "", **cause}


def found_cause_record(row: dict[str, str]) -> dict[str, str]:
    return {"entry": "", "check": "", **row}


def symptom_slugs(entry: FailureMode) -> list[str]:
    """Return the symptoms that speak for the entry, the most frequent first."""
    signs = entry.indications.all()
    return [sign.symptom.slug for sign in signs if not sign.speaks_against]


def aliases(entry: FailureMode) -> list[dict[str, str]]:
    every = entry.aliases.all()
    return [alias_record(alias) for alias in every]


def alias_record(alias: Alias) -> dict[str, str]:
    return {
        "text": alias.text,
        "kind": alias.kind,
    }


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
        "measured": runs_record(indication.symptom.slug),
        "own_run": own_run(indication.symptom.slug, indication.failure_mode.slug),
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
        "outcomes": [outcome_record(outcome) for outcome in confirmation.outcomes],
    }


def outcome_record(outcome: dict[str, str]) -> dict[str, str]:
    return {"symptom": "", "measure": "", **outcome}


def fix_record(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "kind": fix.kind,
        "effort": fix.effort,
        "needs_rerun": fix.needs_rerun,
        "for_cause": fix.for_cause,
        "text": fix.text,
        "snippets": fix.snippets,
        "apis": [api_record(api) for api in fix.apis],
        "side_effects": fix.side_effects,
        "verify": fix.verify,
    }


def api_record(api: dict[str, str]) -> dict[str, str]:
    return {"argument": "", "until": "", **api}


def example_record(entry: FailureMode) -> dict[str, Any] | None:
    if not entry.example_bad:
        return None
    return {
        "difference": entry.example_difference,
        "explanation": entry.example_text,
        "expect": entry.example_expect,
        "bad": entry.example_bad,
        "good": entry.example_good,
    }


def links(entry: FailureMode) -> dict[str, list[dict[str, str]]]:
    return {
        "look_alikes": [look_alike_record(relation) for relation in look_alikes(entry)],
        "relations": [link_record(link) for link in related_links(entry)],
    }


def look_alike_record(link: Link) -> dict[str, Any]:
    return {
        "slug": link.slug,
        "tell_apart": link.note,
        "written": bool(link.url),
    }


def link_record(link: Link) -> dict[str, Any]:
    return {
        "type": link.title,
        "slug": link.slug,
        "note": link.note,
        "written": bool(link.url),
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
        "carries": reference.carries,
    }


def sighting_record(sighting: Sighting) -> dict[str, Any]:
    return {
        "title": sighting.title,
        "project": sighting.project,
        "url": sighting.url,
        "date": sighting.date.isoformat(),
        "version": sighting.version,
        "shows": sighting.shows,
    }
