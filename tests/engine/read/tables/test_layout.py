import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.tables.layout import (
    aligned,
    cells_in,
    cleaned_name,
    fits,
    grouped_words,
    has_bars,
    holds_quantity,
    is_rule,
    spans_of,
    style_of,
    without_bar,
)
from tests.together import together


@pytest.mark.parametrize(
    "line", ["|---|:--|", "┡━━╇━━┩", "+====+", "", "   ", "--- ---", "├──┼──┤"]
)
def test_rules(line):
    assert is_rule(line)


@pytest.mark.parametrize("line", ["| a |", "1", "--- a"])
def test_no_rules(line):
    assert not is_rule(line)


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("1/2  0.5  640: 100%|██████| 4/4", "1/2  0.5  640"),
        ("1/2  0.5  640:  16% ━━────── 1/6 1.2it/s", "1/2  0.5  640"),
        ("Class  mAP50-95): 100%|███", "Class  mAP50-95)"),
    ],
)
def test_bar_behind_a_row(line, plain):
    assert without_bar(line) == (plain, True)


@pytest.mark.parametrize("line", ["1  95%  0.5", "100% done", "loss", "%", "%%%%%%%%"])
def test_no_bar(line):
    assert without_bar(line) == (line, False)


@together(
    "line, style, cells",
    [
        ("| a | b |", "bars", ["a", "b"]),
        ("│ a │   │", "bars", ["a", ""]),
        ("a | b", "bars", ["a", "b"]),
        ("a\tb c", "tabs", ["a", "b c"]),
        (" a b  c ", "blanks", ["a b", "c"]),
        ("a b", "words", ["a", "b"]),
        ("a,b", ",", ["a", "b"]),
        ("a;b", ";", ["a", "b"]),
    ],
)
def test_cells_of_each_style(line, style, cells):
    assert style_of(line) == style
    assert cells_in(line, style) == cells


def test_words_are_grouped_by_their_quantities():
    words = ["Step", "Training", "Loss", "Validation", "Loss"]

    assert grouped_words(words, 3) == ["Step", "Training Loss", "Validation Loss"]
    assert grouped_words(words, 2) is None
    assert grouped_words(["some", "words", "of", "a", "very", "long", "sentence"], 3) is None


def test_cells_below_their_heads():
    heads = spans_of("epoch   loss   acc", "blanks")

    assert aligned(spans_of("    1          0.5", "blanks"), heads) == ["1", "", "0.5"]
    assert aligned(spans_of("                      7", "blanks"), heads) is None


@pytest.mark.parametrize(
    "cells", [["1", "0.5"], ["1/10", "nan"], ["1", ""], ["1", "0,5"], ["1", "No log"]]
)
def test_rows(cells):
    assert fits(cells, ["epoch", "loss"])


@pytest.mark.parametrize("cells", [["1", "high"], ["a", "0.5"], ["", ""], ["-", "00:12"]])
def test_no_rows(cells):
    assert not fits(cells, ["epoch", "loss"])


def test_words_stand_below_names_of_words_only():
    assert fits(["train", "0.5"], ["phase", "loss"])
    assert not fits(["2/12", "0.5"], ["Class", "loss"])


@pytest.mark.parametrize(
    ("cell", "name"),
    [("Box(P", "P"), ("mAP50-95)", "mAP50-95"), ("acc (%)", "acc (%)"), ("**loss**", "loss")],
)
def test_brackets_that_neighbors_close(cell, name):
    assert cleaned_name(cell) == name


def test_words_must_be_of_a_run():
    assert holds_quantity(["epoch", "host"], "bars")
    assert not holds_quantity(["name", "params"], "bars")
    assert not holds_quantity(["The", "loss", "is", "bad"], "words")


@given(st.text(max_size=60))
def test_any_line_has_cells(line):
    assert all(cell == cell.strip() for cell in cells_in(line, style_of(line)))
    assert without_bar(line)[0] in line


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("[------------] Epoch      Train log_loss", " Epoch      Train log_loss"),
        ("[   10%      ]     1            0.5675", "     1            0.5675"),
        ("[====>] 3  0.5", " 3  0.5"),
    ],
)
def test_bar_in_front_of_a_row(line, plain):
    assert without_bar(line) == (plain, True)


@pytest.mark.parametrize(
    "line",
    ["[2026-11-01] loss 0.5", "[-0.5 -0.6] x", "[10/20] loss 0.5", "[]  x", "| 45.31% |  0.5 |"],
)
def test_brackets_and_percents_that_are_no_bar(line):
    assert without_bar(line) == (line, False)


@pytest.mark.parametrize("line", ["| 1 | 2 |", "1 │ 2", "a ┆ b"])
def test_bars_of_any_drawing(line):
    assert has_bars(line)


def test_blanks_and_slashes_are_no_bars():
    assert not has_bars("1 / 2  3")
