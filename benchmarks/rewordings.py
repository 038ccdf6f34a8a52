"""Whether the same facts in other words get the same answer, on reports of the case library.

python -m benchmarks.rewordings [--misses]

The 30 reports were drawn at random, one an entry, from those of the library that are in no case
file as they stand. Each was restated before any answer to it was seen; then readers and weights
were chosen on them, so this is a development set.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.answered import Answered, answered
from benchmarks.answers import figures_of_pairs
from benchmarks.items import DATA, Item
from content.to_knowledge import knowledge_from_files
from engine.read import Inputs

FIXTURES = Path(__file__).parent.parent / "fixtures"
WRITTEN, RESTATED = "text", "restated"


def reworded(field: str) -> Iterator[Item]:
    """Yield the reports as they were written or as they were restated."""
    for line in (DATA / "rewordings.jsonl").read_text().splitlines():
        row = json.loads(line)
        accepted = frozenset([row["primary"], *row["acceptable"]])
        yield Item(
            row["id"],
            "rewordings",
            "text",
            row["primary"],
            accepted,
            Inputs(description=row[field]),
        )


def differing(
    rows: Sequence[Answered],
    others: Sequence[Answered],
) -> Iterator[str]:
    """Yield a line for each report whose two forms differ in verdict or first place."""
    for row, other in zip(rows, others, strict=True):
        one, two = _told(row), _told(other)
        if one != two:
            yield f"  {row.item.id}: {one} / {two}"


def _told(row: Answered) -> str:
    return f"{row.verdict}, {row.ranked[0]}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--misses",
        action="store_true",
        help="list the reports whose two forms differ",
    )
    options = parser.parse_args(arguments)

    knowledge = knowledge_from_files(FIXTURES)
    rows = [answered(item, knowledge) for item in reworded(WRITTEN)]
    others = [answered(item, knowledge) for item in reworded(RESTATED)]
    for figure in figures_of_pairs(rows, others):
        print(figure.line)
    if options.misses:
        print("\n".join(differing(rows, others)))


if __name__ == "__main__":
    main()
