"""How right the answers are on what people bring, one line for each figure.

python -m benchmarks.answers [--set NAME ...] [--misses] [--save FILE] [--against FILE]

Sets: fresh (reports with their logs), pairs (each in other words), reports, runs, losses (the runs
with their losses alone), logs, silent (texts that report no failure), silent-files (each as a
file), project-files and system-files (files that show no run). `--save` keeps what was right of
each item; `--against` prints which were gained and lost since.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import calibration
from benchmarks.answered import Answered, answered
from benchmarks.item_sets import SETS, SILENT
from benchmarks.progress import counted
from benchmarks.silent_files import RUN
from content.to_knowledge import knowledge_from_files
from engine.knowledge import Knowledge

FIXTURES = Path(__file__).parent.parent / "fixtures"
FIRST = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured share and the items that count for it."""

    name: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def line(self) -> str:
        whole = len(self.right) + len(self.wrong)
        share = len(self.right) / whole if whole else 0.0
        return f"{self.name:<58}{len(self.right):>5} of {whole:<4}{share:>7.1%}"


def figures_of_failures(
    name: str,
    rows: Sequence[Answered],
    known: frozenset[str],
) -> list[Figure]:
    """Return the figures of items whose failure has an entry (covered), and of the others."""
    failing = [row for row in rows if not row.is_fine]
    covered = [row for row in failing if row.item.primary in known]
    uncovered = [row for row in failing if row.item.primary not in known]
    fine = [row for row in rows if row.is_fine]
    return [
        _figure(f"{name}: covered, accepted first", covered, lambda row: row.is_among(1)),
        _figure(
            f"{name}: covered, accepted in the first three",
            covered,
            lambda r: r.is_among(3),
        ),
        _figure(f"{name}: covered, accepted one reported", covered, _is_reported),
        _figure(
            f"{name}: uncovered, no wrong cause reported",
            uncovered,
            _is_not_wrong,
        ),
        _figure(
            f"{name}: harmless, not called a failure",
            fine,
            lambda row: not row.reported,
        ),
        _figure(
            f"{name}: harmless, said to be so",
            fine,
            _is_said_fine,
        ),
        _figure(
            f"{name}: reported first cause is right",
            _naming(rows),
            _is_not_wrong,
        ),
    ]


def _naming(rows: Sequence[Answered]) -> list[Answered]:
    return [row for row in rows if row.reported]


def _is_reported(row: Answered) -> bool:
    return not row.labels.isdisjoint(row.reported)


def _is_not_wrong(row: Answered) -> bool:
    return not row.is_wrongly_named


def _is_quiet(row: Answered) -> bool:
    """Say whether nothing is reported, and healthy is only what holds a run."""
    wrong = {"failure"} if row.item.tier == RUN else {"failure", "healthy"}
    return not row.reported and row.verdict not in wrong


def _is_said_fine(row: Answered) -> bool:
    return row.verdict in {"normal", "healthy", "environment", "no-run"}


def figures_of_pairs(
    rows: Sequence[Answered],
    others: Sequence[Answered],
) -> list[Figure]:
    pairs = {other.item.id: other for other in others}
    return [
        _figure(
            "pairs: same first place",
            rows,
            lambda row: row.ranked[0] == pairs[row.item.id].ranked[0],
        ),
        _figure(
            "pairs: same headline",
            rows,
            lambda row: row.headline == pairs[row.item.id].headline,
        ),
        _figure(
            "pairs: same verdict",
            rows,
            lambda row: row.verdict == pairs[row.item.id].verdict,
        ),
    ]


def _figure(
    name: str,
    rows: Sequence[Answered],
    is_right: Callable[[Answered], bool],
) -> Figure:
    right = tuple(row.item.id for row in rows if is_right(row))
    wrong = tuple(row.item.id for row in rows if not is_right(row))
    return Figure(
        name,
        right,
        wrong,
    )


def measured(
    names: Sequence[str],
    knowledge: Knowledge,
) -> dict[str, list[Answered]]:
    """Answer every item of the sets."""
    rows = {}
    for name in names:
        items = list(SETS[name]())
        rows[name] = [answered(item, knowledge) for item in counted(items, f"items of {name}")]
    return rows


def figures(
    rows: Mapping[str, Sequence[Answered]],
    knowledge: Knowledge,
) -> list[Figure]:
    known = frozenset(knowledge.ranked)
    found: list[Figure] = []
    for name, answers in rows.items():
        if name in SILENT:
            found.append(_figure(f"{name}: no cause reported", answers, _is_quiet))
        elif name == "pairs":
            found += figures_of_pairs(rows.get("fresh", ()), answers)
        else:
            found += figures_of_failures(
                name,
                answers,
                known,
            )
    return [figure for figure in found if figure.right or figure.wrong]


def misses(
    figure: Figure,
    rows: Mapping[str, Sequence[Answered]],
) -> Iterator[str]:
    by_id = {row.item.id: row for row in rows[figure.name.split(":")[0]]}
    for name in figure.wrong:
        row = by_id[name]
        first = ", ".join(row.ranked[:FIRST])
        yield f"  {name}: {row.item.primary}; {row.verdict} {row.probability:.2f}: {first}"


def changes(
    found: Sequence[Figure],
    before: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    """Yield the items that were gained and lost of each figure."""
    for figure in found:
        earlier = set(before.get(figure.name, ()))
        gained = sorted(set(figure.right) - earlier)
        lost = sorted(earlier - set(figure.right))
        if gained or lost:
            yield f"{figure.name}: gained {', '.join(gained) or '-'}; lost {', '.join(lost) or '-'}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--set",
        nargs="+",
        choices=SETS,
        default=list(SETS),
        dest="sets",
    )
    parser.add_argument(
        "--misses",
        action="store_true",
        help="list the items that are wrong",
    )
    parser.add_argument(
        "--save",
        type=Path,
        metavar="FILE",
        help="keep what is right as JSON",
    )
    parser.add_argument(
        "--against",
        type=Path,
        metavar="FILE",
        help="compare with what was kept",
    )
    options = parser.parse_args(arguments)

    knowledge = knowledge_from_files(FIXTURES)
    rows = measured(options.sets, knowledge)
    found = figures(rows, knowledge)
    for figure in found:
        print(figure.line)
        if options.misses:
            print("\n".join(misses(figure, rows)) or "  none")
    print(calibration.as_text(calibration.of_answers(rows)))
    if options.against:
        print("\n".join(changes(found, json.loads(options.against.read_text()))))
    if options.save:
        options.save.write_text(json.dumps({each.name: each.right for each in found}, indent=1))


if __name__ == "__main__":
    main()
