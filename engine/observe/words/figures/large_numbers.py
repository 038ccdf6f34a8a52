"""Numbers of things as people write them: "12,000", "2.5k", "1.2 million"."""

from __future__ import annotations

import re

NUMBER = r"(?:\d{1,3}(?:[ ,]\d{3}){1,3}|\d{1,9}(?:\.\d{1,2})?)"
UNIT = r"(?: ?(?:k|m)\b| (?:dozen|hundred|thousand|million|billion)\b)?"
_TIMES = {
    "k": 1e3,
    "m": 1e6,
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
}
_PARTED = re.compile(r"[ ,]")


def large_number(
    digits: str,
    unit: str | None = "",
) -> float:
    """Return the number of a match of `NUMBER`, times that of a match of `UNIT`."""
    plain = _PARTED.sub("", digits)
    name = (unit or "").strip()
    return float(plain) * _TIMES.get(name, 1.0)
