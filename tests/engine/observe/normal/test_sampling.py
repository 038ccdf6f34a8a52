import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.normal.sampling import standard_error
from tests.engine.cases import case


def test_the_error_follows_from_the_number_of_examples():
    assert standard_error(case({"n_val": 100.0}), 0.5) == pytest.approx(0.05)


def test_without_a_size_there_is_no_error():
    assert standard_error(case(), 0.5) == 0
    assert standard_error(case({"n_val": 0.0}), 0.5) == 0


@given(st.floats(-1, 2), st.floats(1, 1e9))
def test_it_is_a_number_from_0_to_one_half(level, examples):
    assert 0 <= standard_error(case({"n_val": examples}), level) <= 0.5
