"""Read every input of a request and what is inside it; one file that fails is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from engine.read import body
from engine.read.errors import Problem, ReadError
from engine.read.formats import archive, event_file, read_source
from engine.read.inputs import Inputs, NamedFile, NamedReading, Reading
from engine.read.parts.limits import (
    MAX_ARCHIVE_DEPTH,
    MAX_INNER_DEPTH,
    MAX_UNPACKED,
    MIB,
    TROUBLE,
)
from engine.read.parts.names import Names
from engine.read.source import Source
from engine.read.stores.byproducts import is_byproduct
from engine.read.stores.continued import joined
from engine.read.stores.members import byproduct_warning, listed

_MANY = 3  # files from which nothing was read get one warning together
_SHOWN = re.compile(rb"[^\0\s]")
_TROUBLE = re.compile("|".join(rf"\b{word}" for word in TROUBLE), re.IGNORECASE)


@dataclass
class Gathered:
    """What was read of all inputs.

    problems: of the fields of a body, which are always told. failed: of files and texts, which are
    warnings as soon as anything else was read.
    """

    readings: list[NamedReading] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failed: list[Problem] = field(default_factory=list)
    without_content: list[str] = field(default_factory=list)
    room: int = MAX_UNPACKED  # bytes of inner files that may still be read

    def all_warnings(self) -> tuple[str, ...]:
        return (
            *self.warnings,
            *map(_left_out, self.failed),
            *_warnings_of_nothing(self.without_content),
        )


def gather(
    inputs: Inputs,
    names: Names,
    room: int = MAX_UNPACKED,
) -> Gathered:
    """Read all inputs in their order, depth first, with `room` bytes for what is inside of files.

    Raises ReadError with every problem where a field of the body is wrong or nothing was read.
    """
    gathered = Gathered(room=room)
    for read in _field_readers(inputs):
        try:
            gathered.readings.append(read())
        except ReadError as error:
            gathered.problems.extend(error.problems)
    for source in _sources(inputs, names, gathered):
        _read_source(source, gathered)
    is_nothing_read = not gathered.readings
    if gathered.problems or (gathered.failed and is_nothing_read):
        raise ReadError(*gathered.problems, *gathered.failed)
    gathered.readings, warnings = joined(gathered.readings, event_file.FORMAT.name)
    gathered.warnings.extend(warnings)
    return gathered


def _field_readers(inputs: Inputs) -> Iterator[Callable[[], NamedReading]]:
    if inputs.metrics:
        yield partial(body.read_metrics_field, inputs.metrics)
    if inputs.config:
        yield partial(body.read_config_field, inputs.config)


def _sources(
    inputs: Inputs,
    names: Names,
    gathered: Gathered,
) -> Iterator[Source]:
    """Yield each file that may show something, then the pasted text."""
    for file in _without_byproducts(inputs.files, gathered):
        source = Source.of_file(file, names)
        if _SHOWN.search(source.content):
            yield source
        else:
            gathered.warnings.append(f"{source.name}: is empty")
    if inputs.log.strip():
        yield Source("log", names, pasted=inputs.log)


def _without_byproducts(
    files: tuple[NamedFile, ...],
    gathered: Gathered,
) -> list[NamedFile]:
    """Leave by-products out where other files were given: one alone is meant to be read."""
    kept = [file for file in files if not is_byproduct(file.name)]
    if not kept:
        return list(files)
    names = [file.name for file in files if is_byproduct(file.name)]
    if names:
        gathered.warnings.append(byproduct_warning(names))
    return kept


def _read_source(
    source: Source,
    gathered: Gathered,
    depth: int = 0,
    archives: int = 0,
) -> None:
    """Read one text or file, then what is inside it.

    `depth` counts what it is inside of, `archives` the archives among them.
    """
    is_archive = archive.sniff(source) and archives >= MAX_ARCHIVE_DEPTH
    if depth > MAX_INNER_DEPTH or is_archive:
        gathered.failed.append(Problem(source.name, "is packed too deeply"))
        return
    try:
        named = read_source(source)
    except ReadError as error:
        gathered.failed.extend(error.problems)
        return
    inner = named.reading.inner
    reading = replace(named.reading, inner=())
    if shows_something(reading) or not inner:
        gathered.readings.append(named._replace(reading=reading))
    else:
        gathered.warnings.extend(reading.warnings)
    if not inner and not _is_of_use(reading):
        gathered.without_content.append(source.name)
    below = archives + (named.format == archive.FORMAT.name)
    for file in inner:
        _read_inner(file, source, gathered, (depth + 1, below))


def _read_inner(
    file: NamedFile,
    outer: Source,
    gathered: Gathered,
    depths: tuple[int, int],
) -> None:
    path = f"{outer.name}/{file.name}"
    size = len(file.content)
    if size > gathered.room:
        detail = f"the files inside of others are more than {MAX_UNPACKED // MIB} MiB"
        gathered.failed.append(Problem(path, detail))
        return
    gathered.room -= size
    if not _SHOWN.search(file.content):
        return
    inner = Source.of_file(NamedFile(path, file.content), outer.names)
    _read_source(inner, gathered, *depths)


def shows_something(reading: Reading) -> bool:
    """Return whether a reading holds curves, settings, words or lines."""
    return bool(
        reading.curves
        or reading.words
        or reading.layers
        or reading.classes
        or reading.config
        or any(map(str.strip, reading.log))
    )


def _is_of_use(reading: Reading) -> bool:
    """Return whether a reading holds more than lines without any word of trouble."""
    without_lines = replace(reading, log=())
    if shows_something(without_lines):
        return True
    return any(map(_TROUBLE.search, reading.log))


def _left_out(problem: Problem) -> str:
    return f"{problem.pointer}: {problem.detail} (left out)"


def _warnings_of_nothing(names: list[str]) -> Iterator[str]:
    if len(names) > _MANY:
        yield f"nothing was read from {len(names)} files: {listed(names)}"
        return
    for name in names:
        yield f"{name}: nothing was read from it"
