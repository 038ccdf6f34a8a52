"""Parse the content files into records with their places. Pure: bytes in, records and problems
out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from content import schema
from content.documents import Document, Location, read_yaml
from content.entry_file import read_entry
from content.files import Files
from content.problems import Problem, Problems

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Record(Generic[Model]):
    """A valid record, and its place in a document."""

    value: Model
    document: Document
    location: Location = ()

    def problem(self, message: str, *below: str | int) -> Problem:
        """Say where in its file the record, or a value below it, has the problem."""
        location = (*self.location, *below)
        return self.document.problem(message, location)


Records = list[Record[Model]]


@dataclass
class Tree:
    """All records in the order of their files, and the problems of files that made none.

    programs: path of a specimen -> its text.
    faulty: (model's name, slug) of the records that are not valid.
    """

    chapters: Records[schema.Chapter] = field(default_factory=list)
    signals: Records[schema.Signal] = field(default_factory=list)
    retired: Records[schema.Retired] = field(default_factory=list)
    checks: Records[schema.Check] = field(default_factory=list)
    quizzes: Records[schema.Quiz] = field(default_factory=list)
    sources: Records[schema.Source] = field(default_factory=list)
    planned: Records[schema.Planned] = field(default_factory=list)
    glossary: Records[schema.GlossaryTerm] = field(default_factory=list)
    views: Records[schema.View] = field(default_factory=list)
    symptoms: Records[schema.Symptom] = field(default_factory=list)
    failure_modes: Records[schema.FailureMode] = field(default_factory=list)
    programs: dict[str, str] = field(default_factory=dict)
    recordings: dict[str, str] = field(default_factory=dict)
    faulty: set[tuple[str, str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def slugs(self, model: type[BaseModel]) -> set[str]:
        """Return all slugs of a kind.

        Those of faulty records are among them, so that one fault is not reported twice.
        """
        records: Records[Any] = [
            *self.chapters,
            *self.checks,
            *self.symptoms,
            *self.failure_modes,
            *self.sources,
            *self.planned,
            *self.glossary,
            *self.views,
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
    """Return the records of all files, entries by id and symptoms by group."""
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
    """Return the id of the entry, by which entries are sorted."""
    return record.value.id


def _group(record: Record[schema.Symptom]) -> int:
    """Return the place of the symptom's group."""
    group = record.value.group
    return schema.SIGNAL_GROUPS.index(group)


def _decoded(tree: Tree, path: str, data: bytes) -> str | None:
    """Return the text of a file with line feeds only, or None when it is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(
            path,
            line=1,
            message=f"not UTF-8: {error.reason} at byte {error.start}",
        )
        tree.problems.append(problem)
        return None
    return text.replace("\r\n", "\n")


def _parse_file(tree: Tree, path: str, text: str) -> None:
    """Add the records of a file to the list that its path names."""
    folder, _, _ = path.partition("/")
    if folder == "failure_modes":
        tree.failure_modes.extend(_entry(tree, path, text))
    elif folder == "specimens":
        texts = tree.programs
        if path.endswith(".jsonl"):
            texts = tree.recordings
        texts[path] = text
    elif folder in LIST_MODELS:
        records = _list_named(folder, tree)
        model = LIST_MODELS[folder]
        records.extend(_items(tree, path, text, model))


# Models of the files that are lists of records, by file or folder.
LIST_MODELS: dict[str, type[schema.Strict]] = {
    "symptoms": schema.Symptom,
    "chapters.yaml": schema.Chapter,
    "signals.yaml": schema.Signal,
    "retired.yaml": schema.Retired,
    "checks.yaml": schema.Check,
    "quizzes.yaml": schema.Quiz,
    "sources.yaml": schema.Source,
    "planned.yaml": schema.Planned,
    "glossary.yaml": schema.GlossaryTerm,
    "views.yaml": schema.View,
}


def _list_named(folder: str, tree: Tree) -> Records[Any]:
    """Return the list of the tree with the records of a file or folder of LIST_MODELS."""
    name = folder.removesuffix(".yaml")
    records: Records[Any] = getattr(tree, name)
    return records


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
        for index, data in enumerate(document.data):
            location = (index,)
            yield from _validated(
                tree,
                data,
                model,
                document,
                location,
            )
    elif document.data is not None:
        problem = document.problem("must be a list of records")
        tree.problems.append(problem)


def _entry(
    tree: Tree,
    path: str,
    text: str,
) -> list[Record[schema.FailureMode]]:
    """Return the entry of a file, or nothing when it is not valid."""
    document, problems = read_entry(path, text)
    tree.problems.extend(problems)
    if document.data is None:
        return []
    return _validated(
        tree,
        document.data,
        schema.FailureMode,
        document,
    )


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
) -> Problems:
    """Yield a problem for each fault of a record, with the place of the value below it."""
    details = error.errors(
        include_url=False,
        include_context=False,
    )
    for detail in details:
        place = detail["loc"]
        message = detail["msg"]
        if place:
            shown = ".".join(map(str, place))
            message = f"{shown}: {message}"
        yield document.problem(message, (*location, *place))
