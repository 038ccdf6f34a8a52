"""The log doctors that are measured, and the form in which each reads a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.peers import files, tables
from benchmarks.peers.tables import Row

# What is written of a run, and in which format.
EPOCHS = "epoch table"
STEPS = "step lines"
CSV = "csv"
JSON_LINES = "jsonl"

Rows = Callable[[Mapping[str, Any]], list[Row]]
Write = Callable[[Sequence[Row], Path], None]

_ROWS: Mapping[str, Rows] = {
    EPOCHS: tables.epoch_rows,
    STEPS: tables.step_rows,
}
_WRITE: Mapping[str, Write] = {
    CSV: files.write_csv,
    JSON_LINES: files.write_json_lines,
}


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool.

    name: as the package index has it; its mapping is `mappings/<name>.yaml`, its adapter
    `adapters/` with an underscore for the hyphen. forms: input -> format of the file, for the
    inputs that it reads. names: our curves under the names that it looks for. left_out: curves
    that would be taken for another. needed: a curve whose blanks it would take for NaN.
    """

    name: str
    forms: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    needed: str = ""

    @property
    def adapter(self) -> str:
        return self.name.replace("-", "_")

    def write(self, metrics: Mapping[str, Any], form: str, folder: Path) -> Path:
        """Write the curves of a run as the tool reads them. Raises KeyError for another form."""
        kind = self.forms[form]
        recorded = _ROWS[form](metrics)
        kept = tables.with_column(recorded, self.needed)
        rows = tables.with_names(
            kept,
            self.names,
            self.left_out,
        )
        path = folder / f"run.{kind}"
        write = _WRITE[kind]
        write(rows, path)
        return path


USUAL = {EPOCHS: CSV, STEPS: JSON_LINES}
TABLES = {EPOCHS: CSV, STEPS: CSV}
LINES = {EPOCHS: JSON_LINES, STEPS: JSON_LINES}
TO_LOSS = {"train_loss": "loss"}

PEERS = (
    Peer("trainproof", USUAL),
    Peer("runmedic", USUAL),
    Peer(
        "trainpulse",
        LINES,
        names={**TO_LOSS, "lr": "learning_rate"},
    ),
    Peer(
        "gradsnitch",
        TABLES,
        needed=tables.TRAIN_LOSS,
    ),
    # Of the columns step and epoch it takes either as the axis, another one in each process.
    Peer(
        "training-doctor",
        TABLES,
        names=TO_LOSS,
        left_out=frozenset({"epoch"}),
    ),
    Peer("sk-autod", {EPOCHS: CSV}),
    Peer("trainspotter", USUAL),
    Peer("losslint", USUAL),
    Peer("runwise", LINES, TO_LOSS),
)
