import pytest

from engine.observe.config.rates import rate_and_optimizer
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
    assert rate_and_optimizer(case({"optimizer": name, "learning_rate": 0.1})) == (
        0.1,
        name.lower(),
        family,
    )


@pytest.mark.parametrize(
    "config", [{}, {"optimizer": "adam", "learning_rate": True}, {"learning_rate": 0.1}]
)
def test_incomplete_settings(config):
    assert rate_and_optimizer(case(config)) is None
