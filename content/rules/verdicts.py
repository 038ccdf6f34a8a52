"""Check that the outcomes of a confirmation part the world."""

from __future__ import annotations

from collections.abc import Container

from content import schema
from content.outcome_bounds import BoundError, parse_bound
from content.problems import Problems
from content.tree import Record, Tree

DECIDED = {"confirms", "excludes"}


def outcomes_of_a_confirmation_differ(tree: Tree) -> Problems:
    """Name each confirmation all of whose outcomes say the same about the entry."""
    for record in tree.failure_modes:
        for index, confirmation in enumerate(record.value.confirmations):
            verdicts = _verdicts(confirmation)
            if len(verdicts) == 1:
                message = "all outcomes have one verdict, so the check tells nothing"
                yield record.problem(
                    message,
                    "confirmations",
                    index,
                    "outcomes",
                )


def entries_have_a_check_that_decides(tree: Tree) -> Problems:
    """Name each entry without a check that can confirm it as well as exclude it."""
    for record in tree.failure_modes:
        confirmations = record.value.confirmations
        if confirmations and not any(map(_decides, confirmations)):
            message = "no check has an outcome that confirms and one that excludes"
            yield record.problem(
                message,
                "confirmations",
            )


def _decides(confirmation: schema.Confirmation) -> bool:
    verdicts = _verdicts(confirmation)
    return verdicts >= DECIDED


def _verdicts(confirmation: schema.Confirmation) -> set[str]:
    outcomes = confirmation.outcomes
    return {outcome.verdict for outcome in outcomes}


def outcomes_name_symptoms_of_their_check(tree: Tree) -> Problems:
    """Name each outcome whose symptom its check does not reveal."""
    revealed = _revealed(tree)
    for record in tree.failure_modes:
        for index, confirmation in enumerate(record.value.confirmations):
            known = revealed.get(confirmation.check)
            if known is None:
                continue
            yield from _faulty_outcomes(
                record,
                index,
                known,
            )


def _revealed(tree: Tree) -> dict[str, set[str]]:
    """Map each check to the symptoms that it reveals."""
    revealed = {}
    for record in tree.checks:
        check = record.value
        outcomes = check.outcomes
        revealed[check.slug] = {outcome.symptom for outcome in outcomes}
    return revealed


def _faulty_outcomes(
    record: Record[schema.FailureMode],
    index: int,
    known: Container[str],
) -> Problems:
    """Name each outcome of a confirmation with an unknown symptom or a bound that is none."""
    confirmation = record.value.confirmations[index]
    for place, outcome in enumerate(confirmation.outcomes):
        location = ("confirmations", index, "outcomes", place)
        symptom = outcome.symptom
        if symptom and symptom not in known:
            message = f"{confirmation.check} does not reveal {symptom}"
            yield record.problem(
                message,
                *location,
                "symptom",
            )
        fault = _fault_of_bound(outcome.measure)
        if fault:
            yield record.problem(
                fault,
                *location,
                "measure",
            )


def _fault_of_bound(text: str | None) -> str:
    """Say why a bound cannot be read; "" where it can, or where there is none."""
    if not text:
        return ""
    try:
        parse_bound(text)
    except BoundError as error:
        return str(error)
    return ""
