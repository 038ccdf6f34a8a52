"""List of exceptions from the budget, which may only shrink."""

import pytest

from scripts.structure import exceptions
from scripts.structure.exceptions import ExceptionListError

A = ("a.py", "nodes_per_line")
B = ("b.py", "nodes_per_line")


def test_unlisted_breaches_are_new():
    assert exceptions.unlisted({A: 9.0}, {A: 9.5, B: 8.0}) == {B: 8.0}


def test_greater_values_are_worse():
    assert exceptions.worsened({A: 9.0, B: 8.0}, {A: 9.1, B: 8.0}) == {A: 9.1}


@pytest.mark.parametrize(("measured", "now"), [({A: 8.5}, {A: 8.5}), ({}, {A: 0}), ({A: 9.0}, {})])
def test_smaller_values_and_kept_rules_are_better(measured, now):
    assert exceptions.improved({A: 9.0}, measured) == now


def test_lowering_never_raises_or_adds():
    result = exceptions.lowered({A: 9.0, B: 8.0}, {A: 8.5, B: 8.5, ("c.py", "file_lines"): 400})

    assert result.kept == {A: 8.5, B: 8.0}
    assert result.refused == {B: 8.5, ("c.py", "file_lines"): 400}


def test_lists_survive_writing_and_reading(tmp_path):
    listed = {B: 8.0, A: 9.3}

    exceptions.write_exceptions(tmp_path / "list.tsv", listed)

    assert exceptions.read_exceptions(tmp_path / "list.tsv") == listed
    assert (tmp_path / "list.tsv").read_text().splitlines()[1] == "a.py\tnodes_per_line\t9.3"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1"),
        ("a.py\tfile_lines\t400\n", "line 1"),
        ("path\trule\tvalue\na.py\tfile_lines\n", "line 2: expected a path"),
        ("path\trule\tvalue\na.py\tfile_lines\tmany\n", "line 2: expected a path"),
        ("path\trule\tvalue\n" + "a.py\tfile_lines\t400\n" * 2, "line 3: listed twice"),
    ],
)
def test_bad_lists_are_refused_with_the_line(tmp_path, text, message):
    (tmp_path / "list.tsv").write_text(text)

    with pytest.raises(ExceptionListError, match=message):
        exceptions.read_exceptions(tmp_path / "list.tsv")
