"""Recorded runs that fill the diagnose page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from diagnostics_api.page.form import Form


class Example(NamedTuple):
    label: str
    specimen: str  # whose failing run is shown


EXAMPLES: Mapping[str, Example] = {
    "gap": Example("A validation loss that turns", "overfitting"),
    "nan": Example("A loss that became NaN", "nan-loss"),
    "stuck": Example("A loss that does not move", "double-softmax"),
    "swings": Example("A loss that jumps up and down", "learning-rate-too-high"),
    "fine": Example("A validation better than training", "validation-ahead-of-training"),
}


def example_form(key: str) -> Form | None:
    if key not in EXAMPLES:
        return None
    path = _recording(EXAMPLES[key])
    if not path.exists():
        return None
    return Form(text=path.read_text())


def available() -> list[tuple[str, str]]:
    """Return (key, label) of the examples whose recording is there."""
    return [
        (key, example.label) for key, example in EXAMPLES.items() if _recording(example).exists()
    ]


def _recording(example: Example) -> Path:
    return Path(settings.FIXTURES_DIR) / "specimens" / example.specimen / "bad.jsonl"
