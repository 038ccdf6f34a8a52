"""Parse the content files into records that remember where they stand. Pure: bytes in, records and
problems out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from content import schema
from content.documents import Document, Location, read_yaml
from content.files import Files
from content.problems import Problem

MECHANISM = re.compile(r"^## Mechanism[ \t]*$", re.MULTILINE)
FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)

Model = TypeVar("Model", bound=BaseModel)
Texts = dict[str, str]  # definition and mechanism


@dataclass(frozen=True)
class Record(Generic[Model]):
    value: Model
    document: Document
    location: Location = ()

    def problem(self, message: str, *below: str | int) -> Problem:
        """Say where in its file the record, or a value below it, has the problem."""
        location = (*self.location, *below)
        return self.document.problem(message, location)


@dataclass
class Tree:
    """All records in the order of their files, and what was wrong with the files that made none.

    sources: path of a specimen -> its text.
    faulty: (model's name, slug) of the records that are not valid.
    """

    chapters: list[Record[schema.Chapter]] = field(default_factory=list)
    signals: list[Record[schema.Signal]] = field(default_factory=list)
    retired: list[Record[schema.Retired]] = field(default_factory=list)
    checks: list[Record[schema.Check]] = field(default_factory=list)
    quizzes: list[Record[schema.Quiz]] = field(default_factory=list)
    symptoms: list[Record[schema.Symptom]] = field(default_factory=list)
    failure_modes: list[Record[schema.FailureMode]] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    recordings: dict[str, str] = field(default_factory=dict)
    faulty: set[tuple[str, str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def slugs(self, model: type[BaseModel]) -> set[str]:
        """Return all slugs of a kind.

        Those of faulty records are among them, so that one fault is not reported twice.
        """
        records: list[Record[Any]] = [
            *self.chapters,
            *self.checks,
            *self.symptoms,
            *self.failure_modes,
        ]
        slugs = set()
        for record in records:
            value: Any = record.value
            if isinstance(value, model):
                slugs.add(record.value.slug)
        for name, slug in self.faulty:
            if name == model.__name__:
                slugs.add(slug)
        return slugs


def parse(files: Files) -> Tree:
    tree = Tree()
    for path in sorted(files):
        data = files[path]
        text = _decoded(tree, path, data)
        if text is not None:
            _parse_file(tree, path, text)

    tree.failure_modes.sort(key=_id)
    tree.symptoms.sort(key=_group)
    return tree


def _id(record: Record[schema.FailureMode]) -> str:
    return record.value.id


def _group(record: Record[schema.Symptom]) -> int:
    """Return the place of the symptom's group."""
    group = record.value.group
    return schema.SIGNAL_GROUPS.index(group)


def _decoded(tree: Tree, path: str, data: bytes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: {error.reason} at byte {error.start}"
        tree.problems.append(Problem(path, 1, message))
        return None
    return text.replace("\r\n", "\n")


def _parse_file(tree: Tree, path: str, text: str) -> None:
    """Add the records of a file to the list that its path names."""
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


def _items(
    tree: Tree,
    path: str,
    text: str,
    model: type[Model],
) -> Iterator[Record[Model]]:
    """Yield the valid records of a file that is a list of them."""
    document, unreadable = read_yaml(path, text)
    tree.problems.extend(unreadable)
    if isinstance(document.data, list):
        for index, item in enumerate(document.data):
            location = (index,)
            yield from _validated(tree, item, model, document, location)
    elif document.data is not None:
        problem = document.problem("must be a list of records")
        tree.problems.append(problem)


def _entry(
    tree: Tree,
    path: str,
    text: str,
) -> list[Record[schema.FailureMode]]:
    """Return the entry of a file of front matter and body, or nothing when it is not valid."""
    parts = FRONT_MATTER.fullmatch(text)
    if not parts:
        message = "must begin with front matter between two lines of ---"
        problem = Problem(path, 1, message)
        tree.problems.append(problem)
        return []

    front = parts[1]
    body = parts[2]
    document, unreadable = read_yaml(path, front, first_line=2)
    tree.problems.extend(unreadable)
    body_line = front.count("\n") + 3
    headings = list(MECHANISM.finditer(body))
    if len(headings) != 1:
        message = "the text must have exactly one heading ## Mechanism"
        problem = Problem(path, body_line, message)
        tree.problems.append(problem)
        return []
    if not isinstance(document.data, dict):
        problem = document.problem("the front matter must be keys and values")
        tree.problems.append(problem)
        return []

    [heading] = headings
    texts = _texts(document, body, body_line, heading)
    for key in texts:
        if key in document.data:
            message = f"{key} belongs below the front matter"
            problem = document.problem(message, (key,))
            tree.problems.append(problem)
    entry = {**document.data, **texts}
    return _validated(tree, entry, schema.FailureMode, document)


def _texts(
    document: Document,
    body: str,
    body_line: int,
    heading: re.Match[str],
) -> Texts:
    """Return the texts below the front matter, and note their lines in the document."""
    start = heading.start()
    definition = body[:start]
    mechanism = body[heading.end() :]
    written = body.lstrip("\n")
    blank_lines = len(body) - len(written)
    document.lines["definition",] = body_line + blank_lines
    document.lines["mechanism",] = body_line + definition.count("\n")
    return {
        "definition": definition,
        "mechanism": mechanism,
    }


def _validated(
    tree: Tree,
    data: object,
    model: type[Model],
    document: Document,
    location: Location = (),
) -> list[Record[Model]]:
    """Return the record, or nothing when it is not valid."""
    try:
        value = model.model_validate(data)
    except ValidationError as error:
        problems = _problems(error, document, location)
        tree.problems.extend(problems)
        if isinstance(data, dict):
            slug = str(data.get("slug"))
            tree.faulty.add((model.__name__, slug))
        return []
    record = Record(value, document, location)
    return [record]


def _problems(
    error: ValidationError,
    document: Document,
    location: Location,
) -> Iterator[Problem]:
    details = error.errors(include_url=False, include_context=False)
    for detail in details:
        place = detail["loc"]
        message = detail["msg"]
        if place:
            shown = ".".join(map(str, place))
            message = f"{shown}: {message}"
        yield document.problem(message, (*location, *place))
