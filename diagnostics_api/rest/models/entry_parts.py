"""Parts of a failure mode: its causes, signs, checks, fixes and sources."""

from __future__ import annotations

from content import schema
from diagnostics_api.rest.models.recorded import MeasuredRuns
from diagnostics_api.service.described import Described


class Alias(Described):
    """Other name of the failure."""

    text: str
    """Name or message."""
    kind: schema.AliasKind
    """Sort of name."""


class OtherTool(Described):
    """What another tool calls the failure."""

    tool: str
    """Linter, tracker, debugger or source of the error code."""
    rule: str
    """Its name or code of the rule."""
    url: str
    """Where the tool describes it."""
    accessed: str
    """Day on which that was read, as 2026-11-29."""


class AppliesTo(Described):
    """Where the failure can occur; `any` for everywhere."""

    frameworks: list[str]
    """Frameworks in which it occurs."""
    architectures: list[str]
    """Architectures in which it occurs."""
    tasks: list[str]
    """Tasks in which it occurs."""


class Rescue(Described):
    """Whether a run that has the failure can be saved."""

    verdict: schema.RescueVerdict
    """Answer in a word."""
    text: str
    """How, or why not, as Markdown."""


class Cause(Described):
    """Reason for the failure."""

    key: str
    """Name by which fixes refer to it."""
    text: str
    """Cause in a sentence."""
    likelihood: schema.Likelihood
    """How often it is the reason."""
    entry: str
    """Slug of the entry on it, written or planned; may be empty."""


class FoundCause(Described):
    """Result of a check that parts the causes."""

    result: str
    """What is seen."""
    cause: str
    """What it comes from."""
    entry: str
    """Slug of the entry on it, written or planned; may be empty."""
    check: str
    """Slug of the check that shows it; may be empty."""


class Boundary(Described):
    """Where a normal pattern ends."""

    text: str
    """What is no longer normal."""
    failure_mode: str
    """Slug of the entry that begins there, written or planned."""


class Indication(Described):
    """Symptom that speaks for the failure."""

    symptom: str
    """Slug of the symptom."""
    statement: str
    """Symptom as a sentence."""
    frequency: int
    """How often the failure shows it, 1 to 5."""
    evoking: int
    """How much it suggests the failure, 0 to 5."""
    note: str
    """How it shows with this failure; may be empty."""
    measured: MeasuredRuns | None
    """On how many recorded runs it is seen; null where only a person can say."""
    own_run: bool | None
    """Whether it is seen on the failing run of this entry; null where it is not measured there."""


class ContraIndication(Described):
    """Symptom that speaks against the failure."""

    symptom: str
    """Slug of the symptom."""
    statement: str
    """Symptom as a sentence."""
    strength: int
    """How much it speaks against it, 1 to 5."""
    note: str
    """How it shows with this failure; may be empty."""


class ConfirmationOutcome(Described):
    """What a check may show, and what that says about the failure."""

    result: str
    """What is seen."""
    verdict: schema.OutcomeVerdict
    """Whether it confirms the failure or excludes it."""
    symptom: str
    """Slug of the symptom that is seen then; may be empty."""
    measure: str
    """The result as a bound on last values: val_loss / train_loss > 1.5; may be empty."""


class Confirmation(Described):
    """Check that makes sure."""

    check: str
    """Slug of the check."""
    title: str
    """Name of the check for people."""
    cost: schema.Cost
    """Time that the check takes."""
    if_present: str
    """First result that confirms the failure; may be empty."""
    if_absent: str
    """First result that excludes it; may be empty."""
    outcomes: list[ConfirmationOutcome]
    """Every result with what it says."""


class Snippet(Described):
    """A few lines of code that make a fix."""

    framework: schema.Framework
    """Library that it is written for."""
    code: str
    """Python source. Names such as model and optimizer are your own."""


class Api(Described):
    """Name of a library that a fix uses."""

    name: str
    """Full name: torch.nn.utils.clip_grad_norm_."""
    argument: str
    """Argument that matters; may be empty."""
    package: str
    """Package that holds it."""
    since: str
    """Oldest release that was found to have it."""
    until: str
    """Last release that has it; empty where the newest one does."""


class EntryFix(Described):
    """Change that removes the failure, with all its text."""

    title: str
    """What to do, in a line."""
    kind: schema.FixKind
    """How lasting it is."""
    effort: schema.Effort
    """Work until the result is seen, without the run."""
    needs_rerun: schema.NeedsRerun
    """Whether the run must start again."""
    for_cause: list[str]
    """Keys of the causes that it is for; empty for all of them."""
    snippets: list[Snippet]
    """Code, one piece for each framework."""
    apis: list[Api]
    """Names of libraries that it uses."""
    text: str
    """How to do it, as Markdown."""
    side_effects: str
    """What else it changes; may be empty."""
    verify: str
    """What shows that it worked."""


class Example(Described):
    """Two programs that differ in the failure alone."""

    difference: str
    """What they differ in, in a line."""
    explanation: str
    """What the difference does, as Markdown."""
    expect: list[str]
    """What the recorded runs show, as bad.val_loss.last / bad.val_loss.min > 1.3."""
    bad: str
    """Python source that shows the failure."""
    good: str
    """Python source without it."""


class LookAlike(Described):
    """Failure that is easily taken for this one."""

    slug: str
    """Slug of the other failure mode."""
    tell_apart: str
    """How to tell them apart."""
    written: bool
    """Whether the other entry is written; a planned one has no address."""


class Relation(Described):
    """Link to another failure mode."""

    type: str
    """Relation as read from this entry: Causes, Caused by, Hides."""
    slug: str
    """Slug of the other failure mode."""
    note: str
    """Relation in a sentence."""
    written: bool
    """Whether the other entry is written; a planned one has no address."""


class Number(Described):
    """Figure of the entry's text and where it comes from."""

    value: str
    """Figure as it stands in the text."""
    kind: schema.NumberKind
    """Whether it was measured, is cited, or is a rule of thumb."""
    source: str
    """Where it was measured, or what it is cited from."""


class Reference(Described):
    """Source of what the entry says."""

    title: str
    """Title of the source."""
    authors: str
    """Who wrote it."""
    year: int
    """Year of publication."""
    type: schema.ReferenceType
    """Sort of source."""
    url: str
    """Address of the source."""
    primary: bool
    """Whether it reports its own measurements."""
    supports: str
    """Statement of the entry that it supports."""
    carries: list[schema.Part]
    """Parts of the entry that rest on it."""


class Sighting(Described):
    """Public report of a run that failed like this."""

    title: str
    """Title of the report."""
    project: str
    """Project to which it was made."""
    url: str
    """Address of the report."""
    date: str
    """Day of the report, as 2026-11-22."""
    version: str
    """Release that it is about; may be empty."""
    shows: str
    """What was seen."""
