import pytest

from engine.read.settings.macros import with_macros


@pytest.mark.parametrize(
    ("settings", "resolved"),
    [
        ({"LR": 0.1, "t.lr": "%LR"}, {"LR": 0.1, "t.lr": 0.1}),
        ({"t.lr": "%LR"}, {"t.lr": "%LR"}),
        ({"a": 1, "b": "a"}, {"a": 1, "b": "a"}),
        ({"a": "%a"}, {"a": "%a"}),
    ],
)
def test_macros(settings, resolved):
    assert with_macros(settings) == resolved
