"""References of gin: `train.lr = %LR` beside `LR = 0.1`."""

from __future__ import annotations

from collections.abc import Mapping

_SIGN = "%"


def with_macros(settings: Mapping[str, object]) -> dict[str, object]:
    """Put the value of each macro in.

    A macro that is not given stays as it is written.
    """
    resolved = dict(settings)
    for key, value in settings.items():
        if not isinstance(value, str):
            continue
        if value.startswith(_SIGN):
            macro = value.removeprefix(_SIGN)
            resolved[key] = settings.get(macro, value)
    return resolved
