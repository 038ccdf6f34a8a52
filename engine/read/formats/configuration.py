"""Configuration file: YAML, TOML, INI, gin, `key=value` lines, a print of the settings."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath

from engine.read.inputs import Curve, Reading
from engine.read.log.mixed import read_log
from engine.read.parts.config_text import (
    is_configuration,
    is_setting,
    parse,
    settings_of_print,
)
from engine.read.parts.limits import kept_lines, lines_of_output
from engine.read.settings.vocabulary import MEASURED
from engine.read.source import Format, Source

_OF_SETTINGS = frozenset({".yaml", ".yml", ".toml", ".ini", ".cfg", ".env", ".gin", ".conf", ".sh"})
_OF_CURVES = MEASURED | {
    "cost", "train", "val", "test", "epoch", "step", "iter", "metric", "best", "confusion",
}  # fmt: skip
_EVALUATION = "evaluation"
_MEMO = "print"


def sniff(source: Source) -> bool:
    """Say whether a text is settings: by its name and form, and without a name by holding no curve
    as well; `Train: Loss 2.4` has the form of a setting.
    """
    if not is_configuration(source.text, source.name, partial(_print_in, source)):
        return False
    if PurePosixPath(source.name).suffix.lower() in _OF_SETTINGS:
        return True
    if not _may_measure(source.text):
        return True
    reading = read_log(source).reading
    return not any(map(_is_measured, reading.curves)) and not reading.classes


def _print_in(source: Source, text: str) -> dict[str, object] | None:
    """Return the settings of a text that is a print; it is read once for sniffing and reading."""
    if _MEMO not in source.memo:
        source.memo[_MEMO] = settings_of_print(text)
    found = source.memo[_MEMO]
    return found if isinstance(found, dict) else None


def _may_measure(text: str) -> bool:
    """Cheap test before a long configuration is read as a log: no curve is without such a word."""
    lowered = text.lower()
    return any(word in lowered for word in _OF_CURVES)


def _is_measured(curve: Curve) -> bool:
    return len(curve) > 1 or curve.grain == _EVALUATION


def read(source: Source) -> Reading:
    """Read the settings. Their lines are no log; a line with a word of trouble that is no setting
    is: a traceback may end the print of the settings.
    """
    settings = parse(source.text, source.name, partial(_print_in, source))
    everything = range(len(source.lines))
    troubled = lines_of_output(source.lines, everything)
    output = [line for line in troubled if not is_setting(line)]
    return Reading(config=settings, log=kept_lines(output))


FORMAT = Format(
    name="config",
    label="a configuration",
    sniff=sniff,
    read=read,
)
