"""Sets of labeled items by name, and those that are made from others: restated, losses alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from benchmarks.items import DATA, HEALTHY, Item, logs, reports, runs
from benchmarks.silent_files import HARMLESS, project_files, silent_files, system_files
from engine.read import Inputs

FINE = (HEALTHY, HARMLESS)
_LOSS = "loss"  # how the name of a loss ends: train_loss, d_loss, recon_loss
_AXES = ("step", "epoch")


def fresh() -> Iterator[Item]:
    """Yield the fresh reports with the logs that belong to them."""
    for line in (DATA / "reports_fresh.jsonl").read_text().splitlines():
        row = json.loads(line)
        accepted = frozenset([row["primary"], *row["acceptable"]])
        inputs = Inputs(
            description=row["text"],
            log=row.get(
                "log",
                "",
            ),
        )
        yield Item(
            row["id"],
            "fresh",
            "text",
            row["primary"],
            accepted,
            inputs,
        )


def restated() -> Iterator[Item]:
    """Yield the same reports in the words of somebody else, with the same logs."""
    rows = (DATA / "reports_restated.jsonl").read_text().splitlines()
    texts = {
        row["id"]: row["text"]
        for row in map(
            json.loads,
            rows,
        )
    }
    for item in fresh():
        yield replace(
            item,
            inputs=replace(
                item.inputs,
                description=texts[item.id],
            ),
        )


def losses() -> Iterator[Item]:
    """Yield the recorded runs with nothing but their losses."""
    for item in runs():
        logged = item.inputs.metrics.items()
        metrics = {name: values for name, values in logged if name.endswith(_LOSS) or name in _AXES}
        yield replace(
            item,
            inputs=Inputs(metrics=metrics),
        )


def silent() -> Iterator[Item]:
    """Yield texts that report no failure: greetings, questions, scripts, files of a system."""
    for line in (DATA / "silent.jsonl").read_text().splitlines():
        row = json.loads(line)
        field = "log" if row["as"] == "log" else "description"
        inputs = Inputs(**{field: row["text"]})
        yield Item(
            row["id"],
            "silent",
            row["kind"],
            HARMLESS,
            frozenset(FINE),
            inputs,
        )


SETS: Mapping[str, Callable[[], Iterator[Item]]] = {
    "fresh": fresh,
    "pairs": restated,
    "reports": reports,
    "runs": runs,
    "losses": losses,
    "logs": logs,
    "silent": silent,
    "silent-files": lambda: silent_files(silent()),
    "project-files": project_files,
    "system-files": system_files,
}
SILENT = frozenset({"silent", "silent-files", "project-files", "system-files"})
