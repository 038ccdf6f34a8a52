"""Report of a diagnosis as the API answers it, field by field."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content import schema
from diagnostics_api.service.described import Described, Number
from engine.evidence import State
from engine.read.formats import LABELS
from engine.report import Verdict

Split = Literal["train", "val", "test", ""]


class Span(Described):
    """Part of a curve, in the units of its x."""

    series: str
    """Name of the curve."""
    start: Number = Field(serialization_alias="from")
    """First x of the part."""
    end: Number = Field(serialization_alias="to")
    """Last x of the part."""


class Evidence(Described):
    """An observation that speaks for or against a failure mode."""

    symptom: str
    """Slug of the symptom; empty where the words as a whole resemble reports."""
    source: str
    """What was looked at: metrics.train_loss, log, description."""
    strength: Number
    """0 (surely normal) to 1 (surely abnormal)."""
    direction: Literal["for", "against"]
    """Which way the evidence points."""
    weight: Number
    """Log likelihood ratio against a healthy run, in nats."""
    text: str
    """Observation in a sentence, with its numbers."""
    span: Span | None = None
    """Part of the curve that shows it, if a curve does."""


class FailureModeLink(Described):
    """Entry of the dictionary that a diagnosis names."""

    id: str
    """Permanent number of the entry: LY-0037."""
    slug: str
    """Name of the entry in addresses."""
    term: str
    """Name of the entry for people."""
    chapter: str
    """Slug of its chapter."""
    url: str
    """Address of its page on this site."""
    entry_class: schema.EntryClass = Field(serialization_alias="class")
    """Sort of entry: a fault, a finding that several faults explain, a normal pattern."""
    solution: str
    """What to do, in a sentence or two."""


class Fix(Described):
    """Change that removes the failure."""

    title: str
    """What to do, in a line."""
    kind: schema.FixKind
    """How lasting it is."""
    effort: schema.Effort
    """Work until the result is seen, without the run."""
    needs_rerun: schema.NeedsRerun
    """Whether the run must start again."""
    verify: str
    """What shows that it worked."""


class ConfirmOutcome(Described):
    """What a check may show, and what that says about the failure."""

    result: str
    """What is seen."""
    verdict: schema.OutcomeVerdict
    """Whether it confirms the failure or excludes it."""


class Confirm(Described):
    """Check that confirms or excludes a diagnosis."""

    check: str
    """Slug of the check."""
    title: str
    """Name of the check for people."""
    cost: schema.Cost
    """Time that the check takes."""
    expected_if_present: str
    """First result that confirms the failure; may be empty."""
    expected_if_absent: str
    """First result that excludes it; may be empty."""
    outcomes: list[ConfirmOutcome]
    """Every result with what it says."""


class Diagnosis(Described):
    """Failure mode with its probability, its evidence and its remedies."""

    failure_mode: FailureModeLink
    """Entry of the dictionary."""
    probability: Number
    """Probability given everything that was observed."""
    urgency: schema.Urgency
    """How soon to act on a run that has it."""
    evidence: list[Evidence]
    """What speaks for and against it, strongest support first."""
    fixes: list[Fix]
    """What removes it, in the order to try."""
    confirm: list[Confirm]
    """What makes sure that it is this failure."""


class Observation(Described):
    """Symptom as it was looked for in the run."""

    symptom: str
    """Slug of the symptom."""
    state: State
    """`not-measured` where nothing was given from which it could be seen."""
    strength: Number | None = None
    """0 (surely normal) to 1 (surely abnormal), if it was measured."""
    source: str | None = None
    """What was looked at, if it was measured."""
    text: str | None = None
    """Observation in a sentence, if it was measured."""
    span: Span | None = None
    """Part of the curve that shows it, if a curve does."""


class NextCheck(Described):
    """Question whose answer is expected to narrow the diagnosis most for its cost."""

    check: str
    """Slug of the check."""
    title: str
    """Name of the check for people."""
    cost: schema.Cost
    """Time that the check takes."""
    information_bits: Number
    """Expected drop of the entropy of the diagnosis."""
    symptom: str
    """Send it in symptoms for yes, in absent_symptoms for no."""
    question: str
    """Question to answer with yes or no."""
    if_yes: str
    """What a yes means."""
    if_no: str
    """What a no means."""


class CurveRead(Described):
    """What one curve of an input was taken for."""

    name: str
    """Canonical name: the one that evidence and spans use."""
    own_name: str
    """As the input writes it, with its place where several are alike: `loss [val]`. It is the key
    in `reading.names` of a request that corrects it.
    """
    points: int
    """Values that were read."""
    split: Split
    """Data on which it was measured; empty where it has none, as a learning rate."""
    split_said: bool
    """Whether the input says the split; false where it was assumed."""
    grain: str
    """What one value stands for: step, epoch, index (neither is given), evaluation (of a finished
    model) or best (so far).
    """
    is_corrected: bool
    """Whether the request said what it is."""


class ReadAs(Described):
    """How one input was read."""

    name: str
    """File name, or the field of the request."""
    format: str = Field(json_schema_extra={"enum": list(LABELS)})
    """Format that the input was taken for."""
    series: dict[str, int]
    """Curves that were found, with their points."""
    curves: list[CurveRead]
    """What each curve was taken for."""
    run: str
    """The run, fold or rank that is diagnosed where the input holds several; else mostly empty."""
    other_runs: list[str]
    """Runs of the input that are not diagnosed; `reading.run` of a request chooses one."""
    settings: int
    """How many settings were found in the input."""
    left_out: list[str]
    """Own names of curves that are not used: another one stands for them, or the request left them
    out.
    """


class Knowledge(Described):
    """Edition of the dictionary that the diagnosis rests on."""

    edition: str
    """Year and month of the edition."""
    entries: int
    """Failure modes that were weighed."""


class Report(Described):
    """Which failure modes explain a run, on what evidence, and what to do next."""

    verdict: Verdict
    """Conclusion over all failure modes."""
    diagnoses: list[Diagnosis]
    """Likeliest failure modes, whatever the verdict: as many as `top` asks for."""
    reported: list[str]
    """Slugs of the failure modes that are likely enough to act on; empty unless the verdict is
    `failure`.
    """
    observations: list[Observation]
    """One for each symptom of the dictionary."""
    next_checks: list[NextCheck]
    """What to find out next, best first."""
    unexplained: list[Observation]
    """Notable observations that no reported failure mode accounts for."""
    healthy_probability: Number
    """Probability that nothing is wrong."""
    something_else_probability: Number
    """Probability of a failure that the dictionary has no entry for."""
    read_as: list[ReadAs]
    """How each input was read."""
    warnings: list[str]
    """What of the input was not understood or left out."""
    knowledge: Knowledge
    """Edition of the dictionary that was used."""
