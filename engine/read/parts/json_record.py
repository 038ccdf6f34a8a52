"""Metrics and settings beside each other in one JSON document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.read.inputs import Reading
from engine.read.parts.metrics import read_metrics

_NOT_INPUT = frozenset({"labels", "check", "id"})


def read_with_config(
    document: Mapping[str, object],
    metrics: Mapping[str, object],
    metric_keys: frozenset[str],
    pointer: str,
) -> Reading:
    """Read the metrics, and every other key of the document as configuration.

    A key `config` is opened: its settings are those of the document.
    """
    rest = _without(document, metric_keys | _NOT_INPUT)
    inner = rest.pop("config", {})
    config = {**rest, **inner} if isinstance(inner, dict) else rest
    return replace(read_metrics(metrics, pointer), config=config)


def _without(
    document: Mapping[str, object],
    keys: frozenset[str],
) -> dict[str, object]:
    return {key: value for key, value in document.items() if key not in keys}
