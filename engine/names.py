"""The one spelling under which names of metrics and settings are compared."""

from __future__ import annotations

import re
from functools import lru_cache

MAX_NAME = 120
_SEPARATORS = re.compile(r"[\s/.\-:@|]+")


@lru_cache(maxsize=8192)
def normalized(name: str) -> str:
    """Return the name in lower case with an underscore for each run of separators: val/Loss becomes val_loss."""
    return _SEPARATORS.sub("_", name[:MAX_NAME].strip().lower()).strip("_")
