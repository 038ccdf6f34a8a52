"""The one call behind the endpoint, the page and the command."""

from __future__ import annotations

from dataclasses import replace

from engine.diagnose import diagnose
from engine.knowledge import Knowledge
from engine.report import Report
from engine.run import Case


def answer(case: Case, knowledge: Knowledge, top: int, warnings: tuple[str, ...] = ()) -> Report:
    return diagnose(replace(case, warnings=(*case.warnings, *warnings)), knowledge, top)
