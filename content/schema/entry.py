"""An entry of the dictionary and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from content.schema.vocabulary import (
    MARKDOWN,
    AliasKind,
    Effort,
    EntryClass,
    EntryId,
    FixKind,
    Framework,
    Kind,
    Likelihood,
    Line,
    Markdown,
    NeedsRerun,
    NumberKind,
    OutcomeVerdict,
    Part,
    Phase,
    Prevalence,
    ReferenceType,
    RelationType,
    RescueVerdict,
    Scale5,
    Silence,
    Slug,
    Status,
    Strict,
    Term,
    Urgency,
    Url,
)

SeriesName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Version = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)*$")]


class Alias(Strict):
    text: Line
    kind: AliasKind


class OtherTool(Strict):
    """What a linter, a tracker, a debugger or an error code calls the failure.

    accessed: the day on which the rule was read in the tool's documentation or source.
    """

    tool: Line
    rule: Line
    url: Url
    accessed: dt.date


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
    """A symptom that speaks against the entry. The note gives the physical reason."""

    symptom: Slug
    strength: Scale5
    note: Line


class Cause(Strict):
    """`key`: the name by which fixes refer to the cause. `entry`: the entry that covers it."""

    key: Slug
    text: Line
    likelihood: Likelihood
    entry: Slug | None = None


class ConfirmationOutcome(Strict):
    """What a check may show, and what that says about the entry.

    symptom: the symptom of the check that is seen when this is the outcome.
    measure: where a number decides, the outcome as a bound on the last values of a recorded run:
        val_loss / train_loss > 1.5.
    """

    result: Line
    verdict: OutcomeVerdict
    symptom: Slug | None = None
    measure: Line | None = None


class Confirmation(Strict):
    check: Slug
    outcomes: Annotated[list[ConfirmationOutcome], Field(min_length=2)]

    def first_result(self, verdict: OutcomeVerdict) -> str:
        """Return the first result with a verdict, empty without one."""
        results = [each.result for each in self.outcomes if each.verdict == verdict]
        return next(iter(results), "")


class FoundCause(Strict):
    """A result that parts the causes: what is seen, what it comes from, and the entry on that."""

    result: Line
    cause: Line
    entry: Slug | None = None
    check: Slug | None = None


class Boundary(Strict):
    """Where a normal pattern ends, and the entry that begins there."""

    text: Line
    failure_mode: Slug


class Snippet(Strict):
    """3 to 10 lines of code that run after the imports and stand-ins of scripts/check_snippets."""

    framework: Framework
    code: Annotated[str, StringConstraints(min_length=1)]


class Api(Strict):
    """A name of a library that a fix uses, and the releases that have it.

    since: the oldest release in which the name was resolved; it may be older.
    until: the last release that has it or does not warn of it.
    """

    name: Annotated[str, StringConstraints(pattern=r"^[a-zA-Z_]\w*(\.\w+)+$", max_length=120)]
    argument: Annotated[str, StringConstraints(pattern=r"^\w+$", max_length=60)] | None = None
    package: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
    since: Version
    until: Version | None = None


class Fix(Strict):
    """`effort`: the work until the result is seen, without the run. `for_cause`: keys of causes,
    none for all of them. `verify`: a command or a number that can fail.
    """

    title: Line
    kind: FixKind
    effort: Effort
    needs_rerun: NeedsRerun
    for_cause: list[Slug] = []
    text: Markdown
    snippets: list[Snippet] = []
    apis: list[Api] = []
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


class Number(Strict):
    """A threshold or figure of the entry's text and where it comes from.

    value: as it stands in the text. source: the specimen, the title of a reference, or a reason.
    """

    value: Line
    kind: NumberKind
    source: Line


class Curve(Strict):
    preset: Slug
    alt: Line


class Example(Strict):
    """What the bad and the good specimen beside the entry differ in.

    difference: one line, with the code of both sides in backticks.
    series: what is drawn of the recorded runs, the first in the entry's thumbnail; without it the
        losses, or what fits the typical shape.
    explanation: figures as {{bad.val_loss.min:.2f}} are filled from the recordings.
    expect: what the recordings must show, as bad.val_loss.last / bad.val_loss.min > 1.3. The
        recorder refuses runs that do not.
    """

    difference: Annotated[str, StringConstraints(max_length=300)] = ""
    series: list[SeriesName] = []
    explanation: Markdown
    expect: list[Line] = []


class Reference(Strict):
    """`carries`: the parts of the entry that rest on it; `supports`: what it says."""

    title: Line
    authors: Line
    year: Annotated[int, Field(ge=1950, le=2100)]
    type: ReferenceType
    url: Url
    primary: bool = False
    supports: Line
    carries: list[Part] = []
    accessed: dt.date


class Sighting(Strict):
    """A public report of a run that failed like this."""

    title: Line
    project: Line
    url: Url
    date: dt.date
    version: Line | None = None
    shows: Line
    accessed: dt.date


class FailureMode(Strict):
    """Front matter of fixtures/failure_modes/<chapter>/<slug>.md.

    The body below it is Markdown: the definition, then a section `## Mechanism`. Which parts an
    entry must have depends on its class: rules/classes.py. no_specimen: why no program shows it.
    also_in: chapters that list the entry a second time.
    """

    id: EntryId
    slug: Slug
    term: Term
    entry_class: Annotated[EntryClass, Field(alias="class")]
    aliases: Annotated[list[Alias], Field(min_length=1)]
    other_tools: list[OtherTool] = []
    chapter: Slug
    also_in: list[Slug] = []
    points_to: Slug | None = None
    summary: Annotated[str, StringConstraints(min_length=60, max_length=160)]
    solution: Annotated[str, StringConstraints(min_length=20, max_length=200)]
    phase: Annotated[list[Phase], Field(min_length=1)]
    kind: Kind
    applies_to: AppliesTo = AppliesTo()
    severity: Scale5
    severity_reason: Line
    silence: Silence
    prevalence: Prevalence
    urgency: Urgency
    ranks_as_itself: bool = False
    curve: Curve | None = None
    indications: list[Indication] = []
    contra_indications: list[ContraIndication] = []
    causes: list[Cause] = []
    confirmations: list[Confirmation] = []
    find_the_cause: list[FoundCause] = []
    fixes: list[Fix] = []
    rescue: Rescue | None = None
    boundaries: list[Boundary] = []
    look_alikes: list[LookAlike] = []
    relations: list[Relation] = []
    numbers: list[Number] = []
    example: Example | None = None
    no_specimen: Line | None = None
    references: list[Reference] = []
    sightings: list[Sighting] = []
    status: Status = "reviewed"
    since: dt.date
    changed: dt.date
    definition: Markdown
    mechanism: Annotated[str, StringConstraints(strip_whitespace=True), MARKDOWN] = ""
