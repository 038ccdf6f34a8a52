import pytest

from engine.knowledge import FailureMode
from engine.rank.families import (
    family_sum,
    leading_child,
    move_families,
    stands_for_children,
    with_families,
)

LEAKAGE = FailureMode(
    "leakage", "common", (), entry_class="family", children=("temporal", "contamination")
)


@pytest.mark.parametrize(
    ("temporal", "contamination", "leading"),
    [(0.6, 0.1, "temporal"), (0.2, 0.2, None), (0.0, 0.8, "contamination")],
)
def test_a_child_leads_with_two_thirds_of_its_family(temporal, contamination, leading):
    shares = {"leakage": 0.1, "temporal": temporal, "contamination": contamination}

    assert leading_child(LEAKAGE, shares) == leading
    assert family_sum(LEAKAGE, shares) == pytest.approx(0.1 + temporal + contamination)


def test_a_family_holds_the_children_that_are_counted():
    shares = {"leakage": 0.1, "temporal": 0.2, "contamination": 0.3, "healthy": 0.4}

    shown = with_families(shares, [LEAKAGE], counted={"temporal"})

    assert shown["leakage"] == pytest.approx(0.3)
    assert shown["contamination"] == 0.3
    assert "healthy" not in shown


def test_a_family_stands_behind_the_child_that_leads_it():
    modes = ["leakage", "other", "temporal"]
    move_families(modes, [(LEAKAGE, "temporal")])
    assert modes == ["other", "temporal", "leakage"]

    move_families(modes, [(LEAKAGE, None)])
    assert modes == ["other", "temporal", "leakage"]


def test_a_family_that_ranks_as_itself_stands_for_no_children():
    assert stands_for_children(LEAKAGE)
    assert not stands_for_children(FailureMode("overfitting", "common", (), ranks_as_itself=True))
