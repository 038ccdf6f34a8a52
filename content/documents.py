"""YAML with line numbers: every value knows where it stands, so that every problem can say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from content.problems import Problem

Location = tuple[str | int, ...]

TOO_DEEP = "not readable as YAML: a value contains itself or is nested too deeply"

# The C loader is eight times faster; it is missing where PyYAML was built without libyaml.
Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """A file's data, and the line of each value by its path of keys and indices."""

    path: str
    data: object = None
    lines: dict[Location, int] = field(default_factory=dict)

    def line(self, location: Location) -> int:
        """The line of the value, or of the nearest thing around it that exists."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, message: str, location: Location = ()) -> Problem:
        return Problem(self.path, self.line(location), message)


def read_yaml(path: str, text: str, first_line: int = 1) -> tuple[Document, list[Problem]]:
    """The document and what is wrong with it; `first_line` is the line of the file on which the
    text begins.
    """
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return Document(path, None, {(): first_line}), []
        found = list(_walk(node, (), first_line))
        lines = {location: line for location, line, _ in found}
        problems = [
            Problem(path, line, f"the key {key!r} is given twice") for _, line, key in found if key
        ]
        return Document(path, loader.construct_document(node), lines), problems
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        reason = getattr(error, "problem", None) or str(error)
        return Document(path), [Problem(path, line, f"not readable as YAML: {reason}")]
    except RecursionError:
        return Document(path), [Problem(path, first_line, TOO_DEEP)]
    finally:
        loader.dispose()


def _walk(
    node: yaml.Node, location: Location, first_line: int
) -> Iterator[tuple[Location, int, str]]:
    """Location and line of the node and of all below it; the third part is a key's name where it
    came before.
    """
    yield location, first_line + node.start_mark.line, ""
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, (*location, index), first_line)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name, line = str(key.value), first_line + key.start_mark.line
            yield from _walk(value, (*location, name), first_line)
            yield (*location, name), line, name if name in seen else ""
            seen.add(name)
