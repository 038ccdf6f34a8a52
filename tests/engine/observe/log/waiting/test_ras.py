"""Who is behind by the report of NCCL."""

import pytest

from engine.observe.log.waiting.ras import read_ras
from tests.engine.observe.log.waiting.texts import INCOMPLETE, MISMATCH


def test_ranks_with_fewer_operations_are_behind():
    found = read_ras(MISMATCH)

    assert found is not None
    assert found.behind == ("0", "2")
    assert (found.call, found.reason) == ("operation 6650", "launched only 6649 operations")


def test_the_missing_rank_is_behind():
    found = read_ras(INCOMPLETE)

    assert found is not None
    assert (found.behind, found.reason) == (("21",), "does not answer")


def test_missing_ranks_may_have_a_line_each():
    lines = [
        "  Missing communicator data from 2 ranks",
        "  Rank 7 -- GPU 3 managed by process 3748990 on node node1",
        "  Rank 6 -- GPU 2 managed by process 3748989 on node node1",
        "",
        "  Rank 1 -- GPU 1 managed by process 12 on node node1",
    ]

    found = read_ras(lines)

    assert found is not None
    assert found.behind == ("6", "7")


def test_a_range_of_ranks_is_spread():
    found = read_ras(["  The missing ranks: 1, 4-6"])

    assert found is not None
    assert found.behind == ("1", "4", "5", "6")


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["  26 ranks have launched up to operation 6650"],
        ["The missing ranks: 1-9999999"],
        ["Communicator ranks have different collective operation counts"],
    ],
)
def test_a_report_without_trouble_names_nobody(lines):
    assert read_ras(lines) is None
