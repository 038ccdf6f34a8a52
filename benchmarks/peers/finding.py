"""A finding of a log doctor, in terms that all of them share.

Standard library only: it is imported by the Python that the tools are installed in.
"""

from __future__ import annotations

from dataclasses import dataclass

ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = (ERROR, WARNING, NOTE)  # the worst first


@dataclass(frozen=True, slots=True)
class Finding:
    """What a tool said.

    rule: its name for the check that fired. severity: one of SEVERITIES. text: its own words, as
    far as they tell apart what one rule may say.
    """

    rule: str
    severity: str
    text: str = ""

    @property
    def is_reported(self) -> bool:
        return self.severity != NOTE


@dataclass(frozen=True, slots=True)
class Scale:
    """The severities of one tool in ours."""

    errors: frozenset[str]
    warnings: frozenset[str]

    def severity(self, own: str) -> str:
        """Return our severity of the tool's own; what is neither error nor warning is a note."""
        if own in self.errors:
            return ERROR
        if own in self.warnings:
            return WARNING
        return NOTE


def scale(errors: str, warnings: str) -> Scale:
    """Return a scale of words with spaces between."""
    return Scale(frozenset(errors.split()), frozenset(warnings.split()))
