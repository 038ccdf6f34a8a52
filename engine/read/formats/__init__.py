"""Formats in the order in which they are tried. The first that recognizes a text reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.read import body
from engine.read.formats import (
    archive,
    configuration,
    console,
    csv_table,
    database,
    document,
    event_file,
    json_config,
    json_document,
    json_history,
    json_lines,
    json_notebook,
    json_record,
    json_rows,
    keras_progress,
    mlflow_metric,
    mlflow_param,
    numpy_arrays,
    parquet,
    plain_log,
    printed_dicts,
    program,
    progress_bar,
    spreadsheet,
    text_table,
    trainer_state,
    wandb_run,
    words,
)
from engine.read.inputs import NamedReading
from engine.read.source import Format, Source

FORMATS = (
    event_file.FORMAT,
    wandb_run.FORMAT,
    database.FORMAT,
    numpy_arrays.FORMAT,
    spreadsheet.FORMAT,
    parquet.FORMAT,
    archive.FORMAT,
    mlflow_param.FORMAT,
    json_notebook.FORMAT,
    trainer_state.FORMAT,
    json_rows.FORMAT,
    json_record.FORMAT,
    json_history.FORMAT,
    json_document.FORMAT,
    json_config.FORMAT,
    json_lines.FORMAT,
    mlflow_metric.FORMAT,
    words.FORMAT,
    document.FORMAT,
    configuration.FORMAT,
    program.FORMAT,
    csv_table.FORMAT,
    text_table.FORMAT,
    keras_progress.FORMAT,
    progress_bar.FORMAT,
    console.FORMAT,
    printed_dicts.FORMAT,
    plain_log.FORMAT,
)


def labels_of(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map each name to its label. Raises ValueError for two formats of one name."""
    labels: dict[str, str] = {}
    for name, label in named:
        if name in labels:
            raise ValueError(f"two formats have the name {name!r}: rename one of them")
        labels[name] = label
    return labels


# Formats of output beside which a person may have written: a question above a log.
_BESIDE_WORDS = frozenset(
    each.name
    for each in (
        text_table.FORMAT,
        keras_progress.FORMAT,
        progress_bar.FORMAT,
        console.FORMAT,
        printed_dicts.FORMAT,
        plain_log.FORMAT,
    )
)

# Every name that `read_as[].format` of an answer can have, with words for people.
LABELS: Mapping[str, str] = labels_of(
    [
        (body.NAME, body.LABEL),
        *((each.name, each.label) for each in FORMATS),
    ]
)


def read_source(source: Source) -> NamedReading:
    """Read by the first format that recognizes the source; plain text is the last resort."""
    for each in FORMATS:
        if each.sniff(source):
            return _read_as(each, source)
    return _read_as(plain_log.FORMAT, source)


def _read_as(
    chosen: Format,
    source: Source,
) -> NamedReading:
    reading = chosen.read(source)
    if chosen.name in _BESIDE_WORDS:
        reading = replace(reading, words=words.prose_of_source(source).words)
    return NamedReading(
        name=source.name,
        format=chosen.name,
        reading=reading,
    )
