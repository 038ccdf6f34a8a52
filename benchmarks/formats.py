"""Read and diagnose labeled files of many tools, and print how much is read and judged rightly.

python -m benchmarks.formats [--set golden|unseen|logs|all] [--misses] [--row SUBSTRING]
                             [--kind reading|verdict]

The sets lie in tests/engine/read/, each with its index; golden/README.md says how a row is judged.
`--kind reading` leaves out the diagnosis, which takes most of the time; `--misses` then lists the
rows that are not read exactly. With `--kind verdict` it lists the wrong verdicts alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.accuracy import FIXTURES
from benchmarks.format_judge import Judgement, answer_to, judge
from benchmarks.format_report import READING, VERDICT, misses, table
from benchmarks.format_rows import INDEX, Row, inputs_of, read_index
from benchmarks.progress import counted
from content.to_knowledge import knowledge_from_files
from engine.knowledge import Knowledge

SETS = Path(__file__).parent.parent / "tests" / "engine" / "read"
NAMES = ("golden", "unseen", "logs")
ALL = "all"


def judged(
    folder: Path,
    rows: Sequence[Row],
    knowledge: Knowledge,
    reading_only: bool = False,
) -> list[Judgement]:
    """Answer and judge the rows of a folder. Raises OSError for a file that is not there."""
    published = knowledge.failure_modes
    judgements = []
    for row in counted(rows, f"rows of {folder.name}"):
        inputs = inputs_of(row, folder)
        answer = answer_to(inputs, knowledge, reading_only)
        judgement = judge(row, answer, published)
        judgements.append(judgement)
    return judgements


def chosen_rows(chosen: str, substring: str) -> dict[str, list[Row]]:
    """Return the rows of the chosen sets, by set.

    Raises OSError for a set that is not there and ValueError for a broken index.
    """
    names: Iterable[str] = [chosen]
    if chosen == ALL:
        names = filter(_exists, NAMES)
    rows = {}
    for name in names:
        every = read_index(SETS / name)
        rows[name] = [row for row in every if substring in row.file]
    return rows


def _exists(name: str) -> bool:
    index = SETS / name / INDEX
    return index.exists()


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--set",
        choices=(*NAMES, ALL),
        default=ALL,
        help="default: all that exist",
    )
    parser.add_argument(
        "--misses",
        action="store_true",
        help="list the rows that are not right",
    )
    parser.add_argument(
        "--row",
        default="",
        metavar="SUBSTRING",
        help="only rows whose files hold this",
    )
    parser.add_argument(
        "--kind",
        choices=(READING, VERDICT),
        default="",
        help="reading: diagnose nothing; verdict: list wrong verdicts alone",
    )
    return parser.parse_args()


def main() -> None:
    chosen = options()
    try:
        rows = chosen_rows(chosen.set, chosen.row)
    except (OSError, ValueError) as error:
        sys.exit(f"error: {error}")
    knowledge = knowledge_from_files(FIXTURES)
    reading_only = chosen.kind == READING
    sets = {}
    for name, each in rows.items():
        sets[name] = judged(SETS / name, each, knowledge, reading_only)
    print(table(sets, reading_only))
    if not chosen.misses:
        return
    for name, judgements in sets.items():
        print(f"\n{name}:")
        for line in misses(judgements, chosen.kind):
            print(f"  {line}")


if __name__ == "__main__":
    main()
