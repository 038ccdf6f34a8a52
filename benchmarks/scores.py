"""Score predictions: how often what is right comes first, is reported, and is believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.items import Item

HEADER = f"{'items':>6}{'top-1':>8}{'top-3':>8}{'MRR':>8}{'strict':>8}{'reported':>10}{'Brier':>8}"


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was answered about an item.

    ranked: slugs of failure modes, the likeliest first.
    reported: those above the threshold of reporting; empty for a healthy or undecided verdict.
    probability: of the first diagnosis.
    """

    item: Item
    ranked: tuple[str, ...]
    reported: tuple[str, ...]
    probability: float

    @property
    def rank(self) -> int | None:
        """Return the place of the first accepted failure mode, from 1; None when none is ranked."""
        for place, slug in enumerate(self.ranked, 1):
            if slug in self.item.accepted:
                return place
        return None

    @property
    def primary_rank(self) -> int | None:
        """Return the place of the primary label, from 1; None when it is not ranked."""
        if self.item.primary not in self.ranked:
            return None
        return self.ranked.index(self.item.primary) + 1


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares over some items.

    top1, top3: an accepted entry comes first, or among the first three.
    mrr: mean of 1 / rank of the first accepted entry, 0 where none is ranked.
    primary_top3: the primary label alone is among the first three.
    reported: an accepted entry is reported.
    brier: mean squared difference of the first probability and whether the first is accepted.
    """

    items: int
    top1: float
    top3: float
    mrr: float
    primary_top3: float
    reported: float
    brier: float


def score(predictions: Sequence[Prediction]) -> Scores:
    """Score predictions of items that have a failure. Raises ZeroDivisionError for none."""
    ranks = [prediction.rank for prediction in predictions]
    primary_ranks = [prediction.primary_rank for prediction in predictions]
    return Scores(
        items=len(predictions),
        top1=_share(rank == 1 for rank in ranks),
        top3=_share(_is_within(rank, 3) for rank in ranks),
        mrr=_mean(map(_reciprocal, ranks)),
        primary_top3=_share(_is_within(rank, 3) for rank in primary_ranks),
        reported=_share(map(_is_reported, predictions)),
        brier=_mean(map(_squared_error, predictions)),
    )


def false_alarms(predictions: Sequence[Prediction]) -> float:
    """Return the share of predictions that report anything."""
    return _share(bool(prediction.reported) for prediction in predictions)


def table(title: str, predictions: Sequence[Prediction], key: Callable[[Item], str]) -> str:
    """Return one line of scores for each group of items."""
    groups: dict[str, list[Prediction]] = defaultdict(list)
    for prediction in predictions:
        groups[key(prediction.item)].append(prediction)
    lines = [f"{title:<28}{HEADER}"]
    lines += [_line(name, score(group)) for name, group in sorted(groups.items())]
    return "\n".join(lines)


def _line(name: str, scores: Scores) -> str:
    return (
        f"{name:<28}{scores.items:>6}{scores.top1:>8.2f}{scores.top3:>8.2f}{scores.mrr:>8.2f}"
        f"{scores.primary_top3:>8.2f}{scores.reported:>10.2f}{scores.brier:>8.2f}"
    )


def _reciprocal(rank: int | None) -> float:
    return 1 / rank if rank else 0.0


def _is_within(rank: int | None, places: int) -> bool:
    return rank is not None and rank <= places


def _is_reported(prediction: Prediction) -> bool:
    return not prediction.item.accepted.isdisjoint(prediction.reported)


def _squared_error(prediction: Prediction) -> float:
    is_right = prediction.rank == 1
    return (prediction.probability - is_right) ** 2


def _share(flags: Iterable[bool]) -> float:
    return _mean(float(flag) for flag in flags)


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return sum(every) / len(every)
