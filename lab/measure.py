"""Measure the engine's symptoms on the runs of a store. The only module that reads the engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import yaml

from engine.observe import observe_curves_and_config
from engine.read import Inputs, NameTables, read_case
from engine.scales import SEEN
from lab import VERSION
from lab.plan import HEALTHY
from lab.store import StoredRun

QUANTILES = (0.05, 0.5, 0.95)
HEADING = "                              runs    q05    q50    q95   seen"
STATED = ("task", "n_classes", "framework", "dataset", "model")

Strengths = Sequence[float]  # of one symptom, one for each run, 0 to 1
ByFailure = Mapping[str, Strengths]  # by failure mode, or healthy
RecordedRun = Mapping[str, Any]
LabeledRun = tuple[str, RecordedRun]  # failure mode or healthy, and the run


@dataclass(frozen=True)
class Measures:
    """Strengths of all measured symptoms.

    runs: failure mode (or healthy) -> number of runs.
    strengths: symptom -> failure mode (or healthy) -> the strength in each run that the symptom
        could be measured on.
    """

    runs: Mapping[str, int]
    strengths: Mapping[str, ByFailure]

    @property
    def failures(self) -> list[str]:
        """Return the names of the failure modes, without healthy, in alphabetical order."""
        names = set(self.runs)
        return sorted(names - {HEALTHY})

    def strengths_in_runs_of(self, failure: str, symptom: str) -> Strengths:
        """Return one strength for each run of the failure that the symptom could be measured on.

        Raises KeyError for an unknown symptom.
        """
        by_failure = self.strengths[symptom]
        return by_failure.get(failure, ())


def records_of(stored_runs: Iterable[StoredRun]) -> Iterator[LabeledRun]:
    """Yield each recorded run under its fault; twins count as healthy.

    A stored run whose fault never showed has neither.
    """
    for stored in stored_runs:
        if stored.record is not None:
            yield stored.fault, stored.record
        if stored.twin is not None:
            yield HEALTHY, stored.twin


def measure(records: Iterable[LabeledRun], names: NameTables) -> Measures:
    """Measure every symptom on every run.

    A symptom that no run could be measured on is in the result as well, without strengths.
    """
    runs: dict[str, int] = defaultdict(int)
    strengths: dict[str, dict[str, list[float]]] = {}
    for failure, record in records:
        runs[failure] += 1
        measured = strengths_in(record, names)
        for symptom, strength in measured.items():
            by_failure = strengths.setdefault(symptom, {})
            if strength is None:
                continue
            of_failure = by_failure.setdefault(failure, [])
            of_failure.append(strength)
    return Measures(runs, strengths)


def strengths_in(record: RecordedRun, names: NameTables) -> dict[str, float | None]:
    """Return the strength of each measured symptom.

    It is None where the run lacks a curve or a setting that the symptom needs.
    """
    case = read_case(_inputs_of(record), names)
    strengths: dict[str, float | None] = {}
    for observation in observe_curves_and_config(case):
        symptom = observation.symptom
        strengths[symptom] = observation.strength
        if observation.state == "not-measured":
            strengths[symptom] = None
    return strengths


def _inputs_of(record: RecordedRun) -> Inputs:
    """Return the run as its author would paste it: curves, and one configuration."""
    stated = {name: record[name] for name in STATED}
    config = stated | record["config"]
    return Inputs(
        metrics=record["metrics"],
        config=config,
    )


def quantiles(strengths: Strengths) -> tuple[float, float, float]:
    """Return the strengths at QUANTILES. Raises IndexError where there are no strengths."""
    values = np.quantile(strengths, QUANTILES)
    low, middle, high = map(float, values)
    return low, middle, high


def count_seen(strengths: Strengths) -> int:
    """Count the runs in which the symptom is seen, by the engine's own threshold."""
    seen = [strength for strength in strengths if strength >= SEEN]
    return len(seen)


def table(measures: Measures, symptoms: Sequence[str] = ()) -> Iterator[str]:
    """Yield lines: for each symptom its quantiles in healthy runs, then in those of each failure.

    symptoms: those to print; all when empty.
    """
    yield HEADING
    for symptom, by_failure in measures.strengths.items():
        if symptoms and symptom not in symptoms:
            continue
        yield symptom
        if not by_failure:
            yield "  measured on no run"
        for failure in (HEALTHY, *measures.failures):
            if failure in by_failure:
                yield _line(failure, by_failure[failure])


def _line(failure: str, strengths: Strengths) -> str:
    """Return one row of the table.

    Columns: failure, runs, quantiles of the strength, share of the runs that show the symptom.
    """
    columns = [f"{value:6.2f}" for value in quantiles(strengths)]
    numbers = " ".join(columns)
    runs = len(strengths)
    share = count_seen(strengths) / runs
    return f"  {failure:26} {runs:5} {numbers} {share:6.0%}"


def false_alarms(measures: Measures) -> Iterator[str]:
    """Yield lines: the symptoms seen in healthy runs, the most frequent first.

    Each line gives the runs that show the symptom and the runs that it could be measured on.
    """
    healthy_runs = measures.runs.get(HEALTHY, 0)
    yield f"False alarms: symptoms seen in {healthy_runs} healthy runs"
    alarms: list[tuple[int, str]] = []
    for symptom in measures.strengths:
        strengths = measures.strengths_in_runs_of(HEALTHY, symptom)
        seen = count_seen(strengths)
        if seen:
            alarms.append((-seen, symptom))
    if not alarms:
        yield "  none"

    for _, symptom in sorted(alarms):
        strengths = measures.strengths_in_runs_of(HEALTHY, symptom)
        seen = count_seen(strengths)
        measured = len(strengths)
        share = seen / measured
        yield f"  {symptom:40} {seen:4} of {measured:4} ({share:.1%})"


def likelihoods(measures: Measures) -> str:
    """Return YAML: of each failure, how many of its runs show each symptom.

    `measured` counts the runs that the symptom could be measured on; `share` is shown / measured.
    """
    entries = []
    for failure in (HEALTHY, *measures.failures):
        entry = {
            "failure_mode": failure,
            "runs": measures.runs.get(failure, 0),
            "symptoms": _likelihoods_of(failure, measures),
        }
        entries.append(entry)
    head = (
        f"# Made by python -m lab measure --write, version {VERSION} of the lab. Do not edit.\n"
        f"# A symptom counts as shown from a strength of {SEEN}.\n"
    )
    return head + yaml.safe_dump(entries, sort_keys=False)


def _likelihoods_of(failure: str, measures: Measures) -> list[dict[str, Any]]:
    """Return one record for each symptom that could be measured on a run of the failure.

    Symptoms that need a curve which no such run logs are left out.
    """
    shown = []
    for symptom in measures.strengths:
        strengths = measures.strengths_in_runs_of(failure, symptom)
        if strengths:
            shown.append(_likelihood(symptom, strengths))
    return shown


def _likelihood(symptom: str, strengths: Strengths) -> dict[str, Any]:
    """Return the counts behind a share, so that a reader can judge how sure it is."""
    seen = count_seen(strengths)
    measured = len(strengths)
    return {
        "symptom": symptom,
        "shown": seen,
        "measured": measured,
        "share": round(seen / measured, 4),
    }
