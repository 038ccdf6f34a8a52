"""What a run shows: the observations that are weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

State = Literal["seen", "absent", "not-measured"]

# How an observation was made: a person said so, a message of the log, a curve or setting, numbers
# in a description, or words that resemble a symptom.
Channel = Literal["told", "log", "measured", "numbers", "words"]


@dataclass(frozen=True, slots=True)
class Span:
    """The part of a series that an observation speaks of, in the units of the series' x."""

    series: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What a detector measured: strength 0 (surely normal) to 1 (surely abnormal), and a sentence
    with the numbers.

    A detector returns None instead when the case does not hold what it needs.
    """

    strength: float
    text: str
    source: str
    span: Span | None = None
    attributes: Mapping[str, str | float] = field(default_factory=dict)


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
    attributes: Mapping[str, str | float] = field(default_factory=dict)
