"""Who is behind by the stacks of many ranks."""

from engine.observe.log.waiting.stacks import read_stacks
from tests.engine.observe.log.waiting.texts import ALL_REDUCE, stack

WAITING = (ALL_REDUCE, "step (trainer.py:12)", "<module> (train.py:90)")
FAULT = """
== rank {} ==
Current thread 0x00007f0c (most recent call first):
  File "{}", line 31 in {}
  File "train.py", line 90 in <module>
Thread 0x00007f0d (most recent call first):
  File "threading.py", line 320 in wait
"""


def test_the_rank_outside_the_operation_is_behind():
    lines = [*stack(0, *WAITING), *stack(1, *WAITING), *stack(2, "read (dataset.py:31)")]

    found = read_stacks(lines)

    assert found is not None
    assert found.behind == ("2",)
    assert (found.call, found.reason) == ("all_reduce", "stands in read (dataset.py:31)")


def test_dumps_of_faulthandler_are_read():
    waiting = FAULT.format(0, "torch/distributed/distributed_c10d.py", "barrier")
    lines = [*waiting.splitlines(), *FAULT.format(1, "loader.py", "read").splitlines()]

    found = read_stacks(lines)

    assert found is not None
    assert (found.behind, found.call) == (("1",), "barrier")


def test_few_ranks_at_another_line_are_out_of_step():
    other = (ALL_REDUCE, "validate (trainer.py:80)")
    lines = [*stack(0, *WAITING), *stack(1, *WAITING), *stack(2, *other)]

    found = read_stacks(lines)

    assert found is not None
    assert found.behind == ("2",)
    assert "validate (trainer.py:80)" in found.reason


def test_where_all_wait_at_one_line_nobody_is_named():
    found = read_stacks([*stack(0, *WAITING), *stack(1, *WAITING)])

    assert found is not None
    assert (found.behind, found.call) == ((), "all_reduce")


def test_a_process_without_a_rank_goes_by_its_number():
    lines = [*stack(0, *WAITING), *stack(1, "read (dataset.py:31)", pid=99)]
    lines = [line.replace("--local_rank", "--seed") for line in lines]

    found = read_stacks(lines)

    assert found is not None
    assert found.behind == ("pid 99",)


def test_one_stack_or_none_that_waits_tells_nothing():
    assert read_stacks(stack(0, *WAITING)) is None
    assert read_stacks([*stack(0, "read (a.py:1)"), *stack(1, "read (a.py:1)")]) is None
    assert read_stacks([]) is None
