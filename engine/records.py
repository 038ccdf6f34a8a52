"""The records that pass between the stages: read -> observe -> rank -> report. All frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.text.model import TextModel

Floats = NDArray[np.float64]
ConfigValue = str | float | bool | tuple[float, ...]
State = Literal["seen", "absent", "not-measured"]
Verdict = Literal["failure", "healthy", "undecided"]

HEALTHY = "healthy"
SOMETHING_ELSE = "something-else"


@dataclass(frozen=True, slots=True)
class Series:
    """One recorded curve. `x` and `y` have the same length; points that were not recorded are left out,
    so a NaN in `y` is a NaN that the run produced."""

    name: str
    x: Floats
    y: Floats
    x_name: str = "index"  # step, epoch or index

    def __len__(self) -> int:
        return len(self.y)

    @property
    def finite(self) -> Floats:
        """The finite values of y, in order."""
        return self.y[np.isfinite(self.y)]


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What one input was taken for: its name, the format, and how many points each series got."""

    name: str
    format: str
    series: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a run shows, read and named canonically.

    series: canonical name -> curve (train_loss, val_loss, train_accuracy, val_accuracy, grad_norm, lr, ...;
        names that no alias knows keep their own).
    layers: name -> one curve per layer, input side first (grad_norm_by_layer).
    classes: name -> array of shape (points, classes) (per_class_recall).
    config: canonical flat key -> value (learning_rate, batch_size, optimizer, n_classes, n_train, depth, ...).
    """

    description: str = ""
    told_seen: tuple[str, ...] = ()
    told_absent: tuple[str, ...] = ()
    series: Mapping[str, Series] = field(default_factory=dict)
    layers: Mapping[str, tuple[Series, ...]] = field(default_factory=dict)
    classes: Mapping[str, Floats] = field(default_factory=dict)
    config: Mapping[str, ConfigValue] = field(default_factory=dict)
    log: tuple[str, ...] = ()
    read_as: tuple[ReadAs, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The part of a series that an observation speaks of, in the units of the series' x."""

    series: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What a detector measured: strength 0 (surely normal) to 1 (surely abnormal), and a sentence with the numbers.

    A detector returns None instead when the case does not hold what it needs.
    """

    strength: float
    text: str
    source: str
    span: Span | None = None
    attributes: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Observation:
    symptom: str
    state: State
    strength: float = 0.0
    source: str = ""
    text: str = ""
    span: Span | None = None
    attributes: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Symptom:
    slug: str
    statement: str
    group: str
    facet: str | None
    importance: int
    background: float
    detector: str | None
    phrasings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indication:
    """strength of a contra-indication is a negative `evoking`; frequency is then 0."""

    symptom: str
    frequency: int
    evoking: int


@dataclass(frozen=True, slots=True)
class Fix:
    title: str
    kind: str
    effort: str
    verify: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    check: str
    if_present: str
    if_absent: str


@dataclass(frozen=True, slots=True)
class FailureMode:
    id: str
    slug: str
    term: str
    chapter: str
    summary: str
    prevalence: str
    urgency: str
    indications: tuple[Indication, ...]
    fixes: tuple[Fix, ...]
    confirmations: tuple[Confirmation, ...]
    text: str = ""  # plain words of the entry, for lexical retrieval


@dataclass(frozen=True, slots=True)
class Outcome:
    symptom: str
    question: str
    if_yes: str
    if_no: str


@dataclass(frozen=True, slots=True)
class Check:
    slug: str
    title: str
    cost: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The whole content as the engine needs it. Built once per edition and passed in.

    Hashed by its edition, so that what is compiled from it can be cached.
    """

    edition: str  # hash of the content
    name: str  # year and month, as people cite it
    failure_modes: Mapping[str, FailureMode]
    symptoms: Mapping[str, Symptom]
    checks: Mapping[str, Check]
    metric_names: Mapping[str, str]  # alias, normalised -> canonical
    config_names: Mapping[str, str]
    text_model: TextModel | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        return hash(self.edition)


@dataclass(frozen=True, slots=True)
class Evidence:
    symptom: str
    source: str
    strength: float
    direction: Literal["for", "against"]
    weight: float  # log likelihood ratio against healthy, in nats
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    failure_mode: FailureMode
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
    probabilities: Mapping[str, float]  # over all failure modes, healthy and something-else; sums to 1
    read_as: tuple[ReadAs, ...] = ()
    warnings: tuple[str, ...] = ()
