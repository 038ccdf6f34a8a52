"""Why each recorded run was ranked as it was: what speaks for and against the first, and the label.

python -m benchmarks.reasons [--set NAME] [--misses] [ITEM ...]

Prints for each item that has an entry: what is accepted, the place of the first of these, the first
six entries with probability and evidence, and the same of what is accepted. Misses, which are not
among the first three, are grouped by reason:
no sign: none of the signs of what is accepted could be measured.
silent: signs could be measured, and none of them is seen.
outranked: a sign is seen, and another entry explains what is seen better.
priors: nothing seen speaks for the entry that comes first.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from benchmarks.answers import FIXTURES
from benchmarks.item_sets import SETS
from benchmarks.items import Item
from benchmarks.labels import with_causes
from content.to_knowledge import knowledge_from_files
from engine.diagnose import diagnose
from engine.knowledge import Knowledge
from engine.read import read_case
from engine.report import Diagnosis, Report

Reason = Literal["found", "no sign", "silent", "outranked", "priors"]
FIRST = 3
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Reasoned:
    """An item with the whole ranking of it.

    accepted: every label that counts as right. place: of the first of them, from 1.
    """

    item: Item
    accepted: frozenset[str]
    report: Report
    place: int | None
    reason: Reason

    @property
    def best(self) -> Diagnosis | None:
        return self.report.diagnoses[self.place - 1] if self.place else None


def reasoned(item: Item, knowledge: Knowledge) -> Reasoned:
    """Rank every entry for an item. Raises ReadError."""
    accepted = with_causes(item, knowledge).accepted
    case = read_case(
        item.inputs,
        knowledge,
    )
    report = diagnose(
        case,
        knowledge,
        top=len(knowledge.ranked),
    )
    places = (
        place
        for place, diagnosis in enumerate(report.diagnoses, 1)
        if diagnosis.failure_mode in accepted
    )
    place = next(places, None)
    reason = _reason(
        report,
        place,
        _signs(accepted, knowledge),
    )
    return Reasoned(
        item,
        accepted,
        report,
        place,
        reason,
    )


def _signs(slugs: frozenset[str], knowledge: Knowledge) -> frozenset[str]:
    """Return the symptoms that speak for any of the entries."""
    modes = (knowledge.ranked[slug] for slug in slugs if slug in knowledge.ranked)
    return frozenset(
        sign.symptom for mode in modes for sign in mode.indications if sign.evoking > 0
    )


def _reason(
    report: Report,
    place: int | None,
    signs: frozenset[str],
) -> Reason:
    if place is not None and place <= FIRST:
        return "found"
    looked_at = (item for item in report.observations if item.state != "not-measured")
    measured = {item.symptom for item in looked_at}
    if measured.isdisjoint(signs):
        return "no sign"
    if not _is_supported(report.diagnoses[0]):
        return "priors"
    best = report.diagnoses[place - 1] if place else None
    if best is not None and _is_supported(best):
        return "outranked"
    return "silent"


def _is_supported(diagnosis: Diagnosis) -> bool:
    return any(part.direction == "for" for part in diagnosis.evidence)


def lines(row: Reasoned) -> Iterator[str]:
    """Yield what is printed of an item."""
    labels = ", ".join(sorted(row.accepted))
    report, place = row.report, row.place
    yield f"{row.item.id}: {row.reason}, place {place}, {report.verdict}; right: {labels}"
    first = report.diagnoses[:SHOWN]
    for number, diagnosis in enumerate(first, 1):
        yield _line(number, diagnosis)
    best = row.best
    if best is not None and place is not None and place > SHOWN:
        yield _line(place, best)


def _line(place: int, diagnosis: Diagnosis) -> str:
    parts = [f"{part.symptom} {part.weight:+.1f}" for part in diagnosis.evidence]
    evidence = ", ".join(parts)
    name = diagnosis.failure_mode
    probability = diagnosis.probability
    return f"  {place:>3} {name:<32}{probability:6.3f}  {evidence}"


def summary(rows: Sequence[Reasoned]) -> Iterator[str]:
    """Yield how many items have each reason, and which."""
    groups: dict[Reason, list[str]] = defaultdict(list)
    for row in rows:
        groups[row.reason].append(row.item.id)
    for reason, items in sorted(groups.items()):
        yield f"{reason:<10}{len(items):>4}  {' '.join(items)}"


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parser().parse_args(arguments)
    knowledge = knowledge_from_files(FIXTURES)
    chosen = _chosen(
        options.name,
        options.items,
        knowledge,
    )
    rows = [reasoned(item, knowledge) for item in chosen]
    for row in rows:
        if options.misses and row.reason == "found":
            continue
        for line in lines(row):
            print(line)
    for line in summary(rows):
        print(line)


def _chosen(
    name: str,
    ids: Sequence[str],
    knowledge: Knowledge,
) -> Iterator[Item]:
    """Yield the items of a set whose label has an entry; of these the named ones, if any are."""
    for item in SETS[name]():
        if item.primary not in knowledge.ranked:
            continue
        if not ids or item.id in ids:
            yield item


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "items",
        nargs="*",
        metavar="ITEM",
        help="print these alone",
    )
    parser.add_argument(
        "--set",
        choices=SETS,
        default="losses",
        dest="name",
    )
    parser.add_argument(
        "--misses",
        action="store_true",
        help="print the misses alone",
    )
    return parser


if __name__ == "__main__":
    main()
