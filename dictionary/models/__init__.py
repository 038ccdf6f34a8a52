from dictionary.models.checks import Check, Confirmation, Outcome
from dictionary.models.edition import Edition, Signal, Source
from dictionary.models.entries import Alias, Chapter, FailureMode, Fix
from dictionary.models.planned import Planned, PlannedRelation, Retired
from dictionary.models.reading import GlossaryTerm, View
from dictionary.models.references import Reference, Sighting
from dictionary.models.relations import Relation
from dictionary.models.symptoms import Indication, Phrasing, Symptom

__all__ = [
    "Alias",
    "Chapter",
    "Check",
    "Confirmation",
    "Edition",
    "FailureMode",
    "Fix",
    "GlossaryTerm",
    "Indication",
    "Outcome",
    "Phrasing",
    "Planned",
    "PlannedRelation",
    "Reference",
    "Relation",
    "Retired",
    "Sighting",
    "Signal",
    "Source",
    "Symptom",
    "View",
]
