"""Reports that name the ranks themselves."""

import pytest

from engine.observe.log.waiting.reports import read_reports

RUNNING = (
    "RuntimeError: Detected mismatch between collectives on ranks. Rank 0 is running collective: "
    "CollectiveFingerPrint({}OpType=ALLGATHER, TensorShape=[4]), but Rank 3 is running "
    "collective: CollectiveFingerPrint({}OpType=ALLREDUCE, TensorShape=[4])"
)


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("     [1] finished collective #5, but didn't join collective #6 (count from 1)", ("1",)),
        ("     [0, 4] finished collective #5, but didn't join collective #6", ("0", "4")),
        ("ranks [47] are the lagging ranks that caused this timeout.", ("47",)),
        ("RuntimeError: Rank 1 failed to pass monitoredBarrier in 2000 ms", ("1",)),
        ("[Rank 0]: Ranks 1, 2 failed to pass monitoredBarrier in 120000 ms", ("1", "2")),
        (RUNNING.format("SequenceNumber=18, ", "SequenceNumber=17, "), ("3",)),
        (RUNNING.format("", ""), ()),
    ],
)
def test_the_ranks_that_are_named_are_behind(line, behind):
    found = read_reports(["step 1", line])

    assert found is not None
    assert found.behind == behind


def test_ranks_that_never_joined_are_named():
    line = "ranks [47] are the lagging ranks. They never joined any collectives"

    found = read_reports([line])

    assert found is not None
    assert (found.behind, found.reason) == (("47",), "never joined an operation")


def test_a_mismatch_names_both_operations():
    found = read_reports([RUNNING.format("", "")])

    assert found is not None
    assert "rank 0 is in ALLGATHER, rank 3 is in ALLREDUCE" in found.reason


def test_a_barrier_says_how_long():
    found = read_reports(["Rank 1 failed to pass monitoredBarrier in 2500 ms"])

    assert found is not None
    assert (found.call, found.since) == ("a barrier", "for 2.5 s")


@pytest.mark.parametrize("lines", [[], ["all ranks passed the barrier"], ["collective #5 is done"]])
def test_other_lines_name_nobody(lines):
    assert read_reports(lines) is None
