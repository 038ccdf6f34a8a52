import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.blocks import parse_lines
from tests.together import together


def parsed(text):
    return parse_lines(text.splitlines()).settings


@together(
    "text, settings",
    [
        ("", {}),
        ("a:\nb: 1\n", {"b": 1}),
        ("x:\n  a:\n- 1\nb: 2\n", {"x": {}, "b": 2}),
        ("sizes:\n- 1\n- 2\nb: 3", {"sizes": [1, 2], "b": 3}),
        (
            "groups:\n- lr: 0.1\n  wd: 0\n- lr: 0.01\n  params:\n  - a\nz: 1",
            {"groups": [{"lr": 0.1, "wd": 0}, {"lr": 0.01, "params": ["a"]}], "z": 1},
        ),
        ("0:\n  lr: 0.1\n1:\n  lr: 0.2\n", {"0": {"lr": 0.1}, "1": {"lr": 0.2}}),
        ("r: &r 0.1\no:\n  lr: *r\n", {"r": 0.1, "o": {"lr": 0.1}}),
        ("b: !!python/tuple\n- 1\n- 2\nc: 3", {"b": [1, 2], "c": 3}),
        ("t: |\n  lr: 5\n  words\nlr: 1", {"lr": 1}),
        ("t: 'a\n  lr: 5'\nlr: 1", {"lr": 1}),
        ("betas: [0.9,\n  0.99]\nlr: 1", {"betas": [0.9, 0.99], "lr": 1}),
        ("[a.b]\nlr = 1\n[c]\nlr = 2", {"a": {"b": {"lr": 1}}, "c": {"lr": 2}}),
        ("lr: 1\n---\nlr: 2\nbs: 3", {"lr": 1, "bs": 3}),
        ("- lr=0.1\n- +bs=3", {"lr": 0.1, "bs": 3}),
    ],
)
def test_settings(text, settings):
    assert parsed(text) == settings


def test_repeated_keys_are_counted():
    rows = parse_lines(["a: 1", "a: 2", "b:", "  a: 3"])

    assert (rows.entries, rows.repeats) == (4, 1)


@pytest.mark.parametrize("indent", [1, 2])
def test_bottomless_nesting_is_cut(indent):
    lines = [" " * (indent * depth) + "a:" for depth in range(200)]

    assert isinstance(parse_lines(lines).settings, dict)


@given(st.lists(st.text(alphabet="ab:- #[]{}'\"=|&*!1", max_size=20), max_size=12))
def test_any_lines(lines):
    assert isinstance(parse_lines(lines).settings, dict)
