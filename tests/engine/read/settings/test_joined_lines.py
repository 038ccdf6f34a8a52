import pytest

from engine.read.settings.joined_lines import bracket_level, logical_lines, with_colon


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["a: 1  # note", "", "b: 2"], ["a: 1", "b: 2"]),
        (["a = [", "  1,", "]", "b: 2"], ["a = [ 1, ]", "b: 2"]),
        (["a: {x: 1,", "y: 2}"], ["a: {x: 1, y: 2}"]),
        (["a: [1", "b: 2"], ["a: [1", "b: 2"]),
        (["words (open", "b: 2"], ["words (open", "b: 2"]),
    ],
)
def test_values_over_several_lines_are_joined(lines, joined):
    assert list(logical_lines(lines)) == joined


@pytest.mark.parametrize(("line", "level"), [("f(", 1), ("a])", -2), ("[{}]", 0), ("", 0)])
def test_level(line, level):
    assert bracket_level(line) == level


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["train:[", "  lr: 0.1", "]"], ["train:", "  lr: 0.1", "]"]),
        (["solver {", "  lr: 0.1", "}"], ["solver:", "  lr: 0.1", "}"]),
        (["a: {", "  b: {", "    c: 1", "  }", "}"], ["a:", "  b:", "    c: 1", "  }", "}"]),
        (['"a": {', '  "b": 1,', '  "c": 2', "}"], ['"a": { "b": 1, "c": 2 }']),
        (["sizes: [", "  1,", "  2", "]"], ["sizes: [ 1, 2 ]"]),
    ],
)
def test_entries_without_commas_in_brackets_are_a_block(lines, joined):
    assert list(logical_lines(lines)) == joined


@pytest.mark.parametrize("line", ["x", "f(a", "{", "loss: 0.1", "a b {"])
def test_other_lines_keep_their_signs(line):
    assert with_colon(line) == line
