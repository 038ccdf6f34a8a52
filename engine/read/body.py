"""The fields `metrics` and `config` of a request body, which are no text to recognize."""

from __future__ import annotations

from collections.abc import Mapping

from engine.read.inputs import NamedReading, Reading
from engine.read.parts import config_text
from engine.read.parts.metrics import read_metrics

NAME = "json-body"
LABEL = "JSON metrics"
_CONFIG_TEXT = "config"  # the format of a configuration file


def read_metrics_field(metrics: Mapping[str, object]) -> NamedReading:
    """Raises ReadError with a JSON pointer for every value that cannot be read."""
    return NamedReading("metrics", NAME, read_metrics(metrics))


def read_config_field(config: Mapping[str, object] | str) -> NamedReading:
    """Raises ReadError for a text that is too long or broken JSON."""
    if not isinstance(config, str):
        return NamedReading("config", NAME, Reading(config=config))
    settings = config_text.parse(config, "config")
    return NamedReading("config", _CONFIG_TEXT, Reading(config=settings))
