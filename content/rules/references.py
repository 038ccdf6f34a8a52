"""What one record says of another must exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charts.presets import PRESETS
from content import schema
from content.problems import Problem
from content.texts import markdown_texts
from content.tree import Record, Tree

LINK = re.compile(r"\]\(/(e|s|checks)/([^/)\s#]*)/?(?:#[^()\s]*)?\)")


def entries_refer_to_what_exists(tree: Tree) -> Iterator[Problem]:
    chapters, symptoms = tree.slugs(schema.Chapter), tree.slugs(schema.Symptom)
    checks, entries = tree.slugs(schema.Check), tree.slugs(schema.FailureMode)
    for record in tree.failure_modes:
        entry = record.value
        if entry.chapter not in chapters:
            yield record.problem(f"no chapter {entry.chapter}", "chapter")
        for field, attribute, known, kind in (
            ("indications", "symptom", symptoms, "symptom"),
            ("contra_indications", "symptom", symptoms, "symptom"),
            ("confirmations", "check", checks, "check"),
            ("look_alikes", "failure_mode", entries, "entry"),
            ("relations", "failure_mode", entries, "entry"),
        ):
            for index, item in enumerate(getattr(entry, field)):
                slug = getattr(item, attribute)
                if slug not in known:
                    yield record.problem(f"no {kind} {slug}", field, index, attribute)


def outcomes_reveal_symptoms_that_exist(tree: Tree) -> Iterator[Problem]:
    symptoms = tree.slugs(schema.Symptom)
    for record in tree.checks:
        for index, outcome in enumerate(record.value.outcomes):
            if outcome.symptom not in symptoms:
                yield record.problem(f"no symptom {outcome.symptom}", "outcomes", index, "symptom")


def curves_are_known_shapes(tree: Tree) -> Iterator[Problem]:
    for entry in tree.failure_modes:
        if entry.value.curve and entry.value.curve.preset not in PRESETS:
            yield entry.problem(f"no curve {entry.value.curve.preset}", "curve", "preset")
    for chapter in tree.chapters:
        if chapter.value.curve and chapter.value.curve not in PRESETS:
            yield chapter.problem(f"no curve {chapter.value.curve}", "curve")


def survivors_of_retired_entries_exist(tree: Tree) -> Iterator[Problem]:
    entries = tree.slugs(schema.FailureMode)
    for record in tree.retired:
        if record.value.survivor not in entries:
            yield record.problem(f"no entry {record.value.survivor}", "survivor")


def published_entries_do_not_point_to_drafts(tree: Tree) -> Iterator[Problem]:
    drafts = {record.value.slug for record in tree.failure_modes if record.value.status == "draft"}
    for record in tree.failure_modes:
        if record.value.status == "draft":
            continue
        for field in ("look_alikes", "relations"):
            for index, item in enumerate(getattr(record.value, field)):
                if item.failure_mode in drafts:
                    yield record.problem(
                        f"{item.failure_mode} is a draft", field, index, "failure_mode"
                    )


def links_in_texts_resolve(tree: Tree) -> Iterator[Problem]:
    drafts = {record.value.slug for record in tree.failure_modes if record.value.status == "draft"}
    known = {
        "e": tree.slugs(schema.FailureMode) - drafts,
        "s": tree.slugs(schema.Symptom),
        "checks": tree.slugs(schema.Check),
    }
    records: list[
        Record[schema.FailureMode]
        | Record[schema.Check]
        | Record[schema.Symptom]
        | Record[schema.Chapter]
    ]
    records = [*tree.failure_modes, *tree.checks, *tree.symptoms, *tree.chapters]
    for record in records:
        for location, text in markdown_texts(record.value):
            for page, slug in LINK.findall(text):
                if slug not in known[page]:
                    yield record.problem(f"the link /{page}/{slug}/ leads nowhere", *location)
