"""Choose the fix that removes the cause of a failure."""

from __future__ import annotations

from quizzes.choice.kind import choice_kind
from quizzes.kinds.term_to_fix.make import make

KIND = choice_kind(slug="term-to-fix", title="From the term to the fix", make=make)
