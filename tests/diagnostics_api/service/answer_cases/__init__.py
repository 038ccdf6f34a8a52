"""Inputs of the kinds that were once answered wrongly, each with what a right answer is."""

from __future__ import annotations

from tests.diagnostics_api.service.answer_cases.from_both import FROM_BOTH
from tests.diagnostics_api.service.answer_cases.from_logs import FROM_LOGS
from tests.diagnostics_api.service.answer_cases.from_words import FROM_WORDS
from tests.diagnostics_api.service.answer_cases.right import Right

__all__ = ["EVERY", "FROM_BOTH", "FROM_LOGS", "FROM_WORDS", "Right"]

EVERY = [*FROM_WORDS, *FROM_LOGS, *FROM_BOTH]
