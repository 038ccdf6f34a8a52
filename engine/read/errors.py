"""Problems of an input: where they are and what they are."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST_KEY = 80


class Problem(NamedTuple):
    """`pointer` is a JSON pointer for a body and `file:line` for a file."""

    pointer: str
    detail: str


class ReadError(ValueError):
    """Raised for an input that cannot be read, with every problem in it."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        self.problems = tuple(Problem(*problem) for problem in problems)
        super().__init__("; ".join(map(_sentence, self.problems)))


def _sentence(problem: Problem) -> str:
    if not problem.pointer:
        return problem.detail
    return f"{problem.pointer}: {problem.detail}"


def escape(key: str) -> str:
    """Return a key as a step of a JSON pointer (RFC 6901)."""
    return key[:_LONGEST_KEY].replace("~", "~0").replace("/", "~1")
