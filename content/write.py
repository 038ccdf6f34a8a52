"""The canonical form of the content files. There is one writer, so a load followed by a dump
changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import yaml
from pydantic import BaseModel

from content import schema
from content.content import Content

WIDTH = 110
LONGEST_LINE = 90  # a longer text becomes a folded block
ALWAYS_WRITTEN = ("status",)
BODY = ("definition", "mechanism")


class Dumper(yaml.SafeDumper):
    """Block style with indented lists; several lines of text as a literal block, a long line as a
    folded one.
    """

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else ">" if len(text) > LONGEST_LINE else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, _represent_text)


def to_yaml(data: object) -> str:
    return str(
        yaml.dump(
            data,
            Dumper=Dumper,
            sort_keys=False,
            allow_unicode=True,
            width=WIDTH,
            default_flow_style=False,
        )
    )


def plain(record: BaseModel, without: Sequence[str] = ()) -> dict[str, Any]:
    """The record's data in the order of its schema, without what has its default value."""
    data = record.model_dump(exclude_defaults=True, exclude=set(without))
    kept = {name: getattr(record, name) for name in ALWAYS_WRITTEN if hasattr(record, name)}
    return {
        name: {**data, **kept}[name]
        for name in type(record).model_fields
        if name in {**data, **kept}
    }


def entry_to_text(entry: schema.FailureMode) -> str:
    front = to_yaml(plain(entry, without=BODY))
    return f"---\n{front}---\n\n{entry.definition}\n\n## Mechanism\n\n{entry.mechanism}\n"


def content_to_files(
    content: Content,
    unwritten: Iterable[schema.Chapter] = (),
    retired: Iterable[schema.Retired] = (),
    chapter_order: Sequence[str] = (),
) -> dict[str, bytes]:
    """Path -> bytes. Chapters without entries and retired entries are no part of the content, so
    they are given.
    """
    texts = {
        "chapters.yaml": _list(_ordered([*content.chapters, *unwritten], chapter_order)),
        "signals.yaml": _list(content.signals),
        "retired.yaml": _list(retired),
        "checks.yaml": _list(content.checks),
        "quizzes.yaml": _list(content.quizzes),
    }
    for group in schema.SIGNAL_GROUPS:
        if symptoms := [symptom for symptom in content.symptoms if symptom.group == group]:
            texts[f"symptoms/{group}.yaml"] = _list(symptoms)
    for entry in content.failure_modes:
        texts[f"failure_modes/{entry.chapter}/{entry.slug}.md"] = entry_to_text(entry)
    for slug, specimen in content.specimens.items():
        texts[f"specimens/{slug}/bad.py"] = specimen.bad
        texts[f"specimens/{slug}/good.py"] = specimen.good
    return {path: texts[path].encode() for path in sorted(texts)}


def _list(records: Iterable[BaseModel]) -> str:
    return to_yaml([plain(record) for record in records])


def _ordered(chapters: list[schema.Chapter], order: Sequence[str]) -> list[schema.Chapter]:
    """Chapters that the order does not name come last."""
    places = {slug: index for index, slug in enumerate(order)}
    return sorted(chapters, key=lambda chapter: places.get(chapter.slug, len(places)))
