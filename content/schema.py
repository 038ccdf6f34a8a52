"""The shape of every content file under fixtures/, as pydantic models.

Unknown keys are refused. What one file cannot know (do references resolve, are ids unique)
is checked over all files together in `rules/`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
)

MARKDOWN = "Markdown"  # marks a field in its metadata
_HTTP_URL = TypeAdapter(AnyHttpUrl)


def _checked_url(url: str) -> str:
    """The text is kept as it was written; pydantic's own type would rewrite it."""
    _HTTP_URL.validate_python(url)
    return url


Url = Annotated[str, StringConstraints(max_length=300), AfterValidator(_checked_url)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Markdown = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), MARKDOWN]
Scale5 = Annotated[int, Field(ge=1, le=5)]

SignalGroup = Literal[
    "loss",
    "validation",
    "gradients",
    "activations",
    "updates",
    "metrics",
    "outputs",
    "data",
    "speed",
    "memory",
    "logs",
    "distributed",
    "generation",
]
SIGNAL_GROUPS: tuple[str, ...] = get_args(SignalGroup)
Phase = Literal[
    "data",
    "model",
    "loss",
    "optimizer",
    "loop",
    "numerics",
    "distributed",
    "evaluation",
    "fine-tuning",
    "serving",
]
PHASES: tuple[str, ...] = get_args(Phase)
Kind = Literal["bug", "misconfiguration", "dynamics", "data", "evaluation", "infrastructure"]
Silence = Literal["loud", "noisy", "quiet", "silent"]
Prevalence = Literal["common", "occasional", "rare"]
Urgency = Literal["stop-now", "look-soon", "watch"]
Likelihood = Literal["usual", "often", "sometimes", "rare"]
Cost = Literal["seconds", "minutes", "hours", "one run"]
RelationType = Literal["parent-of", "causes", "masks", "often-with"]
AliasKind = Literal["synonym", "abbreviation", "misspelling", "error-string"]
FixKind = Literal["stopgap", "root", "prevention"]
Effort = Literal["minutes", "hours", "days"]
RescueVerdict = Literal["yes", "partly", "no"]
ReferenceType = Literal["paper", "documentation", "issue", "post", "book", "source"]
Status = Literal["draft", "reviewed", "stable"]
SignalKind = Literal["metric", "config"]
SourceKind = Literal["paper", "documentation", "software", "measurement", "derivation", "judgment"]
QuizMode = Literal["practice"]
QuizStatus = Literal["live", "retired"]


EntryId = Annotated[str, StringConstraints(pattern=r"^LY-\d{4}$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Chapter(Strict):
    slug: Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    summary: Line
    intro: Markdown
    curve: Slug | None = None


class Retired(Strict):
    """An entry that was taken out. Its id and slug are never used again."""

    id: EntryId
    slug: Slug
    term: Line
    survivor: Slug
    retired_on: dt.date


class Signal(Strict):
    """A canonical metric or configuration name and the names that loggers give it."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
    kind: SignalKind
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    unit: Annotated[str, StringConstraints(max_length=30)] = ""
    aliases: list[Line] = []


class Symptom(Strict):
    """What a run shows. `background` is the share of healthy runs that show it as well."""

    slug: Slug
    statement: Line
    group: SignalGroup
    facet: Slug | None = None
    importance: Scale5
    background: Annotated[float, Field(gt=0, lt=1)]
    measure: Markdown
    detector: (
        Annotated[str, StringConstraints(pattern=r"^(curves|config|log)\.[a-z_]+$")] | None
    ) = None
    phrasings: Annotated[list[Line], Field(min_length=8)]


class Source(Strict):
    """What bounds of detectors rest on or are compared with. Published works have a link."""

    slug: Slug
    name: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
    title: Line
    kind: SourceKind
    url: Url | None = None
    about: Line


class Outcome(Strict):
    """A result of a check: the symptom that it reveals, asked as a yes-or-no question."""

    symptom: Slug
    question: Line
    if_yes: Line
    if_no: Line


class Check(Strict):
    slug: Slug
    title: Line
    cost: Cost
    summary: Line
    procedure: Markdown
    outcomes: Annotated[list[Outcome], Field(min_length=1)]


class Quiz(Strict):
    """A quiz, whose kinds of questions take turns. quizzes.content_rules knows the kinds."""

    slug: Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
    summary: Line
    mode: QuizMode = "practice"
    kinds: Annotated[list[Slug], Field(min_length=1)]
    status: QuizStatus = "live"


class Alias(Strict):
    text: Line
    kind: AliasKind


class AppliesTo(Strict):
    frameworks: list[Line] = ["any"]
    architectures: list[Line] = ["any"]
    tasks: list[Line] = ["any"]


class Indication(Strict):
    """`frequency`: given the failure, how often the symptom; `evoking`: given the symptom, how much
    it suggests it.
    """

    symptom: Slug
    frequency: Scale5
    evoking: Annotated[int, Field(ge=0, le=5)]
    note: Line | None = None


class ContraIndication(Strict):
    symptom: Slug
    strength: Scale5
    note: Line | None = None


class Cause(Strict):
    text: Line
    likelihood: Likelihood


class Confirmation(Strict):
    check: Slug
    if_present: Line
    if_absent: Line


class Fix(Strict):
    title: Line
    kind: FixKind
    effort: Effort
    text: Markdown
    side_effects: Line | None = None
    verify: Line


class Rescue(Strict):
    verdict: RescueVerdict
    text: Markdown


class LookAlike(Strict):
    failure_mode: Slug
    tell_apart: Line


class Relation(Strict):
    type: RelationType
    failure_mode: Slug
    note: Line


class Curve(Strict):
    preset: Slug
    alt: Line


class Example(Strict):
    """What the bad and the good specimen beside the entry differ in."""

    explanation: Markdown


class Reference(Strict):
    title: Line
    authors: Line
    year: Annotated[int, Field(ge=1950, le=2100)]
    type: ReferenceType
    url: Url
    primary: bool = False
    supports: Line
    accessed: dt.date


class FailureMode(Strict):
    """Front matter of fixtures/failure_modes/<chapter>/<slug>.md.

    The body below it is Markdown: the definition, then a section `## Mechanism`.
    """

    id: EntryId
    slug: Slug
    term: Annotated[str, StringConstraints(min_length=2, max_length=70)]
    aliases: Annotated[list[Alias], Field(min_length=1)]
    chapter: Slug
    summary: Annotated[str, StringConstraints(min_length=60, max_length=160)]
    phase: Annotated[list[Phase], Field(min_length=1)]
    kind: Kind
    applies_to: AppliesTo = AppliesTo()
    severity: Scale5
    severity_reason: Line
    silence: Silence
    prevalence: Prevalence
    urgency: Urgency
    curve: Curve | None = None
    indications: Annotated[list[Indication], Field(min_length=2)]
    contra_indications: list[ContraIndication] = []
    causes: Annotated[list[Cause], Field(min_length=1)]
    confirmations: Annotated[list[Confirmation], Field(min_length=1)]
    fixes: Annotated[list[Fix], Field(min_length=1)]
    rescue: Rescue
    look_alikes: Annotated[list[LookAlike], Field(min_length=1)]
    relations: list[Relation] = []
    example: Example | None = None
    references: Annotated[list[Reference], Field(min_length=2)]
    status: Status = "reviewed"
    since: dt.date
    changed: dt.date
    definition: Markdown
    mechanism: Markdown
