"""Something tells the two entries of a pair of look-alikes apart."""

import pytest

from content.rules.separation import look_alikes_differ_in_a_sign, separates
from content.tree import parse
from tests.small_content import entry, small_files

BACKGROUNDS = {"loss-oscillates": 0.1, "loss-diverges": 0.1, "step-is-slow": 0.9}
SIGN = {"symptom": "loss-oscillates", "frequency": 5, "evoking": 4}
NO_CHECKS = {"confirmations": []}


def pair(first, second):
    base = {"contra_indications": [], "confirmations": []}
    one = entry("rate-too-high", 50, "rate-too-low", **{**base, **first})
    other = entry("rate-too-low", 51, "rate-too-high", example=None, **{**base, **second})
    return one, other


def indications(**changes):
    return {"indications": [{**SIGN, **changes}]}


def confirmed(verdict):
    outcomes = [{"result": "So it is.", "verdict": verdict, "symptom": "loss-diverges"}]
    outcomes.append({"result": "It is not.", "verdict": "undecided"})
    return {**indications(), "confirmations": [{"check": "second-check", "outcomes": outcomes}]}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (indications(), indications(symptom="loss-diverges")),
        (indications(frequency=5), indications(frequency=2)),
        (
            indications(),
            {
                **indications(symptom="step-is-slow"),
                "contra_indications": [
                    {"symptom": "loss-oscillates", "strength": 4, "note": "It cannot."}
                ],
            },
        ),
        (confirmed("confirms"), confirmed("excludes")),
    ],
)
def test_entries_that_a_sign_or_a_check_parts(first, second):
    assert separates(*pair(first, second), BACKGROUNDS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (indications(), indications()),
        (indications(frequency=5), indications(frequency=4)),
        (indications(evoking=2), indications(frequency=1, evoking=2)),
        (indications(symptom="step-is-slow"), {"indications": []}),
        (confirmed("confirms"), confirmed("confirms")),
    ],
)
def test_entries_that_nothing_parts(first, second):
    assert not separates(*pair(first, second), BACKGROUNDS)


def test_the_pair_is_named_once():
    same = {**indications(), **NO_CHECKS, "contra_indications": []}
    high = entry("rate-too-high", 50, "rate-too-low", **same)
    low = entry("rate-too-low", 51, "rate-too-high", example=None, **same)
    tree = parse(small_files(failure_modes=(high, low)))

    [problem] = look_alikes_differ_in_a_sign(tree)

    assert problem.message == "no sign and no check with verdict separates it from rate-too-low"
