"""What the courses that words state show together.

A loss that rises is fine where the return rises as well; a validation score that stays flat says
something beside a training score that rises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.observe.measures.task import OTHER_LOSSES
from engine.observe.words.clauses import Clause
from engine.observe.words.courses import Course
from engine.observe.words.figures.names import (
    LIVE,
    OLD,
    TEST,
    TRAIN,
    VALIDATION,
    Kind,
)
from engine.observe.words.moves import Move


@dataclass(frozen=True, slots=True)
class Trend:
    """A symptom that a course shows."""

    symptom: str
    strength: float
    clause: Clause


def trends(
    courses: Sequence[Course],
    task: str = "",
) -> Iterator[Trend]:
    """Yield what the courses of a text show together; `task` is what the text is about."""
    for course in courses:
        if task in OTHER_LOSSES and _is_of_loss(course):
            continue
        for symptom, strength in _shown(course, courses):
            yield Trend(
                symptom,
                strength,
                course.clause,
            )


def _is_of_loss(course: Course) -> bool:
    """Say whether a loss is told to rise or to stay, which says nothing where it is no measure."""
    return course.kind == "loss" and course.move in {"rises", *_BARE}


_SYMPTOMS: dict[tuple[str, Move], tuple[str, float]] = {
    ("gradient norm", "explodes"): ("gradient-norm-huge", 0.85),
    ("gradient norm", "rises"): ("gradient-norm-grows", 0.8),
    ("gradient norm", "spikes"): ("gradient-norm-spikes", 0.85),
    ("gradient norm", "vanishes"): ("gradient-norm-tiny", 0.8),
    ("gradient norm", "swings"): ("gradient-norm-erratic", 0.8),
    ("gradient", "explodes"): ("gradient-norm-huge", 0.8),
    ("gradient", "vanishes"): ("gradient-norm-tiny", 0.8),
    ("discriminator loss", "vanishes"): ("discriminator-loss-near-zero", 0.85),
    ("kl", "vanishes"): ("latent-kl-near-zero", 0.8),
    ("memory", "rises"): ("memory-climbs", 0.85),
}
_TRAINING: dict[Move, tuple[str, float]] = {
    "explodes": ("loss-diverges", 0.85),
    "rises": ("loss-diverges", 0.65),
    "flat": ("loss-flat-from-start", 0.7),
    "stalls": ("loss-falls-then-stalls", 0.75),
    "slow": ("loss-falls-too-slowly", 0.8),
    "swings": ("loss-oscillates", 0.8),
    "spikes": ("loss-spikes", 0.85),
    "vanishes": ("loss-reaches-zero", 0.65),
}
_POLICY = re.compile(r"\b(?:policy|ppo|agent|actor|a2c|sac)\b")
_BARE: frozenset[Move] = frozenset({"flat", "stalls"})


def _shown(
    course: Course,
    courses: Sequence[Course],
) -> Iterator[tuple[str, float]]:
    fixed = _SYMPTOMS.get((course.quantity, course.move))
    if fixed is not None:
        yield fixed
    elif course.quantity == "entropy" and course.move == "vanishes":
        if _POLICY.search(course.clause.text):
            yield "policy-entropy-near-zero", 0.85
    elif course.split in {VALIDATION, TEST}:
        yield from _held_out(course, courses)
    elif course.split in {OLD, LIVE}:
        if course.kind == "score" and course.move in {"falls", "vanishes"}:
            drops = course.split == OLD
            yield ("old-task-score-drops" if drops else "score-decays-in-production"), 0.75
    elif course.kind == "loss":
        yield from _training(course, courses)
    elif course.kind == "score" and course.move == "flat":
        yield "accuracy-constant", 0.65


def _held_out(
    course: Course,
    courses: Sequence[Course],
) -> Iterator[tuple[str, float]]:
    if course.kind == "loss" and course.move in {"rises", "explodes"}:
        yield "validation-loss-turns-up", 0.85
        if _has(
            courses,
            "score",
            VALIDATION,
            "rises",
            "holds",
            "flat",
        ):
            yield "validation-loss-rises-accuracy-holds", 0.85
    elif course.move in _BARE and _trains(courses):
        yield "validation-never-improves", 0.8
    elif course.move == "swings":
        yield "validation-erratic", 0.8


def _training(
    course: Course,
    courses: Sequence[Course],
) -> Iterator[tuple[str, float]]:
    better = _has(
        courses,
        "reward",
        "",
        "rises",
    ) or _has(
        courses,
        "score",
        "",
        "rises",
    )
    if better and course.move in {"rises", "flat", "explodes"}:
        yield "score-improves-while-loss-does-not", 0.85
    elif course.move in _TRAINING:
        yield _TRAINING[course.move]


def _has(
    courses: Sequence[Course],
    kind: Kind,
    split: str,
    *moves: Move,
) -> bool:
    return any(
        course.kind == kind and course.split == split and course.move in moves for course in courses
    )


def _trains(courses: Sequence[Course]) -> bool:
    """Say whether training is told to go well beside what does not."""
    return any(
        _has(
            courses,
            "loss",
            split,
            "falls",
            "vanishes",
        )
        or _has(
            courses,
            "score",
            split,
            "rises",
        )
        for split in (TRAIN, "")
    )
