"""Configuration file: YAML, TOML, INI, gin, `key=value` lines, a print of the settings."""

from __future__ import annotations

from pathlib import PurePosixPath

from engine.read.inputs import Curve, Reading
from engine.read.log.mixed import read_log
from engine.read.parts.config_text import is_configuration, parse
from engine.read.parts.limits import kept_lines
from engine.read.settings.vocabulary import MEASURED
from engine.read.source import Format, Source

_OF_SETTINGS = frozenset({".yaml", ".yml", ".toml", ".ini", ".cfg", ".env", ".gin", ".conf", ".sh"})
_OF_CURVES = MEASURED | {
    "cost", "train", "val", "test", "epoch", "step", "iter", "metric", "best", "confusion",
}  # fmt: skip
_EVALUATION = "evaluation"


def sniff(source: Source) -> bool:
    """Say whether a text is settings: by its name and form, and without a name by holding no curve
    as well; `Train: Loss 2.4` has the form of a setting.
    """
    if not is_configuration(source.text, source.name):
        return False
    if PurePosixPath(source.name).suffix.lower() in _OF_SETTINGS:
        return True
    if not _may_measure(source.text):
        return True
    reading = read_log(source).reading
    return not any(map(_is_measured, reading.curves)) and not reading.classes


def _may_measure(text: str) -> bool:
    """Cheap test before a long configuration is read as a log: no curve is without such a word."""
    lowered = text.lower()
    return any(word in lowered for word in _OF_CURVES)


def _is_measured(curve: Curve) -> bool:
    return len(curve) > 1 or curve.grain == _EVALUATION


def read(source: Source) -> Reading:
    """Read the settings; the lines are the log, too, for a text that only looks like settings."""
    settings = parse(source.text, source.name)
    return Reading(config=settings, log=kept_lines(source.lines))


FORMAT = Format(
    name="config",
    label="a configuration",
    sniff=sniff,
    read=read,
)
