"""Measure what the words of reports say by the text model alone.

    python -m benchmarks.words                  reports of each hand, by a model without that hand:
        right first, among the first three, Brier score and reliability
    python -m benchmarks.words --reports        labeled reports of benchmarks/data, by the model in
        force; or those of another file of the same form, if one is named

Holding out takes as long as training.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import FIXTURES
from benchmarks.items import DATA
from benchmarks.text_model import print_line
from content.cases import examples
from content.to_knowledge import knowledge_from_files, knowledge_without_model
from engine.knowledge import NORMAL, Knowledge
from engine.words_model.calibration import (
    best_temperature,
    brier,
    probabilities_of,
    reliability,
)
from engine.words_model.scores import CHATTER, words_read
from engine.words_model.train import Example, answers_of, held_out_evidence, learn

FIRST = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A report, the classes that the words put first, and the probability of the first one."""

    label: str
    acceptable: frozenset[str]
    first: tuple[str, ...]
    said: float

    @property
    def is_right(self) -> bool:
        return self.label in self.first[:1]

    def accepts(
        self,
        count: int,
    ) -> bool:
        """Say whether an accepted class is among the first ones."""
        accepted = self.acceptable | {self.label}
        return not accepted.isdisjoint(self.first[:count])


def group_of(
    label: str,
    knowledge: Knowledge,
) -> str:
    """Return covered, normal, planned, chatter or other."""
    if label == CHATTER:
        return "chatter"
    if label in knowledge.planned:
        return "planned"
    mode = knowledge.failure_modes.get(label)
    if mode is None:
        return "other"
    return "normal" if mode.entry_class == NORMAL else "covered"


def table(
    judged: Sequence[Judged],
    knowledge: Knowledge,
) -> str:
    """Return first and top 3, strict and acceptable, of each group and of all."""
    groups: dict[str, list[Judged]] = {"all": list(judged)}
    for each in judged:
        groups.setdefault(group_of(each.label, knowledge), []).append(each)

    lines = [f"{'group':<12}{'texts':>7}{'first':>8}{'top 3':>8}{'accepted first':>16}{'top 3':>8}"]
    for name, group in groups.items():
        shares = "".join(_percent(share, width) for share, width in _shares(group))
        lines.append(f"{name:<12}{len(group):>7}{shares}")
    return "\n".join(lines)


def _shares(group: Sequence[Judged]) -> Iterator[tuple[float, int]]:
    """Yield each share with the width of its column."""
    yield _mean(each.is_right for each in group), 8
    yield _mean(each.label in each.first for each in group), 8
    yield _mean(each.accepts(1) for each in group), 16
    yield _mean(each.accepts(FIRST) for each in group), 8


def _mean(values: Iterable[bool]) -> float:
    return float(np.mean(list(values) or [False]))


def _percent(
    share: float,
    width: int,
) -> str:
    return f"{share:>{width}.1%}"


def calibration_table(judged: Sequence[Judged]) -> str:
    """Return the Brier score of the first class, and how often it is right by what it was given."""
    said = np.array([each.said for each in judged])
    right = np.array(
        [each.is_right for each in judged],
        dtype=bool,
    )
    lines = [
        f"Brier score of the first class {brier(said, right):.3f}",
        f"{'said':<14}{'texts':>7}{'mean':>8}{'right':>8}",
    ]
    for part in reliability(said, right):
        span = f"{part.low:.1f} to {part.high:.1f}"
        lines.append(f"{span:<14}{part.texts:>7}{part.said:>8.2f}{part.right:>8.2f}")
    return "\n".join(lines)


def judged_by_hands(chosen: Sequence[Example]) -> list[Judged]:
    """Judge each case by a model that was fitted without its hand."""
    learned = learn(
        chosen,
        report=print_line,
    )
    evidence = held_out_evidence(
        learned,
        chosen,
    )
    answers = answers_of(
        chosen,
        learned.classes,
    )
    cases = np.array([each.is_case and each.weight >= 1.0 for each in chosen])
    temperature = best_temperature(
        evidence[cases],
        answers[cases],
    )
    print(f"temperature {temperature:.4f}")

    probabilities = probabilities_of(
        evidence,
        temperature,
    )
    kept = [each for each, is_case in zip(chosen, cases, strict=True) if is_case]
    rows = zip(
        kept,
        probabilities[cases],
        strict=True,
    )
    return [_judged(example, row, learned.classes) for example, row in rows]


def _judged(
    example: Example,
    probabilities: NDArray[np.float64],
    classes: Sequence[str],
) -> Judged:
    order = np.argsort(-probabilities, kind="stable")[:FIRST]
    return Judged(
        label=example.label,
        acceptable=frozenset(example.acceptable),
        first=tuple(classes[place] for place in order),
        said=float(probabilities[order[0]]),
    )


def judged_reports(
    path: Path,
    knowledge: Knowledge,
) -> Iterator[Judged]:
    """Judge the reports of a file by the model in force: one a line, in JSON."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = words_read(row["text"], knowledge).log_probabilities
        order = sorted(found, key=lambda name: (-found[name], name))[:FIRST]
        said = float(np.exp(found[order[0]])) if order else 0.0
        yield Judged(
            label=_target(row["primary"], knowledge),
            acceptable=frozenset(_target(name, knowledge) for name in row["acceptable"]),
            first=tuple(order),
            said=said,
        )


def _target(
    slug: str,
    knowledge: Knowledge,
) -> str:
    """Return the entry that a pointer points to, and any other slug as it is."""
    mode = knowledge.failure_modes.get(slug)
    return mode.points_to if mode and mode.points_to else slug


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--reports",
        nargs="?",
        type=Path,
        const=DATA / "reports.jsonl",
        help="judge the labeled reports of a file by the model in force",
    )
    options = parser.parse_args()
    if options.reports:
        knowledge = knowledge_from_files(FIXTURES)
        judged = list(judged_reports(options.reports, knowledge))
    else:
        knowledge = knowledge_without_model(FIXTURES)
        judged = judged_by_hands(examples(FIXTURES, knowledge))
    print(table(judged, knowledge))
    print(calibration_table(judged))


if __name__ == "__main__":
    main()
