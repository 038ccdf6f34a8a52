"""JSON document with a mapping `metrics` or `history`, and the configuration around it."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.parts.json_record import read_with_config
from engine.read.source import Format, Source

_KEYS = ("metrics", "history")


def sniff(source: Source) -> bool:
    return _record(source) is not None


def read(source: Source) -> Reading:
    """Read the metrics. Raises ReadError with a JSON pointer for each value that is no number."""
    record = _record(source)
    if record is None:
        return Reading()
    document, key, metrics = record
    return read_with_config(
        document,
        metrics,
        frozenset({key}),
        f"{source.name}#/{key}",
    )


def _record(source: Source) -> tuple[dict[str, object], str, dict[str, object]] | None:
    """Return the document, the first key of metrics, and the metrics."""
    document = source.document
    if not isinstance(document, dict):
        return None
    for key in _KEYS:
        metrics = document.get(key)
        if isinstance(metrics, dict):
            return document, key, metrics
    return None


FORMAT = Format(
    name="json-record",
    label="a JSON record",
    sniff=sniff,
    read=read,
)
