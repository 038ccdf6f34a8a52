from dictionary.pages.accuracy.figures import diagrams
from tests.small_accuracy import small_accuracy


def test_a_set_that_is_large_enough_has_a_diagram_with_its_points_in_words():
    large, _ = diagrams(small_accuracy())

    assert large.items.title == "Reports"
    assert large.svg.startswith("<svg")
    assert "said 10%, right 20% of 10; said 30%, right 30% of 10." in large.svg


def test_a_small_set_has_none():
    _, small = diagrams(small_accuracy())

    assert (small.reliability.set, small.svg) == ("silent", "")
