"""What the doors show of the content: entries, symptoms and checks by slug.

The engine's report names slugs only. API, page and terminal look up the words here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from content import schema
from content.content import HashedContent


@dataclass(
    frozen=True,
    slots=True,
)
class Library:
    edition: str  # hash of the content
    name: str  # year and month, as people cite it
    entries: Mapping[str, schema.FailureMode]  # without drafts
    symptoms: Mapping[str, schema.Symptom]
    checks: Mapping[str, schema.Check]
    planned: Mapping[str, schema.Planned] = field(default_factory=dict)
    chapters: Mapping[str, str] = field(default_factory=dict)  # titles

    def outcome(
        self,
        check: str,
        symptom: str,
    ) -> schema.Outcome:
        """Return the question by which a check asks for a symptom. Raises LookupError."""
        for outcome in self.checks[check].outcomes:
            if outcome.symptom == symptom:
                return outcome
        raise LookupError(f"the check {check} has no outcome for {symptom}")


def library_of(hashed: HashedContent) -> Library:
    content = hashed.content
    entries = {entry.slug: entry for entry in content.published}
    symptoms = {symptom.slug: symptom for symptom in content.symptoms}
    checks = {check.slug: check for check in content.checks}
    return Library(
        edition=hashed.hash,
        name=content.name,
        entries=entries,
        symptoms=symptoms,
        checks=checks,
        planned={entry.slug: entry for entry in content.planned},
        chapters={chapter.slug: chapter.title for chapter in content.chapters},
    )
