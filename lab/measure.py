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
STATED = ("task", "n_classes", "framework", "dataset", "model")
Records = Iterable[tuple[str, Mapping[str, Any]]]  # failure mode or healthy, recorded run


@dataclass(frozen=True)
class Measures:
    """runs: failure mode (or healthy) -> number of runs.

    strengths: symptom -> failure mode (or healthy) -> the strength in each run that the symptom
    could be measured on.
    """

    runs: Mapping[str, int]
    strengths: Mapping[str, Mapping[str, Sequence[float]]]

    @property
    def failures(self) -> list[str]:
        return sorted(name for name in self.runs if name != HEALTHY)


def records_of(stored_runs: Iterable[StoredRun]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Return each recorded run under its fault; twins count as healthy."""
    for one in stored_runs:
        if one.record is not None:
            yield one.fault, one.record
        if one.twin is not None:
            yield HEALTHY, one.twin


def measure(records: Records, names: NameTables) -> Measures:
    runs: dict[str, int] = defaultdict(int)
    strengths: dict[str, dict[str, list[float]]] = {}
    for failure, record in records:
        runs[failure] += 1
        for symptom, strength in strengths_in(record, names).items():
            by_failure = strengths.setdefault(symptom, {})
            if strength is not None:
                by_failure.setdefault(failure, []).append(strength)
    return Measures(runs, strengths)


def strengths_in(record: Mapping[str, Any], names: NameTables) -> dict[str, float | None]:
    """Return the strength of each measured symptom, None where the run lacks what it needs."""
    config = {name: record[name] for name in STATED} | record["config"]
    case = read_case(Inputs(metrics=record["metrics"], config=config), names)
    strengths: dict[str, float | None] = {}
    for observation in observe_curves_and_config(case):
        is_measured = observation.state != "not-measured"
        strengths[observation.symptom] = observation.strength if is_measured else None
    return strengths


def quantiles(strengths: Sequence[float]) -> tuple[float, ...]:
    return tuple(float(value) for value in np.quantile(strengths, QUANTILES))


def count_seen(strengths: Sequence[float]) -> int:
    return sum(strength >= SEEN for strength in strengths)


def table(measures: Measures, symptoms: Sequence[str] = ()) -> Iterator[str]:
    """Print for each symptom its quantiles in healthy runs, then in the runs of each failure."""
    yield f"{'':28} {'runs':>5} {'q05':>6} {'q50':>6} {'q95':>6} {'seen':>6}"
    for symptom, by_failure in measures.strengths.items():
        if symptoms and symptom not in symptoms:
            continue
        yield symptom
        for failure in (HEALTHY, *measures.failures):
            if failure in by_failure:
                yield _line(failure, by_failure[failure])
        if not by_failure:
            yield "  measured on no run"


def _line(failure: str, strengths: Sequence[float]) -> str:
    numbers = " ".join(f"{value:6.2f}" for value in quantiles(strengths))
    share = count_seen(strengths) / len(strengths)
    return f"  {failure:26} {len(strengths):5} {numbers} {share:6.0%}"


def false_alarms(measures: Measures) -> Iterator[str]:
    """Print the symptoms seen in healthy runs, the most frequent first."""
    yield f"False alarms: symptoms seen in {measures.runs.get(HEALTHY, 0)} healthy runs"
    counts: list[tuple[int, int, str]] = []
    for symptom, by_failure in measures.strengths.items():
        strengths = by_failure.get(HEALTHY, ())
        seen = count_seen(strengths)
        if seen:
            counts.append((seen, len(strengths), symptom))
    if not counts:
        yield "  none"
    for seen, measured, symptom in sorted(counts, key=lambda count: (-count[0], count[2])):
        yield f"  {symptom:40} {seen:4} of {measured:4} ({seen / measured:.1%})"


def likelihoods(measures: Measures) -> str:
    """Return YAML: of each failure, how many of its runs show each symptom.

    `measured` counts the runs that the symptom could be measured on; `share` is shown / measured.
    """
    entries: list[dict[str, Any]] = []
    for failure in (HEALTHY, *measures.failures):
        shown = [_likelihood(symptom, measures, failure) for symptom in measures.strengths]
        entries.append(
            {
                "failure_mode": failure,
                "runs": measures.runs.get(failure, 0),
                "symptoms": [one for one in shown if one["measured"]],
            }
        )
    head = (
        f"# Made by python -m lab measure --write, version {VERSION} of the lab. Do not edit.\n"
        f"# A symptom counts as shown from a strength of {SEEN}.\n"
    )
    return head + yaml.safe_dump(entries, sort_keys=False)


def _likelihood(symptom: str, measures: Measures, failure: str) -> dict[str, Any]:
    strengths = measures.strengths[symptom].get(failure, ())
    seen = count_seen(strengths)
    share = round(seen / len(strengths), 4) if strengths else 0.0
    return {"symptom": symptom, "shown": seen, "measured": len(strengths), "share": share}
