"""Measure log doctors of others on our recorded runs, and the engine by the same rules.

python -m benchmarks.peers [--tool NAME ...] [--python PATH] [--rules] [--misses] [--json FILE]

Every tool gets each run as the files that it reads. Its findings are mapped to our slugs by
`mappings/`, fixed before any scoring; a finding of warning or above is a report. A tool that is not
installed is left out (`pip install .[peers]`, or `--python` with the Python of another environment
that has them). `--tool lossary` measures the engine alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.items import runs
from benchmarks.labels import with_causes
from benchmarks.peers import report
from benchmarks.peers.asking import EVERY, Question, answers
from benchmarks.peers.caller import Caller
from benchmarks.peers.measure import Measured, measured
from benchmarks.peers.peer import Peer
from benchmarks.peers.snapshot import write_rows
from content.content import content_of_folder
from content.to_knowledge import knowledge_from_files

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"


def options_of(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.peers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--tool",
        dest="tools",
        nargs="+",
        choices=EVERY,
        default=list(EVERY),
    )
    parser.add_argument(
        "--python",
        default=sys.executable,
        help="Python of an environment with the tools",
    )
    parser.add_argument(
        "--timeout",
        type=float,
        default=20.0,
        help="seconds for one run",
    )
    parser.add_argument(
        "--published",
        action="store_true",
        help="show the shares of faults that have a published entry",
    )
    parser.add_argument(
        "--rules",
        action="store_true",
        help="count how often every rule is right",
    )
    parser.add_argument(
        "--misses",
        action="store_true",
        help="list misses and false alarms",
    )
    parser.add_argument(
        "--json",
        type=Path,
        metavar="FILE",
        help="put the rows into a snapshot, instead of earlier ones of the same name",
    )
    return parser.parse_args(arguments)


def asked() -> Question:
    """Read the runs and the entries."""
    knowledge = knowledge_from_files(FIXTURES)
    items = [with_causes(item, knowledge) for item in runs()]
    content = content_of_folder(FIXTURES)
    return Question(items, knowledge, content)


def main(arguments: Sequence[str] | None = None) -> int:
    options = options_of(arguments)
    question = asked()
    published = frozenset(question.knowledge.ranked)
    today = datetime.now(UTC).date()

    def call(peer: Peer) -> Caller:
        return Caller(peer, options.python, options.timeout)

    rows: list[Measured] = []
    details: list[str] = []
    for system, given in answers(options.tools, question, call):
        row = measured(
            system,
            given,
            published,
            today.isoformat(),
        )
        rows.append(row)
        if options.rules:
            text = report.rules(row)
            details.append(text)
        if options.misses:
            text = report.misses(row, given)
            details.append(text)
    table = report.table(rows, options.published)
    print("\n\n".join([table, *details]))
    if options.json:
        write_rows(rows, options.json)
    return 0
