"""The answer to a case: the verdict, ranked diagnoses, what speaks for and against each, what was
looked at, and what to do next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.evidence import Observation, Span
from engine.knowledge import Check, Outcome
from engine.observe.log.hangs import Hang
from engine.observe.log.messages import Message
from engine.observe.log.unused_parameters import UnusedParameters
from engine.run import ReadAs

Direction = Literal["for", "against"]
Verdict = Literal[
    "failure", "normal", "healthy", "not-covered", "undecided", "environment", "no-run"
]


@dataclass(frozen=True, slots=True)
class Evidence:
    symptom: str
    source: str
    strength: float
    direction: Direction
    weight: float  # log likelihood ratio against healthy, in nats
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    failure_mode: str  # slug
    probability: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """An entry and its probability after a reply."""

    failure_mode: str
    probability: float


@dataclass(frozen=True, slots=True)
class NextCheck:
    """after_yes, after_no: the likeliest entries after each reply, of the first check only."""

    check: Check
    outcome: Outcome
    information_bits: float
    after_yes: tuple[Shift, ...] = ()
    after_no: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class NormalPage:
    """A pattern that looks wrong and is fine.

    failure_mode: slug of the normal page. looked_at: a sentence with the numbers that were looked
    at, empty where the words alone describe the pattern. boundary: where it ends. beyond: slug of
    the failure that begins there, or empty. said: what the person wrote that describes it.
    """

    failure_mode: str
    looked_at: str = ""
    boundary: str = ""
    beyond: str = ""
    said: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def is_from_words_alone(self) -> bool:
        return not self.looked_at


@dataclass(frozen=True, slots=True)
class Resembles:
    """An entry that is not written yet, and what of the words or messages names it."""

    slug: str
    term: str
    probability: float
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """normal: normal pages that describe what is seen, the one that answers first.
    resembles: the planned entry that the case sounds like. looked_at: what was measured and is not
    there. not_seen: what could not be seen from this input. to_add: what to give next.
    understood: share of the content words of the description that were understood, from 0 to 1.
    message: the message of the log that leads; messages: all that were recognized, in its order.
    hang: which ranks a hanging run waits for. unused: parameters that got no gradient.
    """

    verdict: Verdict
    diagnoses: tuple[Diagnosis, ...]
    reported: tuple[str, ...]
    observations: tuple[Observation, ...]
    next_checks: tuple[NextCheck, ...]
    unexplained: tuple[Observation, ...]
    # over all failure modes, healthy and something-else; sums to 1 without the findings
    probabilities: Mapping[str, float]
    normal: tuple[NormalPage, ...] = ()
    resembles: Resembles | None = None
    looked_at: tuple[str, ...] = ()
    not_seen: tuple[str, ...] = ()
    to_add: tuple[str, ...] = ()
    understood: float = 1.0
    message: Message | None = None
    messages: tuple[Message, ...] = ()
    hang: Hang | None = None
    unused: UnusedParameters | None = None
    read_as: tuple[ReadAs, ...] = ()
    warnings: tuple[str, ...] = ()
