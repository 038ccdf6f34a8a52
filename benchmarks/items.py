"""The labeled development items: reports in words, recorded runs, raw log files."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.read import Inputs, NamedFile

DATA = Path(__file__).parent / "data"
HEALTHY = "healthy"


@dataclass(frozen=True, slots=True)
class Item:
    """A labeled case.

    kind: reports, runs or logs.
    tier: what was given: text, log, basic (losses), medium or full (all curves), each with config.
    primary: the label, a slug or "healthy".
    accepted: every label that counts as right, the primary one among them.
    """

    id: str
    kind: str
    tier: str
    primary: str
    accepted: frozenset[str]
    inputs: Inputs

    @property
    def words(self) -> str:
        """Return all text of the item, for lexical peers."""
        files = " ".join(file.content.decode(errors="replace") for file in self.inputs.files)
        return " ".join(
            (self.inputs.description, self.inputs.log, files, json.dumps(self.inputs.config))
        )


def reports() -> Iterator[Item]:
    """Yield reports of users in their words."""
    for line in (DATA / "reports.jsonl").read_text().splitlines():
        row = json.loads(line)
        accepted = frozenset([row["primary"], *row["acceptable"]])
        inputs = Inputs(description=row["text"])
        yield Item(row["id"], "reports", "text", row["primary"], accepted, inputs)


def runs() -> Iterator[Item]:
    """Yield recorded runs with their curves and configuration."""
    for path in sorted((DATA / "runs").glob("*.json")):
        row = json.loads(path.read_text())
        labels = row["labels"]
        accepted = frozenset([labels["primary"], *labels["acceptable"]])
        inputs = run_inputs(row)
        yield Item(row["id"], "runs", row["log_level"], labels["primary"], accepted, inputs)


def run_inputs(row: dict[str, Any]) -> Inputs:
    """Return everything of a recorded run but its labels and the check behind them."""
    config = {key: row[key] for key in ("task", "n_classes", "framework", "dataset", "model")}
    return Inputs(metrics=row["metrics"], config={**config, **row["config"]})


def logs() -> Iterator[Item]:
    """Yield runs as the files that common tools print."""
    with (DATA / "logs" / "labels.tsv").open() as file:
        for row in csv.DictReader(file, delimiter="\t"):
            path = DATA / "logs" / row["file"]
            accepted = frozenset(row["acceptable"].split(","))
            inputs = Inputs(files=(NamedFile(path.name, path.read_bytes()),))
            yield Item(row["file"], "logs", "log", row["primary"], accepted, inputs)


def all_items() -> list[Item]:
    """Return every item, reports first."""
    return [*reports(), *runs(), *logs()]
