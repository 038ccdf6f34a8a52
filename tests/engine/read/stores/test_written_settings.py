import pytest

from engine.read.stores.written_settings import (
    LONGEST_TEXT,
    setting_of,
    settings_of_plugin,
    settings_of_text,
)
from tests.engine.read.stores.protobufs import double, field


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        (
            '{"learning_rate": 0.1, "model": {"depth": 3}}',
            {"learning_rate": 0.1, "model": {"depth": 3}},
        ),
        ('```json\n{"lr": 0.1}\n```', {"lr": 0.1}),
        ("|param|value|\n|-|-|\n|lr|0.001|\n|anneal|True|\n|env|CartPole-v1|", None),
        ("| Key | Value |\n|:--|--:|\n| `lr` | 3e-4 |", {"lr": 3e-4}),
    ],
)
def test_plain_settings(text, settings):
    expected = settings or {"lr": 0.001, "anneal": True, "env": "CartPole-v1"}

    assert settings_of_text(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Once upon a time there was a loss of 0.5",
        "{not json",
        "[" * 100_000,
        "{" + '"a":{' * 50_000,
        "| epoch | loss |\n|-|-|\n| 1 | 2 |",
        '{"a": "' + "x" * LONGEST_TEXT + '"}',
    ],
)
def test_other_texts_give_none(text):
    assert settings_of_text(text) == {}


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("0.001", 0.001),
        (" 3 \n", 3.0),
        ("True", True),
        ("false", False),
        ("adam", "adam"),
        ("", ""),
    ],
)
def test_a_setting_that_is_kept_as_text(text, setting):
    assert setting_of(text) == setting


def test_hyperparameters_of_a_session():
    entries = [
        field(1, b"lr") + field(2, double(2, 0.01)),
        field(1, b"optimizer") + field(2, field(3, b"sgd")),
        field(1, b"nesterov") + field(2, field(4, 1)),
        field(1, b"none") + field(2, field(1, 0)),
        field(2, b""),
    ]
    session = b"".join(field(1, entry) for entry in entries)

    assert settings_of_plugin(field(1, 0) + field(3, session)) == {
        "lr": 0.01,
        "optimizer": "sgd",
        "nesterov": True,
        "none": None,
    }
