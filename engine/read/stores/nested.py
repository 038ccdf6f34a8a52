"""Numbers in the nested values that trackers keep as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from engine.read.parts.numbers import clamped_float, number_from_text

_DEEPEST = 4  # of objects in a value


def numbers_in(
    name: str,
    value: object,
    depth: int = _DEEPEST,
) -> Iterator[tuple[str, float]]:
    """Yield the numbers in a value under their paths; pictures and histograms hold none.

    An object with a `_type` is one of those. Texts that spell NaN or infinity are numbers.
    """
    if isinstance(value, dict) and "_type" not in value and depth:
        for key, inner in value.items():
            path = f"{name}/{key}" if name else str(key)
            yield from numbers_in(path, inner, depth - 1)
        return
    if isinstance(value, str):
        value = number_from_text(value)
    if isinstance(value, bool):
        return
    if isinstance(value, int | float):
        yield name, clamped_float(value)
