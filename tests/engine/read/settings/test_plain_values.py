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
    ],
)
def test_flags_numbers_and_words(text, value):
    assert plain_value(text) == value
