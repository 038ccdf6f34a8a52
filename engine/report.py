"""The answer to a case: ranked diagnoses, what speaks for and against each, and what to check
next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.evidence import Observation, Span
from engine.knowledge import Check, Outcome
from engine.run import ReadAs

Direction = Literal["for", "against"]
Verdict = Literal["failure", "healthy", "undecided"]


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
class NextCheck:
    check: Check
    outcome: Outcome
    information_bits: float


@dataclass(frozen=True, slots=True)
class Report:
    verdict: Verdict
    diagnoses: tuple[Diagnosis, ...]
    reported: tuple[str, ...]
    observations: tuple[Observation, ...]
    next_checks: tuple[NextCheck, ...]
    unexplained: tuple[Observation, ...]
    # over all failure modes, healthy and something-else; sums to 1 without the findings
    probabilities: Mapping[str, float]
    read_as: tuple[ReadAs, ...] = ()
    warnings: tuple[str, ...] = ()
