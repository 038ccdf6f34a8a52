"""Read YAML with the line of each value, so that a problem can name its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from content.problems import Problem

Location = tuple[str | int, ...]

TOO_DEEP = "not readable as YAML: a value is nested too deeply"
ALIAS = "aliases such as *name are not read: write the value out where it stands"

# The C loader is eight times faster; it is missing where PyYAML was built without libyaml.
Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """A file's data, and the line of each value by its path of keys and indices."""

    path: str
    data: object = None
    lines: dict[Location, int] = field(default_factory=dict)

    def line(self, location: Location) -> int:
        """Return the line of the value, or of the nearest value around it that exists."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, message: str, location: Location = ()) -> Problem:
        """Say on which line of the file the problem is."""
        line = self.line(location)
        return Problem(self.path, line, message)


@dataclass(frozen=True)
class Place:
    """A value of a document: its path of keys and indices, and its line in the file."""

    location: Location
    line: int
    repeated_key: str = ""  # the last key, where the mapping had it before


Reading = tuple[Document, list[Problem]]


class AliasError(ValueError):
    """An alias: a few lines of them stand for millions of values."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__(ALIAS)
        self.problem_mark = mark


def read_yaml(
    path: str,
    text: str,
    first_line: int = 1,
) -> Reading:
    """Return the document and its problems.

    first_line: the line of the file on which the text begins.
    """
    loader = Loader(text)
    try:
        return _read(path, loader, first_line)
    except (yaml.YAMLError, ValueError) as error:
        problem = _unreadable(path, error, first_line)
    except RecursionError:
        problem = Problem(path, first_line, TOO_DEEP)
    finally:
        loader.dispose()
    return Document(path), [problem]


def _read(
    path: str,
    loader: yaml.SafeLoader,
    first_line: int,
) -> Reading:
    """Raise YAMLError, ValueError or RecursionError for a text that cannot be read."""
    node = loader.get_single_node()
    if node is None:
        lines: dict[Location, int] = {(): first_line}
        return Document(path, None, lines), []

    places = list(_places(node, (), first_line, set()))
    lines = {place.location: place.line for place in places}
    problems = []
    for place in places:
        if place.repeated_key:
            message = f"the key {place.repeated_key!r} is given twice"
            problems.append(Problem(path, place.line, message))
    data = loader.construct_document(node)
    return Document(path, data, lines), problems


def _unreadable(
    path: str,
    error: Exception,
    first_line: int,
) -> Problem:
    """Return the problem of a text that is no YAML, on the line that the error names."""
    line = first_line
    mark = getattr(error, "problem_mark", None)
    if mark:
        line += mark.line
    reason = getattr(error, "problem", None) or str(error)
    message = f"not readable as YAML: {reason}"
    return Problem(path, line, message)


def _places(
    node: yaml.Node,
    location: Location,
    first_line: int,
    seen: set[int],
) -> Iterator[Place]:
    """Yield the places of the node and of all nodes below it.

    seen: ids of the nodes so far. Raise AliasError at a node that comes again, before what is below
    it is counted again.
    """
    if id(node) in seen:
        raise AliasError(node.start_mark)
    seen.add(id(node))
    line = first_line + node.start_mark.line
    yield Place(location, line)
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            below = (*location, index)
            yield from _places(value, below, first_line, seen)
    elif isinstance(node, yaml.MappingNode):
        yield from _places_of_mapping(node, location, first_line, seen)


def _places_of_mapping(
    node: yaml.MappingNode,
    location: Location,
    first_line: int,
    seen: set[int],
) -> Iterator[Place]:
    """Yield the places of values, each followed by that of its key, which replaces it."""
    earlier: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        line = first_line + key.start_mark.line
        below = (*location, name)
        yield from _places(value, below, first_line, seen)

        repeated_key = ""
        if name in earlier:
            repeated_key = name
        yield Place(below, line, repeated_key)
        earlier.add(name)
