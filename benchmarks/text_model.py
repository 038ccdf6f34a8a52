"""Measure what fitting and pruning the text model costs.

    python -m benchmarks.text_model              seconds, memory and file size of a fit of full size
    python -m benchmarks.text_model --pruning    accuracy on held-out cases, before and after
        pruning

The fit of full size has synthetic examples and runs in a process of its own. Exits with 1 when it
is over one of the budgets.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import FIXTURES
from benchmarks.synthetic_cases import synthetic_examples
from content.cases import CASES, read_cases
from engine.words_model.calibration import top_share
from engine.words_model.model import TextModel
from engine.words_model.prune import WEIGHTS_PER_CLASS, prune
from engine.words_model.train import Example, Learned, fit, learn

REPORTS = 16_000
PHRASES = 13_000
CLASSES = 300

MAX_SECONDS = 360.0
MAX_GIGABYTES = 3.0
MAX_MEGABYTES = 8.0

FOLDS = 5
ANSWERED = 500  # texts whose answers are timed

STARTED = time.perf_counter()


@dataclass(frozen=True, slots=True)
class Measure:
    name: str
    value: float
    bound: float
    unit: str

    @property
    def is_over(self) -> bool:
        return self.value >= self.bound

    def __str__(self) -> str:
        return f"{self.name:<12}{self.value:>8.2f} {self.unit} (less than {self.bound:g})"


def fit_to_file(path: Path, examples: Sequence[Example]) -> None:
    """Fit a model, as train_text_model does, and print the progress."""
    result = fit(examples, report=print_line)
    path.write_bytes(result.model.to_bytes())


def measure_fit(path: Path, sizes: Sequence[int]) -> list[Measure]:
    """Fit in a child process, and return its seconds, peak memory and file size."""
    counts = [str(size) for size in sizes]
    command = [sys.executable, "-m", "benchmarks.text_model", "--fit-to", str(path), *counts]
    started = time.perf_counter()
    subprocess.run(command, check=True)  # noqa: S603 - this module itself
    seconds = time.perf_counter() - started

    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024  # Linux counts kilobytes
    return [
        Measure("time", seconds, MAX_SECONDS, "s"),
        Measure("peak memory", peak / 1e9, MAX_GIGABYTES, "GB"),
        Measure("file", path.stat().st_size / 1e6, MAX_MEGABYTES, "MB"),
    ]


def print_answering(path: Path, examples: Sequence[Example]) -> None:
    """Print how long reading the file and answering a text take."""
    started = time.perf_counter()
    model = TextModel.from_bytes(path.read_bytes())
    print(f"{'loading':<12}{time.perf_counter() - started:>8.2f} s")

    texts = [example.text for example in examples[:ANSWERED]]
    started = time.perf_counter()
    for text in texts:
        model.log_probabilities(text)
    milliseconds = 1000 * (time.perf_counter() - started) / len(texts)
    print(f"{'answering':<12}{milliseconds:>8.2f} ms a text")


def print_pruning() -> None:
    """Print how well cases held out in FOLDS folds are named with exact and with pruned weights."""
    paths = sorted((FIXTURES / CASES).glob("*.jsonl"))
    cases = [case for path in paths for case in read_cases(path)]
    budgets = {"exact": None, "all, int8": sys.maxsize, f"{WEIGHTS_PER_CLASS:,}": WEIGHTS_PER_CLASS}
    scores: dict[str, list[NDArray[np.float64]]] = {name: [] for name in budgets}
    answers = []

    for fold in range(FOLDS):
        print_line(f"Fold {fold + 1} of {FOLDS}")
        held_out = cases[fold::FOLDS]
        others = [case for number, case in enumerate(cases) if number % FOLDS != fold]
        learned = learn(others, report=print_line)
        answers.append([learned.classes.index(case.label) for case in held_out])
        for name, budget in budgets.items():
            scores[name].append(scores_of(learned, budget, held_out))

    print(f"{len(cases)} held-out cases of {len(learned.classes)} entries, {FOLDS} folds")
    print(f"{'weights per class':<20}{'top-1':>8}{'top-3':>8}")
    for name, parts in scores.items():
        together = np.concatenate(parts), np.concatenate(answers)
        print(f"{name:<20}{top_share(*together, 1):>8.4f}{top_share(*together, 3):>8.4f}")


def scores_of(
    learned: Learned,
    budget: int | None,
    cases: Sequence[Example],
) -> NDArray[np.float64]:
    """Return the scores of each class for each case, without a budget those of exact weights."""
    vectors = [learned.vectorizer(case.text) for case in cases]
    if budget is None:
        exact = [values @ learned.weights[columns] for columns, values in vectors]
        return np.array(exact, dtype=np.float64)

    classes = len(learned.classes)
    pruned = prune(learned.weights, learned.use, kept=budget * classes)
    return np.array([pruned.scores(columns, values, classes) for columns, values in vectors])


def print_line(line: str) -> None:
    print(f"{time.perf_counter() - STARTED:>5.0f} s  {line}", flush=True)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pruning", action="store_true", help="measure accuracy, not the budgets")
    parser.add_argument("--fit-to", type=Path, help="only fit, and write the model to this file")
    parser.add_argument(
        "sizes",
        nargs="*",
        type=int,
        default=[REPORTS, PHRASES, CLASSES],
        metavar="SIZE",
        help="numbers of reports, phrases and classes",
    )
    return parser.parse_args()


def main() -> None:
    chosen = options()
    if chosen.pruning:
        print_pruning()
        return

    examples = synthetic_examples(FIXTURES, *chosen.sizes)
    if chosen.fit_to:
        fit_to_file(chosen.fit_to, examples)
        return

    path = FIXTURES.parent / "var" / "benchmark_text_model.npz"
    path.parent.mkdir(exist_ok=True)
    measures = measure_fit(path, chosen.sizes)
    print(*measures, sep="\n")
    print_answering(path, examples)
    if any(measure.is_over for measure in measures):
        sys.exit("over budget")


if __name__ == "__main__":
    main()
