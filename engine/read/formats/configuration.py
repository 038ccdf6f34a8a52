"""Configuration file: YAML, `key=value` lines, a printed Namespace."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.parts.config_text import is_configuration, parse
from engine.read.parts.limits import kept_lines
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    return is_configuration(source.text)


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
