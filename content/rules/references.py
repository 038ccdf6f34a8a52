"""Check that records refer only to records that exist."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charts.presets import PRESETS
from content import schema
from content.problems import Problems
from content.rules.texts import texts_of
from content.tree import Record, Tree

LINK = re.compile(r"\]\(/(e|s|checks)/([^/)\s#]*)/?(?:#[^()\s]*)?\)")
# Lists of an entry that name other entries, and how.
POINTERS = {
    "look_alikes": "failure_mode",
    "relations": "failure_mode",
    "boundaries": "failure_mode",
    "causes": "entry",
    "find_the_cause": "entry",
}


@dataclass(frozen=True)
class Reference:
    """A list of an entry, and the attribute by which each of its parts names another record."""

    field: str
    attribute: str
    model: type[schema.Strict]
    kind: str  # for messages


ENTRY = "published or planned entry"
REFERENCES = (
    Reference("indications", "symptom", schema.Symptom, "symptom"),
    Reference("contra_indications", "symptom", schema.Symptom, "symptom"),
    Reference("confirmations", "check", schema.Check, "check"),
    Reference("find_the_cause", "check", schema.Check, "check"),
    Reference("find_the_cause", "entry", schema.FailureMode, ENTRY),
    Reference("causes", "entry", schema.FailureMode, ENTRY),
    Reference("boundaries", "failure_mode", schema.FailureMode, ENTRY),
    Reference("look_alikes", "failure_mode", schema.FailureMode, ENTRY),
    Reference("relations", "failure_mode", schema.FailureMode, ENTRY),
)


def entries_refer_to_what_exists(tree: Tree) -> Problems:
    chapters = tree.slugs(schema.Chapter)
    for record in tree.failure_modes:
        chapter = record.value.chapter
        if chapter not in chapters:
            yield record.problem(
                f"no chapter {chapter}",
                "chapter",
            )
    for reference in REFERENCES:
        existing = tree.slugs(reference.model)
        if reference.kind == ENTRY:
            existing |= tree.slugs(schema.Planned)
        for record in tree.failure_modes:
            yield from _unresolved(record, reference, existing)


def _unresolved(
    record: Record[schema.FailureMode],
    reference: Reference,
    existing: set[str],
) -> Problems:
    parts = getattr(record.value, reference.field)
    for index, part in enumerate(parts):
        slug = getattr(part, reference.attribute)
        if slug is not None and slug not in existing:
            message = f"no {reference.kind} {slug}"
            yield record.problem(
                message,
                reference.field,
                index,
                reference.attribute,
            )


def outcomes_reveal_symptoms_that_exist(tree: Tree) -> Problems:
    symptoms = tree.slugs(schema.Symptom)
    for record in tree.checks:
        for index, outcome in enumerate(record.value.outcomes):
            symptom = outcome.symptom
            if symptom not in symptoms:
                message = f"no symptom {symptom}"
                yield record.problem(
                    message,
                    "outcomes",
                    index,
                    "symptom",
                )


def curves_are_known_shapes(tree: Tree) -> Problems:
    for entry in tree.failure_modes:
        curve = entry.value.curve
        if curve and curve.preset not in PRESETS:
            message = f"no curve {curve.preset}"
            yield entry.problem(
                message,
                "curve",
                "preset",
            )
    for chapter in tree.chapters:
        preset = chapter.value.curve
        if preset and preset not in PRESETS:
            yield chapter.problem(
                f"no curve {preset}",
                "curve",
            )


def pointers_lead_to_entries(tree: Tree) -> Problems:
    """Name each pointer whose target is no published entry, or a pointer itself."""
    targets = {}
    for record in tree.failure_modes:
        if record.value.entry_class != "pointer" and record.value.status != "draft":
            targets[record.value.slug] = record.value
    for record in tree.failure_modes:
        target = record.value.points_to
        if target is not None and target not in targets:
            yield record.problem(
                f"no published entry {target} of its own",
                "points_to",
            )


def survivors_of_retired_entries_exist(tree: Tree) -> Problems:
    entries = tree.slugs(schema.FailureMode)
    for record in tree.retired:
        survivor = record.value.survivor
        if survivor not in entries:
            yield record.problem(
                f"no entry {survivor}",
                "survivor",
            )


def published_entries_do_not_point_to_drafts(tree: Tree) -> Problems:
    drafts = _drafts(tree)
    for record in tree.failure_modes:
        if record.value.status == "draft":
            continue
        for field in POINTERS:
            yield from _pointers_to(drafts, record, field)


def _pointers_to(
    drafts: set[str],
    record: Record[schema.FailureMode],
    field: str,
) -> Problems:
    attribute = POINTERS[field]
    for index, pointer in enumerate(getattr(record.value, field)):
        slug = getattr(pointer, attribute)
        if slug in drafts:
            message = f"{slug} is a draft"
            yield record.problem(
                message,
                field,
                index,
                attribute,
            )


def links_in_texts_resolve(tree: Tree) -> Problems:
    """Name each link to a page that does not exist; drafts have no page."""
    pages = {
        "e": tree.slugs(schema.FailureMode) - _drafts(tree),
        "s": tree.slugs(schema.Symptom),
        "checks": tree.slugs(schema.Check),
    }
    for record, location, text in texts_of(tree):
        for page, slug in LINK.findall(text):
            if slug not in pages[page]:
                message = f"the link /{page}/{slug}/ leads nowhere"
                yield record.problem(
                    message,
                    *location,
                )


def _drafts(tree: Tree) -> set[str]:
    """Return the slugs of the drafts."""
    entries = [record.value for record in tree.failure_modes]
    return {entry.slug for entry in entries if entry.status == "draft"}
