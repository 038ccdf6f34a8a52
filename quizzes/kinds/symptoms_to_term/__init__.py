"""Name a failure from three of its symptoms."""

from __future__ import annotations

from quizzes.choice.kind import choice_kind
from quizzes.kinds.symptoms_to_term.make import make

KIND = choice_kind(slug="symptoms-to-term", title="From symptoms to the term", make=make)
