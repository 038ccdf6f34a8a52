"""List the kinds of questions: each a folder here, a template and a test folder of its name."""

from __future__ import annotations

from quizzes.kind import Kind
from quizzes.kinds import definition_to_term, symptoms_to_term, term_to_fix
from quizzes.retired import RETIRED

KINDS: tuple[Kind, ...] = (
    definition_to_term.KIND,
    symptoms_to_term.KIND,
    term_to_fix.KIND,
)

KIND_OF = {kind.slug: kind for kind in KINDS}


def kind_of(slug: str) -> Kind:
    """Return the kind of a stored question, RETIRED when it is no longer in KINDS."""
    return KIND_OF.get(slug, RETIRED)
