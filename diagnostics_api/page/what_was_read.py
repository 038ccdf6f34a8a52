"""What the page shows of the reading, with what a person can correct in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from diagnostics_api.page.corrections import Corrections
from diagnostics_api.page.curve_rows import Choice, Row, rows_of
from diagnostics_api.service.answer import Answer
from diagnostics_api.service.reading_words import label_of, nothing_read
from engine.run import ConfigValue, ReadAs

MOST_INPUTS = 12
MOST_CURVES = 30  # of one input
MOST_ROWS = 60  # of the page: each has a list of names
MOST_SETTINGS = 12
USUAL_SETTINGS = ("learning_rate", "lr", "optimizer", "batch_size", "epochs")
MOST_RUNS = 100
LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class ShownInput:
    name: str
    label: str
    run: str
    other_runs: tuple[str, ...]
    settings: int
    rows: tuple[Row, ...]
    more: int  # curves that are not shown


@dataclass(frozen=True, slots=True)
class WhatWasRead:
    inputs: tuple[ShownInput, ...]
    more_inputs: int
    runs: tuple[Choice, ...]
    settings: tuple[tuple[str, str], ...]
    more_settings: int
    nothing: str

    @property
    def keys(self) -> frozenset[str]:
        """Return the names of the curves that can be corrected in a row."""
        rows = chain.from_iterable(each.rows for each in self.inputs)
        keys = {row.key for row in rows}
        keys.discard("")
        return frozenset(keys)

    @property
    def can_be_corrected(self) -> bool:
        return bool(self.runs or self.keys)


def what_was_read(
    answer: Answer,
    corrections: Corrections,
) -> WhatWasRead:
    inputs = answer.report.read_as
    config = answer.case.config
    room = MOST_ROWS
    shown: list[ShownInput] = []
    first = inputs[:MOST_INPUTS]
    for read_as in first:
        most = min(room, MOST_CURVES)
        each = _input(read_as, corrections, most)
        room -= len(each.rows)
        shown.append(each)
    hidden = len(config) - MOST_SETTINGS
    runs = _runs(inputs, corrections.run)
    settings = _settings(config)
    return WhatWasRead(
        inputs=tuple(shown),
        more_inputs=len(inputs) - len(first),
        runs=runs,
        settings=tuple(settings),
        more_settings=max(0, hidden),
        nothing=nothing_read(inputs),
    )


def _input(
    read_as: ReadAs,
    corrections: Corrections,
    room: int,
) -> ShownInput:
    names = corrections.names
    rows = list(rows_of(read_as, names))
    hidden = len(rows) - room
    return ShownInput(
        name=read_as.name,
        label=label_of(read_as),
        run=read_as.run,
        other_runs=read_as.other_runs,
        settings=read_as.settings,
        rows=tuple(rows[:room]),
        more=max(0, hidden),
    )


def _runs(
    inputs: tuple[ReadAs, ...],
    wanted: str,
) -> tuple[Choice, ...]:
    """Return the runs to choose from, none where each input holds one."""
    diagnosed: dict[str, None] = {}
    others: dict[str, None] = {}
    for each in inputs:
        if each.other_runs:
            diagnosed[each.run] = None
            more = dict.fromkeys(each.other_runs)
            others.update(more)
    if not others:
        return ()
    if wanted in diagnosed:
        first = Choice("", "the last complete one", False)
        others.pop(wanted, None)
        chosen = [Choice(wanted, wanted, True)]
    else:
        runs = ", ".join(diagnosed)
        first = Choice("", f"{runs} (as read)", True)
        chosen = []
    kept = islice(others, MOST_RUNS)
    rest = [Choice(run, run, False) for run in kept]
    return (
        first,
        *chosen,
        *rest,
    )


def _settings(config: Mapping[str, ConfigValue]) -> Iterator[tuple[str, str]]:
    usual = filter(config.__contains__, USUAL_SETTINGS)
    ordered = (*usual, *config)
    names = dict.fromkeys(ordered)
    for name in islice(names, MOST_SETTINGS):
        value = config[name]
        text = _in_words(value)
        shown = text[:LONGEST_VALUE]
        yield name, shown


def _in_words(value: ConfigValue) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        parts = map(_in_words, value)
        return ", ".join(parts)
    return str(value)
