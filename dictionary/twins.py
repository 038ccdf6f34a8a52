"""The machine-readable twins of an entry page. Pure functions of an entry fetched by
`queries.entry_with_parts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dictionary.models import Confirmation, FailureMode, Fix, Indication, Reference
from dictionary.relations import look_alikes, related
from dictionary.scales import FIX_KINDS
from engine.scales import FREQUENCY


def as_record(entry: FailureMode) -> dict[str, Any]:
    """The entry as plain data, texts as Markdown."""
    return {
        "id": entry.code,
        "slug": entry.slug,
        "term": entry.term,
        "url": entry.get_absolute_url(),
        "chapter": entry.chapter.slug,
        "aliases": [{"text": alias.text, "kind": alias.kind} for alias in entry.aliases.all()],
        **_facts(entry),
        "definition": entry.definition,
        "mechanism": entry.mechanism,
        "rescue": {"verdict": entry.rescue, "text": entry.rescue_text},
        "causes": entry.causes,
        "indications": [
            _indication(row) for row in entry.indications.all() if not row.speaks_against
        ],
        "contra_indications": [
            _contra_indication(row) for row in entry.indications.all() if row.speaks_against
        ],
        "confirmations": [_confirmation(row) for row in entry.confirmations.all()],
        "fixes": [_fix(fix) for fix in entry.fixes.all()],
        "example": _example(entry),
        "look_alikes": [
            {"slug": row.target.slug, "tell_apart": row.note} for row in look_alikes(entry)
        ],
        "relations": [
            {"type": link.title, "slug": link.entry.slug, "note": link.note}
            for link in related(entry)
        ],
        "references": [_reference(row) for row in entry.references.all()],
    }


def _facts(entry: FailureMode) -> dict[str, Any]:
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


def _indication(row: Indication) -> dict[str, Any]:
    return {
        "symptom": row.symptom.slug,
        "statement": row.symptom.statement,
        "frequency": row.frequency,
        "evoking": row.evoking,
        "note": row.note,
    }


def _contra_indication(row: Indication) -> dict[str, Any]:
    return {
        "symptom": row.symptom.slug,
        "statement": row.symptom.statement,
        "strength": -row.evoking,
        "note": row.note,
    }


def _confirmation(row: Confirmation) -> dict[str, Any]:
    return {
        "check": row.the_check.slug,
        "title": row.the_check.title,
        "cost": row.the_check.cost,
        "if_present": row.if_present,
        "if_absent": row.if_absent,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "kind": fix.kind,
        "effort": fix.effort,
        "text": fix.text,
        "side_effects": fix.side_effects,
        "verify": fix.verify,
    }


def _example(entry: FailureMode) -> dict[str, str] | None:
    if not entry.example_bad:
        return None
    return {
        "explanation": entry.example_explanation,
        "bad": entry.example_bad,
        "good": entry.example_good,
    }


def _reference(row: Reference) -> dict[str, Any]:
    return {
        "title": row.title,
        "authors": row.authors,
        "year": row.year,
        "type": row.type,
        "url": row.url,
        "primary": row.primary,
        "supports": row.supports,
    }


def as_markdown(entry: FailureMode) -> str:
    """The entry as one Markdown document, in the order of the page."""
    sections = [
        ("Can I save this run?", f"{entry.get_rescue_display().capitalize()}. {entry.rescue_text}"),
        ("Symptoms", _bullets(map(_symptom_line, entry.indications.all()))),
        ("Confirm it", _bullets(map(_confirmation_line, entry.confirmations.all()))),
        ("Fix it", "\n\n".join(map(_fix_text, entry.fixes.all()))),
        (
            "Why it happens",
            f"{entry.definition}\n\n{entry.mechanism}\n\n"
            f"{_bullets(map(_cause_line, entry.causes))}",
        ),
        ("Example", _example_text(entry)),
        ("Look-alikes", _bullets(f"{_link(row.target)}: {row.note}" for row in look_alikes(entry))),
        (
            "Related",
            _bullets(f"{link.title}: {_link(link.entry)}. {link.note}" for link in related(entry)),
        ),
        ("References", _bullets(map(_reference_line, entry.references.all()))),
    ]
    head = (
        f"# {entry.term}\n\n{entry.code} · {entry.chapter.title} · "
        f"{entry.kind}\n\n{entry.summary}\n"
    )
    return head + "".join(
        f"\n## {title}\n\n{text.strip()}\n" for title, text in sections if text.strip()
    )


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _link(entry: FailureMode) -> str:
    return f"[{entry.term}]({entry.get_absolute_url()})"


def _symptom_line(row: Indication) -> str:
    word = "speaks against" if row.speaks_against else FREQUENCY[row.frequency].word
    note = f" {row.note}" if row.note else ""
    return f"{word}: [{row.symptom.statement}]({row.symptom.get_absolute_url()}){note}"


def _confirmation_line(row: Confirmation) -> str:
    title = f"[{row.the_check.title}]({row.the_check.get_absolute_url()})"
    return (
        f"{title} ({row.the_check.cost}). If it is this: {row.if_present} If not: {row.if_absent}"
    )


def _fix_text(fix: Fix) -> str:
    side_effects = f"\n\nSide effects: {fix.side_effects}" if fix.side_effects else ""
    return (
        f"### {FIX_KINDS[fix.kind]}: {fix.title}\n\n{fix.text}{side_effects}\n\nVerify: "
        f"{fix.verify}"
    )


def _cause_line(cause: dict[str, str]) -> str:
    return f"{cause['likelihood']}: {cause['text']}"


def _example_text(entry: FailureMode) -> str:
    if not entry.example_bad:
        return ""
    return (
        f"{entry.example_explanation}\n\nFails:\n\n```python\n{entry.example_bad.strip()}\n```\n\n"
        f"Works:\n\n```python\n{entry.example_good.strip()}\n```"
    )


def _reference_line(row: Reference) -> str:
    return f"{row.authors} ({row.year}). [{row.title}]({row.url}). {row.supports}"
