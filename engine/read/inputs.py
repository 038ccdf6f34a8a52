"""Inputs of a caller, and the reading that one reader makes of one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from engine.run import Floats, Series


@dataclass(frozen=True, slots=True)
class NamedFile:
    """Content of a file under the name that the caller gives it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a caller knows of a run.

    `metrics` and `config` are mappings as JSON gives them; `config` may also be the text of a YAML
    or JSON file.
    """

    description: str = ""
    symptoms: tuple[str, ...] = ()
    absent_symptoms: tuple[str, ...] = ()
    metrics: Mapping[str, object] = field(default_factory=dict)
    config: Mapping[str, object] | str = field(default_factory=dict)
    log: str = ""
    files: tuple[NamedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Content of one input. Names are those of the input; joining makes them canonical.

    log: the lines that may contain errors and warnings; empty for pure tables of numbers.
    """

    series: Mapping[str, Series] = field(default_factory=dict)
    layers: Mapping[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: Mapping[str, Floats] = field(default_factory=dict)
    config: Mapping[str, object] = field(default_factory=dict)
    log: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class NamedReading(NamedTuple):
    """Reading of the input `name`; `format` is the name of the format that read it."""

    name: str
    format: str
    reading: Reading


class NameTables(Protocol):
    """Alias tables of the knowledge: normalized alias -> canonical name."""

    @property
    def metric_names(self) -> Mapping[str, str]: ...

    @property
    def config_names(self) -> Mapping[str, str]: ...
