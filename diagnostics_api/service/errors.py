"""Errors of a request that every door words in its own way."""

from __future__ import annotations

from engine.read import Problem


class FieldsError(ValueError):
    """Fields that are not valid; lists every problem by JSON pointer."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(_spoken(problem) for problem in problems))


class UnknownNameError(FieldsError):
    """Fields that are well-formed and name nothing that is there."""


class NothingToDiagnoseError(ValueError):
    """The request is well-formed and shows nothing of a run."""

    def __init__(self) -> None:
        super().__init__("nothing to diagnose")


def _spoken(problem: Problem) -> str:
    if not problem.pointer:
        return problem.detail
    return f"{problem.pointer}: {problem.detail}"
