import pytest

from engine.read.settings.plain_values import plain_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" On ", True),
        ("NO", False),
        ("~", None),
        ("None", None),
        ("none", "none"),
        ("1e-3", 0.001),
        (" adam w ", "adam w"),
        ("0.000000000000000000001", 1e-21),
        ("the learning rate falls to none", "the learning rate falls to none"),
    ],
)
def test_flags_numbers_and_words(text, value):
    assert plain_value(text) == value
