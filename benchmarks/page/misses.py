"""The items that were answered wrong, each with what was said and what would be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.answered import Answered
from benchmarks.item_sets import SILENT
from benchmarks.items import Item
from content.accuracy import Miss, MissKind

FIRST = 3
LONGEST = 160  # characters of a text that are shown
FINE_VERDICTS = frozenset({"normal", "healthy", "environment", "no-run"})


def misses_of(
    name: str,
    rows: Sequence[Answered],
    known: frozenset[str],
) -> Iterator[Miss]:
    """Yield the misses of a set. known: slugs of the entries that are ranked."""
    for row in rows:
        kind = kind_of(row, known)
        if kind is not None:
            yield _miss(name, kind, row)


def kind_of(row: Answered, known: frozenset[str]) -> MissKind | None:
    """Return what is wrong with an answer; None where it is right."""
    if row.is_fine:
        return _of_fine(row)
    if row.item.primary not in known:
        return "wrong-cause" if row.is_wrongly_named else None
    return None if row.is_among(1) else "missed"


def _of_fine(row: Answered) -> MissKind | None:
    if row.reported:
        return "false-alarm"
    # A text in which nothing is wrong need not be called fine: it is enough to stay silent.
    is_said = row.verdict in FINE_VERDICTS or row.item.kind in SILENT
    return None if is_said else "not-told"


def _miss(name: str, kind: MissKind, row: Answered) -> Miss:
    item = row.item
    return Miss(
        set=name,
        item=item.id,
        kind=kind,
        given=given(item),
        label=item.primary,
        accepted=sorted(row.labels - {item.primary}),
        verdict=row.verdict,
        probability=round(row.probability, 3),
        answered=list(row.ranked[:FIRST]),
        reported=list(row.reported[:FIRST]),
        place=_place(row),
    )


def _place(row: Answered) -> int | None:
    """Return where the first right answer stands in the ranking, from 1."""
    for place, slug in enumerate(row.ranked, 1):
        if slug in row.labels:
            return place
    return None


def given(item: Item) -> str:
    """Return the item in a few words: the start of its text, or what was trained on what."""
    inputs = item.inputs
    text = inputs.description or inputs.log
    if text:
        return _cut(text)
    if inputs.files:
        names = [file.name for file in inputs.files]
        return ", ".join(names)
    config: Any = inputs.config
    if not config:
        return "its losses"
    task = config["task"]
    model = config["model"]["kind"]
    return f"{task}, {model}".replace("_", " ")


def _cut(text: str) -> str:
    """Return the start of a text on one line."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    beginning = line[: LONGEST - 1].rstrip()
    return f"{beginning}…"
