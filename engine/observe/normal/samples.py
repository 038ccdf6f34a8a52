"""Scores of what a generative model draws, and of the features that a self-supervised one learns.

They are the progress of runs whose loss has a floor or a moving target.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.observe.normal.about import has_word
from engine.observe.normal.movement import Movement, movement_of
from engine.run import Case

LOWER_IS_BETTER = (
    "fid",
    "kid",
    "mmd",
    "lpips",
    "sample_distance",
    "samples_distance",
    "energy_distance",
    "wasserstein_distance",
    "sliced_wasserstein",
)
HIGHER_IS_BETTER = (
    "inception_score",
    "clip_score",
    "sample_quality",
    "samples_quality",
    "modes_covered",
)
FEATURE_SCORES = (
    "knn",
    "neighbor",
    "neighbors",
    "probe",
    "linear_eval",
    "online_accuracy",
    "recall_at_1",
    "zero_shot",
    "zeroshot",
)


@dataclass(frozen=True, slots=True)
class Progress:
    """The movement of a score, and whether its better end is the lower one."""

    moved: Movement
    is_lower_better: bool

    @property
    def improves(self) -> bool:
        return self.moved.falls if self.is_lower_better else self.moved.rises


def sample_progress(case: Case) -> Progress | None:
    """Return the first score of samples with five finite points; None without one."""
    kinds = ((LOWER_IS_BETTER, True), (HIGHER_IS_BETTER, False))
    for words, is_lower_better in kinds:
        for moved in _moved(case, words):
            return Progress(moved, is_lower_better)
    return None


def feature_progress(case: Case) -> Progress | None:
    """Return the first score of a probe or of neighbors with five finite points."""
    for moved in _moved(case, FEATURE_SCORES):
        is_loss = moved.series.name.endswith("loss")
        return Progress(moved, is_loss)
    return None


def _moved(case: Case, words: tuple[str, ...]) -> Iterator[Movement]:
    for name, series in case.series.items():
        if has_word(name, words):
            moved = movement_of(series)
            if moved is not None:
                yield moved
