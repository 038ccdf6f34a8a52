"""Name a failure from its definition."""

from __future__ import annotations

from quizzes.choice.kind import choice_kind
from quizzes.kinds.definition_to_term.make import make

KIND = choice_kind(slug="definition-to-term", title="From a definition to the term", make=make)
