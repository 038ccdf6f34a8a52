"""Reading: texts, files and mappings in, one `Case` under canonical names out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from engine.read import body
from engine.read.assemble import Joined, with_promoted_steps
from engine.read.errors import Problem, ReadError
from engine.read.formats import read_source
from engine.read.inputs import Inputs, NamedFile, NamedReading, NameTables
from engine.read.parts.names import Names
from engine.read.parts.settings import flat_settings
from engine.read.source import Source
from engine.run import Case, ReadAs

__all__ = ["Inputs", "NameTables", "NamedFile", "Problem", "ReadError", "read_case"]


def read_case(
    inputs: Inputs,
    names: NameTables,
) -> Case:
    """Read everything. Raises ReadError with all that could not be read, and nothing else."""
    metric_names = Names(names.metric_names)
    readings = _read_all(inputs, metric_names)
    joined = Joined(metric_names)
    read_as = tuple(_join(each, joined) for each in readings)
    config, unknown = flat_settings(_all_settings(readings), Names(names.config_names))
    return Case(
        description=inputs.description.strip(),
        told_seen=tuple(dict.fromkeys(inputs.symptoms)),
        told_absent=tuple(dict.fromkeys(inputs.absent_symptoms)),
        series=with_promoted_steps(joined.series),
        layers=joined.layers,
        classes=joined.classes,
        config=config,
        log=tuple(line for each in readings for line in each.reading.log),
        read_as=read_as,
        warnings=joined.all_warnings(unknown),
    )


def _join(
    named: NamedReading,
    joined: Joined,
) -> ReadAs:
    counts = joined.add(named.name, named.reading)
    return ReadAs(
        named.name,
        named.format,
        counts,
    )


def _all_settings(readings: list[NamedReading]) -> dict[str, object]:
    """Merge the configurations; the first that gives a key keeps it, later keys come first."""
    settings: dict[str, object] = {}
    for _, _, reading in readings:
        settings = {**reading.config, **settings}
    return settings


def _read_all(
    inputs: Inputs,
    names: Names,
) -> list[NamedReading]:
    readings: list[NamedReading] = []
    problems: list[Problem] = []
    for read in _readers(inputs, names):
        try:
            readings.append(read())
        except ReadError as error:
            problems.extend(error.problems)
    if problems:
        raise ReadError(*problems)
    return readings


def _readers(
    inputs: Inputs,
    names: Names,
) -> Iterator[Callable[[], NamedReading]]:
    """Yield what reads each input that is there."""
    if inputs.metrics:
        yield partial(body.read_metrics_field, inputs.metrics)
    if inputs.config:
        yield partial(body.read_config_field, inputs.config)
    for file in inputs.files:
        if file.content.strip():
            source = Source.of_file(file, names)
            yield partial(read_source, source)
    if inputs.log.strip():
        source = Source(
            "log",
            names,
            pasted=inputs.log,
        )
        yield partial(read_source, source)
