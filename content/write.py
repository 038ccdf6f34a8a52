"""Write the content files in canonical form, so that a load followed by a dump changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import yaml
from pydantic import BaseModel

from content import schema
from content.content import Content, Specimen

WIDTH = 110
LONGEST_LINE = 90  # a longer text becomes a folded block
ALWAYS_WRITTEN = ("status",)
BODY = ("definition", "mechanism")

Texts = dict[str, str]  # path -> text


class Dumper(yaml.SafeDumper):
    """Writes block style with indented lists.

    Several lines of text become a literal block, and a long line becomes a folded one.
    """

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str",
        text,
        style=_style(text),
    )


def _style(text: str) -> str | None:
    """Return the sign of a literal or folded block, None for a text on one line."""
    if "\n" in text:
        return "|"
    if len(text) > LONGEST_LINE:
        return ">"
    return None


Dumper.add_representer(str, _represent_text)


def to_yaml(data: object) -> str:
    written = yaml.dump(
        data,
        Dumper=Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=WIDTH,
        default_flow_style=False,
    )
    return str(written)


def plain(record: BaseModel, without: Sequence[str] = ()) -> dict[str, Any]:
    """Return the record's data in the order of its schema, without default values."""
    data = record.model_dump(
        by_alias=True,
        exclude_defaults=True,
        exclude=set(without),
    )
    for name in ALWAYS_WRITTEN:
        if hasattr(record, name):
            data[name] = getattr(record, name)
    fields = type(record).model_fields
    names = [field.alias or name for name, field in fields.items()]
    return {name: data[name] for name in names if name in data}


def entry_to_text(entry: schema.FailureMode) -> str:
    """Return front matter, definition and, where there is one, mechanism as one text."""
    front = to_yaml(plain(entry, without=BODY))
    text = f"---\n{front}---\n\n{entry.definition}\n"
    if entry.mechanism:
        text += f"\n## Mechanism\n\n{entry.mechanism}\n"
    return text


def content_to_files(
    content: Content,
    unwritten: Iterable[schema.Chapter] = (),
    chapter_order: Sequence[str] = (),
) -> dict[str, bytes]:
    """Return the bytes of each path.

    Chapters without entries are no part of the content, so they are given.
    """
    chapters = _ordered([*content.chapters, *unwritten], chapter_order)
    texts = {
        "chapters.yaml": _list(chapters),
        "signals.yaml": _list(content.signals),
        "retired.yaml": _list(content.retired),
        "checks.yaml": _list(content.checks),
        "quizzes.yaml": _list(content.quizzes),
        "sources.yaml": _list(content.sources),
        "planned.yaml": _list(content.planned),
        "glossary.yaml": _list(content.glossary),
        "views.yaml": _list(content.views),
        **_symptom_texts(content),
    }
    for entry in content.failure_modes:
        path = f"failure_modes/{entry.chapter}/{entry.slug}.md"
        texts[path] = entry_to_text(entry)
    for slug, specimen in content.specimens.items():
        texts |= specimen_texts(specimen, f"specimens/{slug}")
    return {path: texts[path].encode() for path in sorted(texts)}


def _symptom_texts(content: Content) -> Texts:
    """Return the text of each path, one for each group that has symptoms."""
    texts = {}
    for group in schema.SIGNAL_GROUPS:
        symptoms = [symptom for symptom in content.symptoms if symptom.group == group]
        if symptoms:
            texts[f"symptoms/{group}.yaml"] = _list(symptoms)
    return texts


def specimen_texts(specimen: Specimen, folder: str) -> Texts:
    """Return the text of each path.

    An entry that was made in the admin has no recordings.
    """
    texts = {
        "bad.py": specimen.bad,
        "good.py": specimen.good,
    }
    recordings = {
        "bad.jsonl": specimen.bad_recording,
        "good.jsonl": specimen.good_recording,
    }
    texts |= {name: text for name, text in recordings.items() if text}
    return {f"{folder}/{name}": texts[name] for name in texts}


def _list(records: Iterable[BaseModel]) -> str:
    """Return the text of a file that is a list of records."""
    return to_yaml([plain(record) for record in records])


def _ordered(chapters: list[schema.Chapter], order: Sequence[str]) -> list[schema.Chapter]:
    """Sort chapters; those that the order does not name come last."""
    places = {slug: place for place, slug in enumerate(order)}
    last = len(places)
    return sorted(chapters, key=lambda chapter: places.get(chapter.slug, last))
