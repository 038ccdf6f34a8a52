from dictionary.admin.checks import CheckAdmin
from dictionary.admin.editions import EditionAdmin, SignalAdmin, SourceAdmin
from dictionary.admin.entries import ChapterAdmin, FailureModeAdmin
from dictionary.admin.planned import PlannedAdmin, RetiredAdmin
from dictionary.admin.reading import GlossaryTermAdmin, ViewAdmin
from dictionary.admin.symptoms import SymptomAdmin

__all__ = [
    "ChapterAdmin",
    "CheckAdmin",
    "EditionAdmin",
    "FailureModeAdmin",
    "GlossaryTermAdmin",
    "PlannedAdmin",
    "RetiredAdmin",
    "SignalAdmin",
    "SourceAdmin",
    "SymptomAdmin",
    "ViewAdmin",
]
