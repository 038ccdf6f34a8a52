"""Check that a sign has one threshold in the whole book."""

from __future__ import annotations

from content import schema
from content.problems import Problems
from content.rules.numbers import figures_in
from content.tree import Record, Tree

Symptoms = dict[str, schema.Symptom]
Checks = dict[str, schema.Check]


def signs_have_one_threshold(tree: Tree) -> Problems:
    """Name each figure by which an outcome decides about a symptom, and that neither the symptom
    nor the check gives: the same sign would begin elsewhere in every entry.
    """
    symptoms = {record.value.slug: record.value for record in tree.symptoms}
    checks = {record.value.slug: record.value for record in tree.checks}
    for record in tree.failure_modes:
        for index in range(len(record.value.confirmations)):
            yield from _strays(
                record,
                index,
                symptoms,
                checks,
            )


def _strays(
    record: Record[schema.FailureMode],
    index: int,
    symptoms: Symptoms,
    checks: Checks,
) -> Problems:
    """Name the figures of one confirmation that are given nowhere else."""
    confirmation = record.value.confirmations[index]
    check = checks.get(confirmation.check)
    for place, outcome in enumerate(confirmation.outcomes):
        symptom = symptoms.get(outcome.symptom or "")
        if check is None or symptom is None:
            continue
        given = _given(symptom, check)
        for figure in figures_in(outcome.result):
            if figure in given:
                continue
            message = f"{figure} stands neither in {symptom.slug} nor in {check.slug}"
            yield record.problem(
                message,
                "confirmations",
                index,
                "outcomes",
                place,
                "result",
            )


def _given(
    symptom: schema.Symptom,
    check: schema.Check,
) -> str:
    """Return the texts that give thresholds of a symptom and of the check that reveals it."""
    texts = [
        symptom.statement,
        symptom.measure,
        check.procedure,
    ]
    for outcome in check.outcomes:
        texts += [
            outcome.question,
            outcome.if_yes,
            outcome.if_no,
        ]
    return "\n".join(texts)
