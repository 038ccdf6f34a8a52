"""Fields `metrics` and `config` of a request body, which need no recognizing."""

from __future__ import annotations

from collections.abc import Mapping

from engine.read.inputs import NamedReading, Reading
from engine.read.parts import config_text
from engine.read.parts.metrics import read_metrics

NAME = "json-body"
LABEL = "JSON metrics"
_CONFIG_TEXT = "config"  # the format of a configuration file


def read_metrics_field(metrics: Mapping[str, object]) -> NamedReading:
    """Read the metrics. Raises ReadError with a JSON pointer for each value that is no number."""
    return NamedReading("metrics", NAME, read_metrics(metrics))


def read_config_field(config: Mapping[str, object] | str) -> NamedReading:
    """Take over or parse the settings. Raises ReadError for a text that is too long or broken."""
    if not isinstance(config, str):
        return NamedReading("config", NAME, Reading(config=config))
    settings = config_text.parse(config, "config")
    return NamedReading("config", _CONFIG_TEXT, Reading(config=settings))
