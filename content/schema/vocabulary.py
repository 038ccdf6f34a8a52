"""The closed vocabularies and the types of text of the content's schema."""

from __future__ import annotations

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
Term = Annotated[str, StringConstraints(min_length=2, max_length=70)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Markdown = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), MARKDOWN]
Scale5 = Annotated[int, Field(ge=1, le=5)]
EntryId = Annotated[str, StringConstraints(pattern=r"^LY-\d{4}$")]

SignalGroup = Literal[
    "loss",
    "validation",
    "gradients",
    "activations",
    "updates",
    "metrics",
    "outputs",
    "configuration",
    "experiments",
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

# fault: one thing to change. family: the parent of narrower faults. finding: what a run shows and
# several causes explain. loud: an error message that names itself. normal: looks wrong and is
# fine. habit: advice. pointer: a term that another entry covers.
EntryClass = Literal["fault", "family", "finding", "loud", "normal", "habit", "pointer"]
ENTRY_CLASSES: tuple[str, ...] = get_args(EntryClass)
Kind = Literal["bug", "misconfiguration", "dynamics", "data", "evaluation", "infrastructure"]
Silence = Literal["loud", "noisy", "quiet", "silent"]
Prevalence = Literal["common", "occasional", "rare"]
Urgency = Literal["stop-now", "look-soon", "watch"]
Likelihood = Literal["usual", "often", "sometimes", "rare"]
Cost = Literal["seconds", "minutes", "hours", "one run"]
RelationType = Literal["parent-of", "causes", "masks", "often-with"]
# rule-name: what a rule of another tool calls it. kind-of: a narrower term.
AliasKind = Literal[
    "synonym",
    "abbreviation",
    "misspelling",
    "error-string",
    "rule-name",
    "kind-of",
]
OutcomeVerdict = Literal["confirms", "excludes", "undecided"]
FixKind = Literal["stopgap", "root", "prevention"]
Effort = Literal["minutes", "hours", "days"]
NeedsRerun = Literal["no", "resume", "from scratch"]
Framework = Literal["pytorch", "lightning", "transformers", "keras", "scikit-learn", "python"]
NumberKind = Literal["measured", "cited", "rule of thumb"]
RescueVerdict = Literal["yes", "partly", "no"]
ReferenceType = Literal["paper", "documentation", "post", "book", "source"]
Part = Literal[
    "definition",
    "mechanism",
    "signs",
    "causes",
    "confirmations",
    "fixes",
    "rescue",
    "look-alikes",
    "numbers",
    "example",
]
Status = Literal["draft", "reviewed", "stable"]
SignalKind = Literal["metric", "config"]
SourceKind = Literal["paper", "documentation", "software", "measurement", "derivation", "judgment"]
QuizMode = Literal["practice"]
QuizStatus = Literal["live", "retired"]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)
