"""Name a failure from its definition."""

from __future__ import annotations

from quizzes.kind import Kind
from quizzes.kinds.definition_to_term.make import make

KIND = Kind(slug="definition-to-term", title="From a definition to the term", make=make)
