"""Score the engine on the development data and print the table of results, BM25 beside it.

python -m benchmarks.accuracy [--all] [--misses] [--json]

Counted over items whose primary label is a published entry (`--all`: over all items). For cases
    with a
failure: top-1, top-3, mean reciprocal rank, share reported, Brier score of the first diagnosis. For
    healthy
ones: the false-alarm rate.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.bm25 import Bm25
from benchmarks.entry_texts import entry_texts
from benchmarks.items import HEALTHY, Item, all_items
from content.content import Content, content_of_folder
from content.to_knowledge import knowledge_from_files
from engine.diagnose import diagnose
from engine.knowledge import Knowledge
from engine.read import read_case

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Prediction:
    item: Item
    ranked: tuple[str, ...]
    reported: tuple[str, ...]
    probability: float  # of the first diagnosis

    @property
    def rank(self) -> int | None:
        """Place of the first accepted failure mode, from 1; None when it is not in the list."""
        places = (place for place, slug in enumerate(self.ranked, 1) if slug in self.item.accepted)
        return next(places, None)

    @property
    def primary_rank(self) -> int | None:
        return (
            self.ranked.index(self.item.primary) + 1 if self.item.primary in self.ranked else None
        )


@dataclass(frozen=True, slots=True)
class Scores:
    items: int
    top1: float
    top3: float
    mrr: float
    primary_top3: float
    reported: float
    brier: float


def engine_prediction(item: Item, knowledge: Knowledge) -> Prediction:
    report = diagnose(
        read_case(item.inputs, knowledge), knowledge, top=len(knowledge.failure_modes)
    )
    ranked = tuple(row.failure_mode for row in report.diagnoses)
    return Prediction(item, ranked, report.reported, report.diagnoses[0].probability)


def bm25_predictor(content: Content) -> Callable[[Item], Prediction]:
    index = Bm25(entry_texts(content))
    return lambda item: Prediction(item, tuple(index.ranked(item.words)), (), 0.0)


def score(predictions: Sequence[Prediction]) -> Scores:
    count = len(predictions)
    ranks = [prediction.rank for prediction in predictions]

    def share(flags: Iterable[bool]) -> float:
        return sum(flags) / count

    return Scores(
        items=count,
        top1=share(rank == 1 for rank in ranks),
        top3=share(rank is not None and rank <= 3 for rank in ranks),
        mrr=sum(1 / rank for rank in ranks if rank) / count,
        primary_top3=share(p.primary_rank is not None and p.primary_rank <= 3 for p in predictions),
        reported=share(bool(set(p.reported) & p.item.accepted) for p in predictions),
        brier=sum((p.probability - (p.rank == 1)) ** 2 for p in predictions) / count,
    )


def false_alarms(predictions: Sequence[Prediction]) -> float:
    return sum(bool(prediction.reported) for prediction in predictions) / len(predictions)


def table(title: str, predictions: Sequence[Prediction], key: Callable[[Item], str]) -> str:
    groups: dict[str, list[Prediction]] = defaultdict(list)
    for prediction in predictions:
        groups[key(prediction.item)].append(prediction)
    lines = [
        f"{title:<28}{'items':>6}{'top-1':>8}{'top-3':>8}{'MRR':>8}{'strict':>8}{'reported':>10}{'Brier':>8}"
    ]
    for name, group in sorted(groups.items()):
        row = score(group)
        lines.append(
            f"{name:<28}{row.items:>6}{row.top1:>8.2f}{row.top3:>8.2f}{row.mrr:>8.2f}"
            f"{row.primary_top3:>8.2f}{row.reported:>10.2f}{row.brier:>8.2f}"
        )
    return "\n".join(lines)


def miss(prediction: Prediction) -> str:
    item = prediction.item
    return (
        f"{item.kind} {item.id}: {item.primary} at {prediction.rank}, first "
        f"{', '.join(prediction.ranked[:3])}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--all", action="store_true", help="count items of unpublished entries as well"
    )
    parser.add_argument(
        "--misses", action="store_true", help="list what was missed and every false alarm"
    )
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    options = parser.parse_args()
    knowledge = knowledge_from_files(FIXTURES)
    items = all_items()
    chosen = [
        i
        for i in items
        if i.primary != HEALTHY and (options.all or i.primary in knowledge.failure_modes)
    ]
    faulty = [engine_prediction(item, knowledge) for item in chosen]
    healthy = [engine_prediction(item, knowledge) for item in items if item.primary == HEALTHY]
    search = bm25_predictor(content_of_folder(FIXTURES))
    lexical = [search(item) for item in chosen]
    if options.json:
        kinds = sorted({item.kind for item in chosen})
        print(
            json.dumps(
                {kind: asdict(score([p for p in faulty if p.item.kind == kind])) for kind in kinds},
                indent=2,
            )
        )
        return
    print(table("engine, by kind", faulty, lambda item: item.kind), end="\n\n")
    print(table("BM25 over the entries", lexical, lambda item: item.kind), end="\n\n")
    print(table("engine, by input", faulty, lambda item: item.tier), end="\n\n")
    print(table("engine, by entry", faulty, lambda item: item.primary), end="\n\n")
    runs = [prediction for prediction in healthy if prediction.item.kind == "runs"]
    print(f"false alarms on {len(runs)} healthy runs: {false_alarms(runs):.1%}")
    print(f"false alarms on all {len(healthy)} healthy items: {false_alarms(healthy):.1%}")
    unknown = [
        i for i in items if i.kind == "reports" and not i.accepted & set(knowledge.failure_modes)
    ]
    named = false_alarms([engine_prediction(item, knowledge) for item in unknown])
    print(f"a cause named for {len(unknown)} reports of failures without an entry: {named:.1%}")
    if options.misses:
        missed = [p for p in faulty if p.rank is None or p.rank > 3]
        print("\nmissed:", *(miss(prediction) for prediction in missed), sep="\n  ")
        alarms = [f"{p.item.id}: {', '.join(p.reported)}" for p in healthy if p.reported]
        print("false alarms:", *alarms, sep="\n  ")


if __name__ == "__main__":
    main()
