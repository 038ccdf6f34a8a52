"""Which rank a run that hangs waits for, from any of the texts."""

import pytest

from engine.observe.log.hangs import read_hang
from engine.run import Case
from tests.engine.observe.log.waiting.texts import (
    ALL_REDUCE,
    ANALYSIS,
    INCOMPLETE,
    MISMATCH,
    dump,
    stack,
    work,
)
from tests.growth import assert_linear

TEXTS = {
    "watchdog": ([work(0), work(1), work(3)], ("2",)),
    "RAS, behind": (MISMATCH, ("0", "2")),
    "RAS, silent": (INCOMPLETE, ("21",)),
    "flight recorder": ([*dump(0, 3), *dump(1, 2)], ("1",)),
    "analysis": (ANALYSIS, ("1",)),
    "stacks": ([*stack(0, ALL_REDUCE), *stack(1, "read (dataset.py:31)")], ("1",)),
    "barrier": (["Rank 1 failed to pass monitoredBarrier in 2000 ms"], ("1",)),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_the_rank_that_is_behind_is_named(kind):
    lines, behind = TEXTS[kind]

    hang = read_hang(Case(log=tuple(lines)))

    assert hang is not None
    assert hang.behind == behind
    assert behind[0] in hang.sentence
    assert hang.sentence.endswith(".")


def test_the_sentence_says_who_on_which_call_and_since_when():
    hang = read_hang(Case(log=(work(0), work(1), work(3))))

    assert hang is not None
    assert hang.sentence == (
        "Rank 2 is behind: it reports nothing, while the others wait. "
        "The others wait in ALLREDUCE for 600 s at 20:32:23."
    )
    assert len(hang.next_commands) == 3
    assert "rank 2" in hang.next_commands[0]


def test_where_nobody_is_behind_the_sentence_says_so():
    hang = read_hang(Case(log=(work(0), work(1))))

    assert hang is not None
    assert hang.behind == ()
    assert hang.sentence.endswith("the text does not tell which rank is behind.")


def test_many_ranks_are_cut_in_the_sentence_only():
    ranks = ", ".join(str(rank) for rank in range(40))

    hang = read_hang(Case(log=(f"Ranks {ranks} failed to pass monitoredBarrier in 10 ms",)))

    assert hang is not None
    assert len(hang.behind) == 40
    assert "0, 1, 2, 3, 4, 5, 6, 7 and 32 more" in hang.sentence


def test_a_text_that_names_a_rank_wins_over_one_that_does_not():
    lines = (work(0), work(1), *INCOMPLETE)

    hang = read_hang(Case(log=lines))

    assert hang is not None
    assert hang.behind == ("21",)


def test_a_description_may_hold_the_text():
    hang = read_hang(Case(description="It hangs:\n" + "\n".join(ANALYSIS)))

    assert hang is not None
    assert hang.behind == ("1",)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("step 1 loss 0.5", "step 2 loss 0.4"),
        ("Traceback (most recent call last):", '  File "train.py", line 3, in <module>'),
        ("Thread 1 of the pool has started",),
    ],
)
def test_other_logs_hang_nowhere(lines):
    assert read_hang(Case(log=lines)) is None


def test_time_grows_with_the_text():
    lines = [*MISMATCH, *ANALYSIS, *dump(0, 3), *stack(0, ALL_REDUCE), work(0)]

    assert_linear(lambda size: lambda: read_hang(Case(log=(*lines,) * (size // 40 + 1))))
