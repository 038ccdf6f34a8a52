"""Describe a kind of question by the functions that the quiz calls, all plain and without Django."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from quizzes.records import Bank, Entry, Question

Make = Callable[[Entry, Bank, random.Random], Question | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question.

    make: a question that asks for the entry, or None where the kind cannot ask for it. Everything
        random comes from the generator, so that a seed gives the same quiz again.
    """

    slug: str
    title: str
    make: Make

    @property
    def folder(self) -> str:
        """Return the name of the kind's package, template and test folder."""
        return self.slug.replace("-", "_")
