"""Sums over the sources of a checkout."""

import pytest

from scripts.structure import sums
from scripts.structure.checkout import Source

SOURCES = [
    Source.parsed("a.py", "# one\nx = 1\n\n"),
    Source.parsed("b.py", "def f():\n    def g(): pass\n"),
]


def test_lines_add_up_with_and_without_blank_ones():
    assert sums.line_counts(SOURCES) == [3, 2]
    assert sums.line_sum(SOURCES) == 5
    assert len(sums.written_lines_of(SOURCES)) == 4


def test_functions_of_all_files_are_collected():
    assert [function.name for function in sums.functions_of(SOURCES)] == ["f", "g"]


def test_density_is_nodes_over_written_lines():
    one = [Source.parsed("a.py", "x = 1\n\ny = 2\n")]  # Module, twice Assign, Name, Store, Constant

    assert sums.node_sum(one) == 9
    assert sums.density_of(one) == 4.5


def test_comments_are_a_share_of_the_code_lines():
    assert sums.comment_share(SOURCES) == pytest.approx(1 / 3)


def test_nothing_has_no_density_and_no_comments():
    assert sums.density_of([]) is None
    assert sums.comment_share([]) is None
    assert sums.line_sum([]) == 0
