"""Score the engine on the development data and print the table of results, BM25 beside it.

python -m benchmarks.accuracy [--all] [--misses] [--json]

Items count whose primary label is a published entry (`--all`: every item). Cases with a failure
are scored by top-1, top-3, mean reciprocal rank, share reported and Brier score of the first
diagnosis; healthy ones by the rate of false alarms.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.bm25 import Bm25
from benchmarks.entry_texts import entry_texts
from benchmarks.items import HEALTHY, Item, all_items
from benchmarks.labels import is_finding, with_causes
from benchmarks.scores import Prediction, false_alarms, score, table
from content.content import content_of_folder
from content.to_knowledge import knowledge_from_files
from engine.diagnose import diagnose
from engine.knowledge import Knowledge
from engine.read import read_case

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Results:
    """Predictions of the engine, and of BM25 (`lexical`) on the items with a failure.

    unknown: reports of failures that have no entry, where every named cause is wrong.
    """

    faulty: list[Prediction]
    healthy: list[Prediction]
    unknown: list[Prediction]
    lexical: list[Prediction]


def engine_prediction(item: Item, knowledge: Knowledge) -> Prediction:
    case = read_case(item.inputs, knowledge)
    report = diagnose(case, knowledge, top=len(knowledge.failure_modes))
    ranked = tuple(diagnosis.failure_mode for diagnosis in report.diagnoses)
    return Prediction(item, ranked, report.reported, report.diagnoses[0].probability)


def bm25_predictor(texts: Mapping[str, str]) -> Callable[[Item], Prediction]:
    """Return a search over the text of each entry."""
    index = Bm25(texts)
    return lambda item: Prediction(item, tuple(index.ranked(item.words)), (), 0.0)


def measure(
    items: Sequence[Item],
    knowledge: Knowledge,
    texts: Mapping[str, str],
    every: bool = False,
) -> Results:
    """Predict all items; `every` counts failures without an entry as well.

    texts: slug -> text of each entry, for the search beside the engine.
    """
    entries = set(knowledge.ranked)
    healthy = [item for item in items if item.primary == HEALTHY]
    failures = [item for item in items if item.primary != HEALTHY]
    failures = [with_causes(item, knowledge) for item in failures]
    counted = [item for item in failures if every or item.primary in entries]
    unknown = [
        item for item in failures if item.kind == "reports" and item.accepted.isdisjoint(entries)
    ]
    search = bm25_predictor(texts)

    def predicted(chosen: Iterable[Item]) -> list[Prediction]:
        return [engine_prediction(item, knowledge) for item in chosen]

    return Results(
        faulty=predicted(counted),
        healthy=predicted(healthy),
        unknown=predicted(unknown),
        lexical=[search(item) for item in counted],
    )


def as_json(results: Results) -> str:
    """Return the scores by kind of item."""
    by_kind: dict[str, list[Prediction]] = {}
    for prediction in results.faulty:
        by_kind.setdefault(prediction.item.kind, []).append(prediction)
    scores = {kind: asdict(score(group)) for kind, group in sorted(by_kind.items())}
    return json.dumps(scores, indent=2)


def as_text(results: Results, knowledge: Knowledge) -> str:
    def label(item: Item) -> str:
        if is_finding(item.primary, knowledge):
            return "a finding"
        return "a cause"

    tables = [
        table("engine, by kind", results.faulty, lambda item: item.kind),
        table("engine, by label", results.faulty, label),
        table("BM25 over the entries", results.lexical, lambda item: item.kind),
        table("engine, by input", results.faulty, lambda item: item.tier),
        table("engine, by entry", results.faulty, lambda item: item.primary),
    ]
    return "\n\n".join([*tables, "\n".join(_rates(results))])


def _rates(results: Results) -> list[str]:
    """Return the lines about what should have stayed silent."""
    runs = [prediction for prediction in results.healthy if prediction.item.kind == "runs"]
    healthy, unknown = results.healthy, results.unknown
    return [
        f"false alarms on {len(runs)} healthy runs: {false_alarms(runs):.1%}",
        f"false alarms on all {len(healthy)} healthy items: {false_alarms(healthy):.1%}",
        f"a cause named for {len(unknown)} reports of failures without an entry: "
        f"{false_alarms(unknown):.1%}",
    ]


def misses(results: Results) -> str:
    """List what was not among the first three, and every false alarm."""
    missed = [p for p in results.faulty if p.rank is None or p.rank > 3]
    alarms = [p for p in results.healthy if p.reported]
    lines = ["missed:"]
    lines += [f"  {_miss(prediction)}" for prediction in missed]
    lines += ["false alarms:"]
    lines += [f"  {alarm.item.id}: {', '.join(alarm.reported)}" for alarm in alarms]
    return "\n".join(lines)


def _miss(prediction: Prediction) -> str:
    item, first = prediction.item, ", ".join(prediction.ranked[:3])
    return f"{item.kind} {item.id}: {item.primary} at {prediction.rank}, first {first}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--all", action="store_true", help="count items of unpublished entries too")
    parser.add_argument("--misses", action="store_true", help="list misses and false alarms")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    options = parser.parse_args()

    knowledge = knowledge_from_files(FIXTURES)
    texts = entry_texts(content_of_folder(FIXTURES))
    results = measure(all_items(), knowledge, texts, every=options.all)
    if options.json:
        print(as_json(results))
        return
    print(as_text(results, knowledge))
    if options.misses:
        print(f"\n{misses(results)}")


if __name__ == "__main__":
    main()
