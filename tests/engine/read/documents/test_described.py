import pytest

from engine.read.documents.described import holds_curves, plain_settings


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({"lr": {"name": "lr", "value": "0.1", "type": "float"}}, {"lr": "0.1"}),
        ({"a": {"b": {"key": "b", "value": 3}}}, {"a": {"b": 3}}),
        (
            {"params": [{"key": "lr", "value": "0.1"}, {"key": "bs", "value": "8"}]},
            {"params": {"lr": "0.1", "bs": "8"}},
        ),
        ({"a": [1, 2], "b": [], "c": {"value": 1}}, {"a": [1, 2], "b": [], "c": {"value": 1}}),
        (
            {"a": [{"value": 1}], "b": [{"key": 1, "value": 1}]},
            {"a": [{"value": 1}], "b": [{"key": 1, "value": 1}]},
        ),
    ],
)
def test_settings_without_their_description(settings, wanted):
    assert plain_settings(settings) == wanted


def test_deep_settings_stay():
    settings = {"a": 1}
    for _ in range(50):
        settings = {"a": settings}

    assert plain_settings(settings) == settings


@pytest.mark.parametrize(
    ("settings", "has_curves"),
    [
        ({"loss": [4.0, 3.0, 2.0, 1.0]}, True),
        ({"loss": [4.0, 3.0]}, False),
        ({"lr": [4.0, 3.0, 2.0, 1.0]}, False),
        ({"layers": [64, 64, 32, 16]}, False),
        ({"loss": ["a", "b", "c", "d"]}, False),
        ({"loss": 0.5}, False),
        ({}, False),
    ],
)
def test_a_block_of_settings_may_hold_curves(settings, has_curves):
    assert holds_curves(settings, None) is has_curves
