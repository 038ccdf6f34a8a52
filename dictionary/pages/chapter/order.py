"""In which order to check what it is: cheap checks that decide about many entries go first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dictionary.models import Check, Confirmation, FailureMode

MOST_STEPS = 5
CONFIRMS = "confirms"


@dataclass(frozen=True, slots=True)
class Finding:
    """A result of a check and the entry that it confirms."""

    result: str
    entry: FailureMode


@dataclass(frozen=True, slots=True)
class Step:
    check: Check
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Order:
    """`left`: entries that no step confirms; each has a check on its own page."""

    steps: Sequence[Step]
    left: Sequence[FailureMode]


def order_of(entries: Sequence[FailureMode]) -> Order:
    """Choose the steps for entries that come with their confirmations."""
    candidates = steps_of(entries)
    undecided = {entry.pk for entry in entries}
    chosen: list[Step] = []
    while candidates and len(chosen) < MOST_STEPS:
        best = best_of(candidates, undecided)
        decided = decided_by(best) & undecided
        if not decided:
            break
        chosen.append(best)
        candidates.remove(best)
        undecided -= decided
    left = [entry for entry in entries if entry.pk in undecided]
    return Order(chosen, left)


def steps_of(
    entries: Iterable[FailureMode],
) -> list[Step]:
    """Return each check with all that it confirms, in the order of the checks."""
    steps: dict[int, Step] = {}
    for entry in entries:
        for confirmation in entry.confirmations.all():
            check = confirmation.the_check
            new = Step(check, findings=[])
            step = steps.setdefault(check.pk, new)
            found = findings_of(confirmation, entry)
            step.findings.extend(found)
    return sorted(steps.values(), key=place_of)


def place_of(step: Step) -> int:
    return step.check.position


def findings_of(
    confirmation: Confirmation,
    entry: FailureMode,
) -> list[Finding]:
    findings = []
    for outcome in confirmation.outcomes:
        if outcome["verdict"] != CONFIRMS:
            continue
        result = outcome["result"]
        finding = Finding(result, entry)
        findings.append(finding)
    return findings


def best_of(
    candidates: Sequence[Step],
    undecided: set[int],
) -> Step:
    """Return the step that decides about most entries for its cost; of equal ones the first."""

    def worth(step: Step) -> float:
        costs = Check.Cost.values
        price = 1 + costs.index(step.check.cost)
        decided = decided_by(step) & undecided
        return len(decided) / price

    return max(candidates, key=worth)


def decided_by(step: Step) -> set[int]:
    return {finding.entry.pk for finding in step.findings}
