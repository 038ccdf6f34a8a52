"""Who is behind by the flight recorder."""

import pytest

from engine.observe.log.waiting.flight_recorder import read_flight_recorder
from tests.engine.observe.log.waiting.texts import ANALYSIS, dump


def test_the_analysis_names_the_missing_ranks():
    found = read_flight_recorder(ANALYSIS)

    assert found is not None
    assert (found.behind, found.call) == (("1",), "nccl:all_reduce")


def test_the_analysis_names_the_culprit():
    line = "error msg: Culprit rank 3; Error type: SIZE_OR_SYNTAX_MISMATCH"

    found = read_flight_recorder([line])

    assert found is not None
    assert found.behind == ("3",)
    assert found.reason.endswith("size or syntax mismatch")


@pytest.mark.parametrize("quote", ['"', "'"])
def test_dumps_of_two_ranks_are_compared(quote):
    lines = [*dump(0, 3, quote=quote), *dump(1, 2, "completed", quote)]

    found = read_flight_recorder(lines)

    assert found is not None
    assert (found.behind, found.call) == (("1",), "nccl:all_reduce")


def test_the_dump_of_one_rank_shows_what_it_waits_in():
    found = read_flight_recorder(dump(0, 3, "started"))

    assert found is not None
    assert (found.behind, found.call) == ((), "nccl:all_reduce")


@pytest.mark.parametrize(
    "lines",
    [
        [],
        dump(0, 3, "completed"),
        ['{"state": "started", "rank": 3}'],
        ["Not all ranks joining collective, sequence number: 4"],
        ['{"last_enqueued_collective": "many"}'],
    ],
)
def test_what_shows_nobody_waiting_gives_nothing(lines):
    assert read_flight_recorder(lines) is None
