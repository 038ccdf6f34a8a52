from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """A text that trainers and libraries print.

    literals: in lower case; a line is matched against the pattern only where one of them stands in
        it.
    prose: may stand in a person's description too; not so for everyday words, which the text
        channel weighs.
    usual: so many matches are part of a normal run, and weigh little.
    """

    name: str
    literals: tuple[str, ...]
    pattern: re.Pattern[str]
    symptom: str
    meaning: str
    strength: float = 1.0
    usual: int = 0
    prose: bool = True


def signature(
    name: str,
    literals: str | tuple[str, ...],
    pattern: str,
    symptom: str,
    meaning: str,
    *,
    strength: float = 1.0,
    usual: int = 0,
    prose: bool = True,
) -> Signature:
    texts = (literals,) if isinstance(literals, str) else literals
    return Signature(
        name, texts, re.compile(pattern, re.IGNORECASE), symptom, meaning, strength, usual, prose
    )
