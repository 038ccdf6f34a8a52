from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """`pointer` is a JSON pointer for a body and `file:line` for a file."""

    pointer: str
    detail: str


class ReadError(ValueError):
    """The input cannot be read; says where and why, every problem that was found."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        self.problems = tuple(Problem(*problem) for problem in problems)
        super().__init__(
            "; ".join(f"{pointer}: {detail}" if pointer else detail for pointer, detail in problems)
        )
