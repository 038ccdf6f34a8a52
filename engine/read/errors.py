"""Problems of an input: where they are and what they are."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST_KEY = 80


class Problem(NamedTuple):
    """`pointer` is a JSON pointer for a body and `file:line` for a file."""

    pointer: str
    detail: str


class ReadError(ValueError):
    """Raised for an input that cannot be read, with every problem in it.

    The message names all of them.
    """

    def __init__(self, *problems: tuple[str, str]) -> None:
        self.problems = tuple(Problem(*problem) for problem in problems)
        sentences = map(_sentence, self.problems)
        message = "; ".join(sentences)
        super().__init__(message)


def _sentence(problem: Problem) -> str:
    if not problem.pointer:
        return problem.detail
    return f"{problem.pointer}: {problem.detail}"


def escape(key: str) -> str:
    """Return a key as a step of a JSON pointer (RFC 6901)."""
    step = key[:_LONGEST_KEY]
    step = step.replace("~", "~0")
    return step.replace("/", "~1")
