"""Findings stand after the causes that explain them, and families stand for their children."""

from dataclasses import replace

import numpy as np
import pytest

from engine.evidence import DirectEvidence, Observation
from engine.knowledge import FailureMode
from engine.rank.order import order_of
from engine.rank.ranking import Pointers, rank
from tests.engine.knowledge import knowledge


def mode(slug, **fields):
    return FailureMode(slug, "common", (), **fields)


MODES = (
    mode("nan-loss", entry_class="finding", causes=("exploding", "fp16", "out-of-memory")),
    mode("exploding", consequences=("nan-loss",), causes=("rate",)),
    mode("fp16", consequences=("nan-loss",)),
    mode("rate", consequences=("exploding",)),
    mode("out-of-memory", entry_class="loud", causes=("rate",)),
    mode("leakage", entry_class="family", children=("temporal", "contamination")),
    mode("temporal"),
    mode("contamination"),
    mode("overfitting", entry_class="family", children=("temporal",), ranks_as_itself=True),
    mode("is-normal", entry_class="normal"),
    mode("advice", entry_class="habit"),
    mode("other-name", entry_class="pointer", points_to="rate"),
)
KNOWN = replace(knowledge(), edition="of orders", failure_modes={each.slug: each for each in MODES})


BACKING = tuple(DirectEvidence(each.slug, 1.0, "code", "line 3") for each in MODES)


def order(*, direct=BACKING, **probabilities):
    """Order by probabilities, with something that is measured behind each mode."""
    given = {name.replace("_", "-"): value for name, value in probabilities.items()}
    ranking = rank((), KNOWN, Pointers(direct=direct))
    every = {**dict.fromkeys(ranking.probabilities, 0.0), **given}
    return order_of(replace(ranking, probabilities=every), KNOWN)


def test_normal_pages_habits_and_pointers_are_never_ranked():
    assert {"is-normal", "advice", "other-name"}.isdisjoint(order().modes)


def test_probabilities_are_shown_of_modes_alone():
    shown = order(rate=0.5)

    assert shown.probabilities.keys() == set(shown.modes)


def test_likely_modes_are_reported_in_order():
    assert order(fp16=0.3, rate=0.5, exploding=0.1).reported == ("rate", "fp16")
    assert order(fp16=0.1).reported == ()


def test_on_words_alone_a_mode_is_reported_from_a_half_on():
    said = tuple(replace(item, source="description") for item in BACKING)

    assert order(direct=said, fp16=0.49, rate=0.5).reported == ("rate",)
    assert order(direct=(), fp16=0.49).reported == ()


def test_a_finding_stands_after_the_cause_that_explains_it():
    found = order(nan_loss=0.6, exploding=0.3)

    assert found.modes[:2] == ("exploding", "nan-loss")
    assert found.reported == ("exploding", "nan-loss")


def test_a_cause_of_a_cause_explains_as_well():
    assert order(nan_loss=0.6, rate=0.3).modes[:2] == ("rate", "nan-loss")


@pytest.mark.parametrize("causes", [{}, {"exploding": 0.1}, {"exploding": 0.1, "rate": 0.14}])
def test_a_plain_finding_is_first_where_no_cause_of_it_is_reported(causes):
    found = order(nan_loss=0.8, **causes)

    assert found.modes[0] == "nan-loss"
    assert found.reported[0] == "nan-loss"


def test_a_plain_finding_is_first_where_several_causes_share_it():
    found = order(nan_loss=0.9, exploding=0.3, fp16=0.2)

    assert found.reported == ("nan-loss", "exploding", "fp16")


def test_what_is_not_reported_shares_a_finding_as_well():
    assert order(nan_loss=0.9, exploding=0.2, fp16=0.14).reported == ("nan-loss", "exploding")


@pytest.mark.parametrize(
    ("exploding", "fp16"), [(0.3, 0.15), (0.5, 0.4)], ids=["twice the next", "plain itself"]
)
def test_a_cause_that_leads_the_others_stands_before_their_finding(exploding, fp16):
    found = order(nan_loss=0.9, exploding=exploding, fp16=fp16)

    assert found.reported == ("exploding", "fp16", "nan-loss")


def test_a_finding_that_no_cause_of_it_is_reported_for_keeps_its_place():
    assert order(nan_loss=0.4, temporal=0.5).modes[:2] == ("temporal", "nan-loss")


def test_a_finding_that_is_not_plain_stands_behind_all_others():
    found = order(nan_loss=0.14, temporal=0.05)

    assert found.modes[0] == "temporal"
    assert found.modes[-1] == "nan-loss"


def test_a_family_is_named_while_no_child_leads():
    found = order(leakage=0.2, temporal=0.2, contamination=0.2)

    assert found.modes[0] == "leakage"
    assert found.probabilities["leakage"] == pytest.approx(0.6)
    assert found.reported == ("leakage",)


def test_a_family_counts_the_children_that_evidence_speaks_for():
    behind = [each for each in BACKING if each.failure_mode in {"temporal", "rate"}]
    found = order(direct=behind, leakage=0.1, temporal=0.2, contamination=0.2, rate=0.25)

    assert found.modes[0] == "leakage"
    assert found.probabilities["leakage"] == pytest.approx(0.3)


def test_a_family_without_evidence_keeps_its_own_probability_where_another_entry_has_some():
    behind = [each for each in BACKING if each.failure_mode == "rate"]
    found = order(direct=behind, leakage=0.1, temporal=0.1, contamination=0.1, rate=0.2)

    assert found.modes[0] == "rate"
    assert found.probabilities["leakage"] == pytest.approx(0.1)


def test_a_family_counts_all_children_where_nothing_speaks_for_any_entry():
    found = order(direct=(), leakage=0.1, temporal=0.1, contamination=0.1, rate=0.2)

    assert found.modes[0] == "leakage"
    assert found.probabilities["leakage"] == pytest.approx(0.3)


def test_a_child_with_two_thirds_is_named_instead_of_its_family():
    found = order(leakage=0.1, temporal=0.6, contamination=0.1)

    assert found.modes[:3] == ("temporal", "contamination", "leakage")
    assert found.probabilities["leakage"] == 0.1
    assert found.reported == ("temporal",)


def test_a_family_that_ranks_as_itself_keeps_its_own_probability():
    found = order(overfitting=0.3, temporal=0.4)

    assert found.probabilities["overfitting"] == 0.3
    assert found.modes[:2] == ("temporal", "overfitting")


def test_a_reported_message_stands_before_its_causes():
    assert order(out_of_memory=0.3, rate=0.5).modes[:2] == ("out-of-memory", "rate")
    assert order(out_of_memory=0.1, rate=0.5).modes[:2] == ("rate", "out-of-memory")


def order_beside(channel, **probabilities):
    """Order by probabilities, with one thing that was observed clearly behind each mode."""
    given = {name.replace("_", "-"): value for name, value in probabilities.items()}
    ranking = rank((), KNOWN)
    every = {**dict.fromkeys(ranking.probabilities, 0.0), **given}
    observed = Observation("loss-non-finite", "seen", 1.0, channel)
    beside = replace(
        ranking,
        observations=(observed,),
        parts=np.full((len(ranking.compiled.modes), 1), 2.0),
        probabilities=every,
    )
    return order_of(beside, KNOWN)


@pytest.mark.parametrize(
    ("cause", "first"),
    [(0.2, "nan-loss"), (0.49, "nan-loss"), (0.5, "exploding"), (0.7, "exploding")],
)
def test_where_all_is_told_a_cause_leads_its_finding_when_it_is_likelier_than_not(cause, first):
    found = order_beside("numbers", nan_loss=0.9, exploding=cause, fp16=0.16)

    assert found.modes[0] == first
    assert set(found.reported) == {"nan-loss", "exploding", "fp16"}


@pytest.mark.parametrize("channel", ["measured", "log", "told"])
def test_where_something_is_shown_every_reported_cause_leads_its_finding(channel):
    assert order_beside(channel, nan_loss=0.9, exploding=0.2).modes[0] == "exploding"


@pytest.mark.parametrize(
    ("channel", "child", "first"),
    [
        ("numbers", 0.4, "overfitting"),
        ("numbers", 0.6, "temporal"),
        ("measured", 0.4, "temporal"),
    ],
)
def test_where_all_is_told_a_family_that_ranks_as_itself_leads_its_children(channel, child, first):
    assert order_beside(channel, overfitting=0.3, temporal=child).modes[0] == first
