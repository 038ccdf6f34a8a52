import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings import entries
from engine.read.settings.entries import (
    entry_of,
    is_heading_of_settings,
    plain_entry_of,
    plain_pair_of,
    without_comment,
    without_prefix,
)
from tests.together import together


@together(
    "line, key, value, kind",
    [
        ("lr: 0.1", "lr", "0.1", ":"),
        ("lr:0.1", "lr", "0.1", ":"),
        ("lr = 0.1", "lr", "0.1", "="),
        ("  lr ........ 0.1", "lr", "0.1", "."),
        ("--lr    0.1", "lr", "0.1", "flag"),
        ("--lr=0.1", "lr", "0.1", "="),
        ("- learning rate: 3e-4", "learning rate", "3e-4", ":"),
        ("| lr | 0.1 |", "lr", "0.1", "cell"),
        ("\u2503 lr \u2503 0.1 \u2503", "lr", "0.1", "cell"),
        ("batch_size    64", "batch_size", "64", "gap"),
        ("'a b': 3", "a b", "3", ":"),
        ("enc/AdamW.lr = @x()", "enc/AdamW.lr", "@x()", "="),
        ("optimizer:", "optimizer", "", ":"),
        ("batch size (w. parallel & more) = 64", "batch size", "64", "="),
        ("lr -> 0.1", "lr", "0.1", "-"),
    ],
)
def test_entry(line, key, value, kind):
    entry = entry_of(line)

    assert (entry.key, entry.value, entry.kind) == (key, value, kind)


@given(
    st.text(" -", max_size=2),
    st.from_regex(r"[a-z_][a-z_./\-]{0,8}", fullmatch=True),
    st.sampled_from([":", " : ", ": ", "=", " = ", "==", "=>", ":=", "::", ":/", " ", " (x): "]),
    st.text("ab1.-+ [](){}=:#,'\"/>\n", max_size=6),
)
def test_a_simple_line_is_read_as_any_other(indent, key, sign, value):
    line = f"{indent}{key}{sign}{value}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(entries, "_SIMPLE", re.compile(r"(?!)"))
        expected = entries._entry_of_line(line)

    assert entries._entry_of_line(line) == expected


@given(
    st.text(" DIW[#", max_size=3),
    st.from_regex(r"[A-Za-z_][a-z_.é1]{0,8}", fullmatch=True),
    st.sampled_from([":", " : ", ": ", "=", " = ", "==", "=>", ":=", "::", " ", ":  "]),
    st.text("ab1.-+ ;#é", max_size=6),
)
def test_a_plain_pair_is_the_entry_of_its_line(indent, key, sign, value):
    line = f"{indent}{key}{sign}{value}"
    found = plain_pair_of(line)

    if found is None:
        return
    assert without_comment(without_prefix(line)) == line
    assert found._replace(is_plain=False) == entry_of(line)
    assert found.is_plain == (plain_entry_of(line) is not None)


@pytest.mark.parametrize(
    ("line", "is_plain"),
    [("lr: 0.1", True), ("  a_b:relu", True), ("lr = 0.1", False), ("lr : 1", False)],
)
def test_plain_pairs(line, is_plain):
    assert plain_pair_of(line).is_plain == is_plain


@pytest.mark.parametrize(
    "line", ["", "lr:", "lr: ", "INFO: 1", "lr: 0.1  # b", "lr: a b", "lr: [1]", "a" * 300 + ": 1"]
)
def test_no_plain_pair(line):
    assert plain_pair_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "words alone",
        "Epoch 1: loss 2",
        "torch==2.0",
        "http://x.y",
        "| a | value |",
        "|---|---|",
    ],
)
def test_no_entry(line):
    assert entry_of(line) is None


@together(
    "prefix",
    [
        "",
        "2026-11-28 18:31:22,210 - trainer - INFO - ",
        "[2026-03-02 09:15:10] ",
        "[rank0]: ",
        "INFO:root:",
        "I0520 23:00:26.1 12 train.py:33] ",
        "12:03:04 | INFO | main:run:12 | ",
        "[2026-01-01 10:00:00,123][__main__][INFO] - ",
        "2026-01-01T10:00:00.123Z INFO ",
    ],
)
def test_prefix_is_left_out(prefix):
    assert without_prefix(f"{prefix}lr: 0.1") == "lr: 0.1"


@pytest.mark.parametrize("line", ["0.5 acc", "lr: 0.1", "(a) b", ""])
def test_line_without_prefix_stays(line):
    assert without_prefix(line) == line


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("a = 1  # b", "a = 1"),
        ("; all", ""),
        ("a = '#fff'", "a = '#fff'"),
        ("u: http://x", "u: http://x"),
    ],
)
def test_comment(line, plain):
    assert without_comment(line) == plain


@given(st.text(alphabet="a:=.-|[]() '\"0#", max_size=60))
def test_any_line(line):
    entry_of(without_comment(without_prefix(line)))


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("| setting | value |", True),
        ("\u2503 Hyperparameter \u2503 Value \u2503", True),
        ("| argument name | value |", True),
        ("| metric | value |", False),
        ("| setting | 0.1 |", False),
        ("| setting | value | unit |", False),
        ("setting value", False),
    ],
)
def test_heading_of_settings(line, is_one):
    assert is_heading_of_settings(line) is is_one


def test_key_in_two_languages_is_the_first_one():
    entry = entry_of("  num epochs / epoch\u6570: 10")

    assert entry is not None
    assert (entry.key, entry.value) == ("num epochs", "10")


def test_logger_between_bars_is_left_out():
    assert without_prefix("2026-03-02,09:14:54 | INFO | root | lr: 0.1") == "lr: 0.1"


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("  width: 64", True),
        ("kind: linear", True),
        ("model:", True),
        ("a: 'b'", False),
        ("a = 1", False),
        ("a: [1]", False),
        ("a: b c", False),
    ],
)
def test_plain_entry_is_the_same_entry(line, is_one):
    entry = plain_entry_of(line)

    assert (entry is not None) is is_one
    if entry is not None:
        assert entry == entry_of(line)
