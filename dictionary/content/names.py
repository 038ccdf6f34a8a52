from __future__ import annotations

import re

SEPARATORS = re.compile(r"[/.\- ]")


def normalised(name: str) -> str:
    """The form in which names of metrics and settings are compared: val/Loss and val loss are val_loss."""
    return SEPARATORS.sub("_", name.strip().lower())
