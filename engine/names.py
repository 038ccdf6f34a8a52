"""The one spelling under which names of metrics and settings are compared."""

from __future__ import annotations

import re
from functools import lru_cache

MAX_NAME = 120
_SEPARATORS = re.compile(r"[\s/.\-:@|]+")


def normalized(name: str) -> str:
    """Return the name in lower case with an underscore for each run of separators: val/Loss becomes
    val_loss.
    """
    return _normalized(name[:MAX_NAME])


@lru_cache(maxsize=8192)
def _normalized(name: str) -> str:
    # The cache outlives the request, so it gets names of bounded length only.
    if name.isidentifier():  # letters, digits and underscores hold no separator
        return name.lower().strip("_")
    return _SEPARATORS.sub("_", name.strip().lower()).strip("_")
