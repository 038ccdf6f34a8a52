"""Who is behind by the numbers of the watchdog."""

from engine.observe.log.waiting.watchdog import read_watchdog
from tests.engine.observe.log.waiting.texts import status, work


def behind(*lines):
    found = read_watchdog(lines)
    return None if found is None else found.behind


def test_the_rank_that_was_given_the_fewest_operations_is_behind():
    assert behind(*(status(rank, 4 if rank == 1 else 5) for rank in range(4))) == ("1",)


def test_the_rank_that_waits_in_an_earlier_operation_is_behind():
    assert behind(work(0, 7), work(1, 6), work(2, 7)) == ("1",)


def test_the_rank_in_another_operation_is_out_of_step():
    assert behind(work(0), work(1), work(2, call="ALLGATHER")) == ("2",)


def test_the_rank_that_reports_nothing_is_behind():
    assert behind(work(0), work(1), work(3)) == ("2",)


def test_where_all_wait_alike_nobody_is_named():
    found = read_watchdog([work(0), work(1)])

    assert found is not None
    assert found.behind == ()
    assert (found.call, found.since) == ("ALLREDUCE", "for 600 s at 20:32:23")


def test_numbers_of_other_groups_are_not_compared():
    lines = [status(rank, 90) for rank in range(4)]
    others = [status(0, 5, group=7), status(1, 4, group=7)]

    assert behind(*lines, *others) is None


def test_a_line_without_a_rank_tells_nothing():
    assert behind("last enqueued work: 5, last completed work: 4") is None
    assert behind("all is well") is None
