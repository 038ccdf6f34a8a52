"""One row of the tables: a text that a tool prints, and what a reader should make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Required, TypedDict, Unpack

# What a line is to the end of a run: its root, a consequence of a root elsewhere, what programs
# print while they are torn down, advice of a tool, or noise that means nothing.
Role = Literal["root", "consequence", "teardown", "advice", "noise"]

# Whether the training failed, its surroundings did (package, driver, limit of a job, disk), or a
# tool did as it was told.
Kind = Literal["failure", "environment", "tool-did-so"]


@dataclass(frozen=True, slots=True)
class Signature:
    """A text that trainers and libraries print.

    literals: in lower case; a line is matched against the pattern only where one of them stands in
        it.
    meaning: a phrase without a full stop. action: what to do now, one sentence.
    symptom: empty where the text says nothing about how the model trains.
    entry: slug of the entry that explains it, published or planned; empty without one.
    since, until: tool and version of the texts; `until` is empty while they are still printed.
    usual, usual_share: so many matches, and so many for each step of the run, are part of a normal
        run and weigh little.
    prose: may stand in a person's description too; not so for everyday words, which the text
        channel weighs.
    ends_run: the line is an error that ends a process, rather than a warning.
    beside: in lower case; must stand somewhere in the text, or the line means something else.
    """

    name: str
    literals: tuple[str, ...]
    pattern: re.Pattern[str]
    meaning: str
    action: str
    symptom: str = ""
    role: Role = "root"
    kind: Kind = "failure"
    entry: str = ""
    since: str = ""
    until: str = ""
    strength: float = 1.0
    usual: int = 0
    usual_share: float = 0.0
    prose: bool = True
    ends_run: bool = True
    beside: str = ""


class Told(TypedDict, total=False):
    """The fields of a signature that are named in a table."""

    action: Required[str]
    symptom: str
    role: Role
    kind: Kind
    entry: str
    since: str
    until: str
    strength: float
    usual: int
    usual_share: float
    prose: bool
    ends_run: bool
    beside: str


def signature(
    name: str,
    literals: str | tuple[str, ...],
    pattern: str,
    meaning: str,
    **told: Unpack[Told],
) -> Signature:
    texts = (literals,) if isinstance(literals, str) else literals
    compiled = re.compile(pattern, re.IGNORECASE)
    return Signature(name, texts, compiled, meaning, **told)
