"""Findings of detectors, and the observations that are weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from engine.run import Series

State = Literal["seen", "absent", "not-measured"]

# How an observation was made: a person said so, a message of the log, a curve or setting, numbers
# in a description, or words that resemble a symptom.
Channel = Literal["told", "log", "measured", "numbers", "words"]


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a series that an observation is about, in the units of the series' x."""

    series: str
    start: float
    end: float

    @classmethod
    def of(cls, part: Series) -> Span:
        """Return the span of all points of a part of a series, at least one."""
        return cls(part.name, part.x.item(0), part.x.item(-1))


@dataclass(frozen=True, slots=True)
class Finding:
    """A measurement of one symptom, with a sentence that gives the numbers.

    strength: 0 (surely normal) to 1 (surely abnormal).
    source: metrics.<name of the series> or config.<name of the setting>.

    A detector returns None instead where the case lacks the data that it needs.
    """

    strength: float
    text: str
    source: str
    span: Span | None = None

    @classmethod
    def on(cls, part: Series, *, strength: float, text: str) -> Finding:
        """Return a finding about part of a series, which gives it source and span."""
        return cls(strength, text, f"metrics.{part.name}", Span.of(part))

    @classmethod
    def about(cls, name: str, *, strength: float, text: str) -> Finding:
        """Return a finding about a metric that has no part of particular interest."""
        return cls(strength, text, f"metrics.{name}")

    @classmethod
    def stated(cls, setting: str, *, strength: float, text: str) -> Finding:
        """Return a finding about a setting of the configuration."""
        return cls(strength, text, f"config.{setting}")


def strongest_finding(findings: Iterable[Finding]) -> Finding | None:
    """Return the finding of the greatest strength, the first of equals; None without one."""
    return max(findings, key=lambda finding: finding.strength, default=None)


@dataclass(frozen=True, slots=True)
class Observation:
    """`source` names for people what was looked at: metrics.train_loss, config.shuffle, log,
    description.
    """

    symptom: str
    state: State
    strength: float = 0.0
    channel: Channel = "measured"
    source: str = ""
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class DirectEvidence:
    """What points to one entry without a symptom between: its name in the words, a rule on code.

    certainty: above 0, at most 1. text: a sentence that quotes what was found.
    """

    failure_mode: str
    certainty: float
    source: str
    text: str
