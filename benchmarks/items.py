"""The labelled development items: reports in words, recorded runs, raw log files."""

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
    """`tier` says what was given: text, log, basic (losses), medium or full (all curves), each with
    config.
    """

    id: str
    kind: str
    tier: str
    primary: str
    accepted: frozenset[str]
    inputs: Inputs

    @property
    def words(self) -> str:
        """All text of the item, for lexical peers."""
        files = " ".join(file.content.decode(errors="replace") for file in self.inputs.files)
        return " ".join(
            (self.inputs.description, self.inputs.log, files, json.dumps(self.inputs.config))
        )


def reports() -> Iterator[Item]:
    for line in (DATA / "reports.jsonl").read_text().splitlines():
        row = json.loads(line)
        accepted = frozenset([row["primary"], *row["acceptable"]])
        yield Item(
            row["id"], "reports", "text", row["primary"], accepted, Inputs(description=row["text"])
        )


def runs() -> Iterator[Item]:
    for path in sorted((DATA / "runs").glob("*.json")):
        row = json.loads(path.read_text())
        labels = row["labels"]
        accepted = frozenset([labels["primary"], *labels["acceptable"]])
        yield Item(
            row["id"], "runs", row["log_level"], labels["primary"], accepted, run_inputs(row)
        )


def run_inputs(row: dict[str, Any]) -> Inputs:
    """Everything of a recorded run but its labels and the check behind them."""
    config = {key: row[key] for key in ("task", "n_classes", "framework", "dataset", "model")}
    return Inputs(metrics=row["metrics"], config={**config, **row["config"]})


def logs() -> Iterator[Item]:
    with (DATA / "logs" / "labels.tsv").open() as file:
        for row in csv.DictReader(file, delimiter="\t"):
            path = DATA / "logs" / row["file"]
            accepted = frozenset(row["acceptable"].split(","))
            content = NamedFile(path.name, path.read_bytes())
            yield Item(
                row["file"], "logs", "log", row["primary"], accepted, Inputs(files=(content,))
            )


def all_items() -> list[Item]:
    return [*reports(), *runs(), *logs()]
