"""The score of an attempt: a pure function of its rules, its items and its responses. No Django."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RULES: Mapping[str, int] = {"right": 1, "wrong": 0, "blank": 0}


@dataclass(frozen=True, slots=True)
class Grade:
    score: int
    maximum: int
    points: tuple[int, ...]


def grade(rules: Mapping[str, int], keys: Sequence[str], answers: Sequence[str | None]) -> Grade:
    """`keys` holds the right option of each item, `answers` the chosen one or None. Never below
    zero.

    Raises ValueError when the two differ in length.
    """
    points = tuple(_points(rules, key, answer) for key, answer in zip(keys, answers, strict=True))
    return Grade(max(sum(points), 0), len(keys) * rules["right"], points)


def _points(rules: Mapping[str, int], key: str, answer: str | None) -> int:
    if answer is None:
        return rules["blank"]
    return rules["right"] if answer == key else rules["wrong"]
