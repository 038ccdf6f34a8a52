"""Name a failure from three of its symptoms."""

from __future__ import annotations

from quizzes.kind import Kind
from quizzes.kinds.symptoms_to_term.make import make

KIND = Kind(slug="symptoms-to-term", title="From symptoms to the term", make=make)
