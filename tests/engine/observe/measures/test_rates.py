import pytest

from engine.observe.measures.rates import StatedRate, stated_rate
from tests.engine.cases import case


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("AdamW", "adam"),
        ("adagrad", "adagrad"),
        ("Adadelta", "adadelta"),
        ("sgd with momentum", "sgd"),
        ("lamb", "adam"),
    ],
)
def test_the_family_is_part_of_the_name(name, family):
    run = case({"optimizer": name, "learning_rate": 0.1})

    assert stated_rate(run) == StatedRate(0.1, name.lower(), family)


@pytest.mark.parametrize(
    "config", [{}, {"optimizer": "adam", "learning_rate": True}, {"learning_rate": 0.1}]
)
def test_incomplete_settings_are_not_measured(config):
    assert stated_rate(case(config)) is None
