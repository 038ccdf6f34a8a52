"""What the report of a diagnosis takes over from an entry of the dictionary."""

from __future__ import annotations

from pydantic import Field

from content import schema
from diagnostics_api.service.described import Described


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


class Snippet(Described):
    """Code of a fix for one framework."""

    framework: schema.Framework
    """What the code is written for."""
    code: str
    """Lines to take over; names such as model and optimizer stand for your own."""


class Fix(Described):
    """Change that removes the failure."""

    title: str
    """What to do, in a line."""
    text: str
    """How to do it, in Markdown."""
    snippets: list[Snippet]
    """The same as code, by framework."""
    side_effects: str
    """What else it changes; empty where nothing is known."""
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
