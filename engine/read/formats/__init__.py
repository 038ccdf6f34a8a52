"""The formats, in the order in which they are tried. The first that recognizes a text reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from engine.read import body
from engine.read.formats import (
    configuration,
    console,
    csv_table,
    event_file,
    json_config,
    json_history,
    json_lines,
    json_record,
    json_rows,
    keras_progress,
    mlflow_metric,
    plain_log,
    printed_dicts,
    progress_bar,
    text_table,
    trainer_state,
)
from engine.read.inputs import NamedReading, Reading
from engine.read.source import Source


class Format(NamedTuple):
    """`name` is part of the answers of the API; `label` are words for people.

    Both functions raise ReadError for a text that is of the format and breaks its rules.
    """

    name: str
    label: str
    sniff: Callable[[Source], bool]
    read: Callable[[Source], Reading]


FORMATS = (
    Format(
        "event-file",
        event_file.LABEL,
        event_file.sniff,
        event_file.read,
    ),
    Format(
        "json-rows",
        json_rows.LABEL,
        json_rows.sniff,
        json_rows.read,
    ),
    Format(
        "trainer-state",
        trainer_state.LABEL,
        trainer_state.sniff,
        trainer_state.read,
    ),
    Format(
        "json-record",
        json_record.LABEL,
        json_record.sniff,
        json_record.read,
    ),
    Format(
        "json-history",
        json_history.LABEL,
        json_history.sniff,
        json_history.read,
    ),
    Format(
        "json-config",
        json_config.LABEL,
        json_config.sniff,
        json_config.read,
    ),
    Format(
        "json-lines",
        json_lines.LABEL,
        json_lines.sniff,
        json_lines.read,
    ),
    Format(
        "printed-dicts",
        printed_dicts.LABEL,
        printed_dicts.sniff,
        printed_dicts.read,
    ),
    Format(
        "mlflow-metric",
        mlflow_metric.LABEL,
        mlflow_metric.sniff,
        mlflow_metric.read,
    ),
    Format(
        "csv",
        csv_table.LABEL,
        csv_table.sniff,
        csv_table.read,
    ),
    Format(
        "text-table",
        text_table.LABEL,
        text_table.sniff,
        text_table.read,
    ),
    Format(
        "keras-progress",
        keras_progress.LABEL,
        keras_progress.sniff,
        keras_progress.read,
    ),
    Format(
        "progress-bar",
        progress_bar.LABEL,
        progress_bar.sniff,
        progress_bar.read,
    ),
    Format(
        "console",
        console.LABEL,
        console.sniff,
        console.read,
    ),
    Format(
        "config",
        configuration.LABEL,
        configuration.sniff,
        configuration.read,
    ),
    Format(
        "plain-log",
        plain_log.LABEL,
        plain_log.sniff,
        plain_log.read,
    ),
)


def labels_of(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map each name to its label. Raises ValueError for two formats of one name."""
    labels: dict[str, str] = {}
    for name, label in named:
        if name in labels:
            raise ValueError(f"two formats have the name {name!r}: rename one of them")
        labels[name] = label
    return labels


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
            return NamedReading(
                source.name,
                each.name,
                each.read(source),
            )
    return NamedReading(
        source.name,
        "plain-log",
        plain_log.read(source),
    )
