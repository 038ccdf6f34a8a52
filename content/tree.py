"""The content files parsed into records that remember where they stand. Pure: bytes in, records and
problems out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from content import schema
from content.documents import Document, Location, read_yaml
from content.problems import Problem

PATTERNS = (
    "chapters.yaml",
    "signals.yaml",
    "retired.yaml",
    "checks.yaml",
    "quizzes.yaml",
    "symptoms/*.yaml",
    "failure_modes/*/*.md",
    "specimens/*/*.py",
    "specimens/*/bad.jsonl",
    "specimens/*/good.jsonl",
)
MECHANISM = re.compile(r"^## Mechanism[ \t]*$", re.MULTILINE)
FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)

Files = Mapping[str, bytes]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Record(Generic[Model]):
    value: Model
    document: Document
    location: Location = ()

    def problem(self, message: str, *below: str | int) -> Problem:
        return self.document.problem(message, (*self.location, *below))


@dataclass
class Tree:
    """All records in the order of their files, and what was wrong with the files that made none."""

    chapters: list[Record[schema.Chapter]] = field(default_factory=list)
    signals: list[Record[schema.Signal]] = field(default_factory=list)
    retired: list[Record[schema.Retired]] = field(default_factory=list)
    checks: list[Record[schema.Check]] = field(default_factory=list)
    quizzes: list[Record[schema.Quiz]] = field(default_factory=list)
    symptoms: list[Record[schema.Symptom]] = field(default_factory=list)
    failure_modes: list[Record[schema.FailureMode]] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)  # path of a program -> its text
    recordings: dict[str, str] = field(default_factory=dict)  # path of a recording -> its text
    faulty: set[tuple[str, str]] = field(
        default_factory=set
    )  # model's name and slug of records that are not valid
    problems: list[Problem] = field(default_factory=list)

    def slugs(self, model: type[BaseModel]) -> set[str]:
        """All slugs of a kind, those of faulty records too, so that one fault is not reported
        twice.
        """
        records: list[Record[Any]] = [
            *self.chapters,
            *self.checks,
            *self.symptoms,
            *self.failure_modes,
        ]
        known = {
            record.value.slug for record in records if type(record.value).__name__ == model.__name__
        }
        return known | {slug for name, slug in self.faulty if name == model.__name__}


def read_files(root: Path) -> dict[str, bytes]:
    """Path below root -> bytes, for all content files, sorted by path."""
    paths: list[Path] = []
    for pattern in PATTERNS:
        paths.extend(root.glob(pattern))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(paths)}


def hash_files(files: Files) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path}\0{len(files[path])}\0".encode())
        digest.update(files[path])
    return digest.hexdigest()


def parse(files: Files) -> Tree:
    tree = Tree()
    for path in sorted(files):
        try:
            text = files[path].decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            tree.problems.append(
                Problem(path, 1, f"not UTF-8: {error.reason} at byte {error.start}")
            )
            continue
        _parse_file(tree, path, text)
    tree.failure_modes.sort(key=lambda record: record.value.id)
    order = {group: index for index, group in enumerate(schema.SIGNAL_GROUPS)}
    tree.symptoms.sort(key=lambda record: order[record.value.group])
    return tree


def _parse_file(tree: Tree, path: str, text: str) -> None:
    folder, _, _ = path.partition("/")
    if folder == "failure_modes":
        tree.failure_modes.extend(_entry(tree, path, text))
    elif folder == "specimens":
        texts = tree.recordings if path.endswith(".jsonl") else tree.sources
        texts[path] = text
    elif folder == "symptoms":
        tree.symptoms.extend(_items(tree, path, text, schema.Symptom))
    elif folder == "chapters.yaml":
        tree.chapters.extend(_items(tree, path, text, schema.Chapter))
    elif folder == "signals.yaml":
        tree.signals.extend(_items(tree, path, text, schema.Signal))
    elif folder == "retired.yaml":
        tree.retired.extend(_items(tree, path, text, schema.Retired))
    elif folder == "checks.yaml":
        tree.checks.extend(_items(tree, path, text, schema.Check))
    elif folder == "quizzes.yaml":
        tree.quizzes.extend(_items(tree, path, text, schema.Quiz))


def _items(tree: Tree, path: str, text: str, model: type[Model]) -> Iterator[Record[Model]]:
    document, unreadable = read_yaml(path, text)
    tree.problems.extend(unreadable)
    if isinstance(document.data, list):
        for index, item in enumerate(document.data):
            yield from _validated(tree, item, model, document, (index,))
    elif document.data is not None:
        tree.problems.append(document.problem("must be a list of records"))


def _entry(tree: Tree, path: str, text: str) -> list[Record[schema.FailureMode]]:
    parts = FRONT_MATTER.fullmatch(text)
    if not parts:
        tree.problems.append(
            Problem(path, 1, "must begin with front matter between two lines of ---")
        )
        return []
    document, unreadable = read_yaml(path, parts[1], first_line=2)
    tree.problems.extend(unreadable)
    body_line = parts[1].count("\n") + 3
    headings = list(MECHANISM.finditer(parts[2]))
    if len(headings) != 1:
        tree.problems.append(
            Problem(path, body_line, "the text must have exactly one heading ## Mechanism")
        )
        return []
    if not isinstance(document.data, dict):
        tree.problems.append(document.problem("the front matter must be keys and values"))
        return []
    body = {
        "definition": parts[2][: headings[0].start()],
        "mechanism": parts[2][headings[0].end() :],
    }
    tree.problems.extend(
        document.problem(f"{key} belongs below the front matter", (key,))
        for key in body
        if key in document.data
    )
    document.lines["definition",] = body_line + len(parts[2]) - len(parts[2].lstrip("\n"))
    document.lines["mechanism",] = body_line + parts[2].count("\n", 0, headings[0].start())
    return _validated(tree, {**document.data, **body}, schema.FailureMode, document, ())


def _validated(
    tree: Tree, data: object, model: type[Model], document: Document, location: Location
) -> list[Record[Model]]:
    try:
        return [Record(model.model_validate(data), document, location)]
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False):
            where = ".".join(map(str, detail["loc"]))
            message = f"{where}: {detail['msg']}" if where else detail["msg"]
            tree.problems.append(document.problem(message, (*location, *detail["loc"])))
        if isinstance(data, dict):
            tree.faulty.add((model.__name__, str(data.get("slug"))))
        return []
