import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.parts.limits import (
    KEPT_FIRST,
    KEPT_LAST,
    MAX_LINE,
    frames,
    kept_lines,
    lines_of_output,
)
from tests.engine.read.short import read


def test_a_very_long_log_keeps_its_ends_and_its_errors():
    lines = [f"fetched item {number}" for number in range(20_000)]
    lines[10_000] = "RuntimeError: in the middle"
    log = read(log="\n".join(lines)).log
    assert len(log) == 6001
    assert log[0] == "fetched item 0"
    assert log[2000] == "RuntimeError: in the middle"
    assert log[-1] == "fetched item 19999"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("\n\n\r\n", []),
        ("a\rb\n\nc", ["a", "b", "c"]),
        ("1/2\b\b\b2/2", ["1/2", "2/2"]),
        ("\x1b[32mgreen\x1b[0m", ["green"]),
        ("\x1b[?25l\x1b[2Kbar", ["bar"]),
        ("\x1b[3", ["\x1b[3"]),
    ],
)
def test_frames(text, lines):
    assert frames(text) == lines


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        (set(), ["lr: 0.1", "epochs: 3", "step 1", "error: disk full"]),
        ({0, 1}, ["step 1", "error: disk full"]),
        ({0, 1, 3}, ["step 1", "error: disk full"]),
    ],
)
def test_settings_and_tables_are_no_output_unless_they_speak_of_trouble(read, kept):
    lines = ["lr: 0.1", "epochs: 3", "step 1", "error: disk full"]

    assert lines_of_output(lines, read) == kept


def test_long_line_is_cut():
    assert kept_lines(["x" * (MAX_LINE + 5)]) == ("x" * MAX_LINE,)


def test_log_at_the_limit_is_kept_whole():
    lines = [str(number) for number in range(KEPT_FIRST + KEPT_LAST)]

    assert kept_lines(lines) == tuple(lines)


def test_long_log_without_trouble_keeps_its_ends():
    lines = [str(number) for number in range(KEPT_FIRST + KEPT_LAST + 100)]

    assert kept_lines(lines) == (*lines[:KEPT_FIRST], *lines[-KEPT_LAST:])


def test_word_of_trouble_behind_the_cut_is_not_seen():
    lines = ["ok"] * (KEPT_FIRST + KEPT_LAST + 10)
    lines[KEPT_FIRST + 1] = "x" * MAX_LINE + " error"

    assert len(kept_lines(lines)) == KEPT_FIRST + KEPT_LAST


@given(st.text(max_size=200))
def test_frames_have_no_line_ends(text):
    assert not any(set(line) & set("\r\n\b") for line in frames(text))
