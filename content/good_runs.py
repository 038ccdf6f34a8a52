"""Try the confirming outcomes of all entries on the runs that work.

A check whose confirming outcome a healthy run shows as well confirms nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content import schema
from content.content import Content
from content.figures_in_text import last_values
from content.outcome_bounds import parse_bound
from content.recordings import read_recording
from engine.observe import observe_curves_and_config


@dataclass(frozen=True, slots=True)
class GoodRun:
    """What the working specimen of an entry shows.

    seen: the symptoms that the detectors see. values: the last value of each number.
    """

    slug: str
    seen: frozenset[str]
    values: Mapping[str, float]


def good_runs(content: Content) -> list[GoodRun]:
    """Return what each recorded run that works shows."""
    runs = []
    for slug, specimen in content.specimens.items():
        case = read_recording(specimen.good_recording)
        observations = observe_curves_and_config(case)
        seen = frozenset(item.symptom for item in observations if item.state == "seen")
        values = last_values(specimen.good_recording)
        runs.append(GoodRun(slug, seen, values))
    return runs


def confirmed_on_good_runs(content: Content) -> Iterator[str]:
    """Name each confirming outcome that a good run meets: entry, check, outcome and run."""
    runs = good_runs(content)
    for entry in content.failure_modes:
        if entry.entry_class == "normal":
            continue  # its outcomes confirm that a run is healthy
        for confirmation in entry.confirmations:
            for outcome in confirmation.outcomes:
                for run in runs:
                    if outcome.verdict == "confirms" and is_met(outcome, run):
                        yield f"{entry.slug}, {confirmation.check}: {outcome.result} ({run.slug})"


def is_met(outcome: schema.ConfirmationOutcome, run: GoodRun) -> bool:
    """Say whether a run shows the symptom of an outcome, or meets its bound."""
    if outcome.measure and parse_bound(outcome.measure).is_met(run.values):
        return True
    return outcome.symptom in run.seen
