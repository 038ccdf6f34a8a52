"""Describe a fault, and name the pools and labels that several chapters use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lab import effects
from lab.effects import Effect
from lab.train import datasets
from lab.train.draw import ANYTHING, Pool
from lab.train.sabotage.change import Change


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One way to make one failure.

    slug: the primary label, an entry of the dictionary.
    setup: the name of this way, unique among the faults of the slug.
    change: makes the faulty setup from the sound one.
    effect: decides whether the fault shows.
    pool: values that the sound setup is drawn from.
    fixed: fields of the setup that the faulty run and its twin share.
    two_tasks: the second half of the run trains on other data.
    also: labels that an expert would accept as well, chosen before any engine saw the runs. They
        are not taken from the entry, whose look-alikes are wrong answers.
    """

    slug: str
    setup: str
    change: Change
    effect: Effect = effects.worse
    pool: Pool = ANYTHING
    fixed: Mapping[str, Any] = field(default_factory=dict)
    two_tasks: bool = False
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.slug}/{self.setup}"

    @property
    def acceptable(self) -> list[str]:
        """Return the primary label, then the others in alphabetical order."""
        others = set(self.also) - {self.slug}
        return [self.slug, *sorted(others)]


CLASSIFICATION = ("classification",)
REGRESSION = ("regression",)
FEW_ROWS = (60, 100, 140)

MLP = Pool(kinds=("mlp",))
MLP_CLASSES = Pool(kinds=("mlp",), tasks=CLASSIFICATION)
MLP_REGRESSION = Pool(kinds=("mlp",), tasks=REGRESSION)
MLP_OR_CNN = Pool(kinds=("mlp", "cnn"))
CLASSES = Pool(tasks=CLASSIFICATION)
CLUSTERS = Pool(kinds=("mlp",), tasks=CLASSIFICATION, makers=(datasets.clusters,))
SPIRALS = Pool(kinds=("mlp",), tasks=CLASSIFICATION, makers=(datasets.spirals,))
TABLES = Pool(
    kinds=("mlp",),
    tasks=CLASSIFICATION,
    makers=(datasets.clusters, datasets.spirals),
)

BARE = {"normalization": "none"}
MOMENTUM_SGD = {"optimizer": "sgd", "learning_rate": 0.03, "momentum": 0.9}

UNSTABLE = (
    "training-instability",
    "loss-divergence",
    "non-convergence",
    "optimization-failure",
)
WEAK_LABELS = (
    "memorized-random-labels",
    "weak-signal",
    "systematic-label-error",
)
LEAKS = (
    "test-set-leakage",
    "bad-split",
    "group-leakage",
    "target-leakage",
    "oversampling-before-split",
    "preprocessing-leakage",
    "validation-set-overuse",
    "lab-to-production-gap",
)
