import math

import pytest

from engine.observe import settings
from tests.engine.cases import TEN_CLASSES, case


def test_settings_are_read_by_kind():
    stated = case(
        {
            "lr": True,
            "depth": 3.0,
            "optimizer": " AdamW ",
            "class_counts": (3.0, 1.0),
            "width": math.nan,
        }
    )
    assert settings.number(stated, "lr") is None
    assert settings.number(stated, "width", "depth") == 3
    assert settings.word(stated, "optimizer") == "adamw"
    assert settings.word(stated, "depth", "missing") == ""
    assert settings.numbers(stated, "class_counts").tolist() == [3, 1]
    assert settings.numbers(stated, "optimizer") is None


def test_classes_are_counted_from_whatever_tells():
    assert settings.n_classes(case({"n_classes": 7.0})) == 7
    assert settings.n_classes(case({"class_counts": (1.0, 2.0, 3.0)})) == 3
    assert settings.n_classes(case(classes={"per_class_recall": [[0.1, 0.2]]})) == 2
    assert settings.n_classes(case({"n_classes": 1.0})) is None


def test_guessing_names_the_largest_class():
    assert settings.guessing_accuracy(case({"class_counts": (90.0, 10.0)})) == pytest.approx(0.9)
    assert settings.guessing_accuracy(case(TEN_CLASSES)) == pytest.approx(0.1)
    assert settings.guessing_accuracy(case()) is None


@pytest.mark.parametrize("config", [{"init": "pretrained"}, {"pretrained": True}])
def test_pretrained(config):
    assert settings.is_pretrained(case(config))
    assert not settings.is_pretrained(case({"pretrained": False}))
