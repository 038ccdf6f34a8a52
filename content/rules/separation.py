"""Check that something tells the two entries of a pair of look-alikes apart."""

from __future__ import annotations

from collections.abc import Mapping

from content import schema
from content.problems import Problems
from content.tree import Tree
from engine.scales import FREQUENCY

# A sign tells two entries apart when the shares of their runs that show it differ by this much,
# and when it is more than a weak hint for one of them.
LEAST_DIFFERENCE = 0.3
LEAST_EVOKING = 3

Backgrounds = Mapping[str, float]


def look_alikes_differ_in_a_sign(tree: Tree) -> Problems:
    """Name each pair of written look-alikes that neither a sign nor a check with verdict separates.

    The pair is named in the entry with the smaller slug.
    """
    entries = {record.value.slug: record.value for record in tree.failure_modes}
    backgrounds = {record.value.slug: record.value.background for record in tree.symptoms}
    for record in tree.failure_modes:
        for index, look_alike in enumerate(record.value.look_alikes):
            other = entries.get(look_alike.failure_mode)
            if other is None or other.slug < record.value.slug:
                continue
            if separates(record.value, other, backgrounds):
                continue
            message = f"no sign and no check with verdict separates it from {other.slug}"
            yield record.problem(
                message,
                "look_alikes",
                index,
            )


def separates(
    one: schema.FailureMode,
    other: schema.FailureMode,
    backgrounds: Backgrounds,
) -> bool:
    """Say whether a sign, or a check that both use with other outcomes, parts two entries."""
    if _contradicts(one, other) or _contradicts(other, one):
        return True
    symptoms = {*_signs(one), *_signs(other)}
    if any(_differs(symptom, one, other, backgrounds) for symptom in symptoms):
        return True
    return _opposite_outcomes(one, other)


def _signs(entry: schema.FailureMode) -> dict[str, schema.Indication]:
    return {indication.symptom: indication for indication in entry.indications}


def _contradicts(
    one: schema.FailureMode,
    other: schema.FailureMode,
) -> bool:
    """Say whether a sign of one entry speaks against the other."""
    against = {contra.symptom for contra in other.contra_indications}
    return not against.isdisjoint(_signs(one))


def _differs(
    symptom: str,
    one: schema.FailureMode,
    other: schema.FailureMode,
    backgrounds: Backgrounds,
) -> bool:
    first = _signs(one).get(symptom)
    second = _signs(other).get(symptom)
    background = backgrounds.get(symptom, 0.0)
    share = _share(first, background)
    other_share = _share(second, background)
    evoking = max(each.evoking for each in (first, second) if each)
    return abs(share - other_share) >= LEAST_DIFFERENCE and evoking >= LEAST_EVOKING


def _share(
    indication: schema.Indication | None,
    background: float,
) -> float:
    """Return the share of the runs of an entry that show a symptom."""
    if indication is None:
        return background
    step = FREQUENCY[indication.frequency]
    return max(step.worth, background)


def _opposite_outcomes(
    one: schema.FailureMode,
    other: schema.FailureMode,
) -> bool:
    """Say whether a symptom confirms one entry and excludes the other."""
    confirmed = _decided(one, "confirms") | _decided(other, "confirms")
    excluded = _decided(one, "excludes") | _decided(other, "excludes")
    return not confirmed.isdisjoint(excluded)


def _decided(
    entry: schema.FailureMode,
    verdict: str,
) -> set[str]:
    symptoms = set()
    for confirmation in entry.confirmations:
        for outcome in confirmation.outcomes:
            if outcome.verdict == verdict and outcome.symptom:
                symptoms.add(outcome.symptom)
    return symptoms
