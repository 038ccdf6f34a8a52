"""The alias tables as the content has them, and short ways to read one text."""

from functools import cache
from pathlib import Path
from types import SimpleNamespace

import yaml

from engine.read import Inputs, NamedFile, Problem, ReadError, read_case
from engine.read.names import normalise
from engine.records import Case

SIGNALS = Path(__file__).parents[3] / "fixtures" / "signals.yaml"


@cache
def tables() -> SimpleNamespace:
    signals = yaml.safe_load(SIGNALS.read_text())
    return SimpleNamespace(metric_names=_table(signals, "metric"), config_names=_table(signals, "config"))


def _table(signals: list[dict], kind: str) -> dict[str, str]:
    return {
        normalise(alias): signal["name"]
        for signal in signals
        if signal["kind"] == kind
        for alias in [signal["name"], *signal.get("aliases", [])]
    }


def read(**inputs: object) -> Case:
    return read_case(Inputs(**inputs), tables())


def read_file(content: str | bytes, name: str = "file.txt") -> Case:
    return read(files=(NamedFile(name, content if isinstance(content, bytes) else content.encode()),))


def read_or_problems(**inputs: object) -> tuple[Case | None, tuple[Problem, ...]]:
    try:
        return read(**inputs), ()
    except ReadError as error:
        return None, error.problems
