"""Inputs of a caller, and the reading that one reader makes of one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from engine.run import Floats, Series, Snippet


@dataclass(frozen=True, slots=True)
class NamedFile:
    """Content of a file under the name that the caller gives it."""

    name: str
    content: bytes

    def pieces(self) -> Iterator[bytes]:
        """Yield the content; a file on disk in parts, so that it is never whole in memory."""
        yield self.content


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a caller knows of a run.

    `metrics` and `config` are mappings as JSON gives them; `config` may also be the text of a YAML
    or JSON file. wanted_run: the one of several runs that is diagnosed. names: own name of a curve
    -> canonical name, which holds over everything; empty to leave the curve out.
    """

    description: str = ""
    symptoms: tuple[str, ...] = ()
    absent_symptoms: tuple[str, ...] = ()
    metrics: Mapping[str, object] = field(default_factory=dict)
    config: Mapping[str, object] | str = field(default_factory=dict)
    log: str = ""
    files: tuple[NamedFile, ...] = ()
    wanted_run: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One curve as an input gives it: one name, one split, one grain, one run.

    name: as the tool writes it, with its path: `Acc@1`, `train/box_loss`, `lm loss`.
    x, y: of one length. x_name: step, epoch, or index where the input gives neither.
    split: train, val or test where a heading, column, field, file or folder says it; the name may
        say it as well, and then the name holds.
    grain: step, epoch, evaluation (of a finished model) or best (so far); empty where nothing says.
    run: the fold, rank or run where an input holds several.
    group: curves of one table or of lines of one kind share it; their splits explain one another.
    """

    name: str
    x: Floats
    y: Floats
    x_name: str = "index"
    split: str = ""
    grain: str = ""
    run: str = ""
    group: str = ""

    def __len__(self) -> int:
        return len(self.y)


@dataclass(frozen=True, slots=True)
class Reading:
    """Content of one input. Names are those of the input; joining makes them canonical.

    log: the lines that may contain errors and warnings; empty for pure tables of numbers.
    inner: files or texts inside this one, which are read next: members of an archive, the outputs
        of a notebook, the messages of a container's log.
    code: the programs and parts of programs that stand in it.
    words: what a person says in it, beside what a program printed.
    """

    curves: tuple[Curve, ...] = ()
    layers: Mapping[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: Mapping[str, Floats] = field(default_factory=dict)
    config: Mapping[str, object] = field(default_factory=dict)
    log: tuple[str, ...] = ()
    inner: tuple[NamedFile, ...] = ()
    warnings: tuple[str, ...] = ()
    code: tuple[Snippet, ...] = ()
    words: str = ""


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
