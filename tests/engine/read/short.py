"""Short ways to read one text with the alias tables of the content."""

from functools import cache

from engine.read import Inputs, NamedFile, Problem, ReadError, read_case
from engine.read.parts.names import Names
from engine.read.source import Source
from engine.run import Case
from tests.engine.content import real_knowledge


def read(**inputs: object) -> Case:
    return read_case(Inputs(**inputs), real_knowledge())


def read_file(content: str | bytes, name: str = "file.txt") -> Case:
    return read(
        files=(NamedFile(name, content if isinstance(content, bytes) else content.encode()),)
    )


def read_or_problems(**inputs: object) -> tuple[Case | None, tuple[Problem, ...]]:
    try:
        return read(**inputs), ()
    except ReadError as error:
        return None, error.problems


@cache
def metric_names() -> Names:
    return Names(real_knowledge().metric_names)


def source_of(content: str | bytes, name: str = "file.txt") -> Source:
    """Return what a reader of a format gets, with the metric names of the content."""
    encoded = content if isinstance(content, bytes) else content.encode()
    return Source(name, metric_names(), content=encoded)
