"""The runs that were recorded from an entry's example, as curves:
fixtures/specimens/<slug>/{bad,good}.jsonl.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.conf import settings

from charts.records import Curve, Labels, Role
from charts.scale import tick_text
from charts.svg import figure

Row = Mapping[str, Any]
Recorded = tuple[list[Curve], Labels]

FAILS = "Recorded from the example that fails"
WORKS = "Recorded from the example that works"

SCORES: tuple[tuple[str, str, Role], ...] = (
    ("task_a_accuracy", "first task", "train"),
    ("val_accuracy", "validation", "validation"),
    ("test_accuracy", "test", "third"),
    ("lowest_recall", "lowest recall of a class", "fourth"),
)
LOSSES: tuple[tuple[str, str, Role], ...] = (
    ("train_loss", "training", "train"),
    ("val_loss", "validation", "validation"),
)
# The shapes that show in something else than the loss.
SHOWN_IN_SCORES = {
    "test-leaves-validation",
    "old-task-drops",
    "majority-share",
    "drifts-apart",
    "too-good",
}
SHORTEST = 2  # fewer points are no curve


@lru_cache(maxsize=512)
def recorded_figures(slug: str, preset: str, _edition: str) -> tuple[str, str]:
    """The SVGs of the failing and of the working run, on one y axis; empty where there is no
    recording. Kept in memory, once per edition.
    """
    bad, good = (_recorded(slug, which, preset) for which in ("bad", "good"))
    values = tuple(y for curves, _ in (bad, good) for curve in curves for y in curve.y)
    return _drawn(bad, f"recorded-bad-{slug}", FAILS, values), _drawn(
        good, f"recorded-good-{slug}", WORKS, values
    )


def _recorded(slug: str, which: str, preset: str) -> Recorded:
    path = settings.FIXTURES_DIR / "specimens" / slug / f"{which}.jsonl"
    return (
        chosen_curves(parse(path.read_text(encoding="utf-8")), preset)
        if path.is_file()
        else ([], Labels())
    )


def _drawn(recorded: Recorded, uid: str, title: str, values: tuple[float, ...]) -> str:
    curves, labels = recorded
    if not curves:
        return ""
    return figure(curves, (title, described(curves, labels)), uid, replace(labels, y_holds=values))


def parse(text: str) -> list[Row]:
    """The rows of a recording, one JSON object a line, as the program printed them; other lines,
    such as an error message, are no rows. ValueError for an object that is broken off.
    """
    rows = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    return [_with_lowest_recall(row) for row in rows if "config" not in row]


def _with_lowest_recall(row: Row) -> Row:
    recalls = row.get("per_class_recall")
    return {**row, "lowest_recall": min(recalls)} if recalls else row


def chosen_curves(rows: Sequence[Row], preset: str) -> Recorded:
    """The series in which the entry shows itself."""
    if preset == "gradient-fades" and rows and (layers := rows[-1].get("grad_norm_by_layer")):
        norms = Curve("gradient norm", range(1, len(layers) + 1), layers)
        return [norms], Labels("layer, from input to output", "gradient norm")
    if preset == "gradient-explodes" and (
        curve := series(rows, "grad_norm", "epoch", "gradient norm", "train")
    ):
        return [curve], Labels("epoch", "gradient norm")
    if preset in SHOWN_IN_SCORES:
        scores = [series(rows, name, "epoch", label, role) for name, label, role in SCORES]
        return [curve for curve in scores if curve], Labels("epoch", "score")
    if step := series(rows, "train_loss_step", "step", "training", "train"):
        return [step], Labels("step", "loss")
    losses = [series(rows, name, "epoch", label, role) for name, label, role in LOSSES]
    return [curve for curve in losses if curve], Labels("epoch", "loss")


def series(rows: Sequence[Row], name: str, x_name: str, label: str, role: Role) -> Curve | None:
    found = [
        (row[x_name], row[name])
        for row in rows
        if row.get(name) is not None and row.get(x_name) is not None
    ]
    if len(found) < SHORTEST:
        return None
    return Curve(label, [float(x) for x, _ in found], [float(y) for _, y in found], role)


def described(curves: Sequence[Curve], labels: Labels) -> str:
    return " ".join(_sentence(curve, labels) for curve in curves)


def _sentence(curve: Curve, labels: Labels) -> str:
    finite = [(y, x) for x, y in zip(curve.x, curve.y, strict=True) if math.isfinite(y)]
    if not finite:
        return f"{curve.label.capitalize()}: not a number."
    (lowest, at), (highest, _) = min(finite), max(finite)
    lost = ", then not a number" if not math.isfinite(curve.y[-1]) else ""
    values = (finite[0][0], finite[-1][0], lowest, highest)
    first, last, low, high = (tick_text(float(f"{value:.3g}")) for value in values)
    return (
        f"{curve.label.capitalize()}: from {first} to {last}{lost}; "
        f"between {low} ({labels.x.split(',')[0]} {tick_text(at)}) and {high}."
    )
