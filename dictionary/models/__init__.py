from dictionary.models.checks import Check, Confirmation, Outcome
from dictionary.models.edition import Edition, Signal, Source
from dictionary.models.entries import Alias, Chapter, FailureMode, Fix, Reference, Relation
from dictionary.models.symptoms import Indication, Phrasing, Symptom

__all__ = [
    "Alias",
    "Chapter",
    "Check",
    "Confirmation",
    "Edition",
    "FailureMode",
    "Fix",
    "Indication",
    "Outcome",
    "Phrasing",
    "Reference",
    "Relation",
    "Signal",
    "Source",
    "Symptom",
]
