"""Choose the ranking's few global weights on the development data, with cross-validation.

python -m benchmarks.fit

Every combination of a small grid is scored by the mean log probability of what is right (any
accepted entry, or healthy). Five folds: the grid's best on four of them is scored on the fifth.
Items of one primary label stay in one fold, so that no weight is chosen on the failures that it is
scored on.
"""

from __future__ import annotations

import itertools
import math
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import FIXTURES
from benchmarks.items import HEALTHY, Item, all_items
from benchmarks.labels import with_causes
from content.to_knowledge import knowledge_from_files
from engine.evidence import DirectEvidence, Observation
from engine.knowledge import Knowledge
from engine.observed import observed_in
from engine.rank.ranking import Pointers, rank
from engine.rank.weights import WEIGHTS, Weights
from engine.read import read_case

FOLDS = 5
GRID = {
    "temperature": (0.8, 1.0, 1.2),
    "absence": (0.4, 0.6, 0.9),
    "text_model": (0.7, 1.0, 1.4),
    "told_in_text": (0.4, 0.7),
}
FLOOR = 1e-6  # a right answer that got no probability costs this much, not everything


@dataclass(frozen=True, slots=True)
class Observed:
    item: Item
    observations: tuple[Observation, ...]
    text: Mapping[str, float]
    told: bool
    direct: tuple[DirectEvidence, ...] = ()

    @property
    def fold(self) -> int:
        """Healthy items are spread by their id, all others by their label."""
        name = self.item.primary
        if name == HEALTHY:
            name = self.item.id
        checksum = zlib.crc32(name.encode())
        return checksum % FOLDS


def observed(items: Sequence[Item], knowledge: Knowledge) -> list[Observed]:
    """Read and observe the items that are healthy or have an entry."""
    rows = []
    for item in items:
        is_healthy = item.primary == HEALTHY
        if not is_healthy and item.primary not in knowledge.ranked:
            continue
        case = read_case(item.inputs, knowledge)
        shown = observed_in(case, knowledge)
        row = Observed(
            item,
            observations=shown.observations,
            text=shown.log_probabilities(knowledge),
            told=bool(case.told_seen) or shown.intent.complains,
            direct=shown.direct(knowledge),
        )
        rows.append(row)
    return rows


def log_probability(row: Observed, knowledge: Knowledge, weights: Weights) -> float:
    ranking = rank(
        row.observations,
        knowledge,
        Pointers(row.text, row.direct),
        row.told,
        weights,
    )
    found = ranking.probabilities
    right = sum(found.get(name, 0.0) for name in row.item.accepted)
    return math.log(right + FLOOR)


def log_probabilities(
    rows: Sequence[Observed],
    knowledge: Knowledge,
    weights: Weights,
) -> list[float]:
    return [log_probability(row, knowledge, weights) for row in rows]


def grid() -> Iterator[Weights]:
    for values in itertools.product(*GRID.values()):
        changes = dict(zip(GRID, values, strict=True))
        yield replace(WEIGHTS, **changes)


def cross_validated(scores: NDArray[np.float64], folds: NDArray[np.intp]) -> float:
    """`scores` has the shape (weights, items). The mean score of each fold under the weights best
    on the others.
    """
    total = 0.0
    for fold in set(folds.tolist()):
        inside = folds == fold
        outside = scores[:, ~inside]
        best = outside.mean(axis=1).argmax()
        held_out = scores[best, inside]
        total += float(held_out.sum())
    return total / len(folds)


def main() -> None:
    knowledge = knowledge_from_files(FIXTURES)
    items = [with_causes(item, knowledge) for item in all_items()]
    rows = observed(items, knowledge)
    candidates = list(grid())
    print(
        f"{len(rows)} items, {len(candidates)} combinations",
        flush=True,
    )
    scores = np.array([log_probabilities(rows, knowledge, weights) for weights in candidates])
    present = log_probabilities(rows, knowledge, WEIGHTS)
    folds = np.array([row.fold for row in rows])
    print_best(candidates, scores)
    print(
        f"cross-validated: {cross_validated(scores, folds):.3f};",
        f"the weights in force: {np.mean(present):.3f} nats per item",
    )


def print_best(
    candidates: Sequence[Weights],
    scores: NDArray[np.float64],
) -> None:
    """Print the weights of the grid that are best on all items, and their mean score."""
    means = scores.mean(axis=1)
    best = candidates[means.argmax()]
    print(
        "best on all:",
        {name: getattr(best, name) for name in GRID},
        f"{means.max():.3f}",
    )


if __name__ == "__main__":
    main()
