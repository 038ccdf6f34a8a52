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


@dataclass(frozen=True)
class Record(Generic[Model]):
    value: Model
    document: Document
    location: Location = ()

    def problem(self, message: str, *below: str | int) -> Problem:
        return self.document.problem(message, (*self.location, *below))


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
        values = [record.value for record in records]
        valid = {value.slug for value in values if type(value).__name__ == model.__name__}
        faulty = {slug for name, slug in self.faulty if name == model.__name__}
        return valid | faulty


def parse(files: Files) -> Tree:
    tree = Tree()
    for path in sorted(files):
        text = _decoded(tree, path, files[path])
        if text is not None:
            _parse_file(tree, path, text)

    tree.failure_modes.sort(key=lambda record: record.value.id)
    order = {group: index for index, group in enumerate(schema.SIGNAL_GROUPS)}
    tree.symptoms.sort(key=lambda record: order[record.value.group])
    return tree


def _decoded(tree: Tree, path: str, data: bytes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: {error.reason} at byte {error.start}"
        tree.problems.append(Problem(path, 1, message))
        return None
    return text.replace("\r\n", "\n")


def _parse_file(tree: Tree, path: str, text: str) -> None:
    folder, _, _ = path.partition("/")
    if folder == "failure_modes":
        tree.failure_modes.extend(_entry(tree, path, text))
    elif folder == "specimens":
        tree.sources[path] = text
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
    """Return the entry of a file of front matter and body, or nothing when it is not valid."""
    parts = FRONT_MATTER.fullmatch(text)
    if not parts:
        message = "must begin with front matter between two lines of ---"
        tree.problems.append(Problem(path, 1, message))
        return []

    front, body = parts[1], parts[2]
    document, unreadable = read_yaml(path, front, first_line=2)
    tree.problems.extend(unreadable)
    body_line = front.count("\n") + 3
    headings = list(MECHANISM.finditer(body))
    if len(headings) != 1:
        message = "the text must have exactly one heading ## Mechanism"
        tree.problems.append(Problem(path, body_line, message))
        return []
    if not isinstance(document.data, dict):
        tree.problems.append(document.problem("the front matter must be keys and values"))
        return []

    [heading] = headings
    texts = {"definition": body[: heading.start()], "mechanism": body[heading.end() :]}
    for key in texts:
        if key in document.data:
            message = f"{key} belongs below the front matter"
            tree.problems.append(document.problem(message, (key,)))
    _note_lines(document, body, body_line, heading)
    return _validated(tree, {**document.data, **texts}, schema.FailureMode, document)


def _note_lines(document: Document, body: str, body_line: int, heading: re.Match[str]) -> None:
    """Add the lines of definition and mechanism, which stand below the front matter."""
    blank = len(body) - len(body.lstrip("\n"))
    above_heading = body.count("\n", 0, heading.start())
    document.lines["definition",] = body_line + blank
    document.lines["mechanism",] = body_line + above_heading


def _validated(
    tree: Tree,
    data: object,
    model: type[Model],
    document: Document,
    location: Location = (),
) -> list[Record[Model]]:
    try:
        value = model.model_validate(data)
    except ValidationError as error:
        tree.problems.extend(_problems(error, document, location))
        if isinstance(data, dict):
            tree.faulty.add((model.__name__, str(data.get("slug"))))
        return []
    return [Record(value, document, location)]


def _problems(error: ValidationError, document: Document, location: Location) -> Iterator[Problem]:
    for detail in error.errors(include_url=False, include_context=False):
        place = detail["loc"]
        message = detail["msg"]
        if place:
            message = f"{'.'.join(map(str, place))}: {message}"
        yield document.problem(message, (*location, *place))
