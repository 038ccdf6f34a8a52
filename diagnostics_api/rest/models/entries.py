"""Failure mode as a row of a list and as a whole record."""

from __future__ import annotations

from pydantic import Field

from content import schema
from diagnostics_api.rest.models.entry_parts import (
    Alias,
    AppliesTo,
    Boundary,
    Cause,
    Confirmation,
    ContraIndication,
    EntryFix,
    Example,
    FoundCause,
    Indication,
    LookAlike,
    Number,
    OtherTool,
    Reference,
    Relation,
    Rescue,
    Sighting,
)
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
    category: str
    """Title of its chapter."""
    entry_class: schema.EntryClass = Field(alias="class")
    """Sort of entry: a fault, a finding that several faults explain, a normal pattern."""
    summary: str
    """What happens, in a sentence."""
    definition: str
    """What it is, as Markdown."""
    solution: str
    """What to do, in a sentence or two."""
    symptoms: list[str]
    """Slugs of the symptoms that speak for it."""
    points_to: str
    """Slug of the entry that covers the term; empty unless its class is `pointer`."""
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
    category: str
    """Title of its chapter."""
    also_in: list[str]
    """Slugs of chapters that list it a second time."""
    entry_class: schema.EntryClass = Field(alias="class")
    """Sort of entry: a fault, a finding that several faults explain, a normal pattern."""
    points_to: str
    """Slug of the entry that covers the term; empty unless its class is `pointer`."""
    solution: str
    """What to do, in a sentence or two."""
    symptoms: list[str]
    """Slugs of the symptoms that speak for it."""
    aliases: list[Alias]
    """Other names, and messages in which it shows."""
    other_tools: list[OtherTool]
    """Rules of other tools for it."""
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
    rescue: Rescue | None
    """Whether the run can be saved, or null where there is no run to save."""
    causes: list[Cause]
    """Reasons for it."""
    find_the_cause: list[FoundCause]
    """Results that part the causes, in the order of the checks."""
    boundaries: list[Boundary]
    """Where a normal pattern ends."""
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
    no_specimen: str
    """Why no program on a CPU shows it; empty where one does."""
    look_alikes: list[LookAlike]
    """Failures that are easily taken for it."""
    relations: list[Relation]
    """Links to other failures."""
    numbers: list[Number]
    """Figures of the text and where they come from."""
    references: list[Reference]
    """Sources."""
    sightings: list[Sighting]
    """Public reports of it."""
