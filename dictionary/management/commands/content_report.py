"""Prints for each chapter what its entries have and what they lack."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content import schema
from content.cases import CaseError, count_cases
from content.completeness import State, states_of
from content.content import Content, content_of_folder

SCALES = ("frequency", "evoking")


class Command(BaseCommand):
    help = "Print class, specimen, cases and open points of each entry, chapter by chapter."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--from",
            dest="folder",
            type=Path,
            default=settings.FIXTURES_DIR,
            help="content folder",
        )
        parser.add_argument(
            "--by-hand",
            action="store_true",
            help="also print the confirming outcomes that no recording decides",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        content = content_of_folder(folder)
        try:
            cases = count_cases(folder)
        except CaseError as error:
            raise CommandError(str(error)) from error
        states = list(states_of(content, cases))
        lines = [
            *chapter_lines(content, states),
            *totals(content, states),
        ]
        if options["by_hand"]:
            lines += by_hand_lines(states)
        for line in lines:
            self.stdout.write(line)


def chapter_lines(
    content: Content,
    states: Iterable[State],
) -> Iterator[str]:
    """Yield a heading for each chapter, a line for each entry and one for each open point."""
    by_chapter = grouped(states)
    for chapter in content.chapters:
        rows = by_chapter[chapter.slug]
        if not rows:
            continue
        complete = [row for row in rows if not row.open_points]
        count = len(complete)
        yield f"{chapter.title}: {len(rows)} entries, {count} complete"
        for row in rows:
            yield entry_line(row)
            for point in row.open_points:
                yield f"      {point}"


def grouped(states: Iterable[State]) -> Mapping[str, list[State]]:
    """Return the states by the slugs of their chapters; none where a chapter has no entry."""
    by_chapter = defaultdict(list)
    for state in states:
        entry = state.entry
        by_chapter[entry.chapter].append(state)
    return by_chapter


def entry_line(state: State) -> str:
    """Return slug, class, whether a specimen shows it, and the number of cases."""
    entry = state.entry
    specimen = "specimen" if state.has_specimen else "none"
    if entry.no_specimen:
        specimen = "reason"
    columns = (
        f"  {entry.slug:32}",
        f"{entry.entry_class:8}",
        f"{specimen:9}",
        f"{state.cases:4} cases",
    )
    return " ".join(columns)


def totals(
    content: Content,
    states: Sequence[State],
) -> Iterator[str]:
    """Yield the numbers of classes, specimens, open points and weights over the whole book."""
    classes: Counter[str] = Counter()
    specimens = 0
    points = 0
    by_hand = 0
    for state in states:
        classes[state.entry.entry_class] += 1
        specimens += state.has_specimen
        points += len(state.open_points)
        by_hand += len(state.by_hand)
    named = []
    for name, count in classes.most_common():
        named.append(f"{count} {name}")
    listed = ", ".join(named)
    yield f"{len(states)} entries: {listed}"
    numbers = (
        f"{specimens} specimen pairs",
        f"{points} open points",
        f"{by_hand} outcomes tried by hand",
    )
    yield ", ".join(numbers)
    counted = weights(content.published)
    for name, counts in counted.items():
        shares = spread(counts)
        yield f"{name}: {shares}"


def weights(entries: Iterable[schema.FailureMode]) -> Mapping[str, Counter[int]]:
    """Count how often each step of the scales is used."""
    counts: dict[str, Counter[int]] = {name: Counter() for name in SCALES}
    for entry in entries:
        for indication in entry.indications:
            for name in SCALES:
                step = getattr(indication, name)
                counts[name][step] += 1
    return counts


def spread(counts: Counter[int]) -> str:
    """Return the share of each step, as in 1: 10%, 2: 30%."""
    total = counts.total()
    shares = []
    for step in sorted(counts):
        share = counts[step] / total
        shares.append(f"{step}: {share:.0%}")
    return ", ".join(shares)


def by_hand_lines(states: Iterable[State]) -> Iterator[str]:
    yield "Tried by hand:"
    for state in states:
        for outcome in state.by_hand:
            yield f"  {state.entry.slug}, {outcome}"
