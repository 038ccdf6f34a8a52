"""Failure mode as a row of a list and as a whole record."""

from __future__ import annotations

from content import schema
from diagnostics_api.service.described import Described


class FailureModeRow(Described):
    """Way in which training a model fails."""

    id: str
    """Permanent number: LY-0037."""
    slug: str
    """Permanent name in addresses."""
    term: str
    """Name for people."""
    chapter: str
    """Slug of its chapter."""
    summary: str
    """What happens, in a sentence."""
    phase: list[schema.Phase]
    """Parts of the work in which it arises."""
    kind: schema.Kind
    """Sort of failure."""
    severity: int
    """Harm done if it stays unnoticed, 1 to 5."""
    silence: schema.Silence
    """How easily it goes unnoticed."""
    prevalence: schema.Prevalence
    """How often runs have it."""
    urgency: schema.Urgency
    """How soon to act on a run that has it."""
    url: str
    """Address of its page on this site."""


class Alias(Described):
    """Other name of the failure."""

    text: str
    """Name or message."""
    kind: schema.AliasKind
    """Sort of name."""


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

    text: str
    """Cause in a sentence."""
    likelihood: schema.Likelihood
    """How often it is the reason."""


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


class Confirmation(Described):
    """Check that makes sure."""

    check: str
    """Slug of the check."""
    title: str
    """Name of the check for people."""
    cost: schema.Cost
    """Time that the check takes."""
    if_present: str
    """Result if the run has the failure."""
    if_absent: str
    """Result if it has not."""


class EntryFix(Described):
    """Change that removes the failure, with all its text."""

    title: str
    """What to do, in a line."""
    kind: schema.FixKind
    """How lasting it is."""
    effort: schema.Effort
    """Work that it takes."""
    text: str
    """How to do it, as Markdown."""
    side_effects: str
    """What else it changes; may be empty."""
    verify: str
    """What shows that it worked."""


class Example(Described):
    """Two programs that differ in the failure alone."""

    explanation: str
    """What they differ in, as Markdown."""
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


class Relation(Described):
    """Link to another failure mode."""

    type: str
    """Relation as read from this entry: Causes, Caused by, Hides."""
    slug: str
    """Slug of the other failure mode."""
    note: str
    """Relation in a sentence."""


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


class FailureMode(Described):
    """Entry of the dictionary with everything in it."""

    id: str
    """Permanent number: LY-0037."""
    slug: str
    """Permanent name in addresses."""
    term: str
    """Name for people."""
    url: str
    """Address of its page on this site."""
    chapter: str
    """Slug of its chapter."""
    aliases: list[Alias]
    """Other names, and messages in which it shows."""
    summary: str
    """What happens, in a sentence."""
    phase: list[schema.Phase]
    """Parts of the work in which it arises."""
    kind: schema.Kind
    """Sort of failure."""
    applies_to: AppliesTo
    """Where it can occur."""
    severity: int
    """Harm done if it stays unnoticed, 1 to 5."""
    severity_reason: str
    """Why it is rated so."""
    silence: schema.Silence
    """How easily it goes unnoticed."""
    prevalence: schema.Prevalence
    """How often runs have it."""
    urgency: schema.Urgency
    """How soon to act on a run that has it."""
    status: schema.Status
    """How far the text has been checked."""
    since: str
    """Day of publication, as 2026-11-22."""
    changed: str
    """Day of the last change, as 2026-11-22."""
    definition: str
    """What it is, as Markdown."""
    mechanism: str
    """Why it does what it does, as Markdown."""
    rescue: Rescue
    """Whether the run can be saved."""
    causes: list[Cause]
    """Reasons for it."""
    indications: list[Indication]
    """Symptoms that speak for it."""
    contra_indications: list[ContraIndication]
    """Symptoms that speak against it."""
    confirmations: list[Confirmation]
    """Checks that make sure."""
    fixes: list[EntryFix]
    """What removes it, in the order to try."""
    example: Example | None
    """Programs with and without it, or null."""
    look_alikes: list[LookAlike]
    """Failures that are easily taken for it."""
    relations: list[Relation]
    """Links to other failures."""
    references: list[Reference]
    """Sources."""
