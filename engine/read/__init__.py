"""Reading: texts, files and mappings in, one `Case` under canonical names out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from engine.read import formats
from engine.read.assemble import Joined, with_promoted_steps
from engine.read.errors import Problem, ReadError
from engine.read.inputs import Inputs, NamedFile, NameTables, Reading
from engine.read.parts import config_text, metrics
from engine.read.parts.names import Names
from engine.read.parts.settings import flat_settings
from engine.run import Case, ReadAs

__all__ = ["Inputs", "NameTables", "NamedFile", "Problem", "ReadError", "read_case"]


def read_case(inputs: Inputs, names: NameTables) -> Case:
    """Raises ReadError, with everything that could not be read, and nothing else."""
    metric_names = Names(names.metric_names)
    readings = _read_all(inputs, metric_names)
    joined = Joined(metric_names)
    read_as = tuple(ReadAs(source, reading.format, joined.add(source, reading)) for source, reading in readings)
    raw_config: dict[str, object] = {}
    for _, reading in readings:
        raw_config = {**reading.config, **raw_config}
    config, unknown = flat_settings(raw_config, Names(names.config_names))
    return Case(
        description=inputs.description.strip(),
        told_seen=tuple(dict.fromkeys(inputs.symptoms)),
        told_absent=tuple(dict.fromkeys(inputs.absent_symptoms)),
        series=with_promoted_steps(joined.series),
        layers=joined.layers,
        classes=joined.classes,
        config=config,
        log=tuple(line for _, reading in readings for line in reading.log),
        read_as=read_as,
        warnings=joined.all_warnings(unknown),
    )


def _read_all(inputs: Inputs, names: Names) -> list[tuple[str, Reading]]:
    readings: list[tuple[str, Reading]] = []
    problems: list[Problem] = []
    for source, read in _sources(inputs, names):
        try:
            readings.append((source, read()))
        except ReadError as error:
            problems.extend(error.problems)
    if problems:
        raise ReadError(*problems)
    return readings


def _sources(inputs: Inputs, names: Names) -> Iterator[tuple[str, Callable[[], Reading]]]:
    if inputs.metrics:
        yield "metrics", partial(metrics.read_metrics, inputs.metrics)
    if inputs.config:
        yield "config", partial(_config, inputs.config)
    for file in inputs.files:
        if file.content.strip():
            yield file.name, partial(formats.read_file, file, names)
    if inputs.log.strip():
        yield "log", partial(formats.read_text, inputs.log, "log", names)


def _config(config: Mapping[str, object] | str) -> Reading:
    if isinstance(config, str):
        return Reading("config", config=config_text.read(config, "config"))
    return Reading("json-body", config=config)
