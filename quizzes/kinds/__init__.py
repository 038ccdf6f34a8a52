"""List the kinds of questions: each a folder here, a template and a test folder of its name."""

from __future__ import annotations

from quizzes.kind import Kind
from quizzes.kinds import definition_to_term, symptoms_to_term, term_to_fix

KINDS: tuple[Kind, ...] = (
    definition_to_term.KIND,
    symptoms_to_term.KIND,
    term_to_fix.KIND,
)

# Attempts name the kinds of their questions, so a kind stays here as long as its attempts do.
KIND_OF = {kind.slug: kind for kind in KINDS}
