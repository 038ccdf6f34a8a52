"""Measure everything that the page "How often it is right" shows, and write it.

python -m benchmarks.page [--folder FOLDER] [--peers FILE]

Answers every set of labeled items, measures the engine beside the log doctors by the same rules,
and counts how often each detector fires on the recorded runs. Writes fixtures/accuracy.json and
fixtures/likelihoods.yaml, which the site reads, and the rows of the engine and of the plain search
in benchmarks/data/peers.json. The rows of the other log doctors stay as they are there: measure
them with `python -m benchmarks.peers`, which needs the extra `peers`. Takes a few minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from benchmarks.answers import measured
from benchmarks.code import pairs
from benchmarks.likelihoods import FILE, as_yaml, measure, recorded_runs
from benchmarks.page.collect import accuracy_of
from benchmarks.page.described import DESCRIBED
from benchmarks.page.text_rules import code_rules, message_rules
from benchmarks.page.versions import versions
from benchmarks.peers.asking import LOSSARY, SEARCH, Question, answers
from benchmarks.peers.caller import Caller
from benchmarks.peers.command import FIXTURES, asked
from benchmarks.peers.measure import measured as row_of
from benchmarks.peers.peer import Peer
from benchmarks.peers.snapshot import SNAPSHOT, read_rows, write_rows
from content.accuracy import write_accuracy

T = TypeVar("T")

OWN = (LOSSARY, SEARCH)
TIMEOUT = 20.0  # seconds


def options_of(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.page",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=FIXTURES,
        help="where the files for the site are written",
    )
    parser.add_argument(
        "--peers",
        type=Path,
        default=SNAPSHOT,
        help="snapshot with the rows of all systems",
    )
    return parser.parse_args(arguments)


def step(what: str, work: Callable[[], T]) -> T:
    """Say what is done before it is done."""
    print(what, file=sys.stderr, flush=True)
    return work()


def measure_own_rows(question: Question, snapshot: Path) -> None:
    """Put today's rows of the engine and of the plain search into the snapshot."""
    published = frozenset(question.knowledge.ranked)
    today = datetime.now(UTC).date().isoformat()
    rows = []
    for system, given in answers(OWN, question, _call):
        row = row_of(
            system,
            given,
            published,
            today,
        )
        rows.append(row)
    write_rows(rows, snapshot)


def _call(peer: Peer) -> Caller:
    """Return what would ask a tool of others; none of OWN is one."""
    return Caller(peer, sys.executable, TIMEOUT)


def main(arguments: Sequence[str] | None = None) -> int:
    options = options_of(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    question = step("reading runs and entries", asked)
    knowledge = question.knowledge

    step(
        "1 of 4: the engine beside the log doctors",
        lambda: measure_own_rows(question, options.peers),
    )
    rows = step(
        "2 of 4: every set of labeled items",
        lambda: measured(list(DESCRIBED), knowledge),
    )
    programs = step("3 of 4: every rule over program text", lambda: list(pairs()))
    counts = step(
        "4 of 4: every detector on the recorded runs of the entries",
        lambda: measure(recorded_runs(FIXTURES), knowledge),
    )
    (options.folder / FILE).write_text(as_yaml(counts), encoding="utf-8")
    accuracy = accuracy_of(
        rows,
        read_rows(options.peers),
        knowledge,
        question.content,
        versions(),
    )
    of_text = [code_rules(programs), message_rules(rows)]
    write_accuracy(accuracy.model_copy(update={"text_rules": of_text}), options.folder)
    print(f"wrote accuracy.json and {FILE} in {options.folder}", file=sys.stderr)
    return 0
