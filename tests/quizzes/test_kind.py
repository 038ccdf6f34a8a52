import pytest

from quizzes.kind import is_storable


@pytest.mark.parametrize("answer", [{}, {"value": 1e308}, {"ticks": ["a", 2]}, {"text": "é €"}])
def test_json_of_finite_numbers_is_storable(answer):
    assert is_storable(answer)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_are_not_finite_are_not_storable(number):
    assert not is_storable({"values": [{"value": number}]})
