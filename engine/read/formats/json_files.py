"""JSON documents: a trainer's state, a record of metrics with a config, a list of rows, or a config alone."""

from __future__ import annotations

from collections.abc import Mapping

from engine.read.errors import ReadError
from engine.read.formats import json_lines
from engine.read.inputs import Reading
from engine.read.parts import json_text
from engine.read.parts.metrics import is_axis_pair, read_metrics

_RECORD_KEYS = ("metrics", "history")
_NOT_INPUT = frozenset({"labels", "check", "id"})


def sniff(text: str) -> bool:
    """Does the text open like one JSON document (not like lines of JSON, one object each)?"""
    start = text[:200].lstrip()
    if start[:1] == "[":
        return start[1:].lstrip()[:1] in {"{", "]"}
    return start[:1] == "{" and start[1:].lstrip()[:1] in {'"', "}"} and not json_lines.sniff(text)


def read(text: str, name: str) -> Reading:
    document = json_text.parse(text, name)
    if isinstance(document, list):
        return _rows(document, name)
    if not isinstance(document, dict):
        raise ReadError((name, "neither an object nor a list of objects"))
    if isinstance(document.get("log_history"), list):
        return _trainer_state(document, name)
    return read_record(document, name)


def _rows(rows: list[object], name: str) -> Reading:
    if not all(isinstance(row, dict) for row in rows):
        raise ReadError((name, "a JSON list must hold objects, one for each logged row"))
    return json_lines.from_rows([row for row in rows if isinstance(row, dict)], "json-rows")


def _trainer_state(document: Mapping[str, object], name: str) -> Reading:
    history = document["log_history"]
    if not isinstance(history, list) or not all(isinstance(row, dict) for row in history):
        raise ReadError((name, "log_history must be a list of objects"))
    return json_lines.from_rows(history, "trainer-state")


def read_record(document: Mapping[str, object], name: str) -> Reading:
    """A mapping with `metrics` (or curves at its top) and whatever else it says of the run as config."""
    for key in _RECORD_KEYS:
        metrics = document.get(key)
        if isinstance(metrics, dict):
            config = {other: value for other, value in document.items() if other not in _NOT_INPUT | {key}}
            return _with_config(metrics, config, f"{name}#/{key}", "json-record")
    metrics = {key: value for key, value in document.items() if _is_curve(value)}
    if not metrics:
        return Reading("json-config", config=document)
    config = {key: value for key, value in document.items() if key not in metrics and key not in _NOT_INPUT}
    return _with_config(metrics, config, f"{name}#", "json-history")


def _with_config(metrics: Mapping[str, object], config: dict[str, object], pointer: str, kind: str) -> Reading:
    reading = read_metrics(metrics, pointer)
    inner = config.pop("config", {})
    flat = {**config, **inner} if isinstance(inner, dict) else config
    return Reading(kind, reading.series, reading.layers, reading.classes, flat)


def _is_curve(value: object) -> bool:
    """A list of at least three numbers, or an object with x and y; shorter lists are settings such as layer sizes."""
    if isinstance(value, dict):
        return is_axis_pair(value) and isinstance(value["y"], list)
    return isinstance(value, list) and len(value) > 2 and all(_may_be_point(point) for point in value[:50])


def _may_be_point(point: object) -> bool:
    return point is None or (isinstance(point, int | float | str) and not isinstance(point, bool))
