import gc
import threading
import tracemalloc

import numpy as np
import pytest

from engine.observe import observe_curves_and_config
from engine.observe.measures.once import (
    forget_case,
    once_per_case,
    once_per_key,
    once_per_values,
    remembering,
)
from tests.engine.cases import case


@pytest.fixture
def calls():
    return []


@pytest.fixture
def counted(calls):
    @once_per_case
    def function(run, *arguments):
        calls.append(arguments)
        return len(calls)

    return function


def test_a_result_is_remembered_by_case_and_arguments(counted, calls):
    run = case()

    assert [counted(run), counted(run, "a"), counted(run), counted(run, "a")] == [1, 2, 1, 2]
    assert calls == [(), ("a",)]


def test_that_there_is_no_result_is_remembered_as_well(calls):
    @once_per_case
    def nothing(run):
        calls.append(run)

    run = case()

    assert [nothing(run), nothing(run)] == [None, None]
    assert len(calls) == 1


def test_another_case_that_is_equal_is_worked_out_anew(counted):
    first, second = case(), case()

    assert first == second
    assert [counted(first), counted(second), counted(first)] == [1, 2, 3]


def test_nothing_is_remembered_of_a_forgotten_case(counted):
    run = case()
    counted(run)
    forget_case()

    assert counted(run) == 2


def test_a_case_is_forgotten_at_the_end_of_the_outermost_block(counted):
    run = case()
    with remembering():
        with remembering():
            counted(run)
        assert counted(run) == 1

    assert counted(run) == 2


def test_an_error_is_not_remembered():
    failing = once_per_case(lambda run: 1 / 0)

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            failing(case())


def test_threads_do_not_take_each_others_results(counted):
    run = case()
    results = [counted(run)]
    thread = threading.Thread(target=lambda: results.append(counted(run)))
    thread.start()
    thread.join()

    assert [*results, counted(run)] == [1, 2, 1]


@pytest.mark.parametrize("cases", [5, 20])
def test_observed_cases_are_not_kept_alive(cases):
    observe_curves_and_config(case(train_loss=np.ones(10)))
    gc.collect()
    tracemalloc.start()
    for _ in range(cases):
        observe_curves_and_config(case(train_loss=np.ones(5_000), val_loss=np.ones(5_000)))
    gc.collect()
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert kept < 100_000


def test_a_result_is_remembered_by_array_while_a_case_is_looked_at(calls):
    @once_per_values
    def first_value(values):
        calls.append(values)
        return float(values[0])

    values = np.arange(3.0)
    with remembering():
        assert [first_value(values), first_value(values), first_value(values + 1)] == [0, 0, 1]
    assert len(calls) == 2

    values[0] = 7
    assert first_value(values) == 7


def test_a_result_is_remembered_by_text_inside_a_block_alone(calls):
    @once_per_key
    def length(text):
        calls.append(text)
        return len(text)

    with remembering():
        assert [length("loss"), length("loss"), length("acc")] == [4, 4, 3]
    assert calls == ["loss", "acc"]

    assert length("loss") == 4
    assert calls == ["loss", "acc", "loss"]
