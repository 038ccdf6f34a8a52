"""Count how often each detector fires on the recorded runs, and write the counts.

python -m benchmarks.likelihoods [--check]

Each entry has two recorded runs, fixtures/specimens/<slug>/bad.jsonl and good.jsonl. A detector
should fire on the bad runs of the entries that list its symptom, and stay silent on the good ones.
The counts are written to fixtures/likelihoods.yaml; `--check` compares them with what it holds, and
ends with 1 where they differ. The runs of entries of the class "normal" look wrong on purpose, so
they are counted apart.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from benchmarks.accuracy import FIXTURES
from content.to_knowledge import knowledge_from_files
from engine.evidence import Observation
from engine.knowledge import Knowledge
from engine.observe import DETECTORS, observe_curves_and_config
from engine.read import Inputs, NamedFile, read_case

FILE = "likelihoods.yaml"
SPECIMENS = "specimens"
BAD, GOOD = "bad", "good"
NORMAL = "normal"  # class of the entries whose runs only look wrong

HEADER = """\
# How often each detector fires on the recorded runs; written by: python -m benchmarks.likelihoods
# listed: bad runs of the entries that list the symptom. good: good runs of all entries whose runs
# can fail. normal: both runs of the entries that only look wrong. Each: [runs measured, runs seen].
# seen_in, missed_in: the entries of listed, by whether the symptom was seen on their bad run.
"""


@dataclass(slots=True)
class Count:
    """Runs on which a symptom was measured, and those of them on which it was seen."""

    measured: int = 0
    seen: int = 0

    def add(self, is_seen: bool) -> None:
        self.measured += 1
        self.seen += is_seen

    def as_list(self) -> list[int]:
        return [self.measured, self.seen]


@dataclass(frozen=True, slots=True)
class Run:
    """A recorded run: of which entry, and whether it is the bad or the good one."""

    entry: str
    quality: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The counts of one symptom over the recorded runs.

    seen_in, missed_in: slugs of the entries that `listed` counts, by what was found.
    """

    listed: Count = field(default_factory=Count)
    good: Count = field(default_factory=Count)
    normal: Count = field(default_factory=Count)
    seen_in: list[str] = field(default_factory=list)
    missed_in: list[str] = field(default_factory=list)

    def add(self, run: Run, is_normal: bool, is_listed: bool, is_seen: bool) -> None:
        """Count a run; a bad one only where its entry lists the symptom."""
        if is_normal:
            self.normal.add(is_seen)
        elif run.quality == GOOD:
            self.good.add(is_seen)
        elif is_listed:
            self.listed.add(is_seen)
            slugs = self.seen_in if is_seen else self.missed_in
            slugs.append(run.entry)

    def as_record(self) -> dict[str, list[int] | list[str]]:
        record: dict[str, list[int] | list[str]] = {
            "listed": self.listed.as_list(),
            GOOD: self.good.as_list(),
            NORMAL: self.normal.as_list(),
        }
        slugs = {"seen_in": self.seen_in, "missed_in": self.missed_in}
        record |= {name: listed for name, listed in slugs.items() if listed}
        return record


def recorded_runs(fixtures: Path) -> Iterator[Run]:
    """Yield the runs of all specimens, in the order of their entries. Raises OSError."""
    folders = sorted((fixtures / SPECIMENS).iterdir())
    for folder in folders:
        for quality in (BAD, GOOD):
            file = folder / f"{quality}.jsonl"
            if file.exists():
                yield Run(folder.name, quality, file.read_bytes())


def measure(runs: Iterable[Run], knowledge: Knowledge) -> dict[str, Likelihood]:
    """Return the counts of every measured symptom, by symptom, in alphabetical order."""
    symptoms = sorted(detector.symptom for detector in DETECTORS)
    counts = {symptom: Likelihood() for symptom in symptoms}
    for run in runs:
        file = NamedFile(f"{run.quality}.jsonl", run.content)
        case = read_case(Inputs(files=(file,)), knowledge)
        for observation in observe_curves_and_config(case):
            if observation.state == "not-measured":
                continue
            _add(counts[observation.symptom], run, observation, knowledge)
    return counts


def _add(
    likelihood: Likelihood,
    run: Run,
    observation: Observation,
    knowledge: Knowledge,
) -> None:
    """Count an observation; a run without an entry counts nowhere."""
    entry = knowledge.failure_modes.get(run.entry)
    if entry is None:
        return
    listed = {sign.symptom for sign in entry.indications}
    likelihood.add(
        run,
        is_normal=entry.entry_class == NORMAL,
        is_listed=observation.symptom in listed,
        is_seen=observation.state == "seen",
    )


def as_yaml(counts: Mapping[str, Likelihood]) -> str:
    """Return the text of the file: one line a symptom."""
    lines = [HEADER]
    for symptom, likelihood in counts.items():
        record = yaml.safe_dump(
            likelihood.as_record(),
            default_flow_style=True,
            sort_keys=False,
            width=100_000,
        )
        lines.append(f"{symptom}: {record}")
    return "".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args()

    knowledge = knowledge_from_files(FIXTURES)
    counts = measure(recorded_runs(FIXTURES), knowledge)
    text = as_yaml(counts)
    file = FIXTURES / FILE
    if not options.check:
        file.write_text(text, encoding="utf-8")
        return
    if file.read_text(encoding="utf-8") != text:
        sys.exit(f"{file.name} is not current: run python -m benchmarks.likelihoods")


if __name__ == "__main__":
    main()
