import math

import pytest

from engine.observe.measures import stated
from tests.engine.cases import case


def test_settings_are_read_by_kind():
    run = case(
        {
            "lr": True,
            "depth": 3.0,
            "optimizer": " AdamW ",
            "class_counts": (3.0, 1.0),
            "width": math.nan,
        }
    )
    assert stated.number(run, "lr") is None
    assert stated.number(run, "width", "depth") == 3
    assert stated.word(run, "optimizer") == "adamw"
    assert stated.word(run, "depth", "missing") == ""
    assert stated.numbers(run, "class_counts").tolist() == [3, 1]
    assert stated.numbers(run, "optimizer") is None


def test_classes_are_counted_from_whatever_tells():
    assert stated.n_classes(case({"n_classes": 7.0})) == 7
    assert stated.n_classes(case({"class_counts": (1.0, 2.0, 3.0)})) == 3
    assert stated.n_classes(case(classes={"per_class_recall": [[0.1, 0.2]]})) == 2
    assert stated.n_classes(case({"n_classes": 1.0})) is None


@pytest.mark.parametrize("config", [{"init": "pretrained"}, {"pretrained": True}])
def test_pretrained_is_stated_in_two_ways(config):
    assert stated.is_pretrained(case(config))
    assert not stated.is_pretrained(case({"pretrained": False}))


@pytest.mark.parametrize(
    ("value", "on"), [(True, True), (False, False), (1.0, False), ("true", False)]
)
def test_only_true_itself_switches_a_setting_on(value, on):
    assert stated.is_on(case({"residual": value}), "residual") is on
    assert not stated.is_on(case(), "residual")


@pytest.mark.parametrize("counts", [(), (1.0,), (-1.0, 2.0), (0.0, 0.0)])
def test_shares_need_usable_counts(counts):
    assert stated.class_shares(case({"class_counts": counts})) is None
    assert stated.class_shares(case({"class_counts": (3.0, 1.0)})).tolist() == [0.75, 0.25]


def test_shares_of_the_evaluated_examples_where_none_are_stated():
    counted = {"per_class_count": [[1, 1], [6, 2]]}

    assert stated.class_shares(case(classes=counted)).tolist() == [0.75, 0.25]
    assert stated.class_shares(case({"class_counts": (1, 3)}, classes=counted)).tolist() == [
        0.25,
        0.75,
    ]
    assert stated.class_shares(case({"class_counts": (0, 0)}, classes=counted)) is None
    assert stated.stated_shares(case(classes=counted)) is None


@pytest.mark.parametrize(
    ("settings", "chosen"),
    [
        ({}, False),
        ({"threshold": 0.5}, False),
        ({"threshold": 0.02}, True),
        ({"decision_threshold": 0.9}, True),
        ({"threshold": "low"}, False),
    ],
)
def test_a_threshold_other_than_a_half_was_chosen(settings, chosen):
    assert stated.has_chosen_threshold(case(settings)) is chosen
