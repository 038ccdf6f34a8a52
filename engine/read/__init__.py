"""Reading: texts, files and mappings in, one `Case` under canonical names out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine.read.all_inputs import gather
from engine.read.assemble import Joined, with_promoted_steps
from engine.read.code.settings import code_settings
from engine.read.code.told import Told, told_apart
from engine.read.corrections import Corrections, with_said
from engine.read.errors import Problem, ReadError
from engine.read.inputs import Inputs, NamedFile, NamedReading, NameTables
from engine.read.join.tasks import named_by_task
from engine.read.metric_names.resolve import Resolver
from engine.read.parts.names import Names
from engine.read.prose import prose_in
from engine.read.settings.settle import settled
from engine.read.settings.words import settings_in_words
from engine.run import Case, Series, Snippet

__all__ = ["Inputs", "NameTables", "NamedFile", "Problem", "ReadError", "read_case"]


# Numbers of an input may overflow where they are added; an infinite sum is read as one.
@np.errstate(over="ignore", invalid="ignore", divide="ignore")
def read_case(
    inputs: Inputs,
    names: NameTables,
) -> Case:
    """Read everything. Raises ReadError with all that could not be read, and nothing else."""
    known = Names(names.metric_names)
    inputs = _without_document(inputs)
    gathered = gather(
        inputs,
        known,
    )
    readings = gathered.readings
    corrections = Corrections(
        inputs.names,
        inputs.wanted_run,
    )
    resolver = Resolver(known.table)
    joined = Joined(
        resolver,
        corrections=corrections,
    )
    read_as = tuple(joined.add(each) for each in readings)
    told = told_apart(_description(inputs, readings))
    given = _settings_of(
        readings,
        told,
    )
    known_settings = Names(names.config_names)
    settings = settled(
        given,
        known_settings,
    )
    return Case(
        description=told.words.strip(),
        told_seen=tuple(dict.fromkeys(inputs.symptoms)),
        told_absent=tuple(dict.fromkeys(inputs.absent_symptoms)),
        series=_named(joined),
        layers=joined.layers,
        classes=joined.classes,
        config=settings.settings,
        log=tuple(line for each in readings for line in each.reading.log),
        read_as=read_as,
        warnings=(
            *gathered.all_warnings(),
            *settings.warnings,
            *joined.all_warnings(settings.unknown),
            *corrections.warnings(read_as),
        ),
        code=_code_of(readings, told),
    )


def _without_document(
    inputs: Inputs,
) -> Inputs:
    """Return the inputs with a document as a file of its own where it stands for a description."""
    if prose_in(inputs.description).kind != "document":
        return inputs
    document = NamedFile("description", inputs.description.encode())
    return replace(inputs, description="", files=(*inputs.files, document))


def _description(
    inputs: Inputs,
    readings: list[NamedReading],
) -> str:
    """Return what was said in the field for it and beside the lines of the inputs."""
    of_inputs = (each.reading.words for each in readings)
    said = filter(str.strip, (inputs.description, *of_inputs))
    return "\n".join(dict.fromkeys(said))


def _named(
    joined: Joined,
) -> dict[str, Series]:
    """Return the curves under the names that they have in the task of the run."""
    promoted = with_promoted_steps(joined.series)
    renamed = named_by_task(promoted)
    return with_said(
        renamed,
        promoted,
        joined.said,
    )


def _code_of(
    readings: list[NamedReading],
    told: Told,
) -> tuple[Snippet, ...]:
    """Return the program text of the description, then that of each input."""
    snippets = list(told.code)
    for each in readings:
        snippets.extend(each.reading.code)
    return tuple(snippets)


def _settings_of(
    readings: list[NamedReading],
    told: Told,
) -> list[tuple[str, Mapping[str, object]]]:
    """Return the settings of each input by its name; those that words state come last."""
    of_inputs = [(name, reading.config) for name, _, reading in readings]
    in_words = settings_in_words(told.words)
    in_code = code_settings(told.code)
    return [*of_inputs, ("description", in_words), ("description", in_code)]
