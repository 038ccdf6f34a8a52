"""Recorded runs that fill the diagnose page."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from diagnostics_api.page.form import Form

# key -> (label, specimen whose failing run is shown)
EXAMPLES: dict[str, tuple[str, str]] = {
    "gap": ("A validation loss that turns", "overfitting"),
    "nan": ("A loss that became NaN", "nan-loss"),
    "stuck": ("A loss that does not move", "double-softmax"),
}


def example_form(key: str) -> Form | None:
    if key not in EXAMPLES:
        return None
    path = _recording(EXAMPLES[key][1])
    return Form(text=path.read_text()) if path.exists() else None


def available() -> list[tuple[str, str]]:
    return [
        (key, label) for key, (label, specimen) in EXAMPLES.items() if _recording(specimen).exists()
    ]


def _recording(specimen: str) -> Path:
    return Path(settings.FIXTURES_DIR) / "specimens" / specimen / "bad.jsonl"
